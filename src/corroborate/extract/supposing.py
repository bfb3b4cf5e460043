"""Harm that its words take back: denied, doubted, planned, feared, forbidden, or sought."""

from functools import cache

from corroborate.extract.groups import Units
from corroborate.extract.lexicon import rows, rule_words, word_classes
from corroborate.extract.units import Unit, UnitKind, Voice

UNREAL = word_classes("function.tsv")["modal"]  # verbs under which nothing happened
_STATING = rule_words("stating")
_REACH = 24  # units over which what is denied or doubted may stretch
_OBJECT = 8  # units between "prevented" and its "from"
_ENDS = frozenset('. ; : , ” “ " | ( ) after when while whilst who which but although though because'.split())


@cache
def _words(kind: str) -> frozenset[str]:
    table = {name: frozenset(word.strip() for word in words.split(",")) for name, words in rows("unreal.tsv")}
    return table[kind]


@cache
def _doubting() -> frozenset[str]:
    """Return the words of which one stands where what is told behind it is denied or doubted."""
    kinds = ("deny", "proof", "tell", "false", "rumour")
    return frozenset(("whether", "true")).union(*map(_words, kinds))


def is_taken_back(units: Units, at: int) -> bool:
    """Say whether what is told at an index is denied ("denied that"), doubted ("whether") or aimed at ("threat of")."""
    doing = units[at].voice is Voice.ING or units[at].auxiliary.split()[-1:] == ["being"]
    if doing and _is_aimed_at(units, at):
        return True
    if at and units[at - 1].kind is UnitKind.VERB and units[at - 1].lemma == "fear":
        return True  # "feared |dead|"
    for index in range(at - 1, max(-1, at - _REACH), -1):
        unit = units[index]
        if unit.word in _ENDS or (unit.word == "that" and _states(units, index)):
            return False
        doubtful = unit.word in _doubting() or unit.lemma in _doubting()
        if doubtful and (
            unit.word == "whether"
            or _denies(units, index)
            or _tells_falsely(units, index)
            or _is_false(units, index, at)
        ):
            return True
        if unit.kind is UnitKind.VERB and unit.voice is Voice.ING and _is_aimed_at(units, index):
            return doing  # "plans for storming the town and |killing|"
    return False


def _states(units: Units, at: int) -> bool:
    """Say whether a "that" opens a clause that somebody states: "(did not say whether …) but noted |that|"."""
    verb = units[at - 1] if at else None
    if verb is None or verb.kind is not UnitKind.VERB or verb.lemma not in _STATING or verb.voice is Voice.PASSIVE:
        return False
    return not verb.negated and not _tells_falsely(units, at - 1)


def _denies(units: Units, at: int) -> bool:
    """Say whether a verb or noun at an index takes back the clause or the doing behind it."""
    unit = units[at]
    if unit.kind is UnitKind.VERB and unit.lemma in _words("deny"):
        if unit.negated or unit.voice is Voice.PASSIVE:
            return False
        behind = _past_adverbs(units, at + 1)
        if units[behind].kind is UnitKind.VERB and units[behind].voice is Voice.ING:
            return True
        behind = min(behind + (units[behind].word == "as"), len(units) - 1)  # "dismissed |as fake| reports of"
        rumoured = units[behind].kind is UnitKind.NOUN and units[behind].word in _words("rumour")
        return _word(units, behind + rumoured) in (("that", "of") if rumoured else ("that",))
    return unit.is_none and unit.word in _words("proof") and _word(units, at + 1) in ("that", "of")


def _tells_falsely(units: Units, at: int) -> bool:
    """Say whether a verb at an index tells what did not happen: "was mistakenly |reported| killed"."""
    unit = units[at]
    tells = unit.kind is UnitKind.VERB and unit.lemma in _words("tell")
    return tells and not _words("falsely").isdisjoint((*unit.adverbs, *_adverb_before(units, at)))


def is_near_miss(units: Units, at: int) -> bool:
    """Say whether what a verb tells all but happened: "nearly |killed| two men"; not "almost certainly |killed|"."""
    return not _words("near").isdisjoint(units[at].adverbs[-1:] or _adverb_before(units, at))


def _adverb_before(units: Units, at: int) -> tuple[str, ...]:
    return (units[at - 1].word,) if at and units[at - 1].kind is UnitKind.ADVERB else ()


