import networkx
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kg import names
from kg.errors import UsageError
from kg.network import KEY_FIGURES, network
from kg.query.union import merged
from kg.schema import load_schema

COMPANY, PARK = names.entity("Company", "华星电子"), names.entity("Park", "东湖高新区")
SUPPLIER, PROJECT = names.entity("Company", "远山材料"), names.entity("Project", "华星电子二期")
CITY, PERSON = names.entity("District", "临江市"), names.entity("Person", "林岚")
PANEL = names.entity("Project", "面板（一期）")


def quads(text: str) -> Store:
    store = Store()
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in names.PREFIXES.items())
    store.load((prefixes + text).encode(), RdfFormat.TRIG)
    return store


def test_nodes_are_the_entities_sorted(graph):
    made = network(graph)
    assert list(made.nodes) == sorted(made.nodes)
    assert {attributes["label"] for _, attributes in made.nodes(data=True)} == {
        "华星电子", "远山材料", "东湖高新区", "临江市", "华星电子二期", "面板（一期）", "新型显示", "林岚"}


def test_what_a_node_knows(graph):
    assert network(graph).nodes[COMPANY] == {
        "label": "华星电子", "class": "Company", "class_zh": "企业", "class_en": "company",
        "alternatives": "华星; 华星电子股份有限公司", "documents": 2,
        "figures": "2022 产值 超300亿元", "outputValue": 3e10,
        "sentence": "华星电子落户东湖高新区", "document": "one.txt", "title": "华星电子落户", "date": "2023-01-16"}


def test_a_district_has_its_level(graph):
    assert network(graph).nodes[CITY]["level"] == "City"
    assert network(graph).nodes[CITY]["level_zh"] == load_schema().levels["City"].label_zh


def test_what_an_edge_knows(graph):
    assert network(graph).edges[COMPANY, PARK, "locatedIn"] == {
        "property": "locatedIn", "label": "位于", "label_en": "located in", "modality": "Actual",
        "modality_zh": load_schema().modalities["Actual"].label_zh, "confidence": 0.9, "sources": 2,
        "sentence": "华星电子落户东湖高新区", "sentence_start": 0, "sentence_end": 11, "document": "one.txt",
        "title": "华星电子落户", "date": "2023-01-16", "rule": "located.settled"}


def test_what_is_only_planned_is_an_edge_of_that_modality(graph):
    made = network(graph)
    assert [key for _, _, key in made.out_edges(SUPPLIER, keys=True)] == ["locatedIn/Planned", "suppliesTo"]
    assert made.edges[SUPPLIER, PARK, "locatedIn/Planned"]["modality"] == "Planned"


def test_curated_knowledge_names_its_origin_instead_of_a_sentence(graph):
    edge = network(graph).edges[SUPPLIER, COMPANY, "suppliesTo"]
    assert (edge["origin"], edge["sources"]) == ("https://example.org/curated", 0)
    assert "sentence" not in edge


def test_a_position_has_its_title(graph):
    assert network(graph).edges[PERSON, COMPANY, "holdsPositionIn"]["role"] == "董事长"


def test_only_what_some_documents_say(graph):
    made = network(graph, documents=["two.txt"])
    assert {made.nodes[node]["label"] for node in made} == {"华星电子", "东湖高新区", "新型显示", "面板（一期）"}
    assert made.nodes[COMPANY]["documents"] == 1
    assert made.edges[COMPANY, PARK, "locatedIn"]["sentence"] == "位于东湖高新区的华星电子"
    assert "outputValue" not in made.nodes[COMPANY]
    assert made.number_of_edges() == 2


def test_no_documents_say_nothing(graph):
    assert len(network(graph, documents=[])) == 0


def test_a_document_that_is_not_there_is_refused(graph):
    with pytest.raises(UsageError, match="not in the store: three.txt"):
        network(graph, documents=["one.txt", "three.txt"])


def test_every_attribute_is_of_a_plain_type_and_none_is_empty(graph):
    made = network(graph)
    values = [value for _, row in made.nodes(data=True) for value in row.values()]
    values += [value for *_, row in made.edges(data=True) for value in row.values()]
    assert {type(value) for value in values} == {str, int, float}
    assert "" not in values


