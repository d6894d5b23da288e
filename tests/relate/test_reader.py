"""A whole document becomes a reading: news of a zone, a city's report, and short texts for what single sentences do not show."""

import pytest

from kg.model import Reading
from kg.read import document

from ..recognize.defects import wrong

NEWS = """# 湛朗半导体项目在绵阳高新区开工

本报讯 5月16日，总投资 50 亿元的湛朗半导体项目在绵阳高新区开工。该项目由湛朗半导体投资建设，占地300亩，预计2026年投产。

湛朗半导体是长电科技的核心供应商。绵阳高新区管委会主任李明辉介绍，2023年，绵阳高新区工业总产值突破1800亿元，同比增长9.6%。

绵阳高新区入选国家级绿色园区。

## 相关阅读

某某科技落户某某高新区，产值900亿元
"""
REPORT = """# 绵阳市2024年政府工作报告

## 2023年工作回顾

全市地区生产总值4038.73亿元，增长8%。长虹新能源绵阳基地建成投产，京东方、惠科等企业增资扩产。

绵阳高新区管委会获评国家级绿色工厂示范单位。

## 2024年工作安排

推动湛朗半导体项目投产，力争全市地区生产总值增长8%以上。支持涪城区、游仙区发展。
"""


@pytest.fixture(scope="module")
def news(said):
    return said(NEWS, "news.md", issued="2024-05-17")


@pytest.fixture(scope="module")
def report(said):
    return said(REPORT, "report.md", issued="2024-02-01")


def test_who_is_in_the_news(news):
    assert news.entities == {
        ("湛朗半导体项目", "Project"), ("湛朗半导体", "Company"), ("长电科技", "Company"), ("绵阳高新区", "Park"), ("绵阳", "District"),
        ("绵阳高新区管委会", "Organization"), ("李明辉", "Person"), ("国家级绿色园区", "Programme")}


def test_what_the_news_relates(news):
    assert news.relations == {
        "湛朗半导体 develops 湛朗半导体项目", "湛朗半导体项目 locatedIn 绵阳高新区", "绵阳高新区 locatedIn 绵阳", "绵阳高新区管委会 locatedIn 绵阳高新区",
        "湛朗半导体 suppliesTo 长电科技", "李明辉 holdsPositionIn 绵阳高新区管委会", "绵阳高新区 designatedAs 国家级绿色园区"}
    assert [relation.role for relation in news.reading.relations if relation.predicate == "holdsPositionIn"] == ["主任"]


@pytest.mark.parametrize("text, role", [
    ("福耀玻璃董事长曹德明表示，将扩产。", "董事长"),
    ("福耀玻璃1987年成立于福建省福州市，董事长为曹德明。", "董事长"),
    ("福耀玻璃总裁曹德明出任金风科技董事长。", "董事长"),
    ("肇庆高新区党工委书记、管委会主任曹德明出席。", "书记"),
])
def test_a_title_is_that_of_the_position_alone(said, text, role):
    told = said(text)
    assert role in [relation.role for relation in told.reading.relations if relation.predicate == "holdsPositionIn"]
    assert all(len(relation.role) <= 4 for relation in told.reading.relations if relation.predicate == "holdsPositionIn")


def test_the_figures_of_the_news(news):
    assert news.figures == {
        ("湛朗半导体项目", "investment", "Level", "5000000000 CNY"), ("湛朗半导体项目", "landArea", "Level", "200000 m2"),
        ("绵阳高新区", "industrialOutput", "Level", "180000000000 CNY"), ("绵阳高新区", "industrialOutput", "Growth", "9.6 percent")}
    assert news.truths["50亿元"] == news.truths["300亩"] == "Planned" and news.truths["9.6%"] == "Actual"
    assert news.periods["1800亿元"] == "2023" and news.bounds["1800亿元"] == "AtLeast"


def test_the_milestones_of_the_news(news):
    assert news.milestones == {("湛朗半导体项目", "Groundbreaking", "2024-05-16", "Actual"), ("湛朗半导体项目", "Operational", "2026", "Forecast")}


def test_what_the_report_relates(report):
    assert report.relations >= {
        "长虹新能源绵阳基地 locatedIn 绵阳市", "京东方 locatedIn 绵阳市", "惠科 locatedIn 绵阳市", "湛朗半导体 develops 湛朗半导体项目", "湛朗半导体项目 locatedIn 绵阳市"}


