"""Parsers in a process of their own, with so much memory and time and no more."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from signal import Signals
from threading import Event, Timer
from typing import TypeVar, cast, get_type_hints
from weakref import finalize

from corroborate.adapters import confined_worker
from corroborate.adapters.codec import conforms, decode
from corroborate.adapters.confined_worker import receive, send
from corroborate.errors import ReadError
from corroborate.ports import Failed, Unparsed

Result = TypeVar("Result")

_MEGABYTE = 1 << 20
_LARGEST_ANSWER = 1 << 28  # bytes; the text of the largest report has a fifth of that
_TIME_IS_UP = "SIGXCPU"
_INHERITED = ("LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT")  # of the environment; its secrets stay here


@dataclass(frozen=True, slots=True)
class Limits:
    """What the parsing of one report may cost: bytes of memory, seconds of processor time, seconds by the clock.

    A PDF of 60 MB in pictures takes 300 MB, one of 1,000 full pages 3 seconds, one that draws as much as is read of any
    (1,000,000 operators) 15.
    """

    memory: int = 1 << 30
    processor: int = 60
    clock: float = 300.0


@dataclass(frozen=True, slots=True)
class _Died:
    """A process that ended over a job, and no limit ended it."""

    how: str


class ConfinedProcess:
    """A `ports.Confinement`: one process, started at the first job, used again, replaced when it ends over a job.

    Where the platform has no limits of memory and processor time to give (Windows), that of the clock holds alone.
    Not to be shared between threads.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        """Start nothing yet."""
        self._limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = lambda: None

    def parse(self, parser: Callable[[bytes], Result], content: bytes) -> Result | Unparsed:
        """Return what the parser makes of the bytes, or why it was stopped.

        The parser is a function of a module, with its type annotated: what comes back is taken for that and nothing
        else. Where its process dies and no limit was met, the job is done once more in a new one, for somebody may have
        killed it.
        """
        outcome = self._tried(parser, content)
        if isinstance(outcome, _Died):
            outcome = self._tried(parser, content)
        if isinstance(outcome, _Died):
            return Unparsed(f"the process that read it died of it, twice ({outcome.how})")
        return outcome

    def _tried(self, parser: Callable[[bytes], Result], content: bytes) -> Result | Unparsed | _Died:
        process, late = self._running(), Event()

        def end() -> None:
            late.set()
            process.kill()

        watch = Timer(self._limits.clock, end)
        watch.start()
        answer = _asked(process, f"{parser.__module__}:{parser.__qualname__}", content)
        watch.cancel()
        if answer is None:
            process.kill()  # unless it ended by itself; then this changes nothing
            return self._ended(process.wait(), is_late=late.is_set())
        kinds = cast("type[Result | Failed]", get_type_hints(parser)["return"] | Failed)
        told = decode(kinds, json.loads(answer))
        if not conforms(kinds, told):
            raise ReadError("what came back from the process of the parsers is no answer of theirs")
        if not isinstance(told, Failed):
            return told
        if told.error != MemoryError.__name__:
            return Unparsed(f"its parser failed ({told.error} at {told.place})")
        self.close()
        return Unparsed(f"it takes more than {self._limits.memory // _MEGABYTE} MB of memory to read")

    def _ended(self, code: int, *, is_late: bool) -> Unparsed | _Died:
        self.close()
        if is_late:
            return Unparsed(f"it was not read within {self._limits.clock:.0f} seconds")
        name = Signals(-code).name if code < 0 else f"code {code}"
        if name == _TIME_IS_UP:
            return Unparsed(f"it takes more than {self._limits.processor} seconds of processor time to read")
        return _Died(name)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _started(self._limits)
            self._end = finalize(self, _end, self._process)  # at the latest when this program ends
        return self._process

    def close(self) -> None:
        """End the process, if there is one; the next job starts another."""
        self._end()
        self._process = None


def _started(limits: Limits) -> subprocess.Popen[bytes]:
    # Not a fork and no `multiprocessing`: nothing of this process's memory is there, and its main module runs once.
    command = [sys.executable, "-P", "-B", "-m", confined_worker.__name__, str(limits.memory), str(limits.processor)]
    told = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    return subprocess.Popen(  # noqa: S603  # a list, no shell: this interpreter, this program's own module, two numbers
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**told, "PYTHONPATH": path},
    )


def _asked(process: subprocess.Popen[bytes], parser: str, content: bytes) -> bytes | None:
    """Return the answer of a process to a job; None where it ended before."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        send(process.stdin, parser.encode())
        send(process.stdin, content)
        return receive(process.stdout, _LARGEST_ANSWER)
    except OSError:
        return None


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()
