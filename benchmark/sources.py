"""Measure the attribution stage on labelled reports: the origin, the whole chain, the hedge, by kind of report.

usage: python -m benchmark.sources [--errors N] [--aside] [--kind KIND]
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence

from benchmark import labels
from corroborate.attribute import attribute
from corroborate.evaluation.marks import same_name
from corroborate.model.claim import claim_id


def measure(found: Sequence[labels.LabelledReport], errors: int) -> Counter[tuple[str, str]]:
    """Count, by kind of report, the mentions and those whose origin, chain and hedge are right; print some errors."""
    tally: Counter[tuple[str, str]] = Counter()
    for report in found:
        claims = {claim.id: claim for claim in attribute(report.document, report.mentions, {})[0]}
        for mention, label in zip(report.mentions, report.labels, strict=True):
            attribution = claims[claim_id(report.document.capture, mention)].attribution
            chain = [source.name for source in attribution.sources]
            gold = label["sources"]
            right = {
                "origin": same_name(gold[0] if gold else "", chain[0] if chain else ""),
                "chain": len(gold) == len(chain) and all(map(same_name, gold, chain)),
                "hedge": label["hedge"] == attribution.hedge,
            }
            kind = report.kind
            tally[kind, "mentions"] += 1
            tally.update((kind, field) for field, ok in right.items() if ok)
            if errors and not (right["origin"] and right["hedge"]):
                errors -= 1
                expected, got = f"{gold} {label['hedge']}", f"{chain} {attribution.hedge} [{attribution.rule}]"
                print(f"{report.document.name} {mention.kind} {expected} -> {got} {mention.span.quote[:90]!r}")
    return tally


def main() -> None:
    """Print the shares and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--aside", action="store_true")
    parser.add_argument("--kind", default="")
    options = parser.parse_args()
    found = [
        report
        for report in labels.reports(*labels.COLLECTIONS, kinds=(options.kind,) if options.kind else ())
        if report.kind == "seeds" or report.aside is options.aside
    ]
    tally = measure(found, options.errors)
    for kind in dict.fromkeys(kind for kind, _ in tally):
        whole = tally[kind, "mentions"]
        shares = "  ".join(f"{field} {100 * tally[kind, field] / whole:5.1f}" for field in ("origin", "chain", "hedge"))
        print(f"{kind:8} {shares}  ({whole} mentions)")
    start = time.process_time()
    for report in found:
        attribute(report.document, report.mentions, {})
    print(f"{len(found) / (time.process_time() - start):.0f} reports a second")


if __name__ == "__main__":
    main()
