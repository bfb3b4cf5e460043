"""A coverage-guided fuzz run over the readers and the grammar: `python -m benchmark.fuzz [--minutes N]` (`make fuzz`).

Reports are changed at random, and whatever makes the program run a line that no input before it ran is kept to be
changed further. Each must be read without a crash, in bounded time, with all that `tests/reading_anything.py` asks of a
reading. What fails is written to a folder, to become a test.
"""

import argparse
import hashlib
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import TYPE_CHECKING

import corroborate
from benchmark.memory import made_up
from corroborate.extract.lexicon import rows
from corroborate.model.document import Capture, Lead
from corroborate.model.ids import CaptureId
from corroborate.pipeline import count_main, read_report
from corroborate.wiring import gazetteer
from tests.reading_anything import violations

if TYPE_CHECKING:
    from _typeshed import TraceFunction

_PACKAGE = str(Path(corroborate.__file__).parent)
_LONGEST = 1_200  # bytes of an input: a longer one finds little more and takes long
_SLOWEST = 20  # seconds for one input, after which it hangs
_MOST_CHANGES = 6
_OFTEN, _NOW_AND_THEN = 300, 20  # times that a function is entered before only each twentieth is watched
_TABLES = ("verbs", "people", "attacks", "weapons", "objects", "effects", "actors", "groups", "qualifiers", "numbers")
_PIECES = (
    *("<p>", "</p>", "<h1>", "<time datetime='2018-02-04'>", "<!--", "-->", "<script>", "&#xD800;", "&nbsp;", "]]>"),
    *("\u202e", "\u0301", "\x00", "\ufeff", "\r\n", "\n\n", "“", "”", '"', "’s ", " – ", " (", ") ", ", ", ". ", ": "),
    *("12,000 ", "at least ", "between 3 and 4 ", "99999999999999999999 ", "31 February ", "on Sunday ", "٢٩ ", "½ "),
    *("قتل ", "said ", "told ", "according to ", "denied ", "which ", "including ", "of them ", "near ", "in Douma "),
)
_HEADS = ("", "<html><body><p>", "%PDF-1.4\n", "\ufeff", "\xff\xfe")


def target(content: bytes) -> None:
    """Read an input; an error where something does not hold of the reading."""
    media = (
        "text/html" if content.lstrip()[:1] == b"<" else "application/pdf" if content[:4] == b"%PDF" else "text/plain"
    )
    capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), media)
    reading = read_report(capture, content, Lead("fuzz", "fuzz", "A Publisher"), gazetteer())
    broken = list(violations(reading))
    if broken:
        raise AssertionError(broken[0])
    count_main(reading)


@dataclass(slots=True)
class Coverage:
    """The lines of some folder's code that were ever run.

    To watch is slow: what is known wholly is not watched any more, and what was entered often only now and then.
    """

    folder: str
    unseen: dict[CodeType, set[int]] = field(default_factory=dict)
    entered: Counter[CodeType] = field(default_factory=Counter)
    seen: int = 0

    def watch(self, call: Callable[[], object]) -> int:
        """Call, and return how many lines were run for the first time."""
        before = self.seen
        sys.settrace(self._enter)
        try:
            call()
        finally:
            sys.settrace(None)
        return self.seen - before

    def _enter(self, frame: FrameType, _event: str, _: object) -> "TraceFunction | None":
        code = frame.f_code
        lines = self.unseen.get(code)
        if lines is None:
            own = code.co_filename.startswith(self.folder)
            lines = {line for *_, line in code.co_lines() if line} if own else set()
            self.unseen[code] = lines
        self.entered[code] += bool(lines)
        often = self.entered[code] > _OFTEN and self.entered[code] % _NOW_AND_THEN
        return self._step if lines and not often else None

    def _step(self, frame: FrameType, _event: str, _: object) -> "TraceFunction | None":
        lines = self.unseen[frame.f_code]
        if frame.f_lineno in lines:
            lines.discard(frame.f_lineno)
            self.seen += 1
        return self._step if lines else None


