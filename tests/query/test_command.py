import io
import json

import pytest
from click import Choice

from kg.cli.main import main
from kg.cli.query import query as command
from kg.query import FORMATS

NAMES = "SELECT ?name { ?c a pk:Company ; skos:prefLabel ?name }"


def test_a_query_on_the_command_line(store_folder, capfd):
    assert main(["query", NAMES, "--store", str(store_folder)]) == 0
    assert capfd.readouterr().out == "name\n华星电子\n远山材料\n"


def test_the_store_of_the_environment(store_folder, capfd, monkeypatch):
    monkeypatch.setenv("KG_STORE", str(store_folder))
    assert main(["query", "ASK { park:东湖高新区 a pk:Park }"]) == 0
    assert capfd.readouterr().out == "yes\n"


def test_a_query_from_a_file_and_an_answer_into_one(store_folder, tmp_path, capfd):
    (tmp_path / "q.rq").write_text("\ufeff" + NAMES, encoding="utf-8")
    target = tmp_path / "out.csv"
    assert main(["query", "--file", str(tmp_path / "q.rq"), "--format", "csv", "-o", str(target), "--store", str(store_folder)]) == 0
    assert target.read_bytes().decode() == "name\r\n华星电子\r\n远山材料\r\n"
    assert capfd.readouterr().out == ""


def test_a_query_from_standard_input(store_folder, monkeypatch, capfd):
    monkeypatch.setattr("sys.stdin", io.StringIO(NAMES))
    assert main(["query", "--file", "-", "--format", "json", "--store", str(store_folder)]) == 0
    assert len(json.loads(capfd.readouterr().out)["results"]["bindings"]) == 2


def test_triples_come_as_turtle(store_folder, capfd):
    assert main(["query", "DESCRIBE district:临江市", "--store", str(store_folder)]) == 0
    assert "district:临江市 a pk:District ;" in capfd.readouterr().out


def test_every_query_has_limits(store_folder, capfd):
    by_default = {parameter.name: parameter.default for parameter in command.params}
    assert 0 < by_default["timeout"] < 3600 and by_default["limit"] > 1000
    assert main(["query", NAMES, "--limit", "0", "--store", str(store_folder)]) == 0
    output = capfd.readouterr()
    assert len(output.out.splitlines()) > 2 and output.err == ""


def test_a_limit_says_that_there_is_more(store_folder, capfd):
    assert main(["query", NAMES, "--limit", "1", "--store", str(store_folder)]) == 0
    output = capfd.readouterr()
    assert len(output.out.splitlines()) == 2
    assert output.err == "kg: there is more; --limit 1 was reached\n"


@pytest.mark.parametrize("arguments, code, complaint", [
    (["SELECT * {\n ?s nope:x ?o }"], 2, "kg: line 2, column 5: the prefix nope: is not declared"),
    (["SELECT * { SERVICE <http://x/> {} }"], 2, "SERVICE would fetch"),
    (["DROP ALL"], 2, "DROP would change the graph"),
    (["ASK {}", "--format", "turtle"], 2, "turtle can't hold the result of a ASK"),
    (["ASK {}", "--format", "xml"], 2, "--format"),
    ([], 2, "give either a query or --file"),
    (["ASK {}", "--file", "q.rq"], 2, "give either a query or --file"),
    (["--file", "/nowhere/q.rq"], 2, "/nowhere/q.rq: the query can't be read: No such file or directory"),
    (["ASK {}", "-o", "/nowhere/out"], 3, "/nowhere/out: can't be written: No such file or directory"),
    (["ASK {}", "-o", "/dev/full"], 3, "/dev/full: can't be written: No space left on device"),
    (["ASK {}", "--store", "/nowhere"], 3, "there is no store"),
])
def test_trouble_is_one_line_and_an_exit_code(arguments, code, complaint, store_folder, capfd):
    given = arguments if "--store" in arguments else [*arguments, "--store", str(store_folder)]
    assert main(["query", *given]) == code
    output = capfd.readouterr()
    assert complaint in output.err and output.err.count("\n") == 1
    assert output.out == ""


def test_a_file_that_is_not_utf8(store_folder, tmp_path, capfd):
    (tmp_path / "q.rq").write_bytes("ASK {} # 园区".encode("gb18030"))
    assert main(["query", "--file", str(tmp_path / "q.rq"), "--store", str(store_folder)]) == 2
    assert "the query can't be read: is not UTF-8" in capfd.readouterr().err


def test_the_help_has_an_example_and_the_formats_there_are(capfd):
    assert main(["query", "--help"]) == 0
    assert "Example:" in capfd.readouterr().out
    kind = next(parameter.type for parameter in command.params if parameter.name == "format")
    assert isinstance(kind, Choice) and list(kind.choices) == list(FORMATS)
