"""Who is said to have used force: the subject, the "by" phrase, the adjective before the noun."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from corroborate.extract.lexicon import Entry, Readings, lexicon, rows, rule_words, word_classes
from corroborate.extract.units import Unit, UnitKind
from corroborate.model.document import Token, words_in

Units = Sequence[Unit]
_SHORT = 3  # letters: a word that has lost the apostrophe of its "s" is longer


@cache
def words_of(*kinds: str) -> frozenset[str]:
    """Return the words of some classes of `author_words.tsv`."""
    classes = word_classes("author_words.tsv")
    return frozenset[str]().union(*(classes[kind] for kind in kinds))


_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "`", "#"))


@cache
def states() -> dict[str, str]:
    """Return, for each folded adjective that names an author of force, the state or body whose it is."""
    return {word: state for word, state, *_ in rows("nationalities.tsv")}


@cache
def nationalities() -> frozenset[str]:
    """Return the folded adjectives that name an author of force."""
    return frozenset(states())


def is_actor(unit: Unit) -> bool:
    """Say whether a noun group can use force: forces, craft, armed groups, states, and people of these."""
    if unit.kind is not UnitKind.NOUN or unit.pronoun:
        return False
    people = unit.sense("people")
    if unit.sense("actor") or unit.sense("group") or (people is not None and people.value == "combatants"):
        return True
    return unit.word in words_of("body") and any(sense.domain in ("group", "actor") for sense in unit.inner)


def name(unit: Unit, tokens: Sequence[Token], text: str) -> str:
    """Return a noun group as spelled, without its article, its count, and what is no part of a name."""
    first = unit.first
    if unit.quantity is not None:
        first = min(max(first, unit.quantity.last), unit.last - 1)
    seats = [i for i in range(first, unit.last - 2) if tokens[i].folded in words_of("seat")]
    first = seats[-1] + 1 if seats else first
    opening = words_of("before_name") | _QUOTES
    while first < unit.last - 1 and (tokens[first].folded in opening or _is_adverb(tokens[first])):
        first += 1
    told = [i for i in range(first, unit.last - 1) if tokens[i].folded in words_of("general")]
    if told and _is_group(*_folded(tokens[told[-1] + 1 : unit.last])):
        first = told[-1] + 1  # "the terrorist group |Nusra Front|"
    group = next((i for i in range(first + 1, unit.last) if _is_group(*_folded(tokens[i : unit.last]))), None)
    part = group is not None and tokens[group].folded in words_of("whole")  # "the Moro |National Liberation Front|"
    if (
        group is not None
        and not part
        and all(_is_foreign(token) or token.text.isdigit() for token in tokens[first:group])
    ):
        first = group  # "Aleppo |Nusra Front|"
    adjective = next((i for i in range(first + 2, unit.last - 1) if tokens[i].folded in nationalities()), None)
    if adjective is not None and all(_is_foreign(tokens[i]) for i in range(first, adjective)):
        first = adjective  # "Golan Heights |Israeli drone|"
    last = unit.last
    while last - 1 > first and tokens[last - 1].folded in words_of("document"):
        last -= 1  # "a |Red Front| statement"
    return words_in(text, tokens[first].start, tokens[last - 1].end)


def _folded(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.folded for token in tokens)


def _is_adverb(token: Token) -> bool:
    return token.folded.endswith("ly") and not _entries(token.folded)


def _is_foreign(token: Token) -> bool:
    """Say whether a capitalised word is no name of a party, as far as is known: a place, above all."""
    known = is_body(token.folded) and token.folded not in words_of("land")
    return token.text[:1].isupper() and not known and token.folded not in nationalities()


def names_doer(entry: Entry) -> bool:
    """Say whether an entry of the tables is of a party or of a body of one, and not of a craft."""
    return entry.sense is not None and entry.sense.domain in ("group", "actor") and entry.sense.value != "craft"


def adjective_author(unit: Unit, tokens: Sequence[Token], text: str) -> str | None:
    """Return the adjective or name before a noun of force that names its author ("Russian air strikes")."""
    owner = next((i for i in range(unit.first + 1, unit.last) if _owns(tokens, i)), None)
    last = unit.last - 1 if owner is None else owner
    chosen = _naming(tokens, unit.first, last, owned=owner is not None)
    craft = unit.word in words_of("nameless") or any(sense.value == "craft" for sense in unit.senses)
    first = chosen[0] if chosen else last if craft else 0
    named = owner is not None and first - 1 > unit.first - (not unit.determiner)
    if first > unit.first and (_is_nation(tokens[first - 1]) or (named and _is_foreign(tokens[first - 1]))):
        chosen = [first - 1, *chosen]  # "a |Sudanese| army raid", "|Sudanese| drones"
    if chosen and chosen[0] > unit.first and _opens_nation(tokens, chosen[0]):
        chosen = [chosen[0] - 1, *chosen]  # "a |South| Sudanese army raid"
    elif chosen and chosen[0] - 1 > unit.first and _is_nation(*tokens[chosen[0] - 2 : chosen[0]]):
        chosen = [chosen[0] - 2, chosen[0] - 1, *chosen]  # "a |Sri Lankan| army raid"
    return words_in(text, tokens[chosen[0]].start, tokens[chosen[-1]].end) if chosen else None


def _is_nation(*tokens: Token) -> bool:
    return any(e.sense is not None and e.sense.detail == "nation" for e in _entries(*_folded(tokens)))


def _opens_nation(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the word before a nation's is the first of its two: "|South| Sudanese", "|Sri| Lankan"."""
    before = tokens[at - 1]
    named = tokens[at].folded in nationalities() or _is_nation(tokens[at])
    return named and before.text[:1].isupper() and before.folded in words_of("nation_opening")


