"""A manifest: what is known beforehand of reports, one row a report."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from corroborate.errors import SettingsError
from corroborate.model.issue import Issue, IssueKind

_NAMED = 5  # so many missing inputs are named in an issue; the rest are counted


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest, or an option of the command, says of a report; None where it says nothing."""

    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest by the name of the report, and what was doubtful in it."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    path: Path | None = None
    issues: tuple[Issue, ...] = ()

    def missing(self, names: Iterable[str]) -> tuple[Issue, ...]:
        """Return one issue that tells which rows name no input of the run; none where every row has its input."""
        unused = sorted(set(self.rows) - set(names))
        if not unused:
            return ()
        more = f" and {len(unused) - _NAMED} more" if len(unused) > _NAMED else ""
        message = f"{len(unused)} of its rows name no input: {', '.join(unused[:_NAMED])}{more}"
        return (_issue(self.path, message),)


EMPTY_MANIFEST = Manifest()


def read_manifest(path: Path) -> Manifest:
    """Read a manifest CSV with the column `doc` and any of `publisher`, `published`, `url`, `language`.

    Other columns are ignored. A file that cannot be read as such a table is a SettingsError that names file and
    line; a date that is no ISO date, or a report named twice, is an issue: the date stays open, the first row holds.
    """
    rows: dict[str, Row] = {}
    issues: list[Issue] = []
    reader = csv.DictReader(io.StringIO(_text(path), newline=""))
    try:
        columns = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
        if "doc" not in columns:
            raise SettingsError(
                f"{path}, line 1: no column `doc`. A manifest begins: doc,publisher,published,url,language"
            )
        reader.fieldnames = columns
        for cells in reader:
            name = (cells.get("doc") or "").strip()
            if name in rows:
                issues.append(_issue(path, f"line {reader.line_num} names {name} again: the first row holds", name))
            elif name:
                rows[name], doubts = _row(cells, name, path, reader.line_num)
                issues.extend(doubts)
    except csv.Error as error:
        raise SettingsError(f"{path}, line {reader.line_num}: {error}") from error
    return Manifest(rows, path, tuple(issues))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SettingsError(f"{path}, line {line}: not UTF-8. Save the manifest as CSV UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}. Name a manifest that exists and can be read.") from error


def _row(cells: Mapping[str, str | None], name: str, path: Path, line: int) -> tuple[Row, tuple[Issue, ...]]:
    said = {
        column: (cells.get(column) or "").strip() or None for column in ("publisher", "url", "language", "published")
    }
    published: date | None = None
    doubts: tuple[Issue, ...] = ()
    if said["published"]:
        try:
            published = iso_day(said["published"])
        except ValueError:
            message = f"line {line}: `{said['published']}` is no date (YYYY-MM-DD): the day of publication is left open"
            doubts = (_issue(path, message, name),)
    return Row(said["publisher"], published, said["url"], said["language"]), doubts


def iso_day(said: str) -> date:
    """Return the day of an ISO date or date and time; a ValueError for anything else.

    >>> iso_day("2018-02-05T10:00:00Z")
    datetime.date(2018, 2, 5)
    """
    day, separator, _ = said.partition("T")
    return date.fromisoformat(day if separator else said.partition(" ")[0])


def _issue(path: Path | None, message: str, name: str | None = None) -> Issue:
    subject = str(path) if path else "manifest"
    subjects = (name, subject) if name else (subject,)
    return Issue(IssueKind.METADATA_CONFLICT, "collect", subjects, f"{subject}: {message}")
