"""Who does what a verb of force tells: the walk back from a verb to the noun group that heads its subject."""

from corroborate.extract.force import PARTS_OF_DAY, QUOTES, Units, is_noun, is_time, object_of, skip, words_of
from corroborate.extract.groups import phrase_start
from corroborate.extract.units import Unit, UnitKind, Voice

_INSERT = 16  # units within which the other comma of an insertion is looked for


def subject_of(units: Units, at: int) -> int | None:
    """Return the noun group that heads the subject of the verb at an index, None where none is seen.

    Adverbs, relative pronouns, insertions between commas or brackets, and "X did this and |did| that" are looked past.
    """
    verb: int | None = at
    for _ in range(_CLAUSES):
        index = _before(units, verb) if verb is not None else -1
        if index < 0 or units[index].kind not in (UnitKind.CONJUNCTION, UnitKind.NOUN):
            return None
        if units[index].kind is UnitKind.CONJUNCTION:
            verb = _verb_before(units, index)
            continue
        head = phrase_start(units, index)
        held = skip(units, head - 2, -1)
        if held > 0 and units[head - 1].word == "by" and _is_participle(units[held]):
            verb = held  # "shelling of a town |held by| rebels killed two"
            continue
        if verb is not None and _goes_on(units, head - 1, verb):
            verb = head - 1  # "rebels |ambush| troops, kill five"
            continue
        outside = _outside_clause(units, head) if verb is not None and _is_finite(units, verb) else None
        return head if outside is None else outside
    return None


def _goes_on(units: Units, first: int, at: int) -> bool:
    """Say whether a verb behind a comma shares the subject of the verb before it, as in headlines."""
    if first < 1 or units[at - 1].word != "," or units[first].kind is not UnitKind.VERB:
        return False
    if at + 1 < len(units) and units[at].voice is Voice.BARE and object_of(units, at) is None:
        return False  # "rebels attacked a convoy, |wounded| in a clash"
    plain = (Voice.ACTIVE, Voice.BARE)
    return all(units[i].voice in plain and not units[i].auxiliary and not units[i].modal for i in (first, at))


def _is_participle(unit: Unit) -> bool:
    """Say whether a verb group can be a participle that tells of the noun before it ("rebels |based| in")."""
    plain = unit.voice is Voice.BARE or (unit.voice is Voice.ACTIVE and unit.word.endswith("ed"))
    return unit.kind is UnitKind.VERB and plain and not unit.auxiliary and not unit.modal


def _describes(unit: Unit) -> bool:
    """Say whether a verb before an infinitive can only tell of the noun before it ("gunmen |believed| to be rebels").

    A past form that can govern an infinitive itself is a verb of its own: "the army |tried| to take the town".
    """
    doing = unit.kind is UnitKind.VERB and unit.voice is Voice.ING
    return doing or (_is_participle(unit) and unit.lemma in words_of("supposes"))


def _is_finite(units: Units, at: int) -> bool:
    voice = units[at].voice
    alone = any(sense.detail == "vi" for sense in units[at].senses)  # "a bomb hidden in a car |exploded|"
    bare = voice is Voice.BARE and (alone or object_of(units, at) is not None)
    return bare or voice in (Voice.ACTIVE, Voice.PASSIVE)


def _outside_clause(units: Units, head: int) -> int | None:
    """Return the noun group that a clause tells of which ends at a noun, the clause between that group and its verb.

    "|Rebels| based in nearby camps fired", "|the forces| which took the town shelled", "|raids| targeting it killed",
    "|gunmen| believed to be rebels killed", "|rebels| fighting to take the town shelled".
    """
    at = skip(units, head - 1, -1)
    called = units[at].word == "as" and units[at - 1].word in words_of("called")
    if at + 1 >= _HELD and (called or units[at].word in words_of("based")) and _is_participle(units[at - 1]):
        return _told_of(units, at - 1)
    tied = units[head - 1].kind is UnitKind.PREPOSITION or units[head - 1].word == "as"
    verb = skip(units, head - 1 - tied, -1)
    if verb < 1 or units[verb].kind is not UnitKind.VERB:
        return None
    if units[verb].modal == "to" and verb > 1 and _describes(units[verb - 1]):
        return _told_of(units, verb - 1)
    if units[verb].lemma in words_of("tells"):
        return None
    hidden = _is_participle(units[verb]) and units[verb + 1].kind is UnitKind.PREPOSITION
    laid = hidden and units[verb - 1].sense("weapon") is not None  # "|a bomb| hidden in a car went off"
    if laid or units[verb].voice is Voice.ING or units[verb].auxiliary.startswith("having"):
        return _told_of(units, verb)
    for index in range(verb - 1, max(0, verb - _RELATIVE), -1):
        unit = units[index]
        if unit.word in ("which", "who", "that") and (unit.pronoun or units[index - 1].kind is UnitKind.NOUN):
            noun = index - 1 - (units[index - 1].word in _COMMA_OR_QUOTE)
            return phrase_start(units, noun) if noun >= 0 and units[noun].kind is UnitKind.NOUN else None
        if unit.kind in (UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR):
            return None
    return None


