"""Stages of projects that news lists under one head."""

import pytest

NEWS = {"issued": "2024-05-17"}
TWO = {"湛朗半导体项目", "长虹新能源基地"}
EVENT = "5月8日，绵阳市举行重点项目集中开工仪式。"


@pytest.fixture
def reached(said):
    """The stages of a text: names, stage and date."""
    def read(text: str) -> set[tuple[str, str, str | None]]:
        return {(name, stage, date) for name, stage, date, modality in said(text, "news.md", **NEWS).milestones if modality == "Actual"}
    return read


@pytest.mark.parametrize("text, stage, date", [
    (EVENT + "此次集中开工的项目包括湛朗半导体项目、长虹新能源基地等。", "Groundbreaking", "2024-05-08"),
    (EVENT + "此次集中开工的项目包括：总投资10亿元的湛朗半导体项目、总投资15亿元的长虹新能源基地等。", "Groundbreaking", "2024-05-08"),
    (EVENT + "本次集中开工的重点项目分别为某某冷链项目、湛朗半导体项目、某某花苑、长虹新能源基地。", "Groundbreaking", "2024-05-08"),
    (EVENT + "12个重点项目集中开工，总投资288亿元。\n\n其中，包括湛朗半导体项目、长虹新能源基地等一批项目。", "Groundbreaking", "2024-05-08"),
    ("4月绵阳市有23个重大项目开工，总投资92亿元，包括投资7亿元的湛朗半导体项目，投资8亿元的长虹新能源基地等。", "Groundbreaking", "2024-04"),
    ("5月8日，绵阳市现场签约项目49个，总投资89亿元，包括湛朗半导体项目、长虹新能源基地等。", "Signed", "2024-05-08"),
    (EVENT + "此次集中开工的项目涉及多个领域。其中湛朗半导体项目总投资89亿元；某某项目总投资2亿元；长虹新能源基地总投资27亿元。", "Groundbreaking", "2024-05-08"),
    ("5月8日，绵阳市第三批重点项目开工。\n\n在此次开工的重点项目中：投资8亿元的4个光伏项目，是民生工程；投资5亿元的湛朗半导体项目，是补链项目；投资6亿元的长虹新能源基地，是龙头项目。",
     "Groundbreaking", "2024-05-08"),
    (EVENT + "此次集中开工的12个项目总投资120亿元，其中湛朗半导体项目总投资50亿元，长虹新能源基地总投资20亿元。", "Groundbreaking", "2024-05-08"),
    (EVENT + "首批开工的项目一共83个。分类来看，产业类项目12个，代表性的有长虹新能源基地、湛朗半导体项目。", "Groundbreaking", "2024-05-08"),
    ("一季度，绵阳市有17个项目参加全省集中开工，湛朗半导体项目、长虹新能源基地等体量较大的项目都在其中。", "Groundbreaking", "2024-01/2024-03"),
    (EVENT + "此次集中开工的项目涉及多个领域。其中，产业类1项，总投资10亿元，主要为湛朗半导体项目。基础设施类1项，总投资9亿元，主要为长虹新能源基地。", "Groundbreaking", "2024-05-08"),
    (EVENT + "此次开工项目共两个，总投资16亿元。\n\n——湛朗半导体项目，总投资9亿元。\n\n——长虹新能源基地，总投资7亿元。", "Groundbreaking", "2024-05-08"),
    (EVENT + "今年二季度集中开工的重大项目共有12个。\n\n仪式主会场设在某园区，4个分会场分别是湛朗半导体项目、长虹新能源基地、某某工程。", "Groundbreaking", "2024-05-08"),
    ("5月8日，绵阳市2个重大项目集中开工。\n\n这2个项目是：湛朗半导体项目、长虹新能源基地。", "Groundbreaking", "2024-05-08"),
    (EVENT + "此次集中开工的项目涉及两个领域。\n\n产业类1项，总投资10亿元。分别是总投资10亿元的湛朗半导体项目。\n\n基础设施类1项，总投资9亿元。分别是总投资9亿元的长虹新能源基地。",
     "Groundbreaking", "2024-05-08"),
    (EVENT + "2个重点项目集中开工。\n\n附项目概况：湛朗半导体项目，总投资9亿元，用地90亩；长虹新能源基地，计划投资7亿元，建设标准厂房、研发楼等。", "Groundbreaking", "2024-05-08"),
    ("近日，绵阳市一批项目竣工。12个重大项目竣工，其中湛朗半导体项目、长虹新能源基地投资4亿元。", "Completed", None)])
def test_a_list_shares_the_stage_of_its_head(reached, text, stage, date):
    assert reached(text) == {(name, stage, date) for name in TWO}


