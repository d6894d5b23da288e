"""What the trained recogniser sees of a clause."""

from __future__ import annotations

import pytest

from kg.recognize.text.tokens import Token, tokenize
from kg.recognize.trained.features import features, features_inside, may_begin_with_company, pieces, promising_clauses


def cut(text: str) -> list[Token]:
    return tokenize(text, 0, len(text), (), (), ())


def test_a_name_that_stands_is_one_piece_seen_by_its_class():
    text = "引进宁德时代、天劲等企业"
    start = text.index("宁德时代")
    found = pieces(cut(text), [(start, start + 4, "Company")])
    assert [(p.text, p.kind) for p in found if p.stands] == [("", "Company")]
    assert "".join(p.text for p in found) == text.replace("宁德时代", "")


def test_clauses_end_at_their_marks():
    found = promising_clauses(cut("天劲落户，百鲜投产。"), ())
    assert ["".join(p.text for p in clause) for clause in found] == ["天劲落户，", "百鲜投产。"]


@pytest.mark.parametrize("text, worth", [("天劲落户我市", True), ("天劲很好", False), ("项目落户我市", False)])
def test_a_clause_is_looked_at_if_it_holds_a_trigger_and_an_unknown_word(text, worth):
    assert bool(list(promising_clauses(cut(text), ()))) is worth


def test_a_company_that_stands_is_a_trigger():
    assert list(promising_clauses(cut("宁德时代和天劲很好"), [(0, 4, "Company")]))


def test_a_clause_whose_unknown_words_all_stand_is_left():
    assert not list(promising_clauses(cut("天劲落户我市，百鲜很好"), [(0, 2, "Company")]))


def test_a_hidden_word_is_nowhere_in_the_features():
    clause = pieces(cut("引进天劲等企业"), ())
    at = next(i for i, p in enumerate(clause) if p.text == "天劲")
    assert any("天劲" in f for row in features(clause) for f in row)
    assert not any("天劲" in f for row in features(clause, {at}) for f in row)
    name = pieces(cut("天劲锂电池基地"), ())
    at = next(i for i, p in enumerate(name) if p.text == "天劲")
    assert not any("天劲" in f for row in features_inside(name, "Project", {at}) for f in row)


def test_the_noun_behind_a_list_is_seen_from_its_members():
    clause = pieces(cut("引进天劲、百鲜等企业"), ())
    assert "lCompany" in features(clause)[1]
    assert "lCompany" not in features(clause)[-1]


@pytest.mark.parametrize("text, may", [("天劲锂电池基地", True), ("艾家冲变电站扩建", False), ("锂电池", False)])
def test_the_name_of_public_works_begins_with_no_company(text, may):
    assert may_begin_with_company(pieces(cut(text), ())) is may
