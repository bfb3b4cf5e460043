"""People affected: the frames in which reports say that somebody was killed, injured, displaced and so on.

Each frame is a function with an id and examples, which the tests run: what it reads, and behind "not" what it leaves.
At each unit the frames that begin at one of its words are tried in this order until one reads.
"""

from dataclasses import replace
from functools import cache, partial

from corroborate.extract import (
    harm_captives,
    harm_fates,
    harm_figures,
    harm_inversions,
    harm_moves,
    harm_names,
    harm_nouns,
    harm_objects,
    harm_of_people,
    harm_owners,
    harm_states,
    harm_symptoms,
    harm_tolls,
    harm_verbs,
)
from corroborate.extract.drafting import Draft, is_second
from corroborate.extract.groups import Units
from corroborate.extract.line import Line
from corroborate.extract.rules import Rules
from corroborate.extract.switches import NONE_OFF, is_on
from corroborate.extract.units import UnitKind
from corroborate.model.casualty import Effect, People


@cache
def frames() -> Rules[Units, Draft]:
    """Return the frames of harm, the surest first."""
    return Rules(
        harm_figures.keyed,
        harm_figures.numbered,
        harm_names.by_name,
        harm_inversions.inverted,
        harm_verbs.nobody,
        harm_verbs.passive,
        harm_verbs.active,
        harm_verbs.reduced,
        harm_verbs.intransitive,
        harm_objects.object_frame,
        harm_objects.driven,
        harm_objects.lost,
        *harm_captives.FRAMES,
        *harm_moves.FRAMES,
        *harm_of_people.FRAMES,
        harm_fates.fate,
        harm_fates.out_of_touch,
        harm_fates.belonged,
        harm_fates.fallen,
        harm_fates.not_survived,
        harm_fates.not_seen,
        *harm_symptoms.FRAMES,
        harm_states.to_hospital,
        harm_states.pulled,
        harm_tolls.toll,
        harm_tolls.number_of,
        harm_tolls.running,
        harm_verbs.to_death,
        harm_nouns.body,
        harm_nouns.no_victims,
        harm_nouns.uncounted_states,
        harm_owners.owned,
        harm_nouns.deed,
        harm_states.inner_state,
        harm_states.uprooted,
        harm_states.state,
        harm_states.buried,
        harm_states.marked,
        harm_fates.condition,
    )


def drafts(line: Line, without: frozenset[str] = NONE_OFF) -> list[Draft]:
    """Return the harm that a passage tells, in the order of its words, each told once, by the rules that are on."""
    found: list[Draft] = []
    taken: set[int] = set()  # triggers already read: the noun of "suffered burns"
    for at, tried in frames().at(line):
        if at in taken:
            continue
        for frame in tried:
            if made := [draft for draft in frame.read(line.units, at) if is_on(draft.rule, without)]:
                if not is_second(line.units, at):
                    found.extend(made)
                    taken.update(draft.trigger for draft in made)
                break
    asked = _asked(line)
    told = found if asked is None else [draft for draft in found if draft.trigger < asked]
    ordered = _outcomes(line.units, _distinct(sorted(told, key=lambda draft: (draft.first, draft.last))))
    return [*map(partial(_told_ahead, line.units), ordered, ordered[1:]), *ordered[-1:]]


def _asked(line: Line) -> int | None:
    """Return where a question begins that asks whether something is so: "Did the army lose men?"; None for none.

    What is asked with "who", "why" or "how" has happened.
    """
    if "?" not in line.said or line.units[-1].word not in _QUESTION_ENDS:
        return None
    helped = (
        at for at, unit in enumerate(line.units) if unit.kind is UnitKind.VERB and _opens_question(line.units, at)
    )
    return next(helped, None)


def _opens_question(units: Units, at: int) -> bool:
    """Say whether a helping verb opens its clause, its subject behind it: "|did| the army suffer losses"."""
    opens = at == 0 or units[at - 1].kind in (UnitKind.SIGN, UnitKind.CONJUNCTION) or units[at - 1].lemma in _LEADS
    inverted = at + 1 < len(units) and units[at + 1].kind is UnitKind.NOUN
    return opens and inverted and units[at].lemma in _HELPERS and not units[at].negated


_QUESTION_ENDS = frozenset(("?", '"', "”", ")"))
_HELPERS = frozenset(("be", "do", "have"))
_LEADS = frozenset(("so", "then", "however"))


def _told_ahead(units: Units, draft: Draft, following: Draft) -> Draft:
    """Return a draft of a bare number with the people of the next one: "killed |28| and wounded 30 rebels"."""
    sides = following.people in (People.COMBATANTS, People.CIVILIANS) and not following.inherits
    counted = draft.inherits and draft.count.low is not None and following.count.low is not None
    joint = units[draft.last : following.first]
    joined = len(joint) == 1 and (joint[0].kind is UnitKind.CONJUNCTION or joint[0].word == ",")
    return replace(draft, people=following.people, inherits=False) if sides and counted and joined else draft


_OUTCOMES = frozenset((Effect.KILLED, Effect.INJURED))  # of being shot or hit


def _outcomes(units: Units, found: list[Draft]) -> list[Draft]:
    """Return drafts with those of whom the next one tells what came of it: "|shot a trader| and left him wounded"."""
    kept: list[Draft] = []
    for draft in found:
        shot = kept[-1] if kept else draft
        meant = draft.group is not None and units[draft.group].word in _MEANT
        ended = draft.effect in _OUTCOMES and shot.effect is Effect.CASUALTIES and draft.trigger > shot.trigger
        if meant and ended and shot.group is not None:
            kept[-1] = replace(shot, effect=draft.effect)
        else:
            kept.append(draft)
    return kept


_MEANT = frozenset(("him", "her", "them"))


def _distinct(found: list[Draft]) -> list[Draft]:
    """Keep one draft for each group and effect: the first of those that stand on the same words."""
    kept: dict[tuple[int, Effect], Draft] = {}
    harmed = {draft.group for draft in found if draft.rule != harm_states.UPROOTED}  # refugees who suffered more
    ended = {draft.group for draft in found if draft.effect in _OUTCOMES and draft.group is not None}
    for draft in found:
        if draft.rule == harm_states.UPROOTED and draft.group in harmed:
            continue
        if draft.effect is Effect.CASUALTIES and draft.group in ended:
            continue  # "was shot in the head and |killed|"
        kept.setdefault((draft.first if draft.group is None else draft.group, draft.effect), draft)
    return list(kept.values())
