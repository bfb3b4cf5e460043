"""What people coded of attacks in the news (MUC-4: Latin America, 1988 to 1991, in capitals), and what is read of them.

    python -m benchmark.muc4 [--aside]

The keys name each incident's victims and targets with their number and what befell them, its place, day and authors. A
claim of harm or force is taken for one of the incident whose victims or targets it names best, of none where two
incidents are alike in that. Its day, first place and authors are held against that key, the authors where it names a
body or nobody at all ("gunmen" is no name). A number of killed or injured is right where a claim of the report tells
it. Reports 1 to 900 have been read while rules were written; the others, and the two test sets that are here, are kept
aside. The official score fills 24 slots of templates under rules of relevance of its own, and is not this one.
"""

import argparse
import importlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from benchmark.claims import reading_of
from benchmark.labels import SHARED
from corroborate.evaluation.marks import same_name
from corroborate.model.casualty import Effect
from corroborate.model.claim import Claim
from corroborate.model.mention import Attack, Harm

_HOME = SHARED / "bench/muc4"
_SPLITS = ("dev", "tst1", "tst2")
_LAST_READ = "DEV-MUC3-0900"
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DATELINE = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)})\w* (\d\d)\b")
_HEAD = 250  # characters in which a report's dateline stands
_WORD = re.compile(r"[a-z]+")
_TARGETS = ("hum_tgt_name", "hum_tgt_desc", "phys_tgt_id")
_COUNTED = {"DEATH": Effect.KILLED, "INJURY": Effect.INJURED}
_KIDNAPPING = frozenset({"KIDNAPPING"})
NOBODY = frozenset[str]()
FIELDS = ("killed", "injured", "day", "place", "author")
Key = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with the keys of its incidents."""

    name: str
    text: str
    published: date | None
    keys: Sequence[Key]

    @property
    def aside(self) -> bool:
        """Say whether no rule was written on it."""
        return not self.name.startswith("DEV") or self.name > _LAST_READ


def coded() -> Iterator[Coded]:
    """Yield the reports that tell of an incident."""
    sys.path.insert(0, str(_HOME))
    loader = importlib.import_module("muc_load")
    for split in _SPLITS:
        texts, keys = loader.load_corpus(str(_HOME / "corpora"), split)
        for name, text in texts.items():
            if told := [key for key in keys.get(name, ()) if not key["irrelevant"]]:
                yield Coded(name, text, _published(text), told)


def _published(text: str) -> date | None:
    found = _DATELINE.search(text[:_HEAD])
    return date(1900 + int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])) if found else None


def judged(report: Coded) -> Iterator[tuple[str, bool]]:
    """Yield for every number of an incident, and every field of a claim that is of one, whether it is right."""
    claims = reading_of(report.name, report.text, None, report.published).claims
    for key in report.keys:
        yield from _numbers(key, claims)
    for claim in claims:
        if isinstance(claim.content, Harm | Attack):
            yield from fields(incidents_of(claim, report), claim)


def _numbers(key: Key, claims: Sequence[Claim]) -> Iterator[tuple[str, bool]]:
    told = {(one.content.effect, one.content.count.low) for one in claims if isinstance(one.content, Harm)}
    numbers = {victims: one["v"][0] for one in _alternatives(key, "hum_tgt_num") for victims in one["x"] or ()}
    harmed = {
        (_COUNTED[name], numbers[victims])
        for one in _alternatives(key, "hum_tgt_effect")
        for name, victims in product(one["v"], one["x"] or ())
        if name in _COUNTED and numbers.get(victims, (None,))[0] == "exact"
    }
    for effect, (_, number, _) in harmed:
        yield effect.value, (effect, number) in told


def _alternatives(key: Key, *slots: str) -> Iterator[Mapping[str, Any]]:
    return (one for slot in slots for fill in key["slots"].get(slot, ()) for one in fill["alts"])


def incidents_of(claim: Claim, report: Coded) -> Sequence[Key]:
    """Return the incidents whose victims or targets a claim names best."""
    quote = set(_WORD.findall(claim.span.quote.lower()))
    passage = set(_WORD.findall(claim.passage.quote.lower()))
    best = 0
    found: list[Key] = []
    for key in report.keys:
        if (_values(key, "inc_type") == _KIDNAPPING) != _abducts(claim):
            continue
        named = [set(_WORD.findall(name.lower())) for name in _values(key, *_TARGETS)]
        likeness = max((len(words & quote) * 2 + (words <= passage) for words in named if words & quote), default=0)
        if likeness > best:
            best, found = likeness, []
        if likeness == best > 0:
            found.append(key)
    return found


def _abducts(claim: Claim) -> bool:
    return isinstance(claim.content, Harm) and claim.content.effect is Effect.ABDUCTED


def fields(keys: Sequence[Key], claim: Claim) -> Iterator[tuple[str, bool]]:
    """Yield whether the day, place and author of a claim are those of its incident, where a key tells them."""
    when, where = claim.situation.when, claim.situation.where
    days, places = {_day(key) for key in keys}, {_place(key) for key in keys}
    bodies, persons = ({_values(key, slot) for key in keys} for slot in ("perp_org_id", "perp_ind_id"))
    if len(days) == 1 and (day := days.pop()):
        yield "day", when is not None and when.start.isoformat() == when.end.isoformat() == day
    if len(places) == 1 and (place := places.pop()):
        yield "place", any(same_name(name, told) for name in place for told in where.names[:1])
    if len(bodies) == len(persons) == 1 and (bodies != {NOBODY} or persons == {NOBODY}):
        by, names = " ".join(claim.by), bodies.pop() | persons.pop()
        yield "author", any(same_name(name, by) for name in names) if names else not by


def _values(key: Key, *slots: str) -> frozenset[str]:
    """Return the words that some slots of a key hold, all alternatives of each."""
    return frozenset(value for one in _alternatives(key, *slots) for value in one["v"] if isinstance(value, str))


def _day(key: Key) -> str | None:
    """Return the day of an incident, where the key tells one."""
    told = [value for one in _alternatives(key, "inc_date") for value in one["v"]]
    days = {span for span in told if isinstance(span, tuple) and span[0] == span[1]}
    return str(days.pop()[0]) if len(days) == len(told) == 1 else None


def _place(key: Key) -> frozenset[str]:
    """Return the names of the smallest place that a key tells; none where it lies between two."""
    told = [value[-1] for one in _alternatives(key, "inc_loc") for value in one["v"]]
    return frozenset(name for step in told if step[0] != "between" for name in step[0])


def measured(*, aside: bool = False) -> Iterator[tuple[str, float]]:
    """Yield the share of each that is right, in per cent."""
    right, total = Counter[str](), Counter[str]()
    for report in coded():
        if report.aside == aside:
            for field, is_right in judged(report):
                right[field] += is_right
                total[field] += 1
    yield from ((f"muc4 {field}", 100 * right[field] / max(1, total[field])) for field in FIELDS)


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--aside", action="store_true", help="the reports that no rule was written on")
    for name, share in measured(aside=parser.parse_args().aside):
        print(f"{name:<16}{share:6.1f}")


if __name__ == "__main__":
    main()