def _owns(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].folded == "'s" or (tokens[at].folded == "'" and tokens[at - 1].folded.endswith("s"))


def _naming(tokens: Sequence[Token], first: int, last: int, *, owned: bool) -> list[int]:
    """Return the run of tokens in [first, last) that names an author: adjectives, words for forces, groups' names."""
    folded = tuple(token.folded for token in tokens[first:last])
    silent = words_of("nameless", "unnaming") if owned else words_of("nameless", "unnaming", "land")
    run: list[int] = []
    at = 0
    while at < len(folded):
        width, entries = lexicon().longest(folded, at)
        named = any(map(names_doer, entries)) or _is_lost_owner(folded[at]) or is_led(folded[at])
        if (named and not (width == 1 and folded[at] in silent)) or folded[at] in nationalities():
            run.extend(range(first + at, first + at + width))
        elif run:
            hit = any(entry.sense is not None and entry.sense.domain == "object" for entry in entries)
            return [] if hit else run  # "U.S. embassy bombings": what was hit, not who did it
        at += width
    return run


def is_led(word: str) -> bool:
    """Say whether a word tells who leads or backs doers: "|Hamas-led| gunmen"."""
    leader, _, led = word.rpartition("-")
    return f"-{led}" in _LED and led != "held" and (leader in nationalities() or is_body(leader))


def _is_lost_owner(word: str) -> bool:
    """Say whether a word is a party's name with the "s" of an owner that has lost its apostrophe ("Assads jets")."""
    bare = word[:-1]
    if not word.endswith("s") or len(bare) < _SHORT or bare in words_of("land") or _entries(word):
        return False
    return is_body(bare)


_GENERAL = rule_words("general_actors")
_LEADERLESS = frozenset(("coalition",))  # whose it is, only "-led" tells
_LED = ("-led", "-backed", "-affiliated", "-linked", "-held")


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Return, for each folded form of a body's name, all its forms, the one that is preferred first."""
    known: dict[str, tuple[str, ...]] = {}
    for _, forms in rows("aliases.tsv"):
        names = tuple(form.strip() for form in forms.split(","))
        known.update(dict.fromkeys(names, names))
    return known


def fullest(name: str, names: Sequence[str], text: str) -> str:
    """Return the fullest form that a report has of an author: a body's whole name, a longer name, an adjective's noun.

    `names` are the authors named anywhere in the report, in order; what nothing fills out stays as spelled.
    """
    name = _unowned(name, text)
    name = written_out(name, text) or name
    folded = re.sub(r"['’]s\b", "", name.casefold()).split()
    core = " ".join(word for word in folded if word not in _GENERAL and not word.endswith(_LED))
    forms = _forms().get(" ".join(folded)) or (None if core in _LEADERLESS else _forms().get(core))
    if forms:
        return next((found.group() for form in forms if (found := _spelled(form, text))), name)
    alike = [other for other in names if folded and folded[-1] in other.casefold()]
    longer = [other for other in alike if _fills(folded, _unowned(other, text).casefold().split())]
    armies = [other for other in names if " " in other and other.casefold().rpartition(" ")[2] in words_of("soldiery")]
    if len(folded) == 1 and folded[0] in words_of("soldiery") and armies and not longer:
        return armies[0]
    stands = None if _is_group(name.casefold()) else states().get(name.casefold())
    if longer and len(folded) == 1 and (stands is None or stands.casefold() == name.casefold()):
        return _unowned(longer[0], text)
    if stands and longer and stands not in names:
        return _unowned(longer[0], text)
    return stands if stands in names and stands is not None else name


