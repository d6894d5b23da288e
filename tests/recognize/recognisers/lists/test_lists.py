"""Lists type their members by what stands behind or before them, also where a member looks like something else."""

import pytest

from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.fronts import companies_in_front
from kg.recognize.recognisers.lists import LIST_CLASSES, list_members, own_class
from kg.recognize.text.phrase import text_of

from tests.recognize.defects import wrong

MEMBERS = [
    # the noun behind 等
    ("引进晶科能源、阳光电源、正泰新能等企业", "Company", {"晶科能源", "阳光电源", "正泰新能"}),
    ("震裕科技、百汇达、迈科成等一批储能电池上下游企业相继落户", "Company", {"震裕科技", "百汇达", "迈科成"}),
    ("华域、延锋、均胜等供应商快速投产", "Company", {"华域", "延锋", "均胜"}),
    ("产品供应立邦、三棵树等涂料企业", "Company", {"立邦", "三棵树"}),
    ("万向集团、吉利汽车等龙头企业", "Company", {"万向集团", "吉利汽车"}),
    ("先导智能、联赢激光和海目星等设备厂商", "Company", {"先导智能", "联赢激光", "海目星"}),
    ("惠科、信利、天马微电子等一批显示企业", "Company", {"惠科", "信利", "天马微电子"}),
    ("发展低空经济、商业航天、生物制造等新兴产业", "Industry", {"低空经济", "商业航天", "生物制造"}),
    ("培育集成电路、新型显示、智能终端等产业集群", "Industry", {"集成电路", "新型显示", "智能终端"}),
    ("辖昌平、怀柔、密云等区", "District", {"昌平", "怀柔", "密云"}),
    ("奥岭通机械、浦岭达环保、华沁农业等项目开工", "Company", {"奥岭通机械", "浦岭达环保", "华沁农业"}),
    ("知名光伏产品供应商东方日升、光伏胶膜生产企业福岭特等龙头企业", "Company", {"东方日升", "福岭特"}),
    ("吉岭冶金、贝岭特化学、云岭实业等龙头企业上下游产业链支撑有力", "Company", {"吉岭冶金", "贝岭特化学", "云岭实业"}),
    ("裕岭、盛岭、厦钨等一批新材料行业优强企业落户", "Company", {"裕岭", "盛岭", "厦钨"}),
    ("开工的企业分别为四岭医药、协岭药业、朗岭制药10家", "Company", {"四岭医药", "协岭药业", "朗岭制药"}),
    ("园区企业包括晶科能源、湛朗等", "Company", {"晶科能源", "湛朗"}),
    ("引进晶科能源、阳光电源、磷化集团等6个新能源项目", "Company", {"晶科能源", "阳光电源", "磷化集团"}),
    ("既有长虹动力电池、晶科16GW电池等投资体量大、技术含量高、市场前景好的主导产业强链重大项目", "Project", {"长虹动力电池", "晶科16GW电池"}),
    ("引入中铝、魏桥、神火等龙头企业", "Company", {"中铝", "魏桥", "神火"}),
    ("江苏凯辰、湛朗股份等一批项目", "Company", {"江苏凯辰", "湛朗股份"}),
    ("区内欣旺达、江铃新能源等企业", "Company", {"欣旺达", "江铃新能源"}),
    ("湛朗集团有限公司总经理李明辉、云岭科技有限公司副总经理何伟等企业代表", "Company", {"湛朗集团有限公司", "云岭科技有限公司"}),
    ("美国嘉吉、德国岭特、湛朗股份等项目", "Company", {"美国嘉吉", "德国岭特", "湛朗股份"}),
    # a member that looks like a place is what the list says
    ("常熟、派格、海信等企业落户", "Company", {"常熟", "派格", "海信"}),
    # what stands between 等 and the noun, and behind the noun
    ("比亚迪动力电池、卓云疫苗等325个超10亿元项目开工建设", "Project", {"比亚迪动力电池", "卓云疫苗"}),
    ("惠科、厚生、百信等企业产值翻番", "Company", {"惠科", "厚生", "百信"}),
    ("云岭大道综合改造、松石桥翻建等一批重点工程", "Project", {"云岭大道综合改造", "松石桥翻建"}),
    ("白石滩灌区、轨道交通5号线等400个重大在建项目", "Project", {"白石滩灌区", "轨道交通5号线"}),
    ("开工白石核电一期以及6座抽水蓄能电站等项目", "Project", {"白石核电一期"}),
    ("支持以晶科、美源氢能为龙头的新能源产业", "Company", {"晶科", "美源氢能"}),
    ("兖州矿业年产6万吨三聚氰胺、金达威年产5万吨油脂等项目", "Project", {"金达威年产5万吨油脂"}),
    ("引进浙商银行、光明人寿保险等一批金融机构", "Company", {"浙商银行", "光明人寿保险"}),
    ("顺丰、圆通、京东、中通等项目加快落地", "Company", {"顺丰", "京东", "中通"}),
    ("锦江大道拓宽改造、白石沱立交等17个关键枢纽工程", "Project", {"锦江大道拓宽改造", "白石沱立交"}),
    ("推进云岭艺术中心、白石沱博物馆新馆等文化地标建设", "Project", {"云岭艺术中心", "白石沱博物馆新馆"}),
    ("松石水厂、云岭体育公园建成开放", "Project", {"云岭体育公园"}),
    ("加快培育白石核电、富源纸业、富华重工等产值超100亿元后备企业", "Company", {"富源纸业", "富华重工"}),
    ("引进平安证券、锦泰保险等16家金融机构", "Company", {"平安证券", "锦泰保险"}),
    ("推进白龙江引水、引哈济党等项目前期工作", "Project", {"白龙江引水", "引哈济党"}),
    ("推进云岭光伏、海洋共享储能电站等22个项目", "Project", {"海洋共享储能电站"}),
    # a count closes a list that has so many members
    ("深圳华强、上海大华2家企业入驻", "Company", {"深圳华强", "上海大华"}), ("左转就有天力航材和鑫航动力两家配套企业", "Company", {"天力航材", "鑫航动力"}),
    ("聚集了光远新材、中农颖泰、致远电子等上下游企业20余家", "Company", {"光远新材", "中农颖泰", "致远电子"}),
    ("宏光新能源、天有为等龙头企业订单饱满", "Company", {"宏光新能源", "天有为"}), ("推动光洋、大明、晶睿三家企业满产", "Company", {"光洋", "大明", "晶睿"}),
    ("推进宜宾天宜锂业、晨帆科技等项目建设", "Company", {"宜宾天宜锂业", "晨帆科技"}),
    ("其中先岭海南、齐岭海南2家企业年产值超10亿元", "Company", {"先岭海南", "齐岭海南"}),
    ("惠科显示、长虹新能源基地两个项目投产", "Project", {"惠科显示", "长虹新能源基地"}),
    ("园区主要承接LED、装备制造、生物医药等领域", "Industry", {"LED", "装备制造", "生物医药"}),
    # an ordinary noun beside marks, a verb of supply in front
    ("引进凯恒新材、陶铝高端装备、华仑精密等上下游企业86家", "Company", {"凯恒新材", "陶铝高端装备", "华仑精密"}),
    ("产品供应凯恒、华仑精密等企业", "Company", {"凯恒", "华仑精密"}), ("产品已配套宇通、金龙等整车企业", "Company", {"宇通", "金龙"}),
    ("形成以凯恒科技为代表的智能制造两大产业", "Company", {"凯恒科技"}),
    # the verb in front, the verb behind
    ("开工建设渝昆高铁、渝西高铁", "Project", {"渝昆高铁", "渝西高铁"}),
    ("云岭储能电站、白石风电场建成投产", "Project", {"云岭储能电站", "白石风电场"}),
    ("渝昆高铁、平陆运河等重大工程进展顺利", "Project", {"渝昆高铁", "平陆运河"}),
    # what the projects of a list do, a group called by its trade, companies in a ranking, a country among companies
    ("京东方柔性显示、惠科8英寸晶圆等一批产业引领项目投产", "Project", {"京东方柔性显示", "惠科8英寸晶圆"}),
    ("四川交投、水投、地矿集团等一批国有企业组建完成", "Company", {"水投", "地矿集团"}),
    ("敬诚、诚信等企业跻身全国民营企业500强", "Company", {"敬诚", "诚信"}),
    # what is done to sites that have a name, and works by more nouns
    ("推进云岭乐园、世博园改造提升等项目", "Project", {"世博园改造提升"}), ("开工建设河套灌区现代化改造、乌岭水库等重点项目", "Project", {"河套灌区现代化改造", "乌岭水库"}),
    ("开工建设云岭岛防波堤、华晨安岭酒店等工程", "Project", {"云岭岛防波堤", "华晨安岭酒店"}),
    ("开工建设呼准高铁、云岭路改造、石塘大桥新址等，云岭剧院新址、松石科创中心建成投用", "Project", {"松石科创中心"}),
    # short words beside one company or another
    ("汇丰、恒生等一批重大项目签约落户", "Company", {"汇丰", "恒生"}), ("加快推进派拉蒙、华强方特等重大项目建设", "Company", {"派拉蒙", "华强方特"}),
    ("云岭大道快速化、松石高架西延伸等重点交通项目相继建成", "Project", {"云岭大道快速化"}),
    ("将军庙至乌岭湖铁路、云岭机场等一批重点项目建成投运", "Project", {"将军庙至乌岭湖铁路"}),
    ("加快玉磨、大瑞、丽香、弥蒙等铁路项目建设", "Project", {"玉磨", "弥蒙"}),
    # shared heads of routes
    ("加快渝宜、西十高铁建设", "Project", {"渝宜", "西十高铁"}),
    ("开工建设渝昆高铁、成达万高铁", "Project", {"渝昆高铁", "成达万高铁"}),
]
NO_MEMBERS = [
    ("建成拥有5条跑道、3个航站楼的机场", "Project"), ("高标准“菜篮子”示范基地2000亩", "Project"), ("推动“白名单”项目扩围增效", "Project"),
    ("推动省委省政府决策部署、市委工作要求落地", "Project"), ("公立医院改革、医疗改革工作全面推进", "Project"), ("松石文化旅游带、云河文化带加快建设", "Project"),
    ("推动人大监督事项、政协协商成果落地", "Project"), ("实施截污纳管、雨污分流、管网配套及泵站建设", "Project"), ("支持湛朗与英国、德国等知名发动机公司合作", "District"),
    ("云州、绵阳国家现代流通战略支点城市获批建设", "Project"), ("诚信、守法等企业得到表彰", "Company"),
    ("抓好“两重”“两新”等项目", "Project"), ("推进戈家寨、两岔河等骨干水源工程建设", "Company"),
    ("瞄准世界500强、国内500强等重点企业", "Company"), ("加快美丽湖湾、滨海旅游等龙头项目招商", "Company"), ("先进制造、石油化工、冶金新材料3个产业基地", "Project"),
    ("建设无公害蔬菜、高原水果等五大基地", "Project"), ("平安云南、法治云南加快建设", "Project"), ("华星智算、明德数科加快建设算力平台", "Project"),
    ("一批“双碳”产业链项目", "Project"), ("完善农村供水、用电、通信等基础设施", "Project"), ("南川时代大道建成通车", "Company"),
    ("全国首家外资独资证券公司、公募基金公司等一批开放项目", "Company"), ("先进制造、现代服务等领域外资项目", "Project"), ("引进先进制造、现代服务等重大产业项目", "Project"),
    ("推动先进制造业重大项目建设", "Project"), ("加快城中村改造、老旧小区改造等工程", "Project"),
    ("线束、座椅、内外饰等企业", "Company"), ("一批大企业、好企业等企业", "Company"), ("纺织、服装等传统企业", "Company"), ("水、电、气等设施", "Project"),
    ("北京、上海、深圳等企业家", "Company"), ("教育、医疗等项目", "Project"), ("人才、资金、技术等产业要素", "Company"),
]