def _is_false(units: Units, at: int, told: int) -> bool:
    """Say whether a report at an index, of what is told behind it, is called false: "contrary to |a report| that"."""
    if _word(units, at + 1) not in ("that", "of"):
        return False
    if units[at].word in _words("false"):
        return True  # "it is |untrue| that"
    if units[at].word == "true":
        return units[at - 1].negated
    if units[at].word not in _words("rumour"):
        return False
    before = at - 1
    while before > 0 and (units[before].kind is UnitKind.ADVERB or units[before].word == units[before].determiner):
        before -= 1  # "(corrected) |an earlier| report"
    contrary = before > 0 and units[before].word == "to" and units[before - 1].word == "contrary"
    retracted = before >= 0 and units[before].kind is UnitKind.VERB and units[before].lemma in _words("retract")
    return contrary or (retracted and not units[before].negated) or _is_called_false(units, told)


def _is_called_false(units: Units, at: int) -> bool:
    """Say whether the sentence ends in what calls false what it told at an index: "reports of |deaths| were false"."""
    for index in range(at + 1, min(len(units) - 1, at + _REACH)):
        if units[index].word in _ENDS:
            return False
        calls = units[index].lemma in ("be", "prove", "turn") and not units[index].negated
        if calls and units[_past_adverbs(units, index + 1)].word in _words("false"):
            return True
    return False


def _past_adverbs(units: Units, at: int) -> int:
    while at < len(units) - 1 and units[at].kind is UnitKind.ADVERB:
        at += 1
    return min(at, len(units) - 1)


def _word(units: Units, at: int) -> str:
    return units[at].word if at < len(units) else ""


def _is_aimed_at(units: Units, at: int) -> bool:
    """Say whether a doing stands behind a word that only aims at it, or bars it."""
    before = at - 1
    if before >= 0 and units[before].kind is UnitKind.PREPOSITION:
        if units[before].word == "from" and any(
            unit.lemma in _words("bar") for unit in units[max(0, before - _OBJECT) : before]
        ):
            return True
        if units[before].word in _words("aim"):
            return True
        before -= 1
    while before > 0 and units[before].kind is UnitKind.ADVERB and units[before].word not in _words("aim"):
        before -= 1
    return before >= 0 and _is_one(units[before], "aim")


def _is_one(unit: Unit, kind: str) -> bool:
    return (unit.lemma if unit.kind is UnitKind.VERB else unit.word) in _words(kind)


def _is_open(unit: Unit) -> bool:
    """Say whether a verb leaves open, or denies, the deed that it governs: "could result in |the deaths of|".

    What somebody will look into, mourn or punish has happened: "would investigate |the killing of|".
    """
    open_verb = unit.kind is UnitKind.VERB and (unit.negated or is_unsure(unit))
    return open_verb and unit.lemma not in _words("given")


def is_unsure(unit: Unit) -> bool:
    """Say whether a verb only could or should happen; "may have happened" is a claim, hedged."""
    hedges = ("may", "might") if unit.voice is Voice.ACTIVE else ("may", "could", "might")
    may_have = unit.modal in hedges and "have" in unit.auxiliary.split()  # "the bomb |could have killed| hundreds"
    return unit.modal in UNREAL and not may_have


def is_untold(units: Units, at: int) -> bool:
    """Say whether a noun of harm tells of nothing that happened: "an attempted |murder|", "denied |the killing of|"."""
    tried = any(sense.domain == "unreal" for sense in units[at].inner)
    return tried or is_sought(units, at) or is_taken_back(units, at)


_RELATIVE = 2  # units: a noun and "that" before a verb


def is_sought(units: Units, at: int) -> bool:
    """Say whether a noun of harm is only sought or feared: "demanded |the arrest of|", "fear of |deaths|"."""
    if units[at].determiner in ("any", "every", "each"):
        return True
    before = at - 1
    if before > 0 and units[before].kind is UnitKind.VERB and units[before - 1].determiner == "neither":
        return True  # "neither side reported |casualties|"
    if before < 0 or units[before].kind is not UnitKind.PREPOSITION:
        return before >= 0 and (_is_open(units[before]) or _is_one(units[before], "want"))
    governor = units[before - 1] if before else units[before]
    if _is_open(governor) or f"{governor.lemma} {units[before].word}" in _words("want"):
        return True
    relative = before > _RELATIVE and units[before - 2].word in ("that", "which")
    if before > 1 and (relative or (governor.kind is UnitKind.VERB and governor.voice is Voice.ING)):
        governor = units[before - 2 - relative]  # "|information| leading to the arrest of", "that leads to"
        return governor.kind is UnitKind.NOUN and governor.word in _words("want-noun") | _words("lead-noun")
    return governor.kind is UnitKind.NOUN and governor.word in _words("want-noun")
