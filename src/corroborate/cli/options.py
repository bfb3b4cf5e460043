"""Options that several commands share."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from pathlib import Path
from time import strptime
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from corroborate.case import Case

Command = TypeVar("Command", bound=Callable[..., object])
_AS_OF = "as_of"  # under which a command keeps the past day that it is asked for
_OPENLY = "with_confidential"  # under which it keeps that it is asked for what is confidential
_VEILED = "veiled"  # under which it keeps what takes that out of messages
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NO_FILTERS = {"as_json", "case_folder"}  # parameters that choose nothing of what is listed


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; a usage error where it is none."""
        if isinstance(value, date):
            return value
        try:
            return date(*strptime(str(value), "%Y-%m-%d")[:3])
        except ValueError:
            self.fail(f"{value!r} is no day: write it as 2018-02-04", param, ctx)


def with_case(command: Command) -> Command:
    """Let `--case` stand behind the command too."""
    told = "The folder of the case, as before the command."
    kind = click.Path(file_okay=False, path_type=Path)
    return click.option("--case", "case_folder", type=kind, help=told)(command)


def with_past(command: Command) -> Command:
    """Add `--as-of`: the command is then of the case as it was known on a past day (see `case_of`)."""
    told = "Show what was known on this day: by the reports that had been published."
    return click.option("--as-of", type=Day(), expose_value=False, callback=_remembered_as(_AS_OF), help=told)(command)


def _remembered_as(name: str) -> Callable[[click.Context, click.Parameter, object], None]:
    def remember(ctx: click.Context, _: click.Parameter, value: object) -> None:
        ctx.meta[name] = value

    return remember


def with_confidential(command: Command) -> Command:
    """Add `--with-confidential`: the command then shows what is confidential too (see `case_of`)."""
    told = "Show what is confidential, with its names and words. It is noted in the log."
    remember = _remembered_as(_OPENLY)
    return click.option("--with-confidential", is_flag=True, expose_value=False, callback=remember, help=told)(command)


def veiled(ctx: click.Context, text: str) -> str:
    """Return what a user is to be told, without what is confidential in the case that was open."""
    told: Callable[[str], str] = ctx.meta.get(_VEILED, str)
    return told(text)


def with_json(command: Command) -> Command:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one a result.")(command)


@dataclass(frozen=True, slots=True)
class Told:
    """What the options say of the reports beforehand, and how many processes read them."""

    manifest: Path | None
    publisher: str | None
    published: date | None
    url: str | None
    language: str | None
    jobs: int | None


def with_sources(*, required: bool) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """Add the sources, and what is said of them beforehand, which the command gets as `told`."""
    options = (
        click.argument("sources", nargs=-1, required=required, metavar="SOURCE..."),
        click.option("--manifest", type=_FILE, help="A CSV with doc and any of publisher, published, url, language."),
        click.option("--publisher", help="Who published them, above what the manifest says."),
        click.option("--published", type=Day(), help="The day of publication, YYYY-MM-DD."),
        click.option("--url", help="Where they were published."),
        click.option("--language", help="Their language, as in: en, ar."),
        click.option("--jobs", type=click.IntRange(min=1), help="Processes that read.  [default: one a core]"),
    )

    def decorate(command: Callable[..., object]) -> Callable[..., object]:
        @wraps(command)
        def gather(*given: object, **chosen: Any) -> object:  # noqa: ANN401  # what click hands over differs by option
            told = Told(**{field.name: chosen.pop(field.name) for field in fields(Told)})
            return command(*given, told=told, **chosen)

        for option in reversed(options):
            gather = option(gather)
        return gather

    return decorate


@dataclass(frozen=True, slots=True)
class Web:
    """What the options allow on the web."""

    ignore_robots: bool = False
    allow_host: tuple[str, ...] = ()


_POLITE = Web()


def with_web(command: Command) -> Command:
    """Add what is allowed on the web, which the command gets as `ignore_robots` and `allow_host`."""
    robots = "Fetch pages that the host's robots.txt asks programs to leave out."
    inner = "Fetch from this host, though it is of this machine or its network. May be given again."
    command = click.option("--allow-host", multiple=True, metavar="HOST", help=inner)(command)
    return click.option("--ignore-robots", is_flag=True, help=robots)(command)


def viewed(ctx: click.Context, folder: Path | None) -> "Case":
    """Open the case that the options name, and note in its log what the command lists of it, with its filters."""
    from corroborate.model.audit import ActKind

    case = case_of(ctx, folder)
    given = {**ctx.params, **{name: ctx.meta.get(name) for name in (_AS_OF, _OPENLY)}}
    said = {name: str(value) for name, value in given.items() if value and name not in _NO_FILTERS}
    case.log(ActKind.VIEW, str(ctx.info_name), **said)
    return case


def case_of(
    ctx: click.Context, folder: Path | None, *, make: bool = False, jobs: int | None = None, web: Web = _POLITE
) -> "Case":
    """Open the case that the options name, as of the day that they name, for as long as the command runs."""
    from dataclasses import replace

    from corroborate.cli.output import message
    from corroborate.settings import from_environment
    from corroborate.wiring import open_case

    settings = from_environment()
    settings = replace(
        settings,
        processes=jobs or settings.processes,
        obey_robots=not web.ignore_robots,
        allowed_hosts=frozenset(web.allow_host),
    )
    case: Case = ctx.with_resource(open_case(folder or ctx.obj, settings, make=make))
    if ctx.meta.get(_OPENLY):
        case = case.openly()
    ctx.meta[_VEILED] = case.messages()
    day = ctx.meta.get(_AS_OF)
    if day is None:
        return case
    known = case.as_of(day)
    message(f"As of {day}: {len(known.documents())} of {len(case.documents())} reports had been published.")
    return known
