"""Stage 4. Mentions in, situations out.

Where and when each mention lies, and how precisely that is known; what cannot be resolved stays open, with an issue.
"""

from corroborate.locate.situate import locate

__all__ = ["locate"]
