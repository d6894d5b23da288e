"""`kg build`: what is new is added, what changed replaced, what can't be read named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.store import Store
from tests.cli.conftest import BATTERY, PARK, kg_process


def quads(folder: Path) -> list[str]:
    with Store.open(folder) as store:
        return sorted(map(str, store.graph))


def test_a_summary_tells_what_was_found(kg, texts, tmp_path):
    answer = kg("build", texts, "--store", tmp_path / "store")
    assert answer.code == 0 and answer.err == ""
    assert answer.out.startswith("2 documents added, 0 replaced, 0 unchanged; ")
    assert "The graph holds 2 documents" in answer.out
    for line in ("Company\t企业\t", "locatedIn\t位于\t", "投资额\t", "Operational\t投产\t", "宁德时代\tCompany\t"):
        assert line in answer.out


def test_quiet_says_nothing(kg, texts, tmp_path):
    answer = kg("build", texts, "--store", tmp_path / "store", "--quiet")
    assert (answer.out, answer.err, answer.code) == ("", "", 0)


def test_the_second_build_reads_only_what_is_new_or_changed(kg, texts, tmp_path):
    copy = shutil.copytree(texts, tmp_path / "texts")
    store = tmp_path / "store"
    kg("build", copy, "--store", store)
    assert kg("build", copy, "--store", store).out.startswith("0 documents added, 0 replaced, 2 unchanged; 0 characters")
    (copy / "park.md").write_text(PARK.replace("300亿元", "310亿元"), encoding="utf-8")
    (copy / "new.txt").write_text("宁德时代落户肇庆市。", encoding="utf-8")
    assert kg("build", copy, "--store", store).out.startswith("1 document added, 1 replaced, 1 unchanged; ")
    again = tmp_path / "again"
    kg("build", copy, "--store", again)
    assert quads(store) == quads(again)


def test_another_date_source_or_gazetteer_is_a_change(kg, texts, tmp_path):
    store, names = tmp_path / "store", tmp_path / "names.csv"
    names.write_text("name,class,aliases,id\n小鹏智能驾驶,Company,,\n", encoding="utf-8")
    kg("build", texts, "--store", store)
    for option in (("--issued", "2024-01-01"), ("--source", "https://example.org"), ("--gazetteer", names)):
        assert "0 documents added, 2 replaced" in kg("build", texts, "--store", store, *option).out
        with Store.open(store) as opened:
            documents = list(opened.documents())
        if option[0] != "--gazetteer":
            assert {getattr(document, option[0][2:]) for document in documents} == {option[1]}


def test_the_order_of_files_and_the_hash_seed_change_nothing(texts, tmp_path):
    """Not one byte, in processes of their own."""
    files = sorted(texts.iterdir())
    exports = []
    for number, (seed, order) in enumerate((("0", files), ("1", files[::-1]), ("4242", [files[1], files[0]]))):
        store, target = tmp_path / f"store{number}", tmp_path / f"{number}.nq"
        assert kg_process("build", *order, "--store", store, PYTHONHASHSEED=seed).code == 0
        assert kg_process("export", "--format", "nquads", "-o", target, "--store", store, PYTHONHASHSEED=seed).code == 0
        exports.append(target.read_bytes())
    assert len(exports[0]) > 10_000
    assert exports[0] == exports[1] == exports[2]


def test_documents_one_by_one_are_the_same_as_all_at_once(kg, texts, built, tmp_path):
    for path in sorted(texts.iterdir()):
        kg("build", path, "--store", tmp_path / "store", "--quiet")
    assert quads(tmp_path / "store") == quads(built)


def test_every_evidence_quotes_its_document(built):
    with Store.open(built) as store:
        found = [(reading.document, evidence) for reading in store.readings()
                 for kind in (reading.entities, reading.relations, reading.observations, reading.milestones)
                 for fact in kind for evidence in fact.evidence]
        assert len(found) > 10
        assert all(store.text(document)[e.start:e.end] == e.exact for document, e in found)


# --- bad input


BAD = {
    "empty.txt": b"", "binary.txt": bytes(range(256)) * 20, "broken.md": b"---\ntitle: [\n---\ntext\n", "picture.png": b"\x89PNG",
}


@pytest.fixture
def bad(texts, tmp_path) -> Path:
    folder = shutil.copytree(texts, tmp_path / "bad")
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    return folder


def test_what_can_not_be_read_is_named_and_the_rest_is_done(kg, bad, tmp_path):
    answer = kg("build", bad, bad / "picture.png", bad / "missing.txt", "--store", tmp_path / "store")
    assert answer.code == 2
    lines = answer.err.splitlines()
    assert len(lines) == 6
    for name in (*BAD, "missing.txt"):
        assert sum(f"kg: skipped: {bad / name}" in line for line in lines) == 1
    assert lines[-1] == "kg: 5 of 7 skipped"
    assert answer.out.startswith("2 documents added")
    with Store.open(tmp_path / "store") as store:
        assert len(store) == 2 and len(store.graph)


def test_strict_stops_at_the_first_and_keeps_what_was_read(kg, bad, tmp_path):
    answer = kg("build", bad, "--store", tmp_path / "store", "--strict")
    assert answer.code == 2 and answer.out == ""
    assert answer.err.count("\n") == 1 and "binary.txt" in answer.err
    with Store.open(tmp_path / "store") as store:
        assert [document.identifier for document in store.documents()] == ["battery.txt"]
        assert len(store.graph)


def test_nothing_to_read_makes_no_store(kg, tmp_path):
    answer = kg("build", tmp_path / "none", "--store", tmp_path / "store")
    assert answer.code == 2 and answer.err.count("\n") == 2 and str(tmp_path / "none") in answer.err
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("date", ["2023-02-30", "yesterday", "2023-13", "", "20230116"])
def test_an_impossible_date_is_refused_before_anything_is_written(kg, texts, tmp_path, date):
    answer = kg("build", texts, "--store", tmp_path / "store", "--issued", date)
    assert answer.code == 2 and answer.out == "" and answer.err.count("\n") == 1 and repr(date) in answer.err
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("content", [
    None, b"class,aliases\nCompany,x\n", b"name,class\n\xff\xfe,Company\n", "name,class\n甲,Firm\n".encode(),
])
def test_a_gazetteer_that_can_not_be_read_is_refused_before_anything_is_written(kg, texts, tmp_path, content):
    path = tmp_path / "names.csv"
    if content is not None:
        path.write_bytes(content)
    answer = kg("build", texts, "--store", tmp_path / "store", "--gazetteer", path)
    assert answer.code == 2 and answer.out == "" and answer.err.count("\n") == 1 and "names.csv" in answer.err
    assert not (tmp_path / "store").exists()


def test_a_folder_that_is_no_store_is_left_alone(kg, texts, tmp_path):
    (tmp_path / "thesis.tex").touch()
    answer = kg("build", texts, "--store", tmp_path)
    assert answer.code == 3 and "is not a store" in answer.err and answer.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_fault_in_one_document_does_not_cost_the_others(kg, texts, tmp_path, monkeypatch):
    from kg.relate.reading import Reader

    read = Reader.read

    def faulty(self, document):
        if document.identifier == "battery.txt":
            raise IndexError("list index out of range")
        return read(self, document)

    monkeypatch.setattr(Reader, "read", faulty)
    monkeypatch.delenv("KG_DEBUG", raising=False)
    answer = kg("build", texts, "--store", tmp_path / "store")
    assert answer.code == 2 and "battery.txt: internal error: IndexError" in answer.err
    with Store.open(tmp_path / "store") as store:
        assert [document.identifier for document in store.documents()] == ["park.md"]


def test_without_paths_only_the_graph_is_brought_up_to_date(kg, built, tmp_path):
    copy = shutil.copytree(built, tmp_path / "store")
    with Store.open(copy, write=True) as store:
        store.remove("battery.txt")
    answer = kg("stats", "--store", copy)
    assert answer.code == 0 and answer.out.startswith("The graph holds 2 documents,")
    assert answer.err == f"kg: 1 document of a build that did not end is not in the graph yet; run: kg build --store {copy}\n"
    assert kg("build", "--store", copy).out.startswith("0 documents added")
    assert kg("stats", "--store", copy).out.startswith("The graph holds 1 document,")


def test_a_withdrawn_document_is_gone(kg, built, tmp_path):
    copy = shutil.copytree(built, tmp_path / "store")
    answer = kg("retract", "battery.txt", "--store", copy)
    assert (answer.code, answer.err) == (0, "") and answer.out.startswith("1 document withdrawn. The graph holds 1 document; ")
    answer = kg("retract", "battery.txt", "--store", copy)
    assert answer.code == 3 and answer.err == f"kg: {copy}: the store holds no document 'battery.txt'; kg stats --documents lists them\n"


def test_without_paths_and_without_a_store_there_is_nothing_to_do(kg, tmp_path):
    answer = kg("build", "--store", tmp_path / "store")
    assert answer.code == 3 and "there is no store" in answer.err


@pytest.mark.slow
def test_one_line_of_five_megabytes(kg, tmp_path):
    (tmp_path / "long.txt").write_text("小鹏汽车落户肇庆高新区。" + "甲" * 1_700_000, encoding="utf-8")
    answer = kg("build", tmp_path / "long.txt", "--store", tmp_path / "store")
    assert answer.code == 0 and "1 document added" in answer.out


def test_the_texts_of_this_file_are_read_with_their_dates(built):
    with Store.open(built) as store:
        issued = {document.identifier: document.issued for document in store.documents()}
        assert issued == {"battery.txt": "2023-02-01", "park.md": "2023-01-16"}
        assert store.text("park.md") == PARK and store.text("battery.txt") == BATTERY
