"""What can be set from outside, typed: options given in code first, then the environment, then the defaults."""

import getpass
import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corroborate.errors import SettingsError

DEFAULT_METHODOLOGY = "airwars"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the case lies, who works on it, how many processes read, by which methodology and norms incidents are seen.

    `machine` is what the machine is called on which reports are collected; None leaves that out.

    `norms` are files of one's own, beside those that come with the program. Of what is fetched from the web: whether
    robots.txt is obeyed, and which hosts off the open web may be asked.
    """

    case: Path = Path("case")
    author: str = "unknown"
    processes: int = 1
    methodology: str = DEFAULT_METHODOLOGY
    norms: tuple[Path, ...] = ()
    obey_robots: bool = True
    allowed_hosts: frozenset[str] = frozenset()
    machine: str | None = None

    def __post_init__(self) -> None:
        """Refuse fewer than one process."""
        if self.processes < 1:
            raise SettingsError(f"at least one process has to read, not {self.processes}")


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Return what CORROBORATE_CASE, _AUTHOR, _MACHINE, _JOBS, _METHODOLOGY and _NORMS set; else a SettingsError."""
    given = os.environ if environment is None else environment
    jobs = given.get("CORROBORATE_JOBS", "").strip() or str(os.cpu_count() or 1)
    if not jobs.isdecimal() or int(jobs) < 1:
        raise SettingsError(f"CORROBORATE_JOBS={jobs!r}: give the number of processes, 1 or more")
    return Settings(
        case=Path(given.get("CORROBORATE_CASE") or "case"),
        author=given.get("CORROBORATE_AUTHOR") or _user(),
        processes=int(jobs),
        methodology=given.get("CORROBORATE_METHODOLOGY") or DEFAULT_METHODOLOGY,
        norms=tuple(Path(name) for name in given.get("CORROBORATE_NORMS", "").split(os.pathsep) if name),
        machine=given.get("CORROBORATE_MACHINE") or platform.node() or None,
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
