"""`kg diff` of stores and of exports in every form."""

from __future__ import annotations

import gzip
import json

import pytest

from kg.cli.main import main
from kg.export import export
from kg.store import Store
from tests.ledger import made

ENDINGS = {"nquads": "nq", "trig": "trig", "turtle": "ttl", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return made.store(tmp_path_factory.mktemp("diff"))


@pytest.fixture(scope="module")
def exports(folder, tmp_path_factory):
    """The store in every form, by ending."""
    target = tmp_path_factory.mktemp("exports")
    with Store.open(folder) as store:
        for format, ending in ENDINGS.items():
            export(store.graph if format in ("nquads", "trig") else store.union, target / f"a.{ending}", format)
        export(store.union, target / "terms.ttl", "turtle", triple_terms=True)
    (target / "a.nq.gz").write_bytes(gzip.compress((target / "a.nq").read_bytes()))
    return target


@pytest.fixture
def kg(capfd):
    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        code = main(["diff", *map(str, arguments)])
        return code, *capfd.readouterr()

    return run


@pytest.mark.parametrize("name", [*(f"a.{ending}" for ending in ENDINGS.values()), "a.nq.gz", "terms.ttl"])
def test_a_store_and_its_export_do_not_differ(kg, folder, exports, name):
    assert kg(folder, exports / name) == (0, "no difference\n", "")


@pytest.fixture
def other(exports, tmp_path):
    """An export without the agreement of 2021."""
    lines = (exports / "a.nt").read_text(encoding="utf-8").splitlines()
    milestone = next(line.split()[0] for line in lines if line.endswith('"2021-02" .'))
    file = tmp_path / "other.nt"
    file.write_text("".join(f"{line}\n" for line in lines if not line.startswith(milestone)), encoding="utf-8")
    return file


def test_in_words(kg, folder, other):
    code, out, err = kg(folder, other)
    assert (code, err) == (0, "")
    assert out.startswith("milestones: 1 gone\n")
    assert "  - 远山正极项目 2021-02 签约\n      「项目2021年2月签约」 one.md[" in out
    assert out.rstrip().endswith("made.rule")


def test_as_json(kg, folder, other, tmp_path):
    assert kg(other, folder, "--json", "-o", tmp_path / "out.json") == (0, "", "")
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert {"kind": "milestone", "topic": "Signed", "added": 1, "gone": 0, "changed": 0} in found["counts"]
    (change,) = (change for change in found["changes"] if change["kind"] == "milestone")
    assert (change["change"], change["before"]) == ("added", None)
    assert change["after"]["words"] == "远山正极项目 2021-02 签约"
    assert change["after"]["places"][0]["quote"] == "项目2021年2月签约"


def test_it_is_the_same_every_time(kg, folder, exports, other):
    assert kg(folder, other, "--json") == kg(exports / "a.trig", other, "--json")


def test_a_limit_says_that_there_is_more(kg, folder, tmp_path):
    (tmp_path / "none.nt").write_text("")
    out = kg(tmp_path / "none.nt", folder, "--limit", 1)[1]
    assert "  … 2 more; --limit 0 shows all\n" in out and "… " not in kg(tmp_path / "none.nt", folder, "--limit", 0)[1]


@pytest.mark.parametrize("name, content, complaint", [
    ("none.nq", None, "there is no such store or file"),
    ("a.xlsx", b"", "the name does not say which form of RDF this is"),
    ("a.nt", b"<a> <b\n", "is not well formed"),
    ("a.nq.gz", b"no gzip", "can't be read"),
])
def test_trouble_is_one_line(kg, folder, tmp_path, name, content, complaint):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, out, err = kg(folder, tmp_path / name)
    assert (code, out) == (2, "") and complaint in err and err.count("\n") == 1


def test_a_folder_that_is_no_store(kg, folder, tmp_path):
    assert kg(folder, tmp_path)[0] == 3
