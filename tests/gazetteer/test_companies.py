"""The tables of companies and organizations, and the curated facts, are in order."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import PROV, RDF, RDFS

ONTOLOGY = Path(__file__).parents[2] / "ontology"
PK = rdflib.Namespace("https://w3id.org/parkkg/ontology#")
HEADERS = {
    "companies": "name,class,aliases,weak_aliases,registered_name,id,parent,headquarters,industry,source,note",
    "organizations": "name,class,aliases,weak_aliases,id,within,source,note",
}
CLASSES = {"companies": "Company", "organizations": "Organization"}
AT_LEAST = {"companies": 4_200, "organizations": 740}
PAIRS = {"same": 160, "different": 120, "not_entity": 120}
STOCK_CODE = re.compile(r"(SH6\d{5}|SZ[03]\d{5}|BJ[48]\d{5}|HK0\d{4})")
CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
# What a statement may say; others would need a shape and a reader first.
CURATED_RELATIONS = {PK.subsidiaryOf, PK.locatedIn, PK.inIndustry}


def read(table: str) -> list[dict[str, str]]:
    with (ONTOLOGY / "gazetteer" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def strong_names(row: dict[str, str]) -> set[str]:
    return {row["name"], *split(row["aliases"])} - set(split(row["weak_aliases"]))


@pytest.fixture(scope="module")
def companies() -> list[dict[str, str]]:
    return read("companies")


@pytest.fixture(scope="module")
def facts() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "curated" / "facts.ttl")


@pytest.mark.parametrize("table", HEADERS)
class TestTable:
    def test_has_its_header_and_unix_line_ends(self, table):
        content = (ONTOLOGY / "gazetteer" / f"{table}.csv").read_bytes()
        assert content.decode("utf-8").split("\n")[0] == HEADERS[table]
        assert b"\r" not in content and content.endswith(b"\n")

    def test_is_long_enough(self, table):
        assert len(read(table)) >= AT_LEAST[table]

    def test_is_sorted_by_name_with_no_name_twice(self, table):
        names = [row["name"] for row in read(table)]
        repeated = [name for name, count in Counter(names).items() if count > 1]
        assert not repeated, f"merge the rows of {repeated}"
        misplaced = [later for earlier, later in zip(names, names[1:]) if earlier > later]
        assert not misplaced, f"sort {table}.csv by name (code points); out of order: {misplaced[:5]}"

    def test_cells_are_clean(self, table):
        for row in read(table):
            assert row["class"] == CLASSES[table] and row["source"], row["name"]
            for column, cell in row.items():
                assert cell is not None and cell == cell.strip() and "||" not in cell, (row["name"], column)

    def test_names_have_at_least_two_characters(self, table):
        short = [(row["name"], name) for row in read(table)
                 for name in (row["name"], *split(row["aliases"]), *split(row["weak_aliases"])) if len(name) < 2]
        assert not short, f"too short to be told from a word: {short}"

    def test_no_name_is_repeated_in_its_row(self, table):
        for row in read(table):
            names = [row["name"], *split(row["aliases"])]
            assert len(set(names)) == len(names), row["name"]
            assert not set(split(row["aliases"])) & set(split(row["weak_aliases"])), f"{row['name']}: an alias is either strong or weak"

    def test_a_strong_name_means_one_thing(self, table):
        owner: dict[str, str] = {}
        for row in read(table):
            for name in strong_names(row):
                assert owner.setdefault(name, row["name"]) == row["name"], f"{name} is in the rows of {owner[name]} and {row['name']}; make it weak"

    def test_a_weak_name_of_two_things_is_noted_in_both(self, table):
        bearers = defaultdict(list)
        for row in read(table):
            for name in split(row["weak_aliases"]):
                bearers[name].append(row)
        strong = {name for row in read(table) for name in strong_names(row)}
        for name, rows in bearers.items():
            assert name not in strong, f"{name} is weak for {rows[0]['name']}, but strong for another"
            if len(rows) > 1:
                assert all("同名" in row["note"] for row in rows), f"note 同名 in the rows of {[row['name'] for row in rows]}"


def test_no_name_is_strong_for_a_company_and_for_an_organization(companies):
    shared = {n for row in companies for n in strong_names(row)} & {n for row in read("organizations") for n in strong_names(row)}
    assert not shared


def test_registered_names_are_aliases_too(companies):
    for row in companies:
        if row["registered_name"]:
            assert row["registered_name"] in {row["name"], *split(row["aliases"])}, row["name"]
            assert row["registered_name"].endswith("公司"), row["name"]


def test_codes_have_a_known_form_and_are_unique(companies):
    codes = [row["id"] for row in companies if row["id"]]
    assert [code for code in codes if not (STOCK_CODE.fullmatch(code) or CREDIT_CODE.fullmatch(code))] == []
    assert [code for code, count in Counter(codes).items() if count > 1] == []


def test_parents_are_in_the_table_and_end_somewhere(companies):
    parents = {row["name"]: row["parent"] for row in companies}
    for name in parents:
        above, current = [], name
        while parents[current]:
            current = parents[current]
            assert current in parents, f"{name}: no row for its parent {current}"
            assert current not in above, f"{name}: its parents go in a circle, {above}"
            above.append(current)


def test_places_are_divisions(companies):
    divisions = {row["name"] for row in _divisions()} | {"贵安新区", "雄安新区"}
    unknown = {row["headquarters"] for row in companies if row["headquarters"]} - divisions
    assert not unknown, "give the full name of a city or a county"
    codes = {row["id"] for row in _divisions()}
    assert {row["within"] for row in read("organizations") if row["within"]} <= codes


def _divisions() -> list[dict[str, str]]:
    return read("districts")


@pytest.mark.parametrize(("name", "weak"), [
    ("宁德时代", {"时代"}), ("小鹏汽车", {"小鹏"}), ("美的集团", {"美的"}), ("长安汽车", {"长安"}), ("现代汽车", {"现代"}),
    ("理想汽车", {"理想"}), ("远景科技集团", {"远景"}), ("常熟汽饰", {"常熟"}), ("日产汽车", {"日产"}), ("一汽红旗", {"红旗"}),
])
def test_ordinary_words_are_weak(companies, name, weak):
    row = next(row for row in companies if row["name"] == name)
    assert weak <= set(split(row["weak_aliases"]))


@pytest.mark.parametrize("words", [
    "金融创新", "清华大学", "上海大学", "创建行动", "其中行业", "水平高", "小微创业", "加强生态", "提高通关", "全国美丽", "科技创新和成果", "快速零跑腿",
    "平台达到", "黄金风险", "济南大学", "日产量", "新时代", "不同程度", "中国航天", "中国机械", "其中铁路",
])
def test_words_that_meet_make_no_strong_name(companies, words):
    inside = {words[i:j] for i in range(len(words)) for j in range(i + 2, len(words) + 1)}
    assert {name for row in companies for name in strong_names(row)} & inside == set()


def test_every_province_has_companies(companies):
    province_of = {row["name"]: row["id"][:2] for row in _divisions()}
    seats = Counter(province_of.get(row["headquarters"]) for row in companies)
    provinces = {row["id"][:2] for row in _divisions() if row["level"] == "province"} - {"71", "81", "82"}
    assert {province: seats[province] for province in provinces if seats[province] < 5} == {}


@pytest.mark.parametrize("table", PAIRS)
class TestCuratedPairs:
    def rows(self, table: str) -> list[list[str]]:
        text = (ONTOLOGY / "curated" / f"{table}.tsv").read_text(encoding="utf-8")
        return [line.split("\t") for line in text.splitlines()]

    def test_has_its_header(self, table):
        third = "reason" if table == "not_entity" else "other"
        assert self.rows(table)[0] == ["class", "name", third, "source", "date"]

    def test_is_sorted_complete_and_long_enough(self, table):
        rows = self.rows(table)[1:]
        assert len(rows) >= PAIRS[table]
        assert rows == sorted(rows), f"sort {table}.tsv by its columns"
        assert all(len(row) == 5 and all(row) and re.fullmatch(r"\d{4}-\d\d-\d\d", row[4]) for row in rows)

    def test_says_nothing_twice(self, table):
        keys = [(row[0], *(sorted(row[1:3]) if table != "not_entity" else row[1:2])) for row in self.rows(table)[1:]]
        assert [key for key, count in Counter(map(tuple, keys)).items() if count > 1] == []


def _rows_of_name() -> dict[tuple[str, str], set[str]]:
    rows = defaultdict(set)
    for table, cls in CLASSES.items():
        for row in read(table):
            for name in (row["name"], *split(row["aliases"]), *split(row["weak_aliases"])):
                rows[cls, name].add(row["name"])
    return rows


def test_curated_pairs_agree_with_the_tables():
    rows = _rows_of_name()
    for cls, one, other, *_ in TestCuratedPairs().rows("same")[1:]:
        listed = rows[cls, one], rows[cls, other]
        assert not all(listed) or listed[0] & listed[1], f"same.tsv joins {one} and {other}, which have a row each"
    for cls, one, other, *_ in TestCuratedPairs().rows("different")[1:]:
        listed = rows[cls, one], rows[cls, other]
        assert not all(listed) or listed[0] != listed[1], f"different.tsv parts {one} and {other}, which share a row"


def test_words_that_name_nothing_are_not_listed():
    rows = _rows_of_name()
    listed = [(cls, name) for cls, name, *_ in TestCuratedPairs().rows("not_entity")[1:] if rows[cls, name]]
    assert listed == []


def test_each_fact_has_a_source_no_evidence_and_its_plain_triple(facts):
    statements = set(facts.subjects(RDF.type, PK.Statement))
    assert len(statements) >= 240
    for statement in statements:
        assert (statement, RDF.type, RDF.Statement) in facts
        assert statement.startswith("https://w3id.org/parkkg/id/statement/")
        subject, predicate, object_ = (facts.value(statement, p, any=False) for p in (RDF.subject, RDF.predicate, RDF.object))
        assert predicate in CURATED_RELATIONS, statement
        assert (subject, predicate, object_) in facts, f"{statement} has no plain triple"
        assert 0 < facts.value(statement, PK.confidence, any=False).toPython() <= 1
        assert facts.value(statement, PK.modality, any=False) == PK.Actual
        assert facts.value(facts.value(statement, PROV.wasDerivedFrom, any=False), RDFS.label) is not None, statement
        assert facts.value(statement, PK.evidence) is None


def test_each_plain_fact_has_a_statement(facts):
    stated = {(facts.value(s, RDF.subject), facts.value(s, RDF.predicate), facts.value(s, RDF.object))
              for s in facts.subjects(RDF.type, PK.Statement)}
    plain = {triple for predicate in CURATED_RELATIONS for triple in facts.triples((None, predicate, None))}
    assert plain == stated


def test_facts_agree_with_the_table(facts, companies):
    rows = {row["name"]: row for row in companies}

    def name(iri: rdflib.term.Node) -> str:
        return str(iri).rsplit("/", 1)[1]

    for subject, parent in facts.subject_objects(PK.subsidiaryOf):
        assert rows[name(subject)]["parent"] == name(parent)
    for subject, code in facts.subject_objects(PK.stockCode):
        assert rows[name(subject)]["id"] == str(code)
