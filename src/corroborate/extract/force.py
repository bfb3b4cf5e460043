"""Drafts of attacks, the words that decide about force, and the walks over units that its frames share."""

from collections.abc import Sequence
from functools import cache

from corroborate.extract.groups import chain_end
from corroborate.extract.lexicon import Sense, plural, rows, rule_words, word_classes
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import VAGUE, Count
from corroborate.model.mention import Method, Weapon
from corroborate.model.passing import passing

Units = Sequence[Unit]


@passing
class AttackDraft:
    """An attack in terms of units: [first, last) carries it, `trigger` gave it away, `target` heads what was aimed at.

    `word` is the unspecific word that leaves its method open, "" where none does; `is_aerial` says that the passage
    tells of craft or of the air; `signs` are what speaks for and against its being told here, each weighed by
    `attack_weights.tsv`.
    """

    first: int
    last: int
    trigger: int
    method: Method
    count: Count
    rule: str
    target: int | None = None
    weapons: tuple[Weapon, ...] = ()
    word: str = ""
    is_aerial: bool = False
    signs: frozenset[str] = frozenset()


@cache
def words_of(*kinds: str) -> frozenset[str]:
    """Return the words of some classes of `force_words.tsv`."""
    classes = word_classes("force_words.tsv")
    return frozenset[str]().union(*(classes[kind] for kind in kinds))


@cache
def craft_methods() -> dict[str, Method]:
    """Return the method that each word for a craft, gun or gunman gives to unspecific force."""
    table: dict[str, Method] = {}
    for word, forms, method in rows("craft.tsv"):
        table[word] = Method(method)
        if forms != "-":
            table[forms or plural(word)] = Method(method)
    return table


def weapons_in(units: Units, first: int, last: int, *, but: frozenset[int] = frozenset()) -> tuple[Weapon, ...]:
    """Return the weapons that the units [first, last) name, in order, some units left out."""
    named: list[Weapon] = []
    for index in range(max(first, 0), min(last, len(units))):
        means = means_of(units[index])
        if means and index not in but and carrier(units, index, FITTED) is None:
            named.extend(means)
    if Weapon.SUICIDE_BOMB in named and _drives(units, first, last):
        named.append(Weapon.CAR_BOMB)
    known = not AGENTS.isdisjoint(named)  # "|sarin| nerve gas", "the |chlorine| was a toxic gas": one means
    return tuple(dict.fromkeys(weapon for weapon in named if not (known and weapon is Weapon.CHEMICAL)))


AGENTS = frozenset((Weapon.CHLORINE, Weapon.SARIN))  # the names of what else is only told to be a gas


def means_of(unit: Unit) -> list[Weapon]:
    """Return the weapons that the words of a unit name, in order; what most units name none of."""
    if not (unit.senses or unit.inner):
        return []
    place = unit.sense("object") is not None  # "a |chemical attack| town" is no means
    inner = [sense for sense in unit.inner if not (place and sense.domain == "attack")]
    return [weapon for sense in (*inner, *unit.senses) for weapon in weapons_of(sense)]


def weapons_of(sense: Sense) -> tuple[Weapon, ...]:
    """Return the weapons that a sense names, in order; none for a bomb of no told kind."""
    value = sense.value if sense.domain == "weapon" else sense.detail if sense.domain == "attack" else ""
    return tuple(Weapon(part.strip()) for part in value.split(",") if part.strip() not in ("", "bomb")) if value else ()


def carrier(units: Units, at: int, ties: frozenset[str]) -> int | None:
    """Return what has a weapon, which a participle and "with" tie to it: "|vehicles| equipped with machine guns"."""
    first = first_joined(units, at)
    tied = first >= _TIED and units[first - 1].word == "with" and units[first - 2].word in ties
    return first - _TIED if tied and units[at].sense("weapon") is not None else None


_TIED = 3  # units from who has weapons to them: "vehicles |equipped with guns|"


FITTED = rule_words("fitted")


def is_acted_on(units: Units, at: int) -> bool:
    """Say whether something is done with weapons, or to gunmen: "seized |rifles|", "killed |a sniper| and wounded"."""
    unit = units[at]
    if unit.sense("weapon") is None:
        return False
    armed = unit.sense("people") is not None
    lead, following = governor(units, first_joined(units, at)), verb_after(units, _last_joined(units, at))
    suffers = following is not None and following.voice in ((Voice.PASSIVE,) if armed else (Voice.PASSIVE, Voice.BARE))
    if suffers and following is not None and following.lemma in HANDLED:
        return True
    done = units[lead] if lead is not None and units[lead].kind is UnitKind.VERB else None
    harmed = armed and done is not None and done.sense("harm-verb") is not None
    return harmed or (done is not None and done.lemma in HANDLED and done.lemma != "carry")


