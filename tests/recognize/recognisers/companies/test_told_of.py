"""Companies that a clause tells of by what they do or have."""

import pytest


@pytest.mark.parametrize("text, company", [
    ("华建新能源投资8亿元的风电项目落户蔚县。", "华建新能源"), ("天有为电子投资5亿元建设汽车仪表生产线。", "天有为电子"), ("去年8月，浙江宁波兴钢线材落户产业园。", "浙江宁波兴钢线材"),
    ("记者在恒锐座椅的生产车间看到，工人正忙碌。", "恒锐座椅"), ("去年，红星电子实现产值9亿元。", "红星电子"), ("湛锐座椅今年订单饱满。", "湛锐座椅"), ("瑞祥服饰生产经理王强介绍，订单充足。", "瑞祥服饰"), ("在瑞祥服饰，工人们正在生产。", "瑞祥服饰"),
    ("县委书记王伟到瑞祥服饰、鸿拓纺织实地调研。", "鸿拓纺织"), ("园区企业晟辉新材今年新上两条生产线。", "晟辉新材"), ("走进位于园区的凯拓轴承车间。", "凯拓轴承"),
    ("龙头企业晨弘光伏投产。", "晨弘光伏"), ("“隐形独角兽”企业伊岭诺康、配套企业先后落户。", "伊岭诺康")])
def test_what_invests_settles_or_has_a_workshop(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "全县新能源投资8亿元。", "城乡智能制造投资5亿元。", "我县清洁能源投资8亿元。", "走进它的智能锻造车间。", "走进企业的生产车间。", "县域绿色食品投资3亿元。", "一批新材料落户产业园。", "湘北汽车投资3亿元。",
    "去年，绿色食品实现产值9亿元。", "现代农业实现产值9亿元。", "全市汽车订单饱满。", "高端装备满负荷生产。", "长江食品实现产值9亿元。", "到绿色食品、现代物流企业调研。", "现代农业负责人介绍。", "在精密机械，工人忙碌。",
    "龙头企业引领汽车、带动电子，去年增长。", "到农业农村、生态环境部门走访。", "来到农产品加工物流车间。", "龙头企业带动、龙头企业牵头，骨干企业家、上市企业数。", "在新型建筑材料车间。", "绿色建材落户园区。"])
def test_fields_and_places_are_none(of_class, text):
    assert not of_class(text, "Company")


@pytest.mark.parametrize("text, company", [
    ("远岭科技在宜春经开区投资50亿元建设储能产业园。", "远岭科技"), ("大族汽车将在宜春经开区布局储能产业园。", "大族汽车"), ("鼎盛食品与宜春市签署战略合作协议。", "鼎盛食品"),
    ("东方能源相关负责人介绍，今年订单饱满。", "东方能源"), ("万盛时代董事长李明说，前景很好。", "万盛时代"), ("走进大族半导体的生产车间，机器轰鸣。", "大族半导体"), ("由三川化工投资建设的储能电池项目投产。", "三川化工"),
    ("海图新材是国内领先的铜箔制造商。", "海图新材"), ("金石精密成立于2015年。", "金石精密"), ("该项目由禾川电子和远岭新材共同投资建设。", "远岭新材"),
    ("经开区引进鼎盛新材，投资5亿元建厂。", "鼎盛新材"), ("公司在宜春设立全资子公司海图电子。", "海图电子"), ("鼎盛新材投资的高端铜箔项目完工。", "鼎盛新材"), ("九洲光电联合高校开展攻关。", "九洲光电"),
    ("去年，禾川电子产值突破10亿元。", "禾川电子")])
def test_what_only_a_company_does_tells_that_a_word_is_its_mark(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "海洋装备在宜春经开区投资50亿元。", "现代农业在宜春建设示范园。", "走进城乡能源的展厅。", "绿色食品与宜春市签署协议。", "长江食品产值突破10亿元。", "新能源汽车在宜春设立展台。", "东方食品产值突破10亿元。"])
def test_a_word_that_describes_the_trade_is_no_mark(of_class, text):
    assert not of_class(text, "Company")


@pytest.mark.parametrize("text, company", [("沐泰鞋业竣工；园区热闹。", "沐泰鞋业"), ("沐佳服饰今年已封顶。", "沐佳服饰"), ("竞得人为浙江沐派储能科技有限公司。", "浙江沐派储能科技有限公司"), ("两家同属沐晟控股集团。", "沐晟控股集团")])
def test_what_is_built_or_stands_behind_its_role(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", ["绿色服饰竣工。", "全县汽车增长9%。", "让新能源投产。", "做船用电推的船厂开工。"])
def test_fields_that_are_finished_are_none(of_class, text):
    assert not of_class(text, "Company")
