"""Union-find over text keys, with pairs that must never come together. The result does not depend on hashing."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping


class Clusters:
    """Sets of keys. Every key is its own set until it is joined with another."""

    def __init__(self, apart: Iterable[tuple[str, str]] = (), parents: MutableMapping[str, str] | None = None):
        """Begin with every key by itself.

        :param apart: pairs of keys that may not get into one set
        :param parents: an empty mapping, in which the joined keys are kept
        """
        self._parent: MutableMapping[str, str] = {} if parents is None else parents
        self._enemies: dict[str, set[str]] = {}        # root -> keys that its set may not hold
        self._marked: dict[str, set[str]] = {}         # root -> those of its keys that are somebody's enemy
        self._identity: dict[str, str] = {}            # root -> what the set is known to be
        for one, other in apart:
            for key, enemy in ((one, other), (other, one)):
                self._enemies.setdefault(key, set()).add(enemy)
                self._marked.setdefault(key, set()).add(key)

    def identify(self, key: str, identity: str) -> None:
        """Say what a key is for certain: sets of different identities are never joined."""
        self._identity.setdefault(self.find(key), identity)

    def find(self, key: str) -> str:
        """The key that stands for the set: the smallest in it."""
        path, root = [], key
        while (parent := self._parent.get(root, root)) != root:
            path.append(root)
            root = parent
        for passed in path[:-1]:
            self._parent[passed] = root
        return root

    def join(self, one: str, other: str) -> bool:
        """Make one set of two, unless they must stay apart; True if they are one now."""
        low, high = sorted((self.find(one), self.find(other)))
        if low == high:
            return True
        if self.opposed(low, high):
            return False
        self._parent[high] = low
        if high in self._identity:
            self._identity.setdefault(low, self._identity.pop(high))
        for table in (self._enemies, self._marked):
            if high in table:
                table.setdefault(low, set()).update(table.pop(high))
        return True

    def force(self, one: str, other: str) -> None:
        """Make one set of two, whatever speaks against it; what ``one`` is for certain counts."""
        first, second = self.find(one), self.find(other)
        if first == second:
            return
        identity = self._identity.pop(first, None) or self._identity.get(second)
        self._identity.pop(second, None)
        low, high = sorted((first, second))
        self._parent[high] = low
        if identity is not None:
            self._identity[low] = identity
        for table in (self._enemies, self._marked):
            if high in table:
                table.setdefault(low, set()).update(table.pop(high))

    def identity(self, key: str) -> str | None:
        """What the set of a key is known to be."""
        return self._identity.get(self.find(key))

    def opposed(self, one: str, other: str) -> bool:
        """Whether two keys are known to mean different things."""
        one, other = self.find(one), self.find(other)
        known, wanted = self._identity.get(one), self._identity.get(other)
        if known is not None and wanted is not None and known != wanted:
            return True
        return not self._enemies.get(one, set()).isdisjoint(self._marked.get(other, ()))
