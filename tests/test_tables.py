"""Tables of names that are one thing, or are not."""

import pytest

from kg.errors import GazetteerError
from kg.resolve import read_pairs
from kg.schema import load_schema
from kg.settings import ontology_folder

HEADER = "class\tname\tother\tsource\tdate\n"
CLASSES = ("Company", "Park")


def test_rows_are_read(tmp_path):
    path = tmp_path / "same.tsv"
    path.write_text("# why\n" + HEADER + "Company\t中国石化\t中石化\t公开资料\t2026-11-25\n", encoding="utf-8")
    [pair] = read_pairs(path, CLASSES)
    assert (pair.cls, pair.name, pair.other, pair.source, pair.date) == ("Company", "中国石化", "中石化", "公开资料", "2026-11-25")


def test_a_missing_table_is_empty(tmp_path):
    assert read_pairs(tmp_path / "same.tsv", CLASSES) == ()


@pytest.mark.parametrize(("row", "what"), [
    ("Firm\t甲\t乙\n", "unknown class 'Firm'"), ("Company\t甲\t\n", "two different names"), ("Company\t甲\t甲\n", "two different names"),
    ("Company\n", "two different names"),
])
def test_a_wrong_row_is_refused_with_its_line(tmp_path, row, what):
    path = tmp_path / "same.tsv"
    path.write_text(HEADER + "# a comment\n" + row, encoding="utf-8")
    with pytest.raises(GazetteerError, match=what) as caught:
        read_pairs(path, CLASSES)
    assert caught.value.where == f"{path}:3"


def test_a_wrong_header_and_wrong_bytes_are_refused(tmp_path):
    path = tmp_path / "same.tsv"
    path.write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="header"):
        read_pairs(path, CLASSES)
    path.write_bytes(HEADER.encode() + "中石化".encode("gb18030"))
    with pytest.raises(GazetteerError, match="can't be read"):
        read_pairs(path, CLASSES)


@pytest.mark.parametrize("name", ["same.tsv", "different.tsv"])
def test_the_program_s_own_tables_are_read(name):
    folder = ontology_folder()
    assert len(read_pairs(folder / "curated" / name, load_schema(folder).entity_classes)) > 20
