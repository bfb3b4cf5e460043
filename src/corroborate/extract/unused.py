"""Force that was not used: denied, planned, sought, stopped, possible; and why."""

from collections.abc import Sequence

from corroborate.extract.force import Units, craft_methods, governor, is_noun, verb_after, words_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.supposing import UNREAL, is_sought, is_taken_back, is_unsure
from corroborate.extract.units import UnitKind, Voice
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
    if why == "infinitive" and not _is_means_of(units, at):
        return why
    if units[at].voice is Voice.ING and (at == 0 or units[at - 1].kind is UnitKind.SIGN):
        following = verb_after(units, at + 1) if is_noun(units, at + 1) else None
        return "if" if following is not None and is_unsure(following) else ""  # "capturing the town would be"
    return ""


def _of_noun(units: Units, tokens: Sequence[Token], at: int) -> str:
    unit = units[at]
    if any(token.folded in words_of("future") for token in tokens[unit.first : unit.last]):
        return "future"
    if at > 0 and units[at - 1].word == "without":
        return "denied"
    lead = governor(units, at)
    if lead is None:
        return ""
    if unit.lemma == "siege":
        return ""  # there is one until it is ended
    following = verb_after(units, at)
    if units[lead].word == "since" and following is not None and following.lemma in words_of("opens_war"):
        return "background"  # "since |fighting| broke out in 2011": how long a war has lasted
    if units[lead].kind is UnitKind.VERB:
        return "stopped" if units[lead].lemma in words_of("stop") else ""
    before = units[lead - 1] if lead else units[lead]
    if units[lead].word == "of" and before.word in rule_words("using"):
        return _of_noun(units, tokens, lead - 1)  # "suspended the use of |car bombs|"
    return "stopped" if before.lemma in words_of("ending", "threat") else ""


def _is_means_of(units: Units, at: int) -> bool:
    """Say whether force or its means stand before an infinitive, which then tells what they did.

    "launched |an attack| to retake the town", "used |jets| to bomb it", "caused |the bomb| to explode"; not "|any
    operation| to retake it", "sent |troops| to attack".
    """
    for index in range(at - 1, max(-1, at - _PURPOSE), -1):
        unit = units[index]
        if unit.kind is UnitKind.NOUN and (
            unit.sense("attack") or unit.sense("weapon") or unit.word in craft_methods()
        ):
            return unit.determiner not in _ANY and not unit.is_none
        if unit.kind in (UnitKind.SUBORDINATOR, UnitKind.SIGN) or unit.word in _BIDS:
            return False
    return False


_PURPOSE = 8  # units before an infinitive in which the force stands whose aim it tells
_ANY = frozenset(("any", "every", "each"))
_BIDS = rule_words("bids")


def unreality(units: Units, at: int) -> str:
    """Return why the verb at an index tells what did not, or only might, happen; "" where it tells what did."""
    unit = units[at]
    leader = coordinated(units, at)
    if leader is not None:
        return unreality(units, leader)
    if unit.negated:
        return "negated"
    if unit.modal in UNREAL:
        return "modal" if is_unsure(unit) else ""
    if unit.voice is Voice.INFINITIVE:
        return _of_infinitive(units, at)
    return "if" if at > 0 and units[at - 1].word in words_of("tell_against") else ""


def _of_infinitive(units: Units, at: int) -> str:
    before = units[at - 1] if at else None
    if at > 1 and units[at - 1].kind is UnitKind.CONJUNCTION:
        joined = next((i for i in range(at - 2, -1, -1) if units[i].kind is UnitKind.VERB), None)
        if joined is not None and units[joined].voice is Voice.INFINITIVE:
            return _of_infinitive(units, joined)  # "tried to enter the town and |to attack| a post"
    if any(unit.lemma in words_of("attempt_nouns") for unit in units[max(0, at - _BID) : at]):
        return "attempt"  # "repelled |attempts| by the army to take the town"
    bare = before is not None and before.kind is UnitKind.NOUN and not before.determiner
    if before is not None and bare and before.word == "able":
        return ""
    if before is not None and bare and before.word in words_of("attempt"):
        return "attempt"  # "and |try| to", read as a noun
    leader = next((u for u in reversed(units[:at]) if u.kind is UnitKind.VERB), None)
    if leader is not None and leader.word == "going":
        return "plan"
    serves = any(unit.word == "as" for unit in units[max(0, at - _BID) : at])
    if leader is not None and leader.lemma == "use" and serves:
        return "infinitive"  # "was used as a base |to attack| the town"
    kinds = ("goes_on", "attempt", "plan")
    kind = next((kind for kind in kinds if leader is not None and leader.lemma in words_of(kind)), "infinitive")
    return "" if kind == "goes_on" else kind


_BID = 5  # units before an infinitive in which the attempt stands whose aim it tells


def coordinated(units: Units, at: int) -> int | None:
    """Return the infinitive, modal or negated verb that a bare verb goes on with, others of their list between them.

    "vowed |to free| the town and |hold| it", "plan |to burn| cars, |loot| shops and |bomb| banks", "|did not kill|
    anybody or |cause| damage".
    """
    unit = units[at]
    plain = unit.voice is Voice.ACTIVE and not unit.auxiliary and not unit.modal and unit.word == unit.lemma
    if not plain or at == 0 or not (units[at - 1].kind is UnitKind.CONJUNCTION or units[at - 1].word == ","):
        return None
    before = next((i for i in range(at - 1, -1, -1) if units[i].kind is UnitKind.VERB), None)
    if before is None:
        return None
    led = units[before].voice is Voice.INFINITIVE or units[before].modal in UNREAL or units[before].negated
    return before if led else coordinated(units, before)
