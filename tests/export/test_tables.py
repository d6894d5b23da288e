"""CSV, Parquet and Neo4j's files, read back by csv, pyarrow and networkx."""

import csv
import re
import subprocess

import networkx
import openpyxl
import pytest
from pyarrow import parquet
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import names
from kg.export import export
from kg.export.tables import tables
from kg.query import run

COMPANY, PARK = names.entity("Company", "华星电子"), names.entity("Park", "东湖高新区")
FORMULA = '=HYPERLINK("http://example.org")'


def rows(file) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def count(graph, pattern: str) -> int:
    return len(run(graph, f"SELECT DISTINCT * WHERE {{ {pattern} }}").rows)


@pytest.mark.parametrize("table, pattern", [
    ("relations", "?x a pk:Statement"), ("figures", "?x a pk:Observation"), ("milestones", "?x a pk:Milestone"),
    ("documents", "?x a pk:Document"), ("mentions", "?x pk:mentionedIn ?d"), ("evidence", "?x pk:evidence ?e"),
])
def test_nothing_is_missing(graph, table, pattern):
    (made,) = (made for made in tables(graph) if made.name == table)
    assert len(list(made.rows())) == count(graph, pattern) > 0


def test_csv(graph, tmp_path):
    export(graph, tmp_path / "out", "csv")
    entities = {row["iri"]: row for row in rows(tmp_path / "out" / "entities.csv")}
    assert len(entities) == 8 and entities[COMPANY] == {
        "iri": COMPANY, "class": "Company", "name": "华星电子", "names": "华星 | 华星电子股份有限公司", "level": "", "code": "", "documents": "2"}
    (figure,) = (row for row in rows(tmp_path / "out" / "figures.csv") if row["entity"] == COMPANY)
    assert (figure["indicator"], figure["value"], figure["unit"], figure["written"]) == ("outputValue", "30000000000", "CNY", "超300亿元")
    (position,) = (row for row in rows(tmp_path / "out" / "relations.csv") if row["property"] == "holdsPositionIn")
    assert position["roles"] == "董事长"
    (curated,) = (row for row in rows(tmp_path / "out" / "relations.csv") if row["sources"])
    assert (curated["property"], curated["sources"]) == ("suppliesTo", "https://example.org/curated")


def test_parquet_is_typed(graph, tmp_path):
    export(graph, tmp_path / "out", "parquet")
    entities = parquet.read_table(tmp_path / "out" / "entities.parquet").to_pylist()
    (company,) = (row for row in entities if row["iri"] == COMPANY)
    assert (company["names"], company["documents"], company["code"]) == (["华星", "华星电子股份有限公司"], 2, None)
    figures = parquet.read_table(tmp_path / "out" / "figures.parquet").to_pylist()
    assert sorted(row["value"] for row in figures) == [1.1e9, 3e10]
    evidence = parquet.read_table(tmp_path / "out" / "evidence.parquet")
    assert str(evidence.schema.field("start").type) == "int64" and evidence.num_rows == count(graph, "?x pk:evidence ?e")


def test_neo4j_has_all_nodes_and_relationships(graph, tmp_path):
    export(graph, tmp_path / "out", "neo4j")
    command = (tmp_path / "out" / "import.sh").read_text(encoding="utf-8")
    made = networkx.MultiDiGraph()
    for name in re.findall(r"--nodes=(\S+)", command):
        for row in rows(tmp_path / "out" / name):
            assert row["iri:ID"] not in made
            made.add_node(row["iri:ID"], labels=row[":LABEL"].split("|"))
    nodes = set(made)
    for name in re.findall(r"--relationships=(\S+)", command):
        for row in rows(tmp_path / "out" / name):
            made.add_edge(row[":START_ID"], row[":END_ID"], row[":TYPE"], **row)
    assert set(made) == nodes
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"import.sh", *re.findall(r"=(\S+\.csv)", command)}
    assert made.nodes[COMPANY]["labels"] == ["Entity", "Company"]
    located = made.edges[COMPANY, PARK, "LOCATED_IN"]
    assert (located["modality"], located["confidence:double"], located["quote"]) == ("Actual", "0.9", "华星电子落户东湖高新区")
    assert {kind for *_, kind in made.edges(keys=True)} >= {"MEASURED_OF", "MILESTONE_OF", "MENTIONED_IN", "QUOTED_FROM", "DEVELOPS"}