def test_the_figures_of_the_report(report):
    found = {(owner, measure, value) for owner, _, measure, value in report.figures}
    assert found == {("绵阳市", "Level", "403873000000 CNY"), ("绵阳市", "Growth", "8 percent")}
    assert {(o.value_text, o.period, o.modality) for o in report.reading.observations} == {
        ("4038.73亿元", "2023", "Actual"), ("8%", "2023", "Actual"), ("8%以上", "2024", "Target")}


def test_the_milestones_of_the_report(report):
    assert report.milestones == {
        ("长虹新能源绵阳基地", "Operational", "2023", "Actual"), ("京东方", "Expansion", "2023", "Actual"), ("惠科", "Expansion", "2023", "Actual"),
        ("湛朗半导体项目", "Operational", "2024", "Target")}


# --- what holds for every reading


@pytest.mark.parametrize("which", ["news", "report"])
def test_every_evidence_quotes_the_text_and_names_a_rule(which, request):
    made = request.getfixturevalue(which)
    reading = made.reading
    for fact in (*reading.entities, *reading.relations, *reading.observations, *reading.milestones):
        assert fact.evidence
        for evidence in fact.evidence:
            assert made.document.text[evidence.start:evidence.end] == evidence.exact and evidence.rule


def test_nothing_is_read_from_furniture(news):
    end = NEWS.index("## 相关阅读")
    reading = news.reading
    facts = (*reading.entities, *reading.relations, *reading.observations, *reading.milestones)
    assert all(evidence.end <= end for fact in facts for evidence in fact.evidence)


@pytest.mark.parametrize("which", ["news", "report"])
def test_every_fact_is_one_that_the_ontology_knows(which, request, schema):
    reading: Reading = request.getfixturevalue(which).reading
    classes = [entity.cls for entity in reading.entities]
    assert set(classes) <= set(schema.entity_classes)
    for relation in reading.relations:
        assert schema.allows(classes[relation.subject], relation.predicate, classes[relation.object])
        assert relation.subject != relation.object and relation.modality in schema.modalities and 0 <= relation.confidence <= 1
    for observation in reading.observations:
        assert observation.measure in schema.measures and observation.bound in schema.bounds and observation.unit in schema.units
        assert observation.modality in schema.modalities and observation.indicator
    for milestone in reading.milestones:
        assert milestone.stage in schema.stages and milestone.modality in schema.modalities


def test_reading_twice_gives_the_same(reader):
    for text, identifier in ((NEWS, "news.md"), (REPORT, "report.md")):
        made = document(text, identifier, issued="2024-05-17")
        first = reader.read(made)
        reader.read(document("长电科技落户成都高新区。"))
        assert reader.read(made) == first


def test_a_text_that_says_nothing(reader):
    assert reader.read(document("今天天气好。")) == Reading("text", (), (), (), ())


def test_a_text_of_furniture_alone(reader):
    reading = reader.read(document("相关阅读\n\n某某科技落户某某高新区\n"))
    assert reading.relations == reading.observations == reading.milestones == ()


VERB_INSIDE = "a verb between a listed company and a head noun is taken into the name, and the company develops it"


# --- relations in single sentences: one kind each, from several provinces


