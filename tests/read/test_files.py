"""Which files are read, under which identifiers, and what is reported."""

import os
from itertools import permutations

import pytest

from kg.read import Failure, Source, find


def tree(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("正文。", "utf-8")


def identifiers(*paths):
    return [found.identifier for found in find(paths) if isinstance(found, Source)]


def failures(*paths):
    return [str(found.error) for found in find(paths) if isinstance(found, Failure)]


def test_a_folder_gives_its_texts_sorted_and_below_it(tmp_path):
    tree(tmp_path, "b.txt", "a.md", "x/c.HTML", "x/y/d.htm")
    tree(tmp_path, ".hidden.txt", ".git/e.txt", "README.md", "x/readme.MD", "gold/a.json", "f.xls")
    assert identifiers(tmp_path) == ["a.md", "b.txt", "x/c.HTML", "x/y/d.htm"]


def test_a_file_is_called_by_its_name(tmp_path):
    tree(tmp_path, "x/a.txt", "README.md")
    assert identifiers(tmp_path / "x" / "a.txt", tmp_path / "README.md") == ["README.md", "a.txt"]


def test_each_file_once_whatever_leads_to_it(tmp_path):
    tree(tmp_path, "x/a.txt")
    paths = [tmp_path, tmp_path / "x", tmp_path / "x" / "a.txt", tmp_path / "x" / ".." / "x"]
    assert {tuple(identifiers(*some)) for some in permutations(paths)} == {("x/a.txt",)}


def test_two_files_of_one_name_get_longer_ones_in_any_order(tmp_path):
    tree(tmp_path, "x/p/a.txt", "y/p/a.txt", "y/p/b.txt")
    for paths in permutations([tmp_path / "x" / "p", tmp_path / "y" / "p"]):
        assert identifiers(*paths) == ["b.txt", "x/p/a.txt", "y/p/a.txt"]


def test_a_link_to_the_same_file_is_the_same_file(tmp_path):
    tree(tmp_path, "x/a.txt")
    os.symlink(tmp_path / "x" / "a.txt", tmp_path / "b.txt")
    assert len(identifiers(tmp_path)) == 1


def test_a_loop_of_folders_ends(tmp_path):
    tree(tmp_path, "x/a.txt")
    os.symlink(tmp_path, tmp_path / "x" / "loop")
    assert identifiers(tmp_path) == ["x/a.txt"]


@pytest.mark.parametrize("name, says", [("none.txt", "no such file"), ("empty", "holds no text"), ("a.xls", "'.xls' are not read")])
def test_what_cannot_be_read_is_reported_and_the_rest_is_found(tmp_path, name, says):
    tree(tmp_path, "a.txt", "a.xls")
    (tmp_path / "empty").mkdir()
    assert identifiers(tmp_path / name, tmp_path / "a.txt") == ["a.txt"]
    message, = failures(tmp_path / name, tmp_path / "a.txt")
    assert says in message and str(tmp_path / name) in message and "\n" not in message


def test_an_unreadable_folder_is_reported(tmp_path):
    tree(tmp_path, "a.txt", "closed/b.txt")
    (tmp_path / "closed").chmod(0)
    try:
        if os.access(tmp_path / "closed", os.R_OK):
            pytest.skip("this user may read everything")
        assert identifiers(tmp_path) == ["a.txt"]
        assert "can't be read: Permission denied" in failures(tmp_path)[0]
    finally:
        (tmp_path / "closed").chmod(0o755)


def test_a_folder_that_fails_while_listed_is_reported(tmp_path, monkeypatch):
    tree(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)
    monkeypatch.setattr("kg.read.files.os.scandir", refuse)
    assert identifiers(tmp_path) == ["a.txt"]
    assert "closed: the folder can't be read: Permission denied" in failures(tmp_path)[0]


def test_nothing_gives_nothing():
    assert list(find([])) == []
