"""Official statements on alleged incidents: what the party answers, against how others assessed its answer.

    python -m benchmark.statements [--aside] [--errors]

The statements were assessed by hand as accepting the allegation (`credible`) or not (`non_credible`); others are left
out. Each is read as a report that the accused party published. Its answer is right where an admission was assessed as
credible, a denial, or the statement that it cannot tell, as not; without an answer it is wrong either way. Macro-F1 is
the mean over both; "strict" takes only denials for what is not credible. A fifth is kept aside, by a hash of its id.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from benchmark.claims import reading_of
from benchmark.counts import aside
from benchmark.labels import SHARED, Label, rows_of
from corroborate.model.incident import Position
from corroborate.model.party import party_of
from corroborate.reconcile import answers

_SET = "airwars_statements"
_PARTY = "U.S.-led Coalition"  # whose statements these are, but for some of other belligerents alone
_ASSESSED = ("credible", "non_credible")
_MEANS = {Position.ADMITTED: "credible", Position.DENIED: "non_credible", Position.UNPROVEN: "non_credible"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with how it was assessed, and the position that the program reads in it, None for none."""

    row: Label
    position: Position | None

    def read(self, *, strict: bool = False) -> str:
        """Return the assessment that the position comes to, "" for none; when strict, "cannot tell" comes to none."""
        if self.position is None or (strict and self.position is Position.UNPROVEN):
            return ""
        return _MEANS.get(self.position, "")


@cache
def statements() -> tuple[Statement, ...]:
    """Return the statements that were assessed, read."""
    return tuple(Statement(row, _position(row)) for row in rows_of(_SET) if row["assessment"] in _ASSESSED)


def _position(row: Label) -> Position | None:
    belligerents = (row["belligerent"] or _PARTY).split(", ")
    party = _PARTY if _PARTY in belligerents else belligerents[0]
    claims = reading_of(row["id"], row["text"], party, date.fromisoformat(row["date"])).claims
    given = [one for one in answers(claims, {party_of(party)}) if one.party == party_of(party)]
    return given[-1].position if given else None


def macro_f1(found: Sequence[Statement], *, strict: bool = False) -> float:
    """Return the mean of the F1 of both assessments, in per cent."""
    pairs = Counter((one.row["assessment"], one.read(strict=strict)) for one in found)
    return sum(_f1(pairs, label) for label in _ASSESSED) / len(_ASSESSED)


def _f1(pairs: Counter[tuple[str, str]], label: str) -> float:
    right = pairs[label, label]
    labelled = sum(number for (gold, _), number in pairs.items() if gold == label)
    predicted = sum(number for (_, read), number in pairs.items() if read == label)
    return 200 * right / max(1, labelled + predicted)


def measured() -> Iterator[tuple[str, float]]:
    """Yield the figures that may have a floor."""
    if (SHARED / "bench").is_dir():
        yield "statements macro-F1", macro_f1([one for one in statements() if not aside(one.row)])
        yield "statements macro-F1 aside", macro_f1([one for one in statements() if aside(one.row)])


def main() -> None:
    """Print the figures of the four fifths tuned on, or of the fifth kept aside; errors of the former where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--aside", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    found = [one for one in statements() if aside(one.row) == options.aside]
    print(f"macro-F1 {macro_f1(found):.1f}, strict {macro_f1(found, strict=True):.1f}, of {len(found)}")
    for (gold, position), number in sorted(Counter((s.row["assessment"], s.position or "none") for s in found).items()):
        print(f"{gold:<14}{position:<10}{number:5}")
    for one in found:
        if options.errors and not options.aside and one.read() != one.row["assessment"]:
            print(f"\n{one.row['id']} {one.row['assessment']}, read {one.position}: {one.row['text'][:600]}")


if __name__ == "__main__":
    main()
