"""Data: takes a network and what to show first, gives the nodes and edges as the page reads them.

The same network gives the same data, in whatever order its nodes and edges were added. Identifiers in the page are small whole numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.draw import style
from kg.draw.layout import layout
from kg.network import SEPARATOR
from kg.schema import Schema

FONT = 13.0             # pixels of a label at zoom 1
ACTUAL = "Actual"

_DOCUMENT = ("document", "title", "date", "source")


@dataclass(frozen=True, slots=True)
class PageData:
    """What the page explores: all plain values that JSON can hold."""

    nodes: list[dict]
    edges: list[dict]
    about: dict             # classes, relations, documents and counts


def page_data(network: nx.MultiDiGraph, shown: Sequence, schema: Schema) -> PageData:
    """Make the page's data.

    :param network: as ``kg.network.network`` makes it
    :param shown: the nodes to show first; these get a place
    :param schema: says which relations are symmetric, and what the modalities are called
    """
    symmetric = {name for name, relation in schema.relations.items() if relation.symmetric}
    order = sorted(network, key=lambda n: (network.nodes[n]["label"], str(n)))
    number = {node: i for i, node in enumerate(order)}
    drawn = _drawn_edges(network, number, symmetric)
    degree = Counter(end for edge in drawn for end in {edge["from"], edge["to"]})
    nodes = [_node(number[n], n, network.nodes[n], degree[number[n]]) for n in order]
    _place(nodes, drawn, sorted(number[n] for n in shown))
    about = {
        "classes": _classes(network), "shapes": style.OUTLINES, "relations": _relations(network, symmetric),
        "modalities": [{"name": m.id, "zh": m.label_zh, "en": m.label_en} for m in schema.modalities.values()],
    }
    return PageData(nodes, drawn, about | _share(nodes, drawn))


# --- nodes

def _node(number: int, key: object, attributes: Mapping, degree: int) -> dict:
    names = names_of(attributes)
    node = {
        "id": number, "label": style.wrap(names[0]), "names": names, "class": attributes["class"], "iri": str(key),
        "size": style.radius(degree), "degree": degree, "documents": attributes.get("documents", 0),
        "pinyin": [pinyin(name) for name in names],
    }
    if "observations" not in attributes and attributes.get("figures"):
        node["figures"] = _list(attributes["figures"])
    return node | {name: [dict(item) for item in attributes[name]] for name in ("observations", "milestones") if name in attributes}


def names_of(attributes: Mapping) -> list[str]:
    """All names of a node, the best first."""
    return list(dict.fromkeys([attributes["label"], *_list(attributes.get("alternatives"))]))


def _list(joined: str | None) -> list[str]:
    return [part for part in (joined or "").split(SEPARATOR) if part]


def pinyin(name: str) -> str:
    """The syllables of a name, with a space between them: ``ning de shi dai``; empty for a name without Chinese."""
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(name)
    return "" if syllables == [name] else " ".join(s.strip().lower() for s in syllables if s.strip())


def _place(nodes: list[dict], edges: list[dict], shown: Sequence[int]) -> None:
    """Give the nodes to show first a place."""
    position = {number: i for i, number in enumerate(shown)}
    boxes = [_box(nodes[number]) for number in shown]
    links = [(position[e["from"]], position[e["to"]]) for e in edges if e["from"] in position and e["to"] in position]
    for number, (x, y) in zip(shown, layout(boxes, links), strict=True):
        nodes[number] |= {"x": x, "y": y}


def _box(node: Mapping) -> tuple[float, float]:
    """Width and height of a node with its label below it."""
    lines = node["label"].split("\n")
    width = max(style.width(line) for line in lines) * FONT
    return max(width, 2 * node["size"]), 2 * node["size"] + len(lines) * FONT * 1.25 + 4


# --- edges

def _drawn_edges(network: nx.MultiDiGraph, number: Mapping, symmetric: Collection[str]) -> list[dict]:
    """One edge for all that is said of two nodes by one relation; a symmetric one is drawn in one direction only."""
    groups: dict[tuple, list[dict]] = {}
    for a, b, attributes in network.edges(data=True):
        relation = attributes["property"]
        ends = sorted((number[a], number[b])) if relation in symmetric else (number[a], number[b])
        groups.setdefault((*ends, relation), []).append(_statement(attributes))
    edges = []
    for i, key in enumerate(sorted(groups)):
        statements = sorted(groups[key], key=lambda s: (s["modality"] != ACTUAL, repr(s)))
        edges.append({"id": i, "from": key[0], "to": key[1], "relation": key[2], "statements": statements,
                      "dashes": statements[0]["modality"] != ACTUAL})
    return edges


def _statement(attributes: Mapping) -> dict:
    kept = {name: attributes[name] for name in ("confidence", "role", "sources") if name in attributes}
    if "origins" in attributes or "origin" in attributes:
        kept["origins"] = attributes.get("origins") or [{"zh": attributes["origin"]}]
    first = {name: attributes[name] for name in ("sentence", *_DOCUMENT, "rule") if name in attributes}
    evidence = attributes.get("evidence", [first] if "sentence" in first else [])
    return kept | {"modality": attributes.get("modality", ACTUAL), "evidence": evidence}


# --- evidence: a sentence may tell many things, and a document holds many sentences; each stands in the page once

def _share(nodes: list[dict], edges: list[dict]) -> dict:
    """Put the numbers of sentence and document into all evidence, in place.

    :returns: the documents and sentences by number
    """
    facts = [*(s for edge in edges for s in edge["statements"]), *(fact for node in nodes for name in ("observations", "milestones")
                                                                   for fact in node.get(name, ()))]
    documents = sorted({_document(e) for fact in facts for e in fact["evidence"]})
    sentences = sorted({e["sentence"] for fact in facts for e in fact["evidence"]})
    document_number, sentence_number = ({item: i for i, item in enumerate(items)} for items in (documents, sentences))
    for fact in facts:
        fact["evidence"] = [
            {"sentence": sentence_number[e["sentence"]], "document": document_number[_document(e)],
             **({"rule": e["rule"]} if "rule" in e else {})} for e in fact["evidence"]]
    return {"documents": [dict(zip(_DOCUMENT, d, strict=True)) for d in documents], "sentences": sentences}


def _document(evidence: Mapping) -> tuple[str, ...]:
    return tuple(evidence.get(name, "") for name in _DOCUMENT)


# --- what the page says about all of it

def _classes(network: nx.MultiDiGraph) -> list[dict]:
    """The classes that occur, the most frequent first."""
    count = Counter(a["class"] for _, a in network.nodes(data=True))
    labels = {a["class"]: (a.get("class_zh") or a["class"], a.get("class_en") or a["class"]) for _, a in network.nodes(data=True)}
    looks = style.looks(count)
    return [{"name": name, "zh": labels[name][0], "en": labels[name][1], "light": looks[name].light, "dark": looks[name].dark,
             "shape": looks[name].shape} for name in _frequent(count)]


def _relations(network: nx.MultiDiGraph, symmetric: Collection[str]) -> list[dict]:
    """The relations that occur, the most frequent first."""
    count, labels = Counter[str](), {}
    for _, _, a in network.edges(data=True):
        count[a["property"]] += 1
        labels[a["property"]] = (a.get("label") or a["property"], a.get("label_en") or a["property"])
    return [{"name": name, "zh": labels[name][0], "en": labels[name][1], "symmetric": name in symmetric} for name in _frequent(count)]


def _frequent(count: Counter) -> Iterable[str]:
    return sorted(count, key=lambda name: (-count[name], name))