def test_the_command_of_neo4j_is_one_that_a_shell_reads(graph, tmp_path):
    export(graph, tmp_path / "out", "neo4j")
    (tmp_path / "neo4j-admin").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/arguments"\n')
    (tmp_path / "neo4j-admin").chmod(0o755)
    subprocess.run(["sh", str(tmp_path / "out" / "import.sh"), "parks"], check=True, env={"PATH": f"{tmp_path}:/usr/bin:/bin"})
    arguments = (tmp_path / "arguments").read_text().splitlines()
    assert arguments[:3] == ["database", "import", "full"] and arguments[-1] == "parks" and "--array-delimiter=|" in arguments


@pytest.fixture
def hostile() -> Store:
    """A company whose names are a formula, quotation marks, line breaks and the separators themselves."""
    node = NamedNode(names.entity("Company", "x"))
    skos, rdf = names.PREFIXES["skos"], names.PREFIXES["rdf"]
    store = Store()
    store.extend([Quad(node, NamedNode(rdf + "type"), NamedNode(names.term("Company"))),
                  Quad(node, NamedNode(skos + "prefLabel"), Literal(FORMULA)),
                  Quad(node, NamedNode(skos + "altLabel"), Literal('a"b,\nc|d'))])
    return store


def test_a_formula_is_harmless_in_csv_and_true_elsewhere(hostile, tmp_path):
    for format in ("csv", "neo4j", "parquet"):
        export(hostile, tmp_path / format, format)
    (row,) = rows(tmp_path / "csv" / "entities.csv")
    assert row["name"] == "'" + FORMULA and row["names"] == 'a"b,\nc|d'
    (row,) = rows(tmp_path / "neo4j" / "entities.csv")
    assert row["name:string"] == FORMULA and row["names:string[]"] == 'a"b,\nc｜d'
    (row,) = parquet.read_table(tmp_path / "parquet" / "entities.parquet").to_pylist()
    assert row["name"] == FORMULA and row["names"] == ['a"b,\nc|d']


def test_without_pyarrow_the_way_to_it_is_told(graph, tmp_path, monkeypatch):
    import sys

    from kg.errors import ExportError

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'parkkg\[parquet\]'"):
        export(graph, tmp_path / "out", "parquet")
    assert not list(tmp_path.iterdir())


def test_excel(graph, tmp_path):
    more = Store()
    more.extend(graph)
    more.add(Quad(NamedNode(COMPANY), NamedNode(names.PREFIXES["skos"] + "altLabel"), Literal(FORMULA, language="zh")))
    graph = more
    export(graph, tmp_path / "out.xlsx", "excel")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == [table.name for table in tables(graph)]
    for table in tables(graph):
        head, *made = book[table.name].iter_rows(values_only=True)
        assert head == tuple(field.name for field in table.fields) and len(made) == len(list(table.rows()))
    head, *figures = book["figures"].iter_rows(values_only=True)
    assert sorted(dict(zip(head, row, strict=True))["value"] for row in figures) == [1.1e9, 3e10]
    [cell] = [row[3] for row in book["entities"].iter_rows() if row[0].value == COMPANY]
    assert FORMULA in cell.value and cell.data_type == "s"          # a text, and no formula
    export(graph, tmp_path / "again.xlsx", "excel")
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "out.xlsx").read_bytes()


def test_what_a_sheet_can_not_hold_goes_to_the_next(graph, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.export.excel._MOST_ROWS", 3)
    export(graph, tmp_path / "out.xlsx", "excel")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert [name for name in book.sheetnames if name.startswith("entities")] == ["entities", "entities 2", "entities 3"]
    names_of = [row[0] for name in book.sheetnames if name.startswith("entities") for row in book[name].iter_rows(min_row=2, values_only=True)]
    assert names_of == [row[0] for row in tables(graph)[0].rows()]
