"""The store that is served: opened anew when a build has put a new graph in force, so that a reader never sees half of either."""

from __future__ import annotations

import time
from pathlib import Path

from kg.errors import StoreError
from kg.store import Store

_PAUSE = 0.5            # seconds between two looks whether there is a newer graph


class Opened:
    """A store for one thread."""

    def __init__(self, folder: Path):
        """Open the store and its graph.

        :raises StoreError: if it can't be opened, or its graph is missing
        """
        self._folder = folder
        self._store, self._generation = self._open()
        self._looked = time.monotonic()

    @property
    def store(self) -> Store:
        """The store with the newest graph that is whole; while a build is at work, the one before."""
        now = time.monotonic()
        if now - self._looked > _PAUSE:
            self._looked = now
            if self._store.outdated:
                self._renew()
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
        try:
            newer, generation = self._open()
        except StoreError:
            return                      # a build goes on already; the graph at hand is whole, and stays
        self._store.close()
        self._store, self._generation = newer, generation

    def close(self) -> None:
        """Close the store."""
        self._store.close()
