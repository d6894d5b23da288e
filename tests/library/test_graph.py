"""``kg.open``: questions, portraits, networks and pages from Python."""

from __future__ import annotations

from decimal import Decimal

import pytest

import kg
from kg.library.answer import value


def test_a_query_gives_python_values(graph):
    answer = graph.query("SELECT ?name ?value WHERE { ?o pk:observedEntity/skos:prefLabel ?name ; pk:indicator indicator:investment ; pk:value ?value } "
                         "ORDER BY ?value")
    assert answer.columns == ("name", "value") and len(answer) == 2
    assert [type(number) for _, number in answer] == [Decimal, Decimal] and answer.rows[0][1] == 1_100_000_000
    assert list(answer.frame().columns) == ["name", "value"]


def test_a_yes_or_no_is_a_bool_and_triples_have_three_columns(graph):
    assert graph.query("ASK { ?c a pk:Company }") is True
    triples = graph.query("CONSTRUCT { ?c a pk:Company } WHERE { ?c a pk:Company }")
    assert triples.columns == ("subject", "predicate", "object") and ("company:小鹏汽车", "rdf:type", "pk:Company") in triples.rows


def test_a_limit_is_told(graph):
    answer = graph.query("SELECT * WHERE { ?s ?p ?o }", limit=3)
    assert len(answer) == 3 and answer.truncated


def test_a_broken_query_says_where(graph):
    with pytest.raises(kg.KgError, match="line 1, column"):
        graph.query("SELECT * WHERE { ?s ?p }")


def test_a_portrait_has_sentences_that_stand_in_the_text(graph):
    quote = graph.show("小鹏汽车").relations[0].quotes[0]
    assert graph.text(quote.document)[quote.start:quote.end] == quote.exact


def test_a_name_that_means_nothing_is_an_error(graph):
    with pytest.raises(kg.KgError, match="called 没有这家"):
        graph.show("没有这家")


def test_a_named_question_is_answered_in_words(graph):
    answer = graph.ask("园区企业", park="肇庆高新区")
    assert any("小鹏汽车" in row for row in answer) and len(answer.columns) == len(answer.rows[0])


def test_the_ledger_has_sentences_behind_its_cells(graph, tmp_path):
    ledger = graph.ledger()
    assert len(ledger) == len(ledger.frame()) >= 1 and ledger.headers["investment"] == "投资额（亿元）"
    quote = ledger.quotes(0, "investment")[0]
    assert graph.text(quote.document)[quote.start:quote.end] == quote.exact
    ledger.save(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[0].startswith("项目")


def test_the_network_is_whole_or_around_a_name(graph):
    whole, part = graph.to_networkx(), graph.to_networkx(around="小鹏汽车")
    assert 1 < len(part) < len(whole)


def test_rdflib_gets_each_triple_once(graph):
    import rdflib

    made = graph.to_rdflib()
    assert isinstance(made, rdflib.Graph) and len(made) == len(graph.store.union)


def test_a_page_shows_itself_in_a_frame_that_can_not_touch_the_notebook(graph, tmp_path):
    page = graph.page(around="小鹏汽车")
    shown = page._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!') and 'sandbox="allow-scripts allow-downloads"' in shown and "allow-same-origin" not in shown
    page.save(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text("utf-8") == page.html


def test_nothing_but_text_gets_into_a_table(graph):
    answer = graph.query("SELECT ('<img src=x onerror=alert(1)>' AS ?x) WHERE {}")
    assert "&lt;img src=x" in answer._repr_html_() and "<img" not in answer._repr_html_()


def test_a_folder_that_is_no_store_is_an_error(tmp_path):
    with pytest.raises(kg.KgError, match="no store|not a store"):
        kg.open(tmp_path / "none")


def test_a_literal_that_is_not_of_its_datatype_is_text():
    from pyoxigraph import Literal, NamedNode

    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert value(Literal("many", datatype=NamedNode(xsd + "integer"))) == "many"
    assert value(Literal("2022-13-40", datatype=NamedNode(xsd + "date"))) == "2022-13-40"
