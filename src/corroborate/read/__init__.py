"""Stage 2. Captures in, documents out.

Bytes become text that never changes again, with title, publisher and date of publication; the text becomes
passages of tokens, which every later stage reads.
"""

from corroborate.read.passages import passages
from corroborate.read.reader import LARGEST, READ_LANGUAGES, read
from corroborate.read.tokens import tokens

__all__ = ["LARGEST", "READ_LANGUAGES", "passages", "read", "tokens"]
