"""Short names that notices give to companies."""

import pytest


@pytest.mark.parametrize("text, name", [
    ("绵阳听涛石新能源汽车配件有限公司（“绵阳听涛”或“乙方”）拟投资建厂。", "绵阳听涛"),
    ("听涛石科技股份有限公司（以下简称“听涛石股份”）发布公告。", "听涛石股份"),
    ("证券代码：605000 证券简称：听涛石 公告编号：2021-006", "听涛石")])
def test_a_short_name_is_a_company(of_class, text, name):
    assert name in of_class(text, "Company")


def test_it_is_known_in_the_rest_of_the_text(of_class, recognized):
    text = "听涛石科技股份有限公司（简称“涛辰”）拟建厂。\n\n涛辰将投资5亿元。"
    assert [m.text for m in recognized(text)._.mentions].count("涛辰") == 2


@pytest.mark.parametrize("text", ["听涛石科技股份有限公司（以下简称“公司”）发布公告。", "听涛石科技有限公司（“甲方”）签署协议。", "听涛石科技有限公司（以下简称“本公司”）"])
def test_parties_of_an_agreement_are_none(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.rule == "list.company-short"]


def test_what_a_company_is_called_in_letters(of_class):
    assert "WoFan" in of_class("听涛石科技（WoFan）完成融资。", "Company")
    assert "IPO" not in of_class("听涛石科技（IPO）完成融资。", "Company")
