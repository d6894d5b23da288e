"""Branches of listed companies."""


def test_a_branch_is_a_company_of_its_own(of_class):
    assert of_class("走进一汽大众成都分公司总装车间。", "Company") == {"一汽大众成都分公司"}


def test_a_branch_without_a_company_is_none(of_class):
    assert not of_class("总公司在成都设分公司。", "Company")
