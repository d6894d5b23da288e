"""``kg names``: a table in a pipe, a coloured text on a terminal, one line and an exit code for trouble."""

import io
import os
import pty
import subprocess
import sys

import pytest

from kg.cli.main import main

TEXT = "小鹏汽车肇庆基地于2023年10月9日投产，总投资 100 亿元。\n\n绵阳高新区管委会主任李明辉介绍了情况。\n"
NAMES = [
    ("小鹏汽车肇庆基地", "Project", "grammar.project", ""),
    ("小鹏汽车", "Company", "gazetteer", "小鹏汽车肇庆基地"),
    ("肇庆", "District", "gazetteer", "小鹏汽车肇庆基地"),
    ("绵阳高新区管委会", "Organization", "grammar.organization", ""),
    ("绵阳高新区", "Park", "gazetteer", "绵阳高新区管委会"),
    ("绵阳", "District", "composition.place", "绵阳高新区管委会"),
    ("李明辉", "Person", "person.position", ""),
]


def rows(output: str) -> list[dict[str, str]]:
    """The table as it is piped, by the titles of its columns."""
    head, *lines = output.splitlines()
    title, *columns = head.split("\t")
    assert title == "# Names" and {"name", "class", "rule", "position", "part of"} <= set(columns)
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def said(output: str) -> list[tuple[str, ...]]:
    return [(row["name"], row["class"], row["rule"], row["part of"]) for row in rows(output)]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "text.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_on_the_command_line(capfd):
    assert main(["names", "京东方落户绵阳高新区"]) == 0
    found = {(row["name"], row["class"]) for row in rows(capfd.readouterr().out)}
    assert found == {("京东方", "Company"), ("绵阳高新区", "Park"), ("绵阳", "District")}


def test_a_file_with_positions_of_the_text_as_it_was_read(path, capfd):
    assert main(["names", str(path)]) == 0
    output = capfd.readouterr().out
    assert said(output) == NAMES
    for row in rows(output):
        start, end = map(int, row["position"].split(":"))
        assert TEXT[start:end] == row["name"]


def test_standard_input_in_any_encoding_that_is_read(monkeypatch, capfd):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    assert main(["names", "-"]) == 0
    assert said(capfd.readouterr().out) == NAMES


def test_names_of_a_gazetteer(tmp_path, capfd):
    table = tmp_path / "names.csv"
    table.write_text("name,class\n听涛石,Company\n", encoding="utf-8")
    assert main(["names", "听涛石投产", "--gazetteer", str(table)]) == 0
    assert said(capfd.readouterr().out)[0][:2] == ("听涛石", "Company")


def test_a_text_without_names_prints_nothing(capfd):
    assert main(["names", "今天天气好"]) == 0
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("arguments, complaint", [
    (["nowhere.md"], "nowhere.md: there is no such file"),
    (["/"], "/: this is a folder; name one of its files"),
    ([""], "the text is empty"),
    (["京东方", "--gazetteer", "nowhere.csv"], "nowhere.csv: the gazetteer can't be read"),
    (["\udcff京东方"], "the text is not UTF-8"),
    ([], "Missing argument 'TEXT_OR_FILE'"),
])
def test_trouble_is_one_line_and_an_exit_code(arguments, complaint, capfd):
    assert main(["names", *arguments]) == 2
    output = capfd.readouterr()
    assert complaint in output.err and output.err.count("\n") == 1 and output.out == ""


def test_a_text_longer_than_a_path_may_be(capfd):
    assert main(["names", "京东方落户绵阳。" * 1000]) == 0
    assert len(rows(capfd.readouterr().out)) == 2000


def test_on_a_terminal_the_text_comes_coloured(path):
    """Run under a terminal of its own: names in the colours of ``kg draw``, a legend, a table."""
    leader, follower = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": "160"}
    environment.pop("NO_COLOR", None)
    done = subprocess.Popen([sys.executable, "-m", "kg", "names", str(path)], stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 4096)
        except OSError:                     # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert done.wait(timeout=60) == 0
    text = shown.decode()
    assert "\x1b[1;4;38;2;47;149;216m小鹏汽车\x1b[0m" in text, "a part: bold, underlined, the colour of companies"
    assert "\x1b[1;38;2;240;174;30m基地\x1b[0m于2023年10月9日投产" in text, "the name around it in the colour of projects"
    assert "项目 Project" in text and "part of" in text


def test_the_help_has_an_example(capfd):
    assert main(["names", "--help"]) == 0
    assert "Example:" in capfd.readouterr().out