HANDLED = words_of("handled") | rule_words("downing")


def first_joined(units: Units, last: int) -> int:
    """Return the first of the weapons that are joined to one: "|two car bombs| and a mine", "|rifles|, mortars and"."""
    while last > 1 and units[last - 1].word in ("and", ",") and units[last - 2].sense("weapon") is not None:
        last -= 2
    return last


def _last_joined(units: Units, first: int) -> int:
    """Return the last of the weapons that are joined to one: "bombs |and mines| were removed"."""
    while first + 2 < len(units) and units[first + 1].word in ("and", ",") and units[first + 2].sense("weapon"):
        first += 2
    return first


def _drives(units: Units, first: int, last: int) -> bool:
    """Say whether a bomber drives up ("a suicide bomber |driving a van|")."""
    for index in range(max(first, 0), min(last, len(units) - 2)):
        verb, thing = units[index + 1], units[index + 2].sense("object")
        if verb.kind is UnitKind.VERB and verb.lemma in _DRIVE and thing is not None and thing.value == "vehicle":
            return True
    return False


_DRIVE = rule_words("driving")


def is_of_other_time(units: Units, at: int) -> bool:
    """Say whether a noun group is told for the time since or before it: "three days after |a gas attack|"."""
    return at > 1 and units[at - 1].word in _ASIDE_IN_TIME and units[at - 2].word in _MEASURES_OF_TIME


_ASIDE_IN_TIME = frozenset(("after", "since", "before", "following"))
_MEASURES_OF_TIME = rule_words("measures_of_time")


def count_of(unit: Unit) -> Count:
    """Return how many attacks a noun of force or of means tells."""
    if unit.quantity is not None and not unit.is_none:
        return unit.quantity.count
    if unit.plural or unit.word in words_of("mass"):
        return VAGUE
    return Count.exactly(1)


def is_noun(units: Units, at: int) -> bool:
    """Say whether a noun group stands at an index."""
    return 0 <= at < len(units) and units[at].kind is UnitKind.NOUN


def doer_behind(units: Units, at: int) -> int | None:
    """Return who does it behind "of", where what is hit is told too: "the shelling of |the army| on the town"."""
    if at + _GENITIVE >= len(units) or units[at + 1].word != "of" or not is_noun(units, at + 2):
        return None
    doer = units[at + 2]
    if not (doer.sense("actor") or doer.any_sense("group")):
        return None
    step = chain_end(units, at + 2)
    while step < len(units) - 1 and (units[step].kind is UnitKind.ADVERB or units[step].word in _WHEN):
        step += 1
    if not is_noun(units, step + 1):
        return None
    on = units[step].word in ("on", "against") and units[step + 1].word not in words_of("whereabouts")
    return at + 2 if on or units[step].word == "targeting" else None


_GENITIVE = 4  # units of "shelling of A on B"
_WHEN = frozenset((",", "dawn", "morning", "noon", "afternoon", "evening", "night"))


def opening(subject: int | None, at: int) -> int:
    """Return where the words of a deed open: at the subject of the verb at an index where it is near, else there."""
    return subject if subject is not None and at - subject <= _REACH else at


_REACH = 8  # units between a verb and a subject that still belongs to the quote


def skip(units: Units, at: int, step: int = 1) -> int:
    """Return the first index from one on, in a direction, where no adverb stands."""
    while 0 <= at < len(units) and units[at].kind is UnitKind.ADVERB:
        at += step
    return at


def object_of(units: Units, at: int) -> int | None:
    """Return the noun group that is the object of the verb at an index, an insertion between commas looked past."""
    index = skip(units, at + 1)
    if at + 1 < index < len(units) and units[index].word in PARTS_OF_DAY:
        index = skip(units, index + 1)  # "fired on Friday |evening| several shells"
    if at + 1 < index < len(units) - 1 and units[index].word == "of":
        index += 1  # "seized 3 kilometres |of territory|"
    if index + 1 < len(units) and units[index].word == "," and units[index + 1].kind is UnitKind.PREPOSITION:
        close = next((i for i in range(index + 2, min(index + 10, len(units))) if units[i].word == ","), index)
        index = close + 1
    if index + 1 < len(units) and units[index].word in _TURNS and units[index + 1].kind is UnitKind.ADVERB:
        return None  # "detonated |last| Wednesday", "exploded |a few| minutes ago"
    verb = skip(units, index + 1)
    if verb < len(units) and units[index].word in _DOERS and units[verb].kind is UnitKind.VERB and index == at + 1:
        return None  # "when it exploded |it| made a hole"
    if index < len(units) and units[index].word == "[":
        index += 1  # "targeted [a] school"
    return index if is_noun(units, index) else _late_object(units, index)


