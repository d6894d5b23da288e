"""Gold annotations: JSON files that say what is in one document.

::

    {"document": "example-2023",
     "entities": [{"id": "e1", "type": "Company", "names": ["华星电子", "华星"]}, {"id": "e2", "type": "Park", "names": ["东湖高新区"]}],
     "relations": [["e1", "locatedIn", "e2"]],
     "observations": [{"of": "e1", "indicator": "outputValue", "measure": "Level", "value": 3e10, "unit": "CNY",
                       "bound": "AtLeast", "period": "2022", "modality": "Actual"}],
     "milestones": [{"of": "e1", "stage": "Registered", "date": "2022-05"}],
     "optional": {"entities": [], "relations": [], "observations": [], "milestones": []}}

What is optional is right if found, and no loss if not. ``of`` may be a list: either of these is right. A document that is a
slice of a longer text, which lies elsewhere, says so by ``"cut": {"file": "西安市-2021.md", "start": 120, "end": 1320, "sha256": "…"}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ReadError
from kg.schema import Schema, load_schema


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity with all the names it may have, the best first."""

    id: str
    cls: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A relation between entities given by their ids."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure; ``owners`` are the ids of the entities it may be about."""

    owners: tuple[str, ...]
    indicator: str
    measure: str
    value: float
    unit: str
    bound: str
    period: str             # EDTF, empty if none
    modality: str


@dataclass(frozen=True, slots=True)
class GoldMilestone:
    """A stage reached; ``owners`` as in a figure."""

    owners: tuple[str, ...]
    stage: str
    date: str               # EDTF, empty if none


