"""Disks that are full or fail, and what stands in for them.

The faults are real: a small file system (tmpfs, for which one has to be root), a limit on the size of files, and a
filter of system calls (seccomp) that answers as a failing disk does, to SQLite as to everything else.
"""

import ctypes
import errno
import platform
import resource
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmark.trials import DONE, REFUSED, Trial, Tried, harmless

FAILING = (errno.EIO, errno.ENOSPC, errno.EROFS)
# Numbers of system calls, by machine: what writes, and what makes sure.
CALLS = {
    "x86_64": {"write": (1, 18), "sync": (74, 75), "name": (86, 265, 82, 264, 316), "seccomp": (317,)},
    "aarch64": {"write": (64, 68), "sync": (82, 83), "name": (37, 38, 276), "seccomp": (277,)},
}


def harmed(name: str, place: Path, reports: Path, harms: Sequence[Callable[[int], None]]) -> Tried:
    """Run `add` once under each harm; it has to end with an error of the store, and leave a whole case."""
    tried, total = Tried(name), len(list(reports.iterdir()))
    for harm in harms:
        trial = Trial(place / "harmed", reports)
        tried.times += 1
        ended = trial.run(harm)
        tried.struck += ended != DONE
        tried.unclear += ended not in {DONE, REFUSED}
        trial.check(tried)
        trial.complete(tried, total)
    return tried


def full_disk(place: Path, reports: Path, sizes: Sequence[int]) -> Tried:
    """Add to cases on file systems of so many kilobytes, which are then made large enough."""
    tried, total = Tried("file system full (tmpfs)"), len(list(reports.iterdir()))
    for size in sizes:
        with _mounted(place / "small", size) as disk:
            if disk is None:
                return tried
            trial = Trial(disk / "case", reports)
            tried.times += 1
            ended = trial.run(harmless)
            tried.struck += ended != DONE
            tried.unclear += ended not in {DONE, REFUSED}
            subprocess.run(["mount", "-o", "remount,size=256m", disk], check=True)  # noqa: S607  # the system's own
            trial.check(tried)
            trial.complete(tried, total)
    return tried


@contextmanager
def _mounted(folder: Path, kilobytes: int) -> Iterator[Path | None]:
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607  # the system's own


def limited(size: int) -> Callable[[int], None]:
    """Return a harm: no file grows beyond so many bytes."""
    return lambda done: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)) if done == 0 else None


def failing(after: int, calls: str, number: int) -> Callable[[int], None]:
    """Return a harm: after so many reports, each of these system calls fails with this error."""
    return lambda done: _forbid(CALLS[platform.machine()][calls], number) if done == after else None


class _Instruction(ctypes.Structure):
    """A `struct sock_filter`."""

    _fields_ = (("code", ctypes.c_ushort), ("jt", ctypes.c_ubyte), ("jf", ctypes.c_ubyte), ("k", ctypes.c_uint32))


class _Program(ctypes.Structure):
    """A `struct sock_fprog`."""

    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


def _forbid(calls: Sequence[int], number: int) -> None:
    """Have the kernel answer these calls of this process with an error, from now on (seccomp(2), on every thread)."""
    load, equal, give, allow, fail = 0x20, 0x15, 0x06, 0x7FFF0000, 0x00050000
    count = len(calls)
    steps = [(load, 0, 0, 0)]  # the number of the call
    steps += [(equal, count - at, 0, call) for at, call in enumerate(calls)]
    steps += [(give, 0, 0, allow), (give, 0, 0, fail | number)]
    program = _Program(len(steps), (_Instruction * len(steps))(*(_Instruction(*step) for step in steps)))
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, filter_mode, every_thread = 38, 1, 1
    libc.prctl(no_new_privileges, 1, 0, 0, 0)
    if libc.syscall(CALLS[platform.machine()]["seccomp"][0], filter_mode, every_thread, ctypes.byref(program)):
        raise OSError(ctypes.get_errno(), "seccomp refused the filter")
