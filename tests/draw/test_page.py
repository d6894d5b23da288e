"""The page as a document: what is in it, and what must not be."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pytest

from kg.draw.explore import explore
from kg.draw.page import json_block
from kg.errors import UsageError
from tests.draw.networks import HOSTILE, HOSTILE_SENTENCE, add_edge, add_node, parks, small


class Parsed(HTMLParser):
    """Elements with attributes, and the text of scripts and styles."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict]] = []
        self.texts: list[tuple[str, dict, str]] = []
        self._open: tuple[str, dict] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style", "title"):
            self._open = (tag, dict(attrs))
            self.texts.append((*self._open, ""))

    def handle_endtag(self, tag):
        if self._open and self._open[0] == tag:
            self._open = None

    def handle_data(self, data):
        if self._open:
            tag, attributes, text = self.texts.pop()
            self.texts.append((tag, attributes, text + data))

    def script(self, identifier: str) -> str:
        return next(text for tag, attributes, text in self.texts if tag == "script" and attributes.get("id") == identifier)


@pytest.fixture(scope="module")
def parsed(small_page) -> Parsed:
    return Parsed(small_page)


def data_of(html: str) -> dict:
    return json.loads(Parsed(html).script("data"))


def names_of(html: str) -> set[str]:
    return {node["names"][0] for node in data_of(html)["nodes"]}


def test_nothing_in_the_page_points_outside(parsed):
    for tag, attributes in parsed.elements:
        for name in ("src", "href", "srcset", "poster", "data", "action", "xlink:href"):
            value = attributes.get(name)
            assert value is None or value.startswith(("#", "data:")), (tag, name, value)
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
    styles = "".join(text for tag, _, text in parsed.texts if tag == "style")
    assert "@import" not in styles and "url(" not in styles


def test_the_policy_names_exactly_the_scripts_of_the_page(parsed):
    policy = next(a["content"] for tag, a in parsed.elements if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    scripts = [text for tag, a, text in parsed.texts if tag == "script" and "type" not in a]
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts]
    assert len(scripts) == 2
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == hashes


def test_hostile_names_stand_in_the_data_and_nowhere_as_markup(small_page, parsed):
    data = json.loads(parsed.script("data"))
    assert HOSTILE in [node["names"][0] for node in data["nodes"]]
    assert HOSTILE_SENTENCE in data["about"]["sentences"]
    tags = {tag for tag, _ in parsed.elements}
    assert not tags & {"img", "b", "iframe", "object", "embed", "base"}
    assert "<img src=x" not in small_page and "alert(2)</script>" not in small_page


def test_a_hostile_title_is_text():
    html = explore(small(), title="</title><script>alert(6)</script>")
    parsed = Parsed(html)
    assert [text for tag, _, text in parsed.texts if tag == "title"] == ["</title><script>alert(6)</script>"]
    assert "<script>alert(6)" not in html


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "\u2028\u2029", "\ud800", "\ufeff", "引号\"和\\", ""])
def test_a_json_block_gives_back_what_was_put_in(text):
    block = str(json_block({text: [text]}))
    assert json.loads(block) == {text: [text]}
    assert not re.search("[<\u2028\u2029\ufeff\ud800]", block)
    block.encode("utf-8")


def test_the_page_is_the_same_in_whatever_order_the_network_was_made(small_page):
    network, turned = small(), nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(keys=True, data=True))))
    assert explore(turned) == small_page


def test_the_page_is_the_same_under_other_hash_seeds():
    program = "import hashlib; from kg.draw.explore import explore; from tests.draw.networks import parks; " \
              "print(hashlib.sha256(explore(parks(12)).encode()).hexdigest())"
    root = Path(__file__).parents[2]
    digests = {subprocess.run([sys.executable, "-c", program], cwd=root, env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": "C"},
                              capture_output=True, text=True, check=True).stdout for seed in ("1", "2")}
    assert len(digests) == 1 and len(digests.pop()) == 65


def test_the_page_is_small():
    assert len(explore(parks(28)).encode()) < 1_000_000


def test_an_empty_network_gives_a_page():
    assert data_of(explore(nx.MultiDiGraph()))["nodes"] == []


def test_around_keeps_what_is_near():
    assert names_of(explore(small(), around="瑞达电池", depth=1)) == {"瑞达电池", "华星汽车", "云山高新区"}
    assert names_of(explore(small(), around="瑞达电池", depth=0)) == {"瑞达电池"}
    assert "华星汽车云山基地" in names_of(explore(small(), around="瑞达电池", depth=2))


def test_around_takes_another_name_where_no_best_name_fits():
    assert names_of(explore(small(), around="云山华星汽车 有限公司", depth=0)) == {"华星汽车"}


def test_an_unknown_name_is_refused_with_similar_ones():
    with pytest.raises(UsageError, match="华星汽车"):
        explore(small(), around="华星汽")


def test_class_keeps_classes_and_the_centre():
    assert names_of(explore(small(), classes=["Company", "园区"])) == {"华星汽车", "瑞达电池", HOSTILE, "孤岛公司", "云山高新区"}
    assert names_of(explore(small(), around="云山高新区", classes=["企业"])) == {"云山高新区", "华星汽车", "瑞达电池", HOSTILE}


def test_an_unknown_class_is_refused_with_those_there_are():
    with pytest.raises(UsageError, match="Company, Park, Project"):
        explore(small(), classes=["Planet"])


def test_the_limit_caps_the_view_and_not_the_data(capped_page):
    data = data_of(capped_page)
    assert sum("x" in node for node in data["nodes"]) == 25
    assert len(data["nodes"]) == len(parks(40))


def test_every_node_of_a_capped_view_is_linked_in_it():
    data = data_of(explore(parks(40), limit=25))
    shown = {node["id"] for node in data["nodes"] if "x" in node}
    linked = {end for e in data["edges"] if e["from"] in shown and e["to"] in shown for end in (e["from"], e["to"])}
    assert shown == linked


def test_a_graph_with_too_many_relations_is_cut_and_says_so(monkeypatch):
    monkeypatch.setattr("kg.draw.explore.EDGES", 30)
    data = data_of(explore(parks(40)))
    kept = data["about"]["whole"]["kept"]
    assert 15 < kept <= 30 and data["about"]["whole"]["edges"] == parks(40).number_of_edges()
    assert sum(len(edge["statements"]) for edge in data["edges"]) == kept


def test_what_is_said_of_two_nodes_by_one_relation_is_one_edge():
    network = nx.MultiDiGraph()
    a, b = add_node(network, "甲公司", "Company"), add_node(network, "乙公司", "Company")
    add_edge(network, a, "cooperatesWith", b, "甲公司与乙公司合作。")
    add_edge(network, b, "cooperatesWith", a, "乙公司拟与甲公司合作。", "Planned")
    add_edge(network, b, "suppliesTo", a, "乙公司拟向甲公司供货。", "Planned")
    edges = data_of(explore(network))["edges"]
    assert [(e["relation"], e["dashes"], len(e["statements"])) for e in edges] == [("cooperatesWith", False, 2), ("suppliesTo", True, 1)]


def test_pyvis_gets_the_network_and_its_own_template_is_not_used(small_page):
    assert "vis.Network" in small_page and "tom-select" not in small_page and "bootstrap" not in small_page
