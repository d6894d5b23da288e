from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kg.cli.main import main


def test_to_a_file_and_to_standard_output_it_is_the_same(store_folder, tmp_path, capfdbinary):
    target = tmp_path / "graph.html"
    assert main(["draw", "-o", str(target), "--store", str(store_folder)]) == 0
    assert capfdbinary.readouterr().out == b""
    assert main(["draw", "-o", "-", "--store", str(store_folder)]) == 0
    assert capfdbinary.readouterr().out == target.read_bytes()
    assert "华星电子二期" in target.read_text(encoding="utf-8")


def test_options_reach_the_page(store_folder, tmp_path):
    target = tmp_path / "graph.html"
    options = ["--around", "华星", "--depth", "1", "--class", "Park", "--title", "一页"]
    assert main(["draw", "-o", str(target), *options, "--store", str(store_folder)]) == 0
    page = target.read_text(encoding="utf-8")
    assert "<title>一页</title>" in page and "东湖高新区" in page and "华星电子二期" not in page


@pytest.mark.parametrize("arguments, code, complaint", [
    (["-o", "/nowhere/a.html"], 3, "/nowhere/a.html: can't be written: No such file or directory"),
    (["-o", "/dev/full"], 3, "/dev/full: can't be written: No space left on device"),
    (["-o", "-", "--around", "华星电"], 2, "similar: 华星电子"),
    (["-o", "-", "--class", "Planet"], 2, "Planet: the graph has nothing of this class"),
    (["-o", "-", "--limit", "0"], 2, "--limit"),
    (["-o", "-", "--depth", "-1"], 2, "--depth"),
    (["-o", "-", "--since", "2023-13"], 2, "there is no date"),
    (["-o", "-", "--since", "2099"], 2, "no document was issued since 2099"),
    (["-o", "-", "--question", "没有这个问题"], 2, "没有这个问题"),
    (["-o", "-", "--with", "park=x"], 2, "--question"),
    (["-o", "-", "--question", "园区企业", "--with", "park"], 2, "is no parameter"),
    (["-o", "-", "--question", "园区企业", "--around", "华星"], 2, "not both"),
    ([], 2, "--output"),
    (["-o", "-", "--store", "/nowhere"], 3, "there is no store"),
])
def test_trouble_is_one_line_and_an_exit_code(arguments, code, complaint, store_folder, capfd):
    given = arguments if "--store" in arguments else [*arguments, "--store", str(store_folder)]
    assert main(["draw", *given]) == code
    output, error = capfd.readouterr()
    assert complaint in error and error.count("\n") == 1 and output == ""


def test_a_locale_that_knows_no_chinese_changes_nothing(store_folder, tmp_path):
    target = tmp_path / "graph.html"
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    subprocess.run([sys.executable, "-m", "kg", "draw", "-o", str(target), "--store", str(store_folder)], env=environment, check=True)
    assert "东湖高新区" in target.read_text(encoding="utf-8")


def test_help_ends_with_an_example(capfd):
    assert main(["draw", "--help"]) == 0
    assert capfd.readouterr().out.strip().splitlines()[-1].strip().startswith("kg draw -o")


def test_a_page_of_what_was_said_in_a_year_and_of_a_question(tmp_path):
    (tmp_path / "a.txt").write_text("日期：2021年3月1日\n\n小鹏汽车落户肇庆高新区。\n", "utf-8")
    (tmp_path / "b.txt").write_text("日期：2023年5月1日\n\n宁德时代落户肇庆高新区。\n", "utf-8")
    store = str(tmp_path / "kg-store")
    assert main(["build", "-q", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--store", store]) == 0

    def drawn(*options: str) -> str:
        assert main(["draw", "-o", str(tmp_path / "page.html"), "--store", store, *options]) == 0
        return (tmp_path / "page.html").read_text("utf-8")

    assert "小鹏汽车落户肇庆高新区" in drawn("--until", "2021") and "宁德时代落户" not in drawn("--until", "2021-03")
    assert "小鹏汽车落户" not in drawn("--since", "2022") and "宁德时代落户肇庆高新区" in drawn("--since", "2022")
    answered = drawn("--question", "园区企业", "--with", "park=肇庆高新区")
    assert "小鹏汽车" in answered and "宁德时代" in answered and "<title>园区企业</title>" in answered
