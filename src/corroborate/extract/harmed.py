"""Who is harmed: whom a verb befalls, and whom words of harm with an article stand for ("the dead", "those killed")."""

from corroborate.extract.agreement import agreeing
from corroborate.extract.clauses import object_of, subject_of
from corroborate.extract.drafting import any_effect, inner_effect
from corroborate.extract.groups import Units, chain_end, is_known_people
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.casualty import Effect


def is_undergone(units: Units, at: int) -> bool:
    """Say whether the subject of a verb suffers it: of a passive, or of a participle ("two men |seized| in Homs")."""
    followed = at + 1 < len(units) and units[at + 1].kind is UnitKind.NOUN
    return units[at].voice is Voice.PASSIVE or (units[at].voice is Voice.BARE and not followed)


def sufferers(units: Units, at: int) -> tuple[tuple[int, ...], int]:
    """Return whom a verb befalls, its subject or its object, and the index behind the last of verb and object."""
    if is_undergone(units, at):
        return agreeing(units, at, subject_of(units, at)), at + 1
    groups = object_of(units, at)
    return groups, chain_end(units, groups[-1]) if groups else at + 1


def are_the_harmed(units: Units, at: int) -> bool:
    """Say whether "the dead", "the victims", "those killed", "39 people killed" stand at an index."""
    return harmed_effect(units, at) is not None


_HARMED = {
    "victims": Effect.KILLED,
    "martyrs": Effect.KILLED,
    "fatalities": Effect.KILLED,
    "bodies": Effect.KILLED,
    "corpses": Effect.KILLED,
    "casualties": Effect.CASUALTIES,
    "detainees": Effect.DETAINED,
    "hostages": Effect.ABDUCTED,
    "abductees": Effect.ABDUCTED,
}


def harmed_effect(units: Units, at: int) -> Effect | None:
    """Return what befell the harmed whom the words at an index stand for, None where they stand for none."""
    if units[at].word in _HARMED:
        return _HARMED[units[at].word]
    ahead = units[at + 1] if at + 1 < len(units) else units[at]
    counted = units[at].quantity is not None and is_known_people(units[at])
    called = units[at].determiner == "the" and units[at].sense("people") is not None
    if called and (inner := inner_effect(units[at])) is not None:
        return inner  # "among the killed people"
    opens = units[at].word in ("the", "those", "dead", "wounded", "injured") or counted
    return any_effect(units[at]) or any_effect(ahead) if opens else None
