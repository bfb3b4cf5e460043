"""Force that was not used: denied, planned, sought, stopped, possible; and why."""

from collections.abc import Sequence

from corroborate.extract.force import Units, governor, is_noun, verb_after, words_of
from corroborate.extract.supposing import UNREAL, is_sought, is_taken_back, is_unsure
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.document import Token


def why_unused(units: Units, tokens: Sequence[Token], at: int) -> str:
    """Return why the noun or verb of force at an index tells of none that was used; "" where it does."""
    if is_taken_back(units, at):
        return "denied"
    if is_sought(units, at) and not _is_withstood(units, at):
        return "sought"
    if units[at].kind is UnitKind.VERB:
        return _of_verb(units, at)
    return _of_noun(units, tokens, at)


def _is_withstood(units: Units, at: int) -> bool:
    """Say whether force was used and only failed ("foiled an attack", "attempted to capture the town")."""
    return any(unit.lemma in words_of("withstand") for unit in units[max(0, at - 2) : at])


def _of_verb(units: Units, at: int) -> str:
    why = unreality(units, at)
    if why in ("negated", "modal", "plan"):
        return why
    if units[at].voice is Voice.ING and (at == 0 or units[at - 1].kind is UnitKind.SIGN):
        following = verb_after(units, at + 1) if is_noun(units, at + 1) else None
        return "if" if following is not None and is_unsure(following) else ""  # "capturing the town would be"
    return ""


def _of_noun(units: Units, tokens: Sequence[Token], at: int) -> str:
    unit = units[at]
    if any(token.folded in words_of("future") for token in tokens[unit.first : unit.last]):
        return "future"
    lead = governor(units, at)
    if lead is None:
        return ""
    if unit.lemma == "siege":
        return ""  # there is one until it is ended
    if units[lead].kind is UnitKind.VERB:
        return "stopped" if units[lead].lemma in words_of("stop") else ""
    ended = lead > 0 and _is_any(units[lead - 1], "ending", "threat") and units[lead].word in ("of", "to", "on", "in")
    return "stopped" if ended else ""


def _is_any(unit: Unit, *kinds: str) -> bool:
    return any(unit.lemma in words_of(kind) or unit.word in words_of(kind) for kind in kinds)


def unreality(units: Units, at: int) -> str:
    """Return why the verb at an index tells what did not, or only might, happen; "" where it tells what did."""
    unit = units[at]
    if unit.negated:
        return "negated"
    if unit.modal in UNREAL:
        had = unit.modal in ("may", "could", "might") and "have" in unit.auxiliary.split()
        return "" if had else "modal"
    if unit.voice is Voice.INFINITIVE:
        leader = next((u for u in reversed(units[:at]) if u.kind is UnitKind.VERB), None)
        if leader is None:
            return "infinitive"
        kinds = ("goes_on", "attempt", "plan")
        kind = next((kind for kind in kinds if leader.lemma in words_of(kind)), "infinitive")
        return "" if kind == "goes_on" else kind
    return "if" if at > 0 and units[at - 1].word in words_of("tell_against") else ""
