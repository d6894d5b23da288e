"""Takes a percentage, gives the company, office or place that holds such a share of something: 甲公司、乙公司分别持股51%和49%."""

from __future__ import annotations

import re

from kg.model import Quantity
from kg.relate.figures.phrase import JOINED
from kg.relate.figures.state import State
from kg.relate.focus import Owner
from kg.relate.view import Sentence

_HOLDS = re.compile(r"(?P<each>分别)?(?:合计|共|各|拟|将)*(?:持股|持有(?:其)?(?:股份|股权))(?:比例)?(?:分别)?(?:为|达|约)*$")


def next_holder(state: State, lead: str, quantity: Quantity) -> Owner | None:
    """Who holds a share; those whose shares follow are kept for the percentages behind.

    :param lead: the words in front of its number
    """
    if state.holders and JOINED.fullmatch(lead):
        return state.holders.pop(0)
    state.holders = []
    found = _HOLDS.search(lead)
    if found is None:
        return None
    at = quantity.start - len(lead) + found.start()
    holders = _holders_in_front(state.sentence, at)
    if found["each"] or "分别" in found.group():
        state.holders = holders[1:]
    return holders[0] if holders else None


def _holders_in_front(sentence: Sentence, at: int) -> list[Owner]:
    """The names that are listed up to a place in the sentence, or both companies that it named before."""
    holders: list[Owner] = []
    for mention in reversed(sentence.mentions):
        if mention.end == at and mention.cls in ("Company", "Organization", "District"):
            holders.insert(0, (mention.cls, mention.text))
            at = mention.start - 1 if sentence.text[mention.start - 1] in "、和与" else -1
    if holders or not sentence.text.endswith("双方", sentence.start, at):
        return holders
    both = [(m.cls, m.text) for m in sentence.mentions if m.end <= at and m.cls == "Company"]
    return both if len(both) == 2 else []  # 由甲公司和乙公司出资，双方分别持股65%和35%
