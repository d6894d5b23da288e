"""Follows place, year and direction through a text, by its headings and by what frames its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Document
from kg.recognize.home import Home
from kg.recognize.values.times import with_year
from kg.relate.topic.directions import directions
from kg.relate.topic.leaning import is_told, leanings
from kg.relate.topic.own_text import is_own_text, is_report
from kg.relate.topic.topic import Topic
from kg.relate.view import Sentence
from kg.triggers import Expressions

_FORWARD_HEADING = re.compile(
    r"工作安排|工作部署|工作思路|主要任务|重点任务|重点工作|工作任务|工作打算|目标任务|预期目标|展望|(?:今|明|新的一)年.{0,6}(?:工作|任务|目标)|20\d\d年.{0,8}(?:安排|任务|目标|"
    r"重点(?!项目|工程|企业|产业|园区))|未来五年|今后五年|下一步"
)
_EVENT_HEADING = re.compile(
    r"仪式|集中(?:开工|签约|投产|竣工)|(?:项目|工程)[^，。]{0,6}(?:开工|签约|投产|竣工|动工)(?!率)|举行|举办|召开"
)  # 2021年重点项目集中开工
_BACKWARD_HEADING = re.compile(r"回顾|回望|回首|成绩|成效|过去[一五]年|20\d\d年(?:工作)?(?:的)?(?:回顾|情况|完成)|主要工作|发展成就|所做工作")
_OUTCOME = re.compile("成绩|成效")
_WORK_OF_YEAR = re.compile(r"(20\d\d)年(?:政府)?(?:的)?(?:主要|重点)?工作(?!报告)")
_NEXT_PART = re.compile(r"[二三四五六七八九]、")
_LOOKS_BACK = re.compile(
    r"回顾|回望|回首|过去(?:的)?[一五]年|[一五]年来|这五年|20\d\d年(?:主要|重点)?工作(?:情况|成效|完成)"
)  # 2019年和今年以来工作回顾
_FULFILLED = re.compile(r"完成[^，。]{0,8}(?:目标|任务)|(?:目标|任务)[^，。]{0,6}(?:完成|实现)")  # 全面完成全年主要目标任务
_FURTHEST_FRAME = 16  # characters of a sentence of news in front of what frames it; behind them it is of its clause: 11月12日，…，预计明年产值
_FORWARD_FRAME = re.compile(
    r"预期目标|主要目标|目标(?:是|为|：)|展望20\d\d|新的一年|今年[，,]?(?:我们(?=[^，。；]{0,12}(?:将|要|计划|拟|继续|力争))|全市|全省|全区|将|要)|下一步|下来|未来[，一三五几]|三年后|五年后|十年后|"
    r"十[四五]五”?期?末|接下来|20\d\d年[，,]?[^，。；]{0,12}(?:将(?!军)|(?<![主重必首])要(?!素|求|点))|明年|将继续|"
    r"继续(?:锚定|扶持|推进|加快)|今后五年"
)
# … in a report, where only what speaks of a whole part of it frames more than its own sentence
_PLANS_FRAME = re.compile(
    r"(?:预期|主要|奋斗|工作|发展)目标(?:是|为|：)|展望(?:20\d\d|未来)|新的一年(?:里|，|工作)|今年[，,]?(?:我们|将|要(?!素))|[今未][后来]五年[，,要将我]|^(?:下一步|接下来)[，,]"
)
_REVIEWS_FRAME = re.compile("回望|回顾|回首|过去(?:的)?[一二三四五几]年|刚刚过去|[一五]年来[，,]|这五年[，,]")
_PARTS_FRAMES = Expressions(_PLANS_FRAME, _REVIEWS_FRAME)
_THIS_YEARS = re.compile("今年[，,]?全[市省区]")  # in news: 今年全市已有…
_BACKWARD_FRAME = re.compile(
    r"回望|回顾|回首|过去[的一五三几]|一年来|五年来|去年|数据显示|近年来|截至|(?:20\d\d年)[，,]?(?:全[市省区县])?(?:完成|实现|我|面对|是)|当前|目前"
)
_TOLD = re.compile(
    r"全年(?!目标|力争|预计|[^，。；]{0,16}\d[^，。；]{0,5}以上)|累计|办理[^，。]{0,16}\d+件|办结|了(?<=[^为]了)[^，。]{0,20}\d|同比|比上年"
)
_AIMED = re.compile(r"力争|争取|确保|目标|计划|将")
_TURN_FRAME = re.compile(r".{0,8}?(?:展望|回望|回顾)(20\d\d)年")
_LAST_YEAR = re.compile("[^，]{0,4}(?:去年|过去一年|一年来|上年)(?![^，。；]{0,12}以来)")
_THIS_YEAR = re.compile("[^，]{0,4}(?:今年|新的一年|新一年)")
_YEAR_FRAME = re.compile(r"^[“”（）()一二三四五六七八九十、是：:\s]*(?:截至|到|至)?((?:19|20)\d\d)年")
_ANNOUNCED_YEAR = re.compile(r"(?:到|至|截至)((?:19|20)\d\d)年(?:底|末)?[^。]{0,12}：$")  # 规划提出，到2025年：
_GOES_ON = ("：", ":", "；", ";")


class Tracker:
    """Follows the topic through a document, sentence by sentence."""

    def __init__(self, document: Document, home: Home, sentences: Sequence[Sentence]):
        self._document = document
        self._home = home
        self._issued = int(document.issued[:4]) if document.issued else None
        self._issued_month = int(document.issued[5:7]) if document.issued and len(document.issued) >= 7 else None
        self._told_year: int | None = None
        self._goes_on = False  # whether the block before announced this one, or is a member of the same list
        self.report = is_report(document, home, sentences)
        self.own_text = self.report or is_own_text(document, home, sentences)
        self._place = self._home_place()
        self._section: bool | None = None  # direction that a heading set
        self._frame: int | None = None  # year that a frame set, for its block
        self._passing = False  # … or for its sentence only: 去年 in a plan
        self._weighed = self._issued if self.report else None  # the year of a report, whose words are weighed
        self._leanings = leanings(sentences, self._weighed) if self._weighed is not None else {}
        looks_forward = {block: lean > 0 for block, lean in self._leanings.items()}
        self._forward_blocks = looks_forward if self._weighed is not None else directions(sentences)
        self._block = -1
        self._block_forward: bool | None = None
        self._stated: bool | None = None
        self._span: str | None = None
        self._told = False

    def _home_place(self) -> tuple[str, str] | None:
        if self._home.zone is not None:
            return self._home.zone
        return ("District", self._home.entry.name) if self._home.entry else None

    @property
    def home_place(self) -> tuple[str, str] | None:
        """The place whose own text this is."""
        return self._home_place()

    def follow(self, sentence: Sentence) -> Topic:
        """Read the next sentence and say what holds for it."""
        if sentence.opens_block:
            self._block += 1
            self._block_forward = self._forward_blocks.get(self._block)
            if not self._goes_on:
                self._frame, self._stated = None, None
        elif not self.own_text:
            self._frame = self._stated = None
        if self._passing:
            self._frame, self._passing = None, False
        words = sentence.words
        self._goes_on = words.endswith(_GOES_ON)
        if sentence.kind in ("heading", "title"):
            self._heading(words)
        self._frames(words)
        if self._weighed is not None:
            self._told = bool(self._block_forward) and is_told(words, self._weighed, self._leanings.get(self._block, 0))
        else:
            self._told = bool(_TOLD.search(words)) and not _AIMED.search(words)
        year, forward = self._year(), self._forward()
        if year is not None and self._issued is not None and year < self._issued:
            forward = False  # a year that is over can't be aimed at
        topic = Topic(
            self._home_place(),
            year,
            self._part(sentence, year),
            year or self._frame or self._issued,
            self._issued,
            self._issued_month,
            self._document.issued if self._document.issued and len(self._document.issued) == 10 else None,
            self._told_year,
            forward,
        )
        named = [int(t.edtf[:4]) for t in sentence.times if t.edtf[:4].isdigit()]
        self._told_year = named[-1] if named else self._told_year
        return topic

    def _heading(self, words: str) -> None:
        if _FORWARD_HEADING.search(words) and not (_EVENT_HEADING.search(words) or _LOOKS_BACK.search(words) or _FULFILLED.search(words)):
            self._section = True
        elif self.report and (year := _WORK_OF_YEAR.search(words)) and int(year[1]) == self._issued and not _LOOKS_BACK.search(words):
            self._section = True
        elif self._weighed is not None and _OUTCOME.search(words) and not _LOOKS_BACK.search(words):
            return  # 在扩大开放上取得新成效 heads a plan as well
        elif _BACKWARD_HEADING.search(words) and (
            _LOOKS_BACK.search(words) or not (self._section or self.report and _NEXT_PART.match(words))
        ):
            self._section = False  # （二）…务求取得更大成效 under a plan looks no way back
        elif self.report and self._section is False and _NEXT_PART.match(words):
            self._section = None  # each block shows it by itself

    def _frames(self, words: str) -> None:
        if self._weighed is not None:
            found = next(_PARTS_FRAMES.finditer(words), None)
            if found is not None:
                self._stated = found[1].re is _PLANS_FRAME
        else:
            self._news_frames(words)
        if "年" in words:  # all that tells of years has the word
            self._years(words)

    def _news_frames(self, words: str) -> None:
        ahead = _FORWARD_FRAME.search(words)
        if ahead is not None and not (not self.report and (ahead.start() > _FURTHEST_FRAME or _THIS_YEARS.fullmatch(ahead.group()))):
            self._stated = True
        elif _BACKWARD_FRAME.search(words):
            self._stated = False

    def _years(self, words: str) -> None:
        year = _YEAR_FRAME.match(words) or _TURN_FRAME.match(words) or _ANNOUNCED_YEAR.search(words)
        if year:
            self._frame = int(year.group(1))
            if self._issued is not None and self._frame < self._issued:
                self._stated = False if self._stated is None else self._stated
            elif self._issued is not None and (self._frame > self._issued or self._frame == self._weighed):
                self._stated = True
        elif _LAST_YEAR.match(words) and self._issued:
            self._passing = self._frame is None and self._leanings.get(self._block, 0) > 0
            self._frame = self._issued - 1
        elif _THIS_YEAR.match(words) and self._issued:
            self._frame = self._issued

    def _part(self, sentence: Sentence, year: int | None) -> str | None:
        """The part of a year that opens a sentence holds for the rest of its paragraph, in a place's own text."""
        if sentence.opens_block or not self.own_text:
            self._span = None
        for span in sentence.times[:1]:
            if span.start - sentence.start <= 2 and sentence.text[span.end : span.end + 1] in "，,":
                self._span = with_year(span, year or self._issued) if "/" in span.edtf or len(span.edtf) == 7 else None
        return self._span

    def _forward(self) -> bool:
        if self._stated is not None:
            return self._stated
        if self._section is not None:
            return self._section
        return bool(self._block_forward) and not self._told

    def _year(self) -> int | None:
        if self._frame is not None:
            return self._frame
        if self._issued is None:
            return None
        if not self.report:
            return None
        return self._issued if self._forward() else self._issued - 1
