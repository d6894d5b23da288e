"""Of which place a clause of news tells: the districts and parks of the text's own place, and the place of an event."""

import pytest

ROUND_UP = "# 绵阳市一批项目集中开工\n\n本报讯（记者 王明）近日，绵阳市一批项目集中开工。\n\n"


@pytest.mark.parametrize("paragraph, facts", [
    ("涪城区集中开工湛朗半导体产业园、鑫川锂电池基地等12个项目，总投资60亿元。", {"湛朗半导体产业园 locatedIn 涪城区", "鑫川锂电池基地 locatedIn 涪城区"}),
    ("游仙区签约项目20个。总投资20亿元的鑫川锂电池基地项目是其中最大的。", {"鑫川锂电池基地项目 locatedIn 游仙区"}),
    ("本次开工的还有鑫川锂电池基地项目。", {"鑫川锂电池基地项目 locatedIn 绵阳市"}),
    ("成都市也有项目开工。鑫川锂电池基地项目落户游仙区。", {"鑫川锂电池基地项目 locatedIn 游仙区"})])
def test_each_paragraph_is_about_its_place(said, paragraph, facts):
    assert {r for r in said(ROUND_UP + paragraph + "\n", "news.md", issued="2024-05-17").relations if "涪城区 locatedIn" not in r} >= facts


def test_a_place_holds_to_the_end_of_its_paragraph(said):
    text = ROUND_UP + "涪城区签约项目20个。\n\n总投资20亿元的鑫川锂电池基地项目开工。\n"
    assert "鑫川锂电池基地项目 locatedIn 涪城区" not in said(text, "news.md", issued="2024-05-17").relations


HEADLINES = [  # and where 鑫川锂电池基地 is, of which the text goes on to tell
    ("绵阳重点项目建设提速", "绵阳市"), ("绵阳：项目建设提速", "绵阳市"), ("四川绵阳涪城区项目建设按下快进键", "涪城区"), ("企业生产忙：四川绵阳一线见闻", "绵阳市"),
    ("我市重点项目建设提速", "绵阳市"),
    ("鑫川公司在绵阳建设基地", None), ("绵阳与成都携手推进项目建设", None), ("绵阳赴成都招商", None), ("四川重点项目建设提速", None), ("项目建设提速", None)]


@pytest.mark.parametrize("headline, place", HEADLINES)
def test_what_news_tells_of_is_where_its_headline_says_that_it_tells_of(said, headline, place):
    text = f"# {headline}\n\n本报讯（记者 王明）近日，绵阳市重点项目进展顺利，绵阳经济向好。\n\n鑫川锂电池基地加快建设。\n"
    found = {r for r in said(text, "news.md", issued="2024-05-17").relations if r.startswith("鑫川锂电池基地 locatedIn")}
    assert found == ({f"鑫川锂电池基地 locatedIn {place}"} if place is not None else set())


EVENT = "5月8日，游仙区举行重点项目集中签约仪式。\n\n"


def test_the_projects_of_an_event_are_in_its_place(said):
    found = said(EVENT + "此次签约项目包括湛朗锂电池项目、鑫川生物医药产业园项目等。\n", "news.txt", issued="2024-05-17").relations
    assert {"湛朗锂电池项目 locatedIn 游仙区", "鑫川生物医药产业园项目 locatedIn 游仙区"} <= found


def test_the_projects_of_an_event_are_whose_it_is_wherever_it_is_held(said):
    text = "5月8日，绵阳市2024年重点产业项目开工仪式在涪城经开区举行。\n\n此次开工项目包括湛朗锂电池项目、鑫川生物医药项目等。\n"
    found = said(text, "news.txt", issued="2024-05-17").relations
    assert "湛朗锂电池项目 locatedIn 绵阳市" in found and "湛朗锂电池项目 locatedIn 涪城经开区" not in found


def test_a_park_that_is_built_is_no_place_that_the_text_turns_to(said):
    found = said(ROUND_UP + "湛朗产业园等12个项目开工，鑫川锂电池基地竣工。\n", "news.md", issued="2024-05-17").relations
    assert "鑫川锂电池基地 locatedIn 湛朗产业园" not in found and "鑫川锂电池基地 locatedIn 绵阳市" in found


def test_the_partners_of_an_event_are_not(said):
    found = said(EVENT + "游仙区与长虹、京东方等企业签约。\n", "news.txt", issued="2024-05-17").relations
    assert not {r for r in found if "locatedIn" in r and ("长虹" in r or "京东方" in r)}


def test_without_an_event_a_project_is_nowhere(said):
    found = said("5月8日，游仙区召开座谈会。\n\n湛朗锂电池项目介绍了情况。\n", "news.txt", issued="2024-05-17").relations
    assert not any("湛朗" in r for r in found if "locatedIn" in r)


def test_what_the_area_calls_its_industry_is_one(said):
    found = said(EVENT + "目前，涪城区光伏产业链日益完善，储能项目也已开工。\n", "news.txt", issued="2024-05-17").relations
    assert "涪城区 inIndustry 光伏" in found and "涪城区 inIndustry 储能" not in found


def test_the_place_of_the_event_is_who_signs(said):
    found = said(EVENT + "活动中，与长虹、京东方等企业集中签约。\n", "news.txt", issued="2024-05-17").relations
    assert {"游仙区 cooperatesWith 长虹", "游仙区 cooperatesWith 京东方"} <= found


