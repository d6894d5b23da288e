"""Projects whose names stand whole between marks."""

import pytest


@pytest.mark.parametrize("text, project", [
    ("公司计划投资建设“智能板材制造项目”，总投资5亿元。", "智能板材制造项目"),
    ("双方签订《电池隔膜项目投资合作协议书》。", "电池隔膜项目")])
def test_marks_show_a_project_whole(recognized, text, project):
    assert (project, "Project") in [(m.text, m.cls) for m in recognized(text)._.mentions]


@pytest.mark.parametrize("text", [
    "双方签署《项目投资协议》。", "谋划10个“以旧换新项目”。", "“双碳”项目加快。", "签订《战略合作协议》。", "实施“百项重点项目”。"])
def test_what_names_none_is_none(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.rule == "grammar.titled"]
