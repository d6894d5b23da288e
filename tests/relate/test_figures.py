"""Figures: a sentence, and what is measured in it: owner, indicator, measure, value, bound, period."""

import pytest

from kg.relate.figures import IndicatorIndex

from ..recognize.defects import wrong

CITY = {"title": "绵阳市2024年政府工作报告", "issued": "2024-02-01"}
PARK = {"title": "绵阳高新区：以新谋进", "issued": "2024-05-17"}
NEWS = {"issued": "2024-05-17"}
ZONE = "绵阳高新技术产业开发区"          # what the table calls it where the text does not

# text, what is known of its document, the figures it holds: all of them, and no other
TEXTS = [
    # level, growth and rank share owner and indicator
    ("2023年，全市地区生产总值4038.73亿元，同比增长8%，居全省第2位。", CITY, {
        ("绵阳市", "gdp", "Level", "403873000000 CNY"), ("绵阳市", "gdp", "Growth", "8 percent"), ("绵阳市", "gdp", "Rank", "2 count")}),
    ("完成固定资产投资1600亿元，增长5.5%。实际使用外资3.2亿美元。", CITY, {
        ("绵阳市", "fixedInvestment", "Level", "160000000000 CNY"), ("绵阳市", "fixedInvestment", "Growth", "5.5 percent"),
        ("绵阳市", "foreignInvestment", "Level", "320000000 USD")}),
    ("进出口总额突破300亿元，其中出口额200亿元。", CITY, {
        ("绵阳市", "trade", "Level", "30000000000 CNY"), ("绵阳市", "exports", "Level", "20000000000 CNY")}),
    ("社会消费品零售总额1600亿元、增长6.1%；城镇新增就业4.5万人。", CITY, {
        ("绵阳市", "retailSales", "Level", "160000000000 CNY"), ("绵阳市", "retailSales", "Growth", "6.1 percent"),
        ("绵阳市", "城镇新增就业", "Level", "45000 person")}),
    ("研发投入强度达7.15%，居全国城市第2。", CITY, {("绵阳市", "rdIntensity", "Level", "7.15 percent"), ("绵阳市", "rdIntensity", "Rank", "2 count")}),
    # counts
    ("全市规上工业企业达到1350家，高新技术企业突破800家。", CITY, {("绵阳市", "companies", "Level", "1350 count"), ("绵阳市", "companies", "Level", "800 count")}),
    # a company's own, in a piece of news
    ("长虹控股2023年营业收入1600亿元，同比增长9.6%，净利润下降3.5%。", NEWS, {
        ("长虹控股", "revenue", "Level", "160000000000 CNY"), ("长虹控股", "revenue", "Growth", "9.6 percent"),
        ("长虹控股", "净利润", "Growth", "-3.5 percent")}),
    # a project's size in front of it
    ("总投资86亿元的湛朗半导体项目开工。", NEWS, {("湛朗半导体项目", "investment", "Level", "8600000000 CNY")}),
    ("湛朗半导体项目总投资86亿元，占地520亩，规划年产能12GWh。", NEWS, {
        ("湛朗半导体项目", "investment", "Level", "8600000000 CNY"), ("湛朗半导体项目", "landArea", "Level", "346666.6667 m2"),
        ("湛朗半导体项目", "capacity", "Level", "12000000000 Wh")}),
    ("白鹤滩水电站总装机1600万千瓦。", NEWS, {("白鹤滩水电站", "installedPower", "Level", "16000000000 W")}),
    # a park's own text
    ("截至2023年12月底，全区规上企业210家，税收超30亿元。", PARK, {
        (ZONE, "companies", "Level", "210 count"), (ZONE, "tax", "Level", "3000000000 CNY")}),
    ("1-4月，全区工业用电量18亿千瓦时，增长6.5%。", PARK, {
        (ZONE, "powerConsumption", "Level", "1800000000000 Wh"), (ZONE, "powerConsumption", "Growth", "6.5 percent")}),
    # a named place in a text about nobody
    ("今年一季度，绵阳市外贸进出口63.5亿元，同比增长20.2%。", NEWS, {("绵阳市", "trade", "Level", "6350000000 CNY"), ("绵阳市", "trade", "Growth", "20.2 percent")}),
    ("长虹控股完成年度投资计划的120%。", NEWS, {("长虹控股", "年度任务完成率", "Share", "120 percent")}),
]
NEWS_FIGURES = [
    # what those counted underwent; the whole year behind part of it; the year in which a park began
    ("绵阳高新区于2019年启动建设，已入驻企业43家，其中投产19家、在建24家。", [("绵阳高新区", "companies", "Level", None, "Actual")] * 3),
    ("绵阳高新区引进项目161个，总投资18亿元；已动工106个。", [
        ("绵阳高新区", "projects", "Level", None, "Actual"), ("绵阳高新区", "investment", "Level", None, "Planned"),
        ("绵阳高新区", "projects", "Level", None, "Actual")]),
    ("今年前4个月，绵阳高新区产值87亿元，预计全年突破100亿元。", [
        ("绵阳高新区", "outputValue", "Level", "2024-01/2024-04", "Actual"), ("绵阳高新区", "outputValue", "Level", "2024", "Forecast")]),
    # a project that its company's name stands for; whose works were named last; what money a park's builder pays
    ("钜联铜业年产20万吨铜杆项目签约。钜联铜业项目总投资16亿元，投产后年产值130亿元。", [
        ("钜联铜业年产20万吨铜杆项目", "capacity", "Level", None, "Planned"), ("钜联铜业年产20万吨铜杆项目", "investment", "Level", None, "Planned"),
        ("钜联铜业年产20万吨铜杆项目", "outputValue", "Level", None, "Forecast")]),
    ("白石智造产业园由长虹控股投资22亿元建设，占地410亩。", [
        ("白石智造产业园", "investment", "Level", None, "Planned"), ("白石智造产业园", "landArea", "Level", None, "Planned")]),
    # a class by the size of each; capacity of what runs; what was made in so many months
    ("今年绵阳高新区签约的项目中，投资额过10亿元的有2个。", [("绵阳高新区", "projects", "Level", "2024", "Actual")]),
    ("湛朗半导体项目二期3月竣工投产，新增产能60万平方米。", [("湛朗半导体项目二期", "capacity", "Level", None, "Actual")]),
    ("长虹控股一季度生产空调186万台，施工人员420人。", [("长虹控股", "production", "Level", "2024-01/2024-03", "Actual")]),
    ("湛朗半导体项目完成总工程量的90%。", [("湛朗半导体项目", "工程进度", "Share", None, "Actual")]),
    ("长江工业园定制厂房项目总投资3.5亿元，新建10栋厂房。", []),

    # how much some companies grew is no place's
    ("绵阳高新区一季度医药产值增长25.7%，其中12家企业实现25%以上高速增长。", [
        ("绵阳高新区", "医药产值", "Growth", "2024-01/2024-03", "Actual"), ("绵阳高新区", "companies", "Level", "2024-01/2024-03", "Actual")]),

    # the places of a list that 项目中 opens; each of a list behind its size; what is signed for and was not read
    ("全省一季度集中开工重大项目中，绵阳市27个、总投资351亿元，成都市25个、总投资338亿元。", [
        ("绵阳市", "projects", "Level", "2024-01/2024-03", "Actual"), ("绵阳市", "investment", "Level", "2024-01/2024-03", "Planned"),
        ("成都市", "projects", "Level", "2024-01/2024-03", "Actual"), ("成都市", "investment", "Level", "2024-01/2024-03", "Planned")]),
    ("绵阳高新区引进了总投资18亿元的长电科技、5.5亿元的长虹控股等企业。", [
        ("长电科技", "investment", "Level", None, "Planned"), ("长虹控股", "investment", "Level", None, "Planned")]),
    ("湛朗半导体项目总投资25亿元；三台县与长虹控股签约的中药加工项目，总投资6亿元。", [("湛朗半导体项目", "investment", "Level", None, "Planned")]),
    # the whole that is built in phases, the company whose works were named
    ("白石智谷产业园一期下月投产。该项目总投资9亿元，分三期建设。全部达产后，年产值25亿元。", [
        ("白石智谷产业园", "investment", "Level", None, "Planned"), ("白石智谷产业园", "outputValue", "Level", None, "Forecast")]),
    ("长虹控股二期投产，至此该公司总产能达到每年600万片。", [("长虹控股", "capacity", "Level", None, "Actual")]),

    # so much of a plan is done, and it is of the time in which it was
    ("今年1—3月，湛朗半导体项目完成投资7亿元，占年度投资计划的94.7%。", [
        ("湛朗半导体项目", "investment", "Level", "2024-01/2024-03", "Actual"), ("湛朗半导体项目", "investment", "Share", "2024-01/2024-03", "Actual")]),
    # the year in which somebody came or began is of no size
    ("长虹控股2018年落户绵阳，年产能由最初的30万套增加到120万套。", [("长虹控股", "capacity", "Level", None, "Actual")] * 2),
    ("长虹控股2019年3月注册成立，2020年10月建成投产，年产衬底10万片。", [("长虹控股", "capacity", "Level", None, "Actual")]),
    ("湛朗半导体项目占地20亩。自去年10月开工以来，项目累计完成投资3.6亿元。", [
        ("湛朗半导体项目", "landArea", "Level", None, "Planned"), ("湛朗半导体项目", "investment", "Level", None, "Actual")]),
    # how long it took names nothing
    ("2020年长虹控股营业收入112亿元，2023年增至167亿元，三年间增长了49.1%。", [
        ("长虹控股", "revenue", "Level", "2020", "Actual"), ("长虹控股", "revenue", "Level", "2023", "Actual"), ("长虹控股", "revenue", "Growth", "2023", "Actual")]),
    # who speaks for a company
    ("长虹控股订单充足。“去年我们销售收入4.2亿元，同比增长35%。”", [
        ("长虹控股", "revenue", "Level", "2023", "Actual"), ("长虹控股", "revenue", "Growth", "2023", "Actual")]),
    ("湛朗半导体项目占地20亩，全部投产可年产芯片15万片，实现年产值10亿元。", [
        ("湛朗半导体项目", "landArea", "Level", None, "Planned"), ("湛朗半导体项目", "capacity", "Level", None, "Planned"),
        ("湛朗半导体项目", "outputValue", "Level", None, "Forecast")]),
    # in a bracket behind a name; before the name; behind what a place's company or project is to it; beside a thing; of the whole of its phases
    ("湛朗半导体项目（总投资86亿元，占地520亩）、长虹新能源基地（总投资27亿元）等集中签约。", [
        ("湛朗半导体项目", "investment", "Level", None, "Planned"), ("湛朗半导体项目", "landArea", "Level", None, "Planned"),
        ("长虹新能源基地", "investment", "Level", None, "Planned")]),
    ("计划总投资86亿元，占地520亩，湛朗半导体项目正式开工。", [
        ("湛朗半导体项目", "investment", "Level", None, "Planned"), ("湛朗半导体项目", "landArea", "Level", None, "Planned")]),
    ("绵阳高新区重点项目长虹新能源基地总投资27亿元。", [("长虹新能源基地", "investment", "Level", None, "Planned")]),
    ("绵阳高新区龙头企业长虹控股去年产值20亿元。", [("长虹控股", "outputValue", "Level", "2023", "Actual")]),
    ("湛朗半导体项目附近的一家工厂年产值5亿元。", []), ("长虹控股对面，一家工厂年产值5亿元。", []),
    ("湛朗半导体项目一期占地150亩，二期占地100亩，全部达产后，年产值80亿元。", [
        ("湛朗半导体项目一期", "landArea", "Level", None, "Planned"), ("湛朗半导体项目二期", "landArea", "Level", None, "Planned"),
        ("湛朗半导体", "outputValue", "Level", None, "Forecast")]),
    ("湛朗半导体项目现有产能1万台，二期投产后总产能将达3万台。", [
        ("湛朗半导体项目", "capacity", "Level", None, "Actual"), ("湛朗半导体项目", "capacity", "Level", None, "Forecast")]),
    ("湛朗半导体项目总投资86亿元，目前一期已完成投资6亿元。", [
        ("湛朗半导体项目", "investment", "Level", None, "Planned"), ("湛朗半导体项目一期", "investment", "Level", None, "Actual")]),
    ("湛朗半导体项目总投资86亿元，其中固定资产投资35亿元。", [
        ("湛朗半导体项目", "investment", "Level", None, "Planned"), ("湛朗半导体项目", "fixedInvestment", "Level", None, "Planned")]),
    # what somebody of the project says; a year inside a short quotation
    ("“项目总投资86亿元，达产后年产值可达80亿元。”长虹新能源基地负责人王明说。", [
        ("长虹新能源基地", "investment", "Level", None, "Planned"), ("长虹新能源基地", "outputValue", "Level", None, "Forecast")]),
    ("“公司去年产值12亿元，今年1至2月同比增长30%。”长虹控股总经理王明说。", [
        ("长虹控股", "outputValue", "Level", "2023", "Actual"), ("长虹控股", "outputValue", "Growth", "2024-01/2024-02", "Actual")]),
    # lines are no works that were not read, and are planned with the money; the works of a zone that were not read are not the zone's
    ("长虹控股计划投资3亿元，新建2条生产线，新增产能1万吨。", [
        ("长虹控股", "investment", "Level", None, "Planned"), ("长虹控股", "生产线", "Level", None, "Planned"), ("长虹控股", "capacity", "Level", None, "Planned")]),
    ("长虹控股投资20亿元，在绵阳高新区建设某某装备制造基地，占地200亩。", []),
    ("在位于绵阳市的某某乳品精深加工生产项目现场，工人们正在施工。该项目占地100亩。", []),
    # words of results, a capacity behind its number, the size of a thing, a company's rank among so many
    ("湛朗半导体项目预计年开票销售20亿元、年创税1亿元、年处理原料36万吨。", [
        ("湛朗半导体项目", "revenue", "Level", None, "Forecast"), ("湛朗半导体项目", "tax", "Level", None, "Forecast"),
        ("湛朗半导体项目", "capacity", "Level", None, "Forecast")]),
    ("湛朗半导体项目投产后可实现300万吨水泥生产能力。", [("湛朗半导体项目", "capacity", "Level", None, "Forecast")]),
    ("湛朗半导体项目建设450立方米高炉1座、烧结机1台。", [
        ("湛朗半导体项目", "高炉", "Level", None, "Planned"), ("湛朗半导体项目", "烧结机", "Level", None, "Planned")]),
    ("湛朗半导体项目用地不少于300亩。", [("湛朗半导体项目", "landArea", "Level", None, "Planned")]),
    ("长虹控股每年向当地缴纳各类税收3亿元。", [("长虹控股", "tax", "Level", None, "Actual")]),
    ("长虹新能源基地2023年产值突破20亿元。", [("长虹新能源基地", "outputValue", "Level", "2023", "Actual")]),
    ("长虹新能源基地具备年产10GWh储能电池的能力。", [("长虹新能源基地", "capacity", "Level", None, "Actual")]),
    ("长虹新能源基地年产值、税收分别可达50亿元、3亿元。", [
        ("长虹新能源基地", "outputValue", "Level", None, "Forecast"), ("长虹新能源基地", "tax", "Level", None, "Forecast")]),
    ("湛朗半导体项目、长虹新能源基地两个项目总投资50亿元。", []),
    ("长虹控股位列中国民营企业500强第186位。", [("长虹控股", "位列中国民营企业500强排名", "Rank", None, "Actual")]),
    ("长虹控股的市场占有率连续三年位居全国第一。", [("长虹控股", "市场占有率", "Rank", None, "Actual")]),
]
RATE = "what a policy grants each is taken for a figure of the place"
NONE = [
    ("会议历时3天，共有200人参加，2号楼的8部电梯停运5小时。", NEWS), ("联系电话0816-2345678，邮编621000。", NEWS), ("第三届科博会有50个国家参展。", NEWS),
    wrong(RATE, "对亿元以上项目给予每亩20万元奖励。", CITY), wrong(RATE, "企业每年最高可获补贴500万元。", CITY),
    ("连续3年获评优秀。", CITY), ("推进50亿元以上重大项目建设。", CITY), ("三次产业结构调整为9.8∶40.2∶50。", CITY),
    ("总投资86亿元。", {}), ("产值突破100亿元，增长20%。", {}),
]


