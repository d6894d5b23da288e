"""Takes a sentence, gives who heads a place by the title in front of the name: 黄梅县委副书记、县长马梁, 市委常委、常务副市长王小明."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.relate.view import Sentence

_AND_HEAD = re.compile("(?:副?书记|常委|委员)(?:、[^，。；、]{2,8})?、(?P<head>(?:副|代理|代)?(?:省|市|州|盟|区|县|旗|镇|乡)长)")
# 会议上省长王小明 in the line below the title of a report
_BARE_HEAD = re.compile(
    "(?:^|[，、。；：”\\s]|会议上)(?:[省市州盟县旗]人民政府)?"
    "(?P<title>(?:常务|代理?)?副?(?P<level>[省市州盟县旗])长|(?P<region>自治区)(?:代理?)?副?主席)$"
)
_LEVEL_NAMES = {"省": "province", "自治区": "province", "市": "city", "州": "city", "盟": "city", "县": "county", "旗": "county"}


def heads_of_places(sentence: Sentence) -> Iterator[tuple[Mention, Mention, str]]:
    """(person, district, title) where the office of the party stands for its place in the second title: 黄梅县委副书记、县长马梁 heads 黄梅县."""
    persons = {m.start: m for m in sentence.mentions if m.cls == "Person"}
    for body in sentence.mentions if persons else ():
        places = [p for p in sentence.within.get((body.start, body.end), ()) if p.cls == "District"]
        if body.cls != "Organization" or not body.text.endswith("委") or not places:
            continue
        titles = _AND_HEAD.match(sentence.text, body.end, sentence.end)
        if titles is not None and titles.end() in persons:
            yield persons[titles.end()], max(places, key=lambda p: p.end), titles["head"]


def heads_of_the_text_s_place(sentence: Sentence) -> Iterator[tuple[Mention, str, str]]:
    """(person, level, title) of those who head the text's own place, which is not named: 市委常委、常务副市长王小明."""
    for person in sentence.mentions:
        title = _BARE_HEAD.search(sentence.text[sentence.start : person.start]) if person.cls == "Person" else None
        if title is not None:
            yield person, _LEVEL_NAMES[title["level"] or title["region"]], title["title"]
