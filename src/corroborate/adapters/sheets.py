"""Tables → files that are no text: Excel workbooks by XlsxWriter, Parquet by DuckDB."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from xlsxwriter import Workbook

from corroborate.errors import WorldError
from corroborate.model.cells import harmless

_MOST_CHARACTERS = 32_767  # of a cell, in Excel
_CUT = " […]"  # stands where a text is longer
_SHEET_ROWS = 1_048_576
_TYPES = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE", date: "DATE"}


class Tabular(Protocol):
    """A table: its name, its columns, its rows of as many cells each (text, number, yes or no, day, or nothing)."""

    @property
    def name(self) -> str:
        """Return what it is called."""

    @property
    def columns(self) -> Sequence[str]:
        """Return the names of its columns."""

    @property
    def kinds(self) -> Mapping[str, type]:
        """Return the types of the columns that are no text."""

    @property
    def rows(self) -> Sequence[Sequence[object]]:
        """Return its rows."""


def workbook(tables: Sequence[Tabular]) -> bytes:
    """Return an Excel workbook with a sheet a table.

    Texts stand as texts: nothing in them becomes a formula or a link, nor begins as one, for who saves the sheet as CSV
    would make it one. A WorldError where a table is longer than a
    sheet may be.
    """
    file = io.BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "in_memory": True,
        "default_date_format": "yyyy-mm-dd",
    }
    with Workbook(file, options) as book:
        bold = book.add_format({"bold": True})
        for table in tables:
            if len(table.rows) >= _SHEET_ROWS:
                raise WorldError(
                    f"{table.name} has {len(table.rows):,} rows, more than a sheet holds: take csv or parquet"
                )
            sheet = book.add_worksheet(table.name)
            sheet.write_row(0, 0, table.columns, bold)
            for number, row in enumerate(table.rows, start=1):
                sheet.write_row(number, 0, [_cell(cell) for cell in row])
            sheet.freeze_panes(1, 0)
    return file.getvalue()


def parquet(table: Tabular) -> bytes:
    """Return a table as a Parquet file, each column of its kind."""
    try:
        import duckdb  # noqa: PLC0415  # DuckDB is an extra: who lacks it has every other format
    except ImportError as error:
        raise WorldError("a Parquet file needs DuckDB: pip install 'corroborate[parquet]'") from error
    columns = ", ".join(f'"{name}" {_TYPES.get(table.kinds.get(name, str), "VARCHAR")}' for name in table.columns)
    marks = ", ".join("?" * len(table.columns))
    with TemporaryDirectory(prefix="corroborate-") as folder, duckdb.connect() as database:
        path = Path(folder) / "table.parquet"
        database.execute(f"CREATE TABLE told ({columns})")
        if table.rows:
            database.executemany(f"INSERT INTO told VALUES ({marks})", table.rows)  # noqa: S608  # what is put in are question marks alone, one a column; the values go beside
        database.execute("COPY told TO ? (FORMAT parquet)", [str(path)])
        return path.read_bytes()


def _cell(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    text = harmless(cell)
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - len(_CUT)] + _CUT