@pytest.mark.parametrize("text, known, expected", TEXTS)
def test_the_figures_of_a_text(said, text, known, expected):
    assert said(text, **known).figures == expected


@pytest.mark.parametrize("text, expected", NEWS_FIGURES)
def test_when_figures_of_news_are_of_and_whether_they_are_so(said, text, expected):
    read = said(text, **NEWS)
    found = [(read.name(read.reading.entities[o.entity]), o.indicator, o.measure, o.period, o.modality) for o in read.reading.observations]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("text, known", NONE)
def test_no_figure(said, text, known):
    assert said(text, **known).figures == set()


@pytest.mark.parametrize("text, known, written, period", [
    ("全市地区生产总值4038亿元。", CITY, "4038亿元", "2023"),                     # a report of February speaks of the year before
    ("2022年，全市地区生产总值3626亿元。", CITY, "3626亿元", "2022"),
    ("今年，全市地区生产总值增长8%以上。", CITY, "8%以上", "2024"),
    ("截至2023年12月底，全区企业210家。", PARK, "210家", "2023-12"),
    ("1-4月，全区工业用电量18亿千瓦时。", PARK, "18亿千瓦时", "2024-01/2024-04"),
    ("今年一季度，绵阳市外贸进出口63.5亿元。", NEWS, "63.5亿元", "2024-01/2024-03"),
    ("去年，长虹控股营业收入1600亿元。", NEWS, "1600亿元", "2023"),
    ("长虹控股营业收入1600亿元。", {}, "1600亿元", None),
    ("总投资86亿元的湛朗半导体项目开工。", NEWS, "86亿元", None),                    # a size has no period
])
def test_the_period_of_a_figure(said, text, known, written, period):
    assert said(text, **known).periods[written] == period


