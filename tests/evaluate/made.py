"""Makes gold annotations up, and graphs that get them partly right, from a seed."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import names
from kg.schema import load_schema

_SURNAMES = "东湖 远山 华星 金川 临江 白鹭 长岭 云桥 青石 南浦 北辰 秋水".split()
_ENDINGS = {"Company": ("电子", "材料", "新能源"), "Park": ("高新区", "经开区", "产业园"), "District": ("市", "县", "区"),
            "Project": ("二期项目", "生产基地", "工厂"), "Organization": ("研究院", "管委会"), "Person": ("先生", "女士"),
            "Industry": ("产业", "制造"), "Product": ("电池", "面板"), "Programme": ("工程", "行动")}


def gold(seed: int) -> dict[str, Any]:
    """A gold file's content, with optional parts, owners that are lists, and symmetric relations."""
    random = Random(seed)
    entities = []
    for number, cls in enumerate(random.choices(list(_ENDINGS), k=30)):
        stem = "".join(random.sample(_SURNAMES, 2))
        name = stem + random.choice(_ENDINGS[cls])
        entities.append({"id": f"e{number}", "type": cls, "names": [name, stem, f"{name}（{number}）"][:random.randint(1, 3)]})
    parts = [{"entities": entities[:22]}, {"entities": entities[22:]}]
    for part, size in zip(parts, (25, 8)):
        part["relations"] = _relations(random, entities, size)
        part["observations"] = [_observation(random, entities) for _ in range(size)]
        part["milestones"] = [_milestone(random, entities) for _ in range(size // 2)]
    return {"document": f"made-{seed}", "issued": None, **parts[0], "optional": parts[1]}


def _relations(random: Random, entities: list[dict], size: int) -> list[list[str]]:
    schema = load_schema()
    allowed = [(a["id"], name, b["id"]) for a in entities for b in entities for name in schema.relations
               if a is not b and schema.allows(a["type"], name, b["type"])]
    return [list(row) for row in random.sample(allowed, size)]


def _observation(random: Random, entities: list[dict]) -> dict[str, Any]:
    of = random.sample([entity["id"] for entity in entities], random.choice((1, 1, 2)))
    return {"of": of[0] if len(of) == 1 else of, "indicator": random.choice(["outputValue", "investment", "年产能", "绿化覆盖率"]),
            "measure": random.choice(["Level", "Level", "Growth", "Share"]), "value": random.choice([0, 12.5, 3e10, 1.1e9, 40]),
            "unit": random.choice(["CNY", "percent", "count"]), "bound": random.choice(["Exact", "AtLeast"]),
            "period": random.choice([None, "2022", "2023-05"]), "modality": random.choice(["Actual", "Planned", "Target"])}


def _milestone(random: Random, entities: list[dict]) -> dict[str, Any]:
    of = [entity["id"] for entity in random.sample(entities, random.choice((1, 1, 2)))]
    return {"of": of[0] if len(of) == 1 else of, "stage": random.choice(["Signed", "Groundbreaking", "Operational"]),
            "date": random.choice([None, "2023", "2023-01-16"]), "modality": "Actual"}


def write_gold(content: dict[str, Any], folder: Path) -> Path:
    path = folder / f"{content['document']}.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def text_of(content: dict[str, Any]) -> str:
    """A text for the document, in which evidence can be quoted."""
    return "。".join(name for entity in content["entities"] for name in entity["names"]) + "。"


class Guess:
    """A graph that finds some of the gold, misses some, and finds what is not there."""

    def __init__(self, seed: int):
        self.store = Store()
        self._random = Random(seed)
        self._count = 0

    def add(self, content: dict[str, Any]) -> None:
        """Say something about a document."""
        self._document = NamedNode(names.document(content["document"] + ".txt"))
        self._text = text_of(content)
        self._put(self._document, "rdf:type", NamedNode(names.term("Document")))
        self._put(self._document, "dcterms:identifier", Literal(content["document"] + ".txt"))
        parts = (content, content["optional"])
        self._nodes: dict[str, NamedNode] = {}
        for part in parts:
            for entity in part["entities"]:
                self._entity(entity)
        self._everybody = sorted(set(self._nodes.values()), key=str)
        for part in parts:
            for row in part["relations"]:
                self._relation(row)
            for row in part["observations"]:
                self._observation(row)
            for row in part["milestones"]:
                self._milestone(row)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _put(self, subject: NamedNode, predicate: str, object_: Any) -> None:
        prefix, local = predicate.split(":")
        self.store.add(Quad(subject, NamedNode(names.PREFIXES[prefix] + local), object_, NamedNode(names.BASE + "graph/made")))

    def _fresh(self, kind: str) -> NamedNode:
        self._count += 1
        return NamedNode(names.digest(kind, self._count))

    def _evidence(self, node: NamedNode) -> None:
        evidence = self._fresh("evidence")
        start = self._random.randrange(len(self._text) - 5)
        exact = self._text[start:start + 5] if self._chance(0.95) else "这里没有"
        self._put(node, "pk:evidence", evidence)
        self._put(evidence, "prov:wasQuotedFrom", self._document)
        self._put(evidence, "oa:exact", Literal(exact))
        self._put(evidence, "oa:start", Literal(start))
        if self._chance(0.97):
            self._put(evidence, "oa:end", Literal(start + 5))

    def _entity(self, entity: dict[str, Any]) -> None:
        copies = self._random.choices((0, 1, 2), (0.2, 0.7, 0.1))[0]
        for copy in range(copies):
            cls = entity["type"] if self._chance(0.95) else "Organization"
            names_ = [*entity["names"], "别名" + entity["id"]]
            self._random.shuffle(names_)
            node = NamedNode(names.entity(cls, f"{names_[0]}{copy or ''}"))
            self._put(node, "rdf:type", NamedNode(names.term(cls)))
            self._put(node, "skos:prefLabel", Literal(names_[0], language="zh"))
            for name in names_[1:self._random.randint(1, len(names_))]:
                self._put(node, "skos:altLabel", Literal(name, language="zh"))
            if self._chance(0.95):
                self._put(node, "pk:mentionedIn", self._document)
            self._nodes[entity["id"]] = node

    def _end(self, id: str) -> NamedNode:
        if id in self._nodes and self._chance(0.9):
            return self._nodes[id]
        return self._random.choice(self._everybody)

    def _owner(self, row: dict[str, Any]) -> NamedNode:
        return self._end(row["of"] if isinstance(row["of"], str) else self._random.choice(row["of"]))

    def _relation(self, row: list[str]) -> None:
        if self._chance(0.2):
            return
        subject, object_ = self._end(row[0]), self._end(row[2])
        if row[1] == "cooperatesWith" and self._chance(0.5):
            subject, object_ = object_, subject
        statement = self._fresh("statement")
        self._put(statement, "rdf:type", NamedNode(names.term("Statement")))
        self._put(statement, "rdf:subject", subject)
        self._put(statement, "rdf:predicate", NamedNode(names.term(row[1] if self._chance(0.9) else "locatedIn")))
        self._put(statement, "rdf:object", object_)
        if self._chance(0.95):
            self._evidence(statement)

    def _observation(self, row: dict[str, Any]) -> None:
        if self._chance(0.2):
            return
        observation = self._fresh("observation")
        indicator = row["indicator"] if self._chance(0.8) else self._random.choice(["tax", "outputValue", "产能", "覆盖率"])
        value = row["value"] * self._random.choices((1, 1.0005, 1.01), (0.8, 0.1, 0.1))[0]
        self._put(observation, "rdf:type", NamedNode(names.term("Observation")))
        self._put(observation, "pk:observedEntity", self._owner(row))
        self._put(observation, "pk:indicator", NamedNode(names.indicator(indicator)))
        label = {"outputValue": "产值"}.get(indicator, indicator)
        self._put(NamedNode(names.indicator(indicator)), "skos:prefLabel", Literal(label, language="zh"))
        self._put(observation, "pk:measure", NamedNode(names.term(row["measure"] if self._chance(0.95) else "Rank")))
        self._put(observation, "pk:value", Literal(f"{value:.6f}", datatype=NamedNode(names.PREFIXES["xsd"] + "decimal")))
        self._put(observation, "pk:unit", Literal(row["unit"] if self._chance(0.95) else "USD"))
        self._put(observation, "pk:bound", NamedNode(names.term(row["bound"] if self._chance(0.8) else "About")))
        self._put(observation, "pk:modality", NamedNode(names.term(row["modality"] if self._chance(0.8) else "Forecast")))
        if row.get("period"):
            self._put(observation, "pk:period", Literal(row["period"] if self._chance(0.8) else "2021"))
        self._evidence(observation)

    def _milestone(self, row: dict[str, Any]) -> None:
        if self._chance(0.2):
            return
        milestone = self._fresh("milestone")
        self._put(milestone, "rdf:type", NamedNode(names.term("Milestone")))
        self._put(milestone, "pk:milestoneOf", self._owner(row))
        self._put(milestone, "pk:stage", NamedNode(names.term(row["stage"] if self._chance(0.8) else "Completed")))
        if row.get("date"):
            self._put(milestone, "pk:date", Literal(row["date"] if self._chance(0.8) else "2020"))
        self._evidence(milestone)
