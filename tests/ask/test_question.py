"""Files of questions, well and badly formed."""

from __future__ import annotations

import pytest

from kg.ask import answer, find, questions
from kg.errors import QueryError, UsageError
from kg.store import Store
from tests.ledger import made

FRONT = """#+ name: 我的问题
#+ english: my-question
#+ description: {zh: 园区的项目, en: The projects of a park}
#+ parameters:
#+   park: {type: Park, zh: 园区, en: the park}
#+ columns: {project: 项目}
#+ example: {park: 白鹭高新区}
"""
QUERY = "SELECT ?project WHERE { ?project a pk:Project ; pk:locatedIn $park }\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mine.rq").write_text(FRONT + QUERY, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store.open(made.store(tmp_path_factory.mktemp("ask"))) as opened:
        yield opened


def ask(store, folder, front: str = FRONT, query: str = QUERY, **given: str):
    (folder / "mine.rq").write_text(front + query, encoding="utf-8")
    return answer(store, "my-question", given, folders=[folder])


def test_a_question_of_ones_own(store, folder):
    found = ask(store, folder, park="白鹭高新区")
    assert found.rows() == [["远山正极项目"]] and found.headings() == ["项目"]
    assert "park/白鹭高新区>" in found.sparql and "$park" not in found.sparql
    assert len(questions([folder])) == len(questions()) + 1


def test_a_dollar_in_a_text_or_comment_is_none_of_ours(store, folder):
    query = '# $park\nSELECT ?project WHERE { ?project pk:locatedIn $park . FILTER (STR(?project) != "$park") }\n'
    assert '"$park"' in ask(store, folder, query=query, park="白鹭高新区").sparql


def test_what_is_given_stays_a_text(store, folder):
    front = FRONT.replace("{type: Park, zh: 园区, en: the park}", "{type: text, zh: 文字, en: a text}")
    query = "SELECT ?project WHERE { ?project a pk:Project FILTER (STR(?project) = $park) }\n"
    hostile = '" || true) } } # \\" \n SELECT'
    assert ask(store, folder, front, query, park=hostile).rows() == []


@pytest.mark.parametrize("front, query, complaint", [
    ("", QUERY, "there is no description"),
    ("#+ name: [\n", QUERY, "are not YAML"),
    ("#+ - name\n", QUERY, "there is no description"),
    (FRONT.replace("#+ english: my-question\n", ""), QUERY, "english is missing"),
    (FRONT + "#+ colour: red\n", QUERY, "nothing is called colour"),
    (FRONT.replace("type: Park", "type: garden"), QUERY, "unknown type garden"),
    (FRONT.replace("park:", "limit:"), QUERY.replace("$park", "$limit"), "kg ask has an option of that name"),
    (FRONT.replace(", en: The projects of a park", ""), QUERY, "the description needs zh and en"),
    (FRONT, QUERY.replace("$park", "$garden"), "$garden is no parameter"),
    (FRONT, QUERY.replace("$park", "?park"), "the parameter park is not used"),
    (FRONT, "ASK { $park a pk:Park }", "a question is a SELECT, not a ASK"),
    (FRONT, "SELECT ?project WHERE { ?project nowhere:is $park }", "the prefix nowhere: is not declared"),
    (FRONT, "DELETE WHERE { $park ?p ?o }", "would change the graph"),
    (FRONT, "SELECT ?project WHERE { SERVICE <http://example.org> { ?project ?p $park } }", "SERVICE would fetch"),
])
def test_a_broken_file_is_named_with_its_fault(folder, front, query, complaint):
    (folder / "mine.rq").write_text(front + query, encoding="utf-8")
    with pytest.raises(QueryError) as error:
        questions([folder])
    assert complaint in str(error.value) and "mine.rq" in str(error.value)


def test_two_of_one_name_are_refused(folder):
    (folder / "other.rq").write_text(FRONT + QUERY, encoding="utf-8")
    with pytest.raises(UsageError, match="there is a question 我的问题 already"):
        questions([folder])


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(UsageError, match="there is no such folder"):
        questions([tmp_path / "none"])


@pytest.mark.parametrize("name, close", [("园区公司", "园区企业"), ("companies-of-park", "companies-of-a-park")])
def test_an_unknown_name_gets_close_ones(name, close):
    with pytest.raises(UsageError) as error:
        find(name)
    assert close in str(error.value)


@pytest.mark.parametrize("name, given, complaint", [
    ("园区企业", {}, "园区企业 needs --park (园区, the park); for example: kg ask 园区企业 --park 肇庆高新区"),
    ("园区企业", {"park": "白鹭"}, "--park: nothing in the graph is called 白鹭 as Park; did you mean 白鹭高新区"),
    ("园区企业", {"garden": "x"}, "园区企业 knows no garden; it takes park"),
    ("阶段项目", {"stage": "开花"}, "'开花' is no stage; use 规划, 签约"),
    ("大项目", {"amount": "很多"}, "'很多' is no amount in yuan"),
    ("大项目", {"amount": "3亿美元"}, "is no amount in yuan"),
    ("指标历年", {"indicator": "幸福"}, "nothing in the graph is measured as 幸福"),
    ("文件事实", {"document": "on"}, "the store holds no document on; did you mean one.md"),
    ("多源事实", {"documents": "two"}, "'two' is no number"),
    ("最新消息", {"about": "远山材料", "since": "昨天"}, "there is no date '昨天'"),
])
def test_what_can_not_be_meant_is_said(store, name, given, complaint):
    with pytest.raises(UsageError) as error:
        answer(store, name, given)
    assert complaint in str(error.value)


@pytest.mark.parametrize("amount", ["50亿元", "50亿", "5000000000", "50 亿元"])
def test_amounts_may_be_written_as_one_likes(store, amount):
    found = answer(store, "大项目", {"amount": amount})
    assert [row[:3] for row in found.rows()] == [["远山正极项目", "60", "60亿元"], ["远山正极项目", "50", "50亿元"]]


def test_an_answer_is_cut_and_says_so(store):
    found = answer(store, "多源事实", {"documents": "1"}, limit=1)
    assert len(found.result.rows) == 1 and found.result.truncated


def test_a_question_that_takes_too_long_is_given_up(store, folder):
    endless = """SELECT ?project WHERE {
        ?project pk:locatedIn $park . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (CONCAT(STR(?a), STR(?d), STR(?g)) = ?c) }"""
    (folder / "mine.rq").write_text(FRONT + endless, encoding="utf-8")
    with pytest.raises(QueryError, match="took longer than 0.2 seconds"):
        answer(store, "my-question", {"park": "白鹭高新区"}, folders=[folder], timeout=0.2)
