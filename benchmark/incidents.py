"""Reports of many incidents as one case: the whole pipeline against labels, B-cubed and pairs; and killed per incident.

    python -m benchmark.incidents

A report may stand in several incidents and the labels know only its main one, so a report is first put into one found
incident: of those that hold it, the one with most labelled reports (ties by id); one in none stands alone.

The killed of an incident: the texts behind each of Airwars' incidents as one case, graded by `airwars`. The range of
killed in the incident that most of the texts lead with shall touch the coded bounds. Airwars codes civilians, so it is
the range of civilians, else that of people, else of the largest other group; no range touches nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from benchmark.mixed import SETS, Mixed, reports
from corroborate.grade import load
from corroborate.model.casualty import CasualtyRange, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.ids import DocumentId
from corroborate.model.incident import Incident
from corroborate.pipeline import fold
from corroborate.reconcile import main_incidents

Clusters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How found clusters agree with labelled ones, in per cent: precision, recall and F1, B-cubed and over pairs."""

    b_cubed: tuple[float, float, float]
    pairs: tuple[float, float, float]


def measured() -> Iterator[tuple[str, float]]:
    """Yield B-cubed F1 and pairs F1 of every set, and the share of killed ranges that touch, in per cent."""
    for name in SETS:
        if told := reports(name):
            found = agreement(_gold(told), found_in(name))
            yield f"{name} B3", found.b_cubed[2]
            yield f"{name} pairs", found.pairs[2]
    if touching := [_touches(case) for case in _cases_with_killed()]:
        yield "airwars killed touches", round(100 * sum(touching) / len(touching), 1)


@cache
def found_in(name: str) -> Clusters:
    """Return for each report of a set the found incident that it is put into."""
    return placed(reports(name))


def placed(told: Sequence[Mixed]) -> Clusters:
    """Return for each report the found incident that it is put into, all reports being one case."""
    names: dict[DocumentId, list[str]] = defaultdict(list)
    for one in told:
        if one.reading.document is not None:
            names[one.reading.document.id].append(one.name)
    holders: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for incident in _fold(told)[0]:
        inside = {name for document in _told_by(incident) for name in names[document]}
        for name in inside:
            holders[name].append((-len(inside), incident.id))
    return {one.name: min(holders[one.name])[1] if one.name in holders else f"alone {one.name}" for one in told}


def agreement(gold: Clusters, found: Clusters) -> Agreement:
    """Return how clusters agree: over reports (Bagga and Baldwin's B-cubed) and over pairs of reports."""
    theirs, ours = _members(gold), _members(found)
    precision = recall = 0.0
    same_gold = same_found = both = 0
    for name in gold:
        a, b = theirs[gold[name]], ours[found[name]]
        precision += len(a & b) / len(b)
        recall += len(a & b) / len(a)
        same_gold, same_found, both = same_gold + len(a) - 1, same_found + len(b) - 1, both + len(a & b) - 1
    return Agreement(
        _scores(precision / len(gold), recall / len(gold)),
        _scores(both / same_found if same_found else 1.0, both / same_gold if same_gold else 1.0),
    )


def _gold(told: Sequence[Mixed]) -> Clusters:
    return {one.name: one.incident for one in told}


def _fold(told: Sequence[Mixed]) -> tuple[tuple[Incident, ...], tuple[Claim, ...]]:
    claims = tuple({claim.id: claim for one in told for claim in one.reading.claims}.values())
    return fold(claims, (), load("airwars"))[0], claims


def _told_by(one: Incident) -> Iterator[DocumentId]:
    """Yield the reports that tell of an incident, as `corroborate link-report` lists them."""
    return (document for document in one.documents if document not in one.recalled)


def _members(clusters: Clusters) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for name, cluster in clusters.items():
        members[cluster].add(name)
    return members


def _scores(precision: float, recall: float) -> tuple[float, float, float]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1)


def _cases_with_killed() -> Iterator[list[Mixed]]:
    cases: dict[str, list[Mixed]] = defaultdict(list)
    for one in reports("airwars"):
        if one.killed is not None:
            cases[one.incident].append(one)
    yield from cases.values()


def _touches(case: Sequence[Mixed]) -> bool:
    """Say whether the killed range of the main incident of a case touches the coded bounds; without one it does not."""
    incidents, claims = _fold(case)
    leads = Counter(main_incidents(incidents, claims).values())
    main = max(incidents, key=lambda one: (leads[one.id], len(one.claims), one.id), default=None)
    killed = [one for one in main.ranges if one.effect is Effect.KILLED] if main else []
    coded = case[0].killed
    if not killed or coded is None:
        return False
    counted = min(killed, key=_how_far_from_civilians)
    low, high = counted.low.value or 0, None if counted.open else counted.high.value
    return low <= coded[1] and (high is None or high >= coded[0])


def _how_far_from_civilians(one: CasualtyRange) -> tuple[int, int]:
    """Order ranges by how well they stand for civilians: these, people of whatever kind, then the largest group."""
    order = (People.CIVILIANS, People.PEOPLE)
    return (order.index(one.people) if one.people in order else len(order), -(one.high.value or one.low.value or 0))


def main() -> None:
    """Print precision, recall and F1 of every set, and what putting every report alone would give."""
    for name in SETS:
        told = reports(name)
        for label, found in ((name, found_in(name)), (f"{name}, all alone", {one.name: one.name for one in told})):
            scores = agreement(_gold(told), found)
            print(f"{label:<22} B3 P {scores.b_cubed[0]} R {scores.b_cubed[1]} F1 {scores.b_cubed[2]}", end="   ")
            print(f"pairs P {scores.pairs[0]} R {scores.pairs[1]} F1 {scores.pairs[2]}")
    touching = [_touches(case) for case in _cases_with_killed()]
    print(f"killed ranges that touch Airwars': {sum(touching)} of {len(touching)}")


if __name__ == "__main__":
    main()
