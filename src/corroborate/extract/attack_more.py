"""More of the force told just before, without its noun: "13 raids on Ayn and |11 on Noor|", "|three others fell|"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corroborate.extract.attack_nouns import target_after
from corroborate.extract.force import AttackDraft, Units, count_of, words_of
from corroborate.extract.groups import chain_end
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Count

_JOINING = (UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR, UnitKind.INCLUDING)
_ON, _BY = frozenset(("on", "against", "targeting")), frozenset(("near", "at", "over"))
_TOLD_BY = ("A01", "A03", "A04", "A06")
_FAR = 16  # units between force and more of it


def further(units: Units, told: Sequence[AttackDraft]) -> Iterator[AttackDraft]:
    """Yield, behind each attack that is one of several, those that a bare number tells of besides.

    A14: "13 raids on Ayn and |11 on Noor|", "raids in Ayn, including |one near a hospital|", "a rocket hit a shop while
    |three others fell| in Noor"; not "raids killed 3 and |11 in Noor|".
    """
    for at in range(1, len(units) - 1):
        if _is_bare(units[at]) and _is_joined(units, at):
            before = max((one for one in told if one.last <= at), key=lambda one: one.last, default=None)
            if before is not None and before.rule[:3] in _TOLD_BY and _goes_on(units, before, at):
                last, target = _end(units, at)
                if last > at and not _suffers(units, last):
                    yield replace(
                        before,
                        first=at,
                        last=last,
                        trigger=at,
                        count=count_of(units[at]),
                        rule="A14-more",
                        target=target,
                    )


def _is_bare(unit: Unit) -> bool:
    """Say whether a noun group is a number of what was told before: "11", "three others"."""
    return unit.kind is UnitKind.NOUN and unit.quantity is not None and unit.quantity.numeral and not unit.word


def _is_joined(units: Units, at: int) -> bool:
    """Say whether a number is joined to force, and not to people: "and |11 on Noor|", "including |one near a mill|"."""
    if units[at - 1].kind not in _JOINING:
        return False
    harms = any(unit.sense("harm-verb") or unit.sense("effect") for unit in units[:at])
    one = units[at - 1].kind is UnitKind.INCLUDING and count_of(units[at]) == Count.exactly(1)
    return one or not (harms and units[at + 1].word in _BY)


def _goes_on(units: Units, before: AttackDraft, at: int) -> bool:
    """Say whether nothing but places stands between force and a number behind it."""
    between = units[before.last : at - 1]
    near = at - before.last < _FAR and not any(unit.kind is UnitKind.VERB or _is_bare(unit) for unit in between)
    return near and not any(unit.word in (".", ":", "|") or unit.sense("people") for unit in between)


def _suffers(units: Units, last: int) -> bool:
    """Say whether what stands behind a number and its place happens to people: "and |12 near the port| were hurt"."""
    return last < len(units) and units[last].sense("harm-verb") is not None and units[last].voice is Voice.PASSIVE


def _end(units: Units, at: int) -> tuple[int, int | None]:
    """Return the index behind what tells of more force, and its target; that of the number where nothing tells it."""
    behind = units[at + 1]
    if behind.kind is UnitKind.PREPOSITION and behind.word in _ON | _BY:
        target = target_after(units, at)
        return (chain_end(units, target), target) if target is not None else (at, None)
    lands = behind.lemma in words_of("falls") or behind.lemma in ("hit", "strike", "land")
    if behind.kind is UnitKind.VERB and lands and behind.voice in (Voice.BARE, Voice.ACTIVE):
        target = target_after(units, at + 1)
        return (at + 2 if target is None else chain_end(units, target)), target
    return at, None
