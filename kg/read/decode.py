"""Bytes -> text. An encoding is accepted when it is proved by the bytes, never because nothing else was left."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from kg.errors import ReadError

LARGEST = 50_000_000    # bytes; a text of this length is a dump, not a document

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FORMATS = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP or Office file"), (b"\xd0\xcf\x11\xe0", "an old Office file"),
            (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"\x1f\x8b", "a gzip file"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})"""
                       rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,30})""", re.I)
_SAMPLE = 200_000       # characters that the plausibility of an encoding is judged by
_HANZI = re.compile("[\u4e00-\u9fff]")
_FOREIGN = re.compile("[\u0080-\U0010ffff]")


def decode(data: bytes, where: object = None, *, html: bool = False) -> str:
    """Decode a file's bytes, without touching line ends or a byte order mark.

    Tried in this order: the encoding of a byte order mark; UTF-8; in HTML the declared charset; GB18030, if the outcome reads like
    Chinese (:func:`reads_like_chinese`).

    :param data: the whole file
    :param where: named in errors
    :param html: whether to look for ``<meta charset>`` near the beginning
    :returns: the text; a byte order mark stays in it as U+FEFF, since offsets count the text as decoded
    :raises ReadError: for empty and binary data, and where no encoding is certain; names the first offending byte and what was tried
    """
    if not data.strip():
        raise ReadError("the file is empty", where=where, hint="give a file that holds text")
    text = _marked(data, where)
    if text is None:
        _refuse_binary(data, where)
        text = _unmarked(data, where, html)
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u3000\xa0"):
        raise ReadError("the file holds only white space", where=where, hint="give a file that holds text")
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > 8 and controls > len(text) // 200:
        raise ReadError("the file is binary: it holds control characters", where=where, hint="convert it to text first")
    return text


def _marked(data: bytes, where: object) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                what = f"the byte order mark says {encoding.upper()}, but byte {error.start} is not: {_byte(data, error.start)}"
                raise ReadError(what, where=where, hint="save the file as UTF-8") from None
    return None


def _refuse_binary(data: bytes, where: object) -> None:
    for magic, name in _FORMATS:
        if data.startswith(magic):
            raise ReadError(f"the file is {name}, not text", where=where, hint="extract its text first")
    null = data.find(b"\x00")
    if null >= 0:
        raise ReadError(f"the file is binary: byte {null} is NUL", where=where, hint="give text in UTF-8 or GB18030")


def _unmarked(data: bytes, where: object, html: bool) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first, reason = error.start, error.reason
    tried = ["UTF-8"]
    declared = _declared(data) if html else None
    for encoding in filter(None, (declared, "gb18030")):
        if encoding.upper() in tried:
            continue
        tried.append(encoding.upper())
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if reads_like_chinese(text, big5=encoding.startswith("big5")):
            return text
    others = " and ".join(tried[1:])
    what = f"the encoding is not known: byte {first} ({_byte(data, first)}) is not UTF-8 ({reason}), and {others} gives no Chinese text"
    raise ReadError(what, where=where, hint=f"save the file as UTF-8{_likely(data)}")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, 4096)
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    if name in ("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "cp936"):
        return "gb18030"     # a superset, and what browsers do
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def reads_like_chinese(text: str, *, big5: bool = False) -> bool:
    """Whether a decoded text is made of the characters that Chinese is made of.

    Four of five have to be among the 3,755 of GB 2312, level 1 (in Chinese texts nearly all are), and three of ten among the 500
    most frequent (in Chinese texts seven of ten are; in Korean or Japanese that was misread, about one of ten).

    :param big5: the text is in traditional characters, of which the common ones are not known here: being Chinese is enough
    """
    sample = text[:_SAMPLE]
    hanzi = _HANZI.findall(sample)
    foreign = len(_FOREIGN.findall(sample))
    if not hanzi or len(hanzi) < foreign * 0.5 or "\ufffd" in sample:
        return False
    if big5:
        return True
    common = _common()
    return sum(map(common.__contains__, hanzi)) >= 0.8 * len(hanzi) and sum(map(_FREQUENT.__contains__, hanzi)) >= 0.3 * len(hanzi)


# The 500 most frequent characters of modern Chinese, from the frequency list of 现代汉语常用字表 (1988), a few of which repeat.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自"
    "二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条"
    "只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九"
    "区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车"
    "例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近"
    "矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调"
    "满县局照参红细引听该铁价严")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """The characters of GB 2312-80, level 1 (rows 16 to 55)."""
    rows = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    return frozenset(rows.decode("gb2312", "ignore"))


def _byte(data: bytes, offset: int) -> str:
    return f"0x{data[offset]:02X}" if offset < len(data) else "end of file"


def _likely(data: bytes) -> str:
    """What the encoding could be, for the hint only."""
    import logging

    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())
    best = from_bytes(data[:20_000]).best()
    return f" (it may be {best.encoding})" if best else ""
