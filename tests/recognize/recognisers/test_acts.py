"""What only companies do tells that a name is a company's, whatever the dictionary thinks of its words."""

import pytest


@pytest.mark.parametrize("text, companies", [
    ("世纪云通成功在深交所创业板上市。", {"世纪云通"}),
    ("国泰、海通、象屿进入世界500强。", {"国泰", "海通", "象屿"}),
    ("恒信、云岭科技登陆科创板。", {"恒信", "云岭科技"}),
    ("华信智造、明德电气在北交所上市。", {"华信智造", "明德电气"}),
    ("新云电子、同济堂成为国家智能制造示范企业。", {"新云电子", "同济堂"}),
    ("新云电子、同济堂成为国家智能制造标准化与新模式综合应用示范企业。", {"新云电子", "同济堂"}),
    ("澜达电子、奥瑞恒、远飞新技术成功上市，引进人才。", {"澜达电子", "奥瑞恒"}),
    ("去年，恒泰云、森达窗业首发上市。", {"恒泰云", "森达窗业"}), ("恒铁科技、森达窗业获批上市、挂牌。", {"恒铁科技", "森达窗业"}),
])
def test_a_company_by_what_it_does(of_class, text, companies):
    assert companies <= of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "5家企业在创业板上市。", "一批企业登陆科创板。", "推动更多企业在北交所挂牌。", "该药获批上市。", "全球首个诊断试剂获批上市。", "豆粕期权、氧化铝期货成功上市。", "乙肝灭活疫苗获批上市。", "推动云桥、恒信成功上市。", "研究中心成功挂牌。", "企业挂牌上市。", "30年期国债期货成功上市。",
    "超高清电视成功上市。", "绵阳综合保税区成功挂牌。", "黄精片获批上市。", "全市经济总量进入全国500强。", "3所高校入选世界500强。", "20家获评高新技术企业。", "我市成为全国首家试点企业。",
])
def test_others_go_public_without_a_name(of_class, text):
    assert not of_class(text, "Company")