@pytest.mark.parametrize("text, cls, members", MEMBERS)
def test_a_list_types_its_members(of_class, text, cls, members):
    assert members <= of_class(text + "。", cls)


@pytest.mark.parametrize("text, cls", NO_MEMBERS)
def test_a_list_of_kinds_names_nothing(of_class, text, cls):
    assert not of_class(text + "。", cls)


@pytest.mark.parametrize("text, expected", [
    # a bare company in a list of projects is a company, one with a field behind it a project (annotation.md)
    ("推进惠科、京东方柔性显示、云岭抽水蓄能电站等项目建设", {("惠科", "Company"), ("京东方柔性显示", "Project"), ("京东方", "Company"), ("云岭抽水蓄能电站", "Project")}),
    ("推动鹏辉能源、长虹新能源基地等项目投产", {("鹏辉能源", "Company"), ("长虹新能源基地", "Project")}),
    ("总投资50亿元的华星微纳光电项目", {("华星微纳光电项目", "Project")}),
])
def test_members_of_lists_of_projects(names, text, expected):
    assert expected <= names(text + "。")


def test_only_the_first_member_s_border_is_walked(names):
    found = names("今年以来，绵阳高新区加快推进长虹新能源基地、惠科显示工厂等项目建设。")
    assert {("长虹新能源基地", "Project"), ("惠科显示工厂", "Project")} <= found
    assert not any(name.startswith(("加快", "推进", "绵阳高新区加快")) for name, _ in found)


