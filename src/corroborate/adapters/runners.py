"""Runners: one function over many jobs, in this process or in a pool of processes.

Here, and nowhere else, any exception is caught: a report that breaks the program is recorded as failed, and the
others go on.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from traceback import extract_tb
from typing import Generic, TypeVar

from corroborate.ports import Failed

Job = TypeVar("Job")
Result = TypeVar("Result")

_AHEAD = 8  # jobs a process that lie ready, so that none waits and memory stays bounded
KILLED = Failed("Killed", "the process died, for want of memory or by a defect in a library")


def attempt(function: Callable[[Job], Result], job: Job) -> Result | Failed:
    """Return what the function makes of the job, or how it failed, without the error's words."""
    try:
        return function(job)
    except Exception as error:  # noqa: BLE001  # what a job raises is told as Failed, which becomes its report's issue: no other report is lost for it
        return _failed(error)


def _failed(error: Exception) -> Failed:
    frames = extract_tb(error.__traceback__)
    # A value that refuses to be made tells little of who made it: the stage's own line is named.
    own = [f for f in frames if "corroborate/" in f.filename and "/model/" not in f.filename] or list(frames)
    place = f"{own[-1].filename.rpartition('corroborate/')[2]}:{own[-1].lineno}" if own else "unknown"
    return Failed(type(error).__name__, place)


class SerialRunner:
    """Answers `ports.Runner` in this process, one job after the other."""

    def map(self, function: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result | Failed]:
        """Yield the results in the order of the jobs, a Failed for a job that raised."""
        for job in jobs:
            yield attempt(function, job)


class PoolRunner:
    """Answers `ports.Runner` with a pool of processes; a job that kills its process fails alone."""

    def __init__(self, processes: int) -> None:
        self._processes = processes

    def map(self, function: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result | Failed]:
        """Yield the results in the order of the jobs, a Failed for a job that raised or died."""
        with _Pool(function, self._processes) as pool:
            for job in jobs:
                pool.submit(job)
                if pool.is_full:
                    yield pool.next()
            while pool.waiting:
                yield pool.next()


class _Pool(Generic[Job, Result]):
    """The jobs that are under way, in order, and the processes that do them."""

    def __init__(self, function: Callable[[Job], Result], processes: int) -> None:
        self._function = function
        self._processes = processes
        self._executor = self._start(processes)
        self.waiting: deque[tuple[Job, Future[Result | Failed]]] = deque()

    def __enter__(self) -> "_Pool[Job, Result]":
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(cancel_futures=True)

    @property
    def is_full(self) -> bool:
        """Say whether enough jobs lie ready."""
        return len(self.waiting) >= self._processes * _AHEAD

    def submit(self, job: Job) -> None:
        """Put a job into the queue."""
        try:
            self.waiting.append((job, self._executor.submit(attempt, self._function, job)))
        except BrokenProcessPool:
            self._executor = self._start(self._processes)
            self.waiting.append((job, self._executor.submit(attempt, self._function, job)))

    def next(self) -> Result | Failed:
        """Return the result of the job that was put in first."""
        job, future = self.waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(job)

    def _alone(self, job: Job) -> Result | Failed:
        # All jobs under way break together; each is done again in a process of its own, and only the guilty fails.
        with self._start(1) as executor:
            try:
                return executor.submit(attempt, self._function, job).result()
            except BrokenProcessPool:
                return KILLED

    @staticmethod
    def _start(processes: int) -> ProcessPoolExecutor:
        # Spawned, not forked: a fork would carry the parent's database connections and locks into the child.
        return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    # An interrupt from the keyboard reaches all; the parent alone answers it. A pool's process waits for its next job
    # for ever where the parent was killed: end with it instead.
    signal(SIGINT, SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(process: BaseProcess) -> None:
    process.join()
    os._exit(1)
