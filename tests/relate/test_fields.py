"""Companies of the industry whose companies the sentence before counted."""

import pytest


@pytest.mark.parametrize("text, companies", [
    ("绵阳市光伏行业企业达30家。其中长虹、京东方等龙头企业5家。", {"长虹", "京东方"}),
    ("绵阳市光伏产业链上企业达30家。囊括了长虹、京东方等百强企业3家，格力、美的等头部企业8家。", {"长虹", "京东方", "格力", "美的"}),
    ("绵阳市建成两大集群。光伏产业集群。引进长虹、京东方等企业37家。", {"长虹", "京东方"}),
    ("在光伏产业方面，绵阳高新区集聚了众多企业。如长虹、京东方等企业在此设立研发中心。", {"长虹", "京东方"}),
    # no list of companies, another subject, another paragraph, nothing counted
    ("绵阳市光伏行业企业达30家。其中长虹负责人介绍了经验。", set()),
    ("绵阳市光伏行业企业达30家。会后，长虹、京东方等企业签约。", set()),
    ("绵阳市光伏行业企业达30家。\n\n其中长虹、京东方等龙头企业5家。", set()),
    ("绵阳市光伏产业链日益完善。其中长虹、京东方等龙头企业5家。", set())])
def test_who_is_among_those_counted(said, text, companies):
    assert {r.split()[0] for r in said(text, "news.txt").relations if r.split()[1:] == ["inIndustry", "光伏"]} - {"绵阳市"} == companies
