"""What speaks for and against an attack's being told where its words stand, as far as its passage shows it.

Each sign is a short name that `attack_weights.tsv` weighs: of a draft's own words, of those around it, of its passage.
"""

from collections.abc import Iterator, Sequence

from corroborate.extract.force import AttackDraft, Units, governor, verb_after, words_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import SENSE, Line
from corroborate.extract.supposing import UNREAL
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.extract.unused import unreality, why_unused
from corroborate.model.document import Token, TokenKind
from corroborate.model.mention import Method

_PREPOSITIONS = frozenset(
    "in by of after during from to for against amid with about following on over under before since "
    "despite between including".split()
)


_NUMBER = TokenKind.NUMBER
NEVER = frozenset(("unused", "peaceful"))  # with one of these signs nothing is told, whatever else speaks for it


def around(line: Line) -> tuple[str, ...]:
    """Return the signs that a passage gives to each of its drafts."""
    told = [kind for kind in ("war", "habit", "claims") if not line.said.isdisjoint(words_of(kind))]
    harms = SENSE + "harm-verb" in line.where or SENSE + "effect" in line.where
    return (*told, "beside.harm") if harms else tuple(told)


def signs(units: Units, tokens: Sequence[Token], draft: AttackDraft, passage: Sequence[str]) -> frozenset[str]:
    """Return the signs of a draft: its own, and those that its passage gives to each (see `around`)."""
    unit = units[draft.trigger]
    own = draft.method is Method.OTHER and not draft.word and unit.kind is UnitKind.VERB  # "stabbed a guard"
    method = "own" if own else draft.method.value
    made = {f"frame.{draft.rule[:3]}", f"word.{unit.lemma}", f"method.{method}"}
    made.update(_verb(units, draft) if unit.kind is UnitKind.VERB else _noun(units, draft))
    made.update((*_common(units, draft), *_beside(tokens, unit), *passage))
    if _is_quoted(tokens[: unit.first]):
        made.add("quoted")
    words = frozenset(token.folded for token in tokens[unit.first : unit.last])
    if why_unused(units, tokens, draft.trigger):
        made.add("unused")
    if _is_peaceful(unit, tokens) or _is_walkout(units, draft.trigger):
        made.add("peaceful")
    made.update(f"adjective.{kind}" for kind in ("far", "doubtful", "same") if words & words_of(kind))
    return frozenset(made)


def _is_peaceful(unit: Unit, tokens: Sequence[Token]) -> bool:
    """Say whether a noun of force means none ("a rescue operation", "a rail strike"), or stands in a list of tags."""
    if tokens[unit.first].folded in ("tag", "tags"):
        return True
    before = tokens[unit.last - 2].folded if unit.last - unit.first > 1 else ""
    walkout = unit.lemma == "strike" and before in words_of("walkout")
    burst = unit.lemma in rule_words("blasts") and before in words_of("accidental")
    return (
        walkout or burst or before in words_of("harmless") or (unit.lemma in _OPEN and before in words_of("peaceful"))
    )


def _is_walkout(units: Units, at: int) -> bool:
    """Say whether workers are on strike: "went |on strike|"; not "on a strike", "on strikes"."""
    unit = units[at]
    bare = unit.lemma == "strike" and unit.last == unit.first + 1 and not unit.plural
    return bare and unit.kind is UnitKind.NOUN and at > 0 and units[at - 1].word == "on"


_OPEN = rule_words("open_force")


def _verb(units: Units, draft: AttackDraft) -> Iterator[str]:
    unit = units[draft.trigger]
    yield f"voice.{unit.voice.value}"
    yield f"tense.{_tense(unit)}"
    why = unreality(units, draft.trigger)
    if why:
        yield f"unreal.{why}"
    before = units[draft.trigger - 1] if draft.trigger else None
    if before is not None and unit.voice.value == "ing":
        yield f"ing.after.{before.word if before.word in _PREPOSITIONS else before.kind.value}"
    if draft.first < draft.trigger and units[draft.first].kind is UnitKind.NOUN:
        yield f"subject.{_role(units[draft.first])}"


def _tense(unit: Unit) -> str:
    """Return how a verb places what it tells: had struck, has struck, is striking, was struck, strikes, struck."""
    helpers = unit.auxiliary.split()
    known = (
        ("had", "past-perfect"),
        ("has", "perfect"),
        ("have", "perfect"),
        ("is", "present"),
        ("are", "present"),
        ("was", "past"),
        ("were", "past"),
    )
    return next((tense for helper, tense in known if helper in helpers), "plain")


def _role(unit: Unit) -> str:
    if unit.pronoun:
        return "pronoun"
    known = (d for d in ("actor", "group", "weapon", "attack", "people", "object") if unit.sense(d))
    return next(known, "name" if unit.proper else "noun")