@pytest.mark.parametrize("text, written, truth", [
    ("全市地区生产总值增长8%。", "8%", "Actual"), ("今年，全市地区生产总值增长8%以上。", "8%以上", "Target"), ("力争全市地区生产总值突破5000亿元。", "5000亿元", "Target"),
    ("预计全市地区生产总值突破5000亿元。", "5000亿元", "Forecast"), ("到2026年，全市工业总产值突破5000亿元。", "5000亿元", "Target")])
def test_the_truth_of_a_figure_in_a_report(said, text, written, truth):
    assert said(text, **CITY).truths[written] == truth


@pytest.mark.parametrize("text, written, bound", [
    ("全市税收超30亿元。", "30亿元", "AtLeast"), ("全市税收近30亿元。", "30亿元", "About"), ("全市税收不足30亿元。", "30亿元", "AtMost"), ("全市税收30亿元。", "30亿元", "Exact")])
def test_the_bound_of_a_figure(said, text, written, bound):
    assert said(text, **CITY).bounds[written] == bound


def test_what_follows_a_semicolon_has_its_own_owner(said):
    figures = said("长虹控股产值1600亿元；惠科产值300亿元；京东方产值超500亿元。", **NEWS).figures
    assert {(owner, value) for owner, _, _, value in figures} == {
        ("长虹控股", "160000000000 CNY"), ("惠科", "30000000000 CNY"), ("京东方", "50000000000 CNY")}


def test_a_headline_s_project_owns_what_follows(said):
    text = "# 湛朗半导体项目开工\n\n5月17日，项目正式开工。项目总投资86亿元，占地520亩。\n"
    found = {(owner, indicator) for owner, indicator, _, _ in said(text, "news.md", **NEWS).figures}
    assert found == {("湛朗半导体项目", "investment"), ("湛朗半导体项目", "landArea")}


def test_growth_that_falls_is_negative(said):
    assert ("绵阳市", "exports", "Growth", "-12.5 percent") in said("全市出口额20亿元，下降12.5%。", **CITY).figures


def test_a_listed_share_is_a_share(said):
    measures = {measure for _, _, measure, value in said("全市高新技术产业产值占工业总产值的比重达45%。", **CITY).figures if value == "45 percent"}
    assert measures == {"Share"}


@pytest.mark.parametrize("text, indicator, value", [
    ("比亚迪20万辆新能源汽车扩产项目开工。", "capacity", "200000 count"), ("湛朗40万千瓦风电项目开工。", "installedPower", "400000000 W"),
    ("绵阳40万千瓦、云岭抽水蓄能电站开工。", "installedPower", "400000000 W")])
def test_a_project_bears_its_size_in_its_name(said, text, indicator, value):
    read = said(text, **NEWS)
    assert {(what, size) for _, what, _, size in read.figures} == {(indicator, value)}
    assert set(read.truths.values()) == {"Planned"} and set(read.periods.values()) == {None}


@pytest.mark.parametrize("text, expected", [
    ("绵阳市新能源汽车产量4.5万辆，占全省的三分之二。", ("Share", "66.6667 percent")), ("绵阳市发明专利拥有量翻一番。", ("Growth", "100 percent"))])
def test_parts_and_doublings_are_percentages(said, text, expected):
    assert expected in {(measure, value) for _, _, measure, value in said(text, **NEWS).figures}


@pytest.mark.parametrize("text, expected", [
    ("进出口逆势上扬，完成4946.4亿元、增长19.7%。", {("trade", "Level", "494640000000 CNY"), ("trade", "Growth", "19.7 percent")}),
    ("民生投入逐年递增，累计达3504亿元。", {("民生投入", "Level", "350400000000 CNY")}),
    ("高新技术产业、战略性新兴产业产值分别增长14.4%和13.6%。", {
        ("高新技术产业产值", "Growth", "14.4 percent"), ("战略性新兴产业产值", "Growth", "13.6 percent")})])
def test_an_indicator_stands_in_an_earlier_clause_or_is_shared(said, text, expected):
    assert {found[1:] for found in said(text, **CITY).figures} == expected


def test_what_a_frame_announces_is_aimed_at(said):
    text = "# 绵阳高新区：以新谋进\n\n规划提出，到2026年：\n\n- 规上企业达到300家；\n- 税收突破50亿元。\n"
    found = said(text, "news.md", issued="2024-05-17")
    assert found.periods == {"300家": "2026", "50亿元": "2026"} and set(found.truths.values()) == {"Target"}


@pytest.mark.parametrize("text, known, expected", [
    ("长虹控股产值从2020年的800亿元增至2023年的1600亿元。", NEWS,
          {("outputValue", "80000000000", "2020"), ("outputValue", "160000000000", "2023")}),
    ("全市工业总产值由2021年的1200亿元提升到2023年的2000亿元。", CITY,
          {("industrialOutput", "120000000000", "2021"), ("industrialOutput", "200000000000", "2023")}),
])
def test_from_and_to_give_two_levels(said, text, known, expected):
    assert {(o.indicator, str(o.value), o.period) for o in said(text, **known).reading.observations} == expected


@pytest.mark.parametrize("text, expected", [
    ("新能源汽车、电子信息、新材料产业产值分别达300亿元、2000亿元、600亿元。", {"新能源汽车": "30000000000", "电子信息": "200000000000", "新材料": "60000000000"}),
    ("进出口总额300亿元、出口额200亿元，分别增长12%和15%。", {"trade": "12", "exports": "15"})])
def test_figures_that_are_shared_are_dealt_out(said, text, expected):
    found = [(o.indicator, str(o.value)) for o in said(text, **CITY).reading.observations]
    for indicator, value in expected.items():
        assert [v for i, v in found if v in expected.values() and indicator in i] == [value]


def test_a_project_behind_its_size_owns_the_rest_of_the_sentence(said):
    text = "总投资86亿元的湛朗半导体项目开工，占地520亩，建筑面积30万平方米。"
    assert {indicator for _, indicator, _, _ in said(text, **NEWS).figures} == {"investment", "landArea", "floorArea"}


def test_a_size_after_full_production_is_of_no_year(said):
    assert said("湛朗半导体项目达产后年产值120亿元。", **NEWS).periods == {"120亿元": None}


