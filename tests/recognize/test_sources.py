"""Each rule belongs to a source, and a source that is switched off finds nothing."""

import ast
from pathlib import Path

import pytest

import kg.recognize
from kg.errors import UsageError
from kg.read import document
from kg.recognize.conflicts import ORDER
from kg.recognize.language import language, recognize
from kg.recognize.sources import SOURCES, source_of
from kg.settings import ontology_folder

TEXT = "小鹏汽车肇庆基地投产。宁德时代、震裕科技等企业落户肇庆高新区。其后震裕科技扩产。"


def rules_in_code() -> set[str]:
    """The last but one argument of every candidate that the code proposes, where it is written out."""
    found = set()
    for path in Path(kg.recognize.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Candidate":
                found |= {part.value for part in ast.walk(node.args[3]) if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return {rule.rstrip(".") for rule in found if rule}


def mentions(text: str, sources) -> set[tuple[str, str]]:
    nlp = language(ontology_folder(), sources=sources)
    return {(m.text, source_of(m.rule)) for m in recognize(nlp, document(text))._.mentions}


def test_every_rule_has_a_source():
    rules = rules_in_code()
    assert len(rules) >= 15 and {"gazetteer", "grammar.word-mark", "gazetteer.weak", "known"} <= rules
    assert {source_of(rule) for rule in rules} <= set(SOURCES)


@pytest.mark.parametrize("rule", ["", "gazette", "lists.company", "xyz.gazetteer"])
def test_what_is_no_rule_has_none(rule):
    with pytest.raises(KeyError):
        source_of(rule)


def test_recognisers_come_last_in_the_order():
    assert [source_of(rule) for rule in ORDER[-2:]] == ["trained", "spaCy"]


@pytest.mark.parametrize("off", ["listed", "rules", "context"])
def test_a_source_that_is_off_finds_nothing(off):
    on = [source for source in SOURCES if source != off]
    assert off in {source for _, source in mentions(TEXT, SOURCES)}
    assert off not in {source for _, source in mentions(TEXT, on)}


def test_what_the_context_adds():
    assert ("震裕科技", "context") in mentions("震裕科技、百汇达等企业落户。", SOURCES)
    assert "百汇达" not in {name for name, _ in mentions("震裕科技、百汇达等企业落户。", ["listed", "rules"])}


def test_an_unknown_source_is_refused():
    with pytest.raises(UsageError, match="no source of names called magic; sources are listed, rules"):
        language(ontology_folder(), sources=["rules", "magic"])
