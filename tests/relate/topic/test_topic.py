"""The topic: place, year and direction of each sentence, from titles, headings, frames and words."""

import pytest


REPORT = {"title": "绵阳市2024年政府工作报告", "issued": "2024-02-01"}
TWO_PARTS = """# 绵阳市2024年政府工作报告

## 一、2023年工作回顾

全市地区生产总值4038亿元。引进长电科技等企业。

## 二、2024年工作安排

做强电子信息产业。全市地区生产总值增长8%。
"""


@pytest.fixture
def topics(recognized):
    """The topic of each sentence of a text, by its words."""
    def follow(text: str, **known):
        made = recognized(text, **known)
        return {sentence.words: made.tracker.follow(sentence) for sentence in made.sentences}
    return follow


def of(topics, words):
    return next(topic for sentence, topic in topics.items() if words in sentence)


def test_headings_turn_the_direction(topics):
    found = topics(TWO_PARTS, identifier="report.md", issued="2024-02-01")
    assert not of(found, "4038亿元").forward and not of(found, "引进长电").forward
    assert of(found, "做强电子").forward and of(found, "增长8%").forward


def test_a_report_looks_back_at_the_year_before_it_and_forward_to_its_own(topics):
    found = topics(TWO_PARTS, identifier="report.md", issued="2024-02-01")
    assert of(found, "4038亿元").year == 2023 and of(found, "增长8%").year == 2024


def test_the_place_is_the_text_s_home(topics):
    found = topics("全市税收100亿元。", **REPORT)
    assert {topic.place for topic in found.values()} == {("District", "绵阳市")}


def test_a_park_s_own_text_speaks_of_the_park(topics):
    found = topics("# 绵阳高新区：以新谋进\n\n全区产值1800亿元。\n", identifier="news.md", issued="2024-05-17")
    assert of(found, "1800亿元").place == ("Park", "绵阳高新区")


def test_without_home_and_date_nothing_is_known(topics):
    topic, = topics("产值增长。").values()
    assert (topic.place, topic.year, topic.issued, topic.forward) == (None, None, None, False)


@pytest.mark.parametrize("text, year", [
    ("2022年，全市税收100亿元。", 2022), ("去年，全市税收100亿元。", 2023), ("过去一年，全市税收100亿元。", 2023), ("今年，全市税收增长8%。", 2024),
    ("截至2021年底，全市企业100家。", 2021), ("全市税收100亿元。", 2023)])
def test_a_frame_sets_the_year(topics, text, year):
    topic, = topics(text, **REPORT).values()
    assert topic.year == year


def test_a_frame_holds_for_its_paragraph_only(topics):
    found = topics("2022年，全市工业总产值3000亿元。外贸进出口200亿元。\n\n全市税收100亿元。\n", identifier="report.md", **REPORT)
    assert of(found, "外贸").year == 2022
    assert of(found, "税收").year == 2023


@pytest.mark.parametrize("text, identifier, year", [
    ("服务业加快发展，全市税收100亿元。", "mianyang-2024-1.txt", 2023), ("服务业加快发展，全市税收100亿元。", "mianyang-parks-2024.txt", None),
    ("服务业加快发展，全市税收100亿元。", "mianyang-2023.txt", None), ("走进长电科技车间，全市税收100亿元。", "mianyang-2024-1.txt", None)])
def test_a_file_named_for_a_place_and_its_year_is_a_report_in_any_month(topics, text, identifier, year):
    topic, = topics(text, identifier=identifier, issued="2024-05-18").values()
    assert topic.year == year


@pytest.mark.parametrize("text, year", [("全市税收100亿元。", 2023), ("走进长电科技车间，工人正在忙碌。", None), ("公司负责人介绍，税收1亿元。", None)])
def test_a_text_of_which_the_year_alone_is_known_is_a_report_unless_it_reads_like_news(topics, text, year):
    assert next(iter(topics(text, issued="2024").values())).year == year


def test_news_does_not_guess_the_year_of_a_figure(topics):
    topic, = topics("记者获悉，全市税收100亿元。", issued="2024-05-17").values()
    assert topic.year is None and topic.date_year == topic.issued == 2024


@pytest.mark.parametrize("text, forward", [
    ("过去一年，全市税收增长。", False), ("回顾2023年，全市税收增长。", False), ("展望2024年，全市税收将增长。", True), ("新的一年，全市将引进企业。", True),
    ("下一步，全市将引进企业。", True), ("截至目前，全市企业100家。", False), ("近年来，全市引进企业。", False), ("全市税收增长。", False),
    ("今年，我们要引进企业100家。", True), ("推动项目投产，加快企业上市。", True)])