@dataclass(frozen=True, slots=True)
class Facts:
    """The four kinds of annotation."""

    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]
    figures: tuple[GoldFigure, ...]
    milestones: tuple[GoldMilestone, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a document was cut from."""

    file: str               # the name of the longer text
    start: int              # code points of it
    end: int
    sha256: str             # of the slice as UTF-8, in lower-case hexadecimal


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotations of one document."""

    document: str           # its identifier, or the file's name without its ending
    required: Facts
    optional: Facts
    path: Path
    cut: Cut | None = None  # none if the document is a whole text

    def name(self, id: str) -> str:
        """The best name of an entity."""
        return next(entity.names[0] for entity in (*self.required.entities, *self.optional.entities) if entity.id == id)


def load(paths: Iterable[Path | str], schema: Schema | None = None) -> list[Gold]:
    """Read gold files.

    :param paths: files, or folders whose ``*.json`` are taken; a file that is named twice is read once
    :returns: sorted by the document's name
    :raises ReadError: if a file is missing, is not JSON, lacks something, or names a class, relation or id that does
        not exist; if two files are about one document
    """
    schema = schema or load_schema()
    found: dict[str, Gold] = {}
    for path in sorted({file.resolve() for path in paths for file in _files(Path(path))}):
        gold = _Reader(path, schema).read()
        if gold.document in found:
            other = found[gold.document].path
            raise ReadError(f"the document {gold.document} has gold in two files", where=path, hint=f"the other is {other}")
        found[gold.document] = gold
    return [found[name] for name in sorted(found)]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.json"))
    if not files:
        raise ReadError("the folder has no *.json", where=path, hint="gold files end in .json")
    return files


class _Reader:
    """Reads one file; every complaint says the file and the place in it."""

    def __init__(self, path: Path, schema: Schema):
        self._path = path
        self._schema = schema
        self._ids: set[str] = set()

    def read(self) -> Gold:
        data = self._json()
        document = self._text(data, "document", "the file")
        optional = self._get(data, "optional", dict, "the file", {})
        required_entities = self._entities(data, "entities")
        optional_entities = self._entities(optional, "optional entities")
        return Gold(document, self._facts(data, required_entities, ""), self._facts(optional, optional_entities, "optional "), self._path,
                    self._cut(data["cut"]) if "cut" in data else None)

    def _json(self) -> dict[str, Any]:
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ReadError(f"the gold file can't be read: {error.strerror}", where=self._path) from error
        except UnicodeDecodeError as error:
            raise ReadError("the gold file is not UTF-8", where=self._path) from error
        except ValueError as error:
            raise ReadError(f"the gold file is not JSON: {error}", where=self._path) from error
        if not isinstance(data, dict):
            raise self._broken("the file", "is not an object")
        return data

    def _cut(self, row: Any) -> Cut:
        self._object(row, "cut")
        cut = Cut(self._text(row, "file", "cut"), self._number(row, "start", "cut"), self._number(row, "end", "cut"), self._text(row, "sha256", "cut"))
        if not 0 <= cut.start < cut.end:
            raise self._broken("cut", f"from {cut.start} to {cut.end} is no slice")
        if not re.fullmatch("[0-9a-f]{64}", cut.sha256):
            raise self._broken("cut", "sha256 must be 64 digits 0-9 and a-f")
        return cut

    def _facts(self, data: dict[str, Any], entities: tuple[GoldEntity, ...], kind: str) -> Facts:
        return Facts(
            entities,
            tuple(self._relation(row, f"{kind}relation {n}") for n, row in self._rows(data, "relations", kind)),
            tuple(self._figure(row, f"{kind}observation {n}") for n, row in self._rows(data, "observations", kind)),
            tuple(self._milestone(row, f"{kind}milestone {n}") for n, row in self._rows(data, "milestones", kind)),
        )

    def _rows(self, data: dict[str, Any], key: str, kind: str) -> Iterable[tuple[int, Any]]:
        return enumerate(self._get(data, key, list, f"{kind}{key}", []), start=1)

    def _entities(self, data: dict[str, Any], kind: str) -> tuple[GoldEntity, ...]:
        return tuple(self._entity(row, f"{kind} {n}") for n, row in enumerate(self._get(data, "entities", list, kind, []), start=1))

    def _entity(self, row: Any, place: str) -> GoldEntity:
        self._object(row, place)
        entity = GoldEntity(self._text(row, "id", place), self._text(row, "type", place), tuple(self._get(row, "names", list, place)))
        if entity.id in self._ids:
            raise self._broken(place, f"the id {entity.id} is taken")
        if entity.cls not in self._schema.entity_classes:
            raise self._broken(place, f"{entity.cls} is no class; they are {', '.join(self._schema.entity_classes)}")
        if not entity.names or not all(isinstance(name, str) and name.strip() for name in entity.names):
            raise self._broken(place, "names must be texts, one or more")
        self._ids.add(entity.id)
        return entity

    def _relation(self, row: Any, place: str) -> GoldRelation:
        if not isinstance(row, list) or len(row) != 3 or not all(isinstance(part, str) for part in row):
            raise self._broken(place, "must be [id, relation, id]")
        relation = GoldRelation(*row)
        if relation.predicate not in self._schema.relations:
            raise self._broken(place, f"{relation.predicate} is no relation; they are {', '.join(self._schema.relations)}")
        self._known((relation.subject, relation.object), place)
        return relation

    def _figure(self, row: Any, place: str) -> GoldFigure:
        self._object(row, place)
        value = self._get(row, "value", (int, float), place)
        if isinstance(value, bool):
            raise self._broken(place, "value must be a number")
        return GoldFigure(
            self._owners(row, place), self._text(row, "indicator", place), self._text(row, "measure", place, "Level"), float(value),
            self._text(row, "unit", place), self._text(row, "bound", place, "Exact"), self._text(row, "period", place, ""),
            self._text(row, "modality", place, "Actual"))

    def _milestone(self, row: Any, place: str) -> GoldMilestone:
        self._object(row, place)
        milestone = GoldMilestone(self._owners(row, place), self._text(row, "stage", place), self._text(row, "date", place, ""))
        if milestone.stage not in self._schema.stages:
            raise self._broken(place, f"{milestone.stage} is no stage; they are {', '.join(self._schema.stages)}")
        return milestone

    def _owners(self, row: dict[str, Any], place: str) -> tuple[str, ...]:
        of = self._get(row, "of", (str, list), place)
        owners = tuple(of) if isinstance(of, list) else (of,)
        if not owners:
            raise self._broken(place, "of names no entity")
        self._known(owners, place)
        return owners

    def _known(self, ids: Iterable[Any], place: str) -> None:
        for id in ids:
            if id not in self._ids:
                raise self._broken(place, f"no entity has the id {id}")

    def _object(self, row: Any, place: str) -> None:
        if not isinstance(row, dict):
            raise self._broken(place, "must be an object")

    def _text(self, row: dict[str, Any], key: str, place: str, default: str | None = None) -> str:
        """A text; null and a missing key give the default, without which it must be there."""
        if row.get(key) is None and default is not None:
            return default
        return self._get(row, key, str, place)

    def _number(self, row: dict[str, Any], key: str, place: str) -> int:
        value = self._get(row, key, int, place)
        if isinstance(value, bool):
            raise self._broken(place, f"{key} is a bool")
        return value

    def _get(self, row: dict[str, Any], key: str, kind: Any, place: str, default: Any = None) -> Any:
        if key not in row and default is not None:
            return default
        if key not in row:
            raise self._broken(place, f"{key} is missing")
        if not isinstance(row[key], kind):
            raise self._broken(place, f"{key} is a {type(row[key]).__name__}")
        return row[key]

    def _broken(self, place: str, what: str) -> ReadError:
        return ReadError(f"broken gold: {place}: {what}", where=self._path)