def _told_of(units: Units, at: int) -> int | None:
    """Return the noun group that a participle tells of, an insertion in brackets passed; None for none."""
    noun = _outside(units, at - 1, "(") if units[at - 1].word == ")" else skip(units, at - 1, -1)
    return phrase_start(units, noun) if is_noun(units, noun) else None


_RELATIVE = 6  # units of a relative clause before its last noun


_CLAUSES = 6  # verbs that may share a subject
_HELD = 3  # a noun, its participle and "by" before a noun


def _before(units: Units, at: int) -> int:
    index = at - 1
    relative = False
    while index >= 0:
        unit = units[index]
        if unit.word in ("which", "that", "who") or unit.kind is UnitKind.ADVERB:
            relative = relative or unit.word in ("which", "that", "who")
            index -= 1
        elif unit.word == ",":
            index = index - 1 if relative else _named_before(units, _outside(units, index, ","))
        elif unit.word == ")":
            index = _outside(units, index, "(")
        elif unit.word == "]":  # an editor's word: "They |[the rebels]| are shelling"
            outside = _outside(units, index, "[")
            index = index - 1 if outside >= 0 and units[outside].pronoun else outside
        elif unit.word in QUOTES or (is_time(units, index) and index):
            index -= 1
        elif index and (unit.word in PARTS_OF_DAY or unit.word == "the") and _is_beside_time(units, index):
            index -= 1  # "on Friday |night|", "in |the| early hours of Sunday"
        else:
            return index
    return index


_COMMA_OR_QUOTE = QUOTES | {","}


def _is_beside_time(units: Units, at: int) -> bool:
    """Say whether a part of the day stands behind a word of time, or a bare "the" before one."""
    return units[at + 1 if units[at].word == "the" else at - 1].kind is UnitKind.ADVERB


def _named_before(units: Units, at: int) -> int:
    """Return the noun group of which one between commas tells who it is ("|the rebels|, an offshoot of the group,")."""
    index = phrase_start(units, at) if is_noun(units, at) else 0
    named = index - 2
    inserted = named >= 0 and units[index - 1].word == "," and is_noun(units, named)
    if inserted and named == 0 and not (units[0].senses or units[0].determiner):
        return at  # "Homs, Utopia News – …": where a report comes from
    return named if inserted and at + 1 < len(units) and units[at + 1].word == "," else at


def _outside(units: Units, at: int, sign: str) -> int:
    """Return the index before the insertion that a comma or bracket closes; that before the sign for none."""
    for index in range(at - 1, max(-1, at - _INSERT), -1):
        if units[index].word == sign:
            finite = any(u.kind is UnitKind.VERB and u.voice is Voice.ACTIVE for u in units[index:at])
            relative = units[index + 1].word in ("who", "which") and units[index + 1].pronoun
            return at - 1 if finite and not relative else index - 1
    return at - 1


def _verb_before(units: Units, conjunction: int) -> int | None:
    """Return the verb before "and", whose subject the next one shares ("jets bombed a school and |hit| a market")."""
    for index in range(conjunction - 1, -1, -1):
        unit = units[index]
        if unit.kind is UnitKind.VERB and unit.voice not in (Voice.INFINITIVE, Voice.ING):
            where = _where(units, index) if unit.auxiliary.startswith("had") else None
            return index if where is None else _verb_before(units, where)
        if unit.kind is UnitKind.SUBORDINATOR:
            return None
    return None


def _where(units: Units, at: int) -> int | None:
    """Return the "where" that opens the clause of a verb: "hit a tent |where| mourners had met (and killed six)"."""
    return next((i for i in range(at - 1, max(0, at - _RELATIVE), -1) if units[i].word == "where"), None)
