"""The trained recogniser at work, with a small model and with the one that is shipped."""

from __future__ import annotations

import pytest

from kg.errors import KgError
from kg.recognize.candidates import Candidate
from kg.recognize.text.tokens import tokenize
from kg.recognize.trained import trained_fronts, trained_names
from kg.recognize.trained.model import CLASSES, MODEL, THRESHOLDS, Model

ANYTHING = dict.fromkeys(THRESHOLDS, 0.0)
TEXT = "引进天劲、柏霖科技、宁德时代等企业，推动百鲜冷链物流基地、申达锂电池生产线二期开工建设。"


def cut(text: str):
    return tokenize(text, 0, len(text), (), (), ())


def test_candidates_lie_on_borders_of_tokens_and_do_not_overlap(small):
    tokens = cut(TEXT)
    borders = {t.start for t in tokens} | {t.end for t in tokens}
    found = list(trained_names(tokens, (), ANYTHING, small))
    assert found
    assert all(c.cls in CLASSES and c.rule == "trained" and not c.certain and {c.start, c.end} <= borders for c in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:]))


def test_no_name_that_stands_is_touched(small):
    start = TEXT.index("宁德时代")
    standing = Candidate(start, start + 4, "Company", "gazetteer", True)
    for found in trained_names(cut(TEXT), [standing], ANYTHING, small):
        assert found.end <= standing.start or standing.end <= found.start


def test_a_higher_threshold_proposes_no_more(small):
    tokens = cut(TEXT)
    sure = set(trained_names(tokens, (), dict.fromkeys(THRESHOLDS, 0.9), small))
    assert sure <= set(trained_names(tokens, (), ANYTHING, small))
    assert not list(trained_names(tokens, (), dict.fromkeys(THRESHOLDS, 1.1), small))


def test_a_model_that_is_none_is_one_clear_error(tmp_path):
    path = tmp_path / "bad.crfsuite"
    path.write_bytes(b"this is no model")
    with pytest.raises(KgError, match="bad.crfsuite.*kg train"):
        Model(path)


def test_the_shipped_model_is_small_enough():
    assert MODEL.stat().st_size <= 12_000_000


def test_the_shipped_model_finds_companies_that_nobody_listed():
    text = "引进天劲、柏霖等龙头企业，比昂落户。"
    assert {text[c.start:c.end] for c in trained_names(cut(text))} & {"天劲", "柏霖"}


@pytest.mark.parametrize("name, company", [("巴斯巴锂电池产业园", "巴斯巴"), ("艾家冲变电站扩建", None), ("锂电池产业园", None)])
def test_the_shipped_model_finds_the_company_in_front_of_a_name(name, company):
    whole = Candidate(0, len(name), "Project", "grammar.project", True)
    assert [name[c.start:c.end] for c in trained_fronts(cut(name), whole)] == ([company] if company else [])


def test_only_projects_and_parks_begin_with_a_company():
    name = "巴斯巴锂电池研究院"
    assert not list(trained_fronts(cut(name), Candidate(0, len(name), "Organization", "grammar.organization", True)))
