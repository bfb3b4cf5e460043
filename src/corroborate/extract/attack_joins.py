"""One attack that a passage tells by several words: its noun, its verb, its means are joined."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corroborate.extract.force import AttackDraft, Units, governor, words_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Count, Qualifier
from corroborate.model.mention import Method, Weapon

_WEAK = ("A05-use", "A06-means")
_REACH = 10
_HOW = frozenset(("by", "with", "in", "through", "via", "using", "from"))
_TIES = frozenset(("with", "by", "using", "via", "through"))
_SETTLED = (Method.GROUND_ASSAULT, Method.EXECUTION, Method.SHOOTDOWN)  # whatever means they are done with
_HITS = rule_words("hits")
_EMPLOYING = rule_words("employing")


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
            kept[-1] = _join(before, draft, apart=any(unit.word == "|" for unit in units[before.last : draft.first]))
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
        clause = not any(u.kind in (UnitKind.VERB, UnitKind.SUBORDINATOR, UnitKind.SIGN) for u in between)
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
        return True
    between = units[before.trigger + 1 : draft.trigger]
    kind = draft.rule[:3]
    if kind == "A02" and before.rule[:3] == "A01" and units[draft.trigger].lemma in _HITS:
        return not _opens_clause(between)
    taken = kind in ("A02", "A09") and units[draft.trigger].voice is Voice.INFINITIVE
    if taken and draft.method is Method.GROUND_ASSAULT:
        return not _opens_clause(between)  # "an offensive |to take| the town"
    if kind == before.rule[:3] == "A01" and any(unit.word == "|" for unit in between):
        return True  # "Air attack | Two killed in |air raids| on Ayn"
    if kind == "A06" and before.rule[:3] == "A02":
        lead = governor(units, draft.trigger)
        return lead is not None and units[lead].word in _TIES and not _has_deed(between)
    if kind in ("A04", "A06") and before.rule[:3] in ("A03", "A05") and _is_further_means(units, before, draft):
        return True
    if kind in ("A04", "A06", "A08") and before.rule[:3] == "A01":
        return _is_cause(units, draft.first)
    return False


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
    """Say whether a later draft only tells how the attack before it was done, whatever method it has by itself.

    "fired missiles |targeting| a farm", "blew himself up |with a grenade|", "ambushed a unit |with rockets|",
    "cluster bombs were used |in the strikes|", "an attack |in which chlorine was used|", "gunmen killed two |in an
    attack|".
    """
    lead = governor(units, draft.trigger)
    word = units[lead].word if lead is not None and lead > before.trigger else ""
    kind, first = draft.rule[:3], before.rule[:3]
    between = units[before.trigger + 1 : draft.trigger]
    if kind == "A02" and first == "A03":
        hits = units[draft.trigger].voice is Voice.ING and units[draft.trigger].lemma in _HITS
        return hits and draft.first < before.last and units[draft.trigger - 1].sense("weapon") is not None
    if kind == "A04" and first == "A03":
        return draft.first == before.first  # "|missiles| fired by a drone |hit| a farm"
    if kind == "A06" and word in _TIES:
        return first in ("A07", "A08") or (before.method in _SETTLED and not _has_deed(between))
    if kind == "A01" and first in ("A04", "A07"):
        return word in ("in", "during") and not _opens_clause(between)
    if kind == "A01" and first in ("A03", "A05"):
        return _is_use(units, before) and word in ("in", "during")
    inside = any(a.word in ("in", "during") and b.word == "which" for a, b in pairwise(between))
    return kind == "A03" and first == "A01" and _is_use(units, draft) and inside


def _is_use(units: Units, draft: AttackDraft) -> bool:
    return units[draft.trigger].lemma in _EMPLOYING or draft.rule[:3] == "A05"


def _opens_clause(between: Sequence[Unit]) -> bool:
    """Say whether another clause opens between a noun of force and a verb: a finite verb, "and", "after"."""
    for n, unit in enumerate(between):
        behind = between[n + 1] if n + 1 < len(between) else None
        if unit.kind is not UnitKind.VERB:
            opens = unit.kind in (UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR) and unit.word != "that"
        elif behind is not None and behind.kind is UnitKind.PREPOSITION and unit.word.endswith("ed"):
            opens = bool(unit.auxiliary)  # "forces |stationed| in the hills"
        else:
            opens = unit.voice in (Voice.ACTIVE, Voice.PASSIVE) or bool(unit.auxiliary)
        if opens:
            return True
    return False


def _has_deed(between: Sequence[Unit]) -> bool:
    """Say whether harm, damage or other force is told between, to which means could belong."""
    deeds = ("attack-verb", "harm-verb", "damage-verb", "attack")
    return any(unit.word in ("and", ".", ";") or any(unit.sense(deed) for deed in deeds) for unit in between)


def _is_cause(units: Units, at: int) -> bool:
    """Say whether what stands at an index is told to have caused the force before it ("was caused |by a bomber|")."""
    by = units[at - 1] if at > 1 else None
    return by is not None and by.word in ("by", "with") and units[at - 2].lemma in words_of("cause")


def _join(left: AttackDraft, right: AttackDraft, *, apart: bool) -> AttackDraft:
    """Return two drafts as one; the words of the second only where the first stands `apart`."""
    generic = left.method is Method.OTHER and right.method is not Method.OTHER
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
    if left.rule == "A02-verb" and right.rule in ("A01-noun", "A06-means") and left.count == Count.exactly(1):
        return right.count
    if left.rule[:3] in ("A03", "A05") and right.rule[:3] in ("A04", "A06") and left.count == Count.exactly(1):
        return right.count  # "fired rocket and mortar |shells|"
    if left.rule == "A01-noun" and right.rule != "A01-noun" and left.count.qualifier is not Qualifier.VAGUE:
        return left.count  # "the attack was carried out by four bombers"
    other = right if main is left else left
    return main.count if main.count.qualifier is not Qualifier.VAGUE else other.count
