"""What a reader decided by hand: names that are one thing, mentions that are another thing, better names.

They stand in a plain text file next to the store, ``kg-store.decisions.tsv`` for ``kg-store``: one line for each, tab-separated, the
latest last. It survives the store, and can be kept under version control. A line that begins with # is a comment.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.errors import GazetteerError
from kg.model import Entity
from kg.resolve.names import fold
from kg.tables import numbered_rows

COLUMNS = ("action", "class", "name", "other", "document", "date")
ACTIONS = ("merge", "split", "rename")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file."""

    action: str             # merge, split, rename
    cls: str
    name: str
    other: str              # the name to merge with, or the new name; "" for a split
    document: str           # of a split: only there; "" everywhere
    date: str               # when it was decided: YYYY-MM-DD


@dataclass(frozen=True)
class Decisions:
    """All decisions, in the order in which they were made."""

    in_order: tuple[Decision, ...] = ()
    _splits: dict[tuple[str, str, str], str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for decision in self.in_order:
            if decision.action == "split":
                name = fold(decision.name)
                self._splits[decision.document, decision.cls, name] = f"{decision.cls}!{decision.document}\x1f{name}"

    @cached_property
    def merges(self) -> tuple[Decision, ...]:
        """Those that make one thing of two."""
        return tuple(decision for decision in self.in_order if decision.action == "merge")

    @cached_property
    def renames(self) -> tuple[Decision, ...]:
        """Those that give a thing another name."""
        return tuple(decision for decision in self.in_order if decision.action == "rename")

    def split(self, document: str, entity: Entity) -> str | None:
        """The key of an entity that was set apart; None if it was not.

        In a document that was named, any name of the entity counts; otherwise only its best.
        """
        if not self._splits:
            return None
        for name in entity.names:
            key = self._splits.get((document, entity.cls, fold(name)))
            if key is not None:
                return key
        return self._splits.get(("", entity.cls, fold(entity.names[0])))

    @staticmethod
    def is_split(key: str) -> bool:
        """Whether a key is that of something set apart."""
        cls, mark, _ = key.partition("!")
        return bool(mark) and cls.isalpha()


def decisions_path(store: Path) -> Path:
    """Where the decisions of a store are."""
    store = Path(os.path.abspath(store))
    return store.with_name(f"{store.name}.decisions.tsv")


def read_decisions(path: Path, classes: Collection[str]) -> Decisions:
    """Read the decisions of a file; a missing file has none.

    :param classes: the entity classes of the ontology
    :raises GazetteerError: with file and line, for what can't be honoured
    """
    found = []
    for where, cells in numbered_rows(path, COLUMNS, required=3):
        decision = Decision(*cells)
        if decision.action not in ACTIONS:
            raise GazetteerError(f"unknown action {decision.action!r}", where=where, hint=f"use one of {', '.join(ACTIONS)}")
        if decision.cls not in classes:
            raise GazetteerError(f"unknown class {decision.cls!r}", where=where, hint=f"use one of {', '.join(classes)}")
        if not decision.name or decision.action != "split" and (not decision.other or decision.other == decision.name):
            needed = "a name" if decision.action == "split" else "two different names"
            raise GazetteerError(f"a {decision.action} needs {needed}", where=where)
        found.append(decision)
    return Decisions(tuple(found))


def record(path: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions at the end of a file, which is made if it is missing; whole or not at all."""
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else "\t".join(COLUMNS) + "\n"
        if before and not before.endswith("\n"):
            before += "\n"
        lines = ["\t".join((d.action, d.cls, d.name, d.other, d.document, d.date)) for d in decisions]
        new = path.with_name(path.name + ".new")
        new.write_text(before + "".join(line + "\n" for line in lines), encoding="utf-8")
        os.replace(new, path)
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"the decision can't be recorded: {error}", where=path) from error
