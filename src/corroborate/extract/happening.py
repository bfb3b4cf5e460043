"""Whether words around a noun of harm tell that it came about: "caused deaths", "reports of injuries", "bodies lay"."""

from corroborate.extract.drafting import is_unreal
from corroborate.extract.groups import Units
from corroborate.extract.lexicon import rule_words
from corroborate.extract.units import UnitKind, Voice

RESULT = rule_words("resulting")
RECOVER = rule_words("recovering")
TIDINGS = rule_words("tidings")
_TIDINGS_ON = rule_words("tidings_on")
_RECORDING = rule_words("recording")
_UNDER_WAY = rule_words("under_way")
_LYING = rule_words("lying_dead")
_CROWDING = rule_words("crowding")
_SETTING = frozenset(("in", "as", "after", "following", "from", "due to", "as a result of", "because of"))


def is_told(units: Units, at: int) -> bool:
    """Say whether an uncounted noun of harm is told as having happened, by any of the words around it."""
    return is_brought_about(units, at) or there_are(units, at) or heads_line(units, at)


def there_are(units: Units, at: int) -> bool:
    """Say whether "there are" stands right before a noun."""
    return at > 1 and units[at - 1].lemma == "be" and units[at - 2].word == "there" and not units[at - 1].negated


def is_brought_about(units: Units, at: int) -> bool:
    """Say whether a verb or tidings tell that an uncounted plural of harm happened: "causing |casualties|"."""
    if at > 1 and units[at - 1].kind is UnitKind.CONJUNCTION and units[at - 2].sense("effect"):
        return is_brought_about(units, at - 2)  # "deaths and injuries"
    if fills(units, at):
        return True
    near = units[max(0, at - 5) : at]
    link = next((unit.word for unit in reversed(near) if unit.kind is not UnitKind.ADVERB), "")
    tidings = next((unit for unit in near if unit.lemma in TIDINGS), None)
    if tidings is not None and (link in ("of", "about") or (link in _TIDINGS_ON and not tidings.determiner)):
        return not tidings.is_none  # not "|the report| on casualties", "|no information| about casualties"
    for index in range(at - 1, max(-1, at - 4), -1):
        unit = units[index]
        if unit.kind is UnitKind.VERB:
            return unit.lemma in RESULT and not is_unreal(units, index)
        if unit.kind in (UnitKind.SIGN, UnitKind.SUBORDINATOR):
            break
    step = at + 1
    while step + 2 < len(units) and units[step].kind is UnitKind.PREPOSITION and units[step + 1].kind is UnitKind.NOUN:
        step += 2
    behind = units[step] if step < len(units) else units[at]
    brought = behind.voice is Voice.PASSIVE and behind.lemma in RESULT  # "losses were inflicted on them"
    return behind.kind is UnitKind.VERB and (behind.lemma in _RECORDING or brought) and not behind.negated


def is_under_way(units: Units, at: int) -> bool:
    """Say whether the verb behind a deed and its phrases tells that it happens: "|the evacuation| of A resumed"."""
    behind = at + 1
    while behind + 1 < len(units) and units[behind].kind is UnitKind.PREPOSITION:
        behind += 2
    verb = units[behind] if behind < len(units) else units[at]
    return verb.kind is UnitKind.VERB and verb.lemma in _UNDER_WAY and not is_unreal(units, behind)


def fills(units: Units, at: int) -> bool:
    """Say whether the harmed fill a place: "overwhelmed with |casualties|", "littered with |bodies|"."""
    filled = units[at - 2] if at > 1 and units[at - 1].word in ("with", "by", "of") else None
    return filled is not None and not _CROWDING.isdisjoint((filled.lemma, filled.word)) and not filled.negated


def are_seen(units: Units, at: int) -> bool:
    """Say whether bodies are told to have been found or to lie there: "recovered |bodies|", "|bodies| strewn about"."""
    near = units[max(0, at - 2) : at + 3]
    if any(unit.kind is UnitKind.VERB and unit.lemma in RECOVER and not unit.negated for unit in near):
        return True
    return lie_there(units, at) or fills(units, at)


def lie_there(units: Units, at: int) -> bool:
    """Say whether the verb behind the dead tells how they lie where they are seen: "dead rebels |lying| in snow"."""
    verb = units[at + 1] if at + 1 < len(units) else units[at]
    return verb.kind is UnitKind.VERB and not _LYING.isdisjoint((verb.lemma, verb.word))


def heads_line(units: Units, at: int) -> bool:
    """Say whether a line without a verb of its own opens with plurals of harm: "Deaths and injuries in a raid"."""
    first, behind = at, at + 1
    while first > 1 and units[first - 1].kind is UnitKind.CONJUNCTION and units[first - 2].sense("effect"):
        first -= 2
    while behind + 1 < len(units) and units[behind].kind is UnitKind.CONJUNCTION and units[behind + 1].sense("effect"):
        behind += 2
    if first or behind >= len(units) or units[behind].word not in _SETTING:
        return False
    clause = next((unit for unit in units[behind:] if unit.kind in (UnitKind.VERB, UnitKind.SUBORDINATOR)), None)
    return clause is None or clause.kind is UnitKind.SUBORDINATOR