@pytest.mark.parametrize("text, relation", [
    ("彩虹光电落户咸阳高新区。", "彩虹光电 locatedIn 咸阳高新区"),
    ("咸阳高新区引进彩虹光电。", "彩虹光电 locatedIn 咸阳高新区"),
    ("落户苏州工业园区的企业有信达生物、同程旅行。", "信达生物 locatedIn 苏州工业园区"),
    ("总部位于株洲市的时代电气发布新品。", "时代电气 locatedIn 株洲市"),
    wrong("扩产 behind a company makes a project of both", "总部位于株洲市的时代电气扩产。", "时代电气 locatedIn 株洲市"),
    ("比亚迪位于陕西省咸阳市。", "比亚迪 locatedIn 咸阳市"),
    ("在绵阳市三台县，福耀玻璃一派繁忙。", "福耀玻璃 locatedIn 三台县"),
    ("绵阳市三台县加快发展。", "三台县 locatedIn 绵阳市"),
    ("福耀玻璃主营汽车玻璃，在江苏苏州、绵阳和四川成都等地设有生产基地。", "福耀玻璃 locatedIn 成都"),
    ("特变电工与喀什经济开发区签署战略合作协议。", "特变电工 cooperatesWith 喀什经济开发区"),
    ("三一重工投资建设长沙智能制造基地。", "三一重工 develops 长沙智能制造基地"),
    ("白鹤滩水电站由三峡集团投资建设。", "三峡集团 develops 白鹤滩水电站"),
    ("时代电气是中国中车的全资子公司。", "时代电气 subsidiaryOf 中国中车"),
    ("福耀玻璃为比亚迪、吉利汽车供货。", "福耀玻璃 suppliesTo 比亚迪"),
    ("福耀玻璃、拓普集团等比亚迪核心供应商投产。", "拓普集团 suppliesTo 比亚迪"),
    ("彩虹光电专注于新型显示产业。", "彩虹光电 inIndustry 新型显示"),
    ("比亚迪是新能源汽车产业的龙头企业。", "比亚迪 leads 新能源汽车"),
    ("以比亚迪为龙头的新能源汽车产业集群壮大。", "比亚迪 leads 新能源汽车"),
    ("比亚迪作为新能源汽车产业集群的龙头，一路高歌猛进。", "比亚迪 leads 新能源汽车"),
    ("引进光伏制造龙头——彩虹光电有限公司。", "彩虹光电 leads 光伏"),
    ("苏州工业园区获评国家级绿色园区。", "苏州工业园区 designatedAs 国家级绿色园区"),
    ("福耀玻璃董事长曹德明表示，将扩产。", "曹德明 holdsPositionIn 福耀玻璃"),
    ("新能源汽车产业产值突破700亿元，涵盖动力电池、智能网联汽车等领域。", "动力电池 partOf 新能源汽车"),
])
def test_a_relation(said, text, relation):
    assert relation in {found.replace("产业", "") for found in said(text).relations}


@pytest.mark.parametrize("text", [
    "彩虹光电考察咸阳高新区。", "彩虹光电与咸阳高新区相距30公里。", "福耀玻璃与比亚迪参加展会。", "比亚迪不是福耀玻璃的供应商。", "三一重工的客人参观长沙智能制造基地。",
    "三一重工参观长沙智能制造基地。",
    wrong(VERB_INSIDE, "三一重工点赞长沙智能制造基地。"),
    "苏州工业园区学习绵阳高新区经验。", "在绵阳高新区，福耀玻璃负责人介绍了经验。", "福耀玻璃祝贺比亚迪。"])
def test_no_relation(said, text):
    assert not {relation for relation in said(text).relations if "Company" in relation or any(
        name in relation.split(" ")[0] for name in ("彩虹光电", "福耀玻璃", "比亚迪", "三一重工"))}


@pytest.mark.parametrize("text, relations", [
    ("彩虹光电、信达生物、时代电气等企业落户咸阳高新区。", {"彩虹光电 locatedIn 咸阳高新区", "信达生物 locatedIn 咸阳高新区", "时代电气 locatedIn 咸阳高新区"}),
    ("福耀玻璃为比亚迪、吉利汽车供货。", {"福耀玻璃 suppliesTo 比亚迪", "福耀玻璃 suppliesTo 吉利汽车"})])
def test_a_list_shares_its_relation(said, text, relations):
    assert relations <= said(text).relations


@pytest.mark.parametrize("text, right", [
    ("绵阳高新区、绵阳经开区规上企业分别达到210家、180家。", {("绵阳高新区", "210 count"), ("绵阳经开区", "180 count")}),
    ("绵阳高新区、绵阳经开区税收增长均超过10%。", {("绵阳高新区", "10 percent"), ("绵阳经开区", "10 percent")})])
def test_figures_of_several_owners_are_dealt_out(said, text, right):
    assert {(owner, value) for owner, _, _, value in said(text, issued="2024-05-17").figures} == right


@pytest.mark.parametrize("sentence, relation, holds", [
    ("江油市特种钢产业产值增长12%。", ("江油市", "inIndustry"), True), ("江油市特种钢产业产值增长12%。", ("绵阳市", "inIndustry"), False),
    ("获评全国法治政府建设示范市。", ("绵阳市", "designatedAs"), True), ("12家企业获评国家级绿色工厂。", ("绵阳市", "designatedAs"), False),
    ("加快建设国家海洋经济发展示范区。", ("绵阳市", "designatedAs"), True), ("抓好农村住房建设试点。", ("绵阳市", "designatedAs"), False),
])
def test_what_a_report_says_of_its_own_place_and_of_others(reader, sentence, relation, holds):
    reading = reader.read(document(f"# 绵阳市2024年政府工作报告\n\n过去一年，全市经济稳中向好，各项工作取得新成效，人民生活不断改善。\n\n{sentence}\n", "mianyang-2024.md"))
    assert (relation in {(reading.entities[r.subject].names[0], r.predicate) for r in reading.relations}) is holds


