"""How many were killed and injured in the main incident of a text, against numbers that others coded by hand.

    python -m benchmark.counts [--aside] [--errors SET [--effect injured] [--number 20]]

The coded number is compared with one number of ours: the low end of the range, else the high end, else 0 (nothing
said, or nobody). A low end is the number that the words name: "more than 60" is 60, as those who code by hand have it.
No day of publication is told, except for the news of `gva_docs`. A fifth of each set is kept aside, by a hash of its
id.
"""

import argparse
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from benchmark.claims import reading_of
from benchmark.labels import Label, rows_of
from corroborate.model.claim import Claim
from corroborate.model.mention import Attack, Method, Weapon
from corroborate.model.record import Reading
from corroborate.pipeline import count_main
from corroborate.reconcile import MainCount

COUNTED = ("pitf_counts", "acled_counts", "gva_docs")
CHEMICAL = "mnemonic_chemical"
_TOXIC = {Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL}
_FAMILIES = {
    "Chemical Weapons": _TOXIC,
    "Chlorine Gas": {Weapon.CHLORINE, Weapon.CHEMICAL},
    "Sarin": {Weapon.SARIN, Weapon.CHEMICAL},
    "Mustard Gas": {Weapon.CHEMICAL},
    "Barrel Bomb": {Weapon.BARREL_BOMB},
    "Cluster Munition": {Weapon.CLUSTER_MUNITION},
    "Incendiary Weapons": {Weapon.INCENDIARY},
}


@dataclass(frozen=True, slots=True)
class Coded:
    """A text with what was coded for it, its claims, and what is counted in it."""

    row: Label
    claims: tuple[Claim, ...]
    main: MainCount

    def number(self, effect: str) -> int:
        """Return our one number for "killed" or "injured"."""
        stated = self.main.killed if effect == "killed" else self.main.injured
        return stated.number if stated else 0

    def right(self, effect: str) -> bool:
        """Say whether our number is the coded one."""
        return self.number(effect) == (self.row.get(effect) or 0)


def aside(row: Label) -> bool:
    """Say whether a row belongs to the fifth that is kept aside and seldom looked at."""
    return int(hashlib.sha256(str(row["id"]).encode()).hexdigest(), 16) % 5 == 0


@cache
def read_set(name: str) -> tuple[Coded, ...]:
    """Return the texts of a set, read and counted."""
    return tuple(map(_coded, rows_of(name)))


def _coded(row: Label) -> Coded:
    text = f"{row['title']}\n\n{row['text']}" if row.get("title") and "weapons" in row else row["text"]
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    reading = reading_of(str(row["id"]), text, None, published)
    return Coded(row, reading.claims, count_main(Reading(reading.document, reading.claims, ())))


def share(rows: Sequence[Coded], right: Callable[[Coded], bool]) -> float:
    """Return the share of rows that are right, in per cent."""
    return 100 * sum(map(right, rows)) / max(1, len(rows))


def figures(name: str, rows: Sequence[Coded]) -> Iterator[tuple[str, float]]:
    """Yield the figures of one set."""
    short = name.partition("_")[0]
    if name == CHEMICAL:
        told = [one for one in rows if one.row["title"] and any(one.row["weapons"])]
        yield f"{short} weapon and day", share(told, lambda one: chemical_right(one) and day_right(one))
        yield f"{short} weapon", share(told, chemical_right)
        yield f"{short} day", share(told, day_right)
        return
    yield f"{short} killed exact", share(rows, lambda one: one.right("killed"))
    fatal = [one for one in rows if one.row["killed"]]
    yield f"{short} killed exact where fatal", share(fatal, lambda one: one.right("killed"))
    injured = [one for one in rows if one.row.get("injured")]
    if injured:
        yield f"{short} injured exact where injured", share(injured, lambda one: one.right("injured"))


def chemical_right(one: Coded) -> bool:
    """Say whether the weapons told are of the family that was coded; any toxic agent for a chemical weapon."""
    found = {weapon for claim in one.claims for weapon in claim.weapons}
    if any(isinstance(c.content, Attack) and c.content.method is Method.CHEMICAL_ATTACK for c in one.claims):
        found.add(Weapon.CHEMICAL)
    return any(found & _FAMILIES.get(weapon, set()) for weapon in one.row["weapons"])


def day_right(one: Coded) -> bool:
    """Say whether the first dated claim lies on the coded day."""
    days = [claim.situation.when for claim in one.claims if claim.situation.when]
    return bool(days) and days[0].days <= 2 and days[0].start <= date.fromisoformat(one.row["date"]) <= days[0].end


def measured() -> Iterator[tuple[str, float]]:
    """Yield every figure that may have a floor, over all rows."""
    for name in (*COUNTED, CHEMICAL):
        yield from figures(name, read_set(name))


def main() -> None:
    """Print the figures of the four fifths tuned on, or of the fifth kept aside; errors of the former where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--aside", action="store_true")
    parser.add_argument("--errors", choices=COUNTED)
    parser.add_argument("--effect", default="killed")
    parser.add_argument("--number", type=int, default=20)
    options = parser.parse_args()
    for name in [options.errors] if options.errors else (*COUNTED, CHEMICAL):
        rows = [one for one in read_set(name) if aside(one.row) == options.aside]
        for figure, value in figures(name, rows):
            print(f"{figure:<44}{value:7.2f}   of {len(rows)}")
        wrong = [one for one in rows if options.errors and not one.right(options.effect)]
        for one in wrong[: 0 if options.aside else options.number]:
            coded = one.row.get(options.effect)
            print(f"\n{one.row['id']} coded {coded}, counted {one.number(options.effect)}: {one.row['text'][:400]}")


if __name__ == "__main__":
    main()
