"""Takes the tokens of a sentence and the companies that are proposed for it, proposes projects that are named by what they will make alone, where the
clause says that someone builds them (投资建设智能家居板材制造项目, 签约一个亿元蔬菜冻干生产项目), who does (…项目由甲公司投资), or where they lie
(…项目落户某经开区).

Such a name has no mark and no place. So it must say what is done there (生产, 加工, 回收) or end in a product, and hold several words that are not general.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.products.products import ends_as_a_product
from kg.recognize.text.left_edge import trim
from kg.recognize.text.phrase import CLAUSE_ENDS, COUNTED, EDGE, GENERIC, LIST_JOINTS, inside, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_PARKS = ordered("plans", "parks")
_PLANTS, _INVESTS, _TOGETHER, _BUILDS, _SET_UP, _DONE_THERE, _WORK, _AMOUNTS, _STANDARD = (
    words("plans", name) for name in ("plants", "invests", "together", "builds", "sets_up", "done_there", "work", "amounts", "of_every_plant")
)
_PLAIN = _PLANTS | {"项目", *_PARKS}
PLANNED = sign(words=("项目",))
FUNDED = sign(words=(*_PLANTS, *_PARKS), ends=("生产基地", "生产线", *_PARKS), plain_words=True)
_FUNDS = frozenset("投资 总投资 投入 出资 斥资 计划投资".split())
_AREAS = ("亩", "平方公里", "万平方米", "公顷")
_FIELDS = ("制造", "业", "经济", "服务", "技术", "装备", "能源")
_BUILT = ("站", "厂", "库", "仓", "车间", "仓库", "罐区", "厂房")
_NOTHING = words("lists", "attributes") | frozenset("类 等 技改 招商 合作 产业链 行业 领域 各类 一批 扶贫 示范".split())
_COUNTED_BEHIND = ("个", "家", "等", "总数", "数量", "清单", "库")
_BUILDERS = 16  # tokens between 由 and what those behind it do
_FUNDS_REACH = 10  # tokens between a sum and the verb of building
LONGEST = 24  # characters
_REACH = 14  # tokens behind a name that tell of it
_OPENERS = frozenset("，。；：“\n的、")
_LONGEST_PLACE = 14  # characters
_LIES = re.compile(
    "(?:项目)?(?:一期)?，?(?:正式|成功|顺利|近日|日前|计划|拟|将|已|签约|总投资[^，]{2,10}，|占地[^，]{2,8}，)*"
    "(?:位于|坐落于|坐落在|落户|落地|选址|落子|布局在|在)(?:于|在|到)?"
)
_GOES_ON = re.compile("(?:一期|二期)?(?:施工现场|建设现场|现场|工地|正|加快|加紧|已|开工|奠基|投产|竣工|封顶|落成|顺利|正式|全面|建设)")
_BUILT_BY = re.compile("(?:项目)?，?(?:计划|拟|将|已)*(?:由|的?(?:投资方|建设单位|投资主体|业主|业主单位|建设主体|实施主体|投资单位)(?:是|为|：)?|(?:是|为|系))")


def planned(tokens: Sequence[Token], companies: Sequence[Candidate]) -> Iterator[Candidate]:
    """Projects of a sentence that are named by what they will make.

    :param companies: that are proposed for the sentence
    """
    ends = frozenset(company.end for company in companies)
    for last in [i for i, token in enumerate(tokens) if token.signs & (PLANNED | FUNDED) and i > 1]:
        behind = tokens[last + 1] if last + 1 < len(tokens) else None
        if behind is not None and (COUNTED.match(behind.text) or behind.kind == "quantity" or behind.text.startswith(_COUNTED_BEHIND)):
            continue
        first = last
        while first and (_may_be_part(tokens[first - 1]) or _joins_work(tokens, first - 1)):
            first -= 1
        while first < last and tokens[first].text in _WORK and tokens[first].text in _BUILDS:
            first += 1  # 投资|新建|光伏组件项目
        funded = first > 0 and _is_funded(tokens, first)
        if tokens[last].signs & PLANNED == 0 and not funded:
            continue
        invested = first > 0 and _is_invested_in(tokens, first, ends)
        if not (invested or funded or first and _is_built(tokens, first, last, ends) or _is_told_of(tokens, first, last, ends)):
            continue
        while first < last and tokens[first].text in _AMOUNTS:
            first += 1
        first = trim(tokens, first, last)
        named = (
            _says_what_it_makes(tokens, first, last)
            or invested
            and _is_specific(tokens[first:last])
            or funded
            and _says_something(tokens[first : last + (tokens[last].text not in _PLAIN)])
        )
        if named and tokens[last].end - tokens[first].start <= LONGEST:
            cls = "Park" if tokens[last].text.endswith(_PARKS) else "Project"
            yield Candidate(tokens[first].start, tokens[last].end, cls, "grammar.planned", False)


def _may_be_part(token: Token) -> bool:
    return (inside(token) or token.text in _BUILT) and token.text not in _BUILDS and token.kind not in ("quantity", "District")


def _joins_work(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word joins what is done, or is one such: 技改及扩能."""
    if tokens[at].text in _WORK:
        return True
    return tokens[at].text in LIST_JOINTS and 0 < at < len(tokens) - 1 and tokens[at - 1].text in _WORK and tokens[at + 1].text in _WORK


def _ends_a_company(token: Token, ends: Collection[int]) -> bool:
    """Whether a company's name ends with a token.

    :param ends: the ends of those that are proposed for the sentence
    """
    return token.kind == "Company" or token.end in ends or token.text in ("公司", "有限公司", "集团", "股份")


