"""Bytes -> text: two encodings, marks, and a clear refusal of everything else."""

import codecs

import pytest

from kg.errors import ReadError
from kg.read.decode import decode, reads_like_chinese

TEXT = "肇庆高新区2022年规模以上工业总产值突破1200亿元，同比增长20.2%。\r\n小鹏汽车落户该区，瑞庆时代当年投产。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "gb2312"])
def test_the_encodings_of_chinese_pages_are_told_from_the_bytes(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("mark, encoding", [
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_a_byte_order_mark_decides_and_stays_in_the_text(mark, encoding):
    assert decode(mark + TEXT.encode(encoding)) == "\ufeff" + TEXT


def test_line_ends_are_left_alone():
    assert decode("一\r\n二\r三\n".encode()) == "一\r\n二\r三\n"


def test_ascii_is_utf8():
    assert decode(b"Park report\n") == "Park report\n"


def test_a_short_gb18030_text_is_read():
    assert decode("宁德时代肇庆基地投产".encode("gb18030")) == "宁德时代肇庆基地投产"


@pytest.mark.parametrize("data, says", [
    (b"", "empty"),
    (b" \r\n\t\n", "empty"),
    ("\ufeff \u3000\n".encode(), "white space"),
    (b"text\x00text", "byte 4 is NUL"),
    (b"%PDF-1.7 ...", "a PDF"),
    (b"PK\x03\x04....", "ZIP"),
    (b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11 abc", "binary"),
    (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "byte order mark"),
], ids=lambda value: repr(value)[:20])
def test_what_holds_no_text_is_refused_in_one_line(data, says):
    with pytest.raises(ReadError, match=says) as caught:
        decode(data, "news.txt")
    line = str(caught.value)
    assert line.startswith("news.txt: ") and "\n" not in line and caught.value.hint


def test_a_single_stray_control_character_does_not_make_a_file_binary():
    assert decode("肇庆\x08高新区".encode()) == "肇庆\x08高新区"


def test_utf8_cut_in_the_middle_of_a_character_names_the_byte():
    data = TEXT.encode()[:-5]
    assert data[-1] >= 0x80
    with pytest.raises(ReadError, match=r"byte \d+ \(0x[0-9A-F]{2}\) is not UTF-8 .* GB18030 gives no Chinese"):
        decode(data)


def test_a_foreign_byte_in_utf8_names_its_offset():
    data = TEXT.encode()
    with pytest.raises(ReadError, match="byte 9 .0xFF."):
        decode(data[:9] + b"\xff" + data[9:])


@pytest.mark.parametrize("encoding, text", [
    ("big5", "肇慶高新區去年規模以上工業總產值突破千億元，同比增長兩成。" * 5),
    ("shift_jis", "東京都は本日、新しい工業団地の計画を発表しました。" * 5),
    ("latin-1", "Düsseldorf: Käufer für Gewerbefläche gefunden, schön. " * 5),
    ("euc-kr", "서울시는 오늘 새로운 산업단지 계획을 발표했다. " * 5),
])
def test_other_encodings_are_refused_and_not_turned_into_nonsense(encoding, text):
    with pytest.raises(ReadError, match="encoding is not known.*save the file as UTF-8"):
        decode(text.encode(encoding))


def test_the_charset_that_a_page_declares_is_respected():
    page = '<html><head><meta charset="big5"></head><body><p>肇慶高新區去年規模以上工業總產值突破千億元。</p></body></html>'
    assert decode(page.encode("big5"), html=True) == page
    with pytest.raises(ReadError):
        decode(page.encode("big5"), html=False)


def test_a_page_that_declares_gb2312_and_uses_gbk_is_read():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>朱镕基、堃元公司落户肇庆高新区，总投资十亿元。</p>'
    assert decode(page.encode("gbk"), html=True) == page


def test_a_wrong_declaration_does_not_win_over_the_bytes():
    page = '<meta charset="gb2312"><p>宁德时代</p>'
    assert decode(page.encode("utf-8"), html=True) == page


def test_misread_text_does_not_read_like_chinese():
    assert reads_like_chinese(TEXT)
    assert not reads_like_chinese(TEXT.encode("utf-8").decode("gb18030", "replace"))
    assert not reads_like_chinese("äöü" * 10)
