"""What is known about a text: title, date of issue, source, publisher. The nearest word counts; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kg.errors import ReadError
from kg.read.clean import tidied
from kg.read.dates import FULL, MONTH_DAY, YEAR, any_date, compact_date, first_date
from kg.read.furniture import particulars
from kg.read.html import Page
from kg.read.imprint import imprint
from kg.read.line import Line
from kg.read.sidecar import Known

_META_DATES = ("article:published_time", "og:published_time", "og:release_date", "pubdate", "publishdate", "publish-date",
               "publication_date", "publish_time", "datepublished", "firstpublishedtime", "dc.date.issued", "dc.date", "dcterms.issued",
               "dcterms.date", "releasedate", "createdate", "date")
_META_PUBLISHERS = ("contentsource", "source", "og:site_name", "mediaid", "article:publisher", "publisher", "dc.publisher", "sitename",
                    "author", "article:author")
_META_TITLES = ("og:title", "articletitle", "dc.title", "twitter:title")
_SITE = re.compile(r"\s*(?:[_|｜].*|\s[-–—]+\s.*|(?:-[^-–—]{2,16})*-[^-–—]{0,12}(?:网|网站|在线|报|频道|政府|门户|中心|新闻|资讯|平台))\Z")
_DATED_LABEL = re.compile(r"(?:发布|发稿|更新|成文|印发)?(?:日\s*期|时\s*间)\s*[:：]\s*(.{6,40})")
_LEADING_DATE = re.compile(r"[（(—―─–\-\s]*(?=[12一二])")
_MEETING = re.compile(r"日\s*(?:[）)]?\s*(?:在|于)|[）)]?\Z|.{0,60}(?:会议|大会|全会))")
_DATELINE = re.compile(r"[^。！？]{0,30}?(?:讯|电|消息|报道)\s*[（(【]?|[（(]?(?:本报|本网)?(?:记者|通讯员)")
_DATELINE_BEFORE = re.compile(r"[^。！？]{0,30}?(?:讯|电|消息)\s*[】)）]?\s*(?:[（(【][^）)】]{0,40}[）)】])?\s*\Z")
_FROM = re.compile(r"""来\s*源\s*[:：]\s*(?P<name>[^\s（(|丨：:，。；【]{2,30}?)
    (?=[\s（(|丨，。；【]|\Z|(?:收集|整理)?(?:编\s*辑|作\s*者|记\s*者|责\s*编|责任编辑|发布时间|时\s*间|日\s*期|浏览|字号|点击|阅读))""", re.X)
_GOVERNMENT = re.compile(r"""(?:(?:代表|受)\s*|\A)(?!自治|[市省县区]|我|全|本)
    ([\u4e00-\u9fff]{2,10}?(?:省|市|自治区|自治州|地区|县|区|盟|州|旗)人民政府)(?=[，。,\s]|[代副]?[市省区县州]长|主席|\Z)""", re.X)
_ORIGINAL_TITLE = re.compile(r"原标题\s*[:：]\s*(\S.{3,59})\Z")
_LONGEST_NAME = 30  # characters of a publisher's name
_HEAD = 12      # lines at the head of a text that may tell its date


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, date of issue (EDTF), source (URL or path) and publisher of a text; None where unknown."""

    title: str | None
    issued: str | None
    source: str | None
    publisher: str | None


def from_front_matter(fields: Mapping[str, str], where: object = None) -> Known:
    """Take the fields of a front matter.

    :raises ReadError: for a date that is none; words like ``unknown`` are passed over
    """
    issued = None
    for key in ("issued", "date", "published", "pubdate"):
        written = fields.get(key)
        if written:
            issued = any_date(written)
            if issued is None and re.search(r"\d", written):
                what = f"the front matter says {key}: {written!r}, which is no date"
                raise ReadError(what, where=where, hint="give YYYY-MM-DD, YYYY-MM or YYYY")
            break
    return Known(fields.get("title"), issued, fields.get("source") or fields.get("url"), fields.get("publisher"))


def from_page(page: Page) -> Known:
    """Take what the head of an HTML page says."""
    meta = page.meta
    named = next((meta[key] for key in _META_TITLES if meta.get(key)), None)
    issued = next((found for found in (any_date(meta[key]) for key in _META_DATES if meta.get(key)) if found), None)
    issued = issued or next((found for found in map(any_date, page.times) if found), None)
    named_sources = [meta[key] for key in _META_PUBLISHERS if meta.get(key)]
    publisher = next((value for value in named_sources if len(value) <= _LONGEST_NAME and not value.startswith("http")), None)
    address = meta.get("og:url") or page.canonical or next((value for value in named_sources if value.startswith("http")), None)
    # A "source" that is a sentence tells where the text is from, not who publishes it.
    origin = meta.get("source", "")
    return Known(_page_title(page, named), issued, address or (origin if len(origin) > _LONGEST_NAME else None), _name(publisher))


def _page_title(page: Page, named: str | None) -> str | None:
    """The article's title: as named in the head, or the first heading if the page's title agrees, or that without the site's name."""
    if named:
        return named
    whole, heading = page.title, page.heading
    if heading and (not whole or _squeezed(heading) in _squeezed(whole) or _squeezed(whole) in _squeezed(heading)):
        return heading
    if whole:
        return _SITE.sub("", whole) or whole
    return heading


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def gather(lines: Sequence[Line], title: str | None, known: Sequence[Known | None], identifier: str) -> Facts:
    """Decide on title, date, source and publisher.

    :param lines: the page's lines, furniture included
    :param title: the text's own headline, if there is one
    :param known: what others say, the nearest first: front matter or head of the page, then a sidecar file
    :param identifier: a file name may hold a date, or a year
    """
    said = [one for one in known if one]
    title = _first(said, "title") or title or _original_title(lines)
    name = PurePosixPath(identifier).stem
    issued = _first(said, "issued") or _issued(lines, title or "", name)
    head = lines[:_HEAD]
    publisher = _first(said, "publisher") or _publisher(lines, head)
    return Facts(tidied(title) or None if title else None, issued, _first(said, "source") or identifier, publisher)


def _first(said: Sequence[Known], field: str) -> str | None:
    return next((value for value in (getattr(one, field) for one in said) if value), None)


def _original_title(lines: Sequence[Line]) -> str | None:
    return next((found[1] for found in (_ORIGINAL_TITLE.match(line.text) for line in lines[:_HEAD]) if found), None)


def _issued(lines: Sequence[Line], title: str, name: str) -> str | None:
    """The date in the head of a text, else in its title or file name; else the year that these tell."""
    labelled = next((found for found in (_labelled(line.text) for line in lines[:40]) if found), None)
    if labelled:
        return labelled
    for line in lines[:_HEAD]:
        told = imprint(line.text)
        found = told.issued if told else _standing_alone(line.text)
        if found:
            return found
    full = first_date(title) or first_date(name) or compact_date(name)
    if full:
        return full
    years = YEAR.findall(name) or YEAR.findall(title)
    year = years[-1] if len(set(years)) == 1 else None
    return _dateline(lines, year) or year


def _labelled(text: str) -> str | None:
    if len(text) > 120:
        return None
    found = _DATED_LABEL.search(text)
    told = first_date(found[1]) if found else None
    return told or (first_date(text) if particulars(text) else None)


def _standing_alone(text: str) -> str | None:
    """The date of a line that is made for it: a date, with time and source or the meeting of a speech behind it."""
    if len(text) > 90 or "。" in text:
        return None
    begin = _LEADING_DATE.match(text)
    found = first_date(text[begin.end():begin.end() + 16]) if begin else None
    if not begin or not found:
        inside = re.search(r"[（(]\s*(?=[12一二].{3,16}日)", text)
        return first_date(text[inside.end():inside.end() + 16]) if inside else None
    rest = re.sub(r"\A.{6,12}?(?=日|\s|\d{1,2}:|\Z)", "", text[begin.end():], count=1)
    return found if _MEETING.match(rest) or re.match(r"\s*(?:\d{1,2}:\d\d|来\s*源|\Z)", rest) else None


def _dateline(lines: Sequence[Line], year: str | None) -> str | None:
    """本报讯（记者 …）1月16日: the day, in a year that it tells or that is known."""
    for line in lines[:_HEAD]:
        head = line.text[:80]
        full = FULL.search(head)
        if full and _DATELINE_BEFORE.match(head[:full.start()]):
            return first_date(full[0])
        found = MONTH_DAY.search(head) if year else None
        if found and _DATELINE.match(head):
            return any_date(f"{year}-{found[1]}-{found[2]}")
    return None


def _publisher(lines: Sequence[Line], head: Sequence[Line]) -> str | None:
    for line in lines:
        if "源" in line.text[:120] and len(line.text) <= 160:
            found = _FROM.search(line.text)
            if found:
                return _name(found["name"])
    for line in head:
        told = imprint(line.text)
        if told and told.publisher:
            return told.publisher
    for line in head:
        found = _GOVERNMENT.search(line.text[:80])
        if found:
            return found[1]
    return None


def _name(text: str | None) -> str | None:
    return text.strip(" \t\u3000\"'“”《》<>[]【】") or None if text else None
