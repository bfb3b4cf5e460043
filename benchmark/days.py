"""How often the days of the labelled mentions are found, and how fast: `python benchmark/days.py [--errors N] [--aside]`.

The mentions are the labelled ones, so that only the days are measured. `when` counts as right where it equals the
label, both days and null, as the scorer of claims has it.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import labels

from corroborate.locate.days import days
from corroborate.model.document import Document
from corroborate.model.situation import Interval

KINDS = ("agency", "post", "news", "arabic", "seeds")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled mention: what the label says, what was found, by which rule."""

    document: Document
    quote: str
    wanted: str
    found: str
    rule: str


def written(interval: Interval | None) -> str:
    """Return an interval in the short form of the listing."""
    if interval is None:
        return "null"
    start, end = interval.start.isoformat(), interval.end.isoformat()
    return start if start == end else f"{start}..{end}"


def outcomes(reports: Iterable[labels.LabelledReport]) -> Iterator[Outcome]:
    """Yield the outcome for every labelled mention."""
    for report in reports:
        chosen, _ = days(report.document, report.mentions)
        for mention, label in zip(report.mentions, report.labels, strict=True):
            when = label["when"]
            wanted = "null" if not when else when["from"] if when["from"] == when["to"] else f"{when['from']}..{when['to']}"
            interval, rule = chosen[mention.id]
            yield Outcome(report.document, mention.span.quote, wanted, written(interval), rule)


def gathered(kind: str, *, aside: bool) -> list[labels.LabelledReport]:
    """Return the labelled reports of a kind that are, or are not, kept aside."""
    if kind == "seeds":
        return [] if aside else list(labels.reports("seeds"))
    return [report for report in labels.reports("dev", (kind,)) if labels.aside(report.document.name) is aside]


def main() -> None:
    """Print the share of right days by kind of report and by rule, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--aside", action="store_true")
    options = parser.parse_args()
    for kind in [options.kind] if options.kind else KINDS:
        reports = gathered(kind, aside=options.aside)
        seen = list(outcomes(reports))
        if not seen:
            continue
        right = [outcome.wanted == outcome.found for outcome in seen]
        began = time.perf_counter()
        for report in reports:
            days(report.document, report.mentions)
        speed = len(reports) / (time.perf_counter() - began)
        sys.stdout.write(f"{kind}: {sum(right)}/{len(seen)} = {100 * sum(right) / len(seen):.1f} %, {speed:.0f} reports/s\n")
        for rule, number in Counter(outcome.rule.partition(":")[0] for outcome in seen).most_common():
            good = sum(ok for ok, outcome in zip(right, seen, strict=True) if outcome.rule.partition(":")[0] == rule)
            sys.stdout.write(f"   {rule}: {good}/{number}\n")
        wrong = [outcome for ok, outcome in zip(right, seen, strict=True) if not ok]
        for outcome in wrong[: 0 if options.aside else options.errors]:
            line = f"{outcome.document.name} {outcome.document.published} {outcome.wanted} | {outcome.found} | {outcome.rule}"
            sys.stdout.write(f"      {line} | {outcome.quote[:110]}\n")


if __name__ == "__main__":
    main()
