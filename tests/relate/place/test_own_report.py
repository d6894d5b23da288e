"""A place's own report: what is there without being said to be, and what the report only speaks of."""

import pytest

HEAD = "# 绵阳市2024年政府工作报告\n\n## 2023年工作回顾\n\n全市地区生产总值4038.73亿元，增长8%。我市推进重点项目建设。\n\n"

# a sentence, and who is in 绵阳市 by it
SENTENCES = [
    ("支持长虹、京东方等企业建设研发中心。", {"长虹", "京东方"}),
    ("新建湛朗半导体产业园。", {"湛朗半导体产业园"}),
    # partners, and whom the place or its companies work with
    ("深化与华为、科大讯飞等领军企业战略合作。", set()),
    ("支持长虹与思科深度合作。", {"长虹"}),
    ("与京东合作建设湛朗智慧物流园。", {"湛朗智慧物流园"}),
    # what it joins, learns from or takes as its chance
    ("主动对接河北雄安新区建设。", set()),
    ("复制上海张江高新区改革经验。", set()),
    # listed elsewhere
    ("服务河北雄安新区发展。", set()),
    ("中国科学技术大学在全国率先完成试验。", set()),
    ("西南科技大学完成试验。", {"西南科技大学"}),
    # who only signs with it, gets what is made there, or owns a part of what is there
    ("长虹与我市签订战略合作协议。", set()),
    ("年产的硅粉全部供给了通威。", set()),
    ("长虹、京东方分别持股51%和49%。", set()),
    ("产品供应给通威、长虹等企业。", set()), ("供应充足，支持长虹、京东方等企业建设研发中心。", {"长虹", "京东方"}),
    ("产品主要为通威、长虹配套。", set()), ("为发展提速，支持长虹、京东方等企业建设研发中心。", {"长虹", "京东方"}),
    ("京东方是长虹的全资子公司。", {"京东方"}),
    # from which works come, or of which only a branch is here
    ("承接长虹的配套项目。", set()), ("作为长虹在西南的重要生产基地，湛朗产能翻番。", set()), ("承接产业转移，支持长虹、京东方等企业建设研发中心。", {"长虹", "京东方"}),
    # who only tells of it
    ("湛朗城市研究院2023年12月发布《营商环境报告》。", set()), ("湛朗城市研究院揭牌，发布成果20项。", {"湛朗城市研究院"}),
    ("产品已卖给长虹、京东方。", set()), ("铜箔进入了长虹供应链。", set()),
    # abroad
    ("推进柬埔寨湛朗产业园、湛朗（老挝）产业园、中德湛朗产业园建设。", {"中德湛朗产业园"}),
    ("推进中白湛朗物流园等境外园区建设。", set()),
    # applied or striven for
    ("申报湛朗综合物流园。", set()),
    ("争取湛朗半导体产业园落户。", set()),
    ("争取湛朗半导体产业园投产。", {"湛朗半导体产业园"}),
    ("争取平安银行在绵开业运营。", set()), ("对接引进长虹、京东方等企业。", set()), ("争取湛朗商业广场开业。", {"湛朗商业广场"}),
    # who only opens a branch, holds an event, meets here or leads from above
    ("推动平安银行、长虹等设立分支机构。", set()), ("在湛朗城市研究院、长虹联合主办的年会上作了交流。", set()), ("承办湛朗工业城市联盟理事会会议。", set()),
    ("在湛朗城市研究院关心支持下，西南科技大学完成试验。", {"西南科技大学"}),
    # a chance that several things are
    ("抢抓湛朗大桥即将通车、游仙园区扩容的机遇。", set()),
    # governments of many places, or of none
    ("建设廉洁湛明政府，推进市县政府改革。", set()),
    # a city in front of a company is where that is from
    ("推动深圳比亚迪电池项目投产。", {"深圳比亚迪电池项目"}),
    # a region in a name does not say where in it
    ("建设成渝综合性科学中心。", {"成渝综合性科学中心"}),
    # said to be somewhere
    ("湛朗半导体落户游仙区。", set()),
]


