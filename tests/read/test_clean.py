"""Spaces, widths and invisible characters of the clean view."""

import pytest


@pytest.mark.parametrize("written, clean", [
    ("首次突破 100 亿元。", "首次突破100亿元。"),
    ("总投资 1 200 亿元。", "总投资1200亿元。"),
    ("总投资1 234 567元。", "总投资1234567元。"),
    ("2 0 1 6  年工作", "2016年工作"),
    ("年产能40 GWh。", "年产能40GWh。"),
    ("增长 20.2 %。", "增长20.2%。"),
    ("Fort Worth  和 TCL 总部", "Fort Worth和TCL总部"),
    ("Model 3 下线", "Model 3下线"),
    ("BMW i3 2023 款", "BMW i3 2023款"),
    ("２０２３年增长６．５％", "2023年增长6.5%"),
    ("ＴＣＬ公司", "TCL公司"),
    ("产值1,200亿元,增长6.5%,居首位;投产!", "产值1,200亿元，增长6.5%，居首位；投产！"),
    ("肇庆(2023年)", "肇庆（2023年）"),
    ("（GDP)总量", "（GDP）总量"),
    ("超过2000亿元(同比+5%)", "超过2000亿元（同比+5%）"),
    ("网址:http://example.org/?a=1,2", "网址：http://example.org/?a=1,2"),
    ("10:20开幕", "10:20开幕"),
    ("真的?!", "真的？！"),
    ("Hello, (new) world! yes; no?", "Hello, (new) world! yes; no?"),
    ("\ufeff肇\u200b庆\u00ad高\u2060新\u202e区\u200f", "肇庆高新区"),
    ("肇庆\xa0\u3000 高新区", "肇庆高新区"),
    ("投产后 ,产值", "投产后，产值"),
    ("a\tb", "a b"),
    ("𠮷野家 开业", "𠮷野家开业"),
    ("总投资3 5 0 亿元", "总投资350亿元"),
    ("总投资1 , 200 亿元", "总投资1,200亿元"),
    ("建筑面积12. 5万平方米", "建筑面积12.5万平方米"),
    ("建筑面积12 .5 万平方米", "建筑面积12.5万平方米"),
    ("占地１，２００亩", "占地1,200亩"),
    ("占地１，２０亩", "占地1，20亩"),               # not thousands
    ("Model 3 2 万辆", "Model 3 2万辆"),             # the number of a model, and another
    ("见表1 2 3", "见表1 2 3"),                     # numbers, not digits of one
    ("⼯业⾼新区", "工业高新区"),                     # Kangxi radicals, as they come out of PDF
    ("肇庆﹙大旺﹚､四会｡", "肇庆（大旺）、四会。"),
    ("臺積電落戶肇慶高新區，總投資超過1億元", "台积电落户肇庆高新区，总投资超过1亿元"),
    ("著名企业、瞭望、乾隆", "著名企业、瞭望、乾隆"),     # simplified text uses these too
])
def test_one_line(made, written, clean):
    assert made(written).clean == clean


def test_a_space_that_parts_a_headline_stays(made):
    assert made("总投资100亿元 某某生态产业园落户\n\n正文在此，突破千亿元。").clean.startswith("总投资100亿元 某某生态产业园落户\n")
    assert made("某某市市长 张三\n\n正文在此，突破千亿元。").clean.startswith("某某市市长张三\n")


def test_origins_lead_back_over_everything_that_was_taken_away(made):
    result = made("\ufeff## 工作 回顾\r\n\r\n首次**突破** 100 亿元[3]。\r\n")
    assert result.clean == "工作回顾\n首次突破100亿元。"
    assert "".join(result.text[origin] for origin in result.origins) == "工作回顾\n首次突破100亿元。".replace("\n", "\r")


def test_a_line_break_between_latin_words_becomes_a_space(made):
    result = made("这家公司由Contemporary Amperex，\nTechnology参股，\n落户肇庆。\n\n他说，see the,\nreport了。")
    assert result.clean == "这家公司由Contemporary Amperex，Technology参股，落户肇庆。\n他说，see the, report了。"
