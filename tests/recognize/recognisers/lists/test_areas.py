"""Members of lists of parks that are called by a name alone, and what such lists end in; companies that a list praises."""

import pytest


@pytest.mark.parametrize("text, areas", [
    ("改造提升晨岭智能小镇、云影步行街、云拖老厂区等文化特色街区", {"晨岭智能小镇", "云影步行街", "云拖老厂区"}),
    ("晨岭新城、高埔创智谷、松湾软件园等重大平台建设取得成效", {"晨岭新城", "高埔创智谷", "松湾软件园"}),
    ("晨沙岛、花溪口等重点园区基础设施进一步完善", {"晨沙岛", "花溪口"}),
    ("推进苏浙、苏皖、苏鲁合作区建设", {"苏浙", "苏皖", "苏鲁合作区"})])
def test_areas_called_by_a_name_alone(of_class, text, areas):
    assert areas <= of_class(text + "。", "Park")


@pytest.mark.parametrize("text", [
    "推进科技服务、软件信息、文化创意等服务业集聚区建设。", "建设云岭科技园、晨光孵化器等国家级平台。", "完善金融、研发、设计等平台。",
    "开工晨资、晨龙简、金简仁等东部新城骨干道路。", "推动产业、人才、资本等向园区集聚。",
    "自贸试验区、自主创新示范区、国家级开发区等改革开放平台众多。", "改造文林小区、石岭门等老旧片区。"])
def test_fields_and_roads_are_no_areas(of_class, text):
    assert not of_class(text, "Park") - {"云岭科技园"}


@pytest.mark.parametrize("text, parks", [("建设沪淮特别合作区", {"沪淮特别合作区"}), ("推进晨云接合片区改革", {"晨云接合片区"}), ("抓好闽陇扶贫产业园", {"闽陇扶贫产业园"})])
def test_what_two_places_build_together(of_class, text, parks):
    assert of_class(text + "。", "Park") == parks


@pytest.mark.parametrize("text, companies", [
    ("支持水岭、紫沐等龙头企业开拓市场", {"水岭", "紫沐"}), ("支持百岭生活网、秀湾网等本地电商发展", {"百岭生活网", "秀湾网"}), ("支持巨岭机器人、紫沐等50家企业转型", {"巨岭机器人", "紫沐"})])
def test_companies_that_a_list_praises_or_counts(of_class, text, companies):
    assert of_class(text + "。", "Company") == companies


@pytest.mark.parametrize("text", ["支持生物医药、大数据等龙头企业发展。", "引进金融、科技、创意设计等领域知名企业。", "培育线束、座椅等重点企业。"])
def test_fields_that_a_list_praises_are_no_companies(of_class, text):
    assert not of_class(text, "Company")


@pytest.mark.parametrize("text", ["防范消防、建筑施工、城镇燃气等重点领域重大风险。", "加强城镇燃气、危化品、道路运输等行业领域安全监管。"])
def test_fields_that_are_watched_over_are_no_industries(of_class, text):
    assert not of_class(text, "Industry")


@pytest.mark.parametrize("text", ["以晨州新区、5个国家级经开区、2个国家级高新区等开放平台为重点。", "推进马山县古零镇等市级特色小镇培育。", "改造环岭路、汉中路等21处积淹水片区。"])
def test_kinds_that_are_counted_are_no_areas(of_class, text):
    assert of_class(text, "Park") <= {"晨州新区"}


@pytest.mark.parametrize("text", ["启动建设和美乡村先导区6个，打造省级和美乡村重点片区。", "以产业建设驱动片区开发，郊区新城还需赋能。"])
def test_kinds_of_areas_name_nothing(of_class, text):
    assert not of_class(text, "Park")
