"""Splink over the groups that linking compares, as its baseline: `python -m benchmark.splink_baseline`.

Needs the extra `splink`. Splink learns m and u by itself, without labels, from the groups of a set: first day, place,
method, weapon, party, killed, uncommon words. Printed are B-cubed and pairs as in `benchmark.incidents`, by the
probability from which on it joins. What was measured stands in `docs/adr/0006-own-linkage.md`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmark.incidents import agreement
from benchmark.mixed import SETS, Mixed, reports
from corroborate.link.judged import constraints
from corroborate.link.profile import Profile
from corroborate.link.telling import tell
from corroborate.link.totals import by_report
from corroborate.model.casualty import Effect
from corroborate.model.names import place_key

_THRESHOLDS = (0.05, 0.2, 0.5, 0.8, 0.95)
_NIGHT = 2  # days: a longer span is no day
_KILLED = [
    {"sql_condition": "killed_l IS NULL OR killed_r IS NULL", "label_for_charts": "untold", "is_null_level": True},
    {"sql_condition": "killed_l = killed_r", "label_for_charts": "same"},
    {"sql_condition": "greatest(killed_l, killed_r) <= 3 * least(killed_l, killed_r)", "label_for_charts": "near"},
    {"sql_condition": "ELSE", "label_for_charts": "else"},
]
_SETTINGS = SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=[
        block_on("day", "place"),
        block_on("day", "province"),
        block_on("day", "method"),
    ],
    comparisons=[
        cl.ExactMatch("day"),
        cl.JaroWinklerAtThresholds("place", [0.9, 0.7]),
        cl.DistanceInKMAtThresholds("lat", "lon", [5, 25]),
        cl.ExactMatch("method"),
        cl.ExactMatch("weapon"),
        cl.ExactMatch("party"),
        cl.CustomComparison(output_column_name="killed", comparison_levels=_KILLED),
        cl.ArrayIntersectAtSizes("words", [8, 4, 2]),
    ],
)


def main() -> None:
    """Print what Splink makes of every set."""
    for name in SETS:
        told = reports(name)
        linker = _trained(pd.DataFrame(list(_rows(told))).astype({"killed": "float"}))
        pairs = linker.inference.predict(threshold_match_probability=min(_THRESHOLDS))
        for threshold in _THRESHOLDS:
            found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold).as_pandas_dataframe()
            clusters = zip(found["cluster_id"], found["document"], strict=True)
            scores = agreement({one.name: one.incident for one in told}, _placed(told, clusters))
            print(f"{name} from {threshold}: B3 P, R, F1 {scores.b_cubed}   pairs {scores.pairs}")


def _trained(frame: pd.DataFrame) -> Linker:
    linker = Linker(frame, _SETTINGS, DuckDBAPI())
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("day", "place", "method")], recall=0.5)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=7)
    training.estimate_parameters_using_expectation_maximisation(block_on("day", "method"))
    training.estimate_parameters_using_expectation_maximisation(block_on("place"))
    return linker


def _placed(told: Sequence[Mixed], clusters: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Return for each report the cluster that it is put into: of those that hold it, the one with most reports."""
    inside: dict[str, set[str]] = defaultdict(set)
    for cluster, document in clusters:
        inside[cluster].add(document)
    holders: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for cluster, documents in inside.items():
        for document in documents:
            holders[document].append((-len(documents), cluster))
    return {one.name: min(holders[one.name])[1] if one.name in holders else f"alone {one.name}" for one in told}


def _rows(told: Sequence[Mixed]) -> Iterator[dict[str, object]]:
    """Yield the groups of all reports."""
    for one in told:
        for report in by_report(one.reading.claims):
            for number, group in enumerate(tell(report, constraints(())).groups):
                yield {"unique_id": f"{one.name}#{number}", "document": one.name} | _row(group.profile)


def _row(one: Profile) -> dict[str, object]:
    where = one.locations[0] if one.locations else None
    place = where.places[0] if where and where.places else None
    killed = [f.count.low or f.count.high or 0 for f in one.figures if f.effect is Effect.KILLED]
    return {
        "day": one.when.start.isoformat() if one.when and one.when.days <= _NIGHT else None,
        "place": place_key(where.names[0]) if where else None,
        "province": place_key(place.parents[-1] if place.parents else place.name) if place else None,
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
        "method": min(map(str, one.methods), default=None),
        "weapon": min(map(str, one.weapons), default=None),
        "party": min(one.parties, default=None),
        "killed": max(killed, default=0) or None,
        "words": sorted(one.words) or None,
    }


if __name__ == "__main__":
    main()
