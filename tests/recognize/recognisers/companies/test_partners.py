"""Companies that do something together."""

import pytest


@pytest.mark.parametrize("text, companies", [
    ("今年2月，华谊能化与德国汉高签订战略合作协议。", {"华谊能化", "德国汉高"}), ("在北面，腾龙芳烃与中科宏业合作建设的化学品项目完工。", {"腾龙芳烃", "中科宏业"}),
    ("湛朗新材与蔚县人民政府正式签署协议。", {"湛朗新材"})])
def test_two_that_do_something_together(of_class, text, companies):
    assert of_class(text, "Company") == companies


@pytest.mark.parametrize("text", [
    "医疗机构与家庭医生签约。", "经开区与中牟县合作建设园区。", "省属企业与接收单位签订协议。", "推动浙大医院与孟超医院合作建设分院。", "利百伦市和剑桥市签订协议。", "德国驻华使馆与绵阳签署协议。",
    "新能源汽车与人工智能合作开发平台。", "有机农业与绿色农业合作建设基地。", "东部地区与西部地区签署协议。"])
def test_offices_zones_and_fields_are_none(of_class, text):
    assert not of_class(text, "Company")
