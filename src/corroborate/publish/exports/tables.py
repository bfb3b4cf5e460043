"""A table as every tabular format takes it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from corroborate.model.cells import harmless

Cell = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows of as many cells each; `name` is what a workbook calls the sheet.

    `kinds` are the types of the columns that are no text, the same whatever the rows tell.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kinds: Mapping[str, type] = field(default_factory=dict)


def by_name(
    name: str, columns: Sequence[str], rows: Iterable[dict[str, Cell]], kinds: Mapping[str, type] = MappingProxyType({})
) -> Table:
    """Return a table whose rows are filled by column name; what a row does not tell is left empty.

    A KeyError where a row tells of a column that the table does not have.
    """
    known = tuple(columns)
    filled = []
    for row in rows:
        unknown = row.keys() - set(known)
        if unknown:
            raise KeyError(f"{name} has no column {', '.join(sorted(unknown))}")
        filled.append(tuple(row.get(column) for column in known))
    return Table(name, known, tuple(filled), kinds)


def csv_text(table: Table, *heads: Sequence[str]) -> str:
    """Return a table as CSV behind a byte order mark, by which Excel reads Arabic rightly.

    `heads` are rows to stand between the column names and the rows. Days are in ISO 8601, and no text begins as a
    formula does.
    """
    file = io.StringIO()
    file.write("\ufeff")
    writer = csv.writer(file)
    writer.writerows([table.columns, *heads])
    writer.writerows([plain(cell) for cell in row] for row in table.rows)
    return file.getvalue()


def plain(cell: Cell) -> str | int | float | None:
    """Return a cell as a sheet holds it: an ISO day, yes or no as TRUE or FALSE, a text that is no formula."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(cell) if isinstance(cell, str) else cell
