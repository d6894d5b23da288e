"""Programmes: what is carried out, issued or awarded. Slogans, sayings and plain quotations are none."""

import pytest

from .defects import wrong

PROGRAMMES = [
    # quoted
    ("启动“百企升级”专项行动", "“百企升级”专项行动"), ("深入实施“卓粤”计划", "“卓粤”计划"), ("出台“金融十条”", "“金融十条”"), ("推出人才新政“20条”", "人才新政“20条”"),
    ("推进“一带一路”建设", "“一带一路”"), ("参与“东数西算”工程", "“东数西算”工程"),
    # carried out
    ("实施拓市场攻坚行动", "拓市场攻坚行动"), ("开展招商引资百日攻坚行动", "招商引资百日攻坚行动"), ("落实新一轮找矿突破战略行动", "找矿突破战略行动"),
    ("落实制造业强链补链三年行动计划", "制造业强链补链三年行动计划"),
    ("制定实施制造业强链补链三年行动计划", "制造业强链补链三年行动计划"), ("制定出台服务业倍增计划行动方案", "服务业倍增计划行动方案"),
    # designations and awards
    ("获评全国文明城市", "全国文明城市"), ("荣获联合国人居奖", "联合国人居奖"), ("成功创建国家森林城市", "国家森林城市"),
    ("列入全国首批碳达峰试点园区", "碳达峰试点园区"), ("入选中国民营企业500强", "中国民营企业500强"), ("连续三年跻身全国百强县", "全国百强县"),
    ("公司获评国家级绿色工厂", "国家级绿色工厂"), ("荣获中国质量奖", "中国质量奖"), ("上榜国家级专精特新小巨人企业", "国家级专精特新小巨人企业"),
    ("创建全国文化消费试点城市", "全国文化消费试点城市"), ("推出“春雷计划”", "“春雷计划”"),
    ("入选国家知识产权强市建设示范城市", "国家知识产权强市建设示范城市"),
    # given by state or province, whatever the verb
    ("启动国家生态园林城市创建", "国家生态园林城市"), ("全力争创国家生态文明建设示范市", "国家生态文明建设示范市"), ("获批国家文化和科技融合示范基地", "国家文化和科技融合示范基地"),
    ("获评中国快递示范城市", "中国快递示范城市"), ("被命名为全省民营经济发展先进县", "全省民营经济发展先进县"),
    wrong("被认定为 is known, but not before a designation without 首批 or a place", "被认定为国家级绿色工厂", "国家级绿色工厂"),
]
NO_PROGRAMMES = [
    "学习“枫桥经验”", "市民说：“很好”。", "提出“四个坚持”", "“三区三线”划定", "“天眼”建成", "获国务院通报表扬", "实施方案", "开展活动", "落实行动", "启动工程建设",
    "推动重点工程", "实施一批项目", "完成年度计划", "入选名单", "获得好评", "获评优秀", "打造“西部增长极”", "打造“工业科技新城”", "打通政策落实“最后一公里”", "新增“四上”企业3700家",
    "新增7个国家级示范基地", "建成国家级示范基地12家", "加快国家物流枢纽建设", "贯彻国家战略", "全省示范区建设稳步推进",
]


@pytest.mark.parametrize("text, name", PROGRAMMES)
def test_a_programme(of_class, text, name):
    assert of_class(text, "Programme") == {name}


@pytest.mark.parametrize("text", NO_PROGRAMMES)
def test_no_programme(of_class, text):
    assert not of_class(text, "Programme")


def test_each_of_a_list(of_class):
    assert of_class("联动创建国家绿色出行示范城市、中国快递示范城市。", "Programme") == {"国家绿色出行示范城市", "中国快递示范城市"}
    assert of_class("开展“春雷计划”“商超计划”等行动。", "Programme") == {"“春雷计划”", "“商超计划”"}


def test_the_members_of_a_list_share_the_verb_and_are_names_of_their_own(of_class):
    assert of_class("深入实施增品种行动、提品质行动和创品牌计划。", "Programme") == {"增品种行动", "提品质行动", "创品牌计划"}


def test_a_zone_of_trade_is_a_place(of_class):
    assert not of_class("中国（桐城）自由贸易试验区挂牌。", "Programme")


def test_several_in_one_sentence(of_class):
    text = "绵阳高新区入选国家级绿色园区，获评国家知识产权示范园区，启动“百企升级”专项行动。"
    assert len(of_class(text, "Programme")) == 3
