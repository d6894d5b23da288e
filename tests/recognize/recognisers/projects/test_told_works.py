"""Works of which their clause tells that they are built, whatever they are called after, however the segmenter cuts them."""

import pytest

CITY = {"title": "绵阳市政府工作报告", "issued": "2024-01-10"}


@pytest.mark.parametrize("text, works", [
    ("开工建设丝路国际会展中心，提升环境。", {"丝路国际会展中心"}),
    ("推动北沿山铁路、松达万高铁建设。", {"北沿山铁路", "松达万高铁"}),
    ("松达万高铁开工建设，交通更便捷。", {"松达万高铁"}),
    ("数字绵阳体验馆建成投用。", {"数字绵阳体验馆"}),
    ("冰雪文化博物馆建成开馆。", {"冰雪文化博物馆"}),
    ("动工建设宏泰路、松口大道北段改造工程，打通科技六路等20条以上断头路。", {"宏泰路", "松口大道北段改造工程", "科技六路"}),
    ("完成市儿童福利院升级改造，建成第八高级中学等学校。", {"市儿童福利院升级改造", "第八高级中学"}),
    ("加快环湖医院、第四中心医院等改扩建。", {"环湖医院", "第四中心医院"}),
    ("提升改造第九水厂，新建市冰上健身中心。", {"第九水厂", "市冰上健身中心"}),
    ("启动沈家坳固废填埋场一期项目建设，推进殡仪馆二期项目建设。", {"沈家坳固废填埋场一期项目", "殡仪馆二期项目"}),
    ("连接两条干道的金石二路建成通车。", {"金石二路"}),
    ("完成巴山路西延伸段、新华大街西延伸段。", {"新华大街西延伸段"}),
    ("云岭寺水库大坝至南岭湾桥段治理工程开工。", {"云岭寺水库大坝至南岭湾桥段治理工程"}),
    ("餐厨垃圾处理项目建成运行，环城水系截污工程投入使用。", {"餐厨垃圾处理项目", "环城水系截污工程"}),
    ("建成新梅山公园北段，推进成都站扩能改造。", {"新梅山公园北段", "成都站扩能改造"}),
    ("新建南岑路、二环路，建成盛邦路、银帆路。", {"南岑路", "二环路", "盛邦路", "银帆路"}),
    ("打通松溪大道，方便出行。", {"松溪大道"})])
def test_what_is_built_is_a_work(of_class, text, works):
    assert works <= of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", [
    "打通断头路，建设口袋公园。", "新增高速公路通车里程300公里。", "建设一批城市公园、郊野公园。", "推进高水平医院建设。", "加快建设国际物流中心、区域性金融中心。", "完成砂土路改造200公里。",
    "推进定点医院改造。", "建设3座污水处理厂。", "世界级博物馆群落建成。", "加快城镇污水处理厂提标改造。", "推进社区医院建设。", "推进餐厨垃圾处理项目建设。", "建成街心公园、口袋公园154个。", "支持第九人民医院建设国际医疗中心。", "民生实事项目开工。", "加快农村薄弱学校改造。",
    "冲压车间将在二期建成。", "园区分三期建设。", "新建产业路、旅游路。", "建成农村公路。", "建成特色商业街。", "新建松岭路绿化带。", "拓宽致富路。", "走出一条新路。", "打通思路。"])
def test_kinds_of_works_are_none(of_class, text):
    assert not of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text, part", [
    ("重启松玛水电站建设。", "重启"), ("配合松湛高铁建设。", "配合"), ("开工建设月湖文化馆和云岭艺术中心。", "和"), ("城区甲路、松山路等特色街区建设取得成效。", "松山路")])
def test_words_in_front_and_between_belong_to_none(of_class, text, part):
    assert not any(part in name for name in of_class(text, "Project", **CITY))


@pytest.mark.parametrize("text, marks", [
    ("完成沈水湾、仙桥河、满棠河污水处理厂提标改造。", {"沈水湾", "仙桥河"}),
    ("推动广深、莞深、常虎高速改扩建工程。", {"广深", "莞深"}),
    ("久隆、三坝水库建成投用。", {"久隆"})])
def test_short_members_share_the_noun_of_the_last(of_class, text, marks):
    assert marks <= of_class(text, "Project", **CITY)


@pytest.mark.parametrize("text", ["推进供水、防洪水库建设。", "建设大型、中型水电站。", "建成风电、光伏、松山水电站。"])
def test_kinds_in_front_of_a_work_share_nothing(of_class, text):
    assert len(of_class(text, "Project", **CITY)) < 2


@pytest.mark.parametrize("text, works", [
    ("汾东污水处理厂上半年投运。", {"汾东污水处理厂"}), ("绵阳西客站全面开工。", {"绵阳西客站"}), ("长白快速铁路开通。", {"长白快速铁路"}),
    ("太榆路、学府街、南沙河路等相继改造完工。", {"太榆路", "学府街", "南沙河路"}),
])
def test_works_by_more_nouns_and_what_stands_before_their_stage(of_class, text, works):
    assert works <= of_class(text, "Project")


@pytest.mark.parametrize("text", ["供水、燃气等相继改造完工。", "云岭路网、停车场等相继改造完工。"])
def test_what_is_finished_and_no_street(of_class, text):
    assert not of_class(text, "Project")


@pytest.mark.parametrize("text, work", [
    ("开工建设相月湖综合整治工程。", "相月湖综合整治工程"),              # whatever words the lake is made of
    ("启动建设绸路国际会展中心。", "绸路国际会展中心"),
    ("实现中环城路全线贯通。", "中环城路"),
    ("力促松河石门段治理工程早日开工。", "松河石门段治理工程"),
])
def test_what_is_begun_or_comes_about(of_class, text, work):
    assert work in of_class(text, "Project", title="绵阳市政府工作报告", issued="2024-01-10")


@pytest.mark.parametrize("text", ["开工建设中小河流治理工程。", "开工建设大江大河治理工程。", "实施河湖综合整治工程。"])
def test_rivers_of_a_kind_name_no_work(of_class, text):
    assert not of_class(text, "Project", title="绵阳市政府工作报告", issued="2024-01-10")
