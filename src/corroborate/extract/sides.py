"""The sides of a fight.

"Clashes between A and B", "clashes of A with B", "clashes involving A and B", "A clashed with B", "killed fighting B".
"""

from corroborate.extract.actors import words_of
from corroborate.extract.cast import OTHERWISE, Cast
from corroborate.extract.force import is_noun
from corroborate.extract.groups import chain_end
from corroborate.extract.units import UnitKind, Voice

_REACH = 16  # units after a verb or noun of fighting in which its other side may be named
_BESIDE = 3  # units after a fight within which "with …" names its other side
_RELATIVE = 8  # units of "the herders |who live in the hills| and"
_RELATIVES = ("who", "which", "that")


def sides(cast: Cast, at: int, own: str | None) -> tuple[str, ...]:
    """Return the parties of the fight at an index, `own` among them: "between A and B", "of A with B", "A's with B"."""
    fights = any(sense.value == "ground_assault" for sense in cast.units[at].senses)
    first = cast.names((at + 2,)) if fights and cast.units[at + 1 : at + 2] and _is_of(cast, at + 1) else ()
    near = _BESIDE + 2 * bool(first)
    for index in range(at + 1, min(at + _REACH, len(cast.units) - 1)):
        here = cast.units[index]
        if here.lemma == "pit" and cast.is_party(index + 1):
            return cast.names([*cast.joined(index + 1), *_against(cast, index + 2)])
        between = here.word == "between" or (fights and here.lemma == "involve")
        if between and _is_side(cast, index + 1, at if fights else None):
            return cast.names(_both(cast, index + 1))
        if here.word == "with" and index - at <= near and fights and cast.is_party(index + 1):
            return (*((own,) if own else first), *cast.names(cast.joined(index + 1)))
        if _ends(cast, index):
            return ()
    return ()


def _against(cast: Cast, at: int) -> list[int]:
    near = range(at, min(at + _RELATIVE, len(cast.units) - 1))
    other = next((i + 1 for i in near if cast.units[i].word == "against"), None)
    return cast.joined(other) if other is not None and cast.is_party(other) else []


def fought(cast: Cast, at: int) -> tuple[str, ...]:
    """Return those whom the one harmed at a verb was fighting ("killed |fighting rebels|")."""
    for index in range(at + 1, min(at + _REACH, len(cast.units) - 1)):
        here = cast.units[index]
        if here.kind is UnitKind.VERB:
            fights = here.voice is Voice.ING and here.lemma in words_of("combat") and cast.is_party(index + 1)
            return cast.names(cast.joined(index + 1)) if fights else ()
    return ()


def opponents(cast: Cast, at: int) -> list[int]:
    """Return the parties with whom the subject of a verb of fighting fights."""
    near = range(at + 1, min(at + _REACH, len(cast.units) - 1))
    beside = next((i for i in near if cast.units[i].kind is UnitKind.VERB or cast.units[i].word == "with"), None)
    opposed = beside is not None and cast.units[beside].word == "with" and cast.is_party(beside + 1)
    return cast.joined(beside + 1) if opposed and beside is not None else []


def backers(cast: Cast, at: int) -> list[int]:
    """Return who uses force beside the party at an index: "soldiers, |backed by mercenaries|, shot"; no state."""
    verb = chain_end(cast.units, at)
    verb += cast.units[verb : verb + 1] != () and cast.units[verb].word == ","
    beside = verb + 1
    if beside + 1 >= len(cast.units) or cast.units[verb].lemma not in words_of("aided"):
        return []
    helped = cast.units[verb].voice is Voice.BARE and cast.units[beside].word == "by" and cast.is_party(beside + 1)
    state = helped and any(sense.value == "state" for sense in cast.units[beside + 1].senses)
    return cast.joined(beside + 1) if helped and not state else []


def _is_of(cast: Cast, at: int) -> bool:
    return cast.units[at].word == "of" and cast.is_party(at + 1)


def _ends(cast: Cast, at: int) -> bool:
    """Say whether the words of a fight end at an index: not at "(fighting) |erupted|", "(clashes) |that broke out|"."""
    here = cast.units[at]
    if here.word in _RELATIVES:
        return cast.units[at + 1].lemma not in words_of("rage")
    goes_on = here.kind is UnitKind.VERB and here.lemma in words_of("rage")
    other = here.kind in (UnitKind.VERB, UnitKind.SUBORDINATOR) and not goes_on
    return other or (here.kind is UnitKind.SIGN and here.word != ",")


def _both(cast: Cast, at: int) -> list[int]:
    """Return the sides of which the first stands at an index, a relative clause behind that one looked past."""
    found = cast.joined(at, far=True)
    behind = found[-1] + 1
    if len(found) == 1 and behind < len(cast.units) and cast.units[behind].word in _RELATIVES:
        near = range(behind + 1, min(behind + _RELATIVE, len(cast.units) - 1))
        joint = next((i for i in near if cast.units[i].kind is UnitKind.CONJUNCTION), None)
        found += cast.joined(joint + 1) if joint is not None and is_noun(cast.units, joint + 1) else []
    return found


def _is_side(cast: Cast, at: int, fight: int | None) -> bool:
    """Say whether who stands at an index can be a side: a party, people, and of a fight at an index whoever can."""
    if not is_noun(cast.units, at):
        return False
    unit = cast.units[at]
    if cast.is_party(at) or unit.sense("people") or unit.word in words_of("doer"):
        return True
    return fight is not None and (_can_fight(cast, at, fight) or _shares_head(cast, at, fight))


def _shares_head(cast: Cast, at: int, fight: int) -> bool:
    """Say whether a name stands for people whom only the next one tells: "between the |Dinka| and Nuer tribes"."""
    joined = cast.units[at].proper and at + 2 < len(cast.units) and cast.units[at + 1].word == "and"
    return joined and _is_side(cast, at + 2, fight)


def _can_fight(cast: Cast, at: int, fight: int) -> bool:
    """Say whether a noun group can be of people who fight: no thing or number, a bare name of tribes alone."""
    unit, told = cast.units[at], cast.units[fight]
    if not unit.word or unit.pronoun or unit.word in words_of("pointing"):
        return False  # "between |the two sides|": told before
    tribal = any(token.folded in words_of("tribal") for token in cast.tokens[told.first : told.last])
    named = not unit.proper or unit.determiner == "the" or tribal
    return named and not any(unit.any_sense(one) for one in OTHERWISE)
