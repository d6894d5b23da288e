"""Who speaks in a quotation: 我们 is the company in whose name somebody speaks, and what it tells figures of."""

import pytest

NEWS = {"issued": "2024-05-17"}
SITE = "走进湛朗半导体项目施工现场，塔吊林立。\n\n"


@pytest.mark.parametrize("text, relation", [
    # behind the quotation, in front of it, by what the text went on about
    ("走进晨帆电子科技有限公司。“我们给宁德时代供应隔膜已有八年。”晨帆电子总经理王海涛告诉记者。", "晨帆电子科技有限公司 suppliesTo 宁德时代"),
    ("晨帆科技董事长王海涛介绍：“我们为宁德时代供应隔膜。”", "晨帆科技 suppliesTo 宁德时代"),
    ("晨帆科技的车间里，机器轰鸣。“我们为宁德时代供应隔膜。”公司副总经理王海涛说。", "晨帆科技 suppliesTo 宁德时代"),
    ("晨帆科技的车间里，机器轰鸣。“我们为宁德时代供应隔膜。”公司相关负责人说。", "晨帆科技 suppliesTo 宁德时代")])
def test_we_are_the_company_that_is_spoken_for(said, text, relation):
    assert relation in said(text, **NEWS).relations


def test_what_is_quoted_names_customers_not_the_speaker_s_company(said):
    found = said("走进晨帆科技的车间，机器轰鸣。“这批货是发往宁德时代的，今年产值将达5亿元。”公司副总经理王海涛说。", **NEWS)
    assert "王海涛 holdsPositionIn 晨帆科技" in found.relations and not any("王海涛 holdsPositionIn 宁德时代" == r for r in found.relations)
    assert ("晨帆科技", "outputValue", "Level", "500000000 CNY") in found.figures


@pytest.mark.parametrize("text", [
    "晨帆科技投产。“我们投资2亿元支持企业扩产。”三台县工信局局长王海涛说。", "晨帆科技投产。“我们投资2亿元支持企业扩产。”王海涛说。", "晨帆科技投产。人们说“我们投资2亿元”。"])
def test_others_speak_for_no_company(recognized, text):
    from kg.relate.focus.speakers import Speakers
    sentences = recognized(text, **NEWS).sentences
    speakers = Speakers(sentences)
    assert {speakers.of(sentence) for sentence in sentences} == {None}


@pytest.mark.parametrize("text, owner", [
    (SITE + "“年产值可达8亿元。”长电科技副总经理王小明介绍。", "长电科技"),
    (SITE + "“订单很满。年产值可达8亿元。”长电科技副总经理王小明介绍。", "长电科技"),
    (SITE + "“年产值可达8亿元。”该项目总工程师王小明说。", "湛朗半导体项目"),
    (SITE + "“年产值可达8亿元。”项目负责人王小明说。", "湛朗半导体项目"),
    ("湛朗半导体项目投产。“产值8亿元。”记者与长电科技的客户交谈。", "湛朗半导体项目")])
def test_who_speaks_tells_of_what(said, text, owner):
    assert (owner, "8亿元") in {(found[0], "8亿元") for found in said(text, "news.md", **NEWS).figures if found[3] == "800000000 CNY"}
