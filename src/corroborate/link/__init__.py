"""Stage 6. Claims in, clusters out.

Claims of one event, within a report and across reports, become one cluster; totals over a period or a campaign become
tallies, which never mix with single events. Whatever a person judged the same or different holds.
"""

from corroborate.link.linking import link, link_added
from corroborate.link.ties import Tie, ties

__all__ = ["Tie", "link", "link_added", "ties"]