@pytest.mark.parametrize("text, members", [
    ("绵阳高新区先后引进京东方、惠科、长虹等企业", {"京东方", "惠科", "长虹"}),
    wrong("集聚 ends no name, since it may stand inside one: the zone, the verb and the first member become one company",
          "绵阳高新区集聚京东方、惠科、长虹等企业", {"京东方", "惠科", "长虹"})])
def test_the_verb_in_front_of_a_list_is_no_part_of_it(of_class, text, members):
    assert of_class(text + "。", "Company") == members


def test_a_counted_list_of_industries(of_class):
    assert {"光伏", "储能", "氢能"} <= of_class("壮大光伏、储能、氢能三大产业。", "Industry")


@pytest.mark.parametrize("text, cls", [("云岭产业园", "Park"), ("云岭储能电站", "Project"), ("云岭研究院", "Organization"), ("华星", None), ("产业园", None)])
def test_the_class_that_a_head_gives(tokens, text, cls):
    made = tokens(text)
    assert own_class(made, 0, len(made)) == cls


@pytest.mark.parametrize("text, companies", [
    ("小鹏汽车肇庆基地", ["小鹏汽车"]), ("华为云数据中心", ["华为云"]), ("江淮汽车—大众汽车合作项目", ["江淮汽车", "大众汽车"]), ("白鹤滩水电站", []), ("平陆运河", [])])
