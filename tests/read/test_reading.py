"""A file as a whole: encodings, errors, size and time."""

import hashlib
import os
import pickle
import time

import pytest

from kg.errors import ReadError, UsageError
from kg.read import Source, document, find, quoted, read
from kg.read import reading as steps

from .conftest import kinds

TEXT = "某区:工厂接连投产\r\n去年，全区工业总产值突破1,200亿元,\r\n同比增长 20.2％。\r\n"
CLEAN = "某区：工厂接连投产\n去年，全区工业总产值突破1,200亿元，同比增长20.2%。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_gives_the_same_clean_view(file, encoding):
    result = file(TEXT.encode(encoding))
    assert result.clean == CLEAN
    assert result.text.lstrip("\ufeff") == TEXT
    assert result.sha256 == hashlib.sha256(TEXT.encode(encoding)).hexdigest()


def test_a_byte_order_mark_stays_in_the_text_and_out_of_the_view(file):
    result = file(TEXT.encode("utf-8-sig"))
    assert result.text[0] == "\ufeff" and result.origins[0] == 1


def test_evidence_quotes_the_text_exactly(file):
    result = file(TEXT)
    start = result.clean.index("突破")
    a, b = quoted(result, start, start + len("突破1,200亿元，同比增长20.2%"))
    assert result.text[a:b] == "突破1,200亿元,\r\n同比增长 20.2％"


def test_front_matter_is_counted_and_not_read(file):
    result = file("---\ntitle: 甲\n---\n正文。", "a.md")
    assert result.clean == "正文。" and result.origins[0] == len("---\ntitle: 甲\n---\n")


def test_a_document_of_nothing_but_marks_is_empty_and_lawful(made):
    result = made("# \n\n---\n\n***\n")
    assert result.clean == "" and result.blocks == () and len(result.origins) == 0


@pytest.mark.parametrize("data, says", [
    (b"", "the file is empty; give"),
    (b" \n", "the file is empty"),
    (b"\x00\x01", "binary"),
    (b"\xff\xfe\xfd", "UTF-16-LE"),
    (b"\x93\xfa\x96\x7b" * 9, "encoding is not known"),
    (b"---\ntitle: a: b\n---\n", ":2:9: the front matter is not YAML"),
])
def test_what_cannot_be_read_gives_one_line_that_names_the_file(tmp_path, data, says):
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(Source(path, "a.md"))
    line = str(caught.value)
    assert str(path) in line and says in line and "\n" not in line
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), ReadError)


def test_a_missing_file(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        read(Source(tmp_path / "a.txt", "a.txt"))


def test_a_folder_in_place_of_a_file(tmp_path):
    with pytest.raises(ReadError, match="can't be read"):
        read(Source(tmp_path, "a.txt"))


def test_an_unreadable_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("正文。", "utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(ReadError, match="can't be read: Permission denied"):
        read(Source(path, "a.txt"))


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "LARGEST", 10)
    path = tmp_path / "a.txt"
    path.write_text("去年，全区工业。", "utf-8")
    with pytest.raises(ReadError, match="24 bytes.*below 10 bytes"):
        read(Source(path, "a.txt"))


def test_an_empty_text_at_hand():
    with pytest.raises(ReadError, match="text: the text is empty"):
        document("  \n")


def test_an_impossible_date_is_refused_before_anything_else(tmp_path):
    (tmp_path / "a.txt").write_text("正文。", "utf-8")
    with pytest.raises(UsageError):
        read(Source(tmp_path / "a.txt", "a.txt"), issued="2023-02-30")


def test_options_win(file):
    result = file(TEXT, issued="2023", source_text="https://example.org", publisher="某报")
    assert (result.issued, result.source, result.publisher) == ("2023", "https://example.org", "某报")


def test_documents_and_sources_travel_between_processes(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8", newline="")
    source, = find([tmp_path])
    assert read(pickle.loads(pickle.dumps(source))) == read(source) == pickle.loads(pickle.dumps(read(source)))


# Seconds are generous: what is tested is that time grows with the length and not with its square.

PIECES = {
    "words": "去年全区工业总产值突破千亿元同比增长两成",
    "sentences": "去年，全区工业总产值突破千亿元。",
    "spaces": "去年 全区 GDP 增长 5 % ",
    "stars": "去年**全区。**",
    "brackets": "[[((（（《《“",
    "digits": "1 2 3 4 ",
    "tags": "<a <b <!-- &",
    "quotes": "<p class=\"x' ",
    "links": "[甲](乙 ",
    "bars": "| 首页 > ",
    "latin": "a b ",
    "zero": "\u200b\u3000",
    "cuts": "图源 摄 （",
}


@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
def test_a_single_line_of_five_megabytes_takes_seconds(file, ending):
    line = "去年，全区规模以上工业总产值突破1200亿元，同比增长20.2%。"
    start = time.process_time()
    result = file(line * (5_000_000 // len(line.encode())), "long" + ending)
    assert time.process_time() - start < 20
    assert len(result.blocks) == 1


@pytest.mark.parametrize("name", PIECES)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_a_long_line_of_odd_things_takes_time_in_proportion(name, ending):
    start = time.process_time()
    result = document("甲" + PIECES[name] * (400_000 // len(PIECES[name])), "long" + ending)
    assert time.process_time() - start < 8
    assert len(result.clean) == len(result.origins)


@pytest.mark.parametrize("piece", [
    "去年，\n", "机遇\n\n", "- 甲\n", "<p>甲", "<div class='x'>甲</b></p>", "△ 张三 摄\n", "<nav><p>甲</nav>", "<script>", "<!--", "相关阅读\n",
    "首页 > 甲 >\n", "版权声明\n", "&nbsp;"])
@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_many_lines_take_time_in_proportion(piece, ending):
    start = time.process_time()
    document(piece * (200_000 // len(piece)) + "去年，全区工业总产值突破千亿元。", "many" + ending)
    assert time.process_time() - start < 8


def test_the_speed_of_plain_text(made):
    paragraph = "去年，全区规模以上工业总产值突破1200亿元，同比增长20.2%，增速居全市前列，“一企一策”推动重点项目接连投产。" * 4
    text = "\n\n".join([paragraph] * 2000)
    start = time.process_time()
    document(text)
    speed = len(text) / (time.process_time() - start)
    assert speed > 1_000_000, f"{speed:,.0f} characters a second"


def test_the_law_on_a_page_of_everything(made):
    result = made("---\ntitle: 甲\n---\n# 甲\n\n**一是加快。**正文 100 亿元,\n继续[3]。\n\n| 甲 | 乙 |\n|--|--|\n| 丙 | 丁 |\n\n"
                  "△某某工厂。张三 摄\n\n相关阅读\n- 某项目开工\n", "a.md")
    assert [kind for kind, _ in kinds(result)] == ["title", "heading", *["paragraph"] * 5, "caption", *["furniture"] * 3]