def test_a_count_of_things_above_a_threshold(said):
    assert ("绵阳高新区", "projects", "Level", "35 count") in said("绵阳高新区引进亿元以上项目35个，总投资500亿元。", **PARK).figures


# --- the index of indicators


@pytest.fixture(scope="module")
def index(schema):
    return IndicatorIndex(schema)


@pytest.mark.parametrize("phrase, indicator", [
    ("总投资", "investment"), ("营业收入", "revenue"), ("地区生产总值", "gdp"), ("装机容量", "installedPower"), ("用户满意度", None)])
def test_an_indicator_by_its_phrase(index, phrase, indicator):
    assert index.exact(phrase) == indicator


@pytest.mark.parametrize("phrase, found", [("民间固定资产投资", ("fixedInvestment", "民间")), ("新能源汽车产值", ("outputValue", "新能源汽车")), ("满意度", None)])
def test_an_indicator_at_the_end_of_a_phrase(index, phrase, found):
    assert index.at_end(phrase) == found


def test_every_label_of_the_ontology_finds_an_indicator(index, schema):
    assert all(index.exact(label) for indicator in schema.indicators.values() for label in indicator.labels)


# --- news of projects: whose size a number is

SIGNED = "长电科技与绵阳市签约，计划总投资56亿元，在绵阳高新区建设年产6GWh储能电池项目。"
BUILT = "由长电科技投资建设的湛朗半导体项目计划总投资86亿元，占地520亩。"


@pytest.mark.parametrize("text, owner, value", [
    (SIGNED, "年产6GWh储能电池项目", "5600000000 CNY"),
    (BUILT, PROJECT := "湛朗半导体项目", "8600000000 CNY"),
    ("长电科技投资10亿元建设的湛朗半导体项目开工。", PROJECT, "1000000000 CNY"),
    ("长电科技在绵阳高新区建设湛朗半导体项目，总投资86亿元。", PROJECT, "8600000000 CNY"),
    ("投资86亿元、用地520亩的湛朗半导体项目开工。", PROJECT, "8600000000 CNY"),
    ("绵阳车企里的老大哥长电科技，2023年产值90亿元。", "长电科技", "9000000000 CNY"),
    ("长电科技计划在绵阳、成都建厂，合计投资不超过90亿元。", "长电科技", "9000000000 CNY")])
def test_money_is_whose_it_pays_for(said, text, owner, value):
    assert (owner, value) in {(who, what) for who, _, _, what in said(text, **NEWS).figures}


@pytest.mark.parametrize("text", ["晨帆科技控股子公司绵阳远山矿业有限公司以8.65亿元竞得一宗采矿权。", "晨帆科技以3亿元收购远山智能。"])
def test_a_price_measures_nobody_who_pays_it(said, text):
    assert not said(text, **NEWS).figures


@pytest.mark.parametrize("text", [
    "长电科技投资12亿元建设高端智能制造项目。",                   # a project whose name is not read: its money is nobody's
    "长电科技投资建设高端智能制造项目，总投资12亿元。",
    "湛朗半导体项目分两期建设，每期12亿元。",
    "每辆车的物流费用可以节省3000元。", "长电科技方圆五公里内配套企业云集。", "年产电池2GWh，可配套4万辆汽车。"])
def test_what_is_nobody_s_is_not_read(said, text):
    assert not [figure for figure in said(text, **NEWS).figures if figure[3].endswith((" CNY", " m", "count"))]


def test_several_projects_share_what_is_paid_for_them(said):
    text = "长电科技拟投资45亿元，在绵阳高新区建设年产8GW单晶硅片项目及年产5GW单晶电池项目。"
    assert {who for who, indicator, _, _ in said(text, **NEWS).figures if indicator == "investment"} == {"长电科技"}


def test_products_of_a_project_have_a_capacity_each(said):
    text = "长电科技拟在绵阳建设湛朗新能源产业园项目，涵盖年产3万吨工业硅、年产5GW单晶硅和年产2GW组件。"
    assert {(who, what, value) for who, what, _, value in said(text, **NEWS).figures} >= {
        ("湛朗新能源产业园项目", "capacity", "5000000000 W"), ("湛朗新能源产业园项目", "capacity", "2000000000 W")}


def test_shares_of_a_company_belong_to_their_holders(said):
    read = said("长电科技、京东方分别持股51%和49%。", **NEWS).figures
    assert read == {("长电科技", "持股比例", "Share", "51 percent"), ("京东方", "持股比例", "Share", "49 percent")}


def test_a_level_behind_growth_goes_on_with_the_level_before(said):
    text = "2023年，绵阳市新能源汽车产量25万辆，增长1.4倍；今年一季度达到6万辆，增长24%。"
    assert {value for _, _, measure, value in said(text, **NEWS).figures if measure == "Level"} == {"250000 count", "60000 count"}


@pytest.mark.parametrize("text, written, period", [
    ("今年前4个月，绵阳市外贸进出口63.5亿元。", "63.5亿元", "2024-01/2024-04"), ("截至2023年底，绵阳市规上企业210家。", "210家", "2023-12"),
    ("自2022年8月动工以来，长电科技产值12亿元。", "12亿元", None)])
def test_the_period_of_news(said, text, written, period):
    assert said(text, **NEWS).periods[written] == period


@pytest.mark.parametrize("text, truths", [
    ("湛朗半导体项目总投资13亿元。项目建成后，将形成年产5万吨产能，年产值16亿元，利税5亿元，带动就业300人。",
     {"13亿元": "Planned", "5万吨": "Planned", "16亿元": "Forecast", "5亿元": "Forecast", "300人": "Forecast"}),
    ("湛朗半导体项目预计今年底建成，可带动1500户农户增收，安排2000人就业。", {"1500户": "Forecast", "2000人": "Forecast"}),
    ("湛朗半导体项目总投资13亿元，累计投资2.6亿元。", {"13亿元": "Planned", "2.6亿元": "Actual"}),
    ("长电科技投产后，已实现产值16亿元。", {"16亿元": "Actual"}),
    ("湛朗半导体项目主要建设加工、包装车间共14条生产线。", {"14条": "Planned"}), ("湛朗半导体项目年处理褐煤1100万吨。", {"1100万吨": "Planned"}),
    ("根据协议，长电科技同意在绵阳市投资10亿元。", {"10亿元": "Planned"}), ("长电科技在绵阳市投资10亿元。", {"10亿元": "Actual"})])
def test_what_a_plant_will_bring_is_expected(said, text, truths):
    assert said(text, "news.md", issued="2024-05-17").truths == truths


# --- newspapers


@pytest.mark.parametrize("text, expected", [
    # names of indicators behind verbs and what frames them
    ("绵阳市规上工业企业累计完成产值210亿元。", {("outputValue", "Level", "21000000000 CNY")}),
    ("绵阳市电子产业形成产值30亿元。", {("电子产业形成产值", "Level", "3000000000 CNY")}),
    ("绵阳市已完成投资6亿元，年度计划投资10亿元。", {("investment", "Level", "600000000 CNY"), ("年度计划投资", "Level", "1000000000 CNY")}),
    # companies and projects that are counted, whatever the sentence says of them
    ("绵阳市600余户玻纤材料加工和贸易企业落户园区。", {("companies", "Level", "600 count")}),
    ("绵阳市27个前期项目正在办理手续。", {("projects", "Level", "27 count")}),
    ("绵阳市10家药企集中开工。", {("companies", "Level", "10 count")}),
    # shares
    ("绵阳市玻纤产量约占全国产量的65%、全球产量的33%。", {("玻纤产量占全国产量", "Share", "65 percent"), ("玻纤产量占全球产量比重", "Share", "33 percent")}),
    ("绵阳市电子企业拥有全省40%的重点实验室、46%的企业技术中心。", {("重点实验室占比", "Share", "40 percent"), ("企业技术中心占比", "Share", "46 percent")}),
    ("绵阳市玻纤产量达9万吨，占全省1/8。", {("玻纤产量", "Level", "90000 t"), ("玻纤产量占全省", "Share", "12.5 percent")}),
    ("绵阳市召开10余次推进会，帮助企业解决问题。", set()),
])
def test_what_a_newspaper_counts_and_measures(said, text, expected):
    assert {(indicator, measure, value) for _, indicator, measure, value in said(text, **NEWS).figures} == expected


