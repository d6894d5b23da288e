"""GEXF and Cytoscape JSON, read back by networkx."""

import io
import json

import networkx
import pytest
from lxml import etree

from kg import names
from kg.export.cytoscape import write_cytoscape
from kg.export.gexf import dated, write_gexf
from kg.network import network

COMPANY, PARK = names.entity("Company", "华星电子"), names.entity("Park", "东湖高新区")


def gexf(graph) -> bytes:
    output = io.BytesIO()
    write_gexf(graph, output)
    return output.getvalue()


def test_networkx_reads_gexf(graph):
    made, read = network(graph), networkx.read_gexf(io.BytesIO(gexf(graph)))
    assert set(read.nodes) == set(made.nodes) and read.number_of_edges() == made.number_of_edges()
    assert read.nodes[COMPANY]["label"] == "华星电子" and read.nodes[COMPANY]["class"] == "Company"
    (edge,) = (data for _, target, data in read.out_edges(COMPANY, data=True) if target == PARK)
    assert (edge["property"], edge["sources"], edge["confidence"]) == ("locatedIn", 2, 0.9)


def test_gexf_has_a_timeline(graph):
    root = etree.fromstring(gexf(graph))
    space = {"g": "http://www.gexf.net/1.2draft"}
    (made,) = root.findall("g:graph", space)
    assert (made.get("mode"), made.get("timeformat")) == ("dynamic", "date")
    starts = {node.get("id"): node.get("start") for node in made.iterfind(".//g:node", space)}
    assert starts[COMPANY] == "2023-01-16" and starts[names.entity("Industry", "新型显示")] == "2024-03-05"
    edges = made.findall(".//g:edge", space)
    assert {edge.get("start") for edge in edges} == {"2023-01-16", "2024-03-05"}     # the curated one begins with its nodes
    assert not [edge for edge in edges for end in ("source", "target") if edge.get("start") < starts[edge.get(end)]]


def test_gexf_tells_no_day_of_export(graph):
    assert b"lastmodifieddate" not in gexf(graph)


@pytest.mark.parametrize("date, start", [("2023", "2023-01-01"), ("2023-05", "2023-05-01"), ("2023-05-09", "2023-05-09")])
def test_a_date_of_any_precision_begins_on_its_first_day(date, start):
    made = networkx.MultiDiGraph()
    made.add_node("a", label="a", date=date)
    assert dated(made).nodes["a"]["start"] == start


def test_what_xml_can_not_hold_is_left_out():
    made = networkx.MultiDiGraph()
    made.add_node("a", label="一\x00二", date="2023")
    assert dated(made).nodes["a"]["label"] == "一二"


def test_networkx_reads_cytoscape(graph):
    output = io.BytesIO()
    write_cytoscape(graph, output)
    found = json.loads(output.getvalue())
    made, read = network(graph), networkx.cytoscape_graph(found)
    assert set(read.nodes) == set(made.nodes)
    assert sorted((u, v, k) for u, v, k in read.edges(keys=True)) == sorted((u, v, k) for u, v, k in made.edges(keys=True))
    assert read.nodes[COMPANY]["name"] == "华星电子"
    identifiers = [element["data"]["id"] for kind in ("nodes", "edges") for element in found["elements"][kind]]
    assert len(set(identifiers)) == len(identifiers)
