"""What a text speaks of when it does not say: nouns and pronouns that stand for something, the headline, the last subject."""

import pytest

from kg.relate.focus import Focus, stand_ins
from kg.relate.focus.subjects import clause_subject

from ...recognize.defects import wrong

NEWS = {"issued": "2024-05-17"}
COUNTY = {"title": "绵阳市三台县2024年政府工作报告", "issued": "2024-02-01"}


@pytest.fixture
def focus_after(recognized):
    """The focus behind the first sentences of a text."""
    def run(text: str, identifier: str = "news.md", **known) -> Focus:
        made = recognized(text, identifier, **known)
        for sentence in made.sentences:
            made.focus.enter(sentence)
            made.focus.leave(sentence, None)
        return made.focus
    return run


def test_nothing_is_in_focus_at_first(recognized):
    focus = recognized("今天天气好。").focus
    assert focus.current is focus.last("Project") is focus.default(None) is None
    assert focus.pronoun("其产值50亿元") is focus.pronoun("该项目占地300亩") is focus.pronoun("公司员工3000人") is None


def test_the_headline_is_what_news_is_about(recognized):
    focus = recognized("# 湛朗半导体项目在绵阳高新区开工\n\n日前开工。\n", "news.md", **NEWS).focus
    assert focus.current == focus.default(None) == ("Project", "湛朗半导体项目")


def test_in_a_place_s_own_text_the_place_is(recognized):
    focus = recognized("引进长电科技。", **COUNTY).focus
    assert focus.default(("District", "三台县")) == ("District", "三台县")


@pytest.mark.parametrize("clause, owner", [
    ("该项目总投资50亿元", ("Project", "湛朗半导体项目")), ("项目总投资50亿元", ("Project", "湛朗半导体项目")), ("2023年，该项目动工", ("Project", "湛朗半导体项目")),
    ("该公司员工3000人", ("Company", "长电科技")), ("公司主营封装", ("Company", "长电科技")), ("目前，公司员工3000人", ("Company", "长电科技")),
    ("园区企业210家", ("Park", "绵阳高新区")), ("该园区面积20平方公里", ("Park", "绵阳高新区")),
    # these stand for nothing
    ("项目数增长", None), ("项目建设提速", ("Project", "湛朗半导体项目")), ("企业数量增长", None), ("企业、园区齐发力", None), ("工程质量好", ("Project", "湛朗半导体项目")),
    ("其中，产值50亿元", None), ("其他企业", None), ("推动项目建设", None)])
def test_a_noun_at_the_front_of_a_clause_stands_for_the_last_of_its_class(focus_after, clause, owner):
    focus = focus_after("长电科技到绵阳高新区签约。湛朗半导体项目开工。", **NEWS)
    assert focus.pronoun(clause) == owner


@pytest.mark.parametrize("clause, owner", [
    ("全县税收10亿元", ("District", "三台县")), ("我县税收10亿元", ("District", "三台县")), ("全市税收100亿元", ("District", "绵阳市")), ("我市支持", ("District", "绵阳市")),
    ("全省看好", ("District", "四川省")), ("全国第一", None)])
def test_pronouns_of_office(recognized, clause, owner):
    assert recognized("引进长电科技。", **COUNTY).focus.pronoun(clause) == owner


@pytest.mark.parametrize("clause, owner", [
    ("全区产值1800亿元", ("Park", "绵阳高新区")), ("该区引进企业", ("Park", "绵阳高新区"))])
def test_in_a_park_s_own_text_the_district_is_the_park(recognized, clause, owner):
    text = "# 绵阳高新区：以新谋进\n\n绵阳、涪城、游仙、安州协同发展，绵阳市支持绵阳高新区。\n"
    assert recognized(text, "news.md", **NEWS).focus.pronoun(clause) == owner


def test_a_phase_is_the_last_project_that_bears_it(focus_after):
    focus = focus_after("湛朗半导体项目二期动工。长虹新能源基地开工。", **NEWS)
    assert focus.pronoun("二期总投资50亿元") == ("Project", "湛朗半导体项目二期")


def test_the_first_phase_is_called_in_two_ways(focus_after):
    assert focus_after("湛朗半导体项目（一期）动工。", **NEWS).pronoun("首期总投资50亿元") == ("Project", "湛朗半导体项目（一期）")


def test_a_noun_that_stands_for_something_says_where_it_stands(focus_after):
    focus = focus_after("湛朗半导体项目开工。", **NEWS)
    clause = "目前，该项目选址绵阳高新区"
    start, end, owner = focus.stands_for(clause)
    assert (clause[start:end].strip("该"), owner) == ("项目", ("Project", "湛朗半导体项目"))
    assert focus.stands_for("绵阳高新区选址") is None


