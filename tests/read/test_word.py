"""Word files: headings, tables, and those that are none or would do harm."""

import io
import zipfile

import docx
import pytest

from kg.errors import ReadError
from kg.read import word
from tests.read.conftest import kinds

TEXT = "晨帆科技在合肥高新区投产新能源汽车电机项目，总投资11亿元。"


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_part(data: bytes, name: str, change) -> bytes:
    """The same file with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, change(content) if info.filename == name else content)
    return buffer.getvalue()


@pytest.fixture
def report():
    made = docx.Document()
    made.add_heading("高新区2023年工作总结", 0)
    made.add_heading("一、主要指标", 1)
    made.add_paragraph(TEXT)
    table = made.add_table(rows=2, cols=3)
    for cell, words in zip([*table.rows[0].cells, *table.rows[1].cells], ["项目", "企业", "投资", "电机项目", "晨帆|科技", "11亿元"]):
        cell.text = words
    table.rows[0].cells[0].merge(table.rows[0].cells[1])
    made.add_paragraph("展望2024年。")
    return made


def test_headings_paragraphs_and_tables_come_in_their_order(report, file):
    made = file(saved(report), "a.docx")
    assert made.title == "高新区2023年工作总结"
    found = kinds(made)
    assert ("heading", "一、主要指标") in found and ("paragraph", TEXT) in found
    words = made.clean
    assert words.index("主要指标") < words.index(TEXT) < words.index("电机项目", words.index(TEXT) + len(TEXT)) < words.index("展望2024年")


def test_a_merged_cell_comes_once_and_a_bar_parts_no_cell(report):
    text = word.text(saved(report))
    assert text.count("项目 企业") == 1 and "| 电机项目 | 晨帆｜科技 | 11亿元 |" in text


@pytest.mark.parametrize("data, says", [
    (b"\xd0\xcf\x11\xe0" + b"0" * 600, "an old Word file"), (b"plain text", "not a Word file"), (b"PK\x03\x04broken", "not a Word file"), (b"", "not a Word file")])
def test_what_is_no_word_file_is_one_clear_line(data, says):
    with pytest.raises(ReadError, match=says) as caught:
        word.text(data, "a.docx")
    assert str(caught.value).startswith("a.docx: ") and "\n" not in str(caught.value)


def test_an_archive_that_is_no_word_file():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(ReadError, match="damaged"):
        word.text(buffer.getvalue())


def test_a_file_of_pictures_says_what_to_do():
    with pytest.raises(ReadError, match="holds no text; .*text recognition"):
        word.text(saved(docx.Document()))


def test_entities_that_grow_without_bound_are_refused(report):
    """A «billion laughs»: ten entities of ten, each made of the one before."""
    declared = "".join(f'<!ENTITY a{n} "{"&a%d;" % (n - 1) * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{declared}]><x>&a9;</x>'.encode()
    with pytest.raises(ReadError, match="document type"):
        word.text(with_part(saved(report), "word/document.xml", lambda _: bomb))


def test_entities_of_other_files_are_refused(report, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("机密")
    reads = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]><x>&s;</x>'.encode()
    with pytest.raises(ReadError, match="document type"):
        word.text(with_part(saved(report), "word/document.xml", lambda _: reads))


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(report, monkeypatch):
    monkeypatch.setattr(word, "LARGEST", 10_000)
    data = with_part(saved(report), "word/document.xml", lambda content: content + b" " * 100_000)
    with pytest.raises(ReadError, match="unpacks to"):
        word.text(data)