@pytest.mark.parametrize("front, sentence, designations", [
    ("过去一年，全市经济稳中向好。", "成功创建国家节水型城市和国家森林城市。", {"国家节水型城市": "Actual", "国家森林城市": "Actual"}),
    ("过去一年，全市经济稳中向好。", "获批建设国家海洋经济发展示范区。", {"国家海洋经济发展示范区": "Actual"}),
    ("今年，要做好以下工作。", "争创国家节水型城市、国家森林城市。", {"国家节水型城市": "Target", "国家森林城市": "Target"}),
    ("今年，要做好以下工作。", "巩固提升国家节水型城市和国家森林城市创建成果。", {"国家节水型城市": "Actual", "国家森林城市": "Actual"}),
    ("今年，要做好以下工作。", "推动长电科技争创国家级绿色工厂。", {}), ("今年，要做好以下工作。", "对接国家自主创新示范区建设。", {}),
    ("今年，要做好以下工作。", "力争成功创建国家森林城市。", {"国家森林城市": "Target"}),
    ("过去一年，全市经济稳中向好。", "实现全国双拥模范城“八连冠”。", {"全国双拥模范城": "Actual"}),
    ("今年，要做好以下工作。", "做好国家卫生城市复审工作。", {"国家卫生城市": "Actual"}),
    ("今年，要做好以下工作。", "加快国家碳达峰试点城市建设。", {"国家碳达峰试点城市": "Actual"}),
    ("过去一年，全市经济稳中向好。", "创建成为国家森林城市。", {"国家森林城市": "Actual"}),
    ("过去一年，全市经济稳中向好。", "扎实推进国家森林城市创建工作。", {"国家森林城市": "Target"}),
    ("过去一年，全市经济稳中向好。", "某团队获国家科技进步二等奖。", {}),
    ("今年，要做好以下工作。", "支持石溪古镇创建国家级旅游度假区。", {}),
    ("今年，要做好以下工作。", "推进涪城区、游仙区国家城乡融合发展试点。", {})])  # those have it
def test_a_designation_that_was_won_is_a_fact_and_one_that_is_striven_for_an_aim(reader, front, sentence, designations):
    reading = reader.read(document(f"# 绵阳市2024年政府工作报告\n\n{front}{sentence}\n", "mianyang-2024.md"))
    own = [r for r in reading.relations if r.predicate == "designatedAs" and reading.entities[r.subject].names[0] == "绵阳市"]
    assert {reading.entities[r.object].names[0]: r.modality for r in own} == designations


@pytest.mark.parametrize("text, relation, holds", [
    ("# 大田：纺织园区忙\n\n大田县京口工业园的鑫川公司赶制订单。", "大田县京口工业园 locatedIn 大田县", True),  # not in 京口区 of another city
    ("# 绵阳经开区：招商忙\n\n钟楼工业园新增项目4项。", "钟楼工业园 locatedIn 绵阳经开区", True),  # a part that opens its sentence, called like a district of elsewhere
    ("# 绵阳经开区：招商忙\n\n绵阳经开区引进长三角地区高端装备企业。", "长三角 inIndustry 高端装备", False),
    ("# 绵阳经开区：开工忙\n\n长虹绵阳电视工厂等16个项目全部开工。", "长虹绵阳电视工厂 locatedIn 绵阳经开区", True),  # its name tells the city around
    ("# 绵阳经开区：开工忙\n\n绵阳轨道交通1号线一期等项目开工。", "绵阳轨道交通1号线一期 locatedIn 绵阳经开区", False),
    ("# 绵阳经开区：开工忙\n\n推进中韩（盐城）产业园合作。", "中韩（盐城）产业园 locatedIn 绵阳经开区", False),  # the bracket says where
    ("# 西宁开发区新开工25个项目\n\n西宁（国家级）经济技术开发区公布账单。", "西宁（国家级）经济技术开发区 locatedIn 西宁开发区", False)])
def test_where_a_name_of_several_places_is(said, text, relation, holds):
    assert (relation in said(text + "\n", "news.md", issued="2024-05-17").relations) == holds


