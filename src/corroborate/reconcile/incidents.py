"""An incident made from its cluster."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corroborate.model.casualty import CasualtyRange
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, IncidentId, content_id
from corroborate.model.incident import Cluster, Incident, Update
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.mention import Attack, Method, Weapon
from corroborate.reconcile.checks import check_incident
from corroborate.reconcile.current import Figure, as_told, current, harm_groups
from corroborate.reconcile.means import weapons_told
from corroborate.reconcile.ranges import casualty_range, part_of
from corroborate.reconcile.responsibility import is_concession, owning_up, responsibility
from corroborate.reconcile.rulings import NO_RULINGS, rulings_on
from corroborate.reconcile.situating import common_days, likeliest_place
from corroborate.reconcile.tellers import tellers
from corroborate.reconcile.titles import incident_title
from corroborate.reconcile.voices import voices

_Named = TypeVar("_Named", Method, Weapon)


@dataclass(frozen=True, slots=True)
class Case:
    """What all incidents and tallies of a case are made with: its claims, how origins are spelled, its judgements."""

    claims: Mapping[ClaimId, Claim]
    shown: Mapping[str, str]
    judgements: Sequence[Judgement]

    def told(self, ids: Iterable[ClaimId]) -> tuple[Claim, ...]:
        """Return the claims of these ids in the order in which they became known."""
        return tuple(sorted((self.claims[claim] for claim in ids), key=as_told))


def incident(cluster: Cluster, case: Case) -> tuple[Incident, tuple[Issue, ...]]:
    """Return the incident that a cluster comes to, with the doubts about its figures."""
    members, beside = case.told(cluster.claims), case.told(cluster.beside)
    voice = voices((*members, *beside), case.shown)
    known = IncidentId(content_id("incident", members[0].id))
    origins = tellers(members, voice)
    rulings = rulings_on((known, *cluster.claims), case.judgements, origins)
    owners = owning_up(members)
    ranges: list[CasualtyRange] = []
    conceded: list[CasualtyRange] = []
    history: list[Update] = []
    figures: list[Figure] = []
    for group, claims in harm_groups(members).items():
        now, updates = current(claims, voice)
        share = part_of(claims, case.claims)
        owned = tuple(figure for figure in now if is_concession(figure.claim, owners))
        independent = tuple(figure for figure in now if figure not in owned)
        ranges.append(casualty_range(group, independent or now, share, rulings))
        conceded += [casualty_range(group, owned, share, NO_RULINGS)] if owned else []
        history += updates
        figures += [figure for figure in independent or now if figure.origin not in rulings.excluded]
    when, where = common_days(members), likeliest_place(members)
    made = Incident(
        id=known,
        title=incident_title(members, when, where),
        when=when,
        where=where,
        methods=_usual(c.content.method for c in members if isinstance(c.content, Attack)),
        weapons=_usual(weapons_told(members)),
        claims=cluster.claims,
        beside=cluster.beside,
        documents=tuple(sorted({claim.document for claim in members})),
        origins=origins,
        ranges=tuple(ranges),
        responsibility=responsibility(members, beside, voice),
        history=tuple(history),
        conceded=tuple(conceded),
    )
    return made, check_incident(made, members, figures)


def _usual(values: Iterable[_Named]) -> tuple[_Named, ...]:
    """Return the distinct values, the most frequent first."""
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))
