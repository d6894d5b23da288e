"""`kg ledger` and `kg table`."""

from __future__ import annotations

import pytest

from kg.cli.main import main
from tests.ledger import made


def run(capfd, *arguments: object) -> tuple[int, str, str]:
    capfd.readouterr()
    code = main([str(argument) for argument in arguments])
    return code, *capfd.readouterr()


def test_lines_in_a_pipe_have_all_columns(folder, capfd):
    code, out, err = run(capfd, "ledger", "--store", folder)
    header, first, second = out.splitlines()
    assert (code, err) == (0, "")
    assert header.startswith("项目\t企业\t园区") and header.count("\t") == first.count("\t") == second.count("\t")
    assert first.startswith("远山正极项目\t远山材料\t白鹭高新区\t白鹭市")


def test_csv_on_standard_output_has_no_mark_in_front(folder, capfd):
    code, out, _ = run(capfd, "ledger", "--store", folder, "--format", "csv", "--park", "白鹭高新区")
    assert code == 0 and out.startswith("项目,企业") and len(out.splitlines()) == 2


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("command", [["ledger"], ["table", "parks"], ["table", "companies"], ["table", "indicators"]], ids=" ".join)
def test_files(folder, capfd, tmp_path, command, name):
    assert run(capfd, *command, "--store", folder, "-o", tmp_path / name) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(b"PK" if name == "a.xlsx" else b"\xef\xbb\xbf")


@pytest.mark.parametrize("arguments, code, complaint", [
    (["ledger", "--park", "白鹭"], 2, "did you mean 白鹭高新区"),
    (["ledger", "--company", made.FORMULA, "--since", "x"], 2, "give YYYY-MM-DD, YYYY-MM or YYYY"),
    (["ledger", "-o", "a.pdf"], 2, "or give --format"),
    (["table", "parks", "-o", "/nowhere/a.csv"], 3, "/nowhere/a.csv: can't be written"),
    (["table", "plants"], 2, "plants"),
])
def test_trouble_is_one_line(folder, capfd, arguments, code, complaint):
    found, out, err = run(capfd, *arguments, "--store", folder)
    assert (found, out) == (code, "") and complaint in err and err.count("\n") == 1


def test_no_rows_say_so(folder, capfd):
    code, out, err = run(capfd, "ledger", "--store", folder, "--since", "2099")
    assert (code, len(out.splitlines()), err) == (0, 1, "kg: no rows\n")
