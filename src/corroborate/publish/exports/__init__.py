"""The record in the formats of others: one module a format, each a pure function from a record to its text.

`TEXTS` are the formats that are text, by name; `METHODOLOGIES` those that ask for a record graded by a methodology of
their own. `figures` and `sheets` are the tables of which workbooks and Parquet files are made.
"""

from collections.abc import Callable, Mapping

from corroborate.model.record import Record
from corroborate.publish.exports import (
    acled,
    airwars,
    airwars_tables,
    claimreview,
    ftm,
    geojson,
    hxl,
    prov,
    timemap,
    ucdp,
)
from corroborate.publish.exports.choosing import Choice, LeftOut, chosen
from corroborate.publish.exports.house import figures, sheets
from corroborate.publish.exports.tables import Cell, Table, csv_text, plain

TEXTS: Mapping[str, Callable[[Record], str]] = {
    "csv": lambda record: csv_text(figures(record)),
    "geojson": geojson.collection,
    "acled": lambda record: csv_text(acled.events(record)),
    "ucdp": lambda record: csv_text(ucdp.events(record)),
    "airwars": lambda record: csv_text(airwars.incidents(record)),
    "airwars-sources": lambda record: csv_text(airwars_tables.sources(record)),
    "airwars-casualties": lambda record: csv_text(airwars_tables.casualties(record)),
    "airwars-infrastructure": lambda record: csv_text(airwars_tables.infrastructure(record)),
    "timemap": timemap.timemap,
    "ftm": ftm.entities,
    "hxl": hxl.dataset,
    "claimreview": claimreview.reviews,
    "prov": prov.graph,
}
METHODOLOGIES: Mapping[str, str] = {
    "acled": "acled",
    "ucdp": "ucdp",
    **{form: "airwars" for form in TEXTS if form.startswith("airwars")},
}

__all__ = [
    "METHODOLOGIES",
    "TEXTS",
    "Cell",
    "Choice",
    "LeftOut",
    "Table",
    "chosen",
    "csv_text",
    "figures",
    "plain",
    "sheets",
]
