"""Takes the tokens behind a list, gives the class that its noun says its members are: X、Y、Z等企业 (Hearst patterns)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.recognize.lexicon import words
from kg.recognize.text.phrase import BREAK, CLAUSE_ENDS, INSIDE, ends_names
from kg.recognize.text.tokens import Token, known_word

LIST_CLASSES = ("Company", "Project", "Park", "Industry", "District", "Organization", "Product", "Programme")
_MODIFIER_TOKENS = 9  # so many tokens may stand between 等 and the noun that types the list
_WHAT_IS_BUILT = frozenset("项目 工程 重大项目 重点项目 重大工程 重点工程".split())
_LEADS = frozenset("引领 带动 牵引 支撑".split())  # 等产业引领项目: what the projects do
_ATTRIBUTES = words("lists", "attributes")
_SIZES = words("lists", "sizes")
_QUALITIES = frozenset("具有 填补 符合 代表 提升 支撑 助力 体现 事关".split())
_DESCRIBED = 16  # so many tokens may describe the members of a list: 等投资体量大、技术含量高的…项目
_MAKES = frozenset("生产 加工 制造 研发 装配".split())
_PRAISE = frozenset("优强 领跑 领航 领军".split())
_BEYOND_COMPANIES = frozenset("上下游 上游 下游 产业链 供应链 产业集群".split())
_MANAGED = words("lists", "managed")
_DONE = words("lists", "done_to_works")
_OF_AREAS = words("lists", "of_areas")
_NOT_DESCRIBING = words("lists", "stages") | frozenset("全部 全体 悉数".split())
_PRAISING = words("lists", "praise")
_PEOPLE = words("lists", "people")


def _behind_praise(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase goes on behind what praises the members of a list: 等投资体量大、市场前景好的重大项目; ``at`` where nothing does."""
    for i in range(at + 1, min(at + _DESCRIBED, len(tokens))):
        if tokens[i].text in CLAUSE_ENDS:
            break
        if tokens[i].text == "的":
            return i + 1 if tokens[i - 1].text in _PRAISING else at
        if tokens[i].text == "、" and tokens[i - 1].text not in _PRAISING:
            break
    return at


@cache
def _list_nouns() -> dict[str, str]:
    """The nouns that type a list, with their class."""
    return {noun: cls for cls in reversed(LIST_CLASSES) for noun in words("lists", cls)}  # of several classes the first


def _types_a_list(token: Token) -> bool:
    return token.text in _list_nouns() or token.text[-2:] in _list_nouns()


def _types_as(token: Token) -> str | None:
    """The class of which a noun says that the list is."""
    nouns = _list_nouns()
    classes = {nouns.get(token.text)}
    for size in (2, 3):
        if len(token.text) > size and (token.kind == "word" or token.kind == nouns.get(token.text[-size:])):
            classes.add(nouns.get(token.text[-size:]))
    return next((cls for cls in LIST_CLASSES if cls in classes), None)


def _is_described(noun: Token) -> bool:
    """Whether the noun in front of a noun only describes it: 项目 in 项目审批, 企业 in 企业产值."""
    if noun.kind != "word":
        return False
    if noun.text in _MANAGED:
        return True
    return noun.tag == "n" and not ends_names(noun) and not _types_a_list(noun) and noun.text not in _NOT_DESCRIBING


def _leads_to_roads(tokens: Sequence[Token], area: int) -> bool:
    """Whether roads of an area are told of, not areas: 等东部新城骨干道路."""
    return any(t.text.endswith(("路", "道", "路网")) for t in tokens[area + 1 : area + 3])


