"""Whether memory stays flat however many reports are read: `python -m benchmark.memory [REPORTS]`.

Made-up reports of war, no two alike, go through stages 2 to 5 one after another: some names recur, as in the news, and
some are new in every report, so that whatever is kept by a name or a word would grow.
"""

import argparse
import json
import os
import random
import resource
from collections.abc import Iterator
from pathlib import Path

from benchmark.apart import apart
from benchmark.claims import capture_of
from benchmark.speed import LEAD
from corroborate.pipeline import read_report
from corroborate.wiring import gazetteer

REPORTS = 20_000
_SYLLABLES = "ba del kor mi nas qar ri sha tal um vek wa yus za hom jer lud fen".split()
_PLACES = "Douma,Saraqib,Idlib,Aleppo,Mosul,Kabul,Gaza,Donetsk,Goma,Maiduguri,Sanaa,Khartoum,Tripoli,Mogadishu".split(
    ","
)
_SENTENCES = (
    "At least {n} people, including {m} children, were killed in air strikes on {place} on {day}, {person} said.",
    "{group} fighters shelled {town} near {place}, wounding {n} civilians, a spokesman for {group} told {paper}.",
    "{person} accused {group} of the attack on the market of {town}, which left {n} dead and {m} missing.",
    "A car bomb struck the {town} hospital in {place} on {m} {month}, destroying two ambulances, {paper} reported.",
    "The {group} movement denied that its forces had killed {person} and {n} villagers at {town}.",
    "Residents of {town}, {n} km south of {place}, fled after {person}'s brigade seized the {name} bridge.",
    "{paper} could not independently verify the death of {person}, a doctor from {town}.",
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January March May July September November".split()


def made_up(number: int, seed: int = 5) -> Iterator[str]:
    """Yield so many reports of war, the same for a seed, no two alike."""
    chance = random.Random(seed)  # noqa: S311  # synthetic text, no secret
    for _ in range(number):
        own = [_name(chance) for _ in range(4)]
        yield "\n".join(
            sentence.format(
                n=chance.randrange(3, 90),
                m=chance.randrange(2, 28),
                place=chance.choice(_PLACES),
                day=chance.choice(_DAYS),
                month=chance.choice(_MONTHS),
                town=own[0],
                person=f"{own[1]} {own[2]}",
                group=f"{own[3]} Liberation",
                paper=f"{own[2]} News",
                name=_name(chance),
            )
            for sentence in chance.sample(_SENTENCES, 3)
        )


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(2, 5))).title()


def held() -> int:
    """Return the memory that this process holds now, in kilobytes."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # the most so far: no less than what is held now


def while_reading(number: int) -> Iterator[tuple[int, float]]:
    """Read so many reports, and yield after each eighth of them how many it were and how many megabytes are held."""
    for at, text in enumerate(made_up(number), 1):
        content = text.encode()
        read_report(capture_of(content), content, LEAD, gazetteer())
        if at % (number // 8) == 0:
            yield at, held() / 1024


def measured() -> Iterator[tuple[str, float]]:
    """Yield the figures that have ceilings, by their names."""
    told = apart("benchmark.memory", str(REPORTS))
    yield f"MB after {REPORTS:,} reports", told[str(REPORTS)]
    yield f"MB gained by the last {REPORTS * 3 // 4:,}", told[str(REPORTS)] - told[str(REPORTS // 4)]


def main() -> None:
    """Read the reports and print what is held after each eighth of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="?", default=REPORTS)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.json:
        print(json.dumps(dict(while_reading(options.reports))))
        return
    for at, megabytes in while_reading(options.reports):
        print(f"after {at:6d} reports {megabytes:8.1f} MB")


if __name__ == "__main__":
    main()
