"""How often the days of labelled mentions are found, and how fast: `python -m benchmark.days [--errors N] [--aside]`.

The mentions are the labelled ones, so that only the days are measured. `when` counts as right where it equals the
label, both days and null, as the scorer of claims has it.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmark import labels
from corroborate.locate.days import days
from corroborate.model.document import Document
from corroborate.model.situation import Interval

KINDS = (*labels.KINDS, "arabic", "seeds")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled mention: what the label says, what was found, by which rule."""

    document: Document
    quote: str
    wanted: str
    found: str
    rule: str
    is_harm: bool

    @property
    def right(self) -> bool:
        """Say whether the days are those of the label."""
        return self.wanted == self.found


def written(interval: Interval | None) -> str:
    """Return an interval in the short form of the listing."""
    return "null" if interval is None else _short(interval.start.isoformat(), interval.end.isoformat())


def _short(start: str, end: str) -> str:
    return start if start == end else f"{start}..{end}"


def outcomes(reports: Iterable[labels.LabelledReport]) -> Iterator[Outcome]:
    """Yield the outcome for every labelled mention."""
    for report in reports:
        chosen, _ = days(report.document, report.mentions)
        for mention, label in zip(report.mentions, report.labels, strict=True):
            when = label["when"]
            wanted = _short(when["from"], when["to"]) if when else "null"
            interval, rule = chosen[mention.id]
            yield Outcome(report.document, mention.span.quote, wanted, written(interval), rule, label["kind"] == "harm")


def gathered(kind: str, *, aside: bool) -> list[labels.LabelledReport]:
    """Return the labelled reports of a kind that are, or are not, kept aside."""
    return [report for report in labels.reports(*labels.COLLECTIONS, kinds=(kind,)) if report.aside is aside]


def _share(seen: Sequence[Outcome]) -> str:
    right = sum(outcome.right for outcome in seen)
    return f"{right}/{len(seen)} = {100 * right / max(1, len(seen)):.1f} %"


def _speed(reports: Sequence[labels.LabelledReport]) -> float:
    began = time.perf_counter()
    for report in reports:
        days(report.document, report.mentions)
    return len(reports) / (time.perf_counter() - began)


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
        harm = [outcome for outcome in seen if outcome.is_harm]
        print(f"{kind}: all {_share(seen)}, harm {_share(harm)}, {_speed(reports):.0f} reports/s")
        for rule, _ in Counter(outcome.rule.partition(":")[0] for outcome in seen).most_common():
            print(f"   {rule}: {_share([outcome for outcome in seen if outcome.rule.partition(':')[0] == rule])}")
        wrong = [outcome for outcome in seen if not outcome.right]
        for outcome in wrong[: 0 if options.aside else options.errors]:
            place = f"{outcome.document.name} {outcome.document.published}"
            print(f"      {place} {outcome.wanted} | {outcome.found} | {outcome.rule} | {outcome.quote[:110]}")


if __name__ == "__main__":
    main()
