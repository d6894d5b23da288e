"""Names marked by hand: in slices of texts that lie elsewhere, and in line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.recognize.trained.marked import LETTERS, read_marked, unmarked
from kg.recognize.trained.marks import MARKS, Mark, Slice, fingerprint, lines, read_marks
from kg.schema import load_schema
from kg.settings import ontology_folder


def test_what_is_written_is_read_again(tmp_path):
    slices = [Slice("甲.md", 3, 9, "0123456789abcdef", (Mark(0, 3, "Park"), Mark(0, 2, "District"), Mark(4, 6, "Project", True))), Slice("乙.md", 0, 4, "f" * 16, ())]
    path = tmp_path / "marks.tsv"
    path.write_text("\n".join(lines(slices)) + "\n", encoding="utf-8")
    assert read_marks(path) == slices


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file\tstart\n", "header"),
        ("file\tstart\tend\tsha256\tnames\n甲.md\t0\n", "marks.tsv:2"),
        ("file\tstart\tend\tsha256\tnames\n甲.md\t0\t4\tff\t0-2:Park 3\n", "no name in a slice: 3"),
        ("file\tstart\tend\tsha256\tnames\n甲.md\t-1\t4\tff\t\n", "numbers"),
    ],
)
def test_a_broken_file_is_one_clear_error(tmp_path, text, said):
    path = tmp_path / "marks.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=said):
        read_marks(path)


def test_a_file_that_is_not_there_is_one_clear_error(tmp_path):
    for reading in (read_marks, read_marked):
        with pytest.raises(ReadError, match="can't be read"):
            reading(tmp_path / "none")


def test_a_slice_is_known_by_its_text():
    assert Slice("甲.md", 1, 3, fingerprint("州市"), ()).cut("晨州市长") == "州市"
    with pytest.raises(ReadError, match="not the ones that were marked"):
        Slice("甲.md", 1, 3, fingerprint("州市"), ()).cut("晨川市长")


@pytest.mark.parametrize(("text", "said"), [("[晨州|D", "not closed: \\[晨州"), ("晨州|D]", "nothing is open"), ("[晨州|X]", "no class X")])
def test_a_sign_without_partner_says_where(tmp_path, text, said):
    path = tmp_path / "news.txt"
    path.write_text("=== good\n[晨州|D]\n\n=== bad\n" + text + "\n", encoding="utf-8")
    with pytest.raises(ReadError, match=said) as caught:
        read_marked(path)
    assert "news.txt:4" in str(caught.value)


@given(st.lists(st.tuples(st.text("晨州市开工，", min_size=0, max_size=4), st.text("晨州园区", min_size=1, max_size=4), st.sampled_from(sorted(LETTERS)), st.booleans()), max_size=5))
def test_marks_stand_where_the_signs_stood(parts):
    written = "".join(f"{before}[{name}|{'?' * optional}{letter}]" for before, name, letter, optional in parts)
    text, marks = unmarked(written)
    assert text == "".join(before + name for before, name, _, _ in parts)
    assert [(text[m.start : m.end], m.cls, m.optional) for m in marks] == [(name, LETTERS[letter], optional) for _, name, letter, optional in parts]


def test_the_file_of_the_program_holds_only_classes_of_the_ontology():
    classes = set(load_schema(ontology_folder()).entity_classes)
    assert set(LETTERS.values()) <= classes
    slices = read_marks(MARKS)
    assert {mark.cls for part in slices for mark in part.marks} <= classes
    for part in slices:
        assert all(0 <= mark.start < mark.end <= part.end - part.start for mark in part.marks)