def head_class(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The class that the noun behind 等 gives, and the noun's position."""
    if at < len(tokens):
        if tokens[at].text == "建设" and (at + 1 == len(tokens) or tokens[at + 1].text in CLAUSE_ENDS):
            return "Project", at  # 推进甲、乙等建设
        if tokens[at].text in _QUALITIES:  # 等具有示范意义的项目
            at = next((i + 1 for i in range(at + 1, min(at + _MODIFIER_TOKENS, len(tokens))) if tokens[i].text == "的"), at)
        if at < len(tokens) and tokens[at].text in _PEOPLE:
            return None  # 等领导来到…项目现场
    at = _behind_praise(tokens, at)
    found = _HeadNoun(tokens, at).found()
    if found is not None and found[0] == "Project" and any(t.text in ("领域", "行业", "方面") for t in tokens[at : found[1]]):
        return None  # 等领域外资项目: fields of projects, not projects
    return found


class _HeadNoun:
    """The search for the noun that types a list: the last noun of the phrase behind 等, word by word."""

    def __init__(self, tokens: Sequence[Token], at: int):
        self._tokens, self._at = tokens, at
        self._end = at + _MODIFIER_TOKENS
        self._best: tuple[str, int] | None = None  # class and position of the last noun that types
        self._described: tuple[str, int] | None = None  # … of the first one that only describes the noun behind it

    def found(self) -> tuple[str, int] | None:
        """The class that the noun gives, and its position."""
        for i in range(self._at, min(self._at + _DESCRIBED, len(self._tokens))):
            if i == self._end or self._ends_in_front_of(i):
                break
            if not self._is_passed_over(i) and self._ends_with(i):
                break
        return self._best or self._described

    @property
    def _class(self) -> str | None:
        return self._best[0] if self._best else None

    def _behind(self, i: int) -> Token | None:
        return self._tokens[i + 1] if i + 1 < len(self._tokens) else None

    def _ends_in_front_of(self, i: int) -> bool:
        """Whether the phrase ends in front of a word."""
        token, behind = self._tokens[i], self._behind(i)
        if token.text == "、" and i > self._at and self._tokens[i - 1].text in _MAKES and self._class in (None, "Product", "Industry"):
            return False
        if token.text == "的" and self._class == "Industry" and behind is not None and _types_as(behind) == "Company":
            self._best = "Company", i + 1  # 等一批新能源细分领域的佼佼者
            return True
        return token.text in CLAUSE_ENDS or token.text in ("、", "的") and self._best is not None

    def _is_passed_over(self, i: int) -> bool:
        """Whether a word says nothing of the class: it joins, leads to the noun, or describes it."""
        token, behind = self._tokens[i], self._behind(i)
        if token.text == "、" and i > self._at and self._tokens[i - 1].text in _MAKES:
            self._best, self._end = None, i + _MODIFIER_TOKENS  # 等机床生产、零部件加工企业
            return True
        if token.text in ("和", "及", "或") and self._best is None and i > self._at and not (behind is not None and behind.text in ("地区", "区域")):
            return True  # 等一批总部经济和产业园项目
        if token.text in ("和", "及") and self._class == "Park" and any(t.text.endswith("项目") for t in self._tokens[i + 1 : i + 4]):
            return True  # 等一批服务业集聚区和重大项目
        return token.text in _LEADS and self._class in (None, "Industry") and behind is not None and behind.text in _WHAT_IS_BUILT

    def _ends_with(self, i: int) -> bool:
        """Whether the phrase ends at a word; takes down what it types the list as."""
        token, behind = self._tokens[i], self._behind(i)
        if self._is_no_part_of_it(i):
            return True
        if token.text in ("龙头", "链主", "独角兽") and behind is not None and _types_a_list(behind):
            return False  # 等龙头项目招商
        if behind is not None and _is_described(behind):
            self._describe(i, behind)
            return False  # 等建设项目审批制度改革: the noun only describes the next one
        if self._class == "Park" and (token.text in _DONE or token.text in _OF_AREAS):
            return True  # 等片区更新改造项目, 等园区基础设施
        cls = _types_as(token)
        if cls == "Company" and self._class == "District":
            return True  # 等省市配套企业: the places are in front, the companies theirs
        if cls is not None:
            self._best = cls, i
            return cls == "Company" and behind is not None and behind.text in _BEYOND_COMPANIES  # 等龙头企业上下游产业链
        return self._best is not None and _acts(token, behind)

    def _is_no_part_of_it(self, i: int) -> bool:
        """Whether a word is none of a noun phrase: a stage, a number behind the noun, a verb."""
        token = self._tokens[i]
        if token.kind == "quantity" and self._best is not None:
            return True
        verb = token.text in words("lists", "stages") or token.text in BREAK and token.text not in INSIDE and token.tag.startswith(("v", "p", "c"))
        return verb and not _is_attribute(self._tokens, i)

    def _describe(self, i: int, noun: Token) -> None:
        """Take down what a list is of whose noun only describes the one behind it: the companies', whatever it is, unless another noun types the list."""
        token = self._tokens[i]
        if self._described is not None or noun.text in _MANAGED:
            return
        if token.text.endswith(("企业", "公司", "集团", "央企", "国企")):
            self._described = "Company", i  # 等企业产值
        elif token.text in _WHAT_IS_BUILT:
            self._described = "Project", i  # 等项目前期工作
        elif _types_as(token) == "Park" and not _leads_to_roads(self._tokens, i):
            self._described = "Park", i  # 等片区环境, 等园区基础设施


def _acts(token: Token, behind: Token | None) -> bool:
    """Whether a word is a verb of the clause, behind which its objects stand, and not one in front of another noun that types."""
    if not token.tag.startswith("v") or not known_word(token.text) or token.text in _PRAISE:
        return False
    return not (token.text in _MAKES and behind is not None and (behind.text == "、" or _types_a_list(behind)))


def _is_attribute(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word describes the noun that types a list, which stands behind it or behind a size."""
    if tokens[i].text not in _ATTRIBUTES:
        return False
    for token in tokens[i + 1 : i + 7]:
        if _types_a_list(token):
            return True
        if token.kind != "quantity" and token.text not in _SIZES and token.text not in _ATTRIBUTES and token.tag[:1] not in ("n", "a", "b"):
            return False
    return False
