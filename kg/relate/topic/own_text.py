"""Takes a document and its sentences, gives whose words they are: a report of a year's work, a text that speaks for its place, or news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Document
from kg.recognize.home import Home
from kg.relate.view import Sentence

_NEWS = re.compile(r"记者|本报讯|通讯员|日前|近日|据悉")
# what may stand in a place's own text as well
_READS_LIKE_NEWS = re.compile(
    r"记者|本报讯|通讯员|日前|近日|据悉|据介绍|据了解|原标题|讯[ （(]|发布公告|公告[，称显]|(?:介绍|表示|告诉)[^，。；]{0,6}[，：:“]|"
    r"[走来][进到](?=[^，。；]{2,16}[，的])|\d月\d+日(?:[上下]午)?，(?!起|前|至)|昨[日天](?:[上下]午)?[，在]|(?:投产|开工|签约|奠基|试产|揭牌)仪式"
)
_VOICE = 4  # so many 全区 and 我市 speak for a place
_DATELINED = re.compile(r"本报讯|(?:日报|晚报|本网|网)[\u4e00-\u9fff]{0,2}讯|(?:记者|通讯员)(?![协站])|消息（")
_REPORT = re.compile(r"政府工作报告|工作报告|各位代表|向大会报告")
_PLACE_AND_YEAR = re.compile(r"[a-z]{3,}-(?P<year>20\d\d)(?:-\d+)?(?:\.[a-z]+)?")
_OFFICE = re.compile(r"我[省市区县]|全[省市区县](?!国)|该[区县]|本[市区]")


def is_report(document: Document, home: Home, sentences: Sequence[Sentence]) -> bool:
    """Whether it is a report of a year's work, which speaks of the year before it was issued; no news, nor a text whose headline is
    of a company."""
    about = f"{document.title or ''} {document.source or ''}"
    if _REPORT.search(about) or _REPORT.search(document.clean[:2000]):
        return True
    if document.issued and len(document.issued) == 4:
        return not _reads_like_news(document)
    if any(m.cls == "Company" for s in sentences[:2] if s.kind in ("title", "heading") for m in s.mentions):
        return False
    if home.entry is not None and not document.title and _is_named_for_a_year(document) and not _reads_like_news(document):
        return True
    early = document.issued is not None and document.issued[5:7] in ("01", "02", "03")
    return early and not _reads_like_news(document) and bool(re.search(r"我[市省区县]|全[市省区]|我们|全年", document.clean))


def is_own_text(document: Document, home: Home, sentences: Sequence[Sentence]) -> bool:
    """Whether a document speaks for its place: its headline begins with the place, or the place is named more often than any
    company and 全市, 该区 … stand for it."""
    if home.park_name:
        return True
    if home.entry is None:
        return False
    if _DATELINED.search(document.clean[:300]):
        return False
    counts: dict[tuple[str, str], int] = {}
    place = 0
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.cls == "District" and mention.text in home.entry.names:
                place += 1
            elif mention.cls in ("Company", "Project"):
                counts[mention.cls, mention.text] = counts.get((mention.cls, mention.text), 0) + 1
    title = document.title or ""
    begins = any(title.startswith(name) for name in home.entry.names)
    if _is_headed_by(home, sentences):
        return True
    offices = len(_OFFICE.findall(document.clean))
    of_a_thing = not begins and any(m.cls in ("Project", "Company") for s in sentences if s.kind == "title" for m in s.mentions)
    return begins and offices >= 1 or offices >= 2 and place >= 2 * max(counts.values(), default=0) and not of_a_thing


def _is_headed_by(home: Home, sentences: Sequence[Sentence]) -> bool:
    """Whether a headline names the place, perhaps behind those that it lies in, and says behind a colon what is new there (甲省乙县：5家企业…)."""
    for sentence in sentences[:2]:
        if sentence.kind != "title":
            continue
        end, last = sentence.start, None
        for mention in sentence.mentions:
            if mention.cls != "District" or mention.start != end:
                break
            end, last = mention.end, mention
        return last is not None and home.entry is not None and last.text in home.entry.names and sentence.text[end : end + 1] in ("：", ":")
    return False


def _is_named_for_a_year(document: Document) -> bool:
    """Whether a text's file is named for a place and the year in which it was issued, and for nothing else: guiyang-2020-1."""
    named = _PLACE_AND_YEAR.fullmatch(document.identifier.rsplit("/", 1)[-1])
    return named is not None and document.issued is not None and document.issued.startswith(named["year"])


def _reads_like_news(document: Document) -> bool:
    """Whether a text tells news; one that has few words of news and speaks for its place all along does not."""
    if _NEWS.search(document.clean):
        return True
    return _READS_LIKE_NEWS.search(document.clean) is not None and len(_OFFICE.findall(document.clean)) < _VOICE
