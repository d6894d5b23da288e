"""Names that end in a head noun: the class is the head noun's, and the name has something of its own."""

import pytest

from kg.recognize.lexicon import words
from kg.recognize.recognisers.grammar.heads import heads
from kg.recognize.recognisers.grammar.names import names_with_heads

NAMES = {
    "Park": [
        "云岭新区核心区", "沪滁产业合作园", "云岭台创园", "云岭创业谷",
        "苏州工业园区", "西部（重庆）科学城", "大连英歌石科学城", "云南红塔产业园区", "绵阳新材料产业园", "武汉光谷激光产业园", "中国（四川）自由贸易试验区",
        "中国—东盟人才城", "沿沪宁产业创新带", "中国（绵阳）数字经济港", "云岭科创港", "云岭数据中心集群", "天府新区眉山片区", "长春国际汽车城", "盐城环保科技城", "粤桂合作特别试验区", "喀什综合保税区", "滨海智能装备产业城", "云岭中药材加工园"],
    "Project": [
        "长安汽车渝北工厂", "比亚迪西安工厂", "中航锂电洛阳基地二期", "白鹤滩水电站", "京雄城际铁路", "平陆运河", "渝昆高铁", "华为云数据中心",
        "洋浦经济开发区炼化一体化项目", "宁德时代贵州新能源动力及储能电池生产制造基地一期", "桐庐智能制造基地", "江淮—大众战略合作项目", "云岭抽水蓄能电站", "云岭—石州±800千伏特高压直流输电工程"],
    "Organization": [
        "洛阳高新区管委会", "绵阳高新区管委会", "浙江省发展和改革委员会", "香港中文大学（深圳）", "松山湖材料实验室", "中国科学院合肥物质科学研究院",
        "江苏省产业技术研究院", "云岭环境监测技术与装备国家工程实验室", "云岭膜材料与器件全国重点实验室", "绵阳云岭港装备技术联合创新中心", "绵阳重大装备协同创新中心", "青海大学", "嘉定区投资促进局"],
    "Company": [
        "沈阳机床（集团）有限责任公司", "哈尔滨电机厂有限责任公司", "国网江西省电力有限公司", "江苏双登集团股份有限公司", "湖北容百锂电材料有限公司",
        "广东瑞庆时代新能源科技有限公司", "长春一汽富维汽车零部件公司"],
}
NOTHING = [
    "重大产业项目", "全市重点园区", "12个重点园区", "一批新建项目", "产业园区", "特色产业园", "高标准厂房项目", "重点实验室", "民生工程", "该项目", "这家公司",
    "上市公司", "国有企业", "从晨州搬迁过来", "（38）扩建学校", "开发区", "新建产业园3个", "某产业园", "基础设施项目", "水利工程", "乡镇卫生院", "招商引资项目", "老旧小区改造工程", "外资企业"]


@pytest.mark.parametrize("name, cls", [(name, cls) for cls, names in NAMES.items() for name in names])
@pytest.mark.parametrize("sentence", ["{}。", "据介绍，{}进展顺利。"])
def test_a_name_has_the_class_of_its_head(names, sentence, name, cls):
    assert (name, cls) in names(sentence.format(name))


@pytest.mark.parametrize("phrase", NOTHING)
@pytest.mark.parametrize("sentence", ["{}。", "加快推进{}。"])
def test_generic_phrases_name_nothing(names, sentence, phrase):
    assert not names(sentence.format(phrase))


@pytest.mark.parametrize("text, name", [
    ("落户的有大全新能源股份有限公司", "大全新能源股份有限公司"),
    ("日前，公司全资子公司新疆大漠硅业有限公司建厂", "新疆大漠硅业有限公司"), ("三一重工控股子公司湖南远帆新能源有限公司建厂", "湖南远帆新能源有限公司"), ("新疆大全新能源股份有限公司投产", "新疆大全新能源股份有限公司"),
    ("由山西安岭生物制药股份有限公司投资", "山西安岭生物制药股份有限公司"), ("由宝岭农产品购销有限公司建设", "宝岭农产品购销有限公司")])