def test_the_companies_that_a_project_s_name_begins_with(tokens, text, companies):
    made = tokens(text)
    assert [text_of(made, first, stop - 1) for first, stop in companies_in_front(made, 0, len(made))] == companies


@pytest.mark.parametrize("text, companies", [
    ("推动金宇共立宠物疫苗、华希生物动物疫苗等项目投产", {"金宇共立", "华希生物"}), ("推动海川智算内蒙古算力基地、东方国信工业互联网中心等项目建设", {"海川智算", "东方国信"}),
    ("推动中环25GW切片、久泰煤基可降解材料等项目建设", {"中环", "久泰"}), ("加快海州先导科技、博世电驱等项目建设", {"博世"})])
def test_a_mark_in_front_of_a_project_s_field_is_a_company(of_class, text, companies):
    assert companies <= of_class(text + "。", "Company")


@pytest.mark.parametrize("text", [
    "加快省艺术中心、市政务云数据中心等项目建设。", "推进地铁8号、9号线等项目建设。", "抓好市正骨医院北院区等项目。", "实施固海扩灌扬水等项目。", "推进5G网络、CMOS传感器等项目。", "推进PX装置扩能、MMA一体化等项目。",
    "推进南二环、仓盛路等工程建设。", "加快引汉济渭、沿江高铁等项目建设。"])
def test_what_is_public_or_a_technology_has_no_company_in_front(of_class, text):
    assert not of_class(text, "Company")


def test_leaders_are_companies_whatever_the_segmenter_makes_of_them(of_class):
    assert of_class("打造以源正、南南铝为龙头的新能源汽车产业集群。", "Company") == {"源正", "南南铝"}
    assert of_class("形成以源正集团、回春药业、必康医疗等为龙头的生物医药产业集群。", "Company") == {"源正集团", "回春药业", "必康医疗"}
    assert of_class("形成以源正集团、湛朗科技、新能源汽车为龙头的产业集群。", "Company") == {"源正集团", "湛朗科技"}
    assert not of_class("打造以旅游业为龙头的现代服务业。", "Company")
    assert not of_class("以流域治理为龙头，以产品设计为龙头。", "Company")