@pytest.mark.parametrize("text", [
    "5月8日，绵阳市集中签约开工项目66个，包括湛朗半导体项目、长虹新能源基地等。",  # one of two stages, which is not told
    "绵阳市将集中开工项目66个，包括湛朗半导体项目、长虹新能源基地等。",
    "绵阳市力争年内开工项目66个，包括湛朗半导体项目、长虹新能源基地等。",
    "绵阳市尚未开工的项目包括湛朗半导体项目、长虹新能源基地等。",
    "5月8日，绵阳市开工项目66个。湛朗半导体项目总投资50亿元。",
    "绵阳市项目开工率100%，包括湛朗半导体项目、长虹新能源基地等。"])
def test_no_list(reached, text):
    assert reached(text) == set()


def test_what_a_member_of_a_list_will_hold_is_no_member(reached):
    text = EVENT + "2个重点项目集中开工。\n\n附项目概况：某某项目，总投资9亿元；湛朗半导体项目，总投资7亿元，建设标准厂房、宿舍楼、木塑板生产线；长虹新能源基地，总投资2亿元。"
    assert reached(text) == {(name, "Groundbreaking", "2024-05-08") for name in TWO}


def test_companies_of_a_list_of_companies(reached):
    text = "5月8日，10家药企集中开工。此次集中开工建设的企业分别为某某药业、长电科技、京东方。"
    assert {name for name, *_ in reached(text)} == {"长电科技", "京东方"}


def test_partners_of_a_list_of_projects(reached):
    text = "5月8日，绵阳高新区与长电科技、京东方、某某产业等9个项目签约。"
    assert reached(text) == {("长电科技", "Signed", "2024-05-08"), ("京东方", "Signed", "2024-05-08")}


def test_the_project_at_whose_site_many_begin(reached):
    text = "5月8日，绵阳市在湛朗半导体项目现场举行2024年项目集中开工仪式。"
    assert reached(text) == {("湛朗半导体项目", "Groundbreaking", "2024-05-08")}


@pytest.mark.parametrize("text, begun", [
    ("5月8日，绵阳市重大项目集中开工仪式在湛朗半导体项目现场举行。", True),
    ("5月8日，绵阳市重大项目集中开工活动举行，主会场设在湛朗半导体项目现场。", True),
    ("5月8日，绵阳市重大项目集中开工仪式主现场设在湛朗半导体项目。", True),
    ("5月8日，绵阳市重大项目开工、竣工仪式在湛朗半导体项目现场举行。", False),      # which of the two?
    ("5月8日，绵阳市重大项目集中开工仪式举行。市领导走进湛朗半导体项目现场。", False)])
def test_the_project_at_whose_site_a_ceremony_is_held(reached, text, begun):
    assert reached(text) == ({("湛朗半导体项目", "Groundbreaking", "2024-05-08")} if begun else set())


SIGNING = "5月8日，绵阳市举行重点项目集中签约仪式。\n\n"


@pytest.mark.parametrize("text, agreed", [
    ("京东方计划投资10亿元，建设湛朗半导体项目。", True),
    ("长电科技计划投资约15亿元建设湛朗半导体项目。", True),
    ("去年，长电科技投资15亿元建设湛朗半导体项目。", False),                    # built before
    ("市里的底气很足。\n\n京东方计划投资10亿元，建设湛朗半导体项目。", False)])  # two paragraphs on, of something else
def test_what_will_be_built_behind_a_signing_was_signed(reached, text, agreed):
    assert (("湛朗半导体项目", "Signed", "2024-05-08") in reached(SIGNING + text)) == agreed


def test_a_signing_on_the_same_day(reached):
    text = "5月8日，三家企业来到绵阳。项目集中签约活动当天举行。\n\n京东方计划投资10亿元建设湛朗半导体项目。"
    assert reached(text) == {("湛朗半导体项目", "Signed", "2024-05-08")}


@pytest.mark.parametrize("text, approved", [
    ("省政府批复认定后，两个园区分别命名为绵阳高新区、三台经济开发区。", {"绵阳高新区", "三台经济开发区"}),
    ("省政府力争年内批复并命名为三台经济开发区。", set()),                     # aimed at
    ("两个园区改建后与绵阳高新区相邻。", set())])
def test_parks_named_with_their_approval_are_approved(said, text, approved):
    found = said(text, "news.md", issued="2024-05-17").milestones
    assert {owner for owner, stage, _, truth in found if stage == "Approved" and truth == "Actual"} == approved


@pytest.mark.parametrize("number, stages", [(3, {"长电科技", "长虹控股", "九洲集团"}), (5, set())])
def test_as_many_companies_as_there_are_projects_are_named_for_them(said, number, stages):
    text = f"5月16日，集中开工项目{number}个，包括长电科技、长虹控股、九洲集团，均为电子企业，总投资44.5亿元。"
    assert {owner for owner, stage, _, _ in said(text, issued="2024-05-17").milestones if stage == "Groundbreaking"} == stages
