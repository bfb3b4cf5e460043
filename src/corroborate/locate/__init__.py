"""Stage 4. Mentions in, situations out: where and when each lies, and how precisely that is known."""

from corroborate.locate.situate import locate

__all__ = ["locate"]
