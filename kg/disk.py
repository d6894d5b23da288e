"""Mappings and sorted rows on disk, for what grows with the number of documents.

They live in a temporary file of SQLite that no other process sees and that is gone with this process, however it ends. What is small never
leaves memory: a mapping writes to the file what it holds beyond :data:`HELD` values, rows beyond as many, and SQLite what is beyond its cache.

Values that are neither texts nor integers are pickled when they go to the file. A value that was changed has therefore to be put again.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pickle import HIGHEST_PROTOCOL, dumps, loads
from typing import Any, Generic, TypeVar

from kg.errors import StoreError

# What each table or list of rows holds in memory: values, the least recently used half of which goes to the file when there are more.
HELD = 4_096
_CACHE = 8_000              # kibibytes that SQLite holds of the file, and that it sorts at once

V = TypeVar("V")
_PLAIN = frozenset((str, int))
_ABSENT: Any = object()     # what a table remembers of keys that it does not hold
_FORGOTTEN: Any = object()  # what it has of keys that it does not remember


class Disk:
    """A temporary file for tables and rows."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._number = 0
        self._made: weakref.WeakValueDictionary[str, Table[Any] | Rows[Any]] = weakref.WeakValueDictionary()
        for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}", "temp_store = FILE"):
            self._connection.execute(f"PRAGMA {setting}")

    def table(self, held: int | None = None) -> Table[Any]:
        """A new mapping from texts to values.

        :param held: how many values it holds in memory; by default :data:`HELD`
        """
        name = self._name()
        table: Table[Any] = Table(self, name, held or HELD)
        self._made[name] = table
        return table

    def rows(self, keys: int) -> Rows[Any]:
        """New rows of some keys and a value, to be given in the order of their keys.

        :param keys: how many; each is a text or an integer
        """
        name = self._name()
        rows: Rows[Any] = Rows(self, name, keys, HELD)
        self._made[name] = rows
        return rows

    def rest(self) -> None:
        """Give back the memory for values that are in the file or can go there; whoever asks gets them from there.

        :raises StoreError: if the file can't be written
        """
        for made in list(self._made.values()):
            made.rest()
        self.run("PRAGMA shrink_memory")

    def _name(self) -> str:
        self._number += 1
        return f"t{self._number}"

    def run(self, statement: str, values: Iterable = ()) -> sqlite3.Cursor:
        """Run a statement.

        :raises StoreError: if the file can't be written
        """
        with _errors():
            return self._connection.execute(statement, tuple(values))

    def run_many(self, statement: str, rows: Iterable[tuple]) -> None:
        """Run a statement for each of some rows.

        :raises StoreError: if the file can't be written
        """
        with _errors():
            self._connection.execute("BEGIN")
            self._connection.executemany(statement, rows)
            self._connection.execute("COMMIT")


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        where = os.environ.get("SQLITE_TMPDIR") or tempfile.gettempdir()
        raise StoreError(f"temporary files can't be written: {error}", where=where,
                         hint="free some space, or name a folder with more of it in the environment's SQLITE_TMPDIR") from error


def _packed(value: Any) -> str | int | bytes:
    return value if type(value) in _PLAIN else dumps(value, HIGHEST_PROTOCOL)


def _unpacked(value: str | int | bytes) -> Any:
    return loads(value) if type(value) is bytes else value


