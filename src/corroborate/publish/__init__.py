"""Stage 9. Record in, bytes out.

`dossier` gives the record, or one incident of it, as a page that stands on its own; `exports` holds the formats of
others; `narrowed` is the record of one incident. Who narrows a record loads no templates of a page.
"""

from corroborate.publish.narrowing import narrowed

__all__ = ["narrowed"]