def test_what_points_back_to_a_place_tells_of_it(said):
    text = ROUND_UP + "游仙区新桥镇签约项目3个。\n\n今年以来，该镇主动出击，不断拉长电子信息产业链条。\n"
    found = said(text, "news.md", issued="2024-05-17").relations
    assert "新桥镇 inIndustry 电子信息" in found and "绵阳市 inIndustry 电子信息" not in found


@pytest.mark.parametrize("sentence, fact, holds", [
    ("绵阳市将推进鑫川化工、湛朗新材料等项目建设。", "鑫川化工 locatedIn 绵阳市", True),  # named by the sentence
    ("鑫川化工、湛朗新材料等企业赶制订单。", "鑫川化工 locatedIn 绵阳市", True),  # by its headline, which names the city alone
    ("涪城区签约项目20个。鑫川化工、湛朗新材料等企业赶制订单。", "鑫川化工 locatedIn 绵阳市", False),  # but not where the text tells of a district
    ("成都市也有进展。鑫川化工、湛朗新材料等企业赶制订单。", "鑫川化工 locatedIn 绵阳市", False),
    ("成都市的鑫川化工、湛朗新材料等企业赶制订单。", "鑫川化工 locatedIn 绵阳市", False),
    ("游仙区鑫川公司生产的电车，用的就是宁德时代的电池。", "宁德时代 locatedIn 游仙区", False),
    ("游仙区引人注目，由鑫川集团和湛朗公司投资兴建的项目已完成一半。", "湛朗公司 locatedIn 游仙区", False),  # who builds may be from anywhere
])
def test_who_is_where_the_clause_tells_of(said, sentence, fact, holds):
    assert (fact in said(ROUND_UP + sentence + "\n", "news.md", issued="2024-05-17").relations) == holds


def test_the_text_s_own_place_takes_over_again(said):
    text = ROUND_UP + "涪城区签约项目20个。全市不断壮大光伏产业链。\n"
    assert "涪城区 inIndustry 光伏" not in said(text, "news.md", issued="2024-05-17").relations


KEPT = "游仙区上半年工业产值90亿元。\n\n湛朗锂电池项目预计6月底竣工，长虹也将扩产。\n\n游仙区将实施绿化工程19个。\n"


def test_a_text_keeps_to_the_place_that_it_opens_with(said):
    found = said("# 绵阳市一批重点项目加快推进\n\n本报讯（记者 王明）近日，绵阳市游仙区传来好消息。" + KEPT, "news.md", issued="2024-05-17").relations
    assert "湛朗锂电池项目 locatedIn 游仙区" in found
    assert "长虹 locatedIn 游仙区" not in found  # a company that the paragraph does not place may be anywhere


def test_a_headline_in_front_of_a_colon_makes_it_the_place_s_own(said):
    text = "# 四川绵阳：5家企业入选名单\n\n近日，省经济和信息化厅公布名单，鑫川机械有限公司、湛朗科技有限公司5家企业成功入选。\n"
    assert {"鑫川机械有限公司 locatedIn 绵阳", "湛朗科技有限公司 locatedIn 绵阳"} <= said(text, "news.md", issued="2024-05-17").relations


SECTIONS = "# 绵阳：项目建设提速\n\n本报讯（记者 王明）绵阳市各地项目建设提速。\n\n{}\n\n鑫川锂电池基地加快建设。\n\n湛朗半导体基地加快建设。\n\n## {}\n\n长虹湛科电站加快建设。\n"


@pytest.mark.parametrize("heading, place", [
    ("## 涪城区", "涪城区"), ("## 【涪城区】", "涪城区"), ("## 涪城区：挂图作战", "涪城区"), ("## 走进涪城区", "涪城区"), ("## 二、绵阳涪城区", "涪城区"),
    ("## 加快建设", "绵阳市"), ("## 成都锦江区", "绵阳市"), ("## 涪城区与游仙区", "绵阳市")])
def test_a_heading_that_names_one_place_holds_for_what_is_below(said, heading, place):
    found = said(SECTIONS.format(heading, "游仙区"), "news.md", issued="2024-05-17").relations
    assert {f"鑫川锂电池基地 locatedIn {place}", f"湛朗半导体基地 locatedIn {place}", "长虹湛科电站 locatedIn 游仙区"} <= found


def test_a_heading_without_a_place_turns_away(said):
    found = said(SECTIONS.format("## 涪城区", "服务企业"), "news.md", issued="2024-05-17").relations
    assert {"鑫川锂电池基地 locatedIn 涪城区", "长虹湛科电站 locatedIn 绵阳市"} <= found


@pytest.mark.parametrize("sentence, place", [("涪城区挂图作战。鑫川锂电池基地加快建设。", "涪城区"), ("再看涪城区，鑫川锂电池基地加快建设。", "涪城区"), ("【涪城区】鑫川锂电池基地加快建设。", "涪城区"),
    ("湛朗产业园主体封顶；鑫川锂电池基地加快建设。", "绵阳市"), ("各地加快建设。湛朗产业园投资20亿元。鑫川锂电池基地加快建设。", "绵阳市"),
    ("湛朗产业园投资20亿元。湛朗产业园入驻企业10家。鑫川锂电池基地加快建设。", "湛朗产业园")])
def test_where_a_sentence_stands(said, sentence, place):
    found = {r for r in said(SECTIONS.format(sentence, "游仙区").replace("鑫川锂电池基地加快建设。\n\n湛朗", "湛朗"), "news.md", issued="2024-05-17").relations}
    assert {r for r in found if r.startswith("鑫川锂电池基地 locatedIn")} == {f"鑫川锂电池基地 locatedIn {place}"}, found
