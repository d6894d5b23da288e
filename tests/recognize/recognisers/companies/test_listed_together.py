"""Companies that a list shows beside a company."""

import pytest


@pytest.mark.parametrize("text, company", [
    ("晨帆精密、沐豪应用材料这些邻居也排出了新线。", "沐豪应用材料"), ("中芯绍兴、长电绍兴撑起一座园区。", "长电绍兴"), ("恒沐、湛荣、金沐高纤几个巨头都在这里。", "湛荣"),
    ("晨骏纺织、沐联纺织两家的布行销海外。", "沐联纺织"), ("引来晨帆科技、沐岭凯瑞，园区热闹起来。", "沐岭凯瑞"), ("沐航船舶、晨帆科技撑着半边天。", "沐航船舶"),
    ("沐泰塑胶、湛霖电机已经投产。", "沐泰塑胶"), ("齐鲁制药、山东沐舜入选工业品牌榜。", "山东沐舜"), ("底子不差：晨帆科技、沐岭凯瑞都在这里。", "沐岭凯瑞")])
def test_who_is_listed_with_a_company(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text, none", [
    ("华为、光伏带动增长。", "光伏"), ("宁德时代、浙江大学开展合作。", "浙江大学"), ("绿色食品、现代农业、海洋装备加快发展。", "绿色食品"), ("车有牌、人戴盔、文明出行成为风景。", "人戴盔"),
    ("晨帆千问、腾讯等通用模型全球领先。", "晨帆千问"), ("支持晨成电气、沐品生物等企业组建平台。", "支持晨成电气"), ("落户的项目3个：晨帆科技、沐岭凯瑞、云岭物流园。", "沐岭凯瑞"),
    ("晨帆科技、李文明出席。", "李文明"), ("晨帆科技、电机加快出口。", "电机"), ("硅钢供给晨帆科技、美的做电机。", "美的做电机")])
def test_what_is_like_no_company_is_none(of_class, text, none):
    assert none not in of_class(text, "Company")
