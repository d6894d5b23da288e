"""Files for the bulk import of Neo4j, and the command that reads them.

Entities, figures, milestones and documents are nodes; relations are relationships of the type of their property (``LOCATED_IN``), with
modality, confidence and first quotation; a figure or milestone leads to what it is of, and to the documents it was read from.

:source: neo4j.com, «Operations Manual 5», neo4j-admin database import: header format, array delimiter
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.rows import as_text
from kg.export.tables import Table, Value, tables

if TYPE_CHECKING:
    from kg.store.part import Graph

_ARRAY = "|"                                # between the elements of an array, and between labels
_TYPES = {"text": "string", "texts": "string[]", "integer": "long", "number": "double"}
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_Quote = tuple[str, int, Value]             # document, start and the words
_ENDS = [":START_ID", ":END_ID", ":TYPE"]
_OF = {"figures": "MEASURED_OF", "milestones": "MILESTONE_OF"}
_NODES = ("entities", "figures", "milestones", "documents")
_RELATIONSHIPS = ("relations", "of", "mentions", "quotes")
_COMMAND = """#!/bin/sh
# Reads these files into Neo4j 5, into a database that is not running: sh import.sh [DATABASE]
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full --overwrite-destination --array-delimiter='|' --multiline-fields=true \\
{files} \\
    "${{1:-neo4j}}"
"""


def write_neo4j(graph: Graph, folder: Path) -> None:
    """Write a CSV file for each kind of node and relationship, and ``import.sh``; texts stay as they are."""
    made = {table.name: table for table in tables(graph)}
    _nodes(folder, made["entities"], lambda row: f"Entity{_ARRAY}{row[1]}")
    _nodes(folder, made["figures"], lambda row: "Figure", without=("entity",))
    _nodes(folder, made["milestones"], lambda row: "Milestone", without=("entity",))
    _nodes(folder, made["documents"], lambda row: "Document")
    first: dict[str, _Quote] = {}
    _write(folder / "quotes.csv", [*_ENDS[:2], "start:long", "end:long", "quote", "rule", _ENDS[2]], _quotes(made["evidence"], first))
    header = [*_ENDS, "iri", "modality", "confidence:double", "roles:string[]", "sources:string[]", "quote", "document"]
    _write(folder / "relations.csv", header, _relations(made["relations"], first))
    _write(folder / "of.csv", _ENDS, ((*row[:2], kind) for name, kind in _OF.items() for row in made[name].rows()))
    _write(folder / "mentions.csv", _ENDS, ((*row, "MENTIONED_IN") for row in made["mentions"].rows()))
    files = [f"    --nodes={name}.csv" for name in _NODES] + [f"    --relationships={name}.csv" for name in _RELATIONSHIPS]
    (folder / "import.sh").write_text(_COMMAND.format(files=" \\\n".join(files)), encoding="utf-8")


def relationship(property: str) -> str:
    """The type of a relationship, in the capitals that Neo4j's users write.

    >>> relationship("locatedIn")
    'LOCATED_IN'
    """
    return _CAPITAL.sub("_", property).upper()


def _nodes(folder: Path, table: Table, label: Callable[[Sequence[Value]], Value], without: tuple[str, ...] = ()) -> None:
    kept = [at for at, field in enumerate(table.fields) if field.name not in without]
    header = [f"{table.fields[at].name}:{_TYPES[table.fields[at].kind] if at else 'ID'}" for at in kept]
    _write(folder / f"{table.name}.csv", [*header, ":LABEL"], ((*(row[at] for at in kept), label(row)) for row in table.rows()))


def _quotes(evidence: Table, first: dict[str, _Quote]) -> Iterator[tuple[Value, ...]]:
    """Give the quotations of what is a node, and keep the first of each relation, which is none."""
    for fact, document, start, end, quote, rule in evidence.rows():
        if "/statement/" not in str(fact):
            yield fact, document, start, end, quote, rule, "QUOTED_FROM"
            continue
        found = (str(document), int(str(start)), quote)
        if str(fact) not in first or found[:2] < first[str(fact)][:2]:
            first[str(fact)] = found


def _relations(table: Table, first: dict[str, _Quote]) -> Iterator[tuple[Value, ...]]:
    for iri, subject, property_, object_, modality, confidence, roles, sources in table.rows():
        document, _, quote = first.get(str(iri), (None, None, None))
        yield subject, object_, relationship(str(property_)), iri, modality, confidence, roles, sources, quote, document


def _write(file: Path, header: list[str], rows: Iterable[tuple[Value, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([_text(value) for value in row] for row in rows)


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return _ARRAY.join(text.replace(_ARRAY, "｜") for text in value)
    return as_text(value, _ARRAY)
