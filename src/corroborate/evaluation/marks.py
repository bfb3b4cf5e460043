"""What is compared of a label or a prediction, brought to one shape."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

KINDS = ("harm", "attack", "damage", "blame", "verification")
# What makes a claim of its kind: a pair is found only where these agree.
TRIGGERS = {"harm": "effect", "attack": "method", "damage": "object", "blame": "stance", "verification": "status"}
_COUNTED = ("harm", "attack", "damage")
_ONE, _UNCOUNTED = (1, 1), (None, None)
_WORD = re.compile(r"\w+")
# Words in which two spellings of one name may differ.
_IDLE = frozenset(
    "the a an of in on at for and s al el near"
    " city town province governorate district village suburb countryside".split()
)
_ALIKE = 0.5  # of all words of two names, so many must be common to both

Bound = tuple[object, object]


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim as it is scored: the places of its quote in the text, and its fields."""

    kind: str
    places: tuple[tuple[int, int], ...]
    grounded: bool
    trigger: object
    bounds: Bound
    people: object
    actor: str
    is_part: bool
    origin: str
    place: str
    when: object
    by: str
    weapons: frozenset[object]
    hedge: bool


def mark(label: Mapping[str, object], text: str) -> Mark:
    """Return what is scored of a label, given the text of its report."""
    kind = str(label.get("kind"))
    quote = label.get("quote")
    return Mark(
        kind=kind,
        places=_places(label, text),
        grounded=_is_grounded(label, text, quote),
        trigger=label.get(TRIGGERS.get(kind, "kind")),
        bounds=_bounds(label.get("count")),
        people=label.get("people"),
        actor=str(label.get("actor") or ""),
        is_part=bool(label.get("part_of")),
        origin=_first(label.get("sources")),
        place=_first(label.get("where")),
        when=label.get("when") or None,
        by=" ".join(_strings(label.get("by"))),
        weapons=frozenset(_strings(label.get("weapon"))),
        hedge=bool(label.get("hedge")),
    )


def agreement(gold: Mark, mine: Mark) -> dict[str, bool]:
    """Return which fields agree, for two marks of one kind."""
    kind = gold.kind
    fields = {TRIGGERS[kind]: gold.trigger == mine.trigger}
    if kind in _COUNTED:
        fields["count"] = _same_count(gold, mine)
    if kind == "harm":
        fields |= {"people": gold.people == mine.people, "part_of": gold.is_part == mine.is_part}
    if kind == "blame":
        fields["actor"] = same_name(gold.actor, mine.actor) or gold.trigger == "unknown"
    return fields | {
        "origin": same_name(gold.origin, mine.origin),
        "place": same_name(gold.place, mine.place),
        "when": gold.when == mine.when,
        "by": same_name(gold.by, mine.by),
        "weapon": gold.weapons == mine.weapons,
        "hedge": gold.hedge == mine.hedge,
    }


def overlap(gold: Mark, mine: Mark) -> bool:
    """Say whether the quotes of two marks share a place of the text."""
    return any(start < stop and begin < end for start, end in gold.places for begin, stop in mine.places)


def same_name(left: str, right: str) -> bool:
    """Say whether two spellings are of one name: one's words inside the other's, or half of all words in common.

    >>> same_name("the White Helmets", "White Helmets in Idlib"), same_name("CNN", ""), same_name("", "")
    (True, False, True)
    """
    if not left or not right:
        return left == right
    one, other = _words(left), _words(right)
    return one <= other or other <= one or len(one & other) >= _ALIKE * len(one | other)


def _words(name: str) -> frozenset[str]:
    words = frozenset(_WORD.findall(name.lower().replace("’", "'")))
    return (words - _IDLE) or frozenset(_WORD.findall(name.lower()))


def _same_count(gold: Mark, mine: Mark) -> bool:
    if gold.bounds == mine.bounds:
        return True
    # One attack and an uncounted plural are not told apart.
    return gold.kind != "harm" and {gold.bounds, mine.bounds} == {_ONE, _UNCOUNTED}


def _bounds(count: object) -> Bound:
    return (count.get("low"), count.get("high")) if isinstance(count, Mapping) else _UNCOUNTED


def _strings(names: object) -> Sequence[str]:
    return [str(name) for name in names] if isinstance(names, Sequence) and not isinstance(names, str) else []


def _first(names: object) -> str:
    return next(iter(_strings(names)), "")


def _places(label: Mapping[str, object], text: str) -> tuple[tuple[int, int], ...]:
    start, end, quote = label.get("start"), label.get("end"), str(label.get("quote") or "")
    if isinstance(start, int) and isinstance(end, int):
        return ((start, end),)
    if not quote:
        return ()
    return tuple((m.start(), m.start() + len(quote)) for m in re.finditer(f"(?={re.escape(quote)})", text))


def _is_grounded(label: Mapping[str, object], text: str, quote: object) -> bool:
    start, end = label.get("start"), label.get("end")
    if not isinstance(quote, str) or quote not in text:
        return False
    return not (isinstance(start, int) and isinstance(end, int)) or text[start:end] == quote