def test_a_year_holds_for_the_rest_of_a_paragraph_of_news(said):
    text = "今年，绵阳高新区建设重点项目29个。其中，产业项目25个，总投资116亿元。目前，绵阳高新区有规上企业80家。"
    assert said(text, **NEWS).periods == {"29个": "2024", "25个": "2024", "116亿元": "2024", "80家": None}


def test_growth_of_a_new_subject_is_its_own(said):
    found = said("绵阳市产值210亿元，其中，长虹控股增长35%。", **NEWS).figures
    assert ("长虹控股", "outputValue", "Growth", "35 percent") in found


@pytest.mark.parametrize("text, written, bound", [
    ("湛朗半导体项目总投资不超过人民币15亿元。", "15亿元", "AtMost"), ("绵阳市玻纤产量约占全国产量的65%。", "65%", "About"), ("长虹控股年销售额近亿元。", "亿元", "About")])
def test_bounds_of_newspapers(said, text, written, bound):
    assert said(text, **NEWS).bounds[written] == bound


@pytest.mark.parametrize("text, owner, expected", [
    # what an agreement is about owns the sizes that follow
    ("甲华石化与绵阳经开区签署湛朗PTA二期项目投资合作协议，这是延链项目，总投资45亿元，将建设250万吨PTA、50万吨PET，设计年产值约160亿元。", "湛朗PTA二期项目", {
        ("investment", "4500000000 CNY"), ("capacity", "2500000 t"), ("capacity", "500000 t"), ("outputValue", "16000000000 CNY")}),
    # so does what somebody leads
    ("由长虹控股主导的湛朗炼化一体化项目，拟建设1600万吨/年炼油，达产后年营业收入可达810亿元。", "湛朗炼化一体化项目", {
        ("capacity", "16000000 t"), ("revenue", "81000000000 CNY")}),
    # what a company plans to have; its phases
    ("长虹控股拟投资30亿元，征地300亩，建设年产5万吨玻纤产能。其中，一期建设年产2万吨玻纤产能。", "长虹控股", {
        ("investment", "3000000000 CNY"), ("landArea", "200000 m2"), ("capacity", "50000 t"), ("capacity", "20000 t")}),
])
def test_what_is_to_be_built_is_planned(said, text, owner, expected):
    read = said(text, **NEWS)
    assert {found[0] for found in read.figures} == {owner} and {(what, size) for _, what, _, size in read.figures} == expected
    assert set(read.truths.values()) <= {"Planned", "Forecast"} and set(read.periods.values()) == {None}


def test_what_a_company_has_is_no_plan(said):
    truths = said("长虹控股拟投资30亿元，现有厂房占地300亩，已建成年产28万吨玻纤产能。", **NEWS).truths
    assert truths == {"30亿元": "Planned", "300亩": "Actual", "28万吨": "Actual"}


def test_a_park_that_is_called_a_project_is_meant_by_it(said):
    text = "# 绵阳开工一批项目\n\n清源康养小镇项目总投资100亿元。\n\n绿谷新材料产业园项目主要从事新材料生产。项目总投资2.4亿元，建成投产后，年可实现销售收入10亿元。\n"
    found = {(owner, value) for owner, _, _, value in said(text, "news.md", **NEWS).figures}
    assert ("绿谷新材料产业园", "240000000 CNY") in found and ("绿谷新材料产业园", "1000000000 CNY") in found


def test_projects_of_an_event_that_are_counted_are_not_those_named_behind(said):
    text = ("5月16日，绵阳市举行一季度重大项目集中签约活动。此次集中签约项目12个，总投资42亿元，年度计划投资7亿元。其中10亿元以上项目1个、5亿元以上项目3个，"
            "为总投资10.5亿元的湛朗半导体项目。")
    read = said(text, **NEWS)
    assert {f for f in read.figures if f[0] != "湛朗半导体项目"} == {
        ("绵阳市", "projects", "Level", "12 count"), ("绵阳市", "investment", "Level", "4200000000 CNY"), ("绵阳市", "年度计划投资", "Level", "700000000 CNY"),
        ("绵阳市", "projects", "Level", "1 count"), ("绵阳市", "projects", "Level", "3 count")}
    assert read.periods["12个"] == read.periods["3个"] == "2024-05-16" and read.periods["7亿元"] == "2024"


def test_a_target_goes_on_through_a_list_of_counts(said):
    text = "绵阳高新区预计全年百亿元企业达2家，五十亿元企业3家。今年，绵阳高新区计划引进项目150个，其中超10亿元或1亿美元项目15个。"
    assert said(text, **NEWS).truths == {"2家": "Forecast", "3家": "Forecast", "150个": "Planned", "15个": "Planned"}


def test_a_project_owns_what_follows_its_size_behind_its_company(said):
    found = said("长电科技总投资54亿元的湛朗半导体项目分三期建设，建成后年销售收入可达255亿元。", **NEWS).figures
    assert {owner for owner, *_ in found} == {"湛朗半导体项目"}


def test_the_day_of_one_project_s_part_of_a_list_is_not_of_the_next(said):
    assert said("湛朗半导体项目预计6月底竣工；长虹新能源基地累计完成投资26亿元，总体进度达97%。", **NEWS).periods == {"26亿元": None, "97%": None}


def test_each_place_of_a_list_has_its_own_number(said):
    text = "四川省集中开工项目共719个，其中绵阳市107个、德阳市152个、广元市8个。"
    assert {(owner, value) for owner, _, _, value in said(text, **NEWS).figures} == {
        ("四川省", "719 count"), ("绵阳市", "107 count"), ("德阳市", "152 count"), ("广元市", "8 count")}


@pytest.mark.parametrize("text", [
    "# 绵阳见闻\n\n5月16日，绵阳市举行仪式。\n\n朗成年处理1500万吨褐煤提质综合利用项目计划总投资27.6亿元，占地300亩。",
    "# 绵阳见闻\n\n绵阳市一片繁忙。\n\n这个光伏组件生产车间有2.8万平方米，要全部做成恒温。",
    "# 绵阳见闻\n\n绵阳市一片繁忙。\n\n园区现有企业7家，年产值20亿元。"])
def test_what_is_told_of_something_whose_name_is_not_read_is_nobody_s(said, text):
    assert not {found for found in said(text, "news.md", **NEWS).figures if found[0] == "绵阳市"}


@pytest.mark.parametrize("text, expected", [
    ("今年1月至4月绵阳市实现销售收入88.8亿元，同比增长6.2%。", {("revenue", "2024-01/2024-04"), ("revenue", "2024-01/2024-04")}),
    ("1—4月绵阳市77家规上工业企业累计完成产值90亿元。", {("companies", "2024-01/2024-04"), ("outputValue", "2024-01/2024-04")}),
    ("去年绵阳市工业增加值同比增长116%，今年一季度增长超过40%。", {("valueAdded", "2023"), ("valueAdded", "2024-01/2024-03")}),
    ("2023年长虹控股实现产值6000万元，2024年的目标是1亿元。", {("outputValue", "2023"), ("outputValue", "2024")})])
def test_when_figures_of_news_hold(said, text, expected):
    assert {(o.indicator, o.period) for o in said(text, **NEWS).reading.observations} == expected


def test_what_is_built_by_somebody_and_what_projects_are_named_for(said):
    found = said("绵阳高新区由政府主导建设的9万平方米的标准化厂房已启用，实施年产1000套风机叶片、年产30万吨铸件等11个项目。", **PARK).figures
    read = {(who, what, value) for who, what, _, value in found}
    assert {(what, value) for who, what, value in read if not who.startswith("年产")} == {("标准化厂房", "90000 m2"), ("projects", "11 count")}
    assert all(what == "capacity" for who, what, _ in read if who.startswith("年产"))  # each its own project, which makes so much


