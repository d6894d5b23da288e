"""Whether a paragraph of a report tells what was done or what is to be done, by the votes of its words and its neighbours."""

import pytest

REPORT = {"title": "绵阳市2024年政府工作报告", "issued": "2024"}


@pytest.fixture
def directions(recognized):
    """Whether each sentence of a report looks forward, by its words."""
    def follow(text: str):
        made = recognized(text, "report.md", **REPORT)
        return {sentence.words: made.tracker.follow(sentence).forward for sentence in made.sentences}
    return follow


PLAN = "加快湛朗半导体项目建设，推动长虹新能源基地投产，支持企业上市。"
REVIEW = "湛朗半导体项目建成投产，新增企业52家，成功引进长虹新能源基地，税收增长8.6%。"


@pytest.mark.parametrize("text", [
    "建成湛朗半导体、长虹新能源等项目，开工建设安州大道，推进绵江高速建设。全年引进省外资金增长10%以上。",        # no verb by itself is of the past
    "303个重点项目，当年完成投资1500亿元以上，年内60个项目投产。实施基础设施项目44个，完成投资584亿元。",
    "推进湛朗半导体一期、安州二工厂等项目投产达效，打造西部重要的新型显示集聚区。加快绵江高速建设。",
    "狠抓项目建设，全年安排重点项目640个，力争投资增长8%左右。新开工湛朗扩产等5个项目，建成长虹光伏产业园。",
    "加快安州抽水蓄能项目前期工作，集群产值达到880亿元。推动企业技改。",    # 项目前期 is not 目前
])
def test_a_paragraph_of_orders_looks_forward_with_all_its_verbs(directions, text):
    assert all(directions(text).values())


@pytest.mark.parametrize("text", [
    "推进绵江高速建设，完成投资162.4亿元。建成湛朗半导体项目，新增产值52.8亿元，税收增长9.3%。",     # told in the same words
    "全市税收100亿元。引进长虹新能源。", "城市品质稳步提升。建成公园12个，打通断头路20条，获评国家园林城市。",
    "积极争取到专项债券60.5亿元，推动安州大道建成通车，加快形成的产业集群产值突破800亿元，同比增长12.1%。"])
def test_a_paragraph_that_tells_of_the_year_looks_back_with_all_its_orders(directions, text):
    assert not any(directions(text).values())


def test_a_paragraph_that_says_little_is_as_its_neighbours(directions):
    little = "新增企业60家。"
    assert directions(f"{PLAN}\n\n{PLAN}\n\n{little}\n\n{PLAN}")[little]
    assert not directions(f"{REVIEW}\n\n{REVIEW}\n\n{little}\n\n{REVIEW}")[little]
    assert not directions(f"{PLAN}\n\n{PLAN}\n\n{little}\n\n{REVIEW}{REVIEW}")[little]    # a text that goes to and fro


def test_a_heading_parts_neighbours(directions):
    little = "新增企业60家。"
    assert not directions(f"## 一、2023年的答卷\n\n{little}\n\n## 二、奋力前行\n\n{PLAN}\n\n{PLAN}")[little]


def test_a_plan_may_tell_what_was_done(directions):
    found = directions(PLAN + "打造一批特色园区，力争新引进企业30家以上。去年长虹新能源基地产值52.6亿元。" + "抓好园区建设，新增企业60家以上。")
    assert list(found.values()) == [True, True, False, True]


@pytest.mark.parametrize("words, forward", [("2024年是收官之年。", True), ("2023年是收官之年。", False), ("过去几年，产值突破300亿元。", False)])
def test_a_year_is_before_the_report_or_not(directions, words, forward):
    assert list(directions(words).values()) == [forward]