def test_every_class_of_lists_has_its_nouns():
    assert all(words("lists", cls) for cls in LIST_CLASSES)


def test_candidates_lie_in_the_sentence(tokens):
    text = "推进惠科、京东方柔性显示、云岭抽水蓄能电站等项目建设，引进晶科能源、阳光电源等企业。"
    found = list(list_members(tokens(text)))
    assert found and all(0 <= c.start < c.end <= len(text) and c.rule.startswith("list.") for c in found)


def test_roads_named_after_their_ends_are_no_companies(of_class):
    assert not of_class("加快津沧、兴港等高速公路建设。", "Company")


def test_places_around_a_station_share_no_head_of_a_railway(of_class):
    assert "片区" not in of_class("推动松涛湾片区、老钢厂片区、高铁西站片区开发。", "Project")


def test_projects_that_are_counted_are_a_kind(of_class):
    assert not of_class("实施苏陕协作项目587个。", "Project")


def test_who_holds_a_position_is_no_member_of_a_list_of_companies(of_class):
    assert of_class("湛朗集团有限公司总经理李明辉、云岭科技有限公司副总经理何伟等企业代表参加。", "Company") == {"湛朗集团有限公司", "云岭科技有限公司"}


@pytest.mark.parametrize("text", ["企业包括生产、销售、服务等环节。", "公司产品包括门板、仪表板、座舱模块。", "项目包括道路、桥梁、管网。"])
def test_what_is_enumerated_is_not_always_named(of_class, text):
    assert of_class(text, "Company") == set()


@pytest.mark.parametrize("text, found", [("落户的企业包括投产", set()), ("引进的企业分别为晨帆科技、建成", {"晨帆科技"}), ("以“逢单月”集中开工、“逢双月”集中签约为抓手。", set())])
def test_a_list_that_ends_in_a_verb(of_class, text, found):
    assert of_class(text, "Company") | of_class(text, "Project") == found


def test_two_ceremonies_in_one_sentence_are_no_name(of_class):
    assert of_class("劳动竞赛启动仪式暨绵阳供热项目开工。", "Project") == {"绵阳供热项目"}


def test_companies_among_companies(of_class):
    found = of_class("推动川恒化工、盛屯金属材料、胜威化工、腾岭医疗器械等6个项目投产。", "Company")
    assert found >= {"川恒化工", "盛屯金属材料", "胜威化工", "腾岭医疗器械"}


def test_places_stay_places_in_front_of_their_companies(of_class):
    assert not of_class("协调上海、湖北、北京等相关省市配套企业复工。", "Company")


def test_an_enumeration_of_projects_names_each(of_class):
    found = of_class("开工项目分别为亿岭机械智能搬运车辆项目、龙岭装配式钢结构及车库系统项目和湛朗汽车零部件项目。", "Project")
    assert found >= {"亿岭机械智能搬运车辆项目", "龙岭装配式钢结构及车库系统项目", "湛朗汽车零部件项目"}


@pytest.mark.parametrize("text, found", [
    ("工业项目占到4个，分别是绵阳高新区的听涛石助力车项目、湛朗技改项目、云岭智能农机生产项目、甘露食品生产项目，总投资14亿元。",
     {"听涛石助力车项目", "湛朗技改项目", "云岭智能农机生产项目", "甘露食品生产项目"}),
    ("签约项目3个，分别是：听涛石精密结构件项目、湛朗自动化装备项目和云岭线束项目，总投资4亿元。",
     {"听涛石精密结构件项目", "湛朗自动化装备项目", "云岭线束项目"}),
    ("开工项目3个，分别为农业项目、工业项目和民生项目，总投资4亿元。", set()),
    ("市领导说了三点，分别是抓项目、抓食品生产项目、抓招商。", set())])
def test_an_enumeration_behind_the_number_of_its_projects(of_class, text, found):
    assert of_class(text, "Project") == found


@pytest.mark.parametrize("text, name", [
    ("总投资12.6亿元的听涛石300万套车桥扩能项目投产。", "听涛石300万套车桥扩能项目"), ("总投资12亿元的20个重大产业项目开工。", None),
    ("实施209项总投资120亿元的防洪排涝工程。", None), ("对投资5000万元以上的先进制造业项目优先供地。", None), ("总投资3亿元的玻璃基精加工项目开工。", "玻璃基精加工项目")])
