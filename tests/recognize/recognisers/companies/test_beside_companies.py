"""Members of lists of companies that nothing else tells of."""

import pytest


@pytest.mark.parametrize("text, company", [
    ("支持国药同济堂、益佰制药、新天药业联合做大中药。", "国药同济堂"), ("加强京东方、晨岭辰、比亚迪等平台建设。", "晨岭辰"), ("依托京东方、长虹、晨岭辰等推动制造升级。", "晨岭辰")])
def test_what_stands_between_companies_is_one(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text, name", [
    ("引进京东方、人工智能、比亚迪等平台。", "人工智能"), ("加强京东方、科技园、比亚迪等平台建设。", "科技园"), ("京东方、绵阳、比亚迪等平台。", "绵阳"), ("京东方、长虹、服务等平台。", "服务"), ("京东方、晨岭路、比亚迪等平台。", "晨岭路")])
def test_other_members_are_none(of_class, text, name):
    assert name not in of_class(text, "Company")
