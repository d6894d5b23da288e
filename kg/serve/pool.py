"""Hands queries to processes that run them, one query each at a time; stops what takes too long, and puts another in its place."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import deque
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.serve.limits import Limits
from kg.serve.opened import Newest
from kg.serve.worker import FRAME, frame

_START = 60.0               # seconds that a process may take to open the store


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a query."""

    status: int                     # of HTTP
    body: bytes = b""
    media_type: str = ""
    error: str = ""                 # one sentence; empty if all went well
    hint: str | None = None
    line: int | None = None         # of the query, from 1
    column: int | None = None
    busy: bool = False              # whether the same query may be answered some seconds later
    generation: str | None = None   # of the graph that was asked; None for what may not be kept


class Pool:
    """Processes of :mod:`kg.serve.worker`; use ``await start()`` and ``await close()``."""

    def __init__(self, folder: Path, limits: Limits, newest: Newest):
        """:param newest: shared with all that reads the store for the same clients"""
        self._folder, self._limits, self._newest = folder, limits, newest
        self._idle: deque[_Worker] = deque()
        self._waiting: deque[asyncio.Future[_Worker]] = deque()
        self._all: set[_Worker] = set()
        self._tasks: set[asyncio.Task] = set()
        self._closed = False

    async def start(self) -> None:
        """Start the processes, and wait until the first can answer.

        :raises StoreError: if it can't open the store
        """
        self._put(await self._started())
        for _ in range(self._limits.workers - 1):
            self._replace()

    async def close(self) -> None:
        """Stop all processes."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in self._all:
            worker.kill()
        await asyncio.gather(*(worker.process.wait() for worker in self._all), return_exceptions=True)
        self._all.clear()

    async def ask(self, query: str, header: dict) -> Reply:
        """Run a query.

        :param header: as :func:`kg.serve.worker.answer` takes it
        :returns: never raises for what the query does
        """
        newest = self._newest.generation
        request = frame(header | {"newest": newest}, query.encode("utf-8", "surrogatepass"))
        try:
            worker = self._idle.pop() if self._idle else await asyncio.wait_for(self._take(), self._limits.seconds)
        except TimeoutError:
            return Reply(503, error="too many queries are running", hint="try again in some seconds", busy=True)
        done = stopped = False

        def stop() -> None:
            nonlocal stopped
            stopped = True
            worker.kill()

        timer = asyncio.get_running_loop().call_later(self._limits.seconds, stop)
        try:
            reply = await worker.ask(request)
            done = not stopped
            if reply.generation not in (None, newest):      # it has looked, and found another
                self._newest.generation = reply.generation
            return reply
        except (OSError, EOFError):         # the process is dead, and with it what it had allocated
            if stopped:
                return Reply(503, error=f"the query was stopped after {self._limits.seconds:g} seconds", hint="narrow it, or add LIMIT")
            return Reply(503, error=f"the query took more memory than the {self._limits.memory >> 20:,} MiB that it may", hint="narrow it")
        finally:                            # a client that has gone away leaves a query behind, which is stopped too
            timer.cancel()
            if done:
                self._put(worker)
            else:
                worker.kill()
                self._all.discard(worker)
                self._replace()

    async def _take(self) -> _Worker:
        waiting: asyncio.Future[_Worker] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        try:
            return await waiting
        except asyncio.CancelledError:
            if waiting.done() and not waiting.cancelled():
                self._put(waiting.result())
            raise

    def _put(self, worker: _Worker) -> None:
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_result(worker)
                return
        self._idle.append(worker)

    def _replace(self) -> None:
        if self._closed:
            return
        task = asyncio.get_running_loop().create_task(self._add())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _add(self) -> None:
        pause = 0.1
        while not self._closed:
            try:
                self._put(await self._started())
                return
            except (OSError, EOFError, StoreError):     # a graph that is just being put in force, or no memory for a moment
                await asyncio.sleep(pause)
                pause = min(5.0, 2 * pause)

    async def _started(self) -> _Worker:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.serve.worker", str(self._folder), json.dumps(asdict(self._limits)),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL)
        worker = _Worker(process)
        self._all.add(worker)
        try:
            header, _ = await asyncio.wait_for(worker.read(), _START)
            if "error" in header:
                raise StoreError(header["error"])
            return worker
        except BaseException:
            worker.kill()
            self._all.discard(worker)
            raise


class _Worker:
    def __init__(self, process: asyncio.subprocess.Process):
        assert process.stdin is not None and process.stdout is not None         # it was started with both
        self.process, self._input, self._output = process, process.stdin, process.stdout

    async def ask(self, request: bytes) -> Reply:
        self._input.write(request)
        await self._input.drain()
        answer, body = await self.read()
        return Reply(answer["status"], body, answer.get("type", ""), answer.get("error", ""), answer.get("hint"),
                     answer.get("line"), answer.get("column"), generation=answer.get("generation"))

    async def read(self) -> tuple[dict, bytes]:
        lengths = await self._output.readexactly(FRAME.size)
        head, body = FRAME.unpack(lengths)
        header = json.loads(await self._output.readexactly(head))
        return header, await self._output.readexactly(body) if body else b""

    def kill(self) -> None:
        if self.process.returncode is None:
            try:
                self.process.kill()
            except ProcessLookupError:
                pass