def test_a_size_inside_a_name_behind_its_sum(of_class, text, name):
    assert of_class(text, "Project") == ({name} if name else set())


def test_whom_goods_go_to_is_named_without_them(of_class):
    assert of_class("公司产品供应湛朗、云岭等整车企业。", "Company") == {"湛朗", "云岭"}


@pytest.mark.parametrize("text", ["钢构部件生产线上焊花飞舞。", "全市“五比五看”年度重大项目完成投资10亿元。"])
def test_where_something_goes_on_and_what_are_many_are_no_projects(of_class, text):
    assert of_class(text, "Project") == set()


def test_what_happens_to_a_project_is_no_part_of_its_name(of_class):
    found = of_class("听涛石精细化工项目火热施工、云岭动力电池项目全面动工、湛朗新能源项目正在建设。", "Project")
    assert not any(name.endswith(("施工", "动工")) for name in found)


def test_a_quality_in_front_of_the_noun_of_a_list(of_class):
    assert "京东方柔性屏" in of_class("京东方柔性屏、云岭体验中心项目等具有示范意义的项目相继落地。", "Project")


def test_how_much_of_what_is_a_project_in_a_list_of_them(of_class):
    found = of_class("15万吨工业添加剂、1.6万吨高性能涂料等8个项目安装了设备。", "Project")
    assert found == {"15万吨工业添加剂", "1.6万吨高性能涂料"}


def test_how_much_of_what_is_no_project_in_a_list_of_plants(of_class):
    assert not of_class("建设45万吨甲醇制丙烯、15万吨气分单元等装置。", "Project")


def test_a_preposition_is_no_part_of_the_first_member(of_class):
    assert "宏岭硝酸异辛酯" in of_class("产业因宏岭硝酸异辛酯等项目落地升级。", "Project")


def test_a_region_that_goods_are_sold_to_is_a_place(of_class):
    assert of_class("产品销往长三角，年交易额6亿元。", "District") == {"长三角"}


@pytest.mark.parametrize("text, lines", [
    ("加快地铁2号、7号、12号线等项目建设。", {"地铁2号线", "7号线", "12号线"}),
    ("推进绵阳轨道交通1、3号线和5号线前期工作。", {"绵阳轨道交通1号线", "3号线", "5号线"}),
    ("启动3、4号线一期工程。", {"3号线一期", "4号线一期"}),
])
def test_lines_that_are_named_by_their_numbers_share_the_noun(recognized, text, lines):
    assert {m.text + m.shares for m in recognized(text)._.mentions if m.cls == "Project"} == lines


@pytest.mark.parametrize("text, units", [
    ("云岭核电3号、4号机组投产。", {"云岭核电3号、4号机组"}), ("获批松州电厂二期5、6号机组。", {"松州电厂二期5、6号机组"}), ("更新3号、4号机组。", set()), ("提供1、2、3类服务。", set())])
def test_units_of_a_station_are_named_together(of_class, text, units):
    assert of_class(text, "Project") >= units and not any(name.startswith("更新") or name[0].isdigit() and "、" in name for name in of_class(text, "Project"))


@pytest.mark.parametrize("text, facilities", [
    ("推进云岭光源、强场激光装束、细胞成像平台等大科学设施建设。", {"云岭光源", "强场激光装束"}),
    ("开工建设磁浮飞行风洞等3个重大科技基础设施。", {"磁浮飞行风洞"}),
    ("深空观测、精密重力测量等国家重大科技基础设施提升功能。", {"深空观测", "精密重力测量"}),
])
def test_facilities_of_science_are_named_by_ordinary_words(of_class, text, facilities):
    assert facilities <= of_class(text, "Project")


@pytest.mark.parametrize("text", ["推动大型科研仪器、重点实验室等科技基础设施开放共享。", "完善道路、管网等基础设施。", "推动仪器等科学设施开放。"])
def test_what_many_places_have_is_no_facility_of_science(of_class, text):
    assert not of_class(text, "Project")


