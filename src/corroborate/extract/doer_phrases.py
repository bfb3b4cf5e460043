"""What ties a doer behind "by", "from", "of" to the force that stands before it."""

from collections.abc import Sequence

from corroborate.extract.actors import words_of
from corroborate.extract.cast import Cast
from corroborate.extract.force import Units, doer_behind, is_noun, is_time, skip
from corroborate.extract.subjects import subject_of
from corroborate.extract.suffering import DEEDS
from corroborate.extract.units import Unit, UnitKind, Voice

_BESIDE = 3  # units behind a noun in which "issue of …" names its author
_LATER = frozenset(("since", "after", "before", "following", "amid", "despite", "until"))  # of another attack
_SUBJECTS = ("it", "they", "he", "she", "we", "i")


def tells_of(unit: Unit, domains: Sequence[str]) -> bool:
    """Say whether a verb, or the head of a noun group, has a sense in one of some domains."""
    return any(unit.sense(domain) for domain in domains)


def is_number(unit: Unit) -> bool:
    """Say whether a noun group is a number alone: "a group of", "dozens of"."""
    return unit.kind is UnitKind.NOUN and not (unit.word or unit.pronoun)


def carries(verb: Unit) -> bool:
    """Say whether the subject of a verb, or its "by", is the author of the force that is its object."""
    known = tells_of(verb, DEEDS)
    return known or verb.lemma in words_of("carry")


def names_author(cast: Cast, at: int, index: int) -> bool:
    """Say whether the preposition at an index names the author of what stands before it."""
    word, before = cast.units[index].word, cast.units[index - 1]
    if word in ("by", "from"):
        return governs(cast, at, index)
    if word in ("on", "to"):
        return before.kind is UnitKind.VERB and before.lemma in words_of("laid")
    if word == "of" and index == at + 1 and before.sense("attack") and doer_behind(cast.units, at) is not None:
        return True
    near = index - at <= _BESIDE or cast.units[at].kind is UnitKind.VERB or before.word in ("hand", "hands")
    return word == "of" and before.word in words_of("issue") and near


def governs(cast: Cast, at: int, by: int) -> bool:
    """Say whether "by" belongs to what stands at an index, and not to "held |by|", "backed |by|"."""
    if by - 1 == at:
        return True
    before = cast.units[_past_day(cast.units, by, at) - 1]
    if cast.units[by].word == "from" and before.lemma in ("fire", "launch"):
        return cast.units[by + 1].word in words_of("stand")
    if cast.units[by].word == "from" and before.sense("attack") is None and before.word != "fire":
        return False
    if before.kind is not UnitKind.VERB:
        if before.word in words_of("gathering") and not cast.is_party(by + 1):
            return False
        later = any(unit.word in _LATER for unit in cast.units[at + 1 : by - 1])
        return not (later and before.sense("attack") and cast.units[at].kind is UnitKind.NOUN)
    if cast.units[at].kind is UnitKind.VERB:  # "killed and three wounded |by|", "shelled and burnt |by|"
        shared = all(tells_of(unit, DEEDS) for unit in (before, cast.units[at]))
        return shared and any(unit.kind is UnitKind.CONJUNCTION for unit in cast.units[at:by])
    if before.lemma == "be":
        return True
    if before.lemma == "lead" and by - 2 > at and cast.is_party(by - 2):
        return False  # "fighting between rebels and an army |led| by"
    harmed = before.sense("harm-verb") is not None and cast.units[at].sense("attack") is None
    return before.lemma in words_of("carry") or harmed


def _past_day(units: Units, by: int, at: int) -> int:
    """Step left from "by" over the day of a passive: "was condemned |on Saturday| by"."""
    day = by
    while day > at and (units[day - 1].kind is UnitKind.ADVERB or (day < by and is_time(units, day - 1))):
        day -= 1
    return day if day - 1 > at and units[day - 1].voice is Voice.PASSIVE else by


def past_held(units: Units, at: int) -> int:
    """Return the index of the doer behind "by", past what is no doer: "|a group of suspected| rustlers"."""
    while at + 1 < len(units) and (units[at].kind is UnitKind.SIGN or _is_held(units, at)):
        at += 1
    return at


def _is_held(units: Units, at: int) -> bool:
    unit, behind = units[at], units[at + 1]
    bare = is_number(unit) and behind.kind is UnitKind.VERB
    return bare or (unit.kind is UnitKind.VERB and unit.voice is Voice.BARE)


def closes(unit: Unit) -> bool:
    """Say whether a unit ends the clause in which "by …" may name an author."""
    if unit.kind is UnitKind.VERB and unit.lemma == "be" and unit.modal == "to":
        return False  # "strikes thought |to be| by jets"
    if unit.kind is UnitKind.VERB:
        return unit.voice in (Voice.ACTIVE, Voice.INFINITIVE) and not carries(unit)
    return unit.kind is UnitKind.SUBORDINATOR or unit.word in (".", ";")


