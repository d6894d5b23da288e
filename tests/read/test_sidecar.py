"""Metadata that lies beside the texts."""

import json

import pytest

from kg.read import Failure, find, read
from kg.read.sidecar import Known, of_folder


def told(folder):
    made = of_folder(folder)
    assert not made.failures
    return {name: known for name, (known, _) in made.rows.items()}


def test_a_csv_with_file_names(tmp_path):
    rows = "file,Title,issued,source,publisher\na.txt,甲,2023-01-16,https://example.org/a,某报\nb,乙,2022,,\n"
    (tmp_path / "manifest.csv").write_text(rows, "utf-8-sig")
    assert told(tmp_path) == {"a.txt": Known("甲", "2023-01-16", "https://example.org/a", "某报"), "b": Known("乙", "2022")}


@pytest.mark.parametrize("name", ["manifest.json", "SOURCES.json"])
def test_a_json_list(tmp_path, name):
    rows = [{"id": "a", "date": "2023年1月16日", "repo": "owner/name", "path": "x/a.md", "start": 3},
            {"file": "sub/b.txt", "url": "https://example.org"}]
    (tmp_path / name).write_text(json.dumps(rows), "utf-8")
    assert told(tmp_path) == {"a": Known(None, "2023-01-16", "owner/name/x/a.md"), "sub/b.txt": Known(None, None, "https://example.org")}


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
    assert isinstance(failure, Failure) and name in str(failure.error)
    with pytest.raises(Exception, match=says):
        raise failure.error
    assert read(source).clean == "肇庆高新区产值突破千亿元。"


def test_an_undecodable_one_is_reported(tmp_path):
    (tmp_path / "manifest.csv").write_bytes("file,title\na,甲\n".encode("gb18030"))
    assert "byte 13" in str(of_folder(tmp_path).failures[0])


def test_what_it_says_reaches_the_document_behind_the_file_itself(tmp_path):
    (tmp_path / "manifest.csv").write_text("file,title,issued,source,publisher\na,旁注,2020,https://example.org/a,某报\n", "utf-8")
    (tmp_path / "a.md").write_text("---\ntitle: 自带标题\n---\n正文突破千亿元。", "utf-8")
    found = read(next(find([tmp_path])))
    assert (found.title, found.issued, found.source, found.publisher) == ("自带标题", "2020", "https://example.org/a", "某报")


def test_a_single_file_has_its_sidecar_too(tmp_path):
    (tmp_path / "manifest.csv").write_text("file,issued\na.txt,2020-05-06\n", "utf-8")
    (tmp_path / "a.txt").write_text("正文突破千亿元。", "utf-8")
    assert read(next(find([tmp_path / "a.txt"]))).issued == "2020-05-06"


def test_one_tells_of_texts_in_folders_below_it_and_of_the_folder_that_it_lies_beside(tmp_path):
    (tmp_path / "news" / "2023").mkdir(parents=True)
    for name in ("news/a.txt", "news/2023/b.txt"):
        (tmp_path / name).write_text("正文突破千亿元。", "utf-8")
    (tmp_path / "manifest.csv").write_text("file,title\nnews/a.txt,甲\nnews/2023/b.txt,远\nother/c.txt,外\n", "utf-8")
    (tmp_path / "news" / "manifest.json").write_text('[{"file": "2023\\\\b", "title": "近"}]', "utf-8")
    assert [(source.identifier, source.known.title) for source in find([tmp_path / "news"])] == [("2023/b.txt", "近"), ("a.txt", "甲")]


def test_a_row_of_a_file_that_is_not_there_is_told_with_its_line(tmp_path):
    (tmp_path / "a.txt").write_text("正文突破千亿元。", "utf-8")
    (tmp_path / "manifest.csv").write_text("file,issued\na,2020\nb.txt,2021\n", "utf-8")
    source, failure = find([tmp_path])
    assert source.known.issued == "2020"
    assert f"{tmp_path}/manifest.csv:3: the sidecar file tells of 'b.txt', which is not there" in str(failure.error)
    (source,) = find([tmp_path / "a.txt"])      # who asks for one text is not told of the others
    assert source.known.issued == "2020"