@pytest.mark.parametrize("text, roads", [
    ("打通松沙路、云岭大道等断头路6条。", {"松沙路", "云岭大道"}), ("建成湖岭五路等市政道路28条。", {"湖岭五路"}),
    ("松沙道、岭西路等11条道路年内建成通车。", {"松沙道", "岭西路"}), ("开工建设沱河大道、古松西路等规划道路。", {"沱河大道", "古松西路"})])
def test_streets_that_are_built_are_projects(of_class, text, roads):
    assert roads <= of_class(text, "Project")


@pytest.mark.parametrize("text", [
    "完成松沙路、云岭路等70条道路线缆整治。", "松沙路、云岭路等主要道路机扫率达100%。", "打通农村公路等道路。", "完成旅游路等道路建设。", "完成松沙路等道路供水管道改造。"])
def test_streets_that_are_not_built_are_none(of_class, text):
    assert not of_class(text, "Project")


@pytest.mark.parametrize("text, roads", [
    ("续建绵阳至松坪、石松至宜宾、泸州至自贡至内江等项目。", {"绵阳至松坪", "石松至宜宾", "泸州至自贡至内江"}),
    ("开工云岭机场至绵阳、宜宾至石松等8条约550公里高速公路。", {"云岭机场至绵阳高速公路", "宜宾至石松高速公路"}),
    ("加快绵阳至宜宾、泸州至石松至内江高速公路建设。", {"绵阳至宜宾高速公路", "泸州至石松至内江高速公路"}),
    ("推进绵阳至泸州高铁以及绵阳至宜宾、泸州至内江城际铁路建设。", {"绵阳至泸州高铁", "绵阳至宜宾城际铁路", "泸州至内江城际铁路"}),
])
def test_roads_between_places(recognized, text, roads):
    assert {m.text + m.shares for m in recognized(text)._.mentions if m.cls == "Project"} == roads


@pytest.mark.parametrize("text", ["从绵阳至宜宾、从泸州至内江等高速公路两侧绿化。", "推进国道505线绵阳至石松段、整治宜宾等公路。", "晴天至雨天、白天至夜间等项目。"])
def test_stretches_of_something_else_are_no_roads_between_places(recognized, text):
    assert not any("至" in m.text and m.shares for m in recognized(text)._.mentions)


@pytest.mark.parametrize("text, works", [
    ("加快宜宾、绵阳抽水蓄能电站建设。", {"宜宾抽水蓄能电站", "绵阳抽水蓄能电站"}), ("开工泸州、宜宾支线机场。", {"泸州支线机场", "宜宾支线机场"}),
    ("开工宜宾等机场。", {"宜宾机场"}), ("推进宜宾、泸州等3个抽水蓄能电站建设。", {"宜宾抽水蓄能电站", "泸州抽水蓄能电站"}),
    ("开工绵阳120万千瓦、宜宾90万千瓦抽水蓄能电站。", {"绵阳120万千瓦抽水蓄能电站", "宜宾90万千瓦抽水蓄能电站"})])
def test_each_place_of_a_list_has_its_own(recognized, text, works):
    found = recognized(text)._.mentions
    assert {m.text + m.shares for m in found if m.cls == "Project"} == works and "宜宾" in {m.text for m in found if m.cls == "District"}


def test_a_plant_may_bear_the_name_of_a_far_place(recognized):
    found = recognized("新建文昌等2座污水处理厂。", title="绵阳市政府工作报告")._.mentions
    assert {(m.text + m.shares, m.cls) for m in found} == {("文昌污水处理厂", "Project")}


@pytest.mark.parametrize("text", ["建成绵阳至泸州、宜宾机场启用。", "绵阳、宜宾机场路通车。", "绵阳、宜宾医院建成。"])
def test_places_that_share_nothing(recognized, text):
    assert not any(m.shares for m in recognized(text)._.mentions)


@pytest.mark.parametrize("text, name", [
    ("加快云岭北斗产业基地、绵阳松石水厂等项目建设。", "云岭北斗产业基地"), ("推进绵阳农产品交易中心、云岭大桥等项目建设。", "绵阳农产品交易中心"),
    ("京东方智能综合测试场投用。", "京东方智能综合测试场"), ("加快绵阳国际服装商贸中心建设。", "绵阳国际服装商贸中心")])
