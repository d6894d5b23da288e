"""Companies that a government forms: their names are ordinary words, what becomes of them tells."""

import pytest


@pytest.mark.parametrize("text, groups", [
    ("组建人才集团、传媒文旅集团，国有资本布局优化。", {"人才集团", "传媒文旅集团"}),
    ("加快组建港务投资集团，引导全社会加大投入。", {"港务投资集团"}),
    ("粮食集团、农垦集团挂牌成立。", {"粮食集团", "农垦集团"}),
    ("筹建金融投资控股集团。", {"金融投资控股集团"}),
])
def test_groups_that_are_formed_are_companies(of_class, text, groups):
    assert groups <= of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "组建4个高中教育集团。", "组建城市医疗集团、县域医共体。", "成立专业职教集团。", "组建一批国有资本运营集团。", "打造具有竞争力的大企业集团。", "组建7个省属产业投资集团。", "组建若干龙头骨干集团。",
    "支持文旅集团做大做强。"])
def test_kinds_of_groups_and_groups_that_teach_or_heal_are_none(of_class, text):
    assert not of_class(text, "Company")
