"""Campaigns: what is carried out under a name. What is built, and what every government does under no name, is none."""

import pytest

CAMPAIGNS = [
    # the verb that says most stands in front, whatever verbs the name holds
    ("全面实施新一轮乡镇企业改革深化提升行动", "乡镇企业改革深化提升行动"), ("实施孵化器提升行动", "孵化器提升行动"), ("扎实推进净湖行动", "净湖行动"),
    ("启动实施沿海四市协同推动渔业升级行动计划", "沿海四市协同推动渔业升级行动计划"), ("出台推动工业设计繁荣三年行动方案", "推动工业设计繁荣三年行动方案"),
    ("完成信息技术“百十万”人才培养计划", "信息技术“百十万”人才培养计划"), ("开展新材料新工艺新装备大规模应用示范行动", "新材料新工艺新装备大规模应用示范行动"),
    ("持续推进庭院和社区绿化达标行动", "庭院和社区绿化达标行动"), ("推进绿色制造工程", "绿色制造工程"), ("开展检查、实施车间清洁行动", "车间清洁行动"),
    # how it is carried out may stand in the verb's word
    ("积极开展助企行动", "助企行动"), ("实施好青苗人才计划", "青苗人才计划"), ("继续抓好改善库区群众生产生活条件三年行动计划", "改善库区群众生产生活条件三年行动计划"),
    ("全面打响湖泊污染防治攻坚战", "湖泊污染防治攻坚战"), ("湖泊污染治理攻坚战全面打响。", "湖泊污染治理攻坚战"),
    # a word may begin with what elsewhere is a preposition
    ("大力开展对标提升行动", "对标提升行动"),
    # what is joined to a quotation in front of the head is another thing
    ("实施遗址公园建设和“古城记忆”工程", "“古城记忆”工程"),
    # a year or a month of it
    ("开展重点项目提速增效年活动", "重点项目提速增效年活动"),
    # markets and cities are not built, nor is what has a slogan in its name
    ("实施市场主体倍增工程", "市场主体倍增工程"), ("实施“百园千企”改造工程", "“百园千企”改造工程"),
    # what is done to a kind of things, though such things are built
    ("实施水库除险加固工程", "水库除险加固工程"), ("实施燃气管道改造提升工程", "燃气管道改造提升工程"), ("实施园区标准化建设工程", "园区标准化建设工程"),
    # the verb behind
    ("集体企业改革深化提升行动深入实施。", "集体企业改革深化提升行动"), ("我市全民阅读计划全面启动。", "全民阅读计划"), ("“天府粮田”建设攻坚行动加快推进。", "“天府粮田”建设攻坚行动"),
]
NO_CAMPAIGNS = [
    "实施重点工程", "推进民生工程建设", "完成年度投资计划", "开展全民健身活动", "开展群众性文明创建活动", "实施供水管网连通工程", "实施江油水库加固工程", "加快水库除险加固工程", "推进工程建设项目审批", "编制总体规划方案", "一系列行动深入实施",
    "打好三大攻坚战", "落实到实际行动上", "提高计划管理水平", "完成计划的一半", "推进大桥主体工程建设", "各项工程扎实推进",
]


@pytest.mark.parametrize("text, name", CAMPAIGNS)
def test_a_campaign(of_class, text, name):
    assert of_class(text, "Programme") == {name}


@pytest.mark.parametrize("text", NO_CAMPAIGNS)
def test_no_campaign(of_class, text):
    assert not of_class(text, "Programme")


def test_campaigns_side_by_side_are_names_of_their_own(of_class):
    assert of_class("大力实施技工培育行动、名师引进计划和工艺攻关工程。", "Programme") == {"技工培育行动", "名师引进计划", "工艺攻关工程"}