def _noun(units: Units, draft: AttackDraft) -> Iterator[str]:
    unit, low = units[draft.trigger], draft.count.low
    numbered = unit.quantity is None and low is not None and low > 1  # "the seventh attack since", "twin bombings"
    determiner = "number" if numbered else _determiner(units, draft.trigger)
    target = _target(units[draft.target] if draft.target is not None else None)
    yield f"det.{determiner}"
    lead = governor(units, draft.trigger)
    yield _governed(units, lead)
    following = verb_after(units, draft.trigger)
    if following is not None and (lead is None or units[lead].kind is not UnitKind.VERB):
        told = _verb_class(following)
        yield f"then.{told}"
        if determiner == "pointing":
            yield f"pointing-then.{told}"
    yield f"{determiner}-{target}"
    yield f"{determiner}-{_governed(units, lead)}"
    if determiner == "pointing" and draft.target is None:
        yield "alone"


def _determiner(units: Units, at: int) -> str:
    unit = units[at]
    if (
        at
        and units[at - 1].kind is UnitKind.ADVERB
        and (units[at - 1].word in words_of("of_day") or (units[at - 1].word == "'s" and at > 1))
    ):
        return "pointing"  # "Wednesday's explosion"
    if unit.quantity is not None:
        return "number" if unit.quantity.numeral else "vague"
    if unit.determiner in words_of("pointing"):
        return "pointing"
    if unit.determiner in ("a", "an", "another", "each", "every"):
        return "article"
    return "owner" if unit.determiner else "none"


def _governed(units: Units, lead: int | None) -> str:
    if lead is None:
        return "opens"
    unit = units[lead]
    if unit.kind is UnitKind.PREPOSITION:
        return f"after.{unit.word if unit.word in _PREPOSITIONS else 'other'}"
    if unit.negated or unit.modal:
        return "object.unreal" if unit.modal != "to" else f"object.to-{_object_class(unit)}"
    return f"object.{_object_class(unit)}"


def _object_class(unit: Unit) -> str:
    if unit.sense("attack-verb"):
        return "light"
    kinds = ("prevent", "condemn", "plan", "flees", "reports")
    if unit.sense("harm-verb") or unit.sense("damage-verb"):
        return "harm"
    return next((kind for kind in kinds if unit.lemma in words_of(kind)), "other")


def _verb_class(unit: Unit) -> str:
    if unit.negated or unit.modal:
        return "unreal"
    if unit.sense("harm-verb") or unit.sense("damage-verb"):
        return "harm"
    kind = next((kind for kind in ("occur", "happen", "bring") if unit.lemma in words_of(kind)), "")
    if kind:
        return kind
    return "be" if unit.lemma == "be" else "other"


def _is_quoted(before: Sequence[Token]) -> bool:
    """Say whether the words of a passage before force leave a quotation open."""
    opened = 0
    for token in before:
        if token.text in _QUOTES:
            opened = {"“": 1, "”": 0}.get(token.text, 1 - opened)
    return bool(opened)


_QUOTES = frozenset('"“”')


def _beside(tokens: Sequence[Token], unit: Unit) -> Iterator[str]:
    """Yield the words around force, those right beside it once more; names but for days are one sign, and numerals."""
    days = words_of("day")
    for side, beside, near in (
        ("before", "left", tokens[max(0, unit.first - _AROUND) : unit.first][::-1]),
        ("behind", "right", tokens[unit.last : unit.last + _AROUND]),
    ):
        for token in near:
            named = token.text[0].isupper() and token is not tokens[0] and token.folded not in days
            word = "#" if token.kind is _NUMBER else "^" if named else token.folded
            yield f"{side}.{word}"
            if token is near[0]:
                yield f"{beside}.{word}"


_AROUND = 8  # words on each side of force that are weighed: the best F1 by cross-validation (`tools.fit_attacks`)


def _common(units: Units, draft: AttackDraft) -> Iterator[str]:
    target = units[draft.target] if draft.target is not None else None
    yield f"target.{_target(target)}"
    trigger = units[draft.trigger]
    if trigger.kind is UnitKind.NOUN and any(s.domain in ("group", "actor", "weapon", "attack") for s in trigger.inner):
        yield "named"
    if any(unit.word in words_of("tell_against") for unit in units[max(0, draft.first - 4) : draft.first]):
        yield "doubted"
    if _in_unreal_clause(units, draft.trigger):
        yield "unreal-clause"


def _in_unreal_clause(units: Units, at: int) -> bool:
    """Say whether the verb before force in its clause tells what is not, or only might be."""
    for unit in reversed(units[:at]):
        if unit.kind is UnitKind.SUBORDINATOR or unit.word in (".", ";", ":"):
            return False
        if unit.kind is UnitKind.VERB and unit.voice is not Voice.ING:
            return unit.negated or unit.modal in UNREAL
    return False


def _target(unit: Unit | None) -> str:
    if unit is None:
        return "none"
    if unit.pronoun:
        return "pronoun"
    if unit.sense("people"):
        return "people"
    return "name" if unit.proper else "object" if unit.sense("object") else "noun"