@pytest.mark.parametrize("sentence, found", [
    ("长电科技不断壮大，博世为它供应电机。", {("它", "长电科技")}), ("长电科技不断壮大，博世为其供应电机。", {("其", "长电科技")}),
    ("长电科技不断壮大，其供应商博世也来了。", {("其", "长电科技")}), ("长电科技及其供应商博世都来了。", {("其", "长电科技")}),
    ("博世为该公司供应电机。", {("该公司", "京东方")}), ("博世为它供应电机。", {("它", "京东方")}),
    ("长电科技不断壮大，公司主营封装。", {("公司", "长电科技")}),
    # these stand for nothing
    ("长电科技等企业尤其看好电机，其中博世增产，其他企业也是。", set()), ("长电科技说，它们都好。", set())])
def test_pronouns_anywhere_in_a_sentence(recognized, sentence, found):
    made = recognized(f"京东方投产。{sentence}", "news.md", **NEWS)
    first, second = made.sentences
    made.focus.enter(first)
    made.focus.leave(first, None)
    assert {(second.text[start:end], owner[1]) for start, end, owner in stand_ins(second, made.focus)} == found


@pytest.mark.parametrize("sentence, found", [
    ("长电科技也落户园区。", {("园区", "绵阳高新区")}), ("云岭新区扩容，长电科技也落户新区。", {("新区", "云岭新区")}),
    # a kind of parks, and something in one
    ("长电科技也落户园区企业旁边。", set()), ("长电科技建设园区。", set())])
def test_the_park_that_a_thing_settles_in(recognized, sentence, found):
    made = recognized(f"绵阳高新区扩容。{sentence}", "news.md", **NEWS)
    first, second = made.sentences
    made.focus.enter(first)
    made.focus.leave(first, None)
    assert {(second.text[start:end], owner[1]) for start, end, owner in stand_ins(second, made.focus)} == found


def test_pronouns_of_office_stand_for_their_places(recognized):
    made = recognized("引进长电科技。全市围绕汽车产业链招商。", **COUNTY)
    sentence = made.sentences[-1]
    assert [(sentence.text[start:end], owner) for start, end, owner in stand_ins(sentence, made.focus)] == [("全市", ("District", "绵阳市"))]


def test_the_whole_region_is_the_autonomous_region(recognized):
    made = recognized("引进长电科技。全区围绕汽车产业链招商。", title="广西壮族自治区2024年政府工作报告", issued="2024-02-01")
    assert made.focus.pronoun("全区产值100亿元") == ("District", "广西壮族自治区")


def test_a_paragraph_begins_anew(recognized):
    made = recognized("长电科技投产。\n\n天气好。\n", "news.md", **NEWS)
    first, second = made.sentences
    made.focus.enter(first)
    made.focus.leave(first, ("Company", "长电科技"))
    assert made.focus.current == ("Company", "长电科技")
    made.focus.enter(second)
    assert made.focus.current is None and made.focus.last("Company") == ("Company", "长电科技")


@pytest.mark.parametrize("clause, subject", [
    ("长电科技产值50亿元", "长电科技"), ("2023年，长电科技产值50亿元", "长电科技"), ("目前，湛朗半导体项目占地300亩", "湛朗半导体项目"), ("绵阳市实现产值50亿元", "绵阳市"),
    ("为长电科技提供服务", None), ("产值50亿元", None), ("长电科技、惠科等产值50亿元", None), ("长电科技的员工3000人", None)])
def test_the_subject_of_a_clause(recognized, clause, subject):
    sentence, = recognized(clause, **NEWS).sentences
    found = clause_subject(sentence, *sentence.clauses[-1])
    assert (found.text if found else None) == subject


# --- through the whole reading