def test_the_latest_actual_figure_is_the_one_shown():
    graph = quads("""
        document:d dcterms:identifier "d" . evidence:e prov:wasQuotedFrom document:d ; oa:exact "x" ; oa:start 0 ; oa:end 1 .
        company:a a pk:Company ; skos:prefLabel "甲"@zh .
        observation:1 pk:observedEntity company:a ; pk:indicator indicator:revenue ; pk:measure pk:Level ; pk:value 1.0 ; pk:unit "CNY" ;
            pk:valueText "一" ; pk:period "2021" ; pk:modality pk:Actual ; pk:evidence evidence:e .
        observation:2 pk:observedEntity company:a ; pk:indicator indicator:revenue ; pk:measure pk:Level ; pk:value 2.0 ; pk:unit "CNY" ;
            pk:valueText "二" ; pk:period "2022" ; pk:modality pk:Actual ; pk:evidence evidence:e .
        observation:3 pk:observedEntity company:a ; pk:indicator indicator:revenue ; pk:measure pk:Level ; pk:value 3.0 ; pk:unit "CNY" ;
            pk:valueText "三" ; pk:period "2022" ; pk:modality pk:Target ; pk:evidence evidence:e .
        observation:4 pk:observedEntity company:a ; pk:indicator indicator:revenue ; pk:measure pk:Growth ; pk:value 4.0 ;
            pk:unit "percent" ;
            pk:period "2023" ; pk:modality pk:Actual ; pk:evidence evidence:e .
        observation:5 pk:observedEntity company:a ; pk:indicator indicator:tax ; pk:measure pk:Level ; pk:value 5.0 ; pk:unit "CNY" ;
            pk:valueText "五" ; pk:modality pk:Actual ; pk:evidence evidence:e .
    """)
    node = network(graph).nodes[names.entity("Company", "a")]
    assert node["revenue"] == 2.0
    assert node["figures"] == "2022 营业收入 二; 税收 五"


def test_a_key_figure_in_another_unit_is_text_only():
    graph = quads("""
        document:d dcterms:identifier "d" . evidence:e prov:wasQuotedFrom document:d ; oa:exact "x" ; oa:start 0 ; oa:end 1 .
        company:a a pk:Company ; skos:prefLabel "甲"@zh .
        observation:1 pk:observedEntity company:a ; pk:indicator indicator:revenue ; pk:measure pk:Level ; pk:value 1.0 ; pk:unit "USD" ;
            pk:valueText "1美元" ; pk:modality pk:Actual ; pk:evidence evidence:e .
    """)
    node = network(graph).nodes[names.entity("Company", "a")]
    assert node["figures"] == "营业收入 1美元"
    assert "revenue" not in node


def test_several_statements_of_one_fact_are_one_edge_with_the_best_confidence():
    graph = quads("""
        document:d dcterms:identifier "d" ; dcterms:issued "2024" . document:c dcterms:identifier "c" .
        evidence:e prov:wasQuotedFrom document:d ; oa:exact "later" ; oa:start 0 ; oa:end 5 .
        evidence:f prov:wasQuotedFrom document:c ; oa:exact "undated" ; oa:start 0 ; oa:end 7 .
        company:a a pk:Company . park:b a pk:Park .
        statement:1 rdf:subject company:a ; rdf:predicate pk:locatedIn ; rdf:object park:b ; pk:confidence 0.5 ;
            pk:modality pk:Actual ; pk:evidence evidence:e .
        statement:2 rdf:subject company:a ; rdf:predicate pk:locatedIn ; rdf:object park:b ; pk:confidence 0.8 ;
            pk:modality pk:Actual ; pk:evidence evidence:f .
    """)
    (edge,) = [attributes for *_, attributes in network(graph).edges(data=True)]
    assert (edge["confidence"], edge["sources"], edge["sentence"]) == (0.8, 2, "later")     # what has a date comes first


def test_a_statement_about_what_is_no_entity_is_no_edge():
    graph = quads("company:a a pk:Company . statement:1 rdf:subject company:a ; rdf:predicate pk:locatedIn ; rdf:object <http://e/x> .")
    assert network(graph).number_of_edges() == 0
    assert network(graph).number_of_nodes() == 1


def test_an_entity_without_a_label_is_called_by_its_iri():
    made = network(quads("company:%E7%94%B2 a pk:Company ."))
    assert [attributes["label"] for _, attributes in made.nodes(data=True)] == ["甲"]


def test_the_union_gives_the_same_as_the_named_graphs(graph):
    made, other = network(graph), network(merged(graph))
    assert list(made.nodes(data=True)) == list(other.nodes(data=True))
    assert list(made.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_an_empty_graph_is_an_empty_network():
    assert isinstance(network(Store()), networkx.MultiDiGraph)
    assert len(network(Store())) == 0


def test_the_key_figures_are_indicators_and_units_of_the_ontology():
    schema = load_schema()
    assert set(KEY_FIGURES) <= set(schema.indicators)
    assert set(KEY_FIGURES.values()) <= set(schema.units)


def test_the_work_grows_with_the_graph_and_not_with_its_nodes(monkeypatch):
    """Every predicate is read once, however many entities there are."""
    class Counting:
        def __init__(self, store):
            self.store, self.calls = store, 0

        def quads_for_pattern(self, *pattern):
            self.calls += 1
            return self.store.quads_for_pattern(*pattern)

    def calls(size: int) -> int:
        store = Store()
        store.extend(Quad(NamedNode(names.entity("Company", str(number))), NamedNode(names.PREFIXES["rdf"] + "type"),
                          NamedNode(names.term("Company"))) for number in range(size))
        counting = Counting(store)
        assert len(network(counting)) == size
        return counting.calls

    assert calls(5) == calls(200)
