"""Whose the figures are that somebody is quoted with."""

import pytest

NEWS = {"issued": "2024-05-17"}
SITE = "走进湛朗半导体项目施工现场，塔吊林立。\n\n"


@pytest.mark.parametrize("text, owner", [
    (SITE + "“年产值可达8亿元。”长电科技副总经理王小明介绍。", "长电科技"),
    (SITE + "“订单很满。年产值可达8亿元。”长电科技副总经理王小明介绍。", "长电科技"),
    (SITE + "“年产值可达8亿元。”该项目总工程师王小明说。", "湛朗半导体项目"),
    (SITE + "“年产值可达8亿元。”项目负责人王小明说。", "湛朗半导体项目"),
    ("湛朗半导体项目投产。“产值8亿元。”记者与长电科技的客户交谈。", "湛朗半导体项目")])
def test_who_speaks_tells_of_what(said, text, owner):
    assert (owner, "8亿元") in {(found[0], "8亿元") for found in said(text, "news.md", **NEWS).figures if found[3] == "800000000 CNY"}
