"""How often the place of a labelled claim is found, with the labelled mentions taken as right.

    python -m benchmark.places [--errors N] [--kind agency] [--aside]

"right" is the scorer's: the first name agrees. Reports are told apart by kind, and those kept aside are scored apart.
"""

import argparse
import sys
import time
from collections import Counter

from benchmark.labels import COLLECTIONS, reports
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.evaluation.marks import same_name
from corroborate.locate.days import days
from corroborate.locate.places import places


def main() -> None:
    """Print the scores, and where asked the errors (of reports that are not kept aside)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--kind", default="")
    parser.add_argument("--aside", action="store_true")
    options = parser.parse_args()
    gazetteer = PackagedGazetteer()
    list(gazetteer.scan("Damascus"))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    rules: Counter[tuple[str, bool]] = Counter()
    show, spent, count = options.errors, 0.0, 0
    for report in reports(*COLLECTIONS):
        kind = report.kind
        if options.kind and kind not in options.kind.split(","):
            continue
        if report.aside and not options.aside:
            continue
        when = {mention: interval for mention, (interval, _) in days(report.document, report.mentions)[0].items()}
        began = time.perf_counter()
        found, _ = places(report.document, report.mentions, gazetteer, when)
        spent, count = spent + time.perf_counter() - began, count + 1
        misses = []
        for mention, label in zip(report.mentions, report.labels, strict=True):
            location, rule = found[mention.id]
            good = same_name("".join(label["where"][:1]), "".join(location.names[:1]))
            key = f"{kind} aside" if report.aside else kind
            right[key] += good
            total[key] += 1
            if not report.aside:
                rules[rule, good] += 1
            if not good and not report.aside:
                misses.append(f"    {label['where']} GOT {list(location.names)} {rule} | {label['quote'][:90]!r}")
        if misses and show > 0:
            show -= 1
            sys.stdout.write(f"== {report.document.name}\n" + "\n".join(misses) + "\n")
    _print(right, total, rules)
    sys.stdout.write(f"{count / spent:.0f} reports a second\n")


def _print(right: Counter[str], total: Counter[str], rules: Counter[tuple[str, bool]]) -> None:
    for key in sorted(total):
        sys.stdout.write(f"{key:14} {100 * right[key] / total[key]:5.1f}  of {total[key]}\n")
    for rule in sorted({rule for rule, _ in rules}):
        well, badly = rules[rule, True], rules[rule, False]
        sys.stdout.write(f"{rule:18} {100 * well / (well + badly):5.1f}  of {well + badly}\n")


if __name__ == "__main__":
    main()