def test_a_registered_name_is_a_company(of_class, text, name):
    assert name in of_class(text, "Company")


@pytest.mark.parametrize("text, name", [
    ("项目由瀚辰半导体有限公司投资。", "瀚辰半导体有限公司"), ("绵阳联合飞船科技有限公司董事长李明辉介绍。", "绵阳联合飞船科技有限公司"),
    ("会后，国岭投资集团有限公司签约。", "国岭投资集团有限公司"), ("他到佳岭农业开发有限公司调研。", "佳岭农业开发有限公司"),
    ("四川省云岭科化股份有限公司江油分公司投产。", "四川省云岭科化股份有限公司江油分公司"),
    ("印度第二大制药上市企业阿兰度制药有限公司落户。", "阿兰度制药有限公司"), ("绵阳晶岭硅业有限公司负责人李明辉说。", "绵阳晶岭硅业有限公司"),
    ("公司参股云湖通道运营有限公司。", "云湖通道运营有限公司"), ("蔚县人民政府与华建新能源集团有限公司签约。", "华建新能源集团有限公司")])
def test_a_registered_name_is_whole(of_class, text, name):
    assert name in of_class(text, "Company")


@pytest.mark.parametrize("text, name", [
    ("走进绵阳经济技术开发区四川湛朗铝业有限公司，机器轰鸣。", "四川湛朗铝业有限公司"), ("除了“巨无霸”四川湛朗炼化有限公司外，还有小厂。", "四川湛朗炼化有限公司"),
    ("本报绵阳5月19日讯（记者 王海宁）四川湛朗药业有限公司的一批制剂发往海外。", "四川湛朗药业有限公司"),
    ("走进三台县云岭产业园成都湛朗科技有限公司。", "成都湛朗科技有限公司"), ("绵阳高新区湛朗科技有限公司成立。", "绵阳高新区湛朗科技有限公司")])
def test_a_registered_name_begins_behind_the_park_that_it_is_in(of_class, text, name):
    assert of_class(text, "Company") == {name}


@pytest.mark.parametrize("text", ["绵阳经开区负责园区规划、招商引资和运营管理。"])
def test_what_a_park_is_charged_with_is_no_park(of_class, text):
    assert of_class(text, "Park") == {"绵阳经开区"}


@pytest.mark.parametrize("text", ["这是绵阳市级重点项目。", "绵阳市代表性项目开工。", "绵阳云岭港产业园重点产业项目集中签约。", "四川第一个锂电池电解液项目签约。"])
def test_a_rank_of_projects_names_none(of_class, text):
    assert of_class(text, "Project") == set()


@pytest.mark.parametrize("text, name", [
    ("绵阳分会场暨云岭能源绵阳基地二期项目奠基。", "云岭能源绵阳基地二期项目"), ("蜀辰矿产5万吨/年磷酸铁锂项目试产。", "蜀辰矿产5万吨/年磷酸铁锂项目"), ("这是继中石油绵阳炼油项目之后又一工程。", "中石油绵阳炼油项目")])
def test_where_a_project_begins(of_class, text, name):
    assert of_class(text, "Project") == {name}


@pytest.mark.parametrize("text", ["这是晨帆全球最大的云数据中心。", "加快充电桩、换电站等设施建设。", "支持在沪跨国公司地区总部发展。", "支持在京国家实验室建设。"])
def test_a_character_that_stands_for_a_place_elsewhere_makes_no_name(of_class, text):
    assert not of_class(text, "Project") and not of_class(text, "Organization")


def test_a_sum_in_a_headline_is_no_part_of_a_park(of_class):
    assert of_class("305.21亿建绵阳动力电池产业园", "Park") == {"绵阳动力电池产业园"}


