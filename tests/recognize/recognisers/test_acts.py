"""What only companies do tells that a name is a company's, whatever the dictionary thinks of its words."""

import pytest


@pytest.mark.parametrize("text, companies", [
    ("世纪云通成功在深交所创业板上市。", {"世纪云通"}),
    ("国泰、海通、象屿进入世界500强。", {"国泰", "海通", "象屿"}),
    ("恒信、云岭科技登陆科创板。", {"恒信", "云岭科技"}),
    ("华信智造、明德电气在北交所上市。", {"华信智造", "明德电气"}),
    ("新云电子、同济堂成为国家智能制造示范企业。", {"新云电子", "同济堂"}),
])
def test_a_company_by_what_it_does(of_class, text, companies):
    assert companies <= of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "5家企业在创业板上市。", "一批企业登陆科创板。", "推动更多企业在北交所挂牌。", "该药获批上市。", "全市经济总量进入全国500强。", "3所高校入选世界500强。", "20家获评高新技术企业。", "我市成为全国首家试点企业。",
])
def test_others_go_public_without_a_name(of_class, text):
    assert not of_class(text, "Company")