def test_what_a_list_or_a_verb_says_is_built_is_a_project(of_class, text, name):
    assert name in of_class(text, "Project")


@pytest.mark.parametrize("text", ["建成全市工业云平台。", "建设检测中心。", "新建步行街3条。"])
def test_a_facility_without_a_name_is_none(of_class, text):
    assert not of_class(text, "Project")


def test_that_it_is_built_is_no_part_of_a_park(names):
    found = names("云岭先进制造产业园、松石产业园基础设施建设加快推进。")
    assert ("松石产业园", "Park") in found and not any("建设" in name for name, _ in found)


def test_a_district_and_a_zone_are_two(names):
    assert not any("及" in name for name, _ in names("发挥滨海新区及开发区、保税区、高新区等功能区作用。"))


@pytest.mark.parametrize("text, name", [
    ("开工湛朗机场、云岭干流松州段崩岸应急治理、湛河航道提升工程等项目。", "湛河航道提升工程"),
    ("建成湛朗大桥、松溪县城区新建快速路、松州水库等项目。", "松溪县城区新建快速路"),
])
def test_a_word_that_ends_names_may_stand_inside_a_member_that_begins_with_one(of_class, text, name):
    assert name in of_class(text, "Project")


@pytest.mark.parametrize("text", ["推动湛朗大桥、松州市推进快速路等项目。", "湛朗电子、松州市建设云岭水库等项目。"])
def test_a_verb_behind_a_name_in_a_list_stays_a_verb(of_class, text):
    assert not {name for name in of_class(text, "Project") if "推进" in name or "建设" in name}


def test_quarters_are_called_after_anything(of_class):
    found = of_class("打造绳金塔示范区、云岭宫历史文化街区、松寺历史文化街区等特色街区。", "Park")
    assert {"云岭宫历史文化街区", "松寺历史文化街区"} <= found


def test_a_technology_in_front_of_what_is_built_names_it(of_class):
    assert {"VR体验中心", "VR产业展示馆"} <= of_class("抓好VR体验中心、VR产业展示馆等一批标志性项目建设。", "Project")


def test_an_institute_beside_companies_leaves_them_companies(of_class):
    assert {"西飞", "西航"} <= of_class("依托西飞、西航、航天六院等龙头，加快发展航空产业。", "Company")


def test_what_two_companies_make_are_two_projects(of_class):
    assert not any("、" in name for name in of_class("推动久泰100万吨乙二醇、旭阳中燃300万吨焦化项目投产。", "Project"))


def test_what_is_built_may_end_in_its_phase(names):
    found = names("建成宁德时代动力电池（一期）、凯沐正极材料（二期）。")
    assert {("宁德时代动力电池（一期）", "Project"), ("凯沐正极材料（二期）", "Project"), ("凯沐", "Company")} <= found


def test_a_phase_of_anything_is_none(of_class):
    assert not of_class("建成主体工程（二期）、配套设施（一期）。", "Project")


def test_a_member_that_nobody_can_cut_does_not_end_a_list(of_class):
    found = of_class("加快凯沐数据谷、松岭灌区二期、全省档案异地联合备份平台、云岭电厂二期等项目建设。", "Project")
    assert {"松岭灌区二期", "云岭电厂二期"} <= found


def test_what_is_built_may_be_all_that_a_list_says(of_class):
    text = "推进新能源产业园、松岭碳中和装备产业园等建设，加快松云铁路、白濑水利枢纽等建设。"
    assert "松岭碳中和装备产业园" in of_class(text, "Park") and "白濑水利枢纽" in of_class(text, "Project")


def test_what_is_built_up_is_no_project(of_class):
    assert not of_class("加强农村道路、供水、养老等建设，统筹推进政治、文化、社会等建设。", "Project")


def test_where_parks_are_built_every_member_is_one(of_class):
    found = of_class("推动珠海鹤洲新区、江门云岭湾、肇庆新区等建设。", "Park")
    assert {"珠海鹤洲新区", "江门云岭湾", "肇庆新区"} <= found


def test_who_leads_a_field_is_a_company(of_class):
    assert {"通灵电器", "天辰新材料"} <= of_class("通灵电器、天辰新材料等一批新能源细分领域的佼佼者正在加速。", "Company")
    assert not of_class("新能源、新材料等一批细分领域的产业正在加速。", "Company")