def test_a_place_of_a_list_also_has_the_money_behind_its_number(said):
    text = "本次集中开工的重大项目绵阳市涪城区16个，总投资39.3亿元；三台县12个，总投资53亿元，盐亭县5个，总投资13.3亿元。"
    assert {(owner, value) for owner, _, _, value in said(text, **NEWS).figures} == {
        ("涪城区", "16 count"), ("涪城区", "3930000000 CNY"), ("三台县", "12 count"), ("三台县", "5300000000 CNY"), ("盐亭县", "5 count"), ("盐亭县", "1330000000 CNY")}


def test_a_paragraph_of_a_city_s_news_is_of_the_park_that_it_begins_with(said):
    text = ("# 绵阳市两个园区获评先进\n\n记者获悉，绵阳市三台清源工业集中区、盐亭绿谷工业集中区在全省考核中获评先进，全市为之振奋。\n\n"
            "盐亭绿谷工业集中区构建新格局，去年，园区入驻企业84户，完成工业总产值43.5亿元。引进15个项目，签约金额23.2亿元。\n")
    read = said(text, "news.md", **NEWS)
    assert {owner for owner, *_ in read.figures} == {"盐亭绿谷工业集中区"}
    assert read.truths["23.2亿元"] == "Planned" and read.truths["84户"] == "Actual"


def test_a_project_that_was_named_in_passing_has_nothing_of_a_place(said):
    text = "# 绵阳见闻\n\n绵阳高新区持续为企业提供帮扶，产业多点开花，湛朗半导体项目落地。去年招商引资到位资金53亿元，固定资产投资40亿元。\n"
    assert {owner for owner, *_ in said(text, "news.md", **NEWS).figures} == {"绵阳高新区"}


@pytest.mark.parametrize("text, known, expected", [
    # a railway has what it costs, not what the place did beside it
    ("渝昆高铁开工建设，实施重点项目185项、完成投资1287亿元。", CITY, {("绵阳市", "projects", "Level", "185 count"), ("绵阳市", "investment", "Level", "128700000000 CNY")}),
    # what deals figures out: comparisons do not belong to the name, a trend gives it
    ("装备制造、新能源产业增加值年均分别增长12%和18%。", CITY, {
        ("绵阳市", "装备制造增加值", "Growth", "12 percent"), ("绵阳市", "新能源产业增加值", "Growth", "18 percent")}),
    ("风电装机和发电量占比持续提高，分别为62%、74%。", CITY, {("绵阳市", "风电装机占比", "Share", "62 percent"), ("绵阳市", "发电量占比", "Share", "74 percent")}),
    ("能耗强度下降目标超额完成，预计下降3.2%以上。", CITY, {("绵阳市", "能耗强度", "Growth", "-3.2 percent")}),
    # thresholds of a class of projects measure nobody; so many of a class among which one ranks do not either
    ("引进20个销售收入超过50亿元或投资额超过30亿元的项目。", CITY, {("绵阳市", "projects", "Level", "20 count")}),
    ("涪城区、三台县位居全省31个经济强县前十。", CITY, {
        ("涪城区", "全省31个经济强县排名", "Rank", "10 count"), ("三台县", "全省31个经济强县排名", "Rank", "10 count")}),
    # what is counted
    ("建立服务平台802家，10个村获评文明村。", CITY, {("绵阳市", "建立服务平台", "Level", "802 count"), ("绵阳市", "村", "Level", "10 count")}),
    ("办结41件个人和企业反映的事项。", CITY, {("绵阳市", "事项", "Level", "41 count")}),
    ("18万人纳入城乡低保。", CITY, {("绵阳市", "纳入城乡低保", "Level", "180000 person")}),
    ("年底前147个商品住宅项目交付。", CITY, {("绵阳市", "projects", "Level", "147 count")}),
    ("完成1000万千瓦火电机组灵活性改造。", CITY, {("绵阳市", "火电机组灵活性改造", "Level", "10000000000 W")}),
    ("66%的村庄达到宜居标准。", CITY, {("绵阳市", "村庄占比", "Share", "66 percent")}),
    ("全市23%村庄实现污水集中处理。", CITY, {("绵阳市", "村庄占比", "Share", "23 percent")}),
    # what doubled, or has a unit that is none of ours, is what grows in the next clause
    ("地区生产总值比2010年翻了一番，年均增长6.4%。", CITY, {("绵阳市", "gdp", "Growth", "6.4 percent")}),
    ("PM2.5平均浓度为44微克/立方米，下降8.6%。", CITY, {("绵阳市", "PM2.5平均浓度", "Growth", "-8.6 percent")}),
    ("企业开办时间压缩至3个工作日。", CITY, {("绵阳市", "企业开办时间", "Level", "3 day")}),
    ("兰飞、510所、504厂等企业加快转型。", CITY, set()),
    # an indicator's border
    ("财政补助标准达到每人每年7980元。", CITY, {("绵阳市", "财政补助标准", "Level", "7980 CNY")}),
    ("“5个100工程”完成投资320亿元。", CITY, {("绵阳市", "5个100工程完成投资", "Level", "32000000000 CNY")}),
    # news
    ("长电科技年销售额近亿元，提供100个就业岗位。", NEWS, {("长电科技", "revenue", "Level", "100000000 CNY"), ("长电科技", "jobs", "Level", "100 person")}),
    ("仅电力成本，对比长沙每吨能减少2万元。", NEWS, set()),
    ("长电科技是唯一进入全球前十的封测企业。", NEWS, set()),
    ("湛朗半导体项目投资额最高100亿元。", NEWS, {("湛朗半导体项目", "investment", "Level", "10000000000 CNY")})])
def test_whose_figures_are_and_of_what(said, text, known, expected):
    assert said(text, **known).figures == expected


def test_what_is_expected_of_a_whole_year_goes_on_through_its_list(said):
    text = "预计全年地区生产总值增长8%，出口额增长10%，规上工业企业突破1500家。新建医院2所。"
    assert said(text, **CITY).truths == {"8%": "Forecast", "10%": "Forecast", "1500家": "Forecast", "2所": "Actual"}


def test_a_report_s_title_tells_no_direction(said):
    read = said("# 绵阳市2024年政府工作报告\n\n营商环境持续优化。与12个城市建立合作，新建水厂3座。\n", "report.md", issued="2024-02-01")
    assert set(read.truths.values()) == {"Actual"} and set(read.periods.values()) == {"2023"}


@pytest.mark.parametrize("text, truth, period", [
    ("湛朗半导体项目试产成功后，将在今年内实现产值100亿元。", "Forecast", "2024"),
    ("如今湛朗半导体项目已扩建，一期、二期建成投运，产能达到75GWh。", "Actual", None),
    ("湛朗半导体项目产能达到75GWh。", "Planned", None)])
def test_what_a_project_has_and_what_it_is_to_have(said, text, truth, period):
    read = said(text, **NEWS)
    assert set(read.truths.values()) == {truth} and set(read.periods.values()) == {period}


@pytest.mark.parametrize("text, known, expected", [
    ("湛朗半导体项目是重点项目，由长电科技投资兴建，年产值10亿元。", NEWS, {("湛朗半导体项目", "outputValue", "Level", "1000000000 CNY")}),
    ("绵阳高新区内规上企业达13家，12个产业项目顺利推进。", NEWS, {
        ("绵阳高新区", "companies", "Level", "13 count"), ("绵阳高新区", "projects", "Level", "12 count")}),
    ("绵阳市工业投资总量和增速都排全省第一。", NEWS, {("绵阳市", "工业投资", "Rank", "1 count"), ("绵阳市", "工业投资增速", "Rank", "1 count")}),
    ("绵阳市推动2吨级无人机下线，迈进全国第一方阵。", NEWS, set()),
    ("长电科技拟投175亿元。", NEWS, {("长电科技", "investment", "Level", "17500000000 CNY")})])
def test_borders_and_owners_in_news(said, text, known, expected):
    assert said(text, **known).figures == expected


PLANT = "湛朗半导体项目"


