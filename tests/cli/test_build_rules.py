"""`kg build --rules`: a user's own rules beside the project's."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.store import Store

RULE = """
- rule: mine.shares-a-canteen
  asserts: one cooperatesWith other
  pattern: "{one:Company} 与 {other:Company} 合用食堂"
  matches:
    - "【甲光电:Company】与【乙材料:Company】合用食堂。 => 甲光电 cooperatesWith 乙材料"
  rejects:
    - "【甲光电:Company】与【乙材料:Company】的食堂都好。"
"""
TEXT = "2022年，宁德时代与小鹏汽车合用食堂。\n"


@pytest.fixture
def text(tmp_path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def rules(tmp_path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(RULE, encoding="utf-8")
    return path


def read_by(folder: Path, rule: str) -> list[tuple[str, str, str, str]]:
    """What a rule gave: the best names of both ends, the relation, and the words."""
    with Store.open(folder) as store:
        return [(reading.entities[r.subject].names[0], r.predicate, reading.entities[r.object].names[0], e.exact)
                for reading in store.readings() for r in reading.relations for e in r.evidence if e.rule == rule]


def test_a_rule_of_ones_own_gives_facts(kg, text, rules, tmp_path):
    store = tmp_path / "store"
    assert kg("build", text, "--store", store).code == 0
    assert read_by(store, "mine.shares-a-canteen") == []
    answer = kg("build", text, "--rules", rules, "--store", store)
    assert (answer.code, answer.err) == (0, "")
    ends = {frozenset(row[::2]) for row in ((s, p, o) for s, p, o, _ in read_by(store, "mine.shares-a-canteen"))}
    assert ends == {frozenset(("宁德时代", "小鹏汽车"))}
    assert "宁德时代与小鹏汽车合用食堂" in read_by(store, "mine.shares-a-canteen")[0][3]


def test_other_rules_make_documents_be_read_again(kg, text, rules, tmp_path):
    store = tmp_path / "store"
    build = ("build", text, "--store", store)
    assert kg(*build).out.startswith("1 document added")
    assert kg(*build, "--rules", rules).out.startswith("0 documents added, 1 replaced")
    assert kg(*build, "--rules", rules).out.startswith("0 documents added, 0 replaced, 1 unchanged")
    rules.write_text(RULE.replace("合用食堂", "合用车间"), encoding="utf-8")
    assert kg(*build, "--rules", rules).out.startswith("0 documents added, 1 replaced")
    assert read_by(store, "mine.shares-a-canteen") == []


def test_several_files_in_any_order(kg, text, rules, tmp_path):
    second, store = tmp_path / "second.yaml", tmp_path / "store"
    second.write_text(RULE.replace("mine.shares-a-canteen", "mine.second").replace("合用食堂", "合用"), encoding="utf-8")
    assert kg("build", text, "--rules", rules, "--rules", second, "--rules", rules, "--store", store).code == 0
    assert read_by(store, "mine.shares-a-canteen") and read_by(store, "mine.second")
    assert kg("build", text, "--rules", second, "--rules", rules, "--store", store).out.startswith("0 documents added, 0 replaced, 1 unchanged")


@pytest.mark.parametrize("broken, said", [
    (RULE.replace("cooperatesWith other", "marries other"), "rule mine.shares-a-canteen: unknown relation 'marries'"),
    (RULE.replace("  rejects:\n    - \"【甲光电:Company】与【乙材料:Company】的食堂都好。\"\n", ""), "needs examples"),
    (RULE.replace("mine.shares-a-canteen", "located-in.settled"), "defined twice"),
    ("- rule: [", "this is not YAML"),
    (RULE.replace("{other:Company}", "{other:Firm}"), "unknown class 'Firm'"),
])
def test_a_bad_rule_is_refused_before_anything_is_written(kg, text, rules, tmp_path, broken, said):
    rules.write_text(broken, encoding="utf-8")
    answer = kg("build", text, "--rules", rules, "--store", tmp_path / "store")
    assert answer.code == 2 and answer.out == ""
    assert "mine.yaml" in answer.err and said in answer.err and answer.err.count("\n") == 1
    assert not (tmp_path / "store").exists()


def test_a_missing_file_of_rules(kg, text, tmp_path):
    answer = kg("build", text, "--rules", tmp_path / "no.yaml", "--store", tmp_path / "store")
    assert answer.code == 2 and "no.yaml" in answer.err and "can't be read" in answer.err


def test_without_paths_the_rules_are_looked_at_all_the_same(kg, text, rules, tmp_path):
    store = tmp_path / "store"
    kg("build", text, "--store", store)
    rules.write_text("{}", encoding="utf-8")
    assert kg("build", "--rules", rules, "--store", store).code == 2
