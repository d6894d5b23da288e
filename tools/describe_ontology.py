"""Writes docs/ontology.md from the Turtle of ontology/.

    python tools/describe_ontology.py            # after an edit of the ontology; a test tells if it was forgotten
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import RDF, RDFS, SH, SKOS, Graph, Namespace, URIRef

from kg.names import PREFIXES, local
from kg.schema import Property, Schema, load_schema
from kg.settings import ontology_folder

PAGE = Path(__file__).resolve().parent.parent / "docs" / "ontology.md"
PK = Namespace(PREFIXES["pk"])

HEAD = """# The ontology

Written by `python tools/describe_ontology.py` from the Turtle in `ontology/`; edit that, not this page.

| file | what it holds |
|---|---|
| `park.ttl` | classes and properties (OWL 2), aligned to schema.org, W3C ORG, PROV-O, SKOS, GeoSPARQL, Web Annotation, Data Cube and QUDT |
| `terms.ttl` | the values that properties take (SKOS): indicators, measures, bounds, modalities, stages, levels, units |
| `industries.ttl` | industries and chains (SKOS), with what is broader and what is upstream |
| `shapes.ttl` | what each node must look like (SHACL), with messages in Chinese and English |
| `cases/` | for each shape, data that conforms and data that does not, with the messages expected |

The program reads the first three into a frozen `kg.schema.Schema` and repeats nothing of them, so that an edit of Turtle is all it takes to add

- an indicator, or a phrase by which texts call one: `terms.ttl`, a `pk:Indicator` with its labels and `pk:quantityKind`;
- a verb that tells of a stage: `terms.ttl`, an `skos:altLabel` of the stage;
- an industry: `industries.ttl`; mark it `pk:needsHeadNoun true` if its name alone may mean something else;
- a relation: `park.ttl`, an `owl:ObjectProperty` with one domain and one range (`owl:unionOf` for several classes); where not every class of the
  domain may go with every class of the range, an `owl:allValuesFrom` restriction on the class says which;
- a class of entities: `park.ttl`, a subclass of `pk:Entity` that also stands in its `owl:disjointUnionOf`.