_DOERS = frozenset(("it", "he", "she", "they", "we", "i"))
_TURNS = frozenset(("last", "next", "this", "few", ""))


def _late_object(units: Units, at: int) -> int | None:
    """Return the object behind the means or the time of its verb ("targeted |with rockets| a farm").

    A noun group that is the subject of a verb behind it is none ("a farm hit with rockets |officials| said").
    """
    behind = _past_means(units, at) or _past_time(units, at)
    if behind is None or not is_noun(units, behind) or units[behind].pronoun or units[behind].word in PARTS_OF_DAY:
        return None
    verb = skip(units, behind + 1)
    finite = verb < len(units) and units[verb].kind is UnitKind.VERB and units[verb].voice is not Voice.ING
    return None if finite else behind


def _past_means(units: Units, at: int) -> int | None:
    """Return the index behind "with rockets and shells" that begins at an index, None where no means stand there."""
    index = at
    if index >= len(units) or units[index].word not in ("with", "using", "by using"):
        return None
    while index + 1 < len(units) and units[index + 1].sense("weapon") is not None:
        index += 2
        if index >= len(units) or units[index].word not in ("and", ","):
            return index
    return None


def _past_time(units: Units, at: int) -> int | None:
    """Return the index behind "in the early hours of Sunday" or ", today at dawn,", None where no time stands there."""
    opened = at < len(units) and (units[at].word == "," or units[at].kind is UnitKind.PREPOSITION)
    if not opened:
        return None
    index, timed = at + 1, False
    while index < len(units) and (units[index].kind is UnitKind.ADVERB or units[index].word in _IN_TIMES):
        timed = timed or units[index].kind is UnitKind.ADVERB
        index += 1
    if units[at].word == ",":
        return index + 1 if timed and index < len(units) and units[index].word == "," else None
    return index if timed else None


PARTS_OF_DAY = rule_words("parts_of_day")
_IN_TIMES = frozenset(("the", "of", "on", "at", "in"))


QUOTES = frozenset(('"', "“", "”", "``", "'", "‘", "’", "…"))


def is_time(units: Units, at: int) -> bool:
    """Say whether a preposition only opens a time: "|on| Friday", "|at| dawn", "|in| the early hours"."""
    behind = at + 1 + (at + 1 < len(units) and units[at + 1].word == "the")
    return units[at].kind is UnitKind.PREPOSITION and behind < len(units) and units[behind].kind is UnitKind.ADVERB


def governor(units: Units, at: int) -> int | None:
    """Return the preposition or verb that governs the noun group at an index, past others of its list."""
    index = at - 1
    while index >= 0:
        unit = units[index]
        listed = unit.kind is UnitKind.NOUN and (
            unit.sense("attack") is not None or unit.sense("weapon") is not None or unit.word in words_of("aerial")
        )
        passed = unit.kind in (UnitKind.ADVERB, UnitKind.CONJUNCTION) or unit.word in QUOTES
        if passed or listed or (index < at - 1 and is_time(units, index)):
            index -= 1
        elif unit.kind in (UnitKind.PREPOSITION, UnitKind.VERB):
            return index
        else:
            return None
    return None


def verb_after(units: Units, at: int) -> Unit | None:
    """Return the verb whose subject the noun group at an index is, its prepositional phrases passed; None for none."""
    index = skip(units, at + 1)
    while index + 1 < len(units) and units[index].kind is UnitKind.PREPOSITION and is_noun(units, index + 1):
        index = skip(units, index + 2)
    if index < len(units) and units[index].word in ("that", "which"):
        index = skip(units, index + 1)
    return units[index] if index < len(units) and units[index].kind is UnitKind.VERB else None


def is_aerial(units: Units) -> bool:
    """Say whether units tell of force from the air."""
    aerial = words_of("aerial")
    return any(
        unit.word in aerial
        or (" " in unit.word and not aerial.isdisjoint(unit.word.split()))
        or any(sense.value == "airstrike" for senses in (unit.senses, unit.inner) if senses for sense in senses)
        for unit in units
    )
