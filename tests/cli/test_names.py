"""kg names and kg show --names: the names in a text, with what found each."""

import pytest

from kg.cli.main import main

TEXT = "小鹏汽车肇庆基地投产，宁德时代、震裕科技等企业落户。"
ROWS = [
    ["小鹏汽车肇庆基地", "Project", "rules", "grammar.project", "0:8", ""],
    ["小鹏汽车", "Company", "listed", "gazetteer", "0:4", "小鹏汽车肇庆基地"],
    ["肇庆", "District", "listed", "gazetteer", "4:6", "小鹏汽车肇庆基地"],
    ["宁德时代", "Company", "context", "list.company", "11:15", ""],
    ["震裕科技", "Company", "context", "list.company", "16:20", ""],
]


def rows(answer) -> list[list[str]]:
    assert (answer.code, answer.err) == (0, "")
    head, *lines = answer.out.splitlines()
    assert head == "# Names\tname\tclass\tsource\trule\tposition\tpart of"
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize("command", [("names",), ("show", "--names")])
def test_each_name_with_its_source_and_rule(kg, command):
    assert rows(kg(*command, TEXT)) == ROWS


def test_a_file_gives_positions_in_the_text_as_it_was_read(kg, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(f"\n\n  {TEXT}", encoding="utf-8")
    assert [row[4] for row in rows(kg("show", "--names", path))] == ["4:12", "4:8", "8:10", "15:19", "20:24"]


def test_show_names_needs_no_store(kg, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", str(tmp_path / "nowhere"))
    assert rows(kg("show", "--names", TEXT)) == ROWS
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", [("--limit", "3"), ("--store", "elsewhere")])
def test_an_option_that_would_say_nothing_is_refused(kg, option):
    answer = kg("show", "--names", TEXT, *option)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"kg: --names reads a text, not a store: {option[0]} says nothing there; leave out {option[0]}\n"


def test_a_text_without_names(kg):
    assert kg("show", "--names", "今天天气很好。").out == ""


def test_a_missing_file_and_a_folder_are_one_line(kg, tmp_path):
    for argument in ("nowhere.txt", tmp_path):
        answer = kg("show", "--names", argument)
        assert answer.code == 2 and answer.err.count("\n") == 1 and str(argument) in answer.err


def test_a_terminal_shows_the_text_in_colours_and_a_legend(monkeypatch, capsys):
    monkeypatch.setattr("kg.cli.output.on_terminal", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["show", "--names", TEXT]) == 0
    first, *others = capsys.readouterr().out.splitlines()
    assert "\x1b[" in first and "宁德时代" in first             # one style for a name, from its first character to its last
    assert any("企业 Company" in line for line in others)