def opens_clause(units: Units, at: int) -> bool:
    """Say whether a pronoun opens a clause of its own: "… since |it| began"."""
    unit = units[at]
    return unit.pronoun and unit.word in _SUBJECTS and units[at + 1].kind is UnitKind.VERB


def owned_by(units: Units, tie: int | None) -> int | None:
    """Return the verb whose subject takes responsibility "for" what stands behind an index, None for none."""
    if tie is None or tie < _OWNED or units[tie].word != "for" or units[tie - 1].word not in words_of("owned"):
        return None
    verb = next((i for i in range(tie - 2, max(-1, tie - _TAKEN), -1) if units[i].kind is UnitKind.VERB), None)
    takes = verb is not None and units[verb].lemma in words_of("own") and not units[verb].negated
    return verb if takes and verb is not None and units[verb].voice is not Voice.PASSIVE else None


_OWNED = 2  # units before "for": who takes it, what is taken
_TAKEN = 4  # units from "for" back to the verb


def accused(cast: Cast, at: int) -> tuple[str, ...]:
    """Return who is accused "of killing", suspected "of shelling", blamed "for bombing"."""
    tied = at >= _ACCUSED and cast.units[at - 1].word in ("of", "for", "from")
    if not tied or (cast.units[at].voice is not Voice.ING and not cast.units[at].auxiliary.startswith("having")):
        return ()
    near = range(at - 2, max(-1, at - _ACCUSES), -1)
    verb = next((i for i in near if cast.units[i].kind is UnitKind.VERB), None)
    if verb is None or cast.units[verb].lemma not in words_of("accuse"):
        return ()
    if verb < at - 2:
        return cast.names(i for i in _listed(cast.units, verb + 1, at - 1) if cast.is_party(i) or cast.units[i].proper)
    subject = subject_of(cast.units, verb) if cast.units[verb].voice is Voice.PASSIVE else None
    heads = [] if subject is None else cast.joined_before(subject)
    return cast.names(heads) if len(heads) > 1 and all(map(cast.is_party, heads)) else ()


def _listed(units: Units, first: int, end: int) -> list[int]:
    """Return the noun groups between two indices that are one list: "accused |A|, |B| and |C| of"; else the last."""
    between = units[first:end]
    plain = all(
        is_noun(units, first + n) or unit.word == "," or unit.kind is UnitKind.CONJUNCTION
        for n, unit in enumerate(between)
    )
    return [i for i in range(first, end) if is_noun(units, i)] if plain else [end - 1]


def won(cast: Cast, at: int) -> tuple[str, ...]:
    """Return to whom a place fell ("the town fell |to rebels|", "into the hands |of rebels|")."""
    falls = cast.units[at].lemma == "fall" and at + 1 < len(cast.units) and cast.units[at + 1].word in _TO
    near = range(at + 2, min(at + _WINNER, len(cast.units))) if falls else ()
    return next((cast.names((i,)) for i in near if cast.is_party(i)), ())


def relative_head(units: Units, at: int) -> int | None:
    """Return the noun before a relative pronoun that is the subject of the verb at an index: "|a raid| that killed"."""
    pronoun = skip(units, at - 1, -1)
    if pronoun < 1 or units[pronoun].word not in ("which", "that"):
        return None
    noun = pronoun - 1 - (units[pronoun - 1].word == ",")
    return noun if is_noun(units, noun) else None


def owned_up(cast: Cast, at: int) -> tuple[str, ...]:
    """Return whom a pronoun means whose bearer admits the deed: "|Noor| admitted in court that |he| killed"."""
    that = at - 1 if cast.units[at - 1].kind is UnitKind.SUBORDINATOR else at
    near = range(that - 1, max(-1, that - _OWNING_UP), -1)
    verb = next((i for i in near if cast.units[i].kind is UnitKind.VERB), None)
    if verb is None or cast.units[verb].lemma not in words_of("own_up") or cast.units[verb].negated:
        return ()
    who = subject_of(cast.units, verb)
    fits = who is not None and not cast.units[who].pronoun and cast.units[who].plural == (cast.units[at].word == "they")
    return cast.names((who,)) if fits and who is not None else ()


_OWNING_UP = 8  # units between a confession and its "that"
_WINNER = 6  # units behind "fell" in which stands who won the place
_TO = frozenset(("to", "into", "under"))
_ACCUSES = 12  # units before a deed in which the accusing stands, where several are accused
_ACCUSED = 3  # units before a deed: the accusing, who is accused, "of"