@pytest.mark.parametrize("text, expected", [
    # what is spent so far is no plan, behind one either
    (f"{PLANT}计划投资30亿元，截至5月，完成投资21亿元，完成年计划的70%。", {("30亿元", PLANT, "Planned"), ("21亿元", PLANT, "Actual"), ("70%", PLANT, "Actual")}),
    (f"{PLANT}总投资9亿元，目前已完成投资将近4亿元。", {("9亿元", PLANT, "Planned"), ("4亿元", PLANT, "Actual")}),
    # a phase behind 分三期 is the phase; what two of three share is of neither
    (f"{PLANT}总投资10亿元。项目分三期建设，一期占地250亩，二期和三期共占地100亩。", {("10亿元", PLANT, "Planned"), ("250亩", PLANT + "一期", "Planned")}),
    # a project whose name was not read, with its sizes behind a comma
    (f"{PLANT}总投资20亿元；某某路网提升工程，总投资2亿元，用地18亩。", {("20亿元", PLANT, "Planned")}),
    # who moved in
    ("绵阳产业园占地420亩。1号厂房入驻企业是京东方，总投资2000万元；2号厂房入驻企业是长电科技，年产值7000万元。",
     {("420亩", "绵阳产业园", "Actual"), ("2000万元", "京东方", "Planned"), ("7000万元", "长电科技", "Actual")}),
    # halls that are to be built, one after the other
    (f"{PLANT}将建设宿舍楼4栋、餐厅1栋，成品仓库3栋。", {("4栋", PLANT, "Planned"), ("1栋", PLANT, "Planned"), ("3栋", PLANT, "Planned")}),
    (f"{PLANT}建设标准厂房15个及配套设施。", {("15个", PLANT, "Planned")}),
    (f"{PLANT}占地1059亩，分两期建设，其中一期投资25亿元。", {("1059亩", PLANT, "Planned"), ("25亿元", PLANT + "一期", "Planned")}),
    # who speaks for a company
    ("涪城企业生产忙\n\n走进长电科技，一派繁忙。\n\n“去年产值完成8.64亿，税收达1.02亿。”谈起前景，董事长李明信心满满。", {("8.64亿", "长电科技", "Actual"), ("1.02亿", "长电科技", "Actual")}),
    (f"{PLANT}投产后可年产5万辆，目前已进入生产阶段，具备年产2000辆能力。", {("5万辆", PLANT, "Planned"), ("2000辆", PLANT, "Actual")}),
    ("5月8日，来自中国工业报、国际商报等18家中央、省市媒体走进绵阳高新区。", set()),
    # what a plant will make and bring, what it makes at full load
    (f"{PLANT}设计年产能20万吨，实现产值约20亿元。", {("20万吨", PLANT, "Planned"), ("20亿元", PLANT, "Planned")}),
    (f"{PLANT}投产。生产线每天都在满负荷运转，项目日产能约2500吨。", {("2500吨", PLANT, "Actual")}),
    # what is expected by a time that stands alone
    ("预计到本月底，绵阳高新区工业增加值增长40%，出口增长10%。", {("40%", "绵阳高新区", "Forecast"), ("10%", "绵阳高新区", "Forecast")}),
    # a headline of a park that goes on to something else
    ("绵阳高新区：长虹新能源基地旁的明珠\n\n规划总面积93平方公里。", {("93平方公里", "绵阳高新区", "Planned")}),
    ("绵阳招商活跃。像长电科技1至7月营业收入已超过60亿元。", {("60亿元", "长电科技", "Actual")}),
    # what is told without a subject of something whose name was not read is not the province's
    ("四川多家企业投产\n\n四川省消息。\n\n某某天松投入6000万元购置了3条生产线。", set()),
    # what a park will bring
    ("云岭产业园将在八年内全面建成，可实现年销售收入160亿元，利税33亿元。", {("160亿元", "云岭产业园", "Forecast"), ("33亿元", "云岭产业园", "Forecast")}),
    # what names nothing that is measured
    ("你见过92.5米的高塔吗？", set()), ("湛朗半导体项目拟建4兆瓦、6兆瓦风机整机生产线。", set()), ("长电科技正在调试6米线设备。", set()),
    ("长电科技投产，时间仅仅用了3个月，为客户节省40%的成本。", set())])
def test_how_far_projects_are_and_whose_sizes_are_told(said, text, expected):
    graph = said(text, **NEWS)
    assert {(written, owner, modality) for written, owner, modality in graph.owned} == expected


def test_behind_some_of_its_companies_news_goes_on_about_the_park(said):
    text = ("绵阳高新区工业总产值1046亿元。其中，长虹、长电科技、京东方跻身五十强。税收同比增长5.9%。园区税收过亿元企业14家，其中长虹、京东方税收超过20亿元。"
            "全年完成进出口总额同比增长17%。")
    owners = {written: owner for written, owner, _ in said(text, **NEWS).owned}
    assert owners["5.9%"] == owners["17%"] == owners["14家"] and "高新" in owners["17%"] and owners["20亿元"] != owners["17%"]


def test_what_counted_projects_cost_is_an_investment(said):
    assert ("绵阳市", "investment", "Level", "4000000000 CNY") in said("5月8日，绵阳市集中开工10个项目。此次10个重点产业项目总投资40亿元。", **NEWS).figures


def test_what_an_industry_makes_and_how_many_companies_there_are_is_no_company_s(said):
    text = "绵阳市已入驻光伏企业11家，其中长电科技年产值超20亿元，光伏产业总产值达35亿元；18家电子企业相继入驻。"
    assert {(owner, value) for owner, _, _, value in said(text, **NEWS).figures} == {
        ("绵阳市", "11 count"), ("长电科技", "2000000000 CNY"), ("绵阳市", "3500000000 CNY"), ("绵阳市", "18 count")}


@pytest.mark.parametrize("text, expected", [
    ("湛朗半导体项目主厂房钢结构安装完成89%，附属工程累计完成75%。", {
        ("湛朗半导体项目", "主厂房钢结构安装进度", "Share", "89 percent"), ("湛朗半导体项目", "附属工程进度", "Share", "75 percent")}),
    ("绵阳市引进封测行业排名第一的长电科技。", {("长电科技", "封测行业", "Rank", "1 count")}),
    ("长电科技、京东方分别位列第三、第四。", set()),
    ("绵阳高新区在原有基础上拓园7平方公里。", set()),
    ("绵阳市在全球科研百强城市中排名第70位。", {("绵阳市", "在全球科研百强城市中", "Rank", "70 count")}),
    ("绵阳市安排10亿元技改专项资金。", {("绵阳市", "技改专项资金", "Level", "1000000000 CNY")}),
    ("湛朗半导体项目年生产6万吨甲醚及12万吨甲烷。", {
        ("湛朗半导体项目", "capacity", "Level", "60000 t"), ("湛朗半导体项目", "capacity", "Level", "120000 t")}),
    ("绵阳市集中签约亿元以上项目（不含房地产项目）就占了14个。", {("绵阳市", "projects", "Level", "14 count")}),
    ("绵阳市41个项目428亿元。", {("绵阳市", "projects", "Level", "41 count"), ("绵阳市", "investment", "Level", "42800000000 CNY")})])
def test_how_far_works_have_come_and_what_names_nothing(said, text, expected):
    assert said(text, **NEWS).figures == expected


def test_what_projects_of_a_place_cost_together_is_planned(said):
    read = said("绵阳市新开工项目11个，投资额96亿元。", **NEWS)
    assert read.truths == {"11个": "Actual", "96亿元": "Planned"}


def test_a_word_for_a_zone_means_the_district_of_that_name(said):
    text = "# 滨海新区一季度引进项目30个\n\n4月27日，滨海新区公布一组数字：截至3月底，新区引进项目30个，新区规上企业209家。\n"
    assert {cls for _, cls in said(text, "news.md", issued="2024-04-28").entities if cls in ("Park", "District")} == {"District"}


