"""What the user points at → leads."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from corroborate.collect.manifest import EMPTY_MANIFEST, Manifest, Row
from corroborate.collect.tables import is_archiver_table
from corroborate.collect.telegram import EXPORT, HEAD, is_export
from corroborate.errors import CollectError
from corroborate.model.document import Lead
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.web_address import parts_of

STDIN = "-"
_NOTHING_SAID = Row()


def leads(
    sources: Sequence[str],
    manifest: Manifest = EMPTY_MANIFEST,
    *,
    overrule: Row = _NOTHING_SAID,
    home: Path | None = None,
) -> Iterator[Lead | Issue]:
    """Return the leads of files, folders, web addresses and `-` (standard input), in order, each under its own name.

    Folders are walked in sorted order; hidden files, the manifest itself, and the `home` of the case that the reports
    go into, are no reports. Two inputs of one name get -2, -3. A source that does not exist, or lies in the home of the
    case, is a CollectError at once, before the first lead; a folder within that cannot be opened is an issue, and so
    are manifest rows that name no input (told last). `overrule` holds for every report, above the manifest.
    """
    passed_by = tuple(path.resolve() for path in (manifest.path, home) if path is not None)
    for source in sources:
        if source == STDIN or is_web(source):
            continue
        if not os.path.lexists(source):
            raise CollectError(
                f"{source}: no such file or folder. Name a file, a folder, a web address, or - for standard input."
            )
        if home is not None and Path(source).resolve().is_relative_to(home.resolve()):
            raise CollectError(f"{source} is the case itself, or lies in it: name what the reports lie in.")
    return _leads(sources, manifest, overrule, passed_by)


def _leads(
    sources: Sequence[str], manifest: Manifest, overrule: Row, passed_by: Sequence[Path]
) -> Iterator[Lead | Issue]:
    yield from manifest.issues
    names: dict[str, int] = {}
    for found in _locations(sources, passed_by):
        if isinstance(found, Issue):
            yield found
            continue
        name = _own_name(_name(found), names)
        said = manifest.rows.get(name, _NOTHING_SAID)
        yield Lead(
            name=name,
            location=found,
            publisher=overrule.publisher or said.publisher,
            published=overrule.published or said.published,
            url=overrule.url or said.url,
            language=overrule.language or said.language,
        )
    yield from manifest.missing(names)


def is_web(location: str) -> bool:
    """Say whether a location is an address of the web, and no file."""
    return location.startswith(("http://", "https://"))


def _name(location: str) -> str:
    if location == STDIN:
        return "stdin"
    return web_name(location) if is_web(location) else Path(location).stem


def web_name(url: str) -> str:
    """Return what a page is called: the last word of its address without the ending, else its host.

    >>> web_name("https://example.org/news/2018/strike-on-saraqib.html?id=7")
    'strike-on-saraqib'
    """
    parts = parts_of(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    return PurePosixPath(last).stem or parts.hostname or "page"


def _own_name(stem: str, names: dict[str, int]) -> str:
    name, times = stem, names.get(stem, 0)
    while name in names:
        times += 1
        name = f"{stem}-{times}"
    names[stem] = max(times, 1)
    names.setdefault(name, 1)
    return name


def _locations(sources: Iterable[str], passed_by: Sequence[Path]) -> Iterator[str | Issue]:
    for source in sources:
        if source == STDIN or is_web(source) or not Path(source).is_dir():
            yield source
        else:
            yield from _walk(source, passed_by)


def _walk(folder: str, passed_by: Sequence[Path]) -> Iterator[str | Issue]:
    doubts: list[Issue] = []
    for here, inner, files in os.walk(folder, onerror=lambda error: doubts.append(_closed(error))):
        exports = [name for name in sorted(files) if _is_export(here, name)]
        # What else lies in the folder of an export are media of its reports, and files of the program that made it.
        inner[:] = [] if exports else sorted(name for name in inner if not _is_passed_by(here, name, passed_by))
        for name in exports or sorted(files):
            if _is_passed_by(here, name, passed_by):
                continue
            path = Path(here, name)
            yield str(path) if path.is_file() else _no_file(str(path))
        yield from doubts
        doubts.clear()
    yield from doubts


def _is_export(folder: str, name: str) -> bool:
    """Say whether a file is an export that has its folder for itself: Telegram Desktop's, Auto Archiver's table."""
    shows = is_export if name == EXPORT else is_archiver_table if name.endswith(".csv") else None
    if shows is None:
        return False
    try:
        with Path(folder, name).open(encoding="utf-8", errors="replace") as file:
            return shows(file.read(HEAD))
    except OSError:
        return False


def _is_passed_by(folder: str, name: str, passed_by: Sequence[Path]) -> bool:
    return name.startswith(".") or any(name == path.name and Path(folder, name).resolve() == path for path in passed_by)


def _no_file(path: str) -> Issue:
    message = f"{path}: no plain file (a broken link, a pipe, a device). It was not collected; put a copy in its place."
    return Issue(IssueKind.UNREADABLE, "collect", (path,), message)


def _closed(error: OSError) -> Issue:
    message = (
        f"{error.filename}: {error.strerror}. Nothing in this folder was collected; make it readable and add it again."
    )
    return Issue(IssueKind.UNREADABLE, "collect", (str(error.filename),), message)
