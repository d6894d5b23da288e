"""Work in several processes: what is to be done goes in, what was found comes back, in the order of the tasks.

A process that dies costs the task that it was at, and no other: another process tries it once more, and if that one dies too, the task is
given up. Texts go out and facts come back; documents as spaCy or the readers see them stay in their process, for sending them costs more
than it gains.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext     # Windows has only one of them

# Tasks that may be done before an earlier one is: what they found is held in memory.
_AHEAD = 8
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Died:
    """What came of a task whose processes died."""

    reason: str


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(work: Callable[[Any], Any], tasks: Sequence[Any], jobs: int, *, started: Callable[[], None] = lambda: None,
        died: Callable[[Any, str], None] = lambda task, reason: None) -> Generator[Any, None, None]:
    """Do some tasks, and give what came of each, in their order.

    :param work: does one task and raises nothing; where processes can't be forked it is pickled, as tasks and results always are
    :param jobs: processes; with none all is done in this process
    :param started: called first in each process that is forked
    :param died: told of a task whose process died, and why; it is tried once more
    :returns: results of ``work``, or :class:`Died`
    """
    if not jobs:
        yield from map(work, tasks)
        return
    pool = _Pool(work, tasks, jobs, started, died)
    try:
        yield from pool.results()
    finally:
        pool.close()


def can_fork() -> bool:
    """Whether a process may be forked: what was loaded is shared, and nothing is loaded again. Threads make it unsafe."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin" and threading.active_count() == 1


def _context() -> ForkContext | SpawnContext:
    return multiprocessing.get_context("fork") if can_fork() else multiprocessing.get_context("spawn")


class _Worker:
    """A process and the task that it is at."""

    def __init__(self, context: ForkContext | SpawnContext, work: Callable[[Any], Any], others: Sequence[_Worker], started: Callable[[], None]):
        self.connection, theirs = context.Pipe()
        forked = context.get_start_method() == "fork"
        # A forked process must not keep the others' connections open: each tells by its end that this process is gone.
        inherited = [self.connection, *(worker.connection for worker in others)] if forked else []
        self.process = context.Process(target=_serve, args=(work, theirs, inherited, started if forked else None), daemon=True)
        self.process.start()
        theirs.close()
        self.task: int | None = None

    def give(self, number: int, task: Any) -> None:
        self.task = number
        try:
            self.connection.send(task)
        except OSError:
            pass                            # it has died; waiting for its answer will tell

    def reason(self) -> str:
        """Why the process died."""
        self.process.join()
        code = self.process.exitcode or 0
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


class _Pool:
    def __init__(self, work: Callable[[Any], Any], tasks: Sequence[Any], jobs: int, started: Callable[[], None],
                 died: Callable[[Any, str], None]):
        self._work, self._tasks, self._started, self._died = work, tasks, started, died
        self._context = _context()
        self._waiting = deque(range(len(tasks)))
        self._tries = [0] * len(tasks)
        self._ahead = _AHEAD * jobs
        self._jobs = min(jobs, len(tasks))
        self._workers: list[_Worker] = []

    def results(self) -> Iterator[Any]:
        found: dict[int, Any] = {}
        for wanted in range(len(self._tasks)):
            while wanted not in found:
                self._give(wanted)
                self._take(found)
            yield found.pop(wanted)

    def _give(self, wanted: int) -> None:
        """Give tasks to those who have none, starting processes as needed."""
        while self._waiting and self._waiting[0] < wanted + self._ahead:
            idle = next((worker for worker in self._workers if worker.task is None), None)
            if idle is None:
                if len(self._workers) >= self._jobs:
                    return
                idle = _Worker(self._context, self._work, self._workers, self._started)
                self._workers.append(idle)
            number = self._waiting.popleft()
            self._tries[number] += 1
            idle.give(number, self._tasks[number])

    def _take(self, found: dict[int, Any]) -> None:
        """Wait until somebody is done, or has died."""
        busy = {worker.connection: (worker, worker.task) for worker in self._workers if worker.task is not None}
        ready = wait(list(busy))
        for connection, (worker, number) in busy.items():
            if connection in ready:
                try:
                    found[number] = connection.recv()
                    worker.task = None
                except (EOFError, OSError):
                    self._bury(worker, number, found)

    def _bury(self, worker: _Worker, number: int, found: dict[int, Any]) -> None:
        reason = worker.reason()
        self._workers.remove(worker)
        worker.connection.close()
        if self._tries[number] < _TRIES:
            self._died(self._tasks[number], reason)
            self._waiting.appendleft(number)
        else:
            found[number] = Died(reason)

    def close(self) -> None:
        """Let all processes end; those at work are stopped."""
        for worker in self._workers:
            worker.connection.close()
            if worker.task is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join()


def _serve(work: Callable[[Any], Any], connection: Connection, inherited: Sequence[Connection], started: Callable[[], None] | None) -> None:
    """Do tasks until there are no more; runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)        # the process that gives the tasks decides
    for other in inherited:
        other.close()
    if started is not None:
        started()
    try:
        while True:
            connection.send(work(connection.recv()))
    except (EOFError, OSError):
        pass
    finally:
        if started is not None:
            os._exit(0)                                 # what was inherited is not ours to tidy up
