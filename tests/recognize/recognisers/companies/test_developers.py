"""What stands at the front of a project's or park's name: the company that develops it, or no company."""

import pytest

# a sentence with a project or park, and the company at its front
COMPANIES = [
    ("奥辰新能源汽车项目开工", "奥辰"), ("法辰莱特年产10万吨电解液项目投产", "法辰莱特"),
    ("推动大众变速箱等项目投产", "大众"), ("推动现代汽车第二工厂等项目投产", "现代汽车"), ("推进中环25GW切片等项目", "中环"),
    ("加快旭阳循环产业园、晨帆科技三期等项目建设", "旭阳"),
    # a mark that no table has, in front of a trade
    ("湛岱生物医药产业园开园", "湛岱"), ("安徽湛岱锐新材料产业园开园", "湛岱锐"), ("湛岱药业智能制造产业园主体完工", "湛岱药业"), ("湛岱蓝讯数据中心投用", "湛岱蓝讯"),
    ("湛岱碳纤维产业基地项目开工", "湛岱"), ("加快宏沃纯电动客车扩能等项目建设", "宏沃"), ("加快国湛纳米负极材料一期、晨帆科技三期等项目建设", "国湛"),
    ("加快湛岱蒙尔智能氢电商用车、晨帆科技三期等项目建设", "湛岱蒙尔"), ("广东小米互联网产业园开园", "小米"), ("平安大健康产业园开工", "平安"),
    ("实施东信数字经济产业园、晨帆科技三期等项目", "东信"), ("建成湛岱光伏全产业链一期、晨帆科技三期等项目", "湛岱"),
    # a trade that closes the company's name, a character that the segmenter draws to the mark
    ("推进华湛智能农业、晨帆科技三期等项目建设", "华湛"),
    ("加快湛岱药业绵阳基地、晨帆科技三期等项目建设", "湛岱药业"), ("推进湛岱高镍正极材料、晨帆科技三期等项目", "湛岱"),
]
NONE = [
    "防城港红沙核电项目开工", "推进天廉冷链物流产业园项目",
    "加快京沈客专、穗莞深城际等项目建设", "推进新医路西延、东三环改造等项目", "推进马村港三期、霍口水库等项目", "加快中白产业园建设", "推进聚丙烯基地等项目建设",
    "加快台山通用机场等项目建设", "推进现代服务等项目建设", "实施新时代重大标志性工程等项目", "推进平安河北等项目建设", "加快沿黄生态廊道等项目建设", "打造一区两基地", "智能制造基地（湖北）项目开工",
    # water, counts, routes, goods, things and landscapes that dictionaries have, what a cut leaves
    "推进深远海海上风电等项目建设", "推进一湖四水港航工程等项目", "确保郑万一期、郑济高铁通车", "加快石泸（昆明段）、宜石等项目建设", "推进铜锰新材料基地建设", "推进泛铝件制造基地建设",
    "推进盾构机制造等项目建设", "推进康乃馨工厂化基地建设", "推进柴达木沙漠基地建设", "推进日产500吨低温乳制品等项目", "加快成都站扩能改造等项目建设", "推进湛岱国际等项目建设",
    "临空经济区建设全面启动", "湛岱港区集装箱一期扩建工程开工", "湛岱科技新城新能源车研发生产项目开工", "湛岱冷链物流产业园开园", "湛岱鳗鱼生态园开园",
    # roads, colleges, remains and hills, medicines of peoples
    "莞番三期、惠莞五期等项目动工", "环莞三期、惠莞五期等项目动工", "加快湛岱职院、湛岱学院等项目建设", "做好湛岱申遗等项目", "推进黄河湛岱四川水资源配置工程等项目",
    "实施滇医滇药养生、黔医黔药养生等项目", "新疆湛岱城等项目推进",
    # weirs, tombs, villages, waters between provinces, what is coined
    "湛岱水利枢纽工程开工", "推进湛家场城址、湛虎地秦墓等项目", "实施百湛村庄项目", "仙湛水质净化厂一期工程开工", "推进河湟绿色农产品加工产业园建设", "推进黑灯工厂建设", "实施募投项目",
    "推进临深新一代电子信息产业基地建设", "推进RCEP湛岱经贸合作试验基地建设",
    "打好“财政·银行·证券·保险”组合拳", "做精做深石化和能源产业链",
]


@pytest.mark.parametrize("text, company", COMPANIES)
def test_the_company_in_front_of_a_project(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_company(of_class, text):
    assert not of_class(text, "Company")


@pytest.mark.parametrize("text, company", [
    ("推进凯沐叉车二期、松岭铁路等项目建设。", "凯沐"), ("推进赛沐相变储能材料、松岭铁路等项目建设。", "赛沐"), ("推进凯沐基板玻璃、松岭铁路等项目建设。", "凯沐"), ("推进金沐国际生物技术产业园、松岭铁路等项目建设。", "金沐")])
def test_marks_in_lists_of_projects(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", ["推进松岭空港片区食品产业园、松岭铁路等项目建设。", "续建松旺至铁山港东岸、隆安至硕龙等高速公路。"])
def test_places_of_parks_and_roads_are_no_companies(of_class, text):
    assert not of_class(text, "Company")


def test_a_company_that_the_document_is_certain_of_opens_its_other_projects(names):
    found = names("枭沃、晨帆科技、惠科等企业增资扩产。枭沃静脉产业园开园。")
    assert ("枭沃", "Company") in found and ("枭沃静脉产业园", "Park") in found


@pytest.mark.parametrize("text", ["珠西综合交通枢纽开工。", "推进煤油气综合利用、新媒体大厦、飞灰填埋场等项目。", "氢氨谷一体化项目投产。", "晋阳里二期开工。", "渝乌科技合作机制。", "20国集团峰会。"])
def test_places_fields_and_goods_are_no_developers(of_class, text):
    assert not of_class(text, "Company")


@pytest.mark.parametrize("text, company", [
    ("西南铜业异地搬迁项目落地。", "西南铜业"), ("加快大唐药业健康科技产业园、博沃创新生物技术产业基地等项目建设。", "大唐药业"),
    ("加快大唐药业健康科技产业园、博沃创新生物技术产业基地等项目建设。", "博沃创新"),
])
def test_a_company_is_called_by_a_word_and_its_trade(of_class, text, company):
    assert company in of_class(text, "Company")


def test_another_company_of_a_listed_name_is_called_by_its_trade(of_class):
    assert of_class("加快大唐药业健康产业园建设", "Company") == {"大唐药业"}


@pytest.mark.parametrize("text", ["推进绿色铝业产业园、再生铜业基地等项目。", "重点铝业搬迁项目启动。"])
def test_what_describes_a_trade_is_no_company(of_class, text):
    assert not of_class(text, "Company")
