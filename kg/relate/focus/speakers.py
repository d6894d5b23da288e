"""Takes the sentences of a document, gives the companies that its quotations speak for: 我们 in “我们投资5亿元。”甲公司董事长王海说 is 甲公司.

News lets people of companies speak, behind the quotation (“…。”甲公司董事长王海说) or in front of it (甲公司董事长王海介绍：“…”), and leaves the company's name
to what the text went on about: “…。”公司副总经理王海说. What is quoted names customers and rivals, so the nearest company in it is not meant. Somebody of
the project or the works that the text spoke of (”该项目总工程师说) goes on about it, though the quotation opens a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Mention
from kg.relate.focus.phases import Owner
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

_QUOTATION = re.compile("“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*|‘[^’\n]*’[^“”\n]*)*”")
_SHORTEST = 10  # characters of what somebody says; less is a word in marks
_TITLE = 16  # characters between a company and who speaks for it
_BEFORE = 200  # characters in front of a quotation, in which the company is that 公司 behind it means
_SAYS = re.compile("[^，。；“”]{0,8}?" + any_of("speakers", "says"))
_MAY_SAY = re.compile(any_of("speakers", "says"))
_UNNAMED = re.compile("(?:的|一名|一位)?" + any_of("speakers", "unnamed"))
_SAYS_IN_FRONT = re.compile(any_of("speakers", "says") + "[^，。；“”]{0,6}[，：:]?$")
_THE_COMPANY = re.compile("[，]?(?:该|这家)?(?:公司|企业|集团)(?![^，。；“”]{0,4}[、和])|" + any_of("speakers", "titles-alone"))
_OF_THE_SAME = re.compile(
    f"(?:该|这家)?(?:公司|企业|项目|工厂|工程|园区|厂区)[^，。；、：]{{0,14}}?{any_of('speakers', 'titles')}|"
    "(?:项目|现场|生产|施工|车间|相关)总?(?:负责人|经理|工程师)"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says; offsets in the clean text, the marks included."""

    start: int
    end: int
    company: Owner | None  # that is spoken for; None if it goes on about what the text spoke of before it
    project: Owner | None = None  # whose people speak


class Speakers:
    """The quotations of a document that somebody of a company says."""

    def __init__(self, sentences: Sequence[Sentence]):
        self._speeches: list[Speech] = []
        text = sentences[0].text if sentences else ""
        if "“" not in text:
            return
        mentions = [m for s in sentences for m in s.mentions if m.cls in ("Company", "Person", "Organization", "Project")]
        starts = [m.start for m in mentions]
        quotations = [m.span() for m in _QUOTATION.finditer(text) if m.end() - m.start() >= _SHORTEST]
        for start, end in quotations:
            if not (_MAY_SAY.search(text, end, end + 3 * _TITLE) or _MAY_SAY.search(text, max(0, start - 2 * _TITLE), start)):
                continue
            near = mentions[bisect_right(starts, start - _BEFORE) : bisect_right(starts, end + 3 * _TITLE)]
            unquoted = [m for m in near if not any(a < m.start < b for a, b in quotations)]
            owner, project = _named_behind(text, end, unquoted), _named_behind(text, end, unquoted, "Project")
            if owner is None:
                owner = _named_in_front(text, start, unquoted)
            if owner is None and _called_company(text, end, unquoted):
                companies = [m for m in unquoted if m.cls == "Company" and m.end <= start and "\n\n" not in text[m.end : start]]
                owner = (companies[-1].cls, companies[-1].text) if companies else None
            if owner is not None or project is not None or _OF_THE_SAME.match(text, end):
                self._speeches.append(Speech(start, end, owner, project))

    def of(self, sentence: Sentence) -> Speech | None:
        """The speech that a sentence, or its greater part, is in; also of the sentence behind, which tells who spoke."""
        middle = (sentence.start + sentence.end) // 2
        return next((s for s in self._speeches if s.start <= middle < s.end or s.end == sentence.start), None)


def _named_behind(text: str, end: int, mentions: Sequence[Mention], cls: str = "Company") -> Owner | None:
    """The company, or project, in whose name somebody speaks, of whom the words behind a quotation tell: ”甲公司董事长王海说."""
    company = next((m for m in mentions if m.cls == cls and 0 <= m.start - end <= 1), None)
    if company is None:
        return None
    return (company.cls, company.text) if _speaks(text, company.end, mentions) else None


def _called_company(text: str, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether somebody speaks behind a quotation for a company that is not named again: ”公司副总经理王海说."""
    noun = _THE_COMPANY.match(text, end)
    return noun is not None and (_speaks(text, noun.end(), mentions) or any(m.start == noun.end() and _SAYS.match(text, m.end) for m in mentions))


def _speaks(text: str, at: int, mentions: Sequence[Mention]) -> bool:
    """Whether a title, a person and a word of speaking follow."""
    unnamed = _UNNAMED.match(text, at)
    if unnamed is not None and _SAYS.match(text, unnamed.end()):
        return True
    person = next((m for m in mentions if m.cls == "Person" and 0 < m.start - at <= _TITLE), None)
    if person is None or re.search("[，。；：“”]", text[at : person.start]) or any(m.cls == "Organization" and at <= m.start < person.start for m in mentions):
        return False
    return _SAYS.match(text, person.end) is not None


def _named_in_front(text: str, start: int, mentions: Sequence[Mention]) -> Owner | None:
    """The same of the words in front of a quotation: 甲公司董事长王海介绍：“…."""
    person = next((m for m in reversed(mentions) if m.cls == "Person" and 0 <= start - m.end <= 2 * _TITLE), None)
    if person is None or not _SAYS_IN_FRONT.search(text, person.end, start) or re.search("[。；“”\n]", text[person.end : start]):
        return None
    company = next((m for m in reversed(mentions) if m.cls == "Company" and 0 < person.start - m.end <= _TITLE), None)
    if company is None or re.search("[，。；：“”]", text[company.end : person.start]):
        return None
    return company.cls, company.text
