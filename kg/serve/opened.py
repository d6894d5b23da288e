"""The store that is served: opened anew when a build has put a new graph in force, so that a reader never sees half of either."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.store import Store

_PAUSE = 0.5            # seconds between two looks whether there is a newer graph
_TRIES = 5              # to open a newer graph, while builds put one after the other in force
_TRY = 0.02             # seconds between two of them


@dataclass(slots=True)
class Newest:
    """The newest graph that any reader of the server has seen: none goes back behind it, so that what one lists the next can show."""

    generation: str | None = None


class Opened:
    """A store for one thread."""

    def __init__(self, folder: Path, newest: Newest | None = None):
        """Open the store and its graph.

        :param newest: shared by the readers that must see the same
        :raises StoreError: if it can't be opened, or its graph is missing
        """
        self._folder, self._newest = folder, newest or Newest()
        self._store, self._generation = self._open()
        self._newest.generation = self._generation
        self._looked = time.monotonic()

    @property
    def store(self) -> Store:
        """The store with the newest graph that is whole; while a build is at work, the one before."""
        now = time.monotonic()
        if now - self._looked > _PAUSE or self._newest.generation != self._generation:
            self._looked = now
            if self._store.outdated:
                self._renew()
            self._newest.generation = self._generation
        return self._store

    @property
    def generation(self) -> str | None:
        """Which graph :attr:`store` has."""
        return self._generation

    def _open(self) -> tuple[Store, str | None]:
        store = Store.open(self._folder)
        try:
            generation = store.generation
            for part in ("graph", "union"):
                getattr(store, part)            # opened now: a build may begin at any time
            return store, generation
        except BaseException:
            store.close()
            raise

    def _renew(self) -> None:
        for _ in range(_TRIES):
            try:
                newer, generation = self._open()
            except StoreError:          # the next build has put another in force already; until it can be had the graph at hand, which is whole, stays
                time.sleep(_TRY)
                continue
            self._store.close()
            self._store, self._generation = newer, generation
            return

    def close(self) -> None:
        """Close the store."""
        self._store.close()
