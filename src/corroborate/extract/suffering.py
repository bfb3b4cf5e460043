"""Whether the subject of a verb suffers what it tells, or did it: "4 soldiers killed", "the army shelled near Homs"."""

from corroborate.extract.actors import words_of
from corroborate.extract.cast import Cast
from corroborate.extract.clauses import has_elided_object
from corroborate.extract.force import is_noun, object_of, skip
from corroborate.extract.force import words_of as force_words
from corroborate.extract.forceful import acts_alone
from corroborate.extract.units import UnitKind, Voice

DEEDS = ("attack-verb", "harm-verb", "damage-verb")
_WHERE = ("at", "near", "towards", "toward", "around", "across", "along", "from")  # force goes or comes


def is_suffered(cast: Cast, at: int) -> bool:
    """Say whether the subject of the verb at an index suffers what it tells: "was shelled", "killed in", "died"."""
    verb = cast.units[at]
    participle = verb.voice is Voice.BARE and verb.word in words_of("participle")
    if verb.voice is Voice.PASSIVE or participle or verb.lemma in words_of("undergo") or _is_joined(cast, at):
        return True
    if verb.lemma == "fall" and is_noun(cast.units, at + 2) and cast.units[at + 1].word == "in":
        return cast.units[at + 2].sense("attack") is not None  # "soldiers |fell| in clashes"
    frames = {sense.detail for sense in verb.senses if sense.domain in DEEDS}
    behind = cast.units[at + 1].word if at + 1 < len(cast.units) else ""
    relative = cast.units[skip(cast.units, at - 1, -1)].word in ("which", "who", "that") if at else False
    bare = shared_object(cast, at) is None or has_elided_object(cast.units, at)  # "4 troops |killed| 4 wounded"
    goes = behind == "into" or (behind in _WHERE and verb.lemma in words_of("pound") and _fights(cast, at))
    goes = (
        goes or acts_alone(cast.units, at) or verb.lemma in words_of("combat")
    )  # "the army |battled| to retake the town"
    alone = verb.voice is Voice.BARE and bare and not goes and not relative
    died = any(sense.domain == "harm-verb" and sense.detail == "vi" for sense in verb.senses)
    driven = verb.lemma in force_words("drives") and not frames
    return died or (alone and (driven or "vt" in frames or behind == "by"))


def shared_object(cast: Cast, at: int) -> int | None:
    """Return the object of a verb, also where the next verb shares it: "|attacked| and killed four miners"."""
    joined = at + 2 < len(cast.units) and cast.units[at + 1].kind is UnitKind.CONJUNCTION
    second = cast.units[at + 2] if joined else cast.units[at]
    shares = joined and second.kind is UnitKind.VERB and second.voice is cast.units[at].voice
    return object_of(cast.units, at + 2 if shares and not second.auxiliary else at)


def _is_joined(cast: Cast, at: int) -> bool:
    """Say whether a verb goes on with a passive: "was ambushed and |murdered|"."""
    joined = at > 1 and cast.units[at - 1].kind is UnitKind.CONJUNCTION and cast.units[at].voice is Voice.BARE
    return joined and cast.units[at - 2].voice is Voice.PASSIVE and not cast.units[at].auxiliary


def _fights(cast: Cast, at: int) -> bool:
    """Say whether the noun group before a verb is a party that no number counts: "|the army| shelled near"."""
    return at > 0 and cast.is_party(at - 1) and cast.units[at - 1].quantity is None
