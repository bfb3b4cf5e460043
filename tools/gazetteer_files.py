"""What the builders of packaged gazetteer files share: distances, and tables that give the same bytes each time."""

import gzip
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

DATA = Path(__file__).parents[1] / "src/corroborate/adapters/data"
_KM_PER_DEGREE = 111.2
_MOST = 0.9  # of the towns of a division lie within its reach
Point = tuple[float, float]


def kilometres(a: Point, b: Point) -> float:
    """Return the distance between two points that are near each other."""
    return _KM_PER_DEGREE * math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0])))


def middle(points: Sequence[Point]) -> Point:
    """Return the mean of points."""
    return sum(point[0] for point in points) / len(points), sum(point[1] for point in points) / len(points)


def reach(away: Iterable[float]) -> float:
    """Return the distance within which nine in ten lie."""
    near = sorted(away)
    return near[int(_MOST * (len(near) - 1))]


def write(target: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows as a packed table, with a heading."""
    lines = ["\t".join(columns), *("\t".join(row[column] for column in columns) for row in rows)]
    with gzip.GzipFile(target, "wb", mtime=0) as out:  # no time inside: the same tables give the same bytes
        out.write(("\n".join(lines) + "\n").encode())
