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

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from rich.console import Console
    from rich.progress import Progress

_WIDE = 180  # where the output is no terminal, tables need not fit one
_EVERY = 5.0  # seconds between two lines of progress where there is no terminal
# Line ends of Unicode that JSON leaves alone and readers of lines may split at.
_LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"})

# The control characters of ASCII and Latin-1, but for tabs and line ends.
_COMMANDING = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "?")


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
    click.echo(json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS))


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
    """Return the console on standard output, wide where that is no terminal."""
    from rich.console import Console

    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDE, highlight=False)


def message(text: str) -> None:
    """Tell the user something that is no data."""
    click.echo(harmless(text), err=True)


def harmless(text: str) -> str:
    r"""Return a text, which may quote a stranger, without the signs by which a terminal is commanded.

    >>> harmless("\x1b[2JLayla")
    '?[2JLayla'
    """
    return text.translate(_COMMANDING)


class Progression(AbstractContextManager["Progression"]):
    """Shows how far long work is, on standard error: a bar in a terminal, else a line now and then."""

    def __init__(self, title: str, *, then: str | None = None, quiet: bool = False) -> None:
        self._title = title
        self._then = then
        self._quiet = quiet
        self._bar: Progress | None = None
        self._last = time.monotonic()

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
        """Show that so many of all are done; once all are, tell what follows."""
        if self._then and done == total:
            self._title, self._last = self._then, self._last - _EVERY
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], description=self._title, completed=done, total=total)
        elif not self._quiet and time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            message(f"{self._title}: {done} of {total}")
