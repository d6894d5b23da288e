"""What one document says, as the contract wants it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pyshacl
import pytest
import rdflib
from pyoxigraph import Quad
from rdflib import PROV, RDF, RDFS, SKOS, Literal, Namespace, URIRef

from kg.graph import entities, quads
from kg.model import Evidence, Milestone, Observation, Reading, Relation
from kg.names import BASE, ONTOLOGY, PREFIXES
from kg.resolve import resolve
from kg.schema import load_schema
from kg.settings import ontology_folder
from tests.graph import made

PK, OA, ORG, DCTERMS, XSD = (Namespace(PREFIXES[name]) for name in ("pk", "oa", "org", "dcterms", "xsd"))
COMPANY, PARK, PERSON = (Namespace(BASE + name) for name in ("company/", "park/", "person/"))
SCHEMA = load_schema()


def write(reading: Reading, document=None) -> list[Quad]:
    document = document or made.document(reading.document)
    resolution = resolve([(reading.document, reading.entities)])
    return [*quads(document, reading, resolution, SCHEMA), *entities.quads(resolution, SCHEMA),
            *entities.indicator_quads([o.indicator for o in reading.observations], SCHEMA)]


def union(dataset: list[Quad]) -> rdflib.Graph:
    return rdflib.Graph().parse(data="".join(f"{quad.triple} .\n" for quad in dataset), format="nt")


@pytest.fixture(scope="module")
def dataset() -> list[Quad]:
    return write(made.reading())


@pytest.fixture(scope="module")
def graph(dataset) -> rdflib.Graph:
    return union(dataset)


def statement(graph: rdflib.Graph, predicate: str) -> URIRef:
    [found] = graph.subjects(RDF.predicate, PK[predicate])
    return found


def test_it_conforms_to_the_shapes(graph):
    conforms, _, text = pyshacl.validate(graph, shacl_graph=str(ontology_folder() / "shapes.ttl"))
    assert conforms, text


def test_all_that_the_document_says_is_in_its_graph(dataset):
    assert {quad.graph_name.value for quad in dataset} == {BASE + "document/a.txt", BASE + "graph/entities"}
    labelled = {quad.subject.value for quad in dataset
                if quad.predicate.value == str(SKOS.prefLabel) and quad.graph_name.value == BASE + "document/a.txt"}
    assert labelled == {BASE + "role/主任"}


def test_the_document(graph):
    node = URIRef(BASE + "document/a.txt")
    assert set(graph.predicate_objects(node)) == {
        (RDF.type, PK.Document), (DCTERMS.identifier, Literal("a.txt")), (DCTERMS.title, Literal("高新区一年", lang="zh")),
        (DCTERMS.issued, Literal("2023-01-16", datatype=XSD.date)), (DCTERMS.source, Literal("https://example.org/a")),
        (DCTERMS.publisher, Literal("某报", lang="zh")), (PK.sha256, Literal(made.document().sha256)),
    }


def test_what_is_not_known_of_a_document_is_left_out():
    document = made.document(title=None, issued=None, source=None, publisher=None)
    graph = union(write(Reading("a.txt", (), (), (), ()), document))
    assert {p for _, p, _ in graph} == {RDF.type, DCTERMS.identifier, PK.sha256}


def test_an_entity_has_one_chinese_label_its_other_names_and_its_documents(graph):
    node = COMPANY["小鹏汽车"]
    assert list(graph.objects(node, SKOS.prefLabel)) == [Literal("小鹏汽车", lang="zh")]
    assert list(graph.objects(node, SKOS.altLabel)) == [Literal("小鹏", lang="zh")]
    assert list(graph.objects(node, PK.mentionedIn)) == [URIRef(BASE + "document/a.txt")]
    assert list(graph.objects(node, RDF.type)) == [PK.Company]


def test_an_industry_is_a_concept_too(graph):
    assert set(graph.objects(URIRef(BASE + "industry/新能源汽车"), RDF.type)) == {PK.Industry, SKOS.Concept}


def test_an_actual_relation_is_a_plain_triple_and_a_statement(graph):
    ends = (COMPANY["小鹏汽车"], PK.locatedIn, PARK["肇庆高新区"])
    assert ends in graph
    [node] = set(graph.subjects(RDF.subject, ends[0])) & set(graph.subjects(RDF.object, ends[2]))
    assert set(graph.objects(node, RDF.type)) == {PK.Statement, RDF.Statement}
    assert graph.value(node, PK.modality) == PK.Actual
    assert graph.value(node, PK.confidence) == Literal("0.9", datatype=XSD.decimal)


def test_a_relation_that_is_only_hoped_for_has_no_plain_triple(graph):
    [node] = [s for s in graph.subjects(RDF.type, PK.Statement) if (s, PK.modality, PK.Target) in graph]
    assert (graph.value(node, RDF.subject), PK.locatedIn, graph.value(node, RDF.object)) not in graph


def test_evidence_quotes_the_document_letter_by_letter_and_names_its_rule(graph):
    nodes = list(graph.subjects(RDF.type, PK.Evidence))
    assert len(nodes) > 10
    for node in nodes:
        start, end = graph.value(node, OA.start), graph.value(node, OA.end)
        assert start.datatype == end.datatype == XSD.integer
        assert made.TEXT[int(start):int(end)] == str(graph.value(node, OA.exact))
        assert graph.value(node, PROV.wasQuotedFrom) == URIRef(BASE + "document/a.txt")
        rule = graph.value(node, PROV.wasGeneratedBy)
        assert (graph.value(rule, RDFS.label), graph.value(rule, RDF.type)) == (Literal("made.rule"), PK.Rule)


def test_a_symmetric_relation_stands_once_whichever_way_it_was_read():
    quote = made.quote("小鹏汽车与宁德时代签约")
    both = (Relation(made.XPENG, "cooperatesWith", made.CATL, "Actual", Decimal("0.5"), quote),
            Relation(made.CATL, "cooperatesWith", made.XPENG, "Actual", Decimal("0.8"), made.quote("签约")))
    graph = union(write(replace(made.reading(), relations=both)))
    node = statement(graph, "cooperatesWith")
    assert str(graph.value(node, RDF.subject)) < str(graph.value(node, RDF.object))
    assert graph.value(node, PK.confidence) == Literal("0.8", datatype=XSD.decimal)
    assert len(list(graph.objects(node, PK.evidence))) == 2
    assert len(list(graph.triples((None, PK.cooperatesWith, None)))) == 1


def test_a_relation_of_a_thing_with_itself_is_none():
    own = (Relation(made.XPENG, "cooperatesWith", made.XPENG, "Actual", Decimal(1), made.quote("签约")),)
    assert list(union(write(replace(made.reading(), relations=own))).subjects(RDF.type, PK.Statement)) == []


def test_a_position_is_a_membership_with_its_title(graph):
    [node] = graph.subjects(RDF.type, ORG.Membership)
    assert graph.value(node, ORG.member) == PERSON["张三"]
    assert graph.value(node, ORG.organization) == URIRef(BASE + "organization/肇庆高新区管委会")
    assert graph.value(graph.value(node, ORG.role), SKOS.prefLabel) == Literal("主任", lang="zh")
    assert graph.value(node, PK.evidence) is not None


def test_an_observation(graph):
    [node] = graph.subjects(PK.value, Literal("30000000000", datatype=XSD.decimal))
    found = {(p, o) for p, o in graph.predicate_objects(node) if p != PK.evidence}
    assert found == {
        (RDF.type, PK.Observation), (PK.observedEntity, PARK["肇庆高新区"]), (PK.indicator, URIRef(PREFIXES["indicator"] + "outputValue")),
        (PK.measure, PK.Level), (PK.value, Literal("30000000000", datatype=XSD.decimal)), (PK.unit, Literal("CNY")),
        (PK.valueText, Literal("300亿元")), (PK.bound, PK.Exact), (PK.period, Literal("2022")), (PK.modality, PK.Actual),
    }


def test_an_indicator_of_the_ontology_has_its_labels_and_a_minted_one_its_name(graph):
    known, minted = (URIRef(PREFIXES["indicator"] + name) for name in ("outputValue", "车型数"))
    assert set(graph.objects(known, SKOS.prefLabel)) == {Literal("产值", lang="zh"), Literal("output value", lang="en")}
    assert set(graph.objects(minted, SKOS.prefLabel)) == {Literal("车型数", lang="zh")}
    assert all(set(graph.objects(node, RDF.type)) == {PK.Indicator, SKOS.Concept} for node in (known, minted))


def test_what_is_not_known_of_an_observation_is_left_out(graph):
    [node] = graph.subjects(PK.countOf, Literal("款"))
    assert graph.value(node, PK.period) is None
    assert graph.value(node, PK.bound) == PK.AtLeast


def test_a_milestone(graph):
    [node] = graph.subjects(PK.stage, PK.Operational)
    assert (graph.value(node, PK.milestoneOf), graph.value(node, PK.date)) == (COMPANY["小鹏汽车"], Literal("2022-05"))
    [planned] = graph.subjects(PK.stage, PK.Planned)
    assert graph.value(planned, PK.date) is None


@pytest.mark.parametrize("kind", ["observations", "milestones"])
def test_what_is_read_twice_is_one_with_two_evidences(kind):
    reading = made.reading()
    first = getattr(reading, kind)[0]
    twice = (first, replace(first, evidence=made.quote("肇庆高新区全年完成产值300亿元")))
    graph = union(write(replace(reading, **{kind: twice})))
    [node] = graph.subjects(RDF.type, {"observations": PK.Observation, "milestones": PK.Milestone}[kind])
    assert len(list(graph.objects(node, PK.evidence))) == 2


@pytest.mark.parametrize("change", [
    {"value": Decimal("4E+10")}, {"unit": "USD"}, {"measure": "Share"}, {"period": "2023"}, {"modality": "Target"}, {"bound": "AtLeast"},
    {"indicator": "revenue"}, {"entity": made.XPENG}, {"value_text": "三百亿元"}, {"count_of": "家"},
])
def test_observations_that_differ_are_two(change):
    reading = made.reading()
    first: Observation = reading.observations[0]
    graph = union(write(replace(reading, observations=(first, replace(first, **change)))))
    assert len(list(graph.subjects(RDF.type, PK.Observation))) == 2


@pytest.mark.parametrize("change", [{"stage": "Completed"}, {"date": None}, {"modality": "Target"}, {"entity": made.PARK}])
def test_milestones_that_differ_are_two(change):
    reading = made.reading()
    first: Milestone = reading.milestones[0]
    graph = union(write(replace(reading, milestones=(first, replace(first, **change)))))
    assert len(list(graph.subjects(RDF.type, PK.Milestone))) == 2


def test_the_same_number_written_in_two_ways_is_one_value():
    reading = made.reading()
    first = reading.observations[0]
    graph = union(write(replace(reading, observations=(first, replace(first, value=Decimal("30000000000"))))))
    assert len(list(graph.subjects(RDF.type, PK.Observation))) == 1


def test_of_many_mentions_in_a_document_the_first_is_told():
    again = made.TEXT.rindex("小鹏汽车")
    places = (Evidence(again, again + 4, "小鹏汽车", "made.rule"), *made.quote("小鹏汽车"))
    entities_ = tuple(replace(e, evidence=places) if e.names[0] == "小鹏汽车" else e for e in made.ENTITIES)
    graph = union(write(replace(made.reading(), entities=entities_)))
    [evidence] = graph.objects(COMPANY["小鹏汽车"], PK.evidence)
    assert int(graph.value(evidence, OA.start)) == made.TEXT.index("小鹏汽车")


def test_names_that_turtle_and_iris_can_not_hold_are_written_all_the_same():
    odd = '<img src=x onerror="alert(1)">\\n公司{}|^`'
    entities_ = (replace(made.ENTITIES[made.XPENG], names=(odd,)),)
    graph = union(write(Reading("a b/ü%.txt", entities_, (), (), ())))
    [node] = graph.subjects(RDF.type, PK.Company)
    assert graph.value(node, SKOS.prefLabel) == Literal(odd, lang="zh")
    assert [str(o) for o in graph.objects(None, DCTERMS.identifier)] == ["a b/ü%.txt"]
    assert all(c not in str(node) for c in ' <>"{}|^`\\')


def test_terms_of_the_contract_are_those_of_the_ontology(graph):
    """Every property and class of pk: that is written is defined."""
    ontology = rdflib.Graph().parse(ontology_folder() / "park.ttl")
    used = {str(term) for triple in graph for term in triple if str(term).startswith(ONTOLOGY)}
    terms = rdflib.Graph().parse(ontology_folder() / "terms.ttl")
    defined = {str(s) for s in set(ontology.subjects()) | set(terms.subjects())}
    assert used <= defined
