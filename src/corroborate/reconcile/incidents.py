"""An incident made from its cluster."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from corroborate.model.claim import Claim
from corroborate.model.figures import Figure, casualty_range, grouped, not_conceded
from corroborate.model.ids import ClaimId, IncidentId, content_id
from corroborate.model.incident import Cluster, Incident, Update
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.mention import Attack, Harm, Method, Stance, Weapon
from corroborate.reconcile.answers import answers
from corroborate.reconcile.checks import check_incident
from corroborate.reconcile.current import as_told, current, harm_groups, outgrown, part_of
from corroborate.reconcile.means import weapons_told
from corroborate.reconcile.naming import Names
from corroborate.reconcile.reports import Reports
from corroborate.reconcile.responsibility import is_concession, owning_up, responsibility
from corroborate.reconcile.routes import routes
from corroborate.reconcile.rulings import Rulings, rulings_on
from corroborate.reconcile.situating import common_days, likeliest_place
from corroborate.reconcile.tellers import tellers
from corroborate.reconcile.titles import incident_title
from corroborate.reconcile.voices import in_own_words, voices

_Named = TypeVar("_Named", Method, Weapon)


@dataclass(frozen=True, slots=True)
class Case:
    """What all incidents and tallies of a case are made with: its claims, names of origins, reports, judgements."""

    claims: Mapping[ClaimId, Claim]
    names: Names
    reports: Reports
    judgements: Sequence[Judgement]

    def told(self, ids: Iterable[ClaimId]) -> tuple[Claim, ...]:
        """Return the claims of these ids in the order in which they became known."""
        return tuple(sorted((self.claims[claim] for claim in ids), key=as_told))


def incident(cluster: Cluster, case: Case) -> tuple[Incident, tuple[Issue, ...]]:
    """Return the incident that a cluster comes to, with the doubts about its figures."""
    members, beside = case.told(cluster.claims), case.told(cluster.beside)
    heard = voices((*members, *beside), case.names, case.reports)
    voice = {claim: one.origin for claim, one in heard.items()}
    known = IncidentId(content_id("incident", members[0].id))
    effects = {c.content.effect for c in members if isinstance(c.content, Harm)}
    rulings = rulings_on((known, *cluster.claims), case.judgements, set(voice.values()), effects)
    counting = [claim for claim in members if voice[claim.id] not in rulings.excluded]
    told = in_own_words(members, heard)
    figures, history = _figures(members, voice, case, rulings)
    when, where = common_days(told), likeliest_place(told)
    responsible = responsibility(counting, [c for c in beside if voice[c.id] not in rulings.excluded], voice)
    accused = {one.actor for one in responsible if one.stance is Stance.ACCUSED}
    made = Incident(
        id=known,
        title=incident_title(told, when, where),
        when=when,
        where=where,
        methods=_usual(c.content.method for c in told if isinstance(c.content, Attack)),
        weapons=_usual(weapons_told(members)),
        claims=cluster.claims,
        beside=cluster.beside,
        documents=tuple(sorted({claim.document for claim in members})),
        origins=tellers(counting, voice),
        ranges=tuple(
            casualty_range(group, not_conceded(given), rulings.fixed) for group, given in grouped(figures).items()
        ),
        responsibility=responsible,
        history=history,
        conceded=tuple(casualty_range(group, given) for group, given in grouped(_conceded(figures)).items()),
        figures=figures,
        fixed=rulings.fixed,
        routes=routes((*members, *beside), heard),
        answers=answers(counting, accused),
        excluded=tuple(sorted(claim.id for claim in members if claim not in counting)),
    )
    return made, (*check_incident(made, members), *rulings.idle)


def _figures(
    members: Sequence[Claim], voice: Mapping[ClaimId, str], case: Case, rulings: Rulings
) -> tuple[tuple[Figure, ...], tuple[Update, ...]]:
    """Return the current figures of all origins by effect and people, and what replaced what."""
    owners = owning_up(members)
    figures: list[Figure] = []
    history: list[Update] = []
    for group, claims in harm_groups(members).items():
        now, updates = current(group, claims, voice)
        share = part_of(claims, case.claims)
        for figure in now:
            owned, left_out = is_concession(case.claims[figure.claim], owners), figure.origin in rulings.excluded
            figures.append(replace(figure, part_of=share, conceded=owned, excluded=left_out))
        history += updates
    later = outgrown(figures, case.claims)
    gone = {update.replaces for update in later}
    return tuple(figure for figure in figures if figure.claim not in gone), (*history, *later)


def _conceded(figures: Sequence[Figure]) -> Iterable[Figure]:
    """Return the concessions; what a party says of itself counts here, be its origin left out otherwise."""
    return (replace(figure, excluded=False) for figure in figures if figure.conceded)


def _usual(values: Iterable[_Named]) -> tuple[_Named, ...]:
    """Return the distinct values, the most frequent first."""
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))
