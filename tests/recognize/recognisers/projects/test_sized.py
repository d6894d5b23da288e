"""Projects that are named by what they will make, and how much of it."""

import pytest

from kg.read import document
from kg.recognize.language import language, recognize
from kg.settings import ontology_folder


@pytest.fixture(scope="module")
def sized():
    """A function: the names that the source proposed in a text."""
    chain = language(ontology_folder())
    return lambda text: [m.text for m in recognize(chain, document(text, "text", issued="2024-05-17"))._.mentions if m.rule == "grammar.sized"]


@pytest.mark.parametrize("text, name", [
    ("公司拟在绵阳投资建设年产5万吨磷酸铁锂项目。", "年产5万吨磷酸铁锂项目"),
    ("湛朗科技投资建设的8GW光伏组件项目进展顺利。", "8GW光伏组件项目"),
    ("一期年产2万吨电池级碳酸锂项目已于2020年投产。", "年产2万吨电池级碳酸锂项目"),
    ("计划建设年产50万台养生壶的生产线。", "年产50万台养生壶的生产线"),
    ("建设60万吨/年乙烯及下游聚烯烃项目。", "60万吨/年乙烯及下游聚烯烃项目"),
    ("德方纳米年产3万吨新型正极材料生产基地开工。", "德方纳米年产3万吨新型正极材料生产基地"),
    ("华能350MW风电项目签约。", "华能350MW风电项目"), ("双方签订“湘岭能源绵阳200MW光伏发电项目”框架协议。", "湘岭能源绵阳200MW光伏发电项目"),
    ("年产3万吨正极材料项目一期竣工。", "年产3万吨正极材料项目一期"),
    ("湛朗股份年产16GW高效电池智能工厂项目开工。", "年产16GW高效电池智能工厂项目"),
    ("公司年产30万吨磷酸铁锂一期15万吨项目试产。", "年产30万吨磷酸铁锂一期15万吨项目"),
    ("启动10万吨多晶硅及10GW单晶硅切片项目。", "10万吨多晶硅及10GW单晶硅切片项目"),
    ("湛朗股份绵阳三期年产10GW单晶硅棒项目开工。", "湛朗股份绵阳三期年产10GW单晶硅棒项目"),
    ("建设20亿方/年煤制天然气项目。", "20亿方/年煤制天然气项目"),
    ("公司建设年产17万吨超薄光伏玻璃生产线。", "年产17万吨超薄光伏玻璃生产线"),
    ("法辰莱特年产10万吨电解液项目投产。", "法辰莱特年产10万吨电解液项目"),
    ("公司投资建设年产15万吨甲醇、2万吨乙二醇及30吨碳纤维项目。", "年产15万吨甲醇、2万吨乙二醇及30吨碳纤维项目"),
    ("推动湛朗年产6万吨生物柴油项目建设。", "湛朗年产6万吨生物柴油项目")])
def test_size_product_and_noun_make_a_name(sized, text, name):
    assert sized(text) == [name]


@pytest.mark.parametrize("text", [
    "推进3个10万吨级码头项目建设。", "新增年产5万吨以上食品加工项目3个。", "完成粮食产量20万吨，加快推进水利项目。", "拆除30万吨落后水泥生产线。", "年产10万吨。", "实施20万千瓦以上项目。", "关停30万千瓦老旧机组，推进水利项目。",
    "将建设两条12英寸芯片生产线。", "湛朗技改项目总投资3亿元，建设年产17万吨超薄光伏玻璃生产线。"])
def test_a_size_alone_is_none(sized, text):
    assert sized(text) == []


@pytest.mark.parametrize("text, project", [
    ("华能绵阳100MW/200MWh新型储能示范项目开工。", "华能绵阳100MW/200MWh新型储能示范项目"),
    ("湛朗集团绵阳化工公司5万吨/年聚乙醇酸项目竣工。", "湛朗集团绵阳化工公司5万吨/年聚乙醇酸项目")])
def test_who_and_where_stands_in_front_of_a_size(sized, text, project):
    assert sized(text) == [project]


def test_lines_that_are_counted_are_none(sized):
    assert sized("计划建设4条1200吨光伏玻璃生产线。") == []


@pytest.mark.parametrize("text, project, company", [
    ("湛州凯晟鞋业有限公司年产200万双时尚女鞋建设项目开工。", "湛州凯晟鞋业有限公司年产200万双时尚女鞋建设项目", "湛州凯晟鞋业有限公司"),
    ("湛州凯晟医药有限公司20亿粒空心胶囊生产技术改造项目开工。", "湛州凯晟医药有限公司20亿粒空心胶囊生产技术改造项目", "湛州凯晟医药有限公司"),
    ("湛朗集团年产3万吨环氧树脂项目签约。", "湛朗集团年产3万吨环氧树脂项目", "湛朗集团"),
    ("比亚迪年加工2万吨铝材项目投产。", "比亚迪年加工2万吨铝材项目", "比亚迪"),
    ("洛晟面粉20万吨小麦深加工项目在湛州集中开工。", "洛晟面粉20万吨小麦深加工项目", "洛晟面粉"),
    ("洛晟米业年产50万吨精米生产线及冷链项目开工。", "洛晟米业年产50万吨精米生产线及冷链项目", "洛晟米业")])
def test_whose_name_stands_right_in_front_of_the_size_opens_it(names, text, project, company):
    assert {(project, "Project"), (company, "Company")} <= names(text)


@pytest.mark.parametrize("text", ["由湛朗集团投资的年产3万吨环氧树脂项目开工。", "2023年公司年产3万吨环氧树脂项目投产。", "重点推进企业年产3万吨环氧树脂项目。", "湛朗集团总投资5亿元的年产3万吨环氧树脂项目签约。"])
def test_who_builds_it_as_the_sentence_says_does_not(names, text):
    assert ("年产3万吨环氧树脂项目", "Project") in names(text)
