"""An exact stretch of a document's text, which carries its own words."""

from dataclasses import dataclass

from corroborate.errors import InvariantError

MASK = "█"  # stands for each character that is not shown, so that every other word keeps its place


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in `Document.text`, with the words that stand there.

    Made with `Span.cut`, it cannot be wrong; made from stored values, `holds_in` checks it.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        """Refuse an empty, negative or ill-measured span."""
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise InvariantError(f"no span: [{self.start}, {self.end}) with {len(self.quote)} code points")

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> "Span":
        """Cut the span [start, end) out of the text; an InvariantError where the text has no such stretch."""
        return cls(start, end, text[start:end])

    @property
    def masked(self) -> "Span":
        """Return the same place with its words blacked out."""
        return Span(self.start, self.end, MASK * len(self.quote))

    def holds_in(self, text: str) -> bool:
        """Say whether the text has these very words at this very place."""
        return text[self.start : self.end] == self.quote

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