@pytest.mark.parametrize("text, known, fact", [
    ("# 湛朗半导体项目开工\n\n5月17日，湛朗半导体项目开工。该项目总投资50亿元。\n", NEWS, ("湛朗半导体项目", "5000000000 CNY")),
    ("长电科技是集成电路龙头企业。该公司2023年营业收入296亿元。", NEWS, ("长电科技", "29600000000 CNY")),
    ("长电科技绵阳基地2023年产值30亿元。该基地占地300亩。", NEWS, ("长电科技绵阳基地", "200000 m2")),
    ("全县税收10亿元，全市税收100亿元。", COUNTY, ("绵阳市", "10000000000 CNY")),
    # projects told of by their number are of the place, park or company that the paragraph speaks of
    ("绵阳市3月开工项目23个，包括总投资86亿元的湛朗半导体项目。12个重大项目竣工，总投资25亿元。", NEWS, ("绵阳市", "2500000000 CNY")),
    ("绵阳市签约项目58个，其中湛朗半导体项目总投资86亿元；集中开工项目22个，总投资79亿元。", NEWS, ("绵阳市", "7900000000 CNY")),
    ("# 绵阳市集中开工一批项目\n\n此次开工的项目包括湛朗半导体等绵阳高新区项目28个，总投资226亿元。\n", NEWS, ("绵阳高新区", "22600000000 CNY")),
    ("# 四川集中开工一批项目\n\n四川在线消息（记者王甲）9月26日，绵阳市集中开工一批项目。此次开工的项目共40个，总投资448亿元。\n", NEWS, ("绵阳市", "44800000000 CNY")),
    # 该项目 is one that another paragraph told of; where it lies is not whose size it is
    ("湛朗半导体项目开工。长电科技二期项目投产。\n\n该项目是省重点项目，位于绵阳高新区，占地300亩。\n", NEWS, ("长电科技二期项目", "200000 m2")),
    ("绵阳市三台县绿色食品产值110亿元。", NEWS, ("三台县", "11000000000 CNY")),
    ("长电科技年产3万吨正极材料项目总投资86亿元。", NEWS, ("长电科技年产3万吨正极材料项目", "8600000000 CNY")),
    ("去年，投资86亿元湛朗半导体项目投产。", NEWS, ("湛朗半导体项目", "8600000000 CNY")),
    ("此次绵阳市集中开工的项目共有8个，涉及工业。湛朗半导体项目在列。3个项目开工，项目总投资70亿元。", NEWS, ("绵阳市", "7000000000 CNY")),
    ("绵阳高新区管委会现场签约9个项目，总投资79亿元。", NEWS, ("绵阳高新区", "7900000000 CNY")),
    ("三台县工业不断壮大。该县规上企业210家。", NEWS, ("三台县", "210 count")),
    ("芦溪镇食品加工兴起，汇聚食品企业147家。", {"issued": "2024-05-17", "title": "三台县一镇一业"}, ("芦溪镇", "147 count")),
    ("湛朗半导体项目是绵阳高新区投资最大的单体项目，总投资71亿元。", NEWS, ("湛朗半导体项目", "7100000000 CNY")),
    ("湛朗半导体项目分两期建设。一期投资28亿元，建设9条生产线。", NEWS, ("湛朗半导体项目一期", "2800000000 CNY")),
    ("湛朗半导体项目占地300亩。项目一期投资28亿元，占地90亩。项目全部达产后，年产值120亿元。", NEWS, ("湛朗半导体项目一期", "60000 m2")),
    ("湛朗半导体项目占地300亩。项目一期投资28亿元，占地90亩。项目全部达产后，年产值120亿元。", NEWS, ("湛朗半导体项目", "12000000000 CNY")),
    ("湛朗半导体项目占地300亩。首期投资28亿元。", NEWS, ("湛朗半导体项目", "2800000000 CNY")),
    ("湛朗康养小镇规划面积2平方公里，由长电科技建设，一期投资28亿元。", NEWS, ("湛朗康养小镇一期", "2800000000 CNY")),
    ("长电科技绵阳基地一期投产；二期项目总投资50亿元。", NEWS, ("长电科技绵阳基地二期", "5000000000 CNY")),
    ("绵阳市与长电科技陆续签订湛朗半导体项目，总投资300亿元。", NEWS, ("湛朗半导体项目", "30000000000 CNY")),
    ("绵阳高新区重点招商引资项目——湛朗半导体项目正式开工。项目总投资4亿元，占地300亩。", NEWS, ("湛朗半导体项目", "200000 m2")),
    ("22家生物医药企业转移落户至绵阳高新区。", NEWS, ("绵阳高新区", "22 count")),
    ("三台县集中开工项目5个。\n\n开工项目4个，总投资2亿元。\n", {"issued": "2024-05-17", "title": "绵阳市集中开工"}, ("三台县", "200000000 CNY")),
    ("记者来到长电科技。\n\n经过多年努力，建设标准厂房3万平方米，年产值2亿元。\n", NEWS, ("长电科技", "200000000 CNY")),
    ("长虹新能源基地开工。先导工程为湛朗光伏项目。基地占地300亩。", NEWS, ("长虹新能源基地", "200000 m2")),
    ("上述二期年产3万吨正极材料项目预计总投资91亿元。", NEWS, ("年产3万吨正极材料项目", "9100000000 CNY")),
    # news that a place tells of itself goes on about its projects, too
    ("湛朗半导体项目投产。长虹新能源基地开工。\n\n长电科技计划总投资8亿元。项目全部达产后，年产值12亿元。\n", {"issued": "2024-05-17", "title": "三台：项目加快建设"}, ("长电科技", "1200000000 CNY")),
    ("——湛朗半导体项目，总投资95亿元，建成生产线三条。", NEWS, ("湛朗半导体项目", "9500000000 CNY")),
    ("投资8亿元、占地300亩、建筑面积14万平方米的湛朗半导体项目正在建设。", NEWS, ("湛朗半导体项目", "800000000 CNY")),
    ("三台县集中开工项目6个。产业类6个，总投资8亿元，分别是总投资5亿元的湛朗半导体项目、总投资3亿元的长虹新能源基地。", NEWS, ("三台县", "800000000 CNY")),
    ("湛朗半导体项目位于绵阳高新区，由京东方投资，长电科技承建，占地300亩。", NEWS, ("湛朗半导体项目", "200000 m2")),
    ("湛朗科技有限公司成立于2013年，由京东方与长电科技共同出资组建，占地300亩。", NEWS, ("湛朗科技有限公司", "200000 m2")),
    ("绵阳高新区党工委书记王小明表示，开发区先后引进食品企业46家。", NEWS, ("绵阳高新区", "46 count")),
    ("按照规划，到2025年，绵阳高新区的服务器将达到400万台。", NEWS, ("绵阳高新区", "4000000 count")),
    wrong("a company inside a project's name is not in focus: the plant gets what 公司 has", "长电科技绵阳基地2023年产值30亿元。公司员工3000人。", NEWS,
          ("长电科技", "3000 person")),
    # who speaks in a place's own text: for a company, or for the place
    ("长虹控股生产繁忙。“去年我们销售收入4.2亿元。”", COUNTY, ("长虹控股", "420000000 CNY")),
    ("长虹控股生产繁忙。“去年我们完成工业投资4.2亿元。”", COUNTY, ("三台县", "420000000 CNY")),
    # phases of a park that is built in phases
    ("白石智造产业园总投资30亿元，分两期建设。二期项目总投资8.6亿元。", NEWS, ("白石智造产业园二期", "860000000 CNY")),
])
def test_the_owner_of_a_figure(said, text, known, fact):
    assert fact in {(owner, value) for owner, _, _, value in said(text, "news.md", **known).figures}


