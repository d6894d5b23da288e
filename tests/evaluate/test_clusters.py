"""Whether one thing is one node: B-cubed against a brute-force oracle, gold clusters against graphs."""

from __future__ import annotations

import json
from collections.abc import Hashable
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.evaluate import evaluate_clusters, load_clusters
from kg.evaluate.clusters import Agreement, Item, bcubed
from kg.schema import load_schema

CLUSTERINGS = st.dictionaries(st.integers(0, 12), st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), max_size=13)


def by_definition(gold: dict[Hashable, Hashable], system: dict[Hashable, Hashable]) -> tuple[float, float]:
    """Precision and recall, item by item and pair by pair, as Bagga and Baldwin (1998) define them."""
    precisions, recalls = [], []
    for item in gold:
        together = [other for other in gold if system[other] == system[item]]
        wanted = [other for other in gold if gold[other] == gold[item]]
        right = [other for other in together if gold[other] == gold[item]]
        precisions.append(len(right) / len(together))
        recalls.append(len(right) / len(wanted))
    return sum(precisions) / len(gold), sum(recalls) / len(gold)


@given(CLUSTERINGS)
def test_the_figures_are_those_of_the_definition(both):
    gold, system = {item: pair[0] for item, pair in both.items()}, {item: pair[1] for item, pair in both.items()}
    found = bcubed(gold, system)
    if both:
        assert (found.precision, found.recall) == pytest.approx(by_definition(gold, system))
    else:
        assert found == Agreement(1.0, 1.0, 0)


@given(CLUSTERINGS)
def test_a_clustering_agrees_with_itself_and_exchanging_sides_exchanges_the_figures(both):
    gold, system = {item: pair[0] for item, pair in both.items()}, {item: pair[1] for item, pair in both.items()}
    assert bcubed(gold, gold).f1 == 1
    assert bcubed(gold, system).precision == pytest.approx(bcubed(system, gold).recall)


def test_clusterings_of_different_items_are_refused():
    with pytest.raises(ValueError, match="same items"):
        bcubed({1: "a"}, {2: "a"})


GRAPH = """
@prefix pk: <https://w3id.org/parkkg/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix company: <https://w3id.org/parkkg/id/company/> . @prefix document: <https://w3id.org/parkkg/id/document/> .
document:a a pk:Document ; dcterms:identifier "a.md" .
document:b a pk:Document ; dcterms:identifier "news/b.txt" .
company:小鹏汽车 a pk:Company ; skos:prefLabel "小鹏汽车"@zh ; skos:altLabel "小鹏"@zh ; pk:mentionedIn document:a, document:b .
company:瑞庆时代 a pk:Company ; skos:prefLabel "瑞庆时代"@zh ; skos:altLabel "宁德时代"@zh ; pk:mentionedIn document:a .
company:时代 a pk:Company ; skos:prefLabel "宁德时代"@zh ; pk:mentionedIn document:b .
"""


@pytest.fixture
def graph() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(GRAPH.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return store


def test_a_graph_is_compared_with_gold(graph):
    gold = {Item("Company", "a", "小鹏汽车"): "x", Item("Company", "b.txt", "小鹏"): "x", Item("Company", "a", "瑞庆时代"): "r", Item("Company", "a", "宁德时代"): "n",
            Item("Company", "b", "宁德时代"): "n", Item("Company", "a", "台铃"): "t", Item("Park", "a", "小鹏汽车"): "p", Item("Company", "none", "小鹏"): "x"}
    found = evaluate_clusters(graph, gold)
    assert found.together == ("瑞庆时代 holds n, r",) and found.apart == ("n is 时代, 瑞庆时代",)
    assert [item.form for item in found.missing] == ["台铃", "小鹏", "小鹏汽车"]
    assert (found.found.items, found.all.items, found.entities) == (5, 8, 5)
    assert found.found.precision == pytest.approx((1 + 1 + 0.5 + 0.5 + 1) / 5)
    assert found.found.recall == pytest.approx((1 + 1 + 1 + 0.5 + 0.5) / 5)
    assert found.all.recall == pytest.approx((2 / 3 + 2 / 3 + 1 + 0.5 + 0.5 + 1 + 1 + 1 / 3) / 8)


def write(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content, ensure_ascii=False) if not isinstance(content, str) else content, encoding="utf-8")
    return path


@pytest.mark.parametrize(("content", "what"), [
    ("{", "no file of clusters"), ({"things": []}, "no file of clusters"), ({"entities": [{"class": "Company", "name": "a"}]}, "no file of clusters"),
    ({"entities": [{"class": "Firm", "name": "a", "forms": {"d": ["a"]}}]}, "unknown class 'Firm'"),
    ({"entities": [{"class": "Park", "name": n, "forms": {"d": ["高新区"]}} for n in "ab"]}, "高新区 of d is in two entities"),
])
def test_a_file_that_can_t_be_used_is_refused(tmp_path, content, what):
    with pytest.raises(ReadError, match=what):
        load_clusters(write(tmp_path / "clusters.json", content))


CLUSTERS = Path(__file__).parents[1] / "resolve" / "clusters"


def test_the_project_s_own_clusters_hold_what_they_should():
    items = load_clusters(CLUSTERS / "reports.json", load_schema())
    assert len(set(items.values())) >= 80 and len({item.document for item in items}) == 16
    by_form: dict[tuple[str, str], set[str]] = {}
    for item, entity in items.items():
        by_form.setdefault((item.cls, item.form), set()).add(entity)
    assert sum(len(entities) > 1 for entities in by_form.values()) >= 3, "hard negatives: one form of several things"
    assert len(set(load_clusters(CLUSTERS / "unseen.json", load_schema()).values())) >= 50


def test_the_command_takes_clusters_or_gold_and_not_both(tmp_path, capfd):
    from kg.cli.main import main

    path = write(tmp_path / "clusters.json", {"entities": []})
    assert main(["evaluate", "--clusters", str(path), "gold"]) == 2
    assert "takes no gold" in capfd.readouterr().err
    assert main(["evaluate"]) == 2
    assert "nothing to compare with" in capfd.readouterr().err