def test_a_park_stands_in_the_name_of_its_phase(names):
    assert {("绵阳云岭科技园", "Park"), ("绵阳云岭科技园四期项目", "Project")} <= names("绵阳云岭科技园四期项目开工。")


@pytest.mark.parametrize("text, name, cls", [
    # works that lead water somewhere; no campaigns
    ("引江济淮工程通水", "引江济淮工程", "Project"), ("调岭入浪工程开工", "调岭入浪工程", "Project"),
    # a phase behind a name makes a project of its own, whatever the head
    ("美的云岭科技园二期封顶", "美的云岭科技园二期", "Project"), ("云岭储能电站一期并网", "云岭储能电站一期", "Project"),
    # a park that a company begins and that ends in 产业基地 is a project; a designation without a place is a programme
    ("建设国家低空经济产业综合示范区", "国家低空经济产业综合示范区", "Programme"), ("建设云岭现代农业示范区", "云岭现代农业示范区", "Park"),
    ("规划云岭现代农业示范区", "云岭现代农业示范区", "Park")])
def test_what_changes_a_head_s_class(names, text, name, cls):
    assert (name, cls) in names(text)


@pytest.mark.parametrize("text", ["洛阳高新区基金规模扩大", "华星显示项目负责人表示", "云岭实业集团股权转让"])
def test_a_head_with_another_noun_behind_it_heads_nothing(tokens, text):
    assert all(candidate.end != len(text) for candidate in names_with_heads(tokens(text)))


def test_heads_are_the_longest_at_their_end(tokens):
    made = tokens("设立云岭综合保税区")
    (first, last, head, cls), = [found for found in heads(made) if found[1] == len(made) - 1]
    assert (head, cls, made[last].end) == ("综合保税区", "Park", 9)


def test_every_head_is_of_one_class():
    lists = {cls: words("heads", cls) for cls in ("Park", "Project", "Organization", "Company")}
    assert all(lists.values())
    shared = {(a, b): lists[a] & lists[b] for a in lists for b in lists if a < b and lists[a] & lists[b]}
    assert not shared, "a head noun decides one class"


def test_names_end_where_candidates_say(tokens):
    text = "绵阳高新区管委会主任李明辉介绍，长虹新能源绵阳基地二期动工。"
    for candidate in names_with_heads(tokens(text)):
        assert 0 <= candidate.start < candidate.end <= len(text) and candidate.rule == f"grammar.{candidate.cls.lower()}"


@pytest.mark.parametrize("text", ["加强产教融合实训基地建设", "实施天然林保护等重大工程", "建设中试基地", "支持援疆项目"])
def test_ordinary_words_make_neither_a_project_nor_the_company_in_front_of_it(names, text):
    assert not names(text)


# --- parks: what a head says by what stands around it


@pytest.mark.parametrize("text, park", [
    ("云岭国际旅游岛获批建设。", "云岭国际旅游岛"), ("推进太平湾自贸协同发展区建设。", "太平湾自贸协同发展区"), ("加快云岭数字城建设。", "云岭数字城"),
    ("完善相思湖片区建设。", "相思湖片区"), ("到2020年中国—东盟信息港全面建成。", "中国—东盟信息港"), ("运营好云岭跨境旅游合作区。", "云岭跨境旅游合作区"),
    ("启动贵阳健康医疗城建设", "贵阳健康医疗城"), ("宝鸡石鼓文化城开街", "宝鸡石鼓文化城"), ("龙子湖智慧岛揭牌", "龙子湖智慧岛"), ("建设顺德机器人谷", "顺德机器人谷"), ("构建良渚文化大走廊", "良渚文化大走廊"),
    ("开发里水组团", "里水组团"), ("太原跨境电商综试区获批", "太原跨境电商综试区"), ("“东亚之窗”文创园开园", "“东亚之窗”文创园"), ("启动“泉州科学城”建设", "泉州科学城"),
    ("一园指中韩创新创业园", "中韩创新创业园"), ("规划临澧装备产业园", "临澧装备产业园"), ("推进沈阳全面创新改革试验区建设", "沈阳全面创新改革试验区"),
    ("设立中国（苏州、厦门）跨境电子商务综合试验区", "中国（苏州、厦门）跨境电子商务综合试验区"), ("打造临空物流园区和保税物流园区", "临空物流园区"), ("建设深圳高新产业园", "深圳高新产业园"), ("实质性启动太原临空经济区建设", "太原临空经济区"), ("综保区桃仙园区封关", "综保区桃仙园区"), ("扬中新城14个项目开工", "扬中新城")])