def test_a_frame_turns_the_direction(topics, text, forward):
    topic, = topics(text, **REPORT).values()
    assert topic.forward == forward


def test_what_mainly_holds_is_not_ahead(topics):
    assert not of(topics("长虹新能源基地于2022年10月开工，主要建设厂房。", identifier="news.md", issued="2024-05-17"), "主要建设").forward


def test_a_paragraph_of_imperatives_looks_forward(topics):
    text = "推动产业升级。加快项目建设。支持企业上市。做强园区经济。力争税收增长8%以上。确保就业稳定。引进企业100家以上。"
    assert all(topic.forward for topic in topics(text, **REPORT).values())


def test_a_paragraph_of_results_looks_back(topics):
    text = "全市税收增长8%。引进企业100家，同比增长12%。完成投资500亿元。湛朗半导体项目建成投产。城镇居民收入突破5万元，居全省第2位。"
    assert not any(topic.forward for topic in topics(text, **REPORT).values())


@pytest.mark.parametrize("text, known, own", [
    ("全市税收100亿元。", REPORT, True), ("各位代表：现在，我向大会报告工作。", {"issued": "2024-01-10"}, True),
    ("该区引进企业。", {"title": "绵阳高新区：以新谋进", "issued": "2024-05-17"}, True),
    ("长电科技在绵阳高新区投产。长电科技产值增长。", {"title": "长电科技投产", "issued": "2024-05-17"}, False),
    ("记者获悉，绵阳企业增长。", {"issued": "2024-05-17"}, False)])
def test_whose_text_it_is(recognized, text, known, own):
    assert recognized(text, **known).tracker.own_text == own


def test_following_again_tells_the_same(recognized):
    one, two = (recognized(TWO_PARTS, "report.md", issued="2024-02-01") for _ in range(2))
    assert [one.tracker.follow(s) for s in one.sentences] == [two.tracker.follow(s) for s in two.sentences]


REPORT_OF_2024 = {"title": "绵阳市2024年政府工作报告", "issued": "2024-02-01"}
BACK, AHEAD = "全市新增企业1200家。", "新增企业1500家。"


@pytest.mark.parametrize("headings", [
    ("一、2023年和今年以来工作回顾", "二、2024年工作安排"),          # 今年 in a heading that looks back
    ("一、2023年工作回顾", "二、2024年主要工作"),                  # 主要工作 of the year to come
    ("一、2023年工作回顾", "二、2024年工作安排\n\n（二）加快科技创新，务求取得更大成效"),    # 成效 under a plan
    ("一、2023年工作回顾\n\n一是全面完成全年主要目标任务", "二、2024年工作安排")])
def test_headings_part_a_report_into_what_was_and_what_is_to_come(said, headings):
    text = f"# 政府工作报告\n\n## {headings[0]}\n\n{BACK}\n\n## {headings[1]}\n\n{AHEAD}\n".replace("\n\n（", "\n\n### （").replace("\n\n一是", "\n\n### 一是")
    truths = said(text, "report.md", **REPORT_OF_2024).truths
    assert (truths["1200家"], truths["1500家"]) == ("Actual", "Target")


def test_a_report_that_aims_at_much_looks_back_first(said):
    plans = "\n\n".join(f"加快{thing}，力争新增企业{n}00家以上。推动项目建设，争取投资{n}0亿元以上。" for n, thing in enumerate(("科技创新", "产业升级", "城乡融合", "改革开放"), 2))
    text = f"# 政府工作报告\n\n刚刚过去的一年，全市上下同心同德。\n\n{BACK}\n\n今年的主要预期目标是：地区生产总值增长8%。\n\n{plans}\n"
    truths = said(text, "report.md", **REPORT_OF_2024).truths
    assert truths["1200家"] == "Actual" and truths["200家以上"] == "Target"


def test_a_headline_of_a_company_begins_no_report_of_a_place(said):
    text = "# 长电科技2023年成绩单\n\n长电科技营业收入90亿元；净利润12亿元，全年研发投入6亿元。绵阳、绵阳、绵阳都有它的工厂。\n"
    assert {who for who, *_ in said(text, "news.md", issued="2024-03-09").figures} == {"长电科技"}
