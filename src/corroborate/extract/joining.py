"""Who shares an act: the parties that a verb's subject or object names, each alone or as one together."""

from corroborate.extract.actors import nationalities
from corroborate.extract.groups import chain_end, phrase_start
from corroborate.extract.laying import asserts
from corroborate.extract.lexicon import rule_words
from corroborate.extract.line import Line, Stretch, words_of
from corroborate.extract.units import Unit, UnitKind, Voice

_GLOSS = rule_words("gloss")
_OWN = frozenset(("its", "their", "his", "her"))
PLACED = frozenset(("in", "near", "at", "on", "to", "into", "around", "inside", "outside", "across"))


def parties(line: Line, at: int, limit: int | None = None) -> tuple[Stretch, ...]:
    """Return the parties named from an index on, before a limit: those told as one together, others each alone."""
    end = len(line.units) if limit is None else limit
    found: list[Stretch] = []
    index = at
    while line.is_noun(index) and index < end:
        last = min(_past_loyalty(line, chain_end(line.units, index)), end)
        if found and _as_one(line, found[-1][0], index):
            found[-1] = (found[-1][0], last)
        else:
            found.append((index, last))
        following = _joint(line, last, end)
        if following is None or (limit is None and line.is_verb(following + 1)):
            break
        index = following
    return tuple(found)


def _past_loyalty(line: Line, at: int) -> int:
    """Step over words that say to whom a party holds: "forces |loyal to the president|"."""
    return at + 3 if line.word(at) == "loyal" and line.word(at + 1) == "to" and line.is_noun(at + 2) else at


def subject_parties(line: Line, verb: int) -> tuple[Stretch, ...]:
    """Return the parties that are the subject of a verb; none where the subject is unseen or names nobody."""
    near = line.before(verb)
    head = line.subject(verb)
    if near is None or head is None:
        return ()
    chain = [i for i in range(head, near + 1) if line.is_noun(i)] if head <= near else [head]
    chosen = next((i for i in chain if names_party(line, i) and line.word(i) not in ("who", "which", "that")), head)
    return parties_before(line, _predicated(line, _inserted(line, chosen)))


def parties_before(line: Line, at: int) -> tuple[Stretch, ...]:
    """Return the parties of the list whose last one stands at an index."""
    first = at
    while line.is_noun(first - 2) and line.units[first - 1].kind is UnitKind.CONJUNCTION:
        if not names_party(line, first - 2):
            break
        first = phrase_start(line.units, first - 2)
    return parties(line, _opening(line, first, at), chain_end(line.units, at))


def _opening(line: Line, first: int, last: int) -> int:
    """Return the first of three parties or more in a list: "|A|, B and C", "|A|, B, and C"; `first` in any other."""
    parted = line.units[first - 1].kind is UnitKind.CONJUNCTION and line.word(first - 2) == ","  # "A, B|, and| C"
    members, at = [first], first - parted
    while line.word(at - 1) == "," and line.is_noun(at - 2) and _is_party(line, at - 2):
        at = phrase_start(line.units, at - 2)
        members.append(at)
    listed = len(members) > (2 if parted else 1) and (parted or first < last)
    return members[-1] if listed else first


def bearers(line: Line, at: int, before: int, verbs: frozenset[str]) -> tuple[Stretch, ...]:
    """Return who bears what stands at an index ("|the army| bears responsibility"): whose verb stands before it."""
    if swallows(line, at, verbs):
        return ((at, at + 1),)
    verb = line.skip(before, back=True)
    bears = line.is_verb(verb) and line.units[verb].lemma in verbs and not line.units[verb].negated
    return subject_parties(line, verb) if bears else ()


def swallows(line: Line, at: int, verbs: frozenset[str]) -> bool:
    """Say whether a verb that looks like a noun was read into the group of its object: "Brigade |claims| credit"."""
    return any(word.removesuffix("s") in verbs for word in line.words(at) & words_of("swallowed"))


def called(line: Line, at: int, verbs: frozenset[str]) -> tuple[Stretch, ...]:
    """Return who is said to be what an adjective tells: "found |him| guilty", "|the army| was held responsible".

    A noun group may hold the adjective behind it, too: "held |the army responsible|".
    """
    before = line.skip(at - 1, back=True)
    verb = line.skip(before - 1, back=True) if line.is_noun(before) else before
    if not asserts(line, verb, verbs):
        return ()
    spelt = spelt_out(line, at)
    if spelt is not None:
        return parties(line, spelt)  # "those behind it must be found and held responsible, namely |the army|"
    alone = all(word == line.word(at) or word.endswith("ly") for word in line.words(at))
    if verb == before and not alone:
        return ((at, at + 1),) if is_named(line, at) else ()
    suffered = line.units[verb].voice is Voice.PASSIVE or verb == before
    named = subject_parties(line, verb) if suffered else parties_before(line, before)
    return tuple(party for party in named if is_named(line, party[0]) and names_party(line, party[0]))