@pytest.mark.parametrize("text, known, expected", [
    # a list of indicators shares one number
    ("公交客运量回升7.8个百分点。", CITY, {("绵阳市", "公交客运量", "Growth", "7.8 percentagePoint")}),
    ("入住率回升至50.2%。", CITY, {("绵阳市", "入住率", "Level", "50.2 percent")}),
    ("力争营收、固定资产投资均增长10%。", CITY, {("绵阳市", "revenue", "Growth", "10 percent"), ("绵阳市", "fixedInvestment", "Growth", "10 percent")}),
    ("全市专业技术人才、高技能人才双双突破50万人。", CITY, {("绵阳市", "专业技术人才", "Level", "500000 person"), ("绵阳市", "高技能人才", "Level", "500000 person")}),
    ("工业税收、出口额等主要指标增长15%。", CITY, {("绵阳市", "tax", "Growth", "15 percent"), ("绵阳市", "exports", "Growth", "15 percent")}),
    ("完善制度、机制，税收增长15%。", CITY, {("绵阳市", "tax", "Growth", "15 percent")}),
    # … or each member has so many
    ("创建湛朗产业园、产业强镇各2个。", CITY, {("绵阳市", "创建湛朗产业园", "Level", "2 count"), ("绵阳市", "产业强镇", "Level", "2 count")}),
    # 分别 deals numbers out whose units differ, and times; what the list shares is its last noun
    ("客车、电子专用芯片产量分别增长20%、30%。", CITY, {("绵阳市", "客车产量", "Growth", "20 percent"), ("绵阳市", "电子专用芯片产量", "Growth", "30 percent")}),
    ("港口货物、集装箱吞吐量分别达8亿吨、900万标箱。", CITY, {
        ("绵阳市", "港口货物吞吐量", "Level", "800000000 t"), ("绵阳市", "集装箱吞吐量", "Level", "9000000 count")}),
    ("港口货物、集装箱吞吐量分别达8亿吨、900万标箱，居全球第4位、第5位。", CITY, {
        ("绵阳市", "港口货物吞吐量", "Level", "800000000 t"), ("绵阳市", "集装箱吞吐量", "Level", "9000000 count"),
        ("绵阳市", "港口货物吞吐量", "Rank", "4 count"), ("绵阳市", "集装箱吞吐量", "Rank", "5 count")}),
    ("城镇和农村居民人均可支配收入分别增长5%、7%。", CITY, {("绵阳市", "income", "Growth", "5 percent"), ("绵阳市", "income", "Growth", "7 percent")}),
    ("一、二、三产增加值分别增长4%、5%、6%。", CITY, {
        ("绵阳市", "一产增加值", "Growth", "4 percent"), ("绵阳市", "二产增加值", "Growth", "5 percent"), ("绵阳市", "三产增加值", "Growth", "6 percent")}),
    ("高新技术企业数量、专利授权量分别增长5倍、6倍。", CITY, {
        ("绵阳市", "companies", "Growth", "500 percent"), ("绵阳市", "专利授权量", "Growth", "600 percent")}),
    ("增创国家、省卫生镇各6个。", CITY, {("绵阳市", "省卫生镇", "Level", "6 count")}),
    ("游客人数、旅游收入分别增长20%、30%。", CITY, {("绵阳市", "游客人数", "Growth", "20 percent"), ("绵阳市", "旅游收入", "Growth", "30 percent")}),
    ("游客人次、旅游花费分别增长1.5倍、2倍。", CITY, {("绵阳市", "游客人次", "Growth", "150 percent"), ("绵阳市", "旅游花费", "Growth", "200 percent")}),
    ("存贷款余额分别为3000亿元、2000亿元。", CITY, {("绵阳市", "deposits", "Level", "300000000000 CNY"), ("绵阳市", "loans", "Level", "200000000000 CNY")}),
    ("税收90亿元、同口径增长5%，城乡居民收入分别增长4%、6%。", CITY, {
        ("绵阳市", "tax", "Level", "9000000000 CNY"), ("绵阳市", "tax", "Growth", "5 percent"), ("绵阳市", "income", "Growth", "4 percent"),
        ("绵阳市", "income", "Growth", "6 percent")}),
    # all that there is of what was counted, or grew; a total of something else has its own name
    ("新增众创空间22家、总数达302家。", CITY, {("绵阳市", "新增众创空间", "Level", "22 count"), ("绵阳市", "众创空间", "Level", "302 count")}),
    ("地区生产总值增长6%、总量达9700亿元。", CITY, {("绵阳市", "gdp", "Growth", "6 percent"), ("绵阳市", "gdp", "Level", "970000000000 CNY")}),
    ("众创空间22家，经济总量达9700亿元。", CITY, {("绵阳市", "众创空间", "Level", "22 count"), ("绵阳市", "gdp", "Level", "970000000000 CNY")}),
    ("煤制油产量突破460万吨、保持全国第一。", CITY, {("绵阳市", "煤制油产量", "Level", "4600000 t"), ("绵阳市", "煤制油产量", "Rank", "1 count")}),
    # what a verb does something to stands behind the number
    ("设立50亿元创投基金。", CITY, {("绵阳市", "创投基金", "Level", "5000000000 CNY")}),
    ("加快培育6个“千亿级产业集群”。", CITY, {("绵阳市", "千亿级产业集群", "Level", "6 count")}),
    ("落实50亿元以支持企业。", CITY, {("绵阳市", "落实", "Level", "5000000000 CNY")}),
    ("积极推进总投资5050亿元的200个重点项目。", CITY, {("绵阳市", "investment", "Level", "505000000000 CNY"), ("绵阳市", "projects", "Level", "200 count")}),
    # what each has is no figure, how many have it is one
    ("新增主营业务收入超过500万元的439家。", CITY, {("绵阳市", "companies", "Level", "439 count")}),
    ("引进总投资10亿元以上的136个。", CITY, {("绵阳市", "projects", "Level", "136 count")}),
    ("20户以上自然村光缆全覆盖。", CITY, set()), ("抓好规划、招商等5个环节。", CITY, set()),
    ("其中生产性项目占50%以上。", CITY, {("绵阳市", "生产性项目占", "Share", "50 percent")}),
    # of projects that were counted
    ("全市签约31个项目，其中16个开工、15个竣工。", CITY, {("绵阳市", "projects", "Level", f"{n} count") for n in (31, 16, 15)}),
    # of the project of a company, not of the company
    ("长虹控股投资建设的湛朗半导体基地占地8平方公里。", NEWS, {("湛朗半导体基地", "landArea", "Level", "8000000 m2")})])
def test_what_is_shared_and_what_stands_behind(said, text, known, expected):
    assert said(text, **known).figures == expected


@pytest.mark.parametrize("headline, figures", [
    ("绵阳再添11亿元项目", set()), ("60亿元新材料产业园在绵阳开工", set()), ("绵阳一季度完成投资11亿元", {("绵阳市", "investment", "Level", "1100000000 CNY")})])
def test_the_size_of_something_without_a_name_in_a_headline_is_no_place_s(said, headline, figures):
    assert said(f"# {headline}\n\n绵阳市建设提速，全市经济向好，绵阳市加快发展。\n", **NEWS).figures == figures


@pytest.mark.parametrize("text, figure", [
    ("湛朗半导体项目完成总工程量的70%。", ("湛朗半导体项目", "工程进度", "Share", "70 percent")),
    ("绵阳市集中开工一批项目。今天开工的项目分别是：湛朗半导体项目、长虹新能源基地，总投资25亿元。", ("绵阳市", "investment", "Level", "2500000000 CNY")),
    ("绵阳市集中开工一批项目。基础设施类3个，投资11亿元。", ("绵阳市", "projects", "Level", "3 count"))])
def test_how_far_works_are_and_what_many_cost(said, text, figure):
    assert figure in said(text, "news.md", issued="2024-05-17").figures


def test_what_the_projects_of_a_place_cost_in_a_year_is_planned(said):
    found = said("三台县今年共实施重点项目31个，总投资530亿元，年度投资170亿元。", "news.md", issued="2024-05-17")
    assert found.truths["530亿元"] == found.truths["170亿元"] == "Planned"


def test_the_size_of_the_first_of_its_kind_and_the_sites_of_a_ceremony_are_no_figures(said):
    assert said("长电科技投产，首套10兆瓦风机叶片下线。活动设4个分会场。", "news.md", issued="2024-05-17").figures == set()


def test_a_park_under_construction_has_its_size_to_come(said):
    found = said("投资8亿元、占地300亩的湛朗配套工业园正在加紧建设。", "news.md", issued="2024-05-17")
    assert found.truths == {"8亿元": "Planned", "300亩": "Planned"}
