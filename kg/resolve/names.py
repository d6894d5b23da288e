"""How names are compared, and which are too general to say of themselves what they name."""

from __future__ import annotations

import re
import unicodedata

# The bare words for a kind of park, government or project. A text that says only this speaks of its own:
# 高新区 in one report is not 高新区 in another. Without claim to completeness; source: the forms in use in reports.
_LEVEL = "(?:全国|国家级?|中央|[省市州县区]级?|[市省区县]管|自治区|自治州|地区?|镇|乡|街道|本|该|我|全)?"
_PARK = (
    "(?:国家)?(?:级)?(?:高新技术(?:产业)?|高新|经济技术|经济|经开|综合保税|综保|保税|出口加工|自由贸易|自贸|自贸试验|示范|试验|实验|合作|"
    "产业|工业|科技|物流|农业|现代农业|文化|创业|孵化|软件|大学|化工|电子|汽车|新能源|生态|循环经济|特色|专业|集中|起步|核心|先行|承接|"
    "产业转移|产业集聚|集聚|开发|创新|新|片|园|港|城|小)*"
    "(?:开发区|新区|园区|园|区|产业城|科学城|科技城|新城|集聚区|起步区|示范区|试验区|功能区|片区|基地|小镇|产业带|港区)"
)
_DEPARTMENT = (
    "(?:发改|发展改革|发展和改革|财政|教育|体育|工信|工业和信息化|经信|经济和信息化|科技|科学技术|商务|住建|住房(?:和)?城乡建设|建设|城管|规划|自然资源|"
    "国土(?:资源)?|生态环境|环保|交通(?:运输)?|水利|水务|农业(?:农村)?|文旅|文化(?:和)?旅游|文化|旅游|卫健|卫生健康|卫生|应急(?:管理)?|审计|国资|市场监管|"
    "市场监督管理|统计|医保|医疗保障|信访|林业|公安|民政|司法|人社|人力资源(?:和)?社会保障|招商|投资促进|行政审批|政务服务|政务服务数据管理|税务|"
    "金融(?:工作)?|组织|宣传|统战|政法|机关工作|民族宗教|退役军人|气象|海洋|口岸|供销)"
)
_OFFICE = (
    "(?:党委|党组|委员会|党工委|管委会|管理委员会|人民政府|政府|人大常委会|人大|政协|纪委监委|纪委|监委|监察委|人民?法院|人民?检察院|委办|府办|"
    f"办公室|办公厅|工商联|总工会|妇联|团委|常委会|委|{_DEPARTMENT}(?:局|委|委员会|办|办公室|厅|中心)|(?:组织|宣传|统战)部)"
)
_PROJECT = "(?:该|本|此)?(?:第?[一二三四五六七八九十]期|首期|[新老]?(?:项目|工程|基地|工厂|厂区|厂房|总部|产线|生产线|车间|码头|电站|中心)){1,2}(?:项目|工程)?"
_COMPANY = "(?:该|本|我|此|分|子|总|母)?(?:公司|企业|集团|工厂|厂)"

_GENERAL: dict[str, re.Pattern[str]] = {
    "Park": re.compile(_LEVEL + _PARK),
    "Organization": re.compile(f"{_LEVEL}{_OFFICE}|[省市县区州镇乡](?![北南东西中]区|政工程).*"),
    "Project": re.compile(_PROJECT),
    "Company": re.compile(_COMPANY),
    "District": re.compile("(?:全|我|本|该|各)(?:国|省|市|县|区|州|镇|乡|村)|[省市县区州镇乡村]|城区|老城区|主城区|中心城区|市区|县城|城乡"),
}

# Bodies of the whole state, which need no place before them.
_NATIONAL = re.compile("国务院|党中央|中央|全国|国家")


def fold(name: str) -> str:
    """Give the form in which names are compared: without differences of width, case and spacing.

    >>> fold("Ｔ３ 出行（南京）") == fold("t3出行(南京)")
    True
    """
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def is_general(cls: str, name: str) -> bool:
    """Whether a name is only the word for such a thing, and so means another one in each document.

    >>> is_general("Park", "高新区"), is_general("Park", "肇庆高新区"), is_general("Organization", "市发改局")
    (True, False, True)
    """
    pattern = _GENERAL.get(cls)
    if pattern is None or (cls == "Organization" and _NATIONAL.match(name)):
        return False
    return pattern.fullmatch(name) is not None