A new relation or class wants a shape in `shapes.ttl` and two cases. Then run the tests: they say what is missing.
"""


def page(folder: Path) -> str:
    """The page, as text."""
    schema = load_schema(folder)
    graph = Graph()
    for name in ("park.ttl", "terms.ttl", "industries.ttl", "shapes.ttl"):
        graph.parse(folder / name)
    parts = [HEAD, *_classes(schema, graph), *_properties(schema, graph), *_lists(schema, graph), *_industries(schema, graph), *_shapes(graph)]
    return "\n".join(parts) + "\n"


def _definition(graph: Graph, subject: URIRef, language: str = "en") -> str:
    return next(str(o) for o in graph.objects(subject, SKOS.definition) if o.language == language)


def _table(head: str, rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = head.split(" | ")
    yield ""
    yield f"| {head} |"
    yield "|" + "---|" * len(columns)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    yield ""


def _aligned(graph: Graph, subject: URIRef) -> str:
    """The terms of other vocabularies that a term is a kind of (⊑) or close to (≈)."""
    found = []
    for sign, predicate in (("⊑", RDFS.subClassOf), ("⊑", RDFS.subPropertyOf), ("≈", SKOS.closeMatch), ("~", SKOS.relatedMatch)):
        others = sorted(_prefixed(graph, o) for o in graph.objects(subject, predicate) if isinstance(o, URIRef) and not o.startswith(PK))
        found += [f"{sign} {other}" for other in others]
    return ", ".join(found)


def _prefixed(graph: Graph, iri: URIRef) -> str:
    return graph.namespace_manager.normalizeUri(iri)


def _classes(schema: Schema, graph: Graph) -> Iterator[str]:
    yield "## Classes"
    entities = [*schema.entity_classes, *(c for c in schema.classes if c not in schema.entity_classes)]
    rows = ((f"`pk:{c}`", schema.classes[c].label_zh, _definition(graph, PK[c]), _aligned(graph, PK[c])) for c in entities)
    yield from _table("class | 中文 | what it is | aligned to", rows)
    yield "The first nine are the classes of entities; no entity has two of them."
    yield ""


def _properties(schema: Schema, graph: Graph) -> Iterator[str]:
    yield "## Relations between entities"
    rows = ((f"`pk:{p.name}`", p.label_zh, _pairs(schema, p), _definition(graph, PK[p.name]), _aligned(graph, PK[p.name]))
            for p in schema.relations.values())
    yield from _table("property | 中文 | from → to | what it says | aligned to", rows)
    yield "## Other properties"
    rows = ((f"`pk:{p.name}`", p.label_zh, f"{_names(schema, p.domain)} → {_names(schema, p.range)}", _definition(graph, PK[p.name]),
             _aligned(graph, PK[p.name])) for p in schema.properties.values() if p.name not in schema.relations)
    yield from _table("property | 中文 | from → to | what it says | aligned to", rows)


def _names(schema: Schema, classes: frozenset[str]) -> str:
    if set(schema.entity_classes) <= classes:
        return ", ".join(["any entity", *sorted(classes - set(schema.entity_classes))])
    return ", ".join([c for c in schema.classes if c in classes] + sorted(c for c in classes if c not in schema.classes))


def _pairs(schema: Schema, relation: Property) -> str:
    objects_of: dict[frozenset[str], list[str]] = {}
    for subject in schema.entity_classes:
        objects = frozenset(o for s, o in relation.pairs if s == subject)
        if objects:
            objects_of.setdefault(objects, []).append(subject)
    return "; ".join(f"{_names(schema, frozenset(s))} → {_names(schema, o)}" for o, s in objects_of.items())


def _lists(schema: Schema, graph: Graph) -> Iterator[str]:
    yield "## Indicators"
    rows = ((f"`indicator:{i.id}`", i.label_zh, ", ".join(i.quantity_kinds), "、".join(i.labels[1:6]) + ("…" if len(i.labels) > 6 else ""),
             _definition(graph, URIRef(i.iri))) for i in schema.indicators.values())
    yield from _table("indicator | 中文 | level measured in | also called | what it is", rows)
    yield "An indicator that is not in the list is minted from the text by its Chinese name: `indicator:新能源汽车产业产值`."
    yield ""
    for title, property_name, concepts in (("Stages", "stage", schema.stages), ("Measures", "measure", schema.measures),
                                           ("Bounds", "bound", schema.bounds), ("Modalities", "modality", schema.modalities),
                                           ("Division levels", "level", schema.levels)):
        yield f"## {title}: `pk:{property_name}`"
        rows = ((f"`pk:{c.id}`", c.label_zh, "、".join(c.triggers[:8]) + ("…" if len(c.triggers) > 8 else ""), _definition(graph, URIRef(c.iri)))
                for c in concepts.values())
        yield from _table("value | 中文 | told by | what it means", rows)
    yield "## Units: `pk:unit`"
    rows = ((f'`"{u.id}"`', u.label_zh, u.quantity_kind, _definition(graph, URIRef(u.iri)), _aligned(graph, URIRef(u.iri))) for u in schema.units.values())
    yield from _table("unit | 中文 | measures | what it is | aligned to", rows)


def _industries(schema: Schema, graph: Graph) -> Iterator[str]:
    industries = schema.industries.values()
    yield "## Industries"
    yield ""
    yield (f"{len(schema.industries)} industries, chains and segments with {sum(len(i.labels) for i in industries)} Chinese labels, "
           f"{sum(len(i.broader) for i in industries)} links to what is broader and {sum(len(i.upstream_of) for i in industries)} to what they are upstream of; "
           f"{sum(i.needs_head_noun for i in industries)} are too general to be recognised without a head noun "
           f"({'、'.join(schema.industry_head_nouns)}) or a list of industries around them.")
    above = {i.label: i.broader for i in industries}

    def tops(label: str) -> set[str]:
        return {label} if not above[label] else {top for broader in above[label] for top in tops(broader)}

    counts = {label: sum(label in tops(other) for other in above) for label in above if not above[label]}
    rows = ((label, schema.industries[label].label_en, str(count)) for label, count in counts.items())
    yield from _table("at the top | English | with all below it", rows)


def _shapes(graph: Graph) -> Iterator[str]:
    yield "## Shapes"
    rows = []
    for shape in sorted(s for s in graph.subjects(RDF.type, SH.NodeShape) if isinstance(s, URIRef)):
        target = graph.value(shape, SH.targetClass) or graph.value(shape, SH.targetSubjectsOf)
        kind = "nodes of" if (shape, SH.targetClass, None) in graph else "subjects of"
        nodes = [shape, *graph.objects(shape, SH.property)]
        messages = sorted(str(m) for node in nodes for m in graph.objects(node, SH.message) if m.language == "en")
        rows.append((f"`shape:{local(shape)}`", f"{kind} `{_prefixed(graph, target)}`", "; ".join(messages)))
    yield from _table("shape | looks at | what it demands, by its messages", rows)


if __name__ == "__main__":
    PAGE.write_text(page(ontology_folder()), encoding="utf-8")
