"""Stage 9. Record in, bytes out.

`dossier` gives the record, or one incident of it, as a page that stands on its own.
"""

from corroborate.publish.dossier import dossier

__all__ = ["dossier"]
