"""One attack that a passage tells by several words: its noun, its verb, its means are joined."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corroborate.extract.actors import is_actor
from corroborate.extract.force import AttackDraft, Units, governor, words_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Count, Qualifier
from corroborate.model.mention import Method, Weapon

_WEAK = ("A05-use", "A06-means")
_REACH = 14  # units between a verb of force and the noun of force that tells how
_PARTING = (UnitKind.VERB, UnitKind.SUBORDINATOR)
_HOW = frozenset(("by", "with", "in", "through", "via", "using", "from"))
_TIES = frozenset(("with", "by", "using", "via", "through"))
_HITS = rule_words("hits")
_EMPLOYING = rule_words("employing")
_LETTING_LOOSE = rule_words("letting_loose")


def plain(found: Sequence[AttackDraft]) -> list[AttackDraft]:
    """Leave out means that another frame tells of already ("fired |three missiles|")."""
    kept = [draft for draft in found if draft.rule not in _WEAK]
    for rule in _WEAK:
        kept += [d for d in found if d.rule == rule and not any(o.first <= d.trigger < o.last for o in kept)]
    return kept


def joined(units: Units, found: Sequence[AttackDraft]) -> list[AttackDraft]:
    """Return the attacks of a passage in the order of its words, each once ("air strikes |hit| the town")."""
    reaching = [_reaching(units, draft, found) for draft in found]
    kept: list[AttackDraft] = []
    for draft in sorted(reaching, key=lambda one: (one.first, one.last)):
        before = kept[-1] if kept else None
        if before is not None and (
            (_is_one(before, draft) and _is_tied(units, before, draft)) or _is_how(units, before, draft)
        ):
            apart = any(unit.word == "|" for unit in units[before.last : draft.first])
            kept[-1] = _join(before, draft, apart=apart, settles=_lets_loose(units, before, draft))
        else:
            kept.append(draft)
    return kept


def _reaching(units: Units, draft: AttackDraft, found: Sequence[AttackDraft]) -> AttackDraft:
    """Let a verb of force reach to the noun of force that tells how ("targeted the town |with air strikes|")."""
    if draft.rule != "A02-verb":
        return draft
    nouns = [
        d.trigger
        for d in found
        if d.rule == "A01-noun" and _is_one(d, draft) and 0 < d.trigger - draft.trigger < _REACH
    ]
    for at in nouns:
        lead = governor(units, at)
        between = units[draft.trigger + 1 : at]
        clause = not any(u.kind in _PARTING or (u.kind is UnitKind.SIGN and u.word != ",") for u in between)
        if clause and lead is not None and lead > draft.trigger and units[lead].word in _HOW:
            return replace(draft, last=max(draft.last, at + 1))
    return draft


def _is_one(left: AttackDraft, right: AttackDraft) -> bool:
    return left.method is right.method or Method.OTHER in (left.method, right.method)


def _is_tied(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether a later draft tells of the same attack as the one before it, of a method that can be its own."""
    if before.rule[:3] == "A13" and draft.rule[:3] == "A02":
        return False  # "made advances and captured a town"
    if draft.first < before.last:
        return not _tells_of_target(units, before, draft)
    between = units[before.trigger + 1 : draft.trigger]
    kind = draft.rule[:3]
    if kind in ("A02", "A09") and before.rule[:3] == "A01" and not _opens_clause(between):
        free = governor(units, before.trigger) is None and _is_whole_subject(between)
        if free or (kind == "A02" and units[draft.trigger].lemma in _HITS):
            return True
    taken = kind in ("A02", "A09") and units[draft.trigger].voice is Voice.INFINITIVE
    if taken and draft.method is Method.GROUND_ASSAULT:
        return not _opens_clause(between)  # "an offensive |to take| the town"
    if kind == before.rule[:3] == "A01" and any(unit.word == "|" for unit in between):
        return True  # "Air attack | Two killed in |air raids| on Ayn"
    if kind in ("A04", "A06") and before.rule[:3] in ("A03", "A05") and _is_further_means(units, before, draft):
        return True
    if kind in ("A04", "A06", "A08") and before.rule[:3] == "A01":
        return _is_cause(units, draft.first)
    return False


