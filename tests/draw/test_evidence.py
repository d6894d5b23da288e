from __future__ import annotations

import json

from pyoxigraph import Store

from kg.draw.data import page_data
from kg.draw.evidence import with_evidence
from kg.draw.explore import explore
from kg.network import network
from kg.schema import load_schema

COMPANY = "https://w3id.org/parkkg/id/company/华星电子"
PARK = "https://w3id.org/parkkg/id/park/东湖高新区"
PHASE = "https://w3id.org/parkkg/id/project/华星电子二期"
SUPPLIER = "https://w3id.org/parkkg/id/company/远山材料"


def enriched(graph: Store):
    return with_evidence(network(graph), graph, load_schema())


def test_an_edge_has_the_sentences_of_all_documents_the_earliest_first(graph):
    evidence = enriched(graph).edges[COMPANY, PARK, "locatedIn"]["evidence"]
    assert [(e["sentence"], e["document"], e["date"]) for e in evidence] == [
        ("华星电子落户东湖高新区", "one.txt", "2023-01-16"), ("位于东湖高新区的华星电子", "two.txt", "2024-03-05")]
    assert evidence[0]["title"] == "华星电子落户" and evidence[0]["source"] == "https://example.org/one"
    assert evidence[0]["rule"] == "located.settled" and "source" not in evidence[1]


def test_what_is_planned_has_its_own_sentences(graph):
    made = enriched(graph)
    assert [e["sentence"] for e in made.edges[SUPPLIER, PARK, "locatedIn/Planned"]["evidence"]] == ["远山材料计划落户东湖高新区"]


def test_a_curated_edge_has_its_origin_and_no_sentence(graph):
    edge = enriched(graph).edges[SUPPLIER, COMPANY, "suppliesTo"]
    assert "evidence" not in edge and edge["origins"] == [{"zh": "curated"}]


def test_figures_say_what_they_measure(graph):
    made = enriched(graph)
    [figure] = made.nodes[COMPANY]["observations"]
    assert (figure["indicator"], figure["value"], figure["period"], figure["modality"], figure["level"]) == (
        {"zh": "产值", "en": "output value"}, "超300亿元", "2022", "Actual", True)
    [size] = made.nodes[PHASE]["observations"]
    assert size["modality"] == "Planned" and "period" not in size
    assert [e["sentence"] for e in size["evidence"]] == ["总投资11亿元的华星电子二期动工"]


def test_milestones_say_the_stage_in_both_languages(graph):
    [milestone] = enriched(graph).nodes[PHASE]["milestones"]
    assert (milestone["stage"]["en"], milestone["date"]) == ("groundbreaking", "2023-01")


def test_the_network_that_was_given_stays_as_it_was(graph):
    given = network(graph)
    before = json.dumps([list(given.nodes(data=True)), list(given.edges(keys=True, data=True))], ensure_ascii=False)
    with_evidence(given, graph, load_schema())
    page_data(enriched(graph), [], load_schema())
    assert json.dumps([list(given.nodes(data=True)), list(given.edges(keys=True, data=True))], ensure_ascii=False) == before


def test_making_a_page_leaves_the_evidence_of_the_network_alone(graph):
    made = enriched(graph)
    first = explore(made)
    assert explore(made) == first


def test_a_sentence_that_tells_several_things_stands_in_the_page_once(graph):
    assert explore(enriched(graph)).count("总投资11亿元的华星电子二期动工") == 1
