"""Scope: how far each cue of a passage reaches, and under which of them a mention stands."""

from collections.abc import Sequence

from corroborate.attribute.cue import Cue, Side
from corroborate.attribute.lexicon import CueKind
from corroborate.attribute.roster import Chain
from corroborate.model.document import Passage
from corroborate.model.mention import Blame, Kind, Mention, Stance
from corroborate.model.passing import passing
from corroborate.model.source import SourceKind
from corroborate.model.span import Span

_HARD_EDGES = frozenset({";", "while", "but", "whereas"})
_SOFT_EDGES = frozenset({",", "and"})
_NO_CLAUSE = frozenset({"well", "of", "saying", "a", "an", "many", "much"})  # behind an "as" that opens no clause
_NEXT = 2  # tokens between "According to X" and the source that it handed on: a comma, an article
_RESPONSIBILITY = frozenset({CueKind.ACCUSE, CueKind.DENY, CueKind.CLAIM, CueKind.CONFIRM})


@passing
class Voice:
    """A cue with its resolved chain, and the stretches [first, last) of the text that it covers."""

    cue: Cue
    chain: Chain
    words: Span
    stretches: tuple[tuple[int, int], ...]
    outer: bool
    opens: int

    def covers(self, span: Span) -> int:
        """Return how many characters of a span stand under the cue."""
        return sum(max(0, min(last, span.end) - max(first, span.start)) for first, last in self.stretches)


def voices(passage: Passage, cues: Sequence[Cue], chains: Sequence[Chain], text: str) -> tuple[Voice, ...]:
    """Return the cues of a passage with what each covers."""
    found = []
    for index, (cue, chain) in enumerate(zip(cues, chains, strict=True)):
        outer = _outer(cues, chains, index)
        ranges = [(0, cue.first)] if outer else _ranges(passage, cues, chains, index)
        tokens = passage.tokens
        stretches = tuple((tokens[first].start, tokens[last - 1].end) for first, last in ranges if last > first)
        words = Span.cut(text, tokens[cue.start].start, tokens[cue.start].end)
        found.append(Voice(cue, chain, words, stretches, outer, tokens[cue.first].start))
    return tuple(found)


def _outer(cues: Sequence[Cue], chains: Sequence[Chain], index: int) -> bool:
    """Say whether a cue hands on what an earlier one attributes ("…, X said; Reuters reported").

    So does "Citing X" for the one behind it, where it opens the sentence or is put in ("Y, citing X, said").
    """
    cue, chain = cues[index], chains[index]
    behind = cues[index + 1] if index + 1 < len(cues) else None
    put_in = behind is not None and behind.side is Side.RIGHT and (cue.start == 0 or behind.first < cue.start)
    if cue.rule == "citing" and put_in:
        return bool(chain)
    if cue.rule == "according-to" and cue.start == 0 and _medium(chain) and behind is not None:
        told = behind.kind in (CueKind.SAY, CueKind.TELL) and behind.side is Side.RIGHT and bool(chains[index + 1])
        return told and behind.first - cue.end <= _NEXT
    if index == 0 or cue.side is Side.RIGHT or not chain or cue.blame_only:
        return False
    if cue.rule == "citing":
        return True
    earlier = [
        other
        for other, said in zip(cues[:index], chains[:index], strict=True)
        if said and not _medium(said) and not other.blame_only
    ]
    return _medium(chain) and bool(earlier) and index == len(cues) - 1


def _medium(chain: Chain) -> bool:
    return bool(chain) and chain[0].kind is SourceKind.MEDIA


def _ranges(passage: Passage, cues: Sequence[Cue], chains: Sequence[Chain], index: int) -> list[tuple[int, int]]:
    cue = cues[index]
    ends = _own_words(passage, cue.end)
    following = next(
        (other for i, other in enumerate(cues[index + 1 :], index + 1) if not _outer(cues, chains, i)), None
    )
    before = next((other for other in reversed(cues[:index]) if cue.blame_only or not _is_inserted(other)), None)
    if cue.side is Side.RIGHT:
        return [(cue.end, min(ends, _until(passage, cue, following)))]
    first = 0
    if before is not None:
        first = before.end if before.side is Side.LEFT else _edge(passage, before.end, cue.first)
    right = following.first if following is not None and following.side is Side.RIGHT else len(passage.tokens)
    after = cue.end if following is not None and following.side is Side.LEFT else min(ends, right)
    return [(first, cue.first), (cue.end, after)]


def _own_words(passage: Passage, start: int) -> int:
    """Return where behind a cue the report speaks itself, if it does.

    So it explains what was meant ("…, she said, |referring to| the raids"), or tells what went on meanwhile ("…, the
    monitor said |as| fighting raged").
    """
    tokens, end = passage.tokens, len(passage.tokens)
    if start + 1 < end and tokens[start].folded == "as" and tokens[start + 1].folded not in _NO_CLAUSE:
        return start
    if "referring" not in passage.said:
        return end
    return next((at for at in range(start, end) if tokens[at].folded == "referring"), end)


def _is_inserted(cue: Cue) -> bool:
    """Say whether a cue only tells whose act another tells of: "a blast |claimed by X| killed 12"."""
    return cue.blame_only and cue.side is Side.LEFT


def _until(passage: Passage, cue: Cue, following: Cue | None) -> int:
    if following is None:
        return len(passage.tokens)
    if following.side is Side.RIGHT:
        return max(cue.end, following.first)
    return _edge(passage, cue.end, following.first)


def _edge(passage: Passage, start: int, end: int) -> int:
    """Return where, between two cues that reach for the same words, the words of the second begin."""
    for edges in (_HARD_EDGES, _SOFT_EDGES):
        for at in range(end - 2, start, -1):
            if passage.tokens[at].folded in edges:
                return at
    return end


def choose(voices: Sequence[Voice], mention: Mention) -> Voice | None:
    """Return the cue under which a mention stands: the one that covers most of it."""
    allowed = [
        voice
        for voice in voices
        if not voice.outer and (mention.kind in (Kind.BLAME, Kind.VERIFICATION) or not voice.cue.blame_only)
    ]
    if isinstance(mention.content, Blame) and mention.content.stance is Stance.UNKNOWN:
        allowed = [voice for voice in allowed if not voice.cue.blame_only]  # nobody has claimed it
    if mention.kind in (Kind.BLAME, Kind.VERIFICATION):
        inside = [voice for voice in allowed if mention.span.covers(voice.words) and voice.cue.kind in _RESPONSIBILITY]
        if inside:
            return inside[0]
    covering = [(voice.covers(mention.span), index) for index, voice in enumerate(allowed)]
    best = max(covering, default=(0, 0))
    if best[0] > 0:
        return allowed[best[1]]
    if mention.kind is Kind.BLAME:
        return next((voice for voice in allowed if mention.span.start <= voice.opens < mention.span.end), None)
    return None
