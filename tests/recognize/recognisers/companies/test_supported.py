"""Companies by what is done for them: what they are supported in tells, or a listed company beside them."""

import pytest


@pytest.mark.parametrize("text, companies", [
    ("重点支持松钢、云钢、凯沐绿色低碳转型。", {"松钢", "云钢", "凯沐"}),
    ("支持盛峦、云沐做大做强。", {"盛峦", "云沐"}),
    ("支持凯沐精密、中铁广发公司发展壮大。", {"凯沐精密", "中铁广发公司"}),
    ("拓展与空客、航天科技、中航工业等供应链合作。", {"空客", "航天科技", "中航工业"}),
    ("打造以柳药、海王、培力等为重点的生物医药产业集群。", {"柳药", "海王", "培力"}),
])
def test_what_they_are_supported_in_tells(of_class, text, companies):
    assert companies <= of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "推动钢铁、化工转型。", "支持种业、渔业发展壮大。", "推动云州、松州转型。", "支持国企、民企做大做强。", "推动老旧小区、城中村改造提升转型。", "与俄罗斯、蒙古等国家合作。", "打造以粮食、蔬菜等为重点的特色产业。"])
def test_fields_and_places_are_none(of_class, text):
    assert not of_class(text, "Company")


@pytest.mark.parametrize("text, companies", [
    ("为华西口腔医院、重庆登康提供产品。", {"重庆登康"}), ("主要为松岭新材、湛朗汽配供货。", {"松岭新材", "湛朗汽配"}), ("推动电科蓝天、云遥宇航等扩大产能。", {"电科蓝天", "云遥宇航"})])
def test_for_whom_something_is_made(of_class, text, companies):
    assert of_class(text, "Company") == companies


@pytest.mark.parametrize("text", ["为企业、群众提供服务。", "为绵阳、德阳提供产品。", "为新能源、新材料企业配套。", "推动钢铁、化工等扩大产能。", "为重点项目、中小企业提供贷款。"])
def test_others_are_supplied_too(of_class, text):
    assert not of_class(text, "Company")
