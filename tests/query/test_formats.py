import csv
import io
import json

import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, Store, parse_query_results

from kg.errors import UsageError
from kg.query import FORMATS, Result, run, write

NAMES = "SELECT ?company ?name { ?company a pk:Company ; skos:prefLabel ?name }"


def test_a_table_for_a_pipe_has_tabs_and_prefixed_names(graph):
    assert write(run(graph, NAMES)) == (
        "company\tname\ncompany:华星电子\t华星电子\ncompany:远山材料\t远山材料\n")


def test_a_table_for_a_terminal_is_aligned_by_the_width_of_the_characters(graph):
    table = write(run(graph, "SELECT ?a ?b { VALUES (?a ?b) { ('华星' 'x') ('ab' 'y') ('华' 'z') } }"), terminal=80)
    assert table == "a     b\nab    y\n华    z\n华星  x\n"


def test_a_table_shows_markup_as_it_is(graph):
    assert "[bold]x[/bold]" in write(run(graph, "SELECT ?a { VALUES ?a { '[bold]x[/bold]' } }"), terminal=80)


def test_a_line_break_in_a_text_does_not_break_the_table(graph):
    assert write(run(graph, r"SELECT ?a { VALUES ?a { 'x\ny\tz' } }")) == "a\nx y z\n"


def test_a_formula_in_a_text_is_harmless_in_csv_and_true_in_json(graph):
    result = run(graph, """SELECT ?a ?b { VALUES (?a ?b) { ('=HYPERLINK("x")' -1.5) } }""")
    assert write(result, "csv") == 'a,b\r\n"\'=HYPERLINK(""x"")",-1.5\r\n'
    assert json.loads(write(result, "json"))["results"]["bindings"][0]["a"]["value"] == '=HYPERLINK("x")'


def test_csv_is_read_back(graph):
    written = write(run(graph, "SELECT ?a ?b { VALUES (?a ?b) { ('a,\"b' 1) (pk:Park UNDEF) } }"), "csv")
    assert list(csv.reader(io.StringIO(written))) == [
        ["a", "b"], ["a,\"b", "1"], ["https://w3id.org/parkkg/ontology#Park", ""]]


def test_json_is_read_back(graph):
    result = run(graph, "SELECT ?a ?b { VALUES (?a ?b) { ('宁'@zh 1.5) (pk:Park UNDEF) ('x' true) } }")
    back = parse_query_results(write(result, "json").encode(), QueryResultsFormat.JSON)
    assert sorted((str(row["a"]), str(row["b"])) for row in back) == sorted((str(a), str(b)) for a, b in result.rows)


def test_json_of_yes_and_no(graph):
    assert json.loads(write(run(graph, "ASK {}"), "json")) == {"head": {}, "boolean": True}


def test_turtle_is_read_back(graph):
    result = run(graph, "DESCRIBE company:华星电子")
    back = rdflib.Graph().parse(data=write(result), format="turtle")
    assert len(back) == len(result.triples) > 20


def test_yes_and_no(graph):
    assert write(run(graph, "ASK {}")) == "yes\n"
    assert write(run(graph, "ASK { ?s a pk:Unicorn }")) == "no\n"


def test_triples_as_a_table():
    triples = run(Store(), "CONSTRUCT { pk:a pk:b 'c' } WHERE {}")
    assert write(triples, "table") == "subject\tpredicate\tobject\npk:a\tpk:b\tc\n"


@pytest.mark.parametrize("query, format", [
    ("SELECT * {}", "turtle"), ("ASK {}", "turtle"), ("ASK {}", "csv"), ("CONSTRUCT WHERE { ?s ?p ?o }", "json"),
    ("DESCRIBE pk:a", "csv")])
def test_a_format_that_cannot_hold_the_result_is_refused(graph, query, format):
    with pytest.raises(UsageError, match=f"^{format} can't hold the result of a .*; use "):
        write(run(graph, query), format)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_an_empty_result(format):
    form = FORMATS[format][1][-1]
    result = Result(form, answer=False) if form == "ASK" else Result(form, ("a",) if form == "SELECT" else ())
    assert isinstance(write(result, format), str)