def _tells_of_target(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether a later draft only tells what happened to what was hit: "retook a town |captured by| rebels"."""
    at = draft.trigger
    if draft.first <= before.trigger:
        return False
    if draft.rule[:3] != "A02":
        return draft.rule[:3] == "A12"
    return units[at].voice is Voice.BARE and at + 1 < len(units) and units[at + 1].word == "by"


def _is_whole_subject(between: Sequence[Unit]) -> bool:
    """Say whether nothing but what belongs to a noun stands behind it up to a verb ("strikes |by the army| bombed")."""
    kinds = [unit.kind for unit in between if unit.kind is not UnitKind.ADVERB]
    apart = any(left is right is UnitKind.NOUN for left, right in pairwise([UnitKind.NOUN, *kinds]))
    return not apart and not any(kind in (*_PARTING, UnitKind.SIGN) for kind in kinds)


def _is_further_means(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether means are fired with those before them: "fired rocket |and mortar shells|"."""
    between = units[before.trigger + 1 : draft.first]
    if draft.rule[:3] == "A04" and units[draft.trigger].voice is not Voice.ING:
        return False  # "fired rockets and |mortar shells hit| the town"
    listed = all(
        unit.kind is UnitKind.CONJUNCTION
        or unit.word in (",", "of")
        or unit.sense("weapon") is not None
        or (unit.quantity is not None and not unit.word)  # "|tens| of rocket and mortar shells"
        for unit in between
    )
    return listed and any(unit.kind is UnitKind.CONJUNCTION for unit in between)


def _is_how(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether a later draft only tells how the attack before it was done, whatever method it has by itself."""
    between = units[before.trigger + 1 : draft.trigger]
    if before.rule[:3] == "A01" and any(unit.word == "|" for unit in between):
        return not any(unit.kind is UnitKind.VERB for unit in between)  # a kicker: "|Shelling| | Rockets hit a camp"
    kind = draft.rule[:3]
    if kind == "A01":
        return _is_noun_of(units, before, draft)
    if kind == "A03":
        return _tells_means(units, before, draft)
    if kind == "A02":
        hits = units[draft.trigger].voice is Voice.ING and units[draft.trigger].lemma in _HITS
        fired = before.rule[:3] == "A03" and draft.first < before.last
        return hits and fired and units[draft.trigger - 1].sense("weapon") is not None
    return kind in ("A04", "A05", "A06") and _is_by_means(units, before, draft)


def _lead(units: Units, before: AttackDraft, draft: AttackDraft) -> str:
    """Return the preposition or verb that ties a draft to the one before it; "" for none."""
    lead = governor(units, draft.trigger)
    return units[lead].word if lead is not None and lead > before.trigger else ""


def _is_noun_of(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether a noun names what is told before it: "cluster bombs used |in the strikes|", "shot |in an attack|"."""
    inside = _lead(units, before, draft) in ("in", "during")
    between = units[before.trigger + 1 : draft.trigger]
    if before.rule[:3] in ("A04", "A07"):
        return inside and not any(unit.kind in _PARTING for unit in between)
    if before.rule[:3] == "A02":
        one = draft.count == Count.exactly(1) and units[draft.trigger].determiner in ("a", "an")
        return one and inside and draft.method is Method.OTHER and not any(unit.kind in _PARTING for unit in between)
    return inside and before.rule[:3] in ("A03", "A05") and _is_use(units, before)


def _is_by_means(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether means are those of the force before them.

    "|missiles| fired by a drone |hit| a farm", "the bombing of |a drone| targeting the road", "blew himself up |with a
    grenade|", "ambushed a unit |with rockets|", "raided a town, |using missiles|".
    """
    kind, first = draft.rule[:3], before.rule[:3]
    between, word = units[before.trigger + 1 : draft.trigger], _lead(units, before, draft)
    if kind == "A05":
        return first == "A02" and not word and not _has_deed(between)
    if first == "A03":
        return _points_back(units, before, draft) or (kind == "A04" and _is_load_of(units, before, draft))
    if kind == "A04":
        return first == "A01" and draft.first < before.last
    return word in _TIES and (first in ("A07", "A08") or (first == "A02" and not _has_deed(between)))


def _tells_means(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether a verb of firing tells by what means the force before it was used.

    "hit by |a missile fired| from a ship", "raids |by firing| rockets", "an attack |in which chlorine was used|",
    "bombs dropped on a farm |released| chlorine".
    """
    if _lets_loose(units, before, draft):
        return True
    between = units[before.trigger + 1 : draft.trigger]
    if before.rule[:3] in ("A01", "A02", "A11") and draft.first == draft.trigger - 1:
        tied = units[draft.first - 1].word in (*_TIES, "on")
        return tied and units[draft.trigger].voice is Voice.BARE and not _has_deed(between)
    if before.rule[:3] != "A01":
        return False
    if units[draft.trigger].voice is Voice.ING and before.method is Method.OTHER:
        led = units[draft.trigger - 1].word
        return led == "by" or (led == "," and not _opens_clause(between) and not _has_deed(between))
    inside = any(a.word in ("in", "during") and b.word == "which" for a, b in pairwise(between))
    return _is_use(units, draft) and inside


def _lets_loose(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether what was used before, or its load, lets something go: "strikes |that released| gas"."""
    return units[draft.trigger].lemma in _LETTING_LOOSE and draft.first < before.last


def _is_load_of(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether what was fired, told by a participle, hits: "|rockets fired| from a hill and a ship hit a farm"."""
    load = units[before.first].sense("weapon") is not None and before.first < before.trigger
    participle = load and units[before.trigger].voice is Voice.BARE
    return participle and not any(u.kind in _PARTING for u in units[before.trigger + 1 : draft.trigger])


def _points_back(units: Units, before: AttackDraft, draft: AttackDraft) -> bool:
    """Say whether means point back to what was fired: "fired rockets at the town, |the rockets| hitting homes"."""
    subject = units[draft.first]
    told = subject.determiner in words_of("pointing") and subject.quantity is None
    return told and bool(draft.weapons) and set(draft.weapons) <= set(before.weapons)


def _is_use(units: Units, draft: AttackDraft) -> bool:
    return units[draft.trigger].lemma in _EMPLOYING or draft.rule[:3] == "A05"


def _opens_clause(between: Sequence[Unit]) -> bool:
    """Say whether another clause opens between a noun of force and a verb: a finite verb, "and", "after"."""
    for n, unit in enumerate(between):
        behind = between[n + 1] if n + 1 < len(between) else None
        if unit.kind is UnitKind.CONJUNCTION and _lists_doers(between, n):
            opens = False  # "strikes by the army |and| its allies hit"
        elif unit.kind is not UnitKind.VERB:
            opens = unit.kind in (UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR) and unit.word != "that"
        elif behind is not None and behind.kind is UnitKind.PREPOSITION and unit.word.endswith("ed"):
            opens = bool(unit.auxiliary)  # "forces |stationed| in the hills"
        else:
            opens = unit.voice in (Voice.ACTIVE, Voice.PASSIVE) or bool(unit.auxiliary)
        if opens:
            return True
    return False


def _lists_doers(between: Sequence[Unit], at: int) -> bool:
    """Say whether "and" only joins those by whom force was used ("by the army |and| its allies")."""
    doers = 0 < at < len(between) - 1 and is_actor(between[at - 1]) and is_actor(between[at + 1])
    return doers and at > 1 and between[at - 2].word in ("by", "from")


def _has_deed(between: Sequence[Unit]) -> bool:
    """Say whether harm, damage or other force is told between, to which means could belong."""
    deeds = ("attack-verb", "harm-verb", "damage-verb", "attack")
    return any(unit.word in ("and", ".", ";") or any(unit.sense(deed) for deed in deeds) for unit in between)


def _is_cause(units: Units, at: int) -> bool:
    """Say whether what stands at an index is told to have caused the force before it ("was caused |by a bomber|")."""
    by = units[at - 1] if at > 1 else None
    return by is not None and by.word in ("by", "with") and units[at - 2].lemma in words_of("cause")


def _join(left: AttackDraft, right: AttackDraft, *, apart: bool, settles: bool) -> AttackDraft:
    """Return two drafts as one: the second's words where the first stands `apart`, its method if it `settles` that."""
    settles = settles or apart or (left.rule[:3], right.rule[:3]) == ("A01", "A04")
    generic = right.method is not Method.OTHER and (settles or left.method is Method.OTHER)
    used = left.rule[:3] in ("A03", "A05") and right.rule[:3] == "A01" and left.method is not Method.CHEMICAL_ATTACK
    main, other = (right, left) if generic or (used and right.method is not Method.OTHER) else (left, right)
    return replace(
        main,
        first=right.first if apart else min(left.first, right.first),
        last=max(left.last, right.last),
        target=main.target if main.target is not None else other.target,
        weapons=_weapons(left, right, main),
        count=right.count if apart else _count(left, right, main),
        signs=main.signs | {f"joined.{main.rule[:3]}.{other.rule[:3]}"},
    )


def _weapons(left: AttackDraft, right: AttackDraft, main: AttackDraft) -> tuple[Weapon, ...]:
    """Return the weapons of both; a bare bomb of an air strike was dropped."""
    both = tuple(dict.fromkeys(left.weapons + right.weapons))
    if main.method is not Method.AIRSTRIKE:
        return both
    return tuple(Weapon.AIR_DROPPED_BOMB if weapon is Weapon.MINE_IED else weapon for weapon in both)


def _count(left: AttackDraft, right: AttackDraft, main: AttackDraft) -> Count:
    """Return how many attacks two drafts of one tell: a noun's number goes before the one that a verb stands for."""
    if left.rule == "A02-verb" and right.rule[:3] in ("A01", "A03", "A06") and left.count == Count.exactly(1):
        return right.count
    if left.rule[:3] in ("A03", "A05") and right.rule[:3] in ("A04", "A06") and left.count == Count.exactly(1):
        return right.count  # "fired rocket and mortar |shells|"
    counted = left.count.qualifier is not Qualifier.VAGUE or right.count == Count.exactly(1)
    if left.rule == "A01-noun" and right.rule != "A01-noun" and counted:
        return left.count  # "the attack was carried out by four bombers", "air strikes |hit| the town"
    other = right if main is left else left
    return main.count if main.count.qualifier is not Qualifier.VAGUE else other.count
