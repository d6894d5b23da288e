"""Projects whose names the title of an agreement shows whole."""

import pytest


@pytest.mark.parametrize("text, project", [
    ("双方签订《电池隔膜项目投资合作协议书》。", "电池隔膜项目"), ("双方签署了《关于高端装备制造项目的投资合同》。", "高端装备制造项目")])
def test_marks_show_a_project_whole(recognized, text, project):
    assert (project, "Project") in [(m.text, m.cls) for m in recognized(text)._.mentions]


@pytest.mark.parametrize("text", [
    "双方签署《项目投资协议》。", "谋划10个“以旧换新项目”。", "推广“研究院+平台+项目”模式。", "签订《战略合作协议》。", "签署《重点项目投资协议》。"])
def test_what_names_none_is_none(recognized, text):
    assert not [m for m in recognized(text)._.mentions if m.rule == "grammar.titled"]
