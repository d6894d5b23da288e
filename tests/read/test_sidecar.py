"""Metadata that lies beside the texts."""

import json

import pytest

from kg.read import Failure, find, read
from kg.read.sidecar import Known, sidecars


def test_a_csv_with_file_names(tmp_path):
    rows = "file,Title,issued,source,publisher\na.txt,甲,2023-01-16,https://example.org/a,某报\nb,乙,2022,,\n"
    (tmp_path / "manifest.csv").write_text(rows, "utf-8-sig")
    known, failures = sidecars(tmp_path)
    assert not failures
    assert known == {"a.txt": Known("甲", "2023-01-16", "https://example.org/a", "某报"), "b": Known("乙", "2022")}


@pytest.mark.parametrize("name", ["manifest.json", "SOURCES.json"])
def test_a_json_list(tmp_path, name):
    rows = [{"id": "a", "date": "2023年1月16日", "repo": "owner/name", "path": "x/a.md", "start": 3},
            {"file": "sub/b.txt", "url": "https://example.org"}]
    (tmp_path / name).write_text(json.dumps(rows), "utf-8")
    known, failures = sidecars(tmp_path)
    assert not failures
    assert known == {"a": Known(None, "2023-01-16", "owner/name/x/a.md"), "b.txt": Known(None, None, "https://example.org")}


@pytest.mark.parametrize("name, text, says", [
    ("manifest.csv", "name,title\na,b\n", "no column file"),
    ("manifest.csv", 'file,title\na,"b\n', "not CSV"),
    ("manifest.csv", "file,issued\na,2023-02-30\n", "says '2023-02-30' for a date"),
    ("manifest.json", "[{]", r"manifest.json:1:3: .*not JSON"),
    ("manifest.json", '{"file": "a"}', "not a list of objects"),
    ("SOURCES.json", "[1]", "not a list of objects"),
    ("SOURCES.json", '[{"id": "a", "issued": "gestern"}]', "object 1: .*gestern"),
])
def test_a_broken_one_is_reported_and_the_texts_are_read_all_the_same(tmp_path, name, text, says):
    (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "a.txt").write_text("肇庆高新区产值突破千亿元。", "utf-8")
    source, failure = find([tmp_path])
    assert isinstance(failure, Failure) and failure.path.name == name
    with pytest.raises(Exception, match=says):
        raise failure.error
    assert read(source).clean == "肇庆高新区产值突破千亿元。"


def test_an_undecodable_one_is_reported(tmp_path):
    (tmp_path / "manifest.csv").write_bytes("file,title\na,甲\n".encode("gb18030"))
    _, failures = sidecars(tmp_path)
    assert "byte 13" in str(failures[0][1])


def test_what_it_says_reaches_the_document_behind_the_file_itself(tmp_path):
    (tmp_path / "manifest.csv").write_text("file,title,issued,source,publisher\na,旁注,2020,https://example.org/a,某报\n", "utf-8")
    (tmp_path / "a.md").write_text("---\ntitle: 自带标题\n---\n正文突破千亿元。", "utf-8")
    found = read(next(find([tmp_path])))
    assert (found.title, found.issued, found.source, found.publisher) == ("自带标题", "2020", "https://example.org/a", "某报")


def test_a_single_file_has_its_sidecar_too(tmp_path):
    (tmp_path / "manifest.csv").write_text("file,issued\na.txt,2020-05-06\n", "utf-8")
    (tmp_path / "a.txt").write_text("正文突破千亿元。", "utf-8")
    assert read(next(find([tmp_path / "a.txt"]))).issued == "2020-05-06"