@pytest.mark.parametrize("text, relation, holds", [
    # the section of a zone; who builds what is told of, may be from anywhere; the nearer place of 下辖的
    ("# 绵阳市2024年政府工作报告\n\n四川自贸试验区绵阳片区挂牌运行。", "四川自贸试验区绵阳片区 partOf 四川自贸试验区", True),
    ("# 成都市工业忙\n\n在成都下辖的简阳市，长虹集团建设的电视工厂开工。", "长虹集团 locatedIn 简阳市", False),
    ("# 成都市工业忙\n\n在成都下辖的简阳市，长虹集团建设的电视工厂开工。", "简阳市 locatedIn 成都市", True),
    ("推进涪城区、游仙区国家城乡融合发展试点。", "涪城区 designatedAs 国家城乡融合发展试点", True),  # each of those in front
    ("推进江油市国家城乡融合发展试点。", "江油市 designatedAs 国家城乡融合发展试点", True),
    ("争创江油市国家城乡融合发展试点。", "江油市 designatedAs 国家城乡融合发展试点", False),
    ("走访江油市国家级专精特新“小巨人”企业。", "江油市 designatedAs 国家级专精特新“小巨人”企业", False),
    ("四川省级改革试点扩面。", "四川省 designatedAs 省级改革试点", False),
    ("# 绵阳市2024年政府工作报告\n\n市长 王小明\n\n各位代表：现在向大会报告工作。", "王小明 holdsPositionIn 绵阳市", True),
    ("# 绵阳市2024年政府工作报告\n\n市人民政府代理市长 王小明\n\n各位代表：现在向大会报告工作。", "王小明 holdsPositionIn 绵阳市", True),
    ("鑫川电子订单很满。副总经理王小明说，公司正在扩产。", "王小明 holdsPositionIn 鑫川电子", True),  # of the company spoken of
    ("# 绵阳市工业忙\n\n绵阳市工业增长。市委常委、常务副市长王小明到场见证。", "王小明 holdsPositionIn 绵阳市", True),
    ("# 绵阳市工业忙\n\n绵阳市工业增长。洛阳市副市长王小明到场见证。", "王小明 holdsPositionIn 绵阳市", False),
    ("# 绵阳经开区：招商忙\n\n绵阳经开区推进湛朗智能制造园、鑫川电器等项目开工。", "湛朗智能制造园 locatedIn 绵阳经开区", True),
    ("# 绵阳经开区：招商忙\n\n长虹是国内集成电路行业的领军企业。", "绵阳经开区 inIndustry 集成电路", False),  # the company's, in the country
    ("# 绵阳市工业忙\n\n集中签约活动在该市游仙区举行。\n\n此次签约项目包括湛朗锂电池项目等。", "湛朗锂电池项目 locatedIn 游仙区", True),
    ("# 绵阳市工业忙\n\n集中签约活动在洛阳市举行。\n\n此次签约项目包括湛朗锂电池项目等。", "湛朗锂电池项目 locatedIn 洛阳市", False),
    ("# 沈北新区首季开工忙\n\n一季度，新区新开工项目11个，湛朗锂电池项目等启动建设。", "湛朗锂电池项目 locatedIn 沈北新区", True),  # a district
    ("# 绵阳市工业忙\n\n全市工业增长。四川省经信厅、德阳市科技局在绵阳市共办展会。", "德阳市科技局 locatedIn 绵阳市", False),
    ("# 绵阳市工业忙\n\n9月2日，游仙区产城融合重点项目开工现场会举行。湛朗锂电池项目等2个项目当天开工。", "湛朗锂电池项目 locatedIn 游仙区", True),
    # 该公司 opens the sentence, a partner stands behind it; a plant is no company of which the text spoke before; who moves in is in the park of the paragraph
    ("晨帆新材料，是京东方的下游企业之一。该公司以京东方提供的丙烯为原料，生产高吸水性树脂。", "晨帆新材料 produces 高吸水性树脂", True),
    ("晨帆新材料扩产。\n\n长虹绵阳工厂首台电机下线，产品全部供给京东方。", "晨帆新材料 suppliesTo 京东方", False),
    ("云岭智造产业园开园。当天，晨帆新材料、晨帆科技2家企业签约进驻。", "晨帆科技 locatedIn 云岭智造产业园", True),
    ("绵阳市政府与中国机械工业集团有限公司（国机集团）签署合作框架协议。", "绵阳市政府 cooperatesWith 国机集团", True),
    ("绵阳市政府与鑫川电子有限公司（600000.SH）签署合作框架协议。", "绵阳市政府 cooperatesWith 鑫川电子有限公司", True)])
def test_what_is_left_out_because_the_text_is_about_it(said, text, relation, holds):
    assert (relation in said(text + "\n", "news.md", issued="2024-05-17").relations) == holds