def spelt_out(line: Line, at: int) -> int | None:
    """Return where it is spelled out who is meant, behind general words for them: "(countries), mainly |A and B|"."""
    gloss = at + 1 + (line.word(at + 1) == ",")
    return gloss + 1 if line.word(gloss) in _GLOSS and line.is_noun(gloss + 1) else None


def is_named(line: Line, at: int) -> bool:
    """Say whether a noun group is of somebody: not "nobody", "those", "no group"."""
    return line.is_noun(at) and not line.words(at) & words_of("nobody") and not is_nobody(line.units[at])


def is_nobody(unit: Unit) -> bool:
    """Say whether a noun group denies that there is anybody: "no group", "nobody", "neither side"."""
    return unit.is_none or unit.determiner == "neither" or unit.word in ("nobody", "no-one", "none", "neither")


def is_by(line: Line, at: int) -> bool:
    """Say whether a passive names who did it: "(a raid was) |claimed| by the group"."""
    passive = line.units[at].voice in (Voice.PASSIVE, Voice.BARE)
    return passive and line.word(at + 1) == "by" and line.is_noun(at + 2)


def names_party(line: Line, at: int) -> bool:
    """Say whether a noun group can name a party, and not a place."""
    unit = line.units[at]
    if unit.pronoun:
        return not unit.determiner  # an article whose noun is parted from it is no pronoun
    known = any(unit.any_sense(domain) for domain in ("actor", "group", "people")) or unit.word in words_of("body")
    named = line.is_proper(at) and not unit.senses and line.word(at - 1) not in PLACED
    return named or (known and not unit.sense("attack"))


def _inserted(line: Line, at: int) -> int:
    """Return the name that is inserted behind a general word for a person: "the man, |Ali Noor|, is accused"."""
    general = line.word(at) in words_of("person") and not line.is_proper(at)
    return at + 2 if general and line.word(at + 1) == "," and line.is_noun(at + 2) and line.is_proper(at + 2) else at


def _predicated(line: Line, at: int) -> int:
    """Return the subject of the copula whose predicate a party is: "|Noor| is the second man accused of"."""
    copula = line.skip(at - 1, back=True)
    while copula > 0 and line.is_noun(copula) and line.units[copula].pronoun and line.units[copula].determiner:
        copula = line.skip(copula - 1, back=True)  # "the second": an article parted from its noun
    if not line.is_verb(copula) or line.units[copula].lemma != "be" or line.units[copula].negated:
        return at
    subject = line.subject(copula)
    named = (
        subject is not None and names_party(line, subject) and line.word(subject) not in ("it", "there", "this", "who")
    )
    return subject if subject is not None and named else at


def _joint(line: Line, at: int, end: int) -> int | None:
    """Return where the next party of a list stands, when one is joined at an index."""
    index = at
    while index < end and (line.units[index].kind is UnitKind.CONJUNCTION or line.word(index) in (",", "by", "on")):
        index += 1
    joined = index > at and any(u.kind is UnitKind.CONJUNCTION for u in line.units[at:index])
    joined = joined or (line.word(at) == "," and index == at + 1 and _goes_on(line, index, end))
    names = index < end and line.is_noun(index) and not line.units[index].pronoun and _is_party(line, index)
    return index if joined and names else None


def _goes_on(line: Line, at: int, end: int) -> bool:
    """Say whether a list goes on behind the party at an index up to its "and": "(A,) |B|, C and D"."""
    while at < end and line.is_noun(at) and not line.units[at].pronoun and _is_party(line, at):
        last = chain_end(line.units, at)
        behind = last + (line.word(last) == ",")
        if behind < end and line.units[behind].kind is UnitKind.CONJUNCTION:
            return line.is_noun(behind + 1) and not line.units[behind + 1].pronoun
        if behind == last:
            return False
        at = behind
    return False


def _is_party(line: Line, at: int) -> bool:
    unit = line.units[at]
    people = unit.sense("people")
    known = unit.any_sense("actor") is not None or unit.any_sense("group") is not None
    return (
        line.is_proper(at) or unit.determiner in _OWN or known or (people is not None and people.value == "combatants")
    )


def _as_one(line: Line, left: int, right: int) -> bool:
    """Say whether two parties are told as acting together: one's own allies, two states; "as well as" parts them."""
    if line.find(frozenset(("as well as",)), left, right) is not None:
        return False
    return line.units[right].determiner in _OWN or (_is_state(line, left) and _is_state(line, right))


def _is_state(line: Line, at: int) -> bool:
    unit = line.units[at]
    group = unit.any_sense("group")
    if group is not None and group.value == "armed_group":
        return False
    state = group is not None and group.value in ("state", "alliance")
    unknown = line.is_proper(at) and group is None and unit.sense("actor") is None and len(line.words(at)) == 1
    return state or unit.word in words_of("state") or unit.word in nationalities() or unknown