@pytest.mark.parametrize("sentence, there", SENTENCES)
def test_who_is_in_the_place_of_the_report(said, sentence, there):
    found = said(HEAD + sentence + "\n", "report.md", issued="2024-02-01")
    assert {r.split()[0] for r in found.relations if r.endswith("locatedIn 绵阳市")} == there, found.relations


def test_what_is_said_to_be_somewhere_is_there_in_the_whole_report(said):
    found = said(HEAD + "游仙湛朗产业园落户游仙区。\n\n加快游仙湛朗产业园建设。\n\n京东方在涪城区投产。支持京东方做大做强。\n", "report.md", issued="2024-02-01")
    assert "游仙湛朗产业园 locatedIn 游仙区" in found.relations and "游仙湛朗产业园 locatedIn 绵阳市" not in found.relations
    assert {"京东方 locatedIn 涪城区", "京东方 locatedIn 绵阳市"} <= found.relations, "a company may be in several places"


# --- news of a park


PARK_NEWS = "# 七月的云岭工业园区，这些项目有了新进展\n\n七月的高原，塔吊林立。\n\n"


@pytest.mark.parametrize("sentence, there", [
    ("云岭湛朗半导体项目正式投产。", {"云岭湛朗半导体项目"}),
    ("下游有福耀玻璃和比亚迪。", {"福耀玻璃", "比亚迪"}),
    # for whom, with whom, and what is not there yet
    ("为比亚迪生产玻璃。", set()), ("与比亚迪开展技术交流。", set()), ("园区依托福耀玻璃、比亚迪等企业发展配套。", set()), ("比亚迪与四川省人民政府签署协议，拟建设电池工厂。", set()),
    ("湛朗码头改扩建工程由长虹实施，由福耀玻璃与比亚迪共同设计。", {"湛朗码头改扩建工程"}),
    # customers
    ("云岭湛朗科技有限公司投产，客户涵盖比亚迪、福耀玻璃。", {"云岭湛朗科技有限公司"}), ("产品已配套比亚迪、福耀玻璃等企业。", set()), ("产品广泛应用于比亚迪、福耀玻璃等企业。", set()),
    # said to be somewhere else
    ("福耀玻璃位于游仙区。", set())])
def test_who_is_in_the_park_of_the_news(said, sentence, there):
    found = said(PARK_NEWS + sentence + "\n", "news.md", issued="2022-08-02")
    assert {r.split()[0] for r in found.relations if r.endswith("locatedIn 云岭工业园区")} == there, found.relations


@pytest.mark.parametrize("headline", ["福耀玻璃落户云岭工业园区", "与苏州工业园区签约，绵阳再添伙伴", "四川多个园区有了新进展"])
def test_other_news_tells_of_no_park(said, headline):
    found = said(f"# {headline}\n\n七月的高原，塔吊林立。\n\n比亚迪正式投产。\n", "news.md", issued="2022-08-02")
    assert not [r for r in found.relations if r.startswith("比亚迪 locatedIn")]


@pytest.mark.parametrize("sentence, industries", [
    ("壮大光伏、锂电池产业。", {"光伏", "锂电池"}),
    ("产品广泛应用于光伏、医疗健康等领域。", set()),
    ("举办中国氢能产业大会。", set()), ("举办氢能、生物医药等大会。", set()),
    ("在光伏等领域突破一批技术瓶颈。", set())])
def test_which_industries_are_those_of_the_place(said, sentence, industries):
    found = said(HEAD + sentence + "\n", "report.md", issued="2024-02-01")
    assert {r.split()[2] for r in found.relations if r.startswith("绵阳市 inIndustry")} == industries, found.relations


OPENING = "上周从绵阳高新区获悉，绵阳高新区加快推进重大项目建设，一季度预计完成固定资产投资27亿元。营业收入140亿元，同比增长20.83%。\n\n{}\n\n基础设施方面，绵阳高新区实施绿化工程19个。\n"


