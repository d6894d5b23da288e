"""Chains that a text draws."""

import pytest


@pytest.mark.parametrize("text, facts", [
    ("形成“锂材料—锂电池—锂回收”闭环全产业链。", {"锂材料 upstreamOf 锂电池", "锂电池 upstreamOf 锂回收"}),
    ("形成锂材料、锂电池、锂回收全产业链。", set())])
def test_neighbours_follow_one_another(said, text, facts):
    assert {r for r in said(text).relations if "upstreamOf" in r} == facts