class Table(MutableMapping[str, V], Generic[V]):
    """A mapping from texts to values, gone through in the order of its keys; not to be changed meanwhile."""

    def __init__(self, disk: Disk, name: str, held: int):
        self._disk, self._name, self._half = disk, name, max(held // 2, 1)
        self._recent: dict[str, V] = {}             # what was asked for or put since the last turn,
        self._older: dict[str, V] = {}              # and in the turn before
        self._changed: set[str] = set()             # keys among both whose values are not in the file
        self._written = False                       # whether there is anything in the file
        self._get = f"SELECT value FROM {name} WHERE key = ?"

    def _value(self, key: str) -> V:
        """The value of a key; :data:`_ABSENT` if there is none."""
        value = self._recent.get(key, _FORGOTTEN)
        if value is not _FORGOTTEN:
            return value
        value = self._older.get(key, _FORGOTTEN)
        if value is _FORGOTTEN:
            row = self._disk.run(self._get, (key,)).fetchone() if self._written else None
            value = _unpacked(row[0]) if row else _ABSENT
            if not self._written:
                return value
        self._hold(key, value)
        return value

    def __getitem__(self, key: str) -> V:
        value = self._value(key)
        if value is _ABSENT:
            raise KeyError(key)
        return value

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, or the default."""
        value = self._value(key)
        return default if value is _ABSENT else value

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._value(key) is not _ABSENT

    def __setitem__(self, key: str, value: V) -> None:
        self._changed.add(key)
        self._hold(key, value)

    def __delitem__(self, key: str) -> None:
        self[key]                                   # says so if it is not there
        self._changed.discard(key)
        self._older.pop(key, None)
        self._recent[key] = _ABSENT
        if self._written:
            self._disk.run(f"DELETE FROM {self._name} WHERE key = ?", (key,))

    def _hold(self, key: str, value: V) -> None:
        self._recent[key] = value
        if len(self._recent) > self._half:
            leaving = {key: value for key, value in self._older.items() if key not in self._recent}
            self._write(leaving)
            self._older, self._recent = self._recent, {}

    def _write(self, values: Mapping[str, V]) -> None:
        rows = [(key, _packed(values[key])) for key in sorted(self._changed & values.keys())]
        if rows:
            if not self._written:
                self._disk.run(f"CREATE TABLE {self._name} (key TEXT PRIMARY KEY, value) WITHOUT ROWID")
                self._written = True
            self._disk.run_many(f"INSERT OR REPLACE INTO {self._name} VALUES (?, ?)", rows)
            self._changed.difference_update(key for key, _ in rows)

    def rest(self) -> None:
        """Hold no value in memory, if the file holds some already."""
        if self._written:
            self._write({**self._older, **self._recent})
            self._recent, self._older = {}, {}

    def _in_memory(self) -> dict[str, V]:
        return {key: value for key, value in {**self._older, **self._recent}.items() if value is not _ABSENT}

    def __iter__(self) -> Iterator[str]:
        if not self._written:
            return iter(sorted(self._in_memory()))
        self._write({**self._older, **self._recent})
        return (key for key, in self._disk.run(f"SELECT key FROM {self._name} ORDER BY key"))

    def items(self) -> Iterator[tuple[str, V]]:     # type: ignore[override]
        """The keys, in order, with their values."""
        if not self._written:
            return iter(sorted(self._in_memory().items(), key=itemgetter(0)))
        self._write({**self._older, **self._recent})
        return ((key, _unpacked(value)) for key, value in self._disk.run(f"SELECT key, value FROM {self._name} ORDER BY key"))

    def values(self) -> Iterator[V]:                # type: ignore[override]
        """The values, in the order of their keys."""
        return (value for _, value in self.items())

    def __len__(self) -> int:
        if not self._written:
            return len(self._in_memory())
        self._write({**self._older, **self._recent})
        return self._disk.run(f"SELECT count(*) FROM {self._name}").fetchone()[0]


class Rows(Generic[V]):
    """Rows of keys and a value, put in any order."""

    def __init__(self, disk: Disk, name: str, keys: int, held: int):
        self._disk, self._name, self._held = disk, name, held
        self._keys = [f"k{number}" for number in range(keys)]
        self._key: Callable[[tuple], Any] = itemgetter(slice(keys))
        self._recent: list[tuple] = []
        self._by_keys: dict[tuple, list[V]] | None = None       # of the recent ones, for :meth:`of`
        self._written = self._indexed = False

    def add(self, *row: Any) -> None:
        """Put a row: its keys, and its value."""
        self._recent.append(row)
        self._by_keys = None
        if len(self._recent) >= self._held:
            self._write()

    def _write(self) -> None:
        if not self._written:
            self._disk.run(f"CREATE TABLE {self._name} ({', '.join([*self._keys, 'value'])})")
            self._written = True
        marks = ", ".join("?" * (len(self._keys) + 1))
        self._disk.run_many(f"INSERT INTO {self._name} VALUES ({marks})",
                            [(*row[:-1], _packed(row[-1])) for row in self._recent])
        self._recent = []

    def rest(self) -> None:
        """Hold no row in memory, if the file holds some already."""
        if self._written:
            self._write()

    def __iter__(self) -> Iterator[tuple]:
        """The rows in the order of their keys; those of the same keys as they were put."""
        if not self._written:
            yield from sorted(self._recent, key=self._key)
            return
        self._write()
        for *keys, value in self._disk.run(f"SELECT {', '.join([*self._keys, 'value'])} FROM {self._name} "
                                           f"ORDER BY {', '.join([*self._keys, 'rowid'])}"):
            yield (*keys, _unpacked(value))

    def grouped(self) -> Iterator[tuple[tuple, list[V]]]:
        """The keys, in order, each with its values."""
        for keys, rows in groupby(self, key=self._key):
            yield keys, [row[-1] for row in rows]

    def of(self, *keys: Any) -> list[V]:
        """The values of some keys, as they were put."""
        if not self._written:
            if self._by_keys is None:
                self._by_keys = defaultdict(list)
                for *of, value in self._recent:
                    self._by_keys[tuple(of)].append(value)
            return self._by_keys.get(keys, [])
        if self._recent:
            self._write()
        if not self._indexed:
            self._disk.run(f"CREATE INDEX {self._name}_keys ON {self._name} ({', '.join(self._keys)})")
            self._indexed = True
        condition = " AND ".join(f"{key} = ?" for key in self._keys)
        return [_unpacked(value) for (value,) in self._disk.run(f"SELECT value FROM {self._name} WHERE {condition} ORDER BY rowid", keys)]
