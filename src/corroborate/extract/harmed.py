"""Whom words of harm with an article stand for: "the dead", "the victims", "those killed", "the 39 people killed"."""

from corroborate.extract.drafting import any_effect, inner_effect
from corroborate.extract.groups import Units, is_known_people
from corroborate.model.casualty import Effect


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
