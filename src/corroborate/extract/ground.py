"""Ground that is won by force, told by what becomes of those who held it."""

from collections.abc import Iterator

from corroborate.extract.actors import is_actor
from corroborate.extract.force import AttackDraft, Units, is_noun, object_of, opening, skip, words_of
from corroborate.extract.forceful import is_land
from corroborate.extract.groups import chain_end
from corroborate.extract.rules import begins
from corroborate.extract.subjects import subject_of
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.casualty import VAGUE, Count
from corroborate.model.mention import Method

_AWAY = frozenset(("from", "out of", "back", "out", "off", "across", "towards", "toward", "beyond", "behind"))
_REACH = 6  # units between a verb and what it takes away


@begins(of=lambda: words_of("drives"), at=UnitKind.VERB)
def driven(units: Units, at: int) -> Iterator[AttackDraft]:
    """A09: "drove the rebels from the town", "rebels were forced into retreat", "expelled the rebels".

    Not "drove the children to school".
    """
    unit = units[at]
    thing = object_of(units, at)
    passive = unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and thing is None)
    moved = subject_of(units, at) if passive else thing
    if moved is None or not is_actor(units[moved]):
        return
    subject = moved if passive else subject_of(units, at)
    behind = (at if passive else moved) + 1
    last = _behind(units, behind) or (behind if unit.lemma in words_of("expels") else None)
    by_force = subject is not None and not passive and units[subject].sense("attack")
    if last is None or by_force:
        return  # "shelling forced the rebels from the town": the shelling is what was used
    first = opening(subject, at)
    yield AttackDraft(first, last, at, Method.GROUND_ASSAULT, Count.exactly(1), "A09-driven", moved)


def _behind(units: Units, at: int) -> int | None:
    """Return the index behind the words that say from where somebody is driven, None where nothing says so."""
    away = skip(units, at)
    if away + 1 < len(units) and units[away].word == "into" and units[away + 1].word == "retreat":
        return away + 2
    if away < len(units) and units[away].word in _AWAY:
        return chain_end(units, away + 1) if is_noun(units, away + 1) else away + 1
    return away if units[away - 1].word in _AWAY else None


@begins("lose", at=UnitKind.VERB)
def lost(units: Units, at: int) -> Iterator[AttackDraft]:
    """A10: "the army lost the town to the rebels", "it was lost to the rebels"; not "he lost his son to the war"."""
    passive = units[at].voice is Voice.PASSIVE
    place = subject_of(units, at) if passive else object_of(units, at)
    relative = place is None and at > 1 and units[at - 1].kind is UnitKind.NOUN and units[at - 2].word == "which"
    target = at - 2 if relative else place
    if target is None or not (is_land(units, target) or (passive and units[target].word == "it")):
        return
    index = at + 1 if relative or passive else chain_end(units, target)
    end = min(len(units) - 1, index + _REACH)
    to = next((i for i in range(index, end) if units[i].word == "to"), None)
    if to is None or not is_noun(units, to + 1) or not (is_actor(units[to + 1]) or units[to + 1].sense("attack")):
        return
    subject = subject_of(units, at)
    first = opening(subject, at)
    last = chain_end(units, to + 1)
    yield AttackDraft(first, last, at, Method.GROUND_ASSAULT, Count.exactly(1), "A10-lost", target)


@begins("fall", at=UnitKind.VERB)
def fallen(units: Units, at: int) -> Iterator[AttackDraft]:
    """A12: "the base fell to the rebels", "had fallen into the hands of rebels"; not "the toll fell to three"."""
    subject = subject_of(units, at)
    winner = next((i for i in range(at + 2, min(len(units), at + _REACH)) if is_actor(units[i])), None)
    if subject is None or winner is None or units[at + 1].word not in ("to", "into", "under"):
        return
    held = units[subject].sense("object")
    if not (is_land(units, subject) or (held is not None and held.value in ("military", "infrastructure"))):
        return
    first = opening(subject, at)
    yield AttackDraft(first, winner + 1, at, Method.GROUND_ASSAULT, Count.exactly(1), "A12-fallen", subject)


@begins(of=lambda: words_of("gains"), at=UnitKind.VERB)
def gained(units: Units, at: int) -> Iterator[AttackDraft]:
    """A13: "the army made considerable advances", "rebels have established control over two villages"."""
    thing, subject = object_of(units, at), subject_of(units, at)
    if thing is None or units[thing].word not in words_of("gained"):
        return
    acts = subject is not None and is_actor(units[subject])
    if not acts and not _is_over_land(units, thing):
        return
    first = opening(subject, at)
    yield AttackDraft(first, chain_end(units, thing), at, Method.GROUND_ASSAULT, VAGUE, "A13-gained")


def _is_over_land(units: Units, thing: int) -> bool:
    """Say whether control is won of land, whoever wins it: "managed to win |control over the district|"."""
    won = units[thing].word == "control" and units[thing + 1 : thing + 2] and units[thing + 1].word in ("over", "of")
    return bool(won) and is_noun(units, thing + 2) and is_land(units, thing + 2)
