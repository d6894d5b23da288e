import os
import subprocess
import sys

import pytest
from pyoxigraph import RdfFormat, parse

from kg.cli.main import main
from kg.export import FILES, FOLDERS


@pytest.mark.parametrize("format", FILES)
def test_to_a_file_and_to_standard_output_it_is_the_same(format, store_folder, tmp_path, capfdbinary):
    target = tmp_path / "out"
    assert main(["export", "--format", format, "-o", str(target), "--store", str(store_folder)]) == 0
    assert capfdbinary.readouterr().out == b""
    assert main(["export", "--format", format, "--store", str(store_folder)]) == 0
    assert capfdbinary.readouterr().out == target.read_bytes() != b""


@pytest.mark.parametrize("format", FOLDERS)
def test_a_folder_takes_the_place_of_an_earlier_export_and_of_nothing_else(format, store_folder, tmp_path, capfd):
    target = tmp_path / "out"
    for _ in range(2):
        assert main(["export", "--format", format, "-o", str(target), "--store", str(store_folder)]) == 0
    before = sorted(file.name for file in target.iterdir())
    assert len(before) >= 7 and [file.name for file in tmp_path.iterdir()] == ["out"]
    (target / "letter.txt").write_text("mine")
    assert main(["export", "--format", format, "-o", str(target), "--store", str(store_folder)]) == 3
    assert "the folder holds other files (letter.txt); give -o a new folder" in capfd.readouterr().err
    assert sorted(file.name for file in target.iterdir()) == sorted([*before, "letter.txt"]) and len(list(tmp_path.iterdir())) == 1


def test_everything_is_there(store_folder, graph, tmp_path):
    assert main(["export", "--format", "nquads", "-o", str(tmp_path / "out.nq"), "--store", str(store_folder)]) == 0
    assert set(parse(path=str(tmp_path / "out.nq"), format=RdfFormat.N_QUADS)) == set(graph)


@pytest.mark.parametrize("arguments, code, complaint", [
    (["--format", "turtle", "-o", "/nowhere/a.ttl"], 3, "/nowhere/a.ttl: can't be written: No such file or directory"),
    (["--format", "turtle", "-o", "/dev/full"], 3, "/dev/full: can't be written: No space left on device"),
    (["--format", "graphml", "-o", "/"], 3, "/: can't be written: Is a directory"),
    (["--format", "hdt"], 2, "hdt"),
    (["--format", "csv"], 2, "give -o FOLDER"),
    (["--format", "neo4j", "-o", "/nowhere/a"], 3, "/nowhere/a: can't be written: No such file or directory"),
    (["--format", "rdfxml", "--triple-terms"], 2, "rdfxml has no triple terms; use one of turtle, ntriples, nquads, trig"),
    ([], 2, "standard output does not tell a format; say --format"),
    (["-o", "graph.txt"], 2, "graph.txt: its ending tells no format; say --format, or -o with a name that ends in one of .ttl, "),
    (["--format", "turtle", "--store", "/nowhere"], 3, "there is no store"),
])
def test_trouble_is_one_line_and_an_exit_code(arguments, code, complaint, store_folder, capfd):
    given = arguments if "--store" in arguments else [*arguments, "--store", str(store_folder)]
    assert main(["export", *given]) == code
    error = capfd.readouterr().err
    assert complaint in error and error.count("\n") == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_full_standard_output_is_one_line(store_folder):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "kg", "export", "--format", "turtle", "--store", str(store_folder)],
                              stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 3
    assert done.stderr == "kg: standard output: can't be written: No space left on device\n"


def test_a_reader_that_has_had_enough_is_no_error(store_folder):
    export = subprocess.Popen([sys.executable, "-m", "kg", "export", "--format", "nquads", "--store", str(store_folder)],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    export.stdout.close()
    assert export.stderr.read() == b""
    assert export.wait() == 0


def test_the_help_has_an_example(capfd):
    assert main(["export", "--help"]) == 0
    assert "Example:" in capfd.readouterr().out


@pytest.mark.parametrize("name, format", [
    ("a.ttl", "turtle"), ("a.nt", "ntriples"), ("a.nq", "nquads"), ("a.TRIG", "trig"), ("a.jsonld", "jsonld"), ("a.rdf", "rdfxml"),
    ("a.graphml", "graphml"), ("a.gexf", "gexf"), ("a.cyjs", "cytoscape"),
])
def test_the_name_of_a_file_tells_its_format(name, format, store_folder, tmp_path):
    named, told = tmp_path / name, tmp_path / "told"
    assert main(["export", "-o", str(named), "--store", str(store_folder)]) == 0
    assert main(["export", "--format", format, "-o", str(told), "--store", str(store_folder)]) == 0
    assert named.read_bytes() == told.read_bytes()
