"""Stage 3. Documents in, mentions out.

Words become units, units become mentions by frames that each have an id; vocabularies and frames of words are the
tables in `data/`.
"""

from corroborate.extract.extraction import extract
from corroborate.extract.quantities import counts

__all__ = ["counts", "extract"]
