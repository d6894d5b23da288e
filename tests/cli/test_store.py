"""`kg store`: checked, made small, taken away as one file and brought back."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture
def copy(built, tmp_path):
    """A store that may be changed."""
    return shutil.copytree(built, tmp_path / "kg-store")


@pytest.mark.parametrize("arguments", [["check"], ["compact"], ["backup", "parks.tar"]])
def test_a_missing_store_is_one_line(kg, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    answer = kg("store", *arguments, "--store", "none")
    assert answer.code == 3 and answer.out == "" and answer.err.count("\n") == 1 and "there is no store" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_whole_store_says_so(kg, built):
    answer = kg("store", "check", "--store", built)
    assert answer.code == 0 and answer.err == ""
    assert answer.out.startswith("The store is whole: 2 documents, ")


def test_damage_is_named_and_the_exit_code_is_1(kg, copy):
    pieces = sorted((path for path in (copy / "graph").rglob("*.sst")), key=lambda path: path.stat().st_size)
    content = bytearray(pieces[-1].read_bytes())
    content[len(content) // 2] ^= 0xFF
    pieces[-1].write_bytes(content)
    answer = kg("store", "check", "--store", copy)
    assert answer.code == 1 and "whole" not in answer.out and answer.out.count("\n") >= 1


def test_a_store_that_is_made_small_says_the_same(kg, copy):
    before = kg("export", "--format", "nquads", "--store", copy, "-o", "-").out
    answer = kg("store", "compact", "--store", copy)
    assert answer.code == 0 and "MB before" in answer.out
    assert kg("export", "--format", "nquads", "--store", copy, "-o", "-").out == before
    assert kg("store", "check", "--store", copy).code == 0


@pytest.mark.parametrize("name", ["parks.tar", "parks.tar.gz"])
def test_a_backup_comes_back_as_the_same_store(kg, built, tmp_path, name):
    answer = kg("store", "backup", tmp_path / name, "--store", built)
    assert answer.code == 0 and answer.out.startswith(f"{tmp_path / name}: ") and answer.out.endswith(" MB.\n")
    restored = kg("store", "restore", tmp_path / name, "--store", tmp_path / "again")
    assert restored.code == 0 and restored.out == f"{tmp_path / 'again'}: 2 documents.\n"
    assert kg("export", "--format", "nquads", "--store", tmp_path / "again", "-o", "-").out == kg("export", "--format", "nquads", "--store", built, "-o", "-").out


def test_a_backup_without_the_graph_names_the_command_that_makes_it(kg, built, tmp_path):
    assert kg("store", "backup", "--without-graph", tmp_path / "texts.tar", "--store", built).code == 0
    again = tmp_path / "again"
    answer = kg("store", "restore", tmp_path / "texts.tar", "--store", again)
    assert answer.code == 0 and answer.out.endswith(f"run: kg build --store {again}\n")
    assert kg("build", "--quiet", "--store", again).code == 0
    assert kg("show", "肇庆高新区", "--store", again).out == kg("show", "肇庆高新区", "--store", built).out


def test_no_store_is_overwritten(kg, built, copy, tmp_path):
    kg("store", "backup", tmp_path / "parks.tar", "--store", built)
    answer = kg("store", "restore", tmp_path / "parks.tar", "--store", copy)
    assert answer.code == 3 and answer.out == "" and answer.err == f"kg: {copy}: the folder is not empty; give --store another folder, or move this one away\n"
    assert kg("store", "check", "--store", copy).code == 0


def test_what_is_no_backup_is_one_line(kg, tmp_path):
    (tmp_path / "parks.tar").write_text("no tar", encoding="utf-8")
    answer = kg("store", "restore", tmp_path / "parks.tar", "--store", tmp_path / "again")
    assert answer.code == 3 and answer.err.count("\n") == 1 and answer.err.startswith(f"kg: {tmp_path / 'parks.tar'}: ")
    assert not (tmp_path / "again").exists()
