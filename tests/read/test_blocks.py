"""What makes a title, a heading and a paragraph; which lines belong together."""

import pytest

from .conftest import kinds

LONG = "去年，全区规模以上工业总产值突破千亿元，同比增长两成，增速居全市前列。"


def paragraphs(made):
    return [text for kind, text in kinds(made) if kind == "paragraph"]


@pytest.mark.parametrize("text, read", [
    ("多年来,\n\n甲、乙两座城市的企业\n\n互为客户,常来常往。", ["多年来，甲、乙两座城市的企业互为客户，常来常往。"]),
    ("某县把三季度定为\n\n服务企业季,\n\n逐家走访。", ["某县把三季度定为服务企业季，逐家走访。"]),
    ("订单一直维持着\n\n两位数的增速。", ["订单一直维持着两位数的增速。"]),
    ("港口成为这座城市\n\n的另一扇大门。", ["港口成为这座城市的另一扇大门。"]),
    ("目前,两座码头\n\n已经通过验收。", ["目前，两座码头已经通过验收。"]),
    ("一般公共预算收入达到十亿元，增长很快。新型储能产业加快发展，动力电池、储能电池产量一路走高，占到了全部出口额的近三成，一般\n\n公共预算收入再创新高。",
     ["一般公共预算收入达到十亿元，增长很快。新型储能产业加快发展，动力电池、储能电池产量一路走高，占到了全部出口额的近三成，一般公共预算收入再创新高。"]),
    ("出台《关于优化服务\n加快发展的办法》，成效明显。", ["出台《关于优化服务加快发展的办法》，成效明显。"]),
    ("论产值，甲园第一;\n\n论税收，乙园第一。", ["论产值，甲园第一；论税收，乙园第一。"]),
    ("各位代表：\n\n现在，请予审议。", ["各位代表：", "现在，请予审议。"]),
    ("他说：\n项目已经投产。", ["他说：项目已经投产。"]),
    ("项目投产了。\n产业园开工了。", ["项目投产了。", "产业园开工了。"]),
    ("任务包括：\n（1）建成甲项目；\n（2）建成乙项目。", ["任务包括：", "（1）建成甲项目；", "（2）建成乙项目。"]),
    ("到2025年：\n\n- 产值达到千亿元；\n- 企业达到百家。", ["到2025年：", "产值达到千亿元；", "企业达到百家。"]),
    ("展现新作为\n\n" + LONG, [LONG]),
])
def test_lines_of_one_sentence_are_joined_and_others_are_not(made, text, read):
    assert paragraphs(made(text)) == read


def test_hard_wrapped_text_is_joined(made):
    words = "去年全区规模以上工业总产值突破千亿元同比增长两成增速居全市前列新能源汽车产业集群加快成长重点项目接连投产达产" * 4
    lines = [words[at:at + 30] for at in range(0, len(words) - 30, 30)]
    assert paragraphs(made("\n".join(lines) + "。")) == ["".join(lines) + "。"]


@pytest.mark.parametrize("line, kind", [
    ("一、2023年工作回顾", "heading"),
    ("（二）产业转型步伐加快", "heading"),
    ("（二）产业转型步伐加快。", "heading"),
    ("## 目标", "heading"),
    ("**经济稳步增长。**", "heading"),
    ("第一章 总则", "heading"),
    ("工作回顾", "heading"),
    ("1. 扩大就业", "heading"),
    ("（二）产业转型步伐加快。出台三十六条措施，新兴产业快速发展，新增企业二百八十五家。", "paragraph"),
    ("各位代表：", "paragraph"),
    ("谢谢大家！", "paragraph"),
    ("该区产业发展良好。", "paragraph"),
    ("园区建设如火如荼，", "paragraph"),
])
def test_headings(made, line, kind):
    result = made(f"# 标题\n\n{LONG}\n\n{line}\n\n{LONG}\n\n{LONG}")
    text = kinds(result)[2]
    assert text[0] == kind


def test_a_line_that_comes_again_is_a_heading(made):
    result = made("\n".join(["标题在此", LONG, "机遇", LONG, "要点", LONG, "机遇", LONG]))
    assert [text for kind, text in kinds(result) if kind == "heading"] == ["机遇", "要点", "机遇"]


@pytest.mark.parametrize("text, title", [
    (f"某区:第三座工厂投产\n{LONG}\n{LONG}", "某区：第三座工厂投产"),
    (f"今年,这几个项目值得一看!\n\n{LONG}", "今年，这几个项目值得一看！"),
    (f"# 标题\n{LONG}", "标题"),
    (f"{LONG}\n{LONG}", None),
    (f"（一）项目带动持续增强。\n\n{LONG}", None),
    (f"一、工作回顾\n\n{LONG}", None),
    (f"---\ntitle: 2018年某市政府工作报告\n---\n政府工作报告\n\n{LONG}", "政府工作报告"),
])
def test_titles(made, text, title):
    found = [text for kind, text in kinds(made(text)) if kind == "title"]
    assert found == ([title] if title else [])


def test_bold_sentences_inside_a_paragraph_are_headings_of_what_follows(made):
    result = made("全年开局良好。**工厂改造提速。**新增产线两百条。**码头扩建过半**。开展招商，**一是**抓项目。**这一句虽然是加粗的但是没有结束**而是继续。")
    assert kinds(result) == [
        ("paragraph", "全年开局良好。"), ("heading", "工厂改造提速。"), ("paragraph", "新增产线两百条。"), ("heading", "码头扩建过半"),
        ("paragraph", "开展招商，一是抓项目。这一句虽然是加粗的但是没有结束而是继续。")]


def test_table_cells_stand_alone(made):
    result = made("| 指标 | 数值 |\n|---|---|\n| 工业总产值 | 90亿元 |")
    assert [text for _, text in kinds(result)] == ["指标", "数值", "工业总产值", "90亿元"]


def test_the_number_of_blank_lines_means_nothing(made):
    text = f"# 标题\n\n{LONG}\n\n工作回顾\n\n{LONG}"
    assert kinds(made(text)) == kinds(made(text.replace("\n\n", "\n \n\n\n"))) == kinds(made(text.replace("\n", "\r\n")))
