"""What the command line prints: data to standard output, messages and progress to standard error."""

import json
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from corroborate.cli.harmless import harmless

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from rich.console import Console
    from rich.progress import Progress

_WIDE = 180  # where the output is no terminal, tables need not fit one
_EVERY = 5.0  # seconds between two lines of progress where there is no terminal
# Signs that JSON leaves alone: line ends of Unicode, at which readers of lines may split, and what commands a terminal.
_LEFT_ALONE = {sign: f"\\u{sign:04x}" for sign in (*range(127, 160), 0x2028, 0x2029)}


def record(value: "DataclassInstance", *, leave_out: Sequence[str] = ()) -> dict[str, object]:
    """Return a value of the model as JSON would hold it."""
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.name not in leave_out}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return record(value)
    return value


def print_json(value: object) -> None:
    """Print one JSON line."""
    click.echo(json.dumps(value, ensure_ascii=False).translate(_LEFT_ALONE))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table for people; nothing but a word on standard error where it is empty."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    if table.row_count:
        console().print(table)
    else:
        message("Nothing to list.")


def console() -> "Console":
    """Return the console on standard output, wide where that is no terminal; no word of a stranger commands it."""
    from rich.console import Console

    from corroborate.cli.taming import Taming

    width = None if sys.stdout.isatty() else _WIDE
    shown = Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)
    shown.push_render_hook(Taming())
    return shown


def message(text: str) -> None:
    """Tell the user something that is no data."""
    click.echo(harmless(text), err=True)


class Progression(AbstractContextManager["Progression"]):
    """Shows how far long work is, on standard error: a bar in a terminal, else a line now and then."""

    def __init__(self, title: str, *, then: str | None = None, quiet: bool = False) -> None:
        self._title = title
        self._then = then
        self._quiet = quiet
        self._bar: Progress | None = None
        self._last = time.monotonic()
        self._before = 0  # how many there were in all, when it was shown last

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task(self._title, total=None)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, done: int, total: int) -> None:
        """Show that so many of all are done; once all are, tell what follows.

        Where there are more than before, nobody knows yet how many there are in all, as in a table that is read row by
        row.
        """
        is_known = total == self._before
        self._before = total
        is_over = self._then is not None and is_known and done == total
        title = self._then if is_over else self._title
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], description=title, completed=done, total=total)
        elif not self._quiet and (is_over or time.monotonic() - self._last >= _EVERY):
            self._last = time.monotonic()
            message(f"{title}: {done} of {total}" if is_known or done < total else f"{title}: {done} so far")
