"""Names in whole sentences from many provinces; what context decides; what is no name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recognize.defects import wrong

# A sentence and all of its names of the four core classes, parts of names too.
SENTENCES = [
    ("长春国际汽车城引进一汽富维、富奥股份等零部件企业。",
     {("长春国际汽车城", "Park"), ("长春", "District"), ("一汽富维", "Company"), ("富奥股份", "Company")}),
    ("记者从咸阳高新区获悉，彩虹光电咸阳工厂三期日前投产。",
     {("咸阳高新区", "Park"), ("咸阳", "District"), ("彩虹光电咸阳工厂三期", "Project"), ("彩虹光电", "Company")}),
    ("大连英歌石科学城启动建设，大连理工大学等高校将入驻。",
     {("大连英歌石科学城", "Park"), ("大连", "District")}),
    ("贺州市平桂区与肇庆市封开县合作建设粤桂合作特别试验区。",
     {("贺州市", "District"), ("平桂区", "District"), ("肇庆市", "District"), ("封开县", "District"), ("粤桂合作特别试验区", "Park")}),
    ("长安汽车渝北工厂年产值突破300亿元。",
     {("长安汽车渝北工厂", "Project"), ("长安汽车", "Company"), ("渝北", "District")}),
    ("喀什经济开发区与特变电工签约。", {("喀什经济开发区", "Park"), ("喀什", "District"), ("特变电工", "Company")}),
    ("洋浦经济开发区炼化一体化项目开工。", {("洋浦经济开发区炼化一体化项目", "Project"), ("洋浦经济开发区", "Park")}),
    ("云南红塔产业园区新引进企业20家。", {("云南红塔产业园区", "Park"), ("云南", "District"), ("红塔", "District")}),
    ("总投资60亿元的湛朗半导体项目落户嘉兴经开区。",
     {("湛朗半导体项目", "Project"), ("湛朗半导体", "Company"), ("嘉兴经开区", "Park"), ("嘉兴", "District")}),
    ("沈阳机床（集团）有限责任公司获评国家级绿色工厂。", {("沈阳机床（集团）有限责任公司", "Company")}),
    ("白鹤滩水电站全部机组投产发电。", {("白鹤滩水电站", "Project")}),
    ("青海、甘肃、宁夏三省区光伏装机居全国前列。", {("青海", "District"), ("甘肃", "District"), ("宁夏", "District")}),
    ("鄂尔多斯市伊金霍洛旗圣圆产业园绿电占比过半。", {("鄂尔多斯市", "District"), ("伊金霍洛旗", "District"), ("鄂尔多斯市伊金霍洛旗圣圆产业园", "Park")}),
    ("总投资两亿美元的瀚尔西林输送科技（中国）有限公司落户嘉兴经开区。",
     {("瀚尔西林输送科技（中国）有限公司", "Company"), ("嘉兴经开区", "Park"), ("嘉兴", "District")}),
    ("携手商汤科技、中国联通等算力企业。", {("商汤科技", "Company"), ("中国联通", "Company")}),
    ("引进沛岭精密、巨禾智能、湘霖智控等数控机床生产、零部件加工企业。", {("沛岭精密", "Company"), ("巨禾智能", "Company"), ("湘霖智控", "Company")}),
    ("成渝高速改扩建工程开工。", {("成渝高速改扩建工程", "Project")}),
    ("加快湛岭理工大学东校区等项目建设。", {("湛岭理工大学东校区", "Project")}),
    ("建成9个总装机65万千瓦光热发电示范项目。", set()),
    ("宁德时代全球第三大一体化生产基地将建在洛阳市。", {("宁德时代", "Company"), ("洛阳市", "District")}),
    ("加快长春老工业基地振兴。", {("长春", "District")}),
    ("引进央企二三级公司28个，项目建设火热。", set()),
    ("时代电气在株洲市的功率半导体产线满产。", {("时代电气", "Company"), ("株洲市", "District")}),
]
CORE = {"Company", "Park", "District", "Project"}

# Ordinary prose of reports and news that names nothing.
PROSE = """
一年来，我们坚持稳中求进，推动经济持续回升向好。
全市规上工业增加值增长百分之八，固定资产投资稳步扩大，消费市场加快恢复。
要深入实施创新驱动，加快建设现代化产业体系，推进新型工业化。
群众的获得感、幸福感、安全感明显增强，社会大局保持和谐稳定。
新建改建农村公路五百公里，改造老旧小区一百个，惠及居民三万户。
坚持绿水青山就是金山银山，空气质量优良天数比例继续提高。
持续优化营商环境，一网通办、一窗受理，办事时间压缩一半以上。
企业负责人表示，公司将继续加大研发投入，提高产品质量。
该项目建成后，将进一步完善产业链条，带动上下游企业集聚发展。
园区坚持项目为王，紧盯龙头企业和重点产业，开展精准招商。
时代在变，任务在变，为民服务的初心不变。
现代化建设取得新成就，和平发展的环境来之不易。
高新技术企业数量翻番，专精特新企业加快成长。
重大项目接连落地，一批标志性工程相继建成。
工业园区里，机器轰鸣，工人们正忙着赶制订单。
会议强调，要压实责任，抓好落实，确保完成全年目标任务。
技术工人短缺、融资成本偏高等问题仍然突出。
记者在现场看到，一排排厂房整齐排列，生产线满负荷运转。
他说，做企业就像种树，要耐得住寂寞。
春节期间，市场供应充足，价格总体平稳。
""".split()
INSIDE_COMMON = "a name that is also an ordinary word is left out even where 等企业 says what it is"


@pytest.mark.parametrize("text, expected", SENTENCES)
def test_the_core_names_of_a_sentence(names, text, expected):
    assert {found for found in names(text) if found[1] in CORE} == expected


@pytest.mark.parametrize("text", PROSE)
def test_prose_without_names(names, text):
    assert not {found for found in names(text) if found[1] != "Industry"}


# --- names that are ordinary words too


@pytest.mark.parametrize("text, name, cls", [
    ("长安、比亚迪等车企扩能", "长安", "Company"), ("常熟、派格等小鹏汽车核心供应商投产", "常熟", "Company"), ("京东方与长安、比亚迪签约", "长安", "Company"),
    ("广东省南海区工业增长", "南海区", "District"), ("佛山的南海、顺德、三水工业增长", "南海", "District"),
    wrong("the weak 山南 that begins in 佛山 hides the weak 南海 behind it", "佛山南海、顺德、三水工业增长", "南海", "District"),
    wrong(INSIDE_COMMON, "海信、现代、长安等企业落户", "现代", "Company"), ("长安、时代等企业落户", "时代", "Company")])
def test_context_supports_a_weak_name(names, text, name, cls):
    assert (name, cls) in names(text + "。")


@pytest.mark.parametrize("text, name", [
    ("时代主题是和平发展", "和平"), ("时代主题是和平发展", "时代"), ("现代工业体系", "现代"), ("长安城墙历史悠久", "长安"), ("南海海域资源丰富", "南海"), ("新兴市场增长", "新兴"),
    ("合作共赢", "合作"), ("提高要求", "高要"), ("展现代表风采", "现代")])
def test_without_support_it_is_left_out(names, text, name):
    assert name not in {found for found, _ in names(text + "。")}


def test_a_weak_place_counts_where_the_document_is_at_home(names):
    assert ("和平", "District") in names("全市增长8%。和平、龙川、紫金三县引进企业20家。", title="河源市2024年政府工作报告")


def test_an_ordinary_word_is_no_place_at_home_either(names):
    assert ("和平", "District") not in names("和平稳定是发展的前提。", title="河源市2024年政府工作报告")


@pytest.mark.parametrize("text, name, cls", [("支持登封建设文化名城", "登封", "District"), ("一批项目在新密投产", "新密", "District")])
def test_a_county_s_rare_short_name_counts_at_home_whatever_word_it_is(names, text, name, cls):
    assert (name, cls) in names(text + "。", title="郑州市2024年政府工作报告")
    assert (name, cls) not in names(text + "。", title="佛山市2024年政府工作报告")


@pytest.mark.parametrize("text, title", [("提高资源利用率", "桂林市"), ("深化合作交流", "甘南州"), ("金水东路快速化改造", "郑州市"), ("更新会议制度", "江门市")])
def test_a_county_s_short_name_that_is_in_everybody_s_mouth_does_not(of_class, text, title):
    assert not of_class(text + "。", "District", title=title + "2024年政府工作报告")


@pytest.mark.parametrize("text, title", [
    ("开工建设鄂北水资源配置二期工程", "湖北省"), ("桂中治旱二期工程开工", "广西壮族自治区"), ("机场改扩建工程建成", "乌鲁木齐市"), ("加快红旗升级改造项目", "长春市"),
    ("传承中华优秀传统文化", "厦门市")])
def test_what_bears_a_name_that_somewhere_is_a_place_s_lies_in_none(of_class, text, title):
    assert not of_class(text + "。", "District", title=title + "2024年政府工作报告")


@pytest.mark.parametrize("name", ["鲁西南", "桂中", "琼北", "鄂北"])
def test_parts_of_provinces_are_regions(names, name):
    assert (name, "District") in names(f"加快{name}协同发展。")


@pytest.mark.parametrize("text", ["开工建设青山大桥和双堠水库。", "香蜜湖水质达标。"])
def test_what_is_named_after_a_place_is_none(of_class, text):
    assert not of_class(text, "District", title="深圳市2024年政府工作报告")


def test_a_city_s_own_parks_go_without_its_name(names):
    text = "国际港务区外贸增长8%，经开区引进企业。"
    assert ("国际港务区", "Park") in names(text, title="西安市2024年政府工作报告")
    assert ("国际港务区", "Park") not in names(text, title="长沙市2024年政府工作报告")


# --- once found with certainty, known in the rest of the document


def test_a_name_of_a_list_is_known_again(recognized):
    found = [(m.text, m.rule) for m in recognized("湛朗、派格、云岭石等企业落户。投产以来，湛朗订单饱满。")._.mentions if m.text == "湛朗"]
    assert found == [("湛朗", "list.company"), ("湛朗", "known")]


def test_a_registered_company_is_known_without_its_place_and_legal_form(recognized):
    text = "深圳仁岱艺电子有限公司与浙江嘉航精工股份有限公司签约。仁岱艺电子增资12亿元，嘉航精工订单饱满。"
    assert {m.text for m in recognized(text)._.mentions if m.rule == "known"} == {"仁岱艺电子", "嘉航精工"}


@pytest.mark.parametrize("text", ["湛州建设投资有限公司成立。建设投资增长8%。", "晨州智能科技有限公司落户。智能科技发展迅速。"])
def test_what_is_left_of_a_registered_company_may_be_ordinary_words(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.rule == "known"]


def test_known_names_respect_words(names):
    text = "迈进、湛朗等企业落户。全区阔步迈进新征程。"
    assert len([1 for name, _ in names(text) if name == "迈进"]) <= 1


def test_a_document_knows_nothing_of_another(names):
    assert names("湛朗、派格等企业落户。") and not names("投产以来，湛朗订单饱满。")


# --- parts


@pytest.mark.parametrize("text, whole, part", [
    ("绵阳高新区管委会发布通知", "绵阳高新区管委会", ("绵阳高新区", "Park")), ("小鹏汽车肇庆基地投产", "小鹏汽车肇庆基地", ("小鹏汽车", "Company")),
    ("小鹏汽车肇庆基地投产", "小鹏汽车肇庆基地", ("肇庆", "District")), ("洋浦经济开发区炼化一体化项目", "洋浦经济开发区炼化一体化项目", ("洋浦经济开发区", "Park")),
    ("珠海鹤洲新区起步", "珠海鹤洲新区", ("珠海", "District")),
    ("香港中文大学（深圳）招生", "香港中文大学（深圳）", ("深圳", "District"))])
def test_a_name_keeps_the_names_inside_it(recognized, text, whole, part):
    mentions = recognized(text + "。")._.mentions
    outer = next(m for m in mentions if m.text == whole)
    assert part in {(m.text, m.cls) for m in mentions if outer.start <= m.start and m.end <= outer.end and m is not outer}


# --- bare zones


@pytest.mark.parametrize("title, text, found", [
    ("绵阳市2024年政府工作报告", "经开区增长9%。", True), ("绵阳市2024年政府工作报告", "支持高新区、经开区扩园。", True), ("开局良好", "经开区增长9%。", False),
    ("绵阳市2024年政府工作报告", "全国国家级经开区增长9%。", False), ("绵阳市2024年政府工作报告", "各经开区增长9%。", False)])
def test_a_bare_zone_is_the_city_s_own(of_class, title, text, found):
    assert ("经开区" in of_class(text, "Park", title=title)) == found


# --- dirt


@pytest.mark.parametrize("text", [
    "小鹏汽车肇庆基地投产。", "小鹏汽车 肇庆基地投产。", "**小鹏汽车**肇庆基地投产。", "“小鹏汽车肇庆基地”投产。",
    "日前，总投资100亿元、规划年产能40万辆的小鹏汽车\n肇庆基地投产，全市再添新军。\n该基地占地500亩。",
    "小鵬汽車肇慶基地投產。"])
def test_dirt_does_not_hide_a_name(names, text):
    assert {cls for _, cls in names(text)} >= {"Project", "Company", "District"}


def test_full_and_half_width_are_one(names):
    assert names("ＴＣＬ华星落户。") == names("TCL华星落户。")


# --- what holds for any text


ALPHABET = "绵阳高新区京东方肇庆小鹏汽车华星科技项目基地产业园公司等、，。；“”（）《》引进推动投产2023年5月亿元%的和与在A1 \n"


@settings(max_examples=150, deadline=None)
@given(text=st.text(ALPHABET, min_size=1, max_size=80))
def test_spans_quote_the_text_and_names_of_a_layer_do_not_overlap(recognized, text):
    if not text.strip():
        return
    doc = recognized(text)
    clean = doc._.document.clean
    outer = 0
    inner = 0
    for mention in doc._.mentions:
        assert 0 <= mention.start < mention.end <= len(clean) and clean[mention.start:mention.end] == mention.text
        if mention.end <= outer:
            assert mention.start >= inner, "parts do not overlap"
            inner = mention.end
        else:
            assert mention.start >= outer, "names do not overlap"
            outer = inner = mention.end
            inner = mention.start


# --- ordinary words and mountains that bear the name of a town


@pytest.mark.parametrize("text, name", [
    ("辽宁振兴发展开创新局面", "振兴"), ("建设内蒙古民族文化展示区", "民族"), ("牵挂广东人民的生活", "人民"), ("革命老区、海岛等地区加快发展", "海岛"), ("加快机场、港口等地区建设", "机场")])
def test_an_ordinary_word_behind_or_beside_a_place_is_none(of_class, text, name):
    assert name not in of_class(text + "。", "District", title="呼和浩特市2024年政府工作报告")


def test_a_mountain_is_not_the_town_at_its_foot(of_class):
    title = "温州市2024年政府工作报告"
    assert "铜铃山" not in of_class("保护乌岩岭和铜铃山的生态。", "District", title=title)
    assert "铜铃山镇" in of_class("铜铃山镇引进企业3家。", "District", title=title)


@pytest.mark.parametrize("text", ["四川日报全媒体记者李明辉", "四川在线消息（记者 李明辉）", "据甘肃日报报道", "甘肃网讯"])
def test_a_paper_is_no_place(of_class, text):
    assert of_class(text + "。", "District") == set()


@pytest.mark.parametrize("text, company", [
    ("江西国轩自5月开工以来进展顺利", "江西国轩"), ("走进曲靖隆基项目现场", "曲靖隆基"), ("曲靖隆基一期投产", "曲靖隆基"), ("浙江零跑科技投产", "零跑科技"), ("江西省国轩投产", "国轩")])
def test_what_a_company_has_in_a_place_is_called_by_both(of_class, text, company):
    assert of_class(text + "。", "Company") == {company}


@pytest.mark.parametrize("text", [
    "建设人民满意的阳光政府。", "深化“湛五型”政府建设。", "实现12345政府热线一号通。", "建成100家院士工作站。", "推动市州级医院改革。", "新建300个乡镇（街道）社会工作站。",
    "培育省级以上工程技术研究中心等平台10家。"])
def test_bodies_of_a_kind_and_governments_as_they_should_be_are_no_names(of_class, text):
    assert of_class(text, "Organization") == set()


def test_a_body_of_its_own_is_named(of_class):
    assert of_class("绵阳湛朗农业专家工作站揭牌，绵阳市人民政府支持湛朗中医医院发展。", "Organization") == {"绵阳湛朗农业专家工作站", "绵阳市人民政府", "湛朗中医医院"}


@pytest.mark.parametrize("text", ["推行“管委会+平台公司”运营模式。", "实行开发区+主题产业园模式。"])
def test_how_things_are_run_is_no_name(of_class, text):
    assert of_class(text, "Company") | of_class(text, "Park") == set()


def test_a_pipeline_is_named_after_both_its_ends(of_class):
    assert of_class("建成樟树至萍乡成品油管道工程、南昌至长沙特高压交流工程。", "Project") == {"樟树至萍乡成品油管道工程", "南昌至长沙特高压交流工程"}


@pytest.mark.parametrize("text, name", [
    ("项目由洋帆泰电泵有限公司投资建设。", "洋帆泰电泵有限公司"), ("绵阳高新区为洋帆食品加工基地项目举办活动。", "洋帆食品加工基地项目")])
def test_a_preposition_in_front_is_no_part_of_a_name(names, text, name):
    assert name in {found for found, _ in names(text)}


@pytest.mark.parametrize("text, no_place", [("高铁新城、洪庆新城、富阎航空城建设提速。", "新城"), ("小雁塔片区、徐家湾片区建设提速。", "雁塔")])
def test_the_end_of_another_name_is_no_place(of_class, text, no_place):
    assert no_place not in of_class(text, "District", title="西安市政府工作报告")


@pytest.mark.parametrize("text, name", [
    ("凤凰山隧道、从化大桥建成通车。", "从化大桥"), ("支持从化绿色发展示范区建设。", "从化绿色发展示范区")])
def test_a_place_may_begin_with_any_character(names, text, name):
    assert any(found == name for found, _ in names(text, title="广州市政府工作报告", issued="2024-01-10"))


def test_a_place_or_company_stands_in_a_park_that_is_a_part(names):
    found = names("闻泰智能制造产业园（二期）等项目开工。")
    assert ("闻泰", "Company") in found


@pytest.mark.parametrize("text", ["东南大学与企业共建实验室。", "常熟市与东南大学签约。", "弋江区与中南大学签约。"])
def test_a_university_is_in_no_town_that_its_name_begins_with(names, text):
    assert not any(name in ("东南", "中南") for name, *_ in names(text))


@pytest.mark.parametrize("text, short", [
    ("四川阳晟光伏科技有限公司投产。阳晟光伏订单饱满。", "阳晟光伏"), ("红星电子有限公司投产。园区的红星电子招工。", "红星电子"), ("四川凯锐五金制品有限公司投产。凯锐五金订单饱满。", "凯锐五金")])
def test_a_registered_company_is_known_by_its_mark_and_first_trade(names, text, short):
    assert (short, "Company") in names(text)


@pytest.mark.parametrize("text, words", [("四川未来能源科技有限公司投产。未来能源充足。", "未来能源"), ("四川阳晟科技有限公司投产。阳晟街道忙。", "阳晟")])
def test_ordinary_words_are_no_short_name(names, text, words):
    assert (words, "Company") not in names(text)


def test_how_many_areas_and_a_voltage_name_nothing(names):
    assert not any(name.endswith("三大片区") or name == "220千伏" for name, _ in names("加强五象、朝阳三大片区互联互通，推进220千伏等24项供电工程建设。"))


@pytest.mark.parametrize("text", ["湛朗半导体项目将建设6台套石英管生产线。", "项目两栋宿舍楼、两栋仓库已经封顶。", "随着30多台挖掘机、装载机等工程车辆的来回穿梭，厂房开工建设。"])
def test_so_many_machines_and_halls_are_no_projects(of_class, text):
    assert of_class(text, "Project") <= {"湛朗半导体项目"}


def test_a_mark_is_known_where_the_document_names_it_with_its_trade(names):
    found = names("湛派科技、晨沃医疗等企业投产，湛派的订单已满，晨沃也在扩产。")
    assert {("湛派", "Company"), ("晨沃", "Company")} <= found
    assert ("晨沃", "Company") not in names("晨沃医疗等企业投产，走过晨沃的人不少。")
    assert ("晨沃", "Company") in names("走进晨沃（浙江）微电子科技有限公司，晨沃自主研发的芯片下线。"), "a mark in front of a bracket"
    found = names("安徽晨沃基新能源科技公司增产。距离晨沃基不远，晨岭基电子有限公司投产，由晨岭基电子有限公司建设。")
    assert ("晨沃基", "Company") in found, "three characters that make no word need no comma"
    assert ("晨岭基", "Company") not in found, "only in its full name"


def test_a_longer_name_than_the_listed_one_is_another_company(names):
    found = names("园区引进云南建投物流、湛朗电子等企业。")
    assert ("云南建投物流", "Company") in found and ("云南建投", "Company") not in found


def test_a_county_stands_in_the_zone_that_its_name_opens(names):
    assert ("会同县", "District") in names("怀化市会同县工业集中区管委会主任李明说。")
    assert {("扬中", "District"), ("扬中经开区", "Park")} <= names("扬中经开区跑出发展加速度。")
    assert ("扬中", "District") not in names("绵阳市加快发展，绵阳市涪城区扬中工业园新增项目4项。"), "a street of the city may be called so"


def test_what_only_stands_in_line_or_is_all_of_a_province_s_is_no_name(names):
    assert names("成为西部地区第二大整车生产基地。") == set()
    assert names("晨帆科技的工厂已经铺开。") == {("晨帆科技", "Company")}
    assert not [name for name, cls in names("各项指标居江西省产业园区前列。") if cls == "Park"]
    assert ("郴州出口加工区", "Park") in names("郴州出口加工区扩容。")
    assert not [name for name, cls in names("郑州经开区工程装备产业集群入选。") if cls == "Project"]


def test_the_mark_of_a_registered_company_opens_the_names_of_its_projects(names):
    found = names("宏沃辰通新型车用连接器产业化项目总投资20亿元。湖北宏沃辰通电子科技有限公司董事长王海说，宏沃辰通研发的产品上市。")
    assert ("宏沃辰通新型车用连接器产业化项目", "Project") in found
    assert not any(cls == "Project" for _, cls in names("晨州人才发展集团有限公司揭牌，人才发展环境优化项目启动。")), "two words of the dictionary are no mark"


@pytest.mark.parametrize("text, company", [
    ("投资方湛朗光能集团有限公司是行业前十强企业。", "湛朗光能集团有限公司"), ("距离湛朗汽车零部件有限公司几百米，机器轰鸣。", "湛朗汽车零部件有限公司"),
    ("3日，湛朗能化集团福建宏沃化学有限公司揭牌。", "福建宏沃化学有限公司")])
def test_a_company_begins_behind_what_it_does_there_and_whose_it_is(names, text, company):
    assert {name for name, cls in names(text) if cls == "Company"} >= {company}
    assert not {name for name, cls in names(text) if cls == "Company" and company in name and name != company}


@pytest.mark.parametrize("text", ["晨沐科技投产。晨沐靠着创新打开市场。", "晨沐科技投产。晨沐在园区扩建厂房。", "晨沐科技投产。晨沐把总部搬来。"])
def test_a_mark_alone_in_front_of_what_its_company_does(of_class, text):
    assert "晨沐" in of_class(text, "Company")


def test_a_mark_in_quotations_may_be_a_brand(of_class):
    assert "晨沐" not in of_class("晨沐科技投产。做大做强“晨沐”产业。", "Company")
