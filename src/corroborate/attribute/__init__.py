"""Stage 5. Mentions and situations in, claims out.

Who says it, through whom it came, and how firmly it is put: words that attribute are found in each passage, their
sources are named in the fullest form that the report gives, and each mention takes the chain that it stands under.
"""

from corroborate.attribute.claims import attribute
from corroborate.attribute.crediting import house
from corroborate.attribute.directory import known_source

__all__ = ["attribute", "house", "known_source"]
