"""Words that can be verb or noun ("attack", "shelling", "wounds"), decided by what stands beside them."""

from collections.abc import Sequence
from functools import cache

from corroborate.extract.lexicon import Form, Pos, rows, rule_words
from corroborate.extract.numerals import is_numeral
from corroborate.extract.words import Word
from corroborate.model.document import TokenKind

GROUP_FUNCTIONS = frozenset(("det", "poss"))
_RELATIVES = frozenset(("which", "who", "whose", "whom"))
_SHORT = 5  # letters: "red", "need" are no past forms
_WITHOUT_PLURAL = rule_words("without_plural")


def prefers_verb(words: Sequence[Word], at: int) -> bool:
    """Decide a word that is noun and verb ("attack", "strikes", "shelling", "bombing", "hit")."""
    forms = words[at].entries.verb_forms
    previous = words[at - 1] if at else None
    following = words[at + 1] if at + 1 < len(words) else None
    dated = at + 2 < len(words) and following is not None and following.folded in _DATING and _is_time(words[at + 2])
    opens = (
        following is not None
        and not dated
        and (
            (following.function() in ("det", "poss", "pron") and following.folded not in _RELATIVES)
            or following.quantity is not None
            or _is_name(following)
        )
    )
    if previous is None:
        return Form.ING in forms and opens
    if _heads_group(words, at):
        return False
    if previous.quantity:
        return Form.THIRD in forms and following is not None and following.quantity is not None
    if Form.ING in forms:
        return opens or _ing_takes(words, at) or _tells_of_doers(words, at) or _goes_on_with_force(words, at)
    if previous.function() == "pron" or previous.folded in _BEFORE_VERBS:
        return True
    if Form.PAST in forms or Form.PARTICIPLE in forms:
        return not (previous.function() == "prep" or (following is not None and following.has(Pos.NOUN)))
    governs = following is not None and (following.quantity is not None or is_people(following))
    if _harms(words[at]) and (governs or _is_of_group(words, at + 1)):
        return previous.function() != "prep"
    if following is not None and _is_aim(words[at]) and not previous.function() and _is_thing(following):
        return True  # "rebels in Homs |target| civilians", "a drone |targets| vehicle in Homs"
    third = Form.THIRD in forms and previous.has(Pos.NOUN) and not is_plural(previous)
    ends = following is None or following.function() in ("prep", "adv")
    if (third and not _names_something(words[at]) and ends) or _stays(words, at) or _sets_upon(words, at):
        return True  # "the toll rises to 12"
    noun_before = previous.has(Pos.NOUN) or not (previous.entries or previous.token.kind is not TokenKind.WORD)
    agrees = is_plural(previous) == (Form.BASE in forms) or not previous.entries
    return opens and noun_before and agrees


def _heads_group(words: Sequence[Word], at: int) -> bool:
    """Say whether an article, an owner or "the latest" and the like stand before a word: "their |attack|"."""
    ranked = words[at - 1].folded in _RANKING and at > 1
    opener = words[at - 2] if ranked else words[at - 1]
    return opener.function() in GROUP_FUNCTIONS or opener.folded == "'s"


def _stays(words: Sequence[Word], at: int) -> bool:
    """Say whether "remains" is a verb, people or a name standing before it: "the fate of A |remains| unknown"."""
    named = is_people(words[at - 1]) or words[at - 1].token.text[:1].isupper()
    return words[at].folded == "remains" and named