@pytest.mark.parametrize("paragraph, there", [
    ("湛朗半导体项目累计完成投资3亿元，鑫川锂电池基地预计6月底竣工。", {"湛朗半导体项目", "鑫川锂电池基地"}),
    # members of a list behind what others are named by
    ("一批中试项目落地，包括湛朗环保节能型输送带生产基地、鑫川先进封装测试平台项目、长虹锂电池基地等15个项目。",
     {"湛朗环保节能型输送带生产基地", "鑫川先进封装测试平台项目", "长虹锂电池基地"}),
    # signed, not there yet
    ("会上，湛朗半导体项目签约。", set())])
def test_what_a_text_tells_of_that_opens_with_a_park(said, paragraph, there):
    found = said(OPENING.format(paragraph), "news.txt", issued="2022-04-20").relations
    assert {r.split()[0] for r in found if r.endswith("locatedIn 绵阳高新区")} == there, found


def test_a_text_that_names_its_first_park_once_is_not_about_it(said):
    text = "近日，绵阳高新区召开座谈会。\n\n湛朗半导体项目累计完成投资3亿元。\n\n会议在市政府举行。\n"
    assert not [r for r in said(text, "news.txt").relations if r.endswith("locatedIn 绵阳高新区")]


def test_an_airport_is_in_its_city_whatever_county_or_village_it_is_called_after(said):
    found = said("# 郑州市2024年政府工作报告\n\n启动郑州新郑国际机场三期工程。\n", "report.md", issued="2024-01-16").relations
    assert {r for r in found if "国际机场三期工程 locatedIn" in r} == {"郑州新郑国际机场三期工程 locatedIn 郑州市"}


def test_a_project_bears_its_county_in_front_of_the_province_of_its_company(said):
    found = said("# 绵阳观摩一批项目\n\n三台县四川湛朗电动车项目总投资10亿元。\n", "news.txt", issued="2024-05-17").relations
    assert {r for r in found if r.startswith("三台县四川湛朗电动车项目 locatedIn")} == {"三台县四川湛朗电动车项目 locatedIn 三台县"}


@pytest.mark.parametrize("front, there", [("", {"鑫川半导体项目"}), ("今年以来，绵阳市建设提速，", set())])
def test_news_of_a_park_may_go_on_to_the_whole_city(said, front, there):
    head = "# 七月的绵阳云岭工业园区，这些项目有了新进展\n\n七月的高原，塔吊林立。\n\n"
    found = said(f"{head}{front}鑫川半导体项目已经竣工。\n", "news.txt", issued="2024-05-17").relations
    assert {r.split()[0] for r in found if "locatedIn" in r and r.endswith("工业园区")} == there, found


@pytest.mark.parametrize("brackets, there", [("（三台县）", {"三台县"}), ("（绵阳游仙区）", {"游仙区"}), ("（由三台县引进）", set()), ("（三台县至游仙区）", set())])
def test_a_project_is_in_the_place_in_brackets_behind_it(said, brackets, there):
    found = said(f"# 四川公布重点项目\n\n包括湛朗锂电池项目{brackets}、鑫川半导体项目等。\n", "news.txt", issued="2024-05-17").relations
    assert {r.split()[2] for r in found if r.startswith("湛朗锂电池项目 locatedIn")} == there, found


@pytest.mark.parametrize("sentence, company", [
    ("长电科技是京东方、宁德时代的战略合作伙伴。", "宁德时代"), ("上海湛朗集团计划投资20亿元建厂。", "上海湛朗集团")])
def test_partners_and_those_who_come_from_elsewhere_are_not_in_the_county_of_the_news(said, sentence, company):
    found = said(f"# 三台：抓项目\n\n三台县抓项目。{sentence}\n", title="三台：抓项目", issued="2024-05-17")
    assert f"{company} locatedIn 三台县" not in found.relations
