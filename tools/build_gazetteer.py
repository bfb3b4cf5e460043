"""Turn the OCHA/HDX tables of Syrian places into the packaged file of the gazetteer.

    python -m tools.build_gazetteer PLACES.csv NEIGHBOURHOODS.csv

writes `src/corroborate/adapters/data/gazetteer_syria.tsv.gz`: settlements, neighbourhoods, and the districts and
subdistricts as the middle of their settlements. The columns are those of `gazetteer_curated.tsv`.
"""

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.gazetteer_files import DATA, Point, kilometres, middle, reach, write

TARGET = DATA / "gazetteer_syria.tsv.gz"
COLUMNS = (
    "id",
    "name",
    "kind",
    "latitude",
    "longitude",
    "radius_km",
    "country",
    "parents",
    "aliases",
    "arabic",
    "population",
)
_SMALLEST_KM = 3  # that a district reaches at the least
_QUARTER_KM = 9  # from the middle of a city, within which a place is its quarter
# The provinces of places that are named with their city: "ALEPPO : Bani Zeid".
_OF_CITY = {
    "ALEPPO": "Aleppo",
    "DAMASCUS": "Damascus",
    "DARAA": "Dar'a",
    "DEIR EZZOR": "Deir-ez-Zor",
    "HAMA": "Hama",
    "HASAKAH": "Al-Hasakeh",
    "HOMS": "Homs",
    "IDLIB": "Idleb",
    "LATTAKIA": "Lattakia",
    "QUINETRA": "Quneitra",
}
_GROWN = re.compile(r" El(?=[a-z]{3})")  # the article grown on: "Orm Eljoz"
_OF = " : "
Row = dict[str, str]


def main() -> None:
    """Read the two tables named on the command line and write the packaged file."""
    with Path(sys.argv[1]).open(newline="", encoding="utf-8") as file:
        places = [row for row in csv.DictReader(file) if row["lat"] and row["lon"]]
    with Path(sys.argv[2]).open(newline="", encoding="utf-8") as file:
        neighbourhoods = list(csv.DictReader(file))
    own = [row for row in places if _OF not in row["name_en"]]
    rows = [*map(settlement, own), *city_rows(places), *neighbourhood_rows(neighbourhoods, places), *units(places)]
    rows.sort(key=lambda row: row["id"])
    write(TARGET, COLUMNS, rows)


def settlement(row: Row) -> Row:
    """Return the packaged row of one settlement."""
    name, *aliases = spellings(row["name_en"], row["ocha_name_en"])
    aliases += [_GROWN.sub(" El ", spelled) for spelled in (name, *aliases) if _GROWN.search(spelled)]
    own = [row["adm3_en"], row["adm2_en"], row["adm1_en"]]
    return packed(row["ocha_pcode"], name, "settlement", (row["lat"], row["lon"]), 2) | {
        "parents": "|".join(dict.fromkeys(filter(None, own))),
        "aliases": "|".join(aliases),
        "arabic": " ".join(re.split(r"\s*[-(]", row["name_ar"])[0].split()),
        "population": row["population"],
    }


def city_rows(places: Iterable[Row]) -> Iterable[Row]:
    """Return the packaged rows of quarters that are named with their city; of those farther off, the table errs."""
    every = list(places)
    cities = {province: max(own, key=_people) for province, own in _by_province(every).items()}
    found: dict[str, Row] = {}
    for row in every:
        before, _, name = row["name_en"].partition(_OF)
        if not name or name == before:
            continue
        province = _OF_CITY[before.upper()]
        if kilometres(_point(row), _point(cities[province])) > _QUARTER_KM:
            continue
        own = packed(f"{row['ocha_pcode']} {name}", name, "neighbourhood", (row["lat"], row["lon"]), 1)
        arabic = " ".join(row["name_ar"].rpartition(":")[2].split())
        found.setdefault(own["id"], own | {"parents": province, "arabic": arabic})
    return found.values()


def _by_province(places: Iterable[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in places:
        found[row["adm1_en"]].append(row)
    return found


def _people(row: Row) -> float:
    return float(row["population"] or 0)


def _point(row: Row) -> Point:
    return float(row["lat"]), float(row["lon"])


def neighbourhood_rows(rows: Iterable[Row], places: Iterable[Row]) -> Iterator[Row]:
    """Yield the packaged rows of the neighbourhoods, which lie in a town of the other table."""
    towns = {place["ocha_pcode"]: place for place in places}
    for row in rows:
        name, *aliases = spellings(row["name_en"])
        governorate = towns.get(row["adm4_pcode"], {}).get("adm1_en", "")
        packed_row = packed(row["pcode"], name, "neighbourhood", (row["lat"], row["lon"]), 1)
        parents = "|".join(dict.fromkeys(filter(None, (row["adm4_en"], governorate))))
        yield packed_row | {
            "parents": parents,
            "aliases": "|".join(aliases),
            "arabic": " ".join(row["name_ar"].split()),
        }


def units(places: Iterable[Row]) -> Iterator[Row]:
    """Yield districts and subdistricts, each in the middle of its settlements with the reach of the farther ones."""
    members: defaultdict[tuple[str, str, str, str], list[Point]] = defaultdict(list)
    for row in places:
        point = _point(row)
        if row["adm3_en"] and row["adm2_en"]:
            members["subdistrict", row["adm3_pcode"], row["adm3_en"], f"{row['adm2_en']}|{row['adm1_en']}"].append(
                point
            )
            members["district", row["adm3_pcode"][:6], row["adm2_en"], row["adm1_en"]].append(point)
    for (kind, code, name, parents), points in members.items():
        centre = middle(points)
        radius = max(_SMALLEST_KM, round(reach(kilometres(centre, point) for point in points)))
        yield packed(code, name, kind, (f"{centre[0]:.5f}", f"{centre[1]:.5f}"), radius) | {"parents": parents}


def packed(code: str, name: str, kind: str, point: tuple[str, str], radius: int) -> Row:
    """Return a row with the columns that every kind of place has, the others empty."""
    latitude, longitude = (f"{float(value):.5f}" for value in point)
    filled = {"id": code, "name": name, "kind": kind, "latitude": latitude, "longitude": longitude}
    return dict.fromkeys(COLUMNS, "") | filled | {"radius_km": str(radius), "country": "SY"}


def spellings(*names: str) -> list[str]:
    """Return every spelling that the tables give, without their brackets and dashes: "Abin - Efrin" is "Abin"."""
    found: dict[str, None] = {}
    for name in names:
        for part in re.split(r"\s*[(/\u200e]\s*|\s+-\s+|\)", name):
            if part.strip():
                found.setdefault(" ".join(part.split()), None)
                break
    return list(found)


if __name__ == "__main__":
    main()
