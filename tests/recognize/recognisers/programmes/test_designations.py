"""Designations: titles, awards, pilots and zones of policy. A rank, a kind that is counted and what a place only wants to be are none."""

import pytest

DESIGNATIONS = [
    # behind a verb that gives them
    ("获评全国文明城市", "全国文明城市"), ("荣获联合国人居奖", "联合国人居奖"), ("成功创建国家森林城市", "国家森林城市"), ("入选中国民营企业500强", "中国民营企业500强"),
    ("连续三年跻身全国百强县", "全国百强县"), ("公司获评国家级绿色工厂", "国家级绿色工厂"), ("上榜国家级专精特新小巨人企业", "国家级专精特新小巨人企业"),
    ("创建全国文化消费试点城市", "全国文化消费试点城市"), ("入选国家知识产权强市建设示范城市", "国家知识产权强市建设示范城市"), ("被认定为国家级绿色工厂", "国家级绿色工厂"),
    ("成为国家战略性新兴产业集群", "国家战略性新兴产业集群"), ("荣获全国双拥模范城四连冠", "全国双拥模范城"), ("三区均入选全国制造百强区前50名", "全国制造百强区"),
    # what only counts, dates or ranks it is no part of it
    ("列入全国首批碳达峰试点园区", "碳达峰试点园区"), ("获评首批全国社会治安示范城市", "全国社会治安示范城市"), ("入选工信领域第二批北斗应用试点城市", "北斗应用试点城市"),
    ("成为国家首批10个零碳试点园区之一", "零碳试点园区"), ("入选新一批全国“双跨”平台", "全国“双跨”平台"),
    ("成为全国六个国家物流枢纽节点之一", "国家物流枢纽节点"),
    ("入选首批内外贸一体化试点省份", "内外贸一体化试点省份"),
    # how it is carried out may stand in the verb's word
    ("扎实推进中小企业数字化转型试点城市建设", "中小企业数字化转型试点城市"), ("加快推进全国“无废城市”建设", "全国“无废城市”"),
    # who is given it is no part of it
    ("申报的特钢材料集群入选国家先进制造业集群", "国家先进制造业集群"),
    # where the verb is sure, who gives it says enough
    ("入选国家级滑雪旅游度假地", "国家级滑雪旅游度假地"), ("湖湾获评国家级美丽海湾", "国家级美丽海湾"), ("厂区入选国家工业遗产名单", "国家工业遗产"),
    # given by state or province, whatever the verb
    ("启动国家生态园林城市创建", "国家生态园林城市"), ("全力争创国家生态文明建设示范市", "国家生态文明建设示范市"), ("获批国家文化和科技融合示范基地", "国家文化和科技融合示范基地"),
    ("获评中国快递示范城市", "中国快递示范城市"), ("被命名为全省民营经济发展先进县", "全省民营经济发展先进县"), ("建设空港型国家物流枢纽", "空港型国家物流枢纽"), ("首批生产服务型国家物流枢纽投用", "生产服务型国家物流枢纽"),
    ("高分通过国家卫生城市复审", "国家卫生城市"), ("全国文明城市创建常态长效", "全国文明城市"),
    ("积极创建全国网络市场监管与服务示范区", "全国网络市场监管与服务示范区"), ("推进高新区国家低碳试点园区建设", "国家低碳试点园区"),
    # prizes by who gives them
    ("工程获国家科技进步一等奖", "国家科技进步一等奖"), ("公司获我省首个化工领域中国质量奖", "中国质量奖"),
    # pilots that are the subject, carried out or finished
    ("服务贸易创新发展试点扎实推进", "服务贸易创新发展试点"), ("完成集体林权制度改革试点任务", "集体林权制度改革试点"), ("争取新一轮国家服务贸易创新发展试点", "国家服务贸易创新发展试点"),
    ("出口陶瓷质量安全示范区创建扎实推进", "出口陶瓷质量安全示范区"), ("加快建设两岸融合发展示范区", "两岸融合发展示范区"),
    # pilots and titles whoever gives them
    ("加快建设金融科技应用试点城市", "金融科技应用试点城市"), ("深化居家养老服务改革试点", "居家养老服务改革试点"), ("抓好区块链创新应用综合性试点工作", "区块链创新应用综合性试点"),
]
NO_DESIGNATIONS = [
    "入选全国典型案例", "跻身全国前列", "增速位居全国省会城市前列", "新增7个国家级示范基地", "建成国家级示范基地12家", "加快国家物流枢纽建设", "贯彻国家战略", "全省示范区建设稳步推进", "打造世界级产业集群",
    "建设国际知名旅游城市", "成为全国最大的生产基地", "承担210项国家改革试点任务", "获批一批国家级智能工厂",
]


