"""Replies to allegations as mentions; what a reply takes back is told by nobody."""

from collections.abc import Sequence

from corroborate.extract.line import Line
from corroborate.extract.replies import Reply, Stretch, replies
from corroborate.extract.reply_patterns import Reading
from corroborate.model.document import Document, Passage
from corroborate.model.mention import Blame, Mention, Stance, Status, Verification
from corroborate.model.span import Span

_STANCES = {Reading.DENIED: Stance.DENIED, Reading.ADMITTED: Stance.ADMITTED}
_ENDS = frozenset('. , ; : ” “ " ( ) but after when while whilst whereas although though because adding saying'.split())
_NAMELESS = frozenset(("our", "its", "their", "us", "own"))


class Answers:
    """The replies that a passage makes."""

    def __init__(self, document: Document, line: Line) -> None:
        """Read them."""
        passage = line.passage
        self._found = replies(line)
        self._mentions = [_mention(document, passage, reply) for reply in self._found]
        self._unsaid = [
            range(passage.tokens[reply.first].start, passage.tokens[_reach(passage, reply) - 1].end)
            for reply in self._found
            if reply.reading is not Reading.ADMITTED
        ]

    def beside(self, said: Sequence[Mention]) -> list[Mention]:
        """Return what a passage says with its replies, and without the harm that these take back.

        Of a reply and a statement of one meaning in the same words the statement stays, whose rule knows more.
        """
        kept = [one for one in said if _is_reply(one) or not self.take_back(one)]
        return [*kept, *(made for made in self._mentions if not any(_says_again(made, other) for other in kept))]

    def take_back(self, mention: Mention) -> bool:
        """Say whether a mention stands in the words of a reply that denies it or cannot tell: nobody tells of it."""
        return any(mention.trigger.start in words for words in self._unsaid)


def _mention(document: Document, passage: Passage, reply: Reply) -> Mention:
    span = _span(document, passage, (reply.first, reply.last))
    about = _span(document, passage, reply.about).quote if reply.about else None
    if reply.reading is Reading.UNPROVEN:
        return Mention(span, Verification(Status.UNVERIFIED, about), span, reply.rule)
    return Mention(span, Blame(_party(document, passage, reply), _STANCES[reply.reading], about), span, reply.rule)


def _party(document: Document, passage: Passage, reply: Reply) -> str:
    """Return the party that a reply names, "" where it only says "our": it is whoever says it."""
    if reply.party is None:
        return ""
    first, last = reply.party
    while first < last and passage.tokens[first].folded in _NAMELESS:
        first += 1
    return _span(document, passage, (first, last)).quote if first < last else ""


def _reach(passage: Passage, reply: Reply) -> int:
    """Return the index behind the clause in which a reply ends: "no raids were made |that fit reports of deaths|"."""
    behind = range(reply.last, len(passage.tokens))
    return next((at for at in behind if passage.tokens[at].folded in _ENDS), len(passage.tokens))


def _span(document: Document, passage: Passage, stretch: Stretch) -> Span:
    first, last = stretch
    return Span.cut(document.text, passage.tokens[first].start, passage.tokens[last - 1].end)


def _is_reply(mention: Mention) -> bool:
    """Say whether a mention answers itself; an accusation to which a reply refers ("claims of raids") does not."""
    blame = mention.content
    return isinstance(blame, Verification) or (isinstance(blame, Blame) and blame.stance is not Stance.ACCUSED)


def _says_again(reply: Mention, other: Mention) -> bool:
    if not (reply.span.start < other.span.end and other.span.start < reply.span.end):
        return False
    match reply.content, other.content:
        case Blame(stance=own), Blame(stance=theirs):
            return own is theirs
        case Verification(), Verification():
            return True
        case _:
            return False
