import io
from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg import names
from kg.export.graphml import write_graphml, write_network
from kg.network import network

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "graphml.xsd")))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
ATTRIBUTES = st.fixed_dictionaries({}, optional={
    "label": TEXTS, "value": st.floats(allow_nan=False), "count": st.integers(-2**62, 2**62), "flag": st.booleans()})


def written(made: networkx.MultiDiGraph) -> bytes:
    output = io.BytesIO()
    write_network(made, output)
    return output.getvalue()


def read_back(data: bytes) -> networkx.MultiDiGraph:
    """Read with networkx, and call the nodes by their IRIs again."""
    back = networkx.read_graphml(io.BytesIO(data), force_multigraph=True)
    iris = {node: attributes.pop("iri") for node, attributes in back.nodes(data=True)}
    return networkx.relabel_nodes(back, iris)


def rows(made: networkx.MultiDiGraph) -> list:
    return sorted((u, v, sorted(attributes.items())) for u, v, attributes in made.edges(data=True))


def valid(data: bytes) -> bool:
    SCHEMA.assertValid(etree.fromstring(data))
    return True


def test_the_example_is_read_back_with_equal_attributes(graph):
    output = io.BytesIO()
    write_graphml(graph, output)
    made, back = network(graph), read_back(output.getvalue())
    assert dict(back.nodes(data=True)) == dict(made.nodes(data=True))
    assert rows(back) == rows(made)
    assert valid(output.getvalue())


def test_numbers_come_back_as_numbers(graph):
    back = read_back(written(network(graph)))
    assert back.nodes[names.entity("Company", "华星电子")]["outputValue"] == 3e10
    assert back.nodes[names.entity("Company", "华星电子")]["documents"] == 2


@given(st.dictionaries(TEXTS.filter(bool), ATTRIBUTES, max_size=5), st.data())
def test_whatever_the_names_and_texts_it_is_valid_and_complete(nodes, data):
    made = networkx.MultiDiGraph()
    for name, attributes in nodes.items():
        made.add_node(names.entity("Company", name), **attributes)
    if nodes:
        ends = st.sampled_from(sorted(made.nodes))
        for _ in range(data.draw(st.integers(0, 5))):
            made.add_edge(data.draw(ends), data.draw(ends), **data.draw(ATTRIBUTES))
    out = written(made)
    assert valid(out)
    back = networkx.read_graphml(io.BytesIO(out), force_multigraph=True)
    assert {attributes["iri"] for _, attributes in back.nodes(data=True)} == set(made.nodes)
    assert back.number_of_edges() == made.number_of_edges()
    for node, attributes in read_back(out).nodes(data=True):
        assert {name for name in attributes if name != "label"} == {name for name in made.nodes[node] if name != "label"}


def test_names_that_differ_only_in_signs_stay_apart():
    made = networkx.MultiDiGraph()
    made.add_nodes_from(names.BASE + "company/" + name for name in ("a(b", "a<b", "a_b"))
    assert len(read_back(written(made))) == 3


def test_control_characters_are_left_out_and_markup_is_text():
    made = networkx.MultiDiGraph()
    made.add_node("http://e/a", label="a\x00\x08\r\ufffeb <img src=x onerror=alert(1)> & \"'")
    assert read_back(written(made)).nodes["http://e/a"]["label"] == "ab <img src=x onerror=alert(1)> & \"'"


@pytest.mark.parametrize("values, type_", [((1, 2), "long"), ((1, 2.5), "double"), ((True, False), "boolean"), (("a", 1), "string")])
def test_the_type_of_an_attribute_holds_all_its_values(values, type_):
    made = networkx.MultiDiGraph()
    for number, value in enumerate(values):
        made.add_node(f"http://e/{number}", x=value)
    assert f'attr.name="x" attr.type="{type_}"'.encode() in written(made)
    assert valid(written(made))


def test_the_order_of_insertion_does_not_matter(graph):
    made = network(graph)
    turned = networkx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(made.nodes(data=True))))
    turned.add_edges_from(reversed(list(made.edges(keys=True, data=True))))
    assert written(turned) == written(made)


def test_an_empty_graph_is_valid():
    assert valid(written(networkx.MultiDiGraph()))
