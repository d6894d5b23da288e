"""The companies that may stand in front of names of projects (小鹏汽车肇庆基地): those that documents name, and those of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.disk import Disk
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.grammar import is_mark
from kg.resolve.seen import Documents
from kg.tables import Pair


def companies(documents: Documents, same: Iterable[Pair], gazetteer: Gazetteer | None, disk: Disk) -> Callable[[str], str | None]:
    """Learn the names of companies.

    :returns: gives the best name of the company that a name means; None if it means none, or several
    """
    of_documents = disk.table()             # "" where several bear the name
    for _, entities in documents:
        for entity in entities:
            if entity.cls == "Company":
                best = entity.names[0]
                for name in entity.names:
                    known = of_documents.get(name)
                    if known is None:
                        of_documents[name] = best
                    elif known not in ("", best):
                        of_documents[name] = ""
    of_table: dict[str, str] = {}
    for pair in same:
        if pair.cls == "Company":
            of_table[pair.name] = of_table.get(pair.name, pair.name)
            of_table[pair.other] = of_table[pair.name]

    def best_name(name: str) -> str | None:
        best = of_table.get(name)
        if best is None:
            best = of_documents.get(name)
            if not best or not is_mark(name) or _is_place(name, gazetteer):
                return None
        return best

    return best_name


def _is_place(name: str, gazetteer: Gazetteer | None) -> bool:
    """Whether a name is listed for a district and for no company."""
    classes = {entry.cls for entry in gazetteer.lookup(name)} if gazetteer is not None else set()
    return "District" in classes and "Company" not in classes