def test_a_park(of_class, text, park):
    assert park in of_class(text + "。", "Park")


@pytest.mark.parametrize("text", [
    "新增广西现代农业示范区21个", "建成国际会展城市", "构建一主两副七组团格局", "推动滨海片区组团发展", "打造“夜经济”集聚区", "建设“一带十五园”产业园区", "盘活3.0版现代化园区", "提升贵阳重点园区", "打造海洋特色产业集聚区",
    "实施新一轮工业园区标准化建设"])
def test_no_park(of_class, text):
    assert not {name for name in of_class(text + "。", "Park") if name != "滨海片区"}


def test_a_park_that_is_designated_keeps_its_own_name(of_class):
    assert of_class("双凤经开区国家级绿色工业园区建设加快。", "Park") == {"双凤经开区"}


def test_a_core_of_no_park_is_a_position(of_class):
    assert not of_class("推进丝绸之路经济带核心区、珠三角核心区建设。", "Park")


@pytest.mark.parametrize("text, name", [
    ("位于绵阳市的鹊盛活性炭有限公司满产。", "鹊盛活性炭有限公司"), ("绵阳艾尔康居科技有限公司签约。", "绵阳艾尔康居科技有限公司"),
    ("四川由由新材料科技有限公司投产。", "四川由由新材料科技有限公司"), ("还有听涛园艺科技有限公司投资。", "听涛园艺科技有限公司"),
    ("产品由旭岭公司自主研发。", "旭岭公司")])
def test_a_mark_of_ordinary_characters_is_whole(of_class, text, name):
    assert of_class(text, "Company") == {name}


@pytest.mark.parametrize("text", ["湛朗公司生产线满负荷运转。", "绵阳高新区项目建设热潮不减。", "全市开复工亿元以上项目1714个。", "湛岭集团组团考察。", "厂区崭新的化工装置拔地而起。", "成本低于湖南总部。", "绵阳市高质量发展项目观摩推进会举行。", "搭乘绵阳新能源产业高速发展的列车。",
    "走进湛朗机电有限公司工厂，机器轰鸣。", "据湛岭铁路工程总公司项目总工李明辉介绍。"])
def test_these_are_no_projects_and_no_parks(of_class, text):
    assert not of_class(text, "Project") and "湛岭集团组团" not in of_class(text, "Park")


@pytest.mark.parametrize("text, name, cls", [
    # names that end inside a word which the segmenter's dictionary joins
    ("完成云岭供水工程建设。", "云岭供水工程", "Project"), ("加快云岭供水工程进度。", "云岭供水工程", "Project"),
    # what is done to works
    ("实施G38环岛高速提档工程。", "G38环岛高速提档工程", "Project"),
    # banks and bodies
    ("推动云岭农商行改革。", "云岭农商行", "Company"), ("完成绵阳国际仲裁院改革。", "绵阳国际仲裁院", "Organization"),
    # 先进 and 国际 open the name of a body at the front of its clause
    ("先进技术成果绵阳转化中心获得支持。", "先进技术成果绵阳转化中心", "Organization"),
    ("加快云岭总部城建设。", "云岭总部城", "Park")])
def test_names_in_reports(of_class, text, name, cls):
    assert name in of_class(text, cls, title="绵阳市2024年政府工作报告")


@pytest.mark.parametrize("text, name", [
    ("推进绵阳市农村宅基地管理。", "农村宅基地"), ("晨帆股份北交所上市、地铁险资项目落地实施。", "晨帆股份北交所上市"), ("推进“两高”项目建设。", "“两高”项目")])
