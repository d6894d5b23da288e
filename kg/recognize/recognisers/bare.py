"""Takes the tokens of a sentence, proposes what a text calls by its kind alone: its own 经开区, 管委会, and the 二厂 behind a 一厂."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.gazetteer import MUNICIPALITIES
from kg.recognize.home import Home
from kg.recognize.places import BARE_ZONES
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_KINDS_OF_ZONES = frozenset("国家级 省级 国家 各 各类 各个 全省 全国 多个 个 家 所有 部分 一批 县级 市级 以上 级 ） 型 新".split())
_ZONES_IN_GENERAL = frozenset("数量 排名 综合 考核 总数 体制 条例 体制机制 总量 名录 名单 行列".split())
BARE_ZONE = sign(lambda word: word.text in BARE_ZONES and word.kind not in ("Company", "Park", "District", "Organization"))


def bare_zones(tokens: Sequence[Token], home: Home) -> Iterable[Candidate]:
    """经开区 alone in a city's own text is that city's zone; not the kind of place (国家级高新区, 各高新区)."""
    if home.entry is None or home.entry.level not in ("city", "county") and not home.entry.identifier.endswith("0000"):
        return
    one_of_each = home.entry.level != "province" or home.entry.identifier in MUNICIPALITIES
    for i in [i for i, token in enumerate(tokens) if token.signs & BARE_ZONE and (one_of_each or token.text.startswith("自贸"))]:
        token = tokens[i]
        before, behind = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
        if (before is None or before.text not in _KINDS_OF_ZONES and before.kind not in ("quantity", "District", "Park")) and (
            behind is None or behind.text not in _ZONES_IN_GENERAL and behind.text != "的"
        ):
            yield Candidate(token.start, token.end, "Park", "grammar.bare-zone", False)


_OFFICES = frozenset(("管委会", "党工委"))
_PHASE_WORDS = frozenset(number + kind for number in "一二三四五" for kind in "厂期")
BARE_OFFICE = sign(words=_OFFICES, plain_words=True)
BARE_PHASE = sign(words=_PHASE_WORDS)


def bare_offices(tokens: Sequence[Token], home: Home) -> Iterable[Candidate]:
    """管委会 alone in a park's own news is the park's; behind another office of a park it is that one's (党工委书记、管委会主任)."""
    for i in [i for i, token in enumerate(tokens) if token.signs & BARE_OFFICE]:
        token = tokens[i]
        beside = token.text == "管委会" and i > 3 and tokens[i - 1].text == "、" and any(t.text.endswith("党工委") for t in tokens[max(0, i - 5) : i])
        if home.park_name or beside:
            yield Candidate(token.start, token.end, "Organization", "grammar.bare-office", False)


def bare_phases(tokens: Sequence[Token], standing: Sequence[Candidate], text: str) -> Iterable[Candidate]:
    """二厂 behind 瑞庆时代一厂: another plant of the same, named by its number alone."""
    for token in [token for token in tokens if token.signs & BARE_PHASE]:
        if any(c.start <= token.start < c.end for c in standing):
            continue
        earlier = [c for c in standing if c.cls == "Project" and c.end <= token.start and text[c.end - 1] == token.text[-1]]
        if earlier and (text[token.start - 1] in "、，；" or _is_next_begun(text, token, standing)):
            yield Candidate(token.start, token.end, "Project", "grammar.bare-phase", False)


_BEGUN = re.compile("[，、；](?:并|再|及早|尽快|适时|力争|确保)?(?:启动|推进|加快|推动|开工|谋划|加快推进|全力推进|开工建设|加快建设|启动建设|实施|建设|动工)$")
_LONGEST_VERBS = 10  # characters


def _is_next_begun(text: str, token: Token, standing: Sequence[Candidate]) -> bool:
    """Whether a phase that is begun follows on another phase, with nothing else named between them: 甲项目一期投产，启动二期建设."""
    last = max((c for c in standing if c.end <= token.start and c.cls in _BUILT), key=lambda c: c.end, default=None)
    return (
        last is not None
        and last.cls == "Project"
        and text[last.end - 1] == token.text[-1] == "期"
        and _BEGUN.search(text, max(0, token.start - _LONGEST_VERBS), token.start) is not None
    )


_BUILT = frozenset(("Project", "Park", "Organization", "Company"))