@pytest.mark.parametrize("text, name", DESIGNATIONS)
def test_a_designation(of_class, text, name):
    assert of_class(text, "Programme") == {name}


@pytest.mark.parametrize("text", NO_DESIGNATIONS)
def test_no_designation(of_class, text):
    assert not of_class(text, "Programme")


def test_each_of_a_list(of_class):
    assert of_class("联动创建国家绿色出行示范城市、中国快递示范城市。", "Programme") == {"国家绿色出行示范城市", "中国快递示范城市"}
    assert of_class("获批全国移动支付试点城市、科技金融试点城市。", "Programme") == {"全国移动支付试点城市", "科技金融试点城市"}
    assert of_class("抓好国家绿色能源创新试验区、普惠金融示范区建设。", "Programme") == {"国家绿色能源创新试验区", "普惠金融示范区"}


@pytest.mark.parametrize("text, name", [
    ("绵阳高新区跻身中国软件园区综合竞争力50强。", "中国软件园区综合竞争力50强"), ("江油市入列全国休闲农业重点县。", "全国休闲农业重点县"),
    ("青莲镇获批建设国家农业产业强镇。", "国家农业产业强镇"), ("江油园区进入全国软件园区综合竞争力百强榜。", "全国软件园区综合竞争力百强榜"),
    ("绵阳高新区获批全省首批超高清视频显示特色园区。", "超高清视频显示特色园区"), ("成功获评全国首批千兆城市。", "千兆城市"),
    ("江油经开区成为国家级绿色园区。", "国家级绿色园区"), ("创建现代制造业高质量发展示范区。", "现代制造业高质量发展示范区")])
def test_ranks_towns_parks_and_first_batches(of_class, text, name):
    assert of_class(text, "Programme") == {name}


@pytest.mark.parametrize("text", ["新增全国千强镇3个。", "12个镇获评全国百强镇。", "发展千兆城市网络。", "建设特色园区。"])
def test_no_ranks_towns_nor_parks(of_class, text):
    assert not of_class(text, "Programme") & {"全国千强镇", "千兆城市", "特色园区"}


def test_a_zone_of_trade_is_a_place(of_class):
    assert not of_class("中国（桐城）自由贸易试验区挂牌。", "Programme")


@pytest.mark.parametrize("text, name", [
    ("推进第二轮土地承包到期后再延长30年试点工作。", "第二轮土地承包到期后再延长30年试点"), ("稳步推进宅基地制度改革试点。", "宅基地制度改革试点")])
def test_a_pilot_may_be_a_whole_phrase(of_class, text, name):
    assert name in of_class(text, "Programme", title="绵阳市2024年政府工作报告")


def test_a_pilot_that_a_clause_is_not_about_is_none(of_class):
    assert not of_class("以推进农村土地承包延长的试点为抓手，深化改革。", "Programme", title="绵阳市2024年政府工作报告")


def test_several_are_named_whose_holders_are(of_class):
    assert of_class("新增绵阳、德阳等5个国家级电子商务进农村综合示范县。", "Programme") == {"国家级电子商务进农村综合示范县"}
    assert of_class("抓好绵阳、德阳、宜宾等5个国家物流枢纽。", "Programme") == {"国家物流枢纽"}
    assert not of_class("建成电子信息等8个国家新型工业化产业示范基地。", "Programme")


@pytest.mark.parametrize("text, name", [
    ("新增国家智能制造示范工厂9家。", "国家智能制造示范工厂"), ("获批6个国家农业现代化示范区。", "国家农业现代化示范区"), ("入选十大国家旅游休闲示范城市。", "国家旅游休闲示范城市"),
    ("加快建设晨州国家中心城市。", "国家中心城市"), ("晨州步入国家创新型城市行列。", "国家创新型城市"), ("新创建一批国家园林城市。", "国家园林城市")])
def test_designations_that_are_gained_count_even_where_they_are_counted(of_class, text, name):
    assert name in of_class(text, "Programme")


@pytest.mark.parametrize("text", ["拥有7个国家区域医疗中心。", "参观国家级绿色工厂12家。", "培育省级以上现代农业产业园10个。", "在全国38个重点城市中排名第一。"])
def test_what_is_counted_otherwise_is_a_kind(of_class, text):
    assert not of_class(text, "Programme")
