"""Every figure with a floor or a ceiling, and the gate that keeps figures between them.

    python -m benchmark.run                    measure, print, fail where a figure is under its floor
    python -m benchmark.run --raise            then lift every floor that lies under its figure (never lower one)
    python -m benchmark.run --lower NAME TO    lower one floor, which its commit must explain

`floors.json` holds the floors: a figure's name and the least that it may be. `ceilings.json` holds the most that time
and memory may be: they depend on the machine, so they leave room, and nothing moves them but a commit that explains it.
Where the labelled reports are absent the run says so, and measures these alone.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmark import claims, counts, incidents, link_scale, memory, muc4, speed, statements
from benchmark.labels import SHARED

FLOORS = Path(__file__).with_name("floors.json")
CEILINGS = Path(__file__).with_name("ceilings.json")
_ROOM = 0.5  # points that a raised floor stays under its figure


def scored() -> Iterator[tuple[str, float]]:
    """Yield all figures that are the better the higher they are."""
    yield from claims.measured()
    yield from incidents.measured()
    yield from counts.measured()
    yield from statements.measured()
    yield from muc4.measured()


def spent() -> Iterator[tuple[str, float]]:
    """Yield all figures that are the better the lower they are: time and memory."""
    yield from link_scale.measured()
    yield from memory.measured()


def main() -> int:
    """Measure and hold against floors and ceilings; 1 where a figure is not between them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", nargs=2, metavar=("NAME", "TO"))
    options = parser.parse_args()
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    if options.lower:
        name, value = options.lower
        return _write({**floors, name: float(value)})
    high = _over(dict(spent()))
    if not (SHARED / "claims").is_dir():
        print(f"The labelled reports are not at {SHARED}: nothing is measured against them.")
        return 1 if high else 0
    figures = dict(scored())
    for name, value in figures.items():
        print(f"{name:<44}{value:7.1f}" + (f"   floor {floors[name]:g}" if name in floors else ""))
    for name, value in speed.measured():
        print(f"stages 2 to 5, one core, warm, {name}: {value:.0f} reports of 300 words a second")
    low = [name for name, floor in floors.items() if figures.get(name, float("-inf")) < floor]
    for name in low:
        print(f"UNDER ITS FLOOR: {name} {figures.get(name)} < {floors[name]}", file=sys.stderr)
    if options.lift and not low:
        return _write({name: max(floor, round(figures[name] - _ROOM, 1)) for name, floor in floors.items()})
    return 1 if low or high else 0


def _over(figures: Mapping[str, float]) -> list[str]:
    """Print figures beside their ceilings, and return the names of those that lie over them."""
    ceilings: dict[str, float] = json.loads(CEILINGS.read_text(encoding="utf-8"))
    for name, value in figures.items():
        print(f"{name:<52}{value:7.1f}" + (f"   ceiling {ceilings[name]:g}" if name in ceilings else ""))
    high = [name for name, ceiling in ceilings.items() if figures.get(name, float("inf")) > ceiling]
    for name in high:
        print(f"OVER ITS CEILING: {name} {figures.get(name)} > {ceilings[name]}", file=sys.stderr)
    return high


def _write(floors: dict[str, float]) -> int:
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
