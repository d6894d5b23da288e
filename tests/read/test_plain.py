"""Markdown's marks are taken away, whatever the file is called, and every character keeps its place."""

import pytest

from kg.read.plain import lines


def texts(text, **options):
    found = lines(text, **options)
    for line in found:
        assert len(line.text) == len(line.origins)
        assert all(text[origin] == character for character, origin in zip(line.text, line.origins))
    return [line.text for line in found]


@pytest.mark.parametrize("written, read", [
    ("## 工作回顾", ["工作回顾"]),
    ("## 工作回顾 ##", ["工作回顾"]),
    ("**码头扩建过半。**新增泊位", ["码头扩建过半。新增泊位"]),
    ("***政府工作报告**", ["政府工作报告"]),
    ("> 引文", ["引文"]),
    ("- 一项", ["一项"]),
    ("  •   一项", ["一项"]),
    ("1. 一项", ["1. 一项"]),
    ("推行“两检”[22]制度", ["推行“两检”制度"]),
    ("[6] 名词解释：两种说法", ["名词解释：两种说法"]),
    ("[^3]: 脚注", ["脚注"]),
    ("见[肇庆高新区](https://example.org/a_(b))官网", None),
    ("见[肇庆高新区](https://example.org/)官网", ["见肇庆高新区官网"]),
    ("![图](a.png)正文", ["正文"]),
    ("甲<br>乙", ["甲", "乙"]),
    ("甲<b>乙</b>丙", ["甲乙丙"]),
    ("甲<!-- 注 -->乙", ["甲乙"]),
    ("`代码`", ["代码"]),
    ("| 指标 | 数值 |\n|---|---|\n| 产值 | 90亿元 |", ["指标", "数值", "产值", "90亿元"]),
    ("---\n正文", ["正文"]),
    ("3 * 4 = 12，2*3=6", ["3 * 4 = 12，2*3=6"]),
    ("产值[2023]1号", ["产值[2023]1号"]),
    ("A_B_C公司", ["A_B_C公司"]),
    (r"5\*3", ["5*3"]),
    ("*宁德时代*、~~肇庆~~高新区", ["宁德时代、肇庆高新区"]),
])
def test_marks_of_markdown(written, read):
    if read is None:
        texts(written)
    else:
        assert texts(written) == read


def test_only_paired_marks_count_in_plain_text():
    assert texts("**加快。**产值*2，路径\\*", markdown=False) == ["加快。产值*2，路径\\*"]


def test_a_comment_over_several_lines_is_left_out():
    assert texts("甲\n<!-- 一\n二\n三 -->\n乙") == ["甲", "乙"]


def test_a_comment_that_is_never_closed_is_text():
    assert texts("甲\n<!-- 一\n乙") == ["甲", "<!-- 一", "乙"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_and_gaps(end):
    found = lines(end.join(["甲", "乙", "", "丙", "　　丁", "  ", "戊"]))
    assert [(line.text, line.gap) for line in found] == [("甲", True), ("乙", False), ("丙", True), ("丁", True), ("戊", True)]


def test_bold_runs_are_remembered():
    line, = lines("甲**乙丙**丁**戊**")
    assert [line.text[a:b] for a, b in line.bold] == ["乙丙", "戊"]


@pytest.mark.parametrize("written, role", [("# 标题", "heading"), ("- 项", "item"), ("**全行**", "bold"), ("标题\n====", "heading"), ("甲", "")])
def test_roles(written, role):
    assert lines(written)[0].role == role


def test_underlines_are_headings_only_in_markdown():
    assert lines("标题\n----", markdown=False)[0].role == ""


@pytest.mark.parametrize("written, read", [
    ("*宁德时代*、`震裕科技`等", "宁德时代、震裕科技等"),
    ("~~肇庆~~高新区", "肇庆高新区"),
    ("*（一期）*投产", "（一期）投产"),
    ("长*宽*高为3*4*5米", "长*宽*高为3*4*5米"),
    ("标*者为重点，带*者为在建", "标*者为重点，带*者为在建"),
    ("气温~20度，增长~5%", "气温~20度，增长~5%"),
])
def test_single_marks_are_marks_in_any_text_where_they_stand_around_words(written, read):
    assert texts(written, markdown=False) == [read]
