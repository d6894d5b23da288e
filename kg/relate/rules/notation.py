"""The notation of rules, and the regular expression over a masked sentence that a pattern means.

A rule::

    - rule: located-in.settled
      asserts: thing locatedIn place
      pattern: "{thing:Company|Project+} (正式|成功|相继)? (落户|入驻|选址) (于|在)? {place:Park|District}"
      matches:
        - "【华星公司:Company】正式落户【苏州工业园区:Park】。 => 华星公司 locatedIn 苏州工业园区"
      rejects:
        - "【华星公司:Company】考察【苏州工业园区:Park】。"

Notation: ``{name:Class|Class}`` is a name of one of these classes, with ``+`` a list of them (X、Y和Z等企业);
``(a|b)`` one of these words, ``?`` behind it: or nothing; ``…`` up to 16 characters within the clause; ``……`` up to 60
within the sentence; ``_`` up to 10 within a list's member without a name among them; ``~`` any adverbs (已, 均, 先后); ``¥`` an amount of money (约50亿元); ``@`` any name,
``[^@…]`` no name; ``<builds>`` the words of a list (:func:`spelled_out`); spaces count for nothing; pieces of regular expressions may stand where words do. ``topic`` in ``asserts`` is the place
that the text speaks of, ``focus`` the company, project or park.
In examples 【name:Class】 marks a name, and ⇒ or => the facts that the rule gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.relate.lexicon import any_of, ordered
from kg.relate.rules.masks import ANY_NAME, placeholders
from kg.relate.rules.rule import Arguments

ARGUMENT = re.compile(r"\{(?P<name>\w+):(?P<classes>[\w|]+)(?P<list>\+)?\}")
# between the members of a list: a member that is no known name may stand between, and the size of the next one in front of it
_LIST_JOINT = (
    r"(?:(?:产业链|产业集群|产业|板块|环节|领域)?(?:、[\u4e00-\u9fffA-Za-z]{2,8}){0,2}(?:、|和|与|及|以及|、以及)(?:年产)?"
    r"(?:[0-9][0-9.,]*[万亿]?(?:吨|GWh|GW|MW|吉瓦时?|平方米|立方米|台套|[台套辆片件支只])(?:/年)?"
    r"|(?:(?:计划|协议|预计)?总?投资|占地)?[约近超]?[0-9.]+[万亿]*(?:元|美元|亩)的)?)"
)
# 等企业, 三大产业, 两家企业 behind two names or more: 甲园14个项目落户乙区 tells of its projects
_LIST_END = r"(?:等[^，。；、]{{0,20}}?|[两二三四五六七八九十\d]+(?:[大类种]|(?(more_{0})[家个款]|(?!)))[^，。；、]{{0,10}}?)?"
# 约50亿元, 10余亿美元, 3亿元人民币
_MONEY = (
    "(?:约|近|超过?|逾|不少于|不低于|至少|高达|达)*[0-9][0-9.,]*[余多]?[百千万亿]*[余多]?(?:美元|欧元|港元|日元|港币|新台币|元人民币|元|人民币)(?:以上)?"
)
_WORD_LIST = re.compile(r"(?<!\?P)<(\w+)>")
_NO_NAME = rf"[^，。；！？：、\n{ANY_NAME}]{{0,10}}?"


def spelled_out(pattern: str) -> str:
    """A pattern with the words of its lists: ``(<builds>|考察)`` is one of the words of the list «builds» or 考察.

    :raises PatternError: if there is no such list
    """
    return _WORD_LIST.sub(lambda match: "|".join(sorted(ordered("rules", match[1]), key=len, reverse=True)), pattern)


def expression(pattern: str, arguments: Arguments, order: Sequence[str]) -> str:
    """The regular expression over masked text that a pattern means."""
    out: list[str] = []
    at = 0
    for match in ARGUMENT.finditer(pattern):
        out.append(_words(pattern[at : match.start()]))
        single = placeholders(arguments[match["name"]][0], order)
        name = match["name"]
        body = f"{single}(?P<more_{name}>(?:{_LIST_JOINT}{single})+)?" if match["list"] else single
        out.append(f"(?P<{name}>{body})" + (_LIST_END.format(name) if match["list"] else ""))
        at = match.end()
    out.append(_words(pattern[at:]))
    return "".join(out)


def _words(text: str) -> str:
    text = re.sub(r"\s+", "", text)
    text = re.sub(r",(?!\d*\})", "，", text.replace("……", "\x01").replace("…", "\x02"))
    text = re.sub(r"\((?!\?)", "(?:", text)
    text = re.sub(r"\[[^\]]*\]|@", lambda m: f"[{ANY_NAME}]" if m[0] == "@" else m[0].replace("@", ANY_NAME), text)
    text = text.replace("~", any_of("rules", "adverbs") + "*").replace("_", _NO_NAME).replace("¥", _MONEY)
    return text.replace("\x01", r"[^。；！？\n]{0,60}?").replace("\x02", r"[^，。；！？：\n]{0,16}?")