def test_what_is_no_project(of_class, text, name):
    assert not any(name in found for found in of_class(text, "Project", title="绵阳市2024年政府工作报告"))


def test_a_country_where_a_company_builds_and_an_island_are_places(of_class):
    text = "加快华能集团印尼钢铁厂等项目建设，建成云岭岛海洋馆。"
    assert {"印尼", "云岭岛"} <= of_class(text, "District", title="珠海市2024年政府工作报告")


@pytest.mark.parametrize("text, name, cls", [
    ("建成投产500千伏云岭输变电工程。", "500千伏云岭输变电工程", "Project"),
    ("力争开工建设云泉至天岭机场S13线。", "云泉至天岭机场S13线", "Project"),
    ("太中银铁路建成。", "太中银铁路", "Project"),
    ("云岭海洋研究院（青岛）加快发展。", "云岭海洋研究院（青岛）", "Organization"),
    ("打造经济技术开发区（涪城区）装备制造配套产业园。", "经济技术开发区（涪城区）装备制造配套产业园", "Park")])
def test_a_name_has_its_whole_front_and_end(names, text, name, cls):
    assert (name, cls) in names(text)


@pytest.mark.parametrize("text", [
    "云岭码头、松石仓储工程等17个港口项目加快建设。", "加快云石、松沙等县域临港产业园。", "云岭新城、松石新城等10大新城。", "新增四川实验室2个。", "加快构建“1+2+N”铁路货运体系。",
    "推进“6个60”产业项目。", "完善港口铁路集疏运体系。", "大型石化码头、粮食码头。"])
def test_what_a_list_is_of_and_what_is_counted_is_no_name(names, text):
    members = {"云岭码头", "松石仓储工程", "云岭新城", "松石新城", "云石", "松沙"}
    assert not {name for name, cls in names(text) if cls in ("Project", "Park", "Organization")} - members


def test_a_place_behind_an_institute_may_belong_to_what_follows(names):
    assert ("云岭数据交易所（青岛）", "Organization") not in names("云岭数据交易所（青岛）服务基地揭牌。")


@pytest.mark.parametrize("text, name", [("建设大数据国家工程实验室。", "大数据国家工程实验室"), ("有色金属全国重点实验室重组获批。", "有色金属全国重点实验室")])
def test_a_national_laboratory_is_named_by_its_field(names, text, name):
    assert (name, "Organization") in names(text)


@pytest.mark.parametrize("text", ["新增国家重点实验室3家。", "创建新能源国家工程研究中心。", "建设国家工程实验室。"])
def test_a_laboratory_without_a_field_or_applied_for_is_none(names, text):
    assert not {name for name, cls in names(text) if cls == "Organization"}


def test_a_park_stands_in_the_name_of_its_phase_with_its_company(names):
    found = names("京东方（绵阳）新材料产业园二期开工。")
    assert {("京东方（绵阳）新材料产业园二期", "Project"), ("京东方（绵阳）新材料产业园", "Park"), ("京东方", "Company"), ("绵阳", "District")} <= found


@pytest.mark.parametrize("text", ["引进在绵央企总部，鼓励在绵跨国公司拓展功能。", "组建三大新兴集团公司。", "建设奶源基地和良繁基地。", "发挥老科技工作者作用。"])
def test_kinds_of_companies_are_none(of_class, text):
    assert not of_class(text, "Company")


@pytest.mark.parametrize("text", ["绵阳市重大产业化项目一期股权投资基金出资10亿元。", "绵阳产业引导基金二期参与增资。", "一辆云岭轿车正驶下生产线。"])
def test_funds_and_counted_goods_are_no_projects(of_class, text):
    assert not of_class(text, "Project")


def test_a_vocational_college_is_an_organization(of_class):
    assert of_class("支持绵阳职院加快建设。", "Organization") == {"绵阳职院"}


