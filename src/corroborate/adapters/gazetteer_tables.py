"""The tables of the gazetteer that are packaged beside this module, as rows."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from corroborate.model.situation import PlaceKind


@dataclass(frozen=True, slots=True)
class Division:
    """A country, province, district or region of the world; `code` is a province's in GeoNames."""

    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    radius_km: float
    country: str
    parents: tuple[str, ...]
    code: str
    aliases: tuple[str, ...]
    population: int


def divisions() -> Iterator[Division]:
    """Yield the divisions of the world, and the regions and waters that are none."""
    for n, row in enumerate(rows("gazetteer_regions.tsv")):
        yield Division(
            id=f"reg-{n}",
            name=row["name"],
            kind=PlaceKind.REGION,
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            radius_km=float(row["radius_km"]),
            country=row["country"],
            parents=(),
            code="",
            aliases=tuple(filter(None, row["aliases"].split("|"))),
            population=0,
        )
    for row in rows("gazetteer_divisions.tsv.gz"):
        yield Division(
            id=row["id"],
            name=row["name"],
            kind=PlaceKind(row["kind"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            radius_km=float(row["radius_km"]),
            country=row["country"],
            parents=tuple(filter(None, (row["parents"],))),
            code=row["code"],
            aliases=tuple(filter(None, row["aliases"].split("|"))),
            population=int(row["population"] or 0),
        )


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by the names of its columns; a name in `.gz` is unpacked."""
    packed = files("corroborate").joinpath(f"adapters/data/{name}").read_bytes()
    text = (gzip.decompress(packed) if name.endswith(".gz") else packed).decode()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(columns, [*line.split("\t"), *[""] * len(columns)], strict=False))