@dataclass(slots=True)
class Run:
    """What a run came to: how many inputs it tried, those that it kept, and those that failed with their errors."""

    tried: int
    kept: list[bytes]
    failed: dict[str, bytes]


def explore(
    call: Callable[[bytes], None],
    seeds: Sequence[bytes],
    words: Sequence[str],
    coverage: Coverage,
    go_on: Callable[[int], bool],
) -> Run:
    """Change inputs as long as `go_on` says of their number; keep what runs new lines, note each error once."""
    chance = random.Random(len(seeds))  # noqa: S311  # test data, no secret
    run = Run(0, [], {})
    waiting = list(seeds)
    while waiting or go_on(run.tried):
        content = waiting.pop() if waiting else _changed(chance, run.kept or list(seeds), words)
        run.tried += 1
        try:
            new = coverage.watch(partial(call, content))
        except Exception as error:  # noqa: BLE001  # whatever it raises is what is looked for
            run.failed.setdefault(f"{type(error).__name__}: {str(error)[:80]}", content)
            continue
        if new:
            run.kept.append(content)
    return run


def _changed(chance: random.Random, corpus: Sequence[bytes], words: Sequence[str]) -> bytes:
    """Return an input of the corpus, the newer the likelier, with some changes."""
    content = bytearray(corpus[max(chance.randrange(len(corpus)), chance.randrange(len(corpus)))])
    for _ in range(chance.randrange(1, _MOST_CHANGES)):
        at, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        end = min(end, at + chance.choice((1, 8, 200)))
        other = corpus[chance.randrange(len(corpus))]
        start = chance.randrange(len(other) + 1)
        piece = (
            bytes([chance.randrange(256)]),
            f"{chance.choice(words)} ".encode("utf-8", "surrogatepass"),
            chance.choice(_PIECES).encode("utf-8", "surrogatepass"),
            other[start : start + chance.choice((8, 80, 400))],
            bytes(content[at:end]) * chance.choice((0, 2, 30)),
            chr(chance.randrange(0x11_0000)).encode("utf-8", "surrogatepass"),
        )[chance.randrange(6)]
        content[at : chance.choice((at, end))] = piece
    return bytes(content[:_LONGEST])


def seeds() -> Iterator[bytes]:
    """Yield what a run begins with: made-up reports, as plain text, as pages, and behind the heads of other formats."""
    for at, text in enumerate(made_up(40)):
        yield (_HEADS[at % len(_HEADS)] + text).encode("utf-8")


def vocabulary() -> tuple[str, ...]:
    """Return the words that the grammar knows."""
    return tuple(row[0] for table in _TABLES for row in rows(f"{table}.tsv"))


def main() -> int:
    """Fuzz for some minutes; 1 where something failed, which is then written to a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5.0)
    end = time.monotonic() + 60 * parser.parse_args().minutes
    coverage = Coverage(_PACKAGE)
    signal.signal(signal.SIGALRM, _give_up)

    def timed(content: bytes) -> None:
        signal.alarm(_SLOWEST)
        target(content)
        signal.alarm(0)

    run = explore(timed, list(seeds()), vocabulary(), coverage, lambda _: time.monotonic() < end)
    found = f"{len(run.kept)} kept, {coverage.seen} lines of the package run, {len(run.failed)} failures"
    print(f"{run.tried} inputs, {found}")
    folder = Path(tempfile.mkdtemp(prefix="fuzz-")) if run.failed else Path()
    for number, (error, content) in enumerate(run.failed.items()):
        (folder / f"{number}").write_bytes(content)
        print(f"{folder / str(number)}: {error}", file=sys.stderr)
    return 1 if run.failed else 0


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"no result within {_SLOWEST} seconds")


if __name__ == "__main__":
    sys.exit(main())
