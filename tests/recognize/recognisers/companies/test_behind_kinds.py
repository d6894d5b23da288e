"""Companies right behind the noun that says what kind of enterprise they are."""

import pytest


@pytest.mark.parametrize("text, found", [
    ("3年前，龙头企业中沐光伏还是一家小厂。", {"中沐光伏"}), ("头部企业黑沐智造、“隐形独角兽”企业瀚辰医疗纷至沓来。", {"瀚辰医疗"}),
    ("供应链企业宏沃电器和瀚辰电器落户园区。", {"宏沃电器", "瀚辰电器"}), ("引进上市公司晨沃医疗落户。", {"晨沃医疗"})])
def test_a_name_right_behind_its_kind(of_class, text, found):
    assert found <= of_class(text, "Company")


@pytest.mark.parametrize("text", [
    "链主企业负责人表示，龙头企业带动力强。", "推动企业智能制造升级。", "鼓励企业绿色电力交易。", "民营企业王海明说。", "上市公司业绩增长。", "支持企业做大做强，企业科技投入增长。"])
def test_what_enterprises_do_and_have_is_none(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.rule == "list.company-kind"]


def test_behind_what_has_them(of_class):
    found = of_class("园区已落户的光伏企业有四川银朗、越朗光伏、宏沃新能源等6家，形成体系。", "Company")
    assert {"四川银朗", "越朗光伏", "宏沃新能源"} <= found


def test_a_company_that_settles_is_no_project_with_its_kind(of_class):
    assert "上市公司晨沃医疗" not in of_class("引进先导智能、上市公司晨沃医疗落户。", "Project")