def test_the_city_of_a_park_is_not_the_park(said):
    text = "# 绵阳高新区：以新谋进\n\n全区产值1800亿元。全市产值4000亿元。\n"
    assert ("绵阳高新区", "400000000000 CNY") not in {(owner, value) for owner, _, _, value in said(text, "news.md", **NEWS).figures}


@pytest.mark.parametrize("text", [
    "绵阳市经济向好。该项目总投资3亿元，占地90亩。",  # of a project that the text does not name
    "绵阳市经济向好。总投资30亿元的中央工厂即将投产。",
    "绵阳市举行开工仪式，300余人参加仪式。", "绵阳市举行推介会，吸引60家企业代表参会。",
    "长电科技投产。绵阳市50亿元至100亿元企业不断涌现。",
    "绵阳市经济向好。“我们这次项目总投资达3亿元，占地90亩。”", "绵阳市经济向好。“它的起重能力达到350吨。”",
    "绵阳市企业比去年同期增加30家。", "绵阳市经济向好。项目建成投产后可实现年产值5亿元，带动就业150人。"])
def test_what_is_of_nothing_named(said, text):
    assert said(text, "news.md", **NEWS).figures == set()


def test_a_company_that_only_describes_the_next_is_not_spoken_of(said):
    found = said("作为湛朗集团有限公司的全资子公司，晨派材料有限公司去年签约，主要生产磷酸铁锂。").relations
    assert "晨派材料有限公司 produces 磷酸铁锂" in found and not any(fact.startswith("湛朗集团有限公司 produces") for fact in found)


def test_people_of_a_company_hold_no_position_in_its_park(said):
    assert not any("holdsPositionIn" in fact for fact in said("绵阳高新区订单饱满。“又添一条线。”公司董事长王小明说。").relations)


def test_a_list_that_a_sentence_only_picks_out_is_not_gone_on_about(said):
    text = "# 西安高新区产值增长8%\n\n全区税收过亿元企业14家，其中，湛朗科技、鑫川科技税收超过20亿元。全年进出口总额增长17%。\n"
    found = said(text, "news.md", issued="2024-05-17").figures
    assert [f for f in found if "17" in str(f) and "湛朗" in str(f)] == []
