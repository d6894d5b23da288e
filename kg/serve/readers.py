"""Threads that read the store for pages, each with the store open for itself: SQLite wants it so, and no page waits for another's disk."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.schema import Schema, load_schema
from kg.serve.names_index import NameIndex
from kg.serve.opened import Newest, Opened
from kg.store import Store

_THREADS = 4


class Readers:
    """Runs functions that read the store; :meth:`run` may be awaited from anywhere."""

    def __init__(self, folder: Path, newest: Newest):
        """:param newest: shared with all that reads the store for the same clients"""
        self._folder, self._newest = folder, newest
        self._own = threading.local()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="reader")
        self._made: dict[str, tuple[str | None, Any]] = {}
        self._making = threading.Lock()
        self.schema: Schema = load_schema()

    async def run(self, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Call ``work(store, …)`` in one of the threads.

        :raises KgError: as ``work`` does, or if the store can't be opened any more
        """
        return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: work(self._opened().store, *arguments, **named))

    async def look(self) -> None:
        """Look which graph is in force."""
        def work() -> None:
            with suppress(KgError):         # there is nothing to see for a moment
                self._opened().store

        await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def warm(self) -> None:
        """Make what the first search needs."""
        index = await self.names()
        await asyncio.get_running_loop().run_in_executor(self._threads, index.listen)

    async def names(self) -> NameIndex:
        """The index of the names in the graph that is in force."""
        return await self.once("names", NameIndex.of)

    async def once(self, name: str, make: Callable[[Store, Schema], Any]) -> Any:
        """What ``make(store, schema)`` gives, made once for each graph that comes into force; until it is made, what the one before gave."""
        def work() -> Any:
            opened = self._opened()
            store, generation = opened.store, opened.generation
            if name in self._made and (self._made[name][0] == generation or not self._making.acquire(blocking=False)):
                return self._made[name][1]
            if name not in self._made:
                self._making.acquire()
            try:
                if name not in self._made or self._made[name][0] != generation:
                    self._made[name] = generation, make(store, self.schema)
                return self._made[name][1]
            finally:
                self._making.release()

        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _opened(self) -> Opened:
        if not hasattr(self._own, "opened"):
            self._own.opened = Opened(self._folder, self._newest)
        return self._own.opened

    def close(self) -> None:
        """Stop the threads."""
        self._threads.shutdown(cancel_futures=True)
