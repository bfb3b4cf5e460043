"""Force that was used: the frames of English that tell of it, each with an id, and the joining of what they tell twice.

What the frames offer is only a candidate; `context` decides by its signs what a report tells.
"""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.extract import attack_nouns, attack_verbs
from corroborate.extract.attack_methods import implied_weapons, open_word
from corroborate.extract.attack_signs import signs
from corroborate.extract.force import AttackDraft, Units, governor, is_aerial
from corroborate.extract.line import Line
from corroborate.extract.rules import Rules
from corroborate.extract.units import UnitKind
from corroborate.model.casualty import Qualifier
from corroborate.model.document import Token
from corroborate.model.mention import Method

FRAMES = Rules(
    attack_nouns.noun,
    attack_verbs.blow_up,
    attack_verbs.fired,
    attack_verbs.weapon_subject,
    attack_verbs.verb,
    attack_verbs.craft_subject,
    attack_nouns.use,
    attack_nouns.means,
)


def drafts(line: Line) -> list[AttackDraft]:
    """Return the attacks that a passage may tell, in the order of its words, each once."""
    units = line.units
    found = [_finished(units, line.tokens, draft) for made in FRAMES.made(line, units) for draft in made]
    found = [_reaching(units, draft, found) for draft in _plain(found)]
    return _merged(sorted(found, key=lambda draft: (draft.first, draft.last)))


def _reaching(units: Units, draft: AttackDraft, found: list[AttackDraft]) -> AttackDraft:
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


_REACH = 10
_HOW = frozenset(("by", "with", "in", "through", "via", "using", "from"))


def _finished(units: Units, tokens: Sequence[Token], draft: AttackDraft) -> AttackDraft:
    word = open_word(units, draft.trigger, draft.method) if draft.rule[:3] in ("A01", "A02") else ""
    weapons = draft.weapons or implied_weapons(units, draft)
    return replace(draft, signs=signs(units, tokens, draft), word=word, is_aerial=is_aerial(units), weapons=weapons)


def _plain(found: list[AttackDraft]) -> list[AttackDraft]:
    """Leave out means that another frame tells of already ("fired |three missiles|")."""
    kept = [draft for draft in found if draft.rule not in _WEAK]
    for rule in _WEAK:
        kept += [d for d in found if d.rule == rule and not any(o.first <= d.trigger < o.last for o in kept)]
    return kept


_WEAK = ("A05-use", "A06-means")


def _merged(found: list[AttackDraft]) -> list[AttackDraft]:
    """Join the noun and the verb of one attack ("air strikes |hit| the town")."""
    kept: list[AttackDraft] = []
    for draft in found:
        before = kept[-1] if kept else None
        if before is not None and draft.first < before.last and _is_one(before, draft):
            kept[-1] = _joined(before, draft)
        else:
            kept.append(draft)
    return kept


def _is_one(left: AttackDraft, right: AttackDraft) -> bool:
    return left.method is right.method or Method.OTHER in (left.method, right.method)


def _joined(left: AttackDraft, right: AttackDraft) -> AttackDraft:
    generic = left.method is Method.OTHER and right.method is not Method.OTHER
    main, other = (right, left) if generic else (left, right)
    return replace(
        main,
        first=min(left.first, right.first),
        last=max(left.last, right.last),
        target=main.target if main.target is not None else other.target,
        weapons=tuple(dict.fromkeys(left.weapons + right.weapons)),
        count=main.count if main.count.qualifier is not Qualifier.VAGUE else other.count,
        signs=main.signs | {f"joined.{main.rule[:3]}.{other.rule[:3]}"},
    )
