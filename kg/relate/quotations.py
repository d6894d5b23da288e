"""Takes the sentences of a piece of news, gives whose the quoted ones are: in “年产值可达8亿元。”甲公司总经理王小明介绍 it is 甲公司's of which he speaks.

Who speaks is told behind the quotation, when its sentences have been read, so that it is looked up before. Where it is somebody of the project or company that the text
goes on about (”该项目总工程师说, ”公司负责人说), the quotation goes on about it, though it opens a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.relate.view import Sentence

Owner = tuple[str, str]  # class and a name of the entity
GOES_ON: Owner = ("", "")  # the quotation is of what the text spoke of before it

_SPEAKER = r"[^，。；、：]{0,14}?(?:总经理|董事长|负责人|经理|厂长|车间主任|总监|总工程师|总工|主管|创始人|总裁|董事|书记|主任|工程师|技术员|员工|工人)"
_OF_A_COMPANY = re.compile(_SPEAKER)
_OF_THE_SAME = re.compile(f"(?:该|这家)?(?:公司|企业|项目|工厂|工程|园区|厂区){_SPEAKER}|(?:项目|现场|生产|施工|车间|相关)(?:总)?(?:负责人|经理|工程师)")
_NEAR = 1  # characters between the quotation and the company


def speakers(sentences: Sequence[Sentence]) -> dict[int, Owner]:
    """The company that speaks in a quoted sentence, by where the sentence begins; :data:`GOES_ON` where it is the one that the text spoke of."""
    found: dict[int, Owner] = {}
    opened: list[Sentence] = []  # the sentences of the quotation so far
    closed = False  # whether the sentence before ended it
    for sentence in sentences:
        words = sentence.words.rstrip()
        if sentence.opens_block:
            opened, closed = [], False
        if closed:
            speaker = _speaker(sentence)
            if speaker is not None:
                found.update((quoted.start, speaker) for quoted in opened)
            opened, closed = [], False
        if words.startswith("“"):
            opened = [sentence]
        elif opened:
            opened.append(sentence)
        closed = bool(opened) and words.endswith("”")
    return found


def _speaker(sentence: Sentence) -> Owner | None:
    """Of whom the person is who is told to speak at the beginning of a sentence."""
    begin = sentence.start
    first = next((m for m in sentence.mentions if m.start >= begin), None)
    if first is not None and first.cls == "Company" and first.start - begin <= _NEAR and _OF_A_COMPANY.match(sentence.text, first.end):
        return first.cls, first.text
    return GOES_ON if _OF_THE_SAME.match(sentence.text, begin) else None
