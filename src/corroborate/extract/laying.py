"""What a rule of responsibility finds, and what counts as an act to be responsible for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corroborate.extract.lexicon import rows
from corroborate.extract.line import Line, Stretch
from corroborate.model.mention import Stance


@dataclass(frozen=True, slots=True)
class BlameDraft:
    """Blame in terms of units: [first, last) carries it, `actor` names who is spoken of, `about` the act."""

    first: int
    last: int
    trigger: int
    stance: Stance
    actor: Stretch | None
    about: Stretch | None
    rule: str


_WRONG_SENSES = frozenset(("attack-verb", "harm-verb", "damage-verb", "attack", "weapon", "effect", "damage"))


@cache
def _wrong_words() -> frozenset[str]:
    return frozenset(word for (word,) in rows("wrongs.tsv"))


def is_wrong(line: Line, about: Stretch | None) -> bool:
    """Say whether a stretch tells an act of the conflict."""
    if about is None:
        return False
    inside = range(about[0], min(about[1], len(line.units)))
    senses = {sense.domain for i in inside for sense in (*line.units[i].senses, *line.units[i].inner)}
    return bool(senses & _WRONG_SENSES) or any(
        line.words(i) & _wrong_words() or line.units[i].lemma in _wrong_words() for i in inside
    )


def laid(
    line: Line, trigger: int, parties: tuple[Stretch, ...], about: Stretch | None, rule: str
) -> Iterator[BlameDraft]:
    """Yield an accusation for each party, over the words from the first of trigger, party and act to the last."""
    yield from drafts(line, trigger, Stance.ACCUSED, parties, about, rule)


def drafts(
    line: Line, trigger: int, stance: Stance, parties: tuple[Stretch, ...], about: Stretch | None, rule: str
) -> Iterator[BlameDraft]:
    """Yield a draft for each party; one without an actor where there is none."""
    for party in parties or (None,):
        parts = [(trigger, trigger + 1), *([party] if party else []), *([about] if about else [])]
        first, last = min(part[0] for part in parts), min(max(part[1] for part in parts), len(line.units))
        yield BlameDraft(first, last, trigger, stance, party, about, rule)
