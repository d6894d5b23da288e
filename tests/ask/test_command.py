"""`kg ask`."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.ask import questions
from kg.cli.main import main
from tests.ask.test_question import FRONT, QUERY
from tests.ledger import made


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return made.store(tmp_path_factory.mktemp("ask"))


@pytest.fixture
def kg(folder, capfd, monkeypatch):
    monkeypatch.setenv("KG_STORE", str(folder))

    def run(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = main(["ask", *arguments])
        return code, *capfd.readouterr()

    return run


def test_alone_it_lists_the_questions(kg):
    code, out, err = kg()
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == len(questions()) + 1
    assert "\n园区企业\tcompanies-of-a-park\t--park\t" in out


def test_it_answers_in_the_language_it_is_asked_in(kg):
    assert kg("园区企业", "--park", "白鹭高新区") == (0, "企业\t所在园区\t文件数\n远山材料\t白鹭高新区\t1\n", "")
    assert kg("companies-of-a-park", "--park=白鹭高新区")[1].splitlines()[0] == "company\twhere\tdocuments"


def test_options_may_stand_anywhere(kg):
    assert kg("--format", "csv", "园区企业", "--park", "白鹭高新区")[1] == kg("园区企业", "--park", "白鹭高新区", "--format", "csv")[1] != ""


def test_json_keeps_the_nodes(kg):
    found = json.loads(kg("园区企业", "--park", "白鹭高新区", "--format", "json")[1])
    assert found["results"]["bindings"][0]["company"]["type"] == "uri"


def test_a_formula_in_a_name_is_harmless_in_csv(kg, tmp_path):
    assert kg("最新消息", "--about", "星河基地", "--format", "csv", "-o", str(tmp_path / "a.csv"))[0] == 0
    cells = [cell for row in csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8"), newline="")) for cell in row]
    assert "'" + made.FORMULA in cells and not [cell for cell in cells if cell.startswith("=")]


def test_the_query_can_be_seen(kg):
    out = kg("园区企业", "--park", "白鹭高新区", "--sparql")[1]
    assert out.startswith("SELECT ?company") and "<https://w3id.org/parkkg/id/park/白鹭高新区>" in out


def test_help_of_a_question(kg):
    code, out, _ = kg("园区企业", "--help")
    assert code == 0 and "--park PARK" in out and out.rstrip().endswith("kg ask companies-of-a-park --park 肇庆高新区")


def test_questions_of_ones_own(kg, tmp_path):
    (tmp_path / "mine.rq").write_text(FRONT + QUERY, encoding="utf-8")
    assert kg("--questions", str(tmp_path), "我的问题", "--park", "白鹭高新区")[1] == "项目\n远山正极项目\n"
    assert "\n我的问题\t" in kg("--questions", str(tmp_path))[1]


def test_no_answer_and_more_answers_are_told(kg):
    assert kg("供应商", "--company", "远山材料")[2] == "kg: no answer to 供应商 company=远山材料\n"
    assert kg("多源事实", "--documents", "1", "--limit", "1")[2] == "kg: there is more; --limit 1 was reached\n"


@pytest.mark.parametrize("arguments, complaint", [
    (["园区企业"], "needs --park"),
    (["园区企业", "--prk", "x"], "No such option '--prk'. Did you mean '--park'?; see: kg ask 园区企业 --help"),
    (["园区企业", "--park", "白鹭高新区", "更多"], "unexpected extra argument"),
    (["--park", "x"], "name the question first"),
    (["无此问题"], "there is no question '无此问题'"),
    (["--questions", "/nowhere"], "/nowhere: there is no such folder of questions"),
])
def test_trouble_is_one_line(kg, arguments, complaint):
    code, out, err = kg(*arguments)
    assert (code, out) == (2, "") and complaint in err and err.count("\n") == 1
