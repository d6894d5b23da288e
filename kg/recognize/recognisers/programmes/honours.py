"""Takes the tokens of a sentence, proposes as designations the titles that companies bear without a verb that gives them: …是国家高新技术企业,
作为国家级制造业单项冠军企业，…, 世界500强企业…, 国家级专精特新“小巨人”企业名单.

A title alone is a kind (新增高新技术企业12家). It is one's own behind 是 and 作为, in front of its company or a list of them, behind some who have it
(甲、乙等世界500强企业), and where a list of those who have it is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, unbroken
from kg.triggers import Expressions

_LEVEL = (
    r"(?:(?:世界|全球|亚洲|中国|全国|国家|省|市|自治区|(?<=[是为系年、，。；入评选作批了])(?!一家)[\u4e00-\u9fff]{2,3}[省市])级?|(?:国家)?工信部)"
)
_RANKING = r"(?:世界|全球|亚洲|中国|全国|国内|财富)[^，。；、的“”\d强]{0,8}?(?:\d+|[一二两三五六八]?[十百])强"
_TITLE = (
    rf"(?:{_LEVEL}(?:高新技术企业|“?专精特新”?(?:中小)?企业|科技型中小企业|[^，。；、的“”]{{0,6}}单项冠军(?:示范)?(?:企业)?|隐形冠军(?:企业)?|(?:农业产业化)?重点龙头企业|技术创新示范企业|知识产权(?:示范|优势)企业"
    r"|服务型制造示范企业|绿色工厂|智能(?:制造)?(?:示范)?工厂|企业技术中心|工业设计中心|(?:“?瞪羚”?|“?独角兽”?|“?雏鹰”?|“?链主”?)企业)"
    rf"|“?专精特新”?中小企业|{_LEVEL}?“?专精特新”?(?:重点)?“?小巨人”?企业|{_LEVEL}?“?专精特新”?(?:重点)?“小巨人”(?=(?:荣誉)?称号)|农业产业化(?:国家|国家级|省级|市级)重点龙头企业|{_LEVEL}农业产业化龙头企业|制造业单项冠军(?:示范)?企业|“?灯塔工厂”?|{_RANKING}"
    rf"|{_LEVEL}(?:绿色(?:工业)?园区|智慧(?:化工)?园区)"
    rf"|{_LEVEL}(?:\d{{4}}年度?)?(?:重点|重大)(?:建设|工业|产业|工程|技改|招商|招商引资)?项目)"
)
_SEVERAL = re.compile(rf"{_TITLE}(?:(?:、|和|以及|及)(?:全国|首批|第.{{1,3}}批)?{_TITLE})*")
_ONE = re.compile(_TITLE)
# what stands in front of a title that someone bears
_BORNE = re.compile(
    r"(?:是|系|为|作为|成为|晋升为|成长为|发展为|发展成为|获批|获评|荣获|获得|获授|获颁|喜获|斩获|摘得|[业司]获)"
    r"(?:了|一家|一个|首家|首批|全[国省市]首[家批]|[\u4e00-\u9fff]{2,6}(?:首家|唯一一家|唯一的?|少有的)|\d{4}年度?|[^，。；的]{0,12}(?:一家|唯一的?|首家|首批)|[^，。；]{0,24}的)?$"
)
_PARK = re.compile("[区园城]")
_LISTED = re.compile(r"(?:入选|上榜|入围|列入|登上|公布了?|发布了?|公示了?|进入|跻身)[^，。；、]{0,14}?$")
_CALLED_A_TITLE = re.compile("(?:荣誉)?称号")
_LIST_BEHIND = re.compile("(?:企业)?(?:认定|培育|通过|公示|拟认定|入围)*(?:名单|榜单)")
_LIST_IS_OUT = re.compile(_LIST_BEHIND.pattern + "(?:正式)?(?:公示|公布|出炉|揭晓|发布)")
_IT = re.compile(r"(?:^|[，。；：“])(?:该|这家|本)?(?:公司|企业|集团)(?!们|家)[^，。；]{0,6}$|(?:^|[，。；：“])(?:该|这家|本)(?:公司|企业|集团)")
_QUOTED = re.compile(
    "(?:唯一|首个|首批|首家|首座)(?:一个|一家)?的?“(?P<title>(?:中国|国家|全国)[^”“，。；、]{3,16}(?:基地|城市|之乡|名城|示范区|示范县|强县|之都|试点|集群))”"
)
# the title of a list by which many are chosen at once: 入选全省首批智能制造示范企业名单
_LISTED_AS = re.compile(
    r"(?:入选|上榜|入围|列入|跻身|公布|发布)了?(?:[^，。；、的“”\d]{0,8}?(?:首批|新一批|第[一二三四五六七八九十\d]+批)|\d{4}年度?|全[国省市区])+"
    r"(?P<title>(?:“[^“”，。；]{2,10}”)?[^，。；、的“”\d首第批]{2,20}?(?:企业|工厂|基地|园区|项目|示范区|集群|平台|场景|案例|单位|城市|品牌|车间|中心))(?:公示|拟认定|认定|培育|入围|建设)*名单"
)
_GIVEN = re.compile(
    "(?:授予|命名为|获得|荣获|获评|获授|被评为|评为|斩获|摘得)[^，。；“”]{0,12}(?P<titles>“[^“”，。；]{4,24}”(?:[、和]?“[^“”，。；]{4,24}”){0,4})(?:等)?"
    "[^，。；、“”]{0,6}(?:荣誉称号|称号|荣誉)"
)
# what somebody is said to be by a quotation: 是国家级“甲检测基地”“乙实训基地”, 被评为某省的“五星级开发区”
_QUOTED_TITLES = re.compile(
    "(?:(?:是|为|系|作为|成为)(?:国家级|国家|全国|省级)|(?:被评为|评为|获评|荣获|被认定为|被授予)[^，。；“”]{0,12})"
    "(?P<titles>(?:“[^“”，。；、]{2,18}(?:基地|示范区|示范园|开发区|园区|企业|城市|之乡|之都|工厂|集群|示范县|示范市)”[、和]?)+)(?=[，。；、]|等|之一|$)"
)
_TITLE_IN_MARKS = re.compile("“[^“”]+”")
_TITLES = Expressions(_QUOTED, _GIVEN, _QUOTED_TITLES, _LISTED_AS, _SEVERAL)
_COUNTED_BEHIND = re.compile(r"\d+[家户个]，?(?:分别为|分别是|包括|即|为)[：:]?")
HONOUR_SIGNS = sign(
    words="园区 称号 荣誉 荣誉称号 高新技术 高新技术企业 特新 专精特新 冠军 单项冠军 巨人 小巨人 强 龙头企业 灯塔 工厂 技术中心 唯一 项目 名单 国家级 省级 评为 被评为 获评 认定为 授予".split(),
    ends=("名单", "强企业", "园区", "重点项目", "省级重点", "建设项目", "重大项目"),
    plain_words=True,
)
_RULE = "programme.honour"


def honours(tokens: Sequence[Token], companies: Sequence[Candidate]) -> Iterator[Candidate]:
    """Titles of a sentence.

    :param companies: the companies that other recognisers proposed for it
    """
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    starts = {company.start - base for company in companies}
    starts |= {start - len("企业") for start in starts if text.startswith("企业", start - len("企业"))}
    for _, run in _TITLES.finditer(text):
        if run.re is _QUOTED:
            yield Candidate(base + run.start("title") - 1, base + run.end("title") + 1, "Programme", _RULE, True)
            continue
        if run.re is _LISTED_AS:
            yield Candidate(base + run.start("title"), base + run.end("title"), "Programme", _RULE, True)
            continue
        if run.re is _GIVEN or run.re is _QUOTED_TITLES:
            for title in _TITLE_IN_MARKS.finditer(text, run.start("titles"), run.end("titles")):
                yield Candidate(base + title.start() + 1, base + title.end() - 1, "Programme", _RULE, True)
            continue
        front, end = text[: run.start()], run.end()
        borne = _BORNE.search(front) is not None and (
            front.endswith("作为")
            or run.group().endswith("项目")
            and "项目" in front
            or run.group().endswith("园区")
            and _PARK.search(front)
            or any(start < run.start() for start in starts)
            or _IT.search(front)
        )
        if not (
            (borne and not _goes_on(text, end))
            or _BORNE.search(front)
            and _CALLED_A_TITLE.match(text, end)
            or end in starts
            or front.endswith("等")
            and any(company.end - base <= run.start() and text[company.end - base : run.start()].startswith(("、", "等")) for company in companies)
            or _LISTED.search(front)
            and _LIST_BEHIND.match(text, end)
            or _LIST_IS_OUT.match(text, end)
            or (counted := _COUNTED_BEHIND.match(text, end)) is not None
            and counted.end() in starts
        ):
            continue
        for title in _ONE.finditer(text, run.start()):  # what stands behind the last decides, too
            if title.start() >= end:
                break
            yield Candidate(base + title.start(), base + title.end(), "Programme", _RULE, True)


def _goes_on(text: str, end: int) -> bool:
    """Whether a title is only a part of what is said: 国家高新技术企业的摇篮."""
    end += len("企业") * text.startswith("企业", end)
    return end < len(text) and text[end] not in "，。；、！（和,;" and not text.startswith("之一", end)