def _is_told_of(tokens: Sequence[Token], first: int, last: int, ends: Collection[int]) -> bool:
    """Whether a clause begins with a name and goes on with where it lies or who builds it: 高效电池组件项目落户晨州经开区, …项目由甲公司投资."""
    before = tokens[first - 1] if first else None
    if tokens[last].text != "项目" or before is not None and before.text not in _OPENERS and before.kind != "time":
        return False
    behind = tokens[last + 1 : last + 1 + _REACH]
    text = "".join(t.text for t in behind)
    if before is not None and before.text == "的" and first > 1 and tokens[first - 2].kind in ("Park", "District") and _GOES_ON.match(text):
        return True
    lies = _LIES.match(text)
    if lies:
        return any(t.kind in ("Park", "District") for t in behind if lies.end() <= t.end - behind[0].start <= lies.end() + _LONGEST_PLACE)
    return bool(_BUILT_BY.match(text)) and any(_ends_a_company(t, ends) for t in behind)


def _is_invested_in(tokens: Sequence[Token], first: int, ends: Collection[int]) -> bool:
    """Whether a company in front invests in what is named: 湛朗有限公司投资(建设)的燃料仓储项目."""
    i = first - 1
    if tokens[i].text != "的":
        return False
    while i and (tokens[i - 1].text in _INVESTS or tokens[i - 1].text in _TOGETHER):
        i -= 1
    by = next((t for t in reversed(tokens[max(0, i - _BUILDERS) : i]) if t.text in ("由", "，", "。", "；", "的")), None)
    if i < first - 1 and by is not None and by.text == "由":
        return True  # 由甲能源、乙汽车共同打造的重卡项目
    return i > 0 and _ends_a_company(tokens[i - 1], ends)


def _is_funded(tokens: Sequence[Token], first: int) -> bool:
    """Whether a sum in front of the verb of building is invested in what is named: 投资3亿元在某园建设义齿加工项目, 总投资2亿元建设光学膜生产基地."""
    i = first - 1
    if tokens[i].text in ("的", "了") and i:
        i -= 1
    if i and tokens[i].kind == "quantity" and tokens[i].text.endswith(_AREAS) and (tokens[i - 1].text in _SET_UP or tokens[i - 1].text == "了"):
        return tokens[i - 1 - (tokens[i - 1].text == "了")].text in _SET_UP  # 规划建设了10平方公里的非织造布产业园
    if tokens[i].text not in _SET_UP:
        return False
    for j in range(i - 1, max(0, i - _FUNDS_REACH), -1):
        token = tokens[j]
        if token.kind == "quantity" and token.text.endswith("元"):
            return any(t.text in _FUNDS or t.text.endswith("投资") for t in tokens[max(0, j - 3) : j])
        if token.kind in ("Company", "Project", "quantity") or token.text in "。；：" or token.text == "的" and j < i - 1:
            return False
    return False


def _says_something(tokens: Sequence[Token]) -> bool:
    """Whether a name holds a word of its own, beside what is done there and how: 义齿 in 义齿数字化加工项目, 光学膜 in 光学膜生产基地."""
    own = [t for t in _specific(tokens) if t.text not in _DONE_THERE and t.text not in _STANDARD and t.text not in _PLAIN]
    if all(t.text.endswith(_FIELDS) for t in own):
        return False  # 智能制造项目: a field
    return sum(len(t.text) for t in own) >= 2 and not any(t.text in _STANDARD and t.text.endswith(("厂房", "设施", "楼")) for t in tokens)


def _specific(tokens: Sequence[Token]) -> list[Token]:
    return [
        t for t in tokens if t.text not in GENERIC and t.text not in EDGE and t.text not in _NOTHING and (t.tag not in ("m", "q") or t.text == "大宗")
    ]


def _is_specific(tokens: Sequence[Token]) -> bool:
    """Whether words say more than that a project is new, large or industrial; a listed field of four characters is as much as two words (储能装备)."""
    return sum(min(2 if t.kind == "word" else 4, len(t.text)) for t in _specific(tokens)) >= 4


def _is_built(tokens: Sequence[Token], first: int, last: int, ends: Collection[int]) -> bool:
    """Whether a verb in front of a name, beyond a number and a place, says that someone builds one such project, and who or for how much is named."""
    i = first - 1
    while i and (tokens[i].kind in ("quantity", "District") or tokens[i].text in _AMOUNTS):
        if (
            tokens[i].kind == "quantity"
            and not tokens[i].text.endswith(("亿元", "万元", "美元", "亿", "元"))
            and tokens[i].text not in ("1个", "一个")
        ):
            return False
        i -= 1
    if tokens[i].text not in _BUILDS or tokens[i].text == "的" and tokens[i - 1].kind != "quantity":
        return False
    clause = [t for t in tokens[:last] if t.kind != "punctuation" or t.text in CLAUSE_ENDS]
    begin = max((j + 1 for j, t in enumerate(clause) if t.text in "。；"), default=0)
    return any(_ends_a_company(t, ends) or t.text.endswith("元") for t in clause[begin:])


def _says_what_it_makes(tokens: Sequence[Token], first: int, head: int) -> bool:
    inner = tokens[first:head]
    while inner and inner[-1].text in _DONE_THERE:
        inner = inner[:-1]
    if not inner or any(t.text in _NOTHING for t in inner) or len(inner) == head - first and not _is_made_or_built(text_of(inner, 0, len(inner) - 1)):
        return False
    return _is_specific(inner) and any(is_trade(t) or len(t.text) > 1 for t in _specific(inner))


def _is_made_or_built(text: str) -> bool:
    return ends_as_a_product(text) or text.endswith(_BUILT)