def written_out(name: str, text: str) -> str:
    """Return what a report writes out before a short form in brackets, "" where it does not.

    >>> written_out("PFD", "The rebels of the People's Front for Democracy (PFD) fled.")
    "People's Front for Democracy"
    """
    at = text.find(f"({name})") if name.isupper() and name.isalpha() else -1
    before = text[max(0, at - _LONGEST_NAME) : max(0, at)].split()
    for first in range(max(0, len(before) - 2 * len(name)), len(before) - 1):
        words = before[first:]
        initials = [part[:1] for word in words for part in word.split("-") if part[:1].isupper()]
        if words[0][:1] == name[:1] and "".join(initials) == name:
            return " ".join(words)
    return ""


_LONGEST_NAME = 90  # characters


def _fills(folded: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether another name is a fuller one: "Syrian regime" of "regime", "Turkish army" of "Turkish"."""
    more = set(other) - set(folded)
    if len(other) <= len(folded) or not set(folded) <= set(other) or any("backed" in word for word in more):
        return False
    if len(folded) == 1 and folded[0] in nationalities() and not is_body(folded[0]):
        return not any(word in nationalities() and not is_body(word) for word in more)
    naming = any(word in nationalities() or _is_group(word) for word in more) or len(more) > 1
    if len(folded) == 1 and folded[0] in words_of("militant") and other[0] == folded[0]:
        return other[1] in ("from", "of")  # "terrorists from the Red Front"
    return other[-1] == folded[-1] and (naming or len(folded) > 1)


def is_judging(name: str) -> bool:
    """Say whether a name is an adjective that judges ("terrorist"), and so is nobody's by itself."""
    return name.casefold() in words_of("loaded")


def is_meant_by(adjective: str, name: str) -> bool:
    """Say whether a name is of doers whom an adjective that judges can mean ("|terrorist groups|" of "terrorist")."""
    judged = adjective.casefold()
    if not is_judging(adjective) or name.casefold() == judged:
        return False
    return not {judged, f"{judged}s"}.isdisjoint(name.casefold().split())


def _entries(*words: str) -> Readings:
    return lexicon().longest(words, 0)[1]


def is_body(*words: str) -> bool:
    """Say whether words name a party, or a body of one."""
    return any(map(names_doer, _entries(*words)))


def is_said_of_some(name: str, names: Sequence[str]) -> bool:
    """Say whether a name is of somebody: not an adjective that judges ("terrorist") where no such doers are told of."""
    folded = name.casefold()
    return not is_judging(name) or any(folded in other.casefold() and other.casefold() != folded for other in names)


def _is_group(*words: str) -> bool:
    return any(e.sense is not None and e.sense.domain == "group" for e in _entries(*words))


def _unowned(name: str, text: str) -> str:
    """Return a name without the "s" of an owner that has lost its apostrophe, where the report has it so."""
    *before, word = (re.sub("s$", "", one) if one.casefold() in _LOST else one for one in name.split())
    bare = re.sub(r"['’]?s$", "", word)
    lost = _is_lost_owner(word.casefold()) or word.endswith(("'s", "’s"))
    if bare != word and lost and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", text):
        word = bare
    return " ".join((*before, word))


_LOST = rule_words("lost_apostrophes")


def _spelled(form: str, text: str) -> re.Match[str] | None:
    """Find a name in a text: as a word, whatever its case, but an acronym only in capitals."""
    if form.casefold() not in _plain(text):
        return None  # most forms stand nowhere, and a search by pattern takes twenty times as long
    return _pattern(form).search(text)


@lru_cache(maxsize=1)  # the report at hand
def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


@lru_cache(maxsize=1_024)  # the forms of a report's authors recur
def _pattern(form: str) -> re.Pattern[str]:
    capitals = len(form) <= _ACRONYM and " " not in form
    pattern = re.escape(form.upper() if capitals else form).replace("'", "['’]")
    return re.compile(rf"\b{pattern}\b", 0 if capitals else re.IGNORECASE)


_ACRONYM = 4  # letters: "IS" must not be found in "is"


def concerns(name: str, words: str) -> bool:
    """Say whether words speak of people of a party: "IS members" of "Islamic State", "Turkish soldiers" of "Turkey"."""
    quoted = frozenset(_QUOTED.findall(words.casefold()))
    folded, forms = _known_as(name)
    if any(form <= quoted for form in forms):
        return True
    return bool(folded) and any(states().get(word, "").casefold() == folded for word in quoted)


_QUOTED = re.compile(r"[\w.-]+")


@lru_cache(maxsize=8_192)
def _known_as(name: str) -> tuple[str, tuple[frozenset[str], ...]]:
    """Return the folded name of a party without its general words, and the words of each of its forms."""
    folded = " ".join(word for word in name.casefold().split() if word not in _GENERAL)
    forms = _forms().get(name.casefold()) or _forms().get(folded) or (folded,)
    return folded, tuple(frozenset(form.split()) for form in forms if form)
