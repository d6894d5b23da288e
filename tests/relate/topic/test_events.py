"""Events that news tells of: their day and host, and the figures that go on about them."""

import pytest

NEWS = {"issued": "2024-05-17"}
LIST = "现场签约项目32个、总投资80亿元。"


@pytest.mark.parametrize("text, period", [
    ("5月8日，绵阳市举行重点项目集中签约仪式。" + LIST, "2024-05-08"),
    ("5月8日，绵阳高新区2024年一季度项目集中签约活动举行。" + LIST, "2024-05-08"),
    ("昨日上午，绵阳市举行重点项目集中签约仪式。" + LIST, "2024-05-16"),
    ("本报绵阳5月15日电（记者王甲）今天上午，绵阳市举行重点项目集中签约仪式。" + LIST, "2024-05-15"),
    ("16日，绵阳市举办招商推介会。" + LIST, "2024-05-16"),
    ("28日，绵阳市举办招商推介会。" + LIST, "2024-04-28"),  # the last one before the text was issued
    ("5月8日，记者来到绵阳。当天，绵阳市集中开工一批项目。" + LIST, "2024-05-08"),
    ("5月16日记者从有关部门获悉，绵阳市元月集中签约一批项目。" + LIST, "2024-01"),  # the day of the news is not that of the event
    ("绵阳市集中签约一批项目。" + LIST, None),
    ("5月8日，绵阳市举行重点项目集中签约仪式。近年来，绵阳市签约项目32个、总投资80亿元。", None),  # what there was in all is of no day
    ("绵阳市签约项目32个、总投资80亿元。", None)])
def test_what_an_event_brought_is_of_its_day(said, text, period):
    assert set(said(text, "news.md", **NEWS).periods.values()) == {period}


def test_who_held_the_event_has_what_it_brought(said):
    text = "# 一批项目集中签约\n\n3月27日，绵阳高新区2024年一季度项目集中签约活动举行。\n\n活动中，" + LIST
    assert {owner for owner, *_ in said(text, "news.md", **NEWS).figures} == {"绵阳高新区"}


def test_what_many_projects_cost_is_planned(said):
    text = "5月8日，绵阳市举行项目集中开工仪式。此次开工的项目28个，投资总额226亿元。"
    assert said(text, "news.md", **NEWS).truths == {"28个": "Actual", "226亿元": "Planned"}


def test_a_headline_s_figure_is_that_of_the_text(said):
    text = "# 绵阳市签约9个项目总投资79亿元\n\n5月8日，绵阳市举行项目集中签约仪式。签约9个项目，总投资79亿元。\n"
    assert sorted(said(text, "news.md", **NEWS).periods.values()) == ["2024-05-08", "2024-05-08"]


def test_a_report_tells_of_no_event(said):
    text = "举行重点项目集中签约仪式，签约项目32个、总投资80亿元。"
    assert set(said(text, "report.md", title="绵阳市2024年政府工作报告", issued="2024-02-01").periods.values()) <= {"2023", None}


def test_the_day_of_an_event_in_brackets(said):
    found = said("昨（16）日上午，绵阳市举行2024年第二季度重大项目集中开工仪式。此次集中开工的项目包括湛朗半导体项目、长虹新能源基地等。", "news.md", issued="2024-05-17")
    assert ("湛朗半导体项目", "Groundbreaking", "2024-05-16", "Actual") in found.milestones
