"""The process in which a parser meets bytes that somebody may have made to break it.

`python -P -B -m corroborate.adapters.confined_worker MEMORY SECONDS` reads jobs from standard input and writes answers
to standard output, each a frame: its length in eight bytes, then its bytes. A job is two frames, a parser as
`module:function` and the bytes to parse; an answer is one, JSON. The process ends with its input.

It takes its limits from the kernel (Windows has none to give), and gives away what a parser has no use for: sockets,
other programs, writing files. That holds for whatever is written in Python; it is no wall against machine code that a
broken library was made to run.
"""

import json
import os
import sys
from contextlib import suppress
from importlib import import_module
from math import ceil
from signal import SIG_IGN, SIGINT, signal
from typing import IO

from corroborate.adapters.codec import encode
from corroborate.adapters.runners import attempt

if sys.platform != "win32":  # there, the clock of whoever called this process is the only limit
    import resource

_LENGTH = 8  # bytes
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def send(file: IO[bytes], content: bytes) -> None:
    """Write a frame."""
    file.write(len(content).to_bytes(_LENGTH, "big"))
    file.write(content)
    file.flush()


def receive(file: IO[bytes], most: int = sys.maxsize) -> bytes | None:
    """Return the next frame; None where the other side has ended, or sends more bytes than are taken."""
    size = int.from_bytes(file.read(_LENGTH) or b"\xff" * _LENGTH, "big")
    content = file.read(size) if size <= most else b""
    return content if len(content) == size else None


def main() -> None:
    """Answer jobs until there are no more."""
    memory, seconds = map(int, sys.argv[1:])
    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a parser prints is no answer
    signal(SIGINT, SIG_IGN)  # an interrupt from the keyboard reaches all; who asked answers it
    _limit(memory)
    sys.addaudithook(_refuse)
    while (parser := receive(jobs)) is not None and (content := receive(jobs)) is not None:
        _allow(seconds)
        module, _, function = parser.decode().partition(":")
        answer = attempt(getattr(import_module(module), function), content)
        send(answers, json.dumps(encode(answer)).encode())


def _limit(memory: int) -> None:
    """Take no more than so many bytes of memory, write nothing, leave no image of the memory behind."""
    if sys.platform == "win32":
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # less is allowed already, or the system knows no such limit
            resource.setrlimit(kind, (most, most))


def _allow(seconds: int) -> None:
    """Let the kernel end this process after so many more seconds of processor time."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with suppress(ValueError, OSError):  # less is allowed already
        resource.setrlimit(resource.RLIMIT_CPU, (ceil(used.ru_utime + used.ru_stime) + seconds, hard))


def _refuse(event: str, told: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED) or (event == "open" and isinstance(told[2], int) and told[2] & _WRITING):
        raise PermissionError(f"a parser has no use for {event}")


if __name__ == "__main__":
    main()