def _sets_upon(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb of force in the present stands between who uses it and what it hits.

    "rebels |attack| villagers", "bombers |attack| refugee camp", "Drone |attacks| village".
    """
    if at + 1 >= len(words) or not _forces(words[at]):
        return False
    doer, hit = words[at - 1], words[at + 1]
    forms = words[at].entries.verb_forms
    acts = not doer.entries.domains.isdisjoint(("people", "actor"))
    thing = _is_thing(hit) and not hit.function()
    if Form.BASE in forms:
        return acts and is_plural(doer) and thing and (is_plural(hit) or not is_people(hit))
    one = acts or ("group" in doer.entries.domains and _is_name(doer))  # "Syria |bombs| villages"
    return Form.THIRD in forms and one and not is_plural(doer) and thing


def _goes_on_with_force(words: Sequence[Word], at: int) -> bool:
    """Say whether an -ing form tells what the force before it hit ("a blast |targeting| convoy", not "a shelling")."""
    previous, following = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    aims = _forces(words[at]) and words[at].entries.verb_lemma in _HITS
    return aims and "attack" in previous.entries.domains and following is not None and not following.function()


def _forces(word: Word) -> bool:
    return "attack-verb" in word.entries.domains


_HITS = rule_words("hits")


def _ing_takes(words: Sequence[Word], at: int) -> bool:
    """Say whether an -ing form takes the noun behind it ("|bombing| villages", "|killing| civilian Omar Nasser")."""
    previous, following = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    harms, behind = _harms(words[at]), previous.function() == "prep"
    listed = (is_plural(following) or _looks_plural(following)) and (harms or not is_people(following) or not behind)
    named = at + 2 < len(words) and words[at + 2].token.text[:1].isupper()
    paired = following.folded in ("and", "or") and _is_doing(words, at + 2)  # "killing and injuring scores"
    if not harms:
        return listed
    return listed or paired or (not behind and is_people(following) and named) or (behind and _titles(words, at + 1))


def _titles(words: Sequence[Word], at: int) -> bool:
    """Say whether words from an index on tell what somebody is and then the name: "former |army chief Omar Noor|"."""
    for index in range(at, min(at + _BEFORE_A_NAME, len(words) - 1)):
        word, name = words[index], words[index + 1]
        if word.token.kind is not TokenKind.WORD or word.function():
            return False
        if is_people(word) and not is_plural(word) and name.token.text[:1].isupper() and _is_name(name):
            return True
    return False


_BEFORE_A_NAME = 6  # words that tell what somebody is


def _tells_of_doers(words: Sequence[Word], at: int) -> bool:
    """Say whether an -ing form without an object tells of people before it ("rebels |fighting| in the north")."""
    previous, following = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    acts = not previous.entries.domains.isdisjoint(("people", "actor", "group"))
    senses = [entry.sense for entry in words[at].entries if entry.sense is not None]
    alone = any(sense.domain == "attack-verb" and sense.detail == "vi" for sense in senses)
    goes_on = following is not None and (following.function() == "prep" or following.folded == "to")
    return acts and alone and goes_on and is_plural(previous)


def _looks_plural(word: Word) -> bool:
    """Say whether an unknown word is written as a plural noun ("areas")."""
    text = word.token.text
    return not word.entries and text.islower() and text.endswith("s") and not text.endswith("ss")


def _is_doing(words: Sequence[Word], at: int) -> bool:
    """Say whether an "-ing" form of a verb of harm stands at an index."""
    return at < len(words) and _harms(words[at]) and Form.ING in words[at].entries.verb_forms


def _is_of_group(words: Sequence[Word], at: int) -> bool:
    """Say whether people of a group called by name stand at an index: "(police arrest) |ISIS members|"."""
    pair = words[at : at + 2]
    return len(pair) > 1 and "group" in pair[0].entries.domains and is_people(pair[1]) and is_plural(pair[1])


def _harms(word: Word) -> bool:
    return "harm-verb" in word.entries.domains


def _is_name(word: Word) -> bool:
    """Say whether a word is written as a name ("Aleppo", "al-Bab")."""
    text = word.token.text
    return (text[:1].isupper() and not word.function()) or (word.folded.startswith("al-") and text[3:4].isupper())


def _is_aim(word: Word) -> bool:
    """Say whether a word is a verb of force whose noun is neither force nor means ("target")."""
    return _forces(word) and word.entries.domains.isdisjoint(("attack", "weapon"))


def _is_thing(word: Word) -> bool:
    """Say whether a word names people, forces or a thing that can be aimed at ("regime |positions|")."""
    return not word.entries.domains.isdisjoint(("people", "object", "actor"))


_BEFORE_VERBS = rule_words("before_verbs")
_RANKING = rule_words("ranking")


def _names_something(word: Word) -> bool:
    """Say whether a word has a sense as a noun ("strikes"), not only a form ("rises")."""
    return any(entry.pos is Pos.NOUN and entry.sense is not None for entry in word.entries)


def names_toll(word: Word) -> bool:
    """Say whether a word is a total of the dead, which no number counts."""
    return any(entry.sense is not None and entry.sense.detail == "toll" for entry in word.entries)


def is_titled(words: Sequence[Word]) -> bool:
    """Say whether a passage is a headline in capitals, where they mark no names."""
    long = [word.token.text for word in words if len(word.token.text) > _SHORT_WORD and word.token.text.isalpha()]
    return sum(text[0].isupper() for text in long) > len(long) * _TITLED


_SHORT_WORD = 3  # letters: "in", "the", "and" keep their small letters in headlines
_TITLED = 0.6  # of the longer words have capitals


def is_name_part(words: Sequence[Word], at: int) -> bool:
    """Say whether a capital makes a word part of the name before it: "Omar |Said| was", "the |Trade| Minister"."""
    if not at:
        return False
    before = words[at - 1]
    here, there = words[at].token, before.token
    counts = at + 1 < len(words) and words[at + 1].quantity is not None
    if counts or is_people(before) or before.function():
        return False  # a headline glued to a sentence: "Raid on Town |Killing| 80", "12 People |Killed|"
    capital = here.text[:1].isupper() and there.text[:1].isupper() and there.kind is TokenKind.WORD
    return capital and here.start > there.end


def is_people(word: Word) -> bool:
    """Say whether a word can name people."""
    return "people" in word.entries.domains


def is_adjective(word: Word) -> bool:
    """Say whether a word for people is an adjective, too ("|Chinese| soldiers", but "|Turks| and Kurds")."""
    forms = {entry.form for entry in word.entries if entry.sense is not None and entry.sense.detail in _ADJECTIVAL}
    return {Form.SINGULAR, Form.PLURAL} <= forms


_ADJECTIVAL = ("nation", "quality")  # notes of `data/people.tsv`


def is_plural(word: Word) -> bool:
    """Say whether a word can be a plural noun."""
    return Form.PLURAL in word.entries.noun_forms


def is_unknown_verb(words: Sequence[Word], at: int) -> bool:
    """Take an unknown "-ed" word as a verb where no noun follows it."""
    word = words[at]
    if (
        word.entries
        or not word.folded.endswith("ed")
        or len(word.folded) < _SHORT
        or "-" in word.folded
        or word.token.text[0].isupper()
    ):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or bool(following.function()) or following.quantity is not None


def begins_another(words: Sequence[Word], at: int) -> bool:
    """Say whether a word behind a noun begins another group ("an offensive |south| of", "a raid |Syria| TV said").

    A common noun of force is followed by a name only where a comma is lost.
    """
    word, previous = words[at], words[at - 1]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.folded in _DIRECTIONS:
        return following is not None and following.folded in ("of", "from")
    if word.folded in ("late", "early"):
        # "a strike |late| on Friday", "a raid |early| last week"
        return following is not None and (following.function() in ("prep", "day") or following.folded in _TURNS)
    if word.folded in _TURNS:
        return following is not None and _is_time(following)  # "a raid |last| week", "a push |next| spring"
    if following is not None and following.function() == "unit" and is_numeral(word.folded):
        return True  # "used chlorine gas |four| times"
    force = not previous.entries.domains.isdisjoint(("attack", "weapon"))
    return force and _is_name(word) and not previous.token.text[:1].isupper()


def ends_in_force(word: Word) -> bool:
    """Say whether a plural noun of force ends its group, as no plural goes on: "killed in |airstrikes| report"."""
    only_plural = word.entries.noun_forms == {Form.PLURAL}
    return only_plural and "attack" in word.entries.domains and word.folded not in _MODIFYING


_MODIFYING = frozenset(("operations", "hostilities"))  # "operations room"


def _is_time(word: Word) -> bool:
    return word.function() in ("unit", "day", "month") or word.folded in _SEASONS


_TURNS = frozenset(("last", "next", "past"))
_DATING = _TURNS | {"this"}
_SEASONS = rule_words("turns_of_time")
_DIRECTIONS = rule_words("directions")


def modifies(words: Sequence[Word], at: int) -> bool:
    """Say whether a participle or state stands before a noun of its group ("the wounded civilians")."""
    if at + 1 >= len(words):
        return False
    if _takes(words[at], words[at + 1]):
        return False
    previous = words[at - 1] if at else None
    if previous is not None and previous.folded == "of" and at > 1 and words[at - 2].quantity is not None:
        previous = words[at - 2]  # "scores of fleeing civilians"
    opened = previous is not None and (previous.function() in GROUP_FUNCTIONS or previous.quantity is not None)
    following = words[at + 1]
    if not opened and previous is not None and _takes_object(previous) and _titles(words, at + 1):
        return True  # "arrested |suspected| rebel leader Ali Noor"
    if not opened and is_people(following) and is_plural(following) and not following.function():
        return _takes_object(previous)  # "to kill |abducted| farmers", "for |displaced| families"
    noun = following.has(Pos.NOUN) and not following.function()
    unknown = (
        not following.entries
        and following.quantity is None
        and following.token.kind is TokenKind.WORD
        and not following.folded.endswith("ly")
    )
    by_article = previous is not None and previous.function() in GROUP_FUNCTIONS
    head = words[at + 2] if noun and at + 2 < len(words) and not is_people(following) else following
    if not by_article and noun and not agrees(head if is_people(head) else following, previous):
        return False  # "seven abducted university |students|"; "dozens injured Syrian media said": a comma is lost
    return opened and (noun or (unknown and by_article))


def _takes_object(word: Word | None) -> bool:
    """Say whether a plural noun right behind a word is its object, so that a participle between describes it."""
    if word is None:
        return True
    if word.function() in ("prep", "inc") or word.folded in _MOSTLY:
        return True
    return word.has(Pos.VERB) and not word.has(Pos.NOUN) and not word.has(Pos.STATE)


_MOSTLY = rule_words("mostly")


def _takes(verb: Word, noun: Word) -> bool:
    """Say whether a noun is the object that a verb of `data/frames.tsv` takes ("80 |sustained| injuries")."""
    objects = frozenset().union(*(_frame_objects().get(entry.lemma, frozenset()) for entry in verb.entries))
    return any(entry.lemma in objects for entry in noun.entries)


@cache
def _frame_objects() -> dict[str, frozenset[str]]:
    """Return the nouns that a verb takes as its object to carry harm, by the verb's lemma."""
    found: dict[str, frozenset[str]] = {}
    for _, verb, nouns, _, patient, *_ in rows("frames.tsv"):
        if patient == "subject":
            found[verb] = found.get(verb, frozenset()) | {noun.strip() for noun in nouns.split(",")}
    return found


def agrees(noun: Word, counted: Word | None) -> bool:
    """Say whether a noun can stand behind a number: a plural one behind more than one."""
    one = counted is not None and counted.quantity is not None and counted.quantity.count.high == 1
    return one or is_plural(noun) or noun.folded in _WITHOUT_PLURAL


def is_clipped(word: Word, helpers: set[str]) -> bool:
    """Say whether a verb of harm stands for its participle, as in hasty prose ("were injure")."""
    plain = not word.has(Pos.NOUN) and Form.ING not in word.entries.verb_forms
    return plain and _harms(word) and not helpers.isdisjoint(_PAST_BE)


_PAST_BE = frozenset(("was", "were", "been"))


def is_described(word: Word) -> bool:
    """Say whether a word behind an adverb in "-ly" can be a noun or adjective that it belongs to."""
    only_state = word.has(Pos.STATE) and not word.has(Pos.NOUN)
    return not (word.function() or word.has(Pos.VERB) or only_state)


def time_between(words: Sequence[Word], at: int) -> int:
    """Return how many words tell a time between an auxiliary and its verb ("were |on Friday night| killed")."""
    last, named = at, False
    while last < min(at + _TIME_WORDS, len(words)):
        word = words[last]
        if word.function() in ("day", "month") or word.folded in _PARTS_OF_TIME:
            named = True
        elif word.folded not in _BEFORE_TIME and not word.folded.isdigit():
            break
        last += 1
    if not named or last >= len(words):
        return 0
    return last - at if Form.PARTICIPLE in words[last].entries.verb_forms else 0


_PARTS_OF_TIME = rule_words("parts_of_time")
_BEFORE_TIME = frozenset("on at in over last this the late early earlier hours of , and".split())
_TIME_WORDS = 9  # words: "on Friday, in the early hours of the morning,"
