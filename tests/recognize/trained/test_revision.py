"""Who is believed: the rules, unless the model is sure."""

from __future__ import annotations

import numpy as np
import pytest

from kg.read import document
from kg.recognize.candidates import Candidate
from kg.recognize.language import language, recognize
from kg.recognize.text.tokens import tokenize
from kg.recognize.trained.model import Span
from kg.recognize.trained.revision import ADDED, KEPT, REPLACING, revised
from kg.settings import ontology_folder

TEXT = "建设望江路延长线。"
TOKENS = tokenize(TEXT, 0, len(TEXT), (), (), ())
RULES = Candidate(2, 5, "Project", "public-work.told", True)


class Fixed:
    """A model that says what it is told."""

    def __init__(self, *spans: Span, rules: float = 1.0):
        self._spans, self._rules = list(spans), rules

    def names(self, sentences):
        for tokens, _ in sentences:
            yield self._spans, np.zeros((len(tokens), 1))

    def probability(self, probabilities, first, stop, cls):
        return self._rules


def _span(start: int, end: int, cls: str, probability: float) -> Span:
    first = next(i for i, t in enumerate(TOKENS) if t.start == start)
    stop = next(i for i, t in enumerate(TOKENS) if t.end == end) + 1
    return Span(first, stop, cls, probability)


def _names(model, *standing):
    (found,) = revised([(TOKENS, standing)], model)
    return [(TEXT[c.start : c.end], c.cls, c.rule) for c in found]


def test_a_probable_name_is_added_where_the_rules_have_none():
    assert _names(Fixed(_span(2, 8, "Project", ADDED))) == [("望江路延长线", "Project", "trained")]
    assert _names(Fixed(_span(2, 8, "Project", ADDED - 0.01))) == []


def test_a_name_of_the_rules_gives_way_only_to_a_more_probable_one():
    assert _names(Fixed(_span(2, 8, "Project", REPLACING)), RULES) == [("望江路延长线", "Project", "trained")]
    assert _names(Fixed(_span(2, 8, "Project", REPLACING - 0.01)), RULES) == [("望江路", "Project", "public-work.told")]


def test_a_name_that_both_see_keeps_its_rule():
    assert _names(Fixed(_span(2, 5, "Project", 1.0)), RULES) == [("望江路", "Project", "public-work.told")]


def test_a_name_that_the_model_holds_for_impossible_is_taken_away():
    assert _names(Fixed(rules=KEPT), RULES) == [("望江路", "Project", "public-work.told")]
    assert _names(Fixed(rules=KEPT - 0.001), RULES) == []


@pytest.mark.parametrize("cls", ["Person", "Product"])
def test_a_name_of_which_too_few_were_marked_stands_whatever_the_model_says(cls):
    rules = Candidate(2, 5, cls, "person.position", True)
    assert _names(Fixed(_span(2, 8, "Project", 1.0)), rules) == [("望江路", cls, "person.position")]
    assert _names(Fixed(rules=0.0), rules) == [("望江路", cls, "person.position")]
    assert _names(Fixed(_span(2, 8, cls, 1.0))) == []


def test_the_last_character_of_a_company_is_not_cut_off(trained):
    assert trained("宁德时代、震裕科技、百汇达等企业落户肇庆高新区。").get("百汇达") == "Company"


@pytest.fixture(scope="module")
def trained():
    nlp = language(ontology_folder(), ner="trained")
    return lambda text: {m.text: m.cls for m in recognize(nlp, document(text))._.mentions}


def test_parts_of_a_new_name_are_found(trained):
    names = trained("推进安州抽水蓄能电站及配套送出工程，建成安州至绵竹快速通道、绵竹滨河湿地修复等项目。")
    assert {"安州", "绵竹"} <= set(names)


def test_names_lie_in_the_text_and_outer_ones_do_not_overlap(trained):
    nlp = language(ontology_folder(), ner="trained")
    text = "加快临哈线、集二线、花冠路等项目建设，推进“双随机、一公开”监管和“证照分离”改革，引进三一、中联、晨川新材料等企业，建设城东污水处理厂二期。" * 3
    end = 0
    for m in recognize(nlp, document(text))._.mentions:
        assert text[m.start : m.end] == m.text
        if m.start >= end:
            end = m.end
        else:
            assert m.end <= end, "a name inside a longer one ends with it at the latest"
