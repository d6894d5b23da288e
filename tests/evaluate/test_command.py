import json

import pytest

from kg.cli.main import main


def test_the_figures_from_a_store(store_folder, gold_file, capfd):
    assert main(["evaluate", str(gold_file()), "--store", str(store_folder)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[1].split() == ["entities/core", "0.800", "0.800", "0.800", "4", "5", "5"]
    assert lines[-1].split() == ["quotes", "1.0000", "7", "of", "7"]


def test_a_folder_with_misses_and_classes(store_folder, gold_file, tmp_path, capfd):
    gold_file()
    assert main(["evaluate", str(tmp_path), "--misses", "--by-class", "--store", str(store_folder)]) == 0
    out = capfd.readouterr().out
    assert out.startswith("one\tentity missed\tCompany 远山新材料\n")
    assert "relations/locatedIn" in out


def test_json(store_folder, gold_file, capfd):
    assert main(["evaluate", str(gold_file()), "--json", "--store", str(store_folder)]) == 0
    assert json.loads(capfd.readouterr().out)["all"]["figures"]["f1"] == 1.0


def test_a_document_that_is_not_in_the_store_is_named(store_folder, gold_file, capfd):
    assert main(["evaluate", str(gold_file(document="three")), "--store", str(store_folder)]) == 0
    assert capfd.readouterr().err == "kg: not in the store, so nothing of it was found: three\n"


@pytest.mark.parametrize("content, complaint", [
    ("{", "is not JSON"), ('{"document": "one", "relations": [["a", "b"]]}', "relation 1: must be")])
def test_broken_gold_is_one_line_with_its_file(content, complaint, store_folder, tmp_path, capfd):
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="utf-8")
    assert main(["evaluate", str(path), "--store", str(store_folder)]) == 2
    error = capfd.readouterr().err
    assert error.startswith(f"kg: {path}: ") and complaint in error and error.count("\n") == 1


def test_without_gold_and_without_a_store(store_folder, gold_file, capfd):
    assert main(["evaluate", "--store", str(store_folder)]) == 2
    assert main(["evaluate", str(gold_file()), "--store", "/nowhere"]) == 3
    assert capfd.readouterr().err.count("\n") == 2


def test_the_help_has_an_example(capfd):
    assert main(["evaluate", "--help"]) == 0
    assert "Example:" in capfd.readouterr().out