@pytest.mark.parametrize("text", [
    "充分发挥“米字型”高铁网络优势。", "建设云桂湘高铁经济带。", "做好20万贫困人口搬迁工作。", "新增生产性码头泊位7个。", "新建110千伏变电站17座。", "打造都市区高能级枢纽体系。",
    "深化港口集疏运项目投融资改革。", "新改扩建港口码头泊位25个。", "实现市市通高铁、县县通高速。", "鼓励零地增资扩产。", "推进国省干线公路升级。", "支持现代化海洋牧场建设。", "建设田园综合体。"])
def test_networks_kinds_and_what_is_counted_are_no_projects(of_class, text):
    assert not of_class(text, "Project")


def test_a_new_edition_is_no_part_of_a_name(of_class):
    assert of_class("新版云岭港总体规划获批。", "Project") == {"云岭港"}


@pytest.mark.parametrize("text", ["推动云岭大学与国家重点实验室合作。", "推进先行区和国家重点实验室建设。", "支持高校和央企开展全国重点实验室建设。"])
def test_a_laboratory_without_a_field_joins_nothing(of_class, text):
    assert not {name for name in of_class(text, "Organization") if "实验室" in name}


def test_what_a_list_is_of_is_no_project(of_class):
    assert of_class("推进云岭医院等粤港澳医疗合作项目建设。", "Project") == {"云岭医院"}


def test_and_is_no_part_of_a_road(of_class):
    assert of_class("以及绵阳环城高速公路扩容工程等项目。", "Project") == {"绵阳环城高速公路扩容工程"}


def test_a_centre_of_a_nation_s_computers_is_whole(of_class):
    assert of_class("国家超算绵阳中心二期建成投用。", "Project") == {"国家超算绵阳中心二期"}


@pytest.mark.parametrize("text", ["传承北大荒精神。", "复评“中国软件名城”。"])
def test_a_spirit_and_a_title_are_no_companies(of_class, text):
    assert not of_class(text, "Company")


def test_a_group_begins_behind_the_park_that_it_is_in(names):
    found = names("绵阳高新区湛朗集团德阳基地投产。")
    assert {("湛朗集团", "Company"), ("绵阳高新区", "Park")} <= found and ("绵阳高新区湛朗集团", "Company") not in found


@pytest.mark.parametrize("text", ["四川南充嘉陵区打造成渝地区双城经济圈千亿级产业园区", "绵阳打造成渝地区双城经济圈百亿级产业园区。"])
def test_what_a_place_makes_of_itself_is_no_park(of_class, text):
    assert not of_class(text, "Park")


@pytest.mark.parametrize("text, cls", [
    ("绵阳涪城区项目建设按下快进键。", "Project"), ("我们是从上海搬迁过来的。", "Project"), ("德国先进涂装生产线投产。", "Project"), ("四川省开发区考核第一。", "Park"),
    ("建成东北最大钢管制造工业园。", "Park"), ("绵阳7大航空航天项目集中签约。", "Project"), ("配置1台40兆瓦抽凝汽轮发电供热机组。", "Project"), ("东南汽车城再添大型新能源汽车产业项目。", "Project"),
    ("采访团随该公司参观。", "Company"), ("1至9月，高新区园区实现产值405亿元。", "Park"), ("走进四川湛朗活性炭有限公司工厂内。", "Project"),
    ("新建两条年产5000吨高氯酸铵生产线。", "Project")])
def test_descriptions_of_places_and_of_what_is_bought_are_no_names(of_class, text, cls):
    assert not of_class(text, cls) - {"东南汽车城"}


def test_a_park_keeps_the_name_that_it_had(of_class):
    assert of_class("送到三台县的原凯沃五金科技产业园管委会办公室。", "Organization") == {"凯沃五金科技产业园管委会"}


def test_an_ordinary_word_opens_no_company_in_a_list_either(of_class):
    assert not of_class("三台县青少年航空科普培训中心建设项目；", "Company")
