"""Plain text → parts: the text as it is, only its line ends unified."""

from corroborate.model.issue import IssueKind
from corroborate.read.encoding import decode
from corroborate.read.parts import Doubt, Parts


def read_plain(content: bytes) -> Parts | Doubt:
    """Return the text of the bytes, or the doubt that they are none."""
    decoded = decode(content)
    if decoded is None:
        return Doubt(IssueKind.UNREADABLE, "the bytes are no text (they hold NULs)")
    doubts = (Doubt(IssueKind.ENCODING, decoded.doubt),) if decoded.doubt else ()
    return Parts(decoded.text, doubts=doubts)
