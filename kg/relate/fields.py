"""Takes the sentences of a text, gives which companies are in the industry whose companies the sentence before counted: 全县已聚集光伏企业30家。其中甲、乙等龙头企业5家,
or which the sentence before is a heading for: 装备制造产业集群。引进甲、乙等企业37家.

Where both stand in one sentence a rule says it (``patterns/in-industry.yaml``). The words are in ``kg/relate/lexicon/fields.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

_COUNTED = re.compile(any_of("fields", "behind-industries") + "*" + any_of("fields", "companies") + r"[^，。；、\d]{0,8}\d+[余多]?[家户个]")
_HEADED = re.compile(any_of("fields", "behind-headings") + r"*[。：\s]*")  # 装备制造产业集群。引进甲、乙等企业37家
_GATHERED = re.compile(
    any_of("fields", "behind-headings") + "+，[^。；]{0,16}?" + any_of("fields", "gathers") + "[^。；]{0,24}?" + any_of("fields", "companies")
)
_GOES_ON = re.compile(r"[“”（）\s]*" + any_of("fields", "among"))
_CALLED = re.compile(r"(?:、[^，。；、]{2,12}){0,3}等[^，。；、]{0,16}?" + any_of("fields", "companies"))
_JOINT = re.compile(r"(?:、[^，。；、]{2,12}){0,2}(?:[、和及与]|以及)")


class Fields:
    """Follows the industry whose companies a text counts."""

    def __init__(self) -> None:
        self._industry: Mention | None = None

    def members(self, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
        """Companies of a sentence, each with its industry; call it for every sentence in order."""
        before = self._industry if not sentence.opens_block else None
        self._industry = None
        if before is not None and _GOES_ON.match(sentence.text, sentence.start, sentence.end):
            for company in _listed(sentence):
                yield company, before
        for mention in sentence.mentions:
            if mention.cls == "Industry" and (
                _COUNTED.match(sentence.text, mention.end, sentence.end)
                or mention.start == sentence.start
                and _HEADED.fullmatch(sentence.text, mention.end, sentence.end)
                or sentence.text[sentence.start : mention.start] == "在"
                and _GATHERED.match(sentence.text, mention.end, sentence.end)
            ):
                self._industry = mention


def _listed(sentence: Sentence) -> Iterator[Mention]:
    """The companies in lists that 等…企业 closes."""
    members: list[Mention] = []
    for mention in sentence.mentions:
        if mention.cls != "Company":
            continue
        if members and _JOINT.fullmatch(sentence.text, members[-1].end, mention.start) is None:
            members = []
        members.append(mention)
        if _CALLED.match(sentence.text, mention.end, sentence.end):
            yield from members
            members = []
