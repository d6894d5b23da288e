"""How far rules can be trusted: the bound, the table, and what the reader does with it."""

from __future__ import annotations

from decimal import Decimal
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.main import main
from kg.errors import PatternError
from kg.read import document
from kg.relate.confidence import ALL, COLUMNS, KINDS, PRIOR, TABLE, calibrated, confidences, lower_bound, read_table, table, with_kept
from kg.relate.reading import Reader

COUNTS = [("relation", "r.often", 100, 95, 5), ("relation", "r.once", 1, 1, 0), ("relation", "r.wrong", 4, 0, 4), ("figure", "f.level", 10, 10, 0),
          ("name", "n.gazetteer", 50, 50, 0)]


def test_the_bound_is_where_a_true_share_would_just_allow_what_was_seen():
    """The interval of Wilson: the share p for which right/judged lies 1.96 of p's own standard errors above p."""
    for right, judged in ((8, 10), (95, 100), (1, 1), (300, 1000)):
        low = float(lower_bound(right, judged))
        for share, inside in ((low + 0.011, True), (low - 0.001, False)):
            assert (right / judged - share <= 1.96 * sqrt(share * (1 - share) / judged)) is inside


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_bound_is_below_the_share_and_rises_with_evidence(seen):
    right, judged = seen
    low = lower_bound(right, judged)
    assert 0 <= low <= Decimal(right) / judged
    assert low == round(low, 2)
    assert lower_bound(10 * right, 10 * judged) >= low
    assert lower_bound(right + 1, judged + 1) >= low


def test_one_success_is_better_than_none_and_one_failure_worse():
    of = {row.rule: row.confidence for row in calibrated(COUNTS, ["r.never"]) if row.kind == "relation"}
    assert of["r.wrong"] < of[ALL] == of["r.never"] < of["r.once"] < of["r.often"] < Decimal("0.95")


def test_the_prior_is_what_all_rules_of_a_kind_did():
    rows = {(row.kind, row.rule): row for row in calibrated(COUNTS)}
    everything = rows["relation", ALL]
    assert (everything.fired, everything.right, everything.wrong) == (105, 96, 9)
    assert everything.confidence == lower_bound(PRIOR * 96 / 105, PRIOR)
    assert rows["milestone", ALL].confidence == lower_bound(PRIOR / 2, PRIOR)
    assert {kind for kind, _ in rows} == set(KINDS)


def test_of_an_earlier_table_rows_of_more_firings_are_kept_and_none_is_added_up():
    earlier = calibrated([("relation", "r.often", 40, 40, 0), ("relation", "r.once", 9, 8, 1), ("milestone", "m.gone", 3, 2, 1)])
    rows = {row[:2]: row[2:] for row in with_kept(COUNTS, earlier)}
    assert rows["relation", "r.often"] == (100, 95, 5) and rows["relation", "r.once"] == (9, 8, 1) and rows["milestone", "m.gone"] == (3, 2, 1)
    assert ("relation", ALL) not in rows and with_kept(COUNTS, ()) == COUNTS


def test_the_table_is_sorted_and_read_back(tmp_path):
    records = calibrated(reversed(COUNTS), ["r.never", "a.never"])
    assert records == calibrated(COUNTS, ["a.never", "r.never"])
    path = tmp_path / "confidence.tsv"
    path.write_text(table(records), encoding="utf-8")
    assert read_table(path) == records
    assert path.read_text(encoding="utf-8").splitlines()[2] == "relation\ta.never\t0\t0\t0\t\t" + str(records[0].confidence)


def test_a_rule_that_is_not_in_the_table_has_the_confidence_of_one_that_never_fired(tmp_path):
    path = tmp_path / "confidence.tsv"
    path.write_text(table(calibrated(COUNTS)), encoding="utf-8")
    known = confidences(path)
    assert known("mine") == known(ALL) != known("r.often")
    assert known("f.level", "figure") != known("f.level")


@pytest.mark.parametrize("content, line", [("", 1), ("rule\tright\n", 1), ("\t".join(COLUMNS) + "\nrelation\tr.once\t1\n", 2),
                                           ("\t".join(COLUMNS) + "\nrelation\tr.once\t1\t1\t0\t1.000\t1.5\n", 2)])
def test_a_broken_table_is_refused_with_its_line(tmp_path, content, line):
    path = tmp_path / "confidence.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PatternError, match=rf"confidence\.tsv:{line}: .*kg rules calibrate"):
        read_table(path)


def test_the_projects_own_table_is_as_the_command_writes_it():
    """Every confidence follows from the counts beside it, so that nobody edits one by hand."""
    records = read_table()
    counts = [(r.kind, r.rule, r.fired, r.right, r.wrong) for r in records if r.rule != ALL]
    never = [r.rule for r in records if r.rule != ALL and not r.fired]
    assert TABLE.read_text(encoding="utf-8") == table(calibrated(counts, never))
    assert sum(r.fired for r in records if r.rule != ALL) > 500


def test_a_relation_has_the_confidence_of_its_best_rule():
    reading = Reader().read(document("2022年，宁德时代正式落户肇庆高新区。"))
    known = confidences()
    located = [r for r in reading.relations if r.predicate == "locatedIn" and {e.rule for e in r.evidence} & {"located-in.settled"}]
    assert located
    for relation in reading.relations:
        assert relation.confidence == max(known(e.rule) for e in relation.evidence)


def test_a_query_can_ask_for_the_sure_ones(tmp_path, capfd):
    """The confidence stands in the graph as a decimal of two digits, and a filter compares it."""
    text, store = tmp_path / "a.txt", tmp_path / "store"
    text.write_text("2022年，宁德时代正式落户肇庆高新区。\n", encoding="utf-8")
    assert main(["build", str(text), "--store", str(store), "--quiet"]) == 0
    relations = Reader().read(document(text.read_text(encoding="utf-8"))).relations
    sure = next(r.confidence for r in relations if any(e.rule == "located-in.settled" for e in r.evidence))
    found = {}
    for relation in ("<", ">="):
        query = f"SELECT ?s ?c {{ ?s a pk:Statement ; rdf:predicate pk:locatedIn ; pk:confidence ?c . FILTER (?c {relation} {sure}) }}"
        capfd.readouterr()
        assert main(["query", query, "--format", "csv", "--store", str(store)]) == 0
        found[relation] = [line.split(",")[1] for line in capfd.readouterr().out.splitlines()[1:]]
    assert str(sure) in found[">="]
    assert all(Decimal(value) >= sure and len(value) <= 4 for value in found[">="])
    assert all(Decimal(value) < sure for value in found["<"])
