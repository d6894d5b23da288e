"""Whether what is said is so: cue words, and what becomes of them in whole sentences."""

import pytest

from kg.relate.truth import ACTUAL, FORECAST, PLANNED, TARGET, denied, modality


CUES = {
    ACTUAL: ["完成投资", "实现产值", "新增企业", "已投产", "成功争取到", "去年产值", "年度投资计划完成", "累计", "该规划的", "将军澳", "主要", "重要"],
    TARGET: ["力争产值", "争取产值", "确保产值", "目标是", "努力实现", "到2025年产值突破", "冲刺", "不低于", "奋力实现", "会议强调，要", "方面，要加快"],
    FORECAST: ["预计产值", "有望突破", "预期年产值", "产值可达", "将达"],
    PLANNED: ["拟投资", "计划投资", "规划用地", "谋划建设", "将建设", "筹建"],
}


@pytest.mark.parametrize("truth, front", [(truth, front) for truth, fronts in CUES.items() for front in fronts])
def test_a_cue_decides(truth, front):
    assert modality(front, forward=False) == truth


@pytest.mark.parametrize("front, truth", [("新增企业", TARGET), ("建成", TARGET), ("预计产值", FORECAST), ("力争产值", TARGET), ("计划投资", TARGET)])
def test_where_the_text_looks_forward_nothing_is_a_fact(front, truth):
    assert modality(front, forward=True) == truth


@pytest.mark.parametrize("front, clause", [
    ("华星公司未", "华星公司未落户"), ("华星公司尚未", "华星公司尚未落户"), ("华星公司没有", "华星公司没有落户"), ("华星公司不再", "华星公司不再投资"),
    ("华星公司否认", "华星公司否认落户"), ("", "若华星公司落户"), ("", "如果华星公司落户"), ("", "一旦落户"), ("华星公司取消", "华星公司取消建设"), ("", "华星公司落户苏州？")])
def test_denied_cancelled_or_supposed(front, clause):
    assert denied(front, clause)


@pytest.mark.parametrize("front, clause", [
    ("华星公司", "华星公司落户"), ("未来，华星公司", "未来，华星公司落户"), ("没有退路的华星公司迎难而上", "没有退路的华星公司迎难而上落户"),
    ("", "若干企业落户"), ("", "华星公司落户苏州，为何选在这里？")])
def test_not_denied(front, clause):
    assert not denied(front, clause)


# --- in whole sentences: what is promised is never mistaken for what is done

LOCATED = "长电科技 locatedIn 绵阳高新区"


@pytest.mark.parametrize("text", ["长电科技落户绵阳高新区。", "长电科技已正式落户绵阳高新区。", "长电科技落户绵阳高新区以来，产值翻番。", "位于绵阳高新区的长电科技扩能。"])
def test_what_is_so_is_a_fact(said, text):
    assert LOCATED in said(text).relations


@pytest.mark.parametrize("text", [
    "长电科技未落户绵阳高新区。", "长电科技尚未落户绵阳高新区。", "长电科技没有落户绵阳高新区。", "长电科技并未落户绵阳高新区。", "长电科技不会落户绵阳高新区。",
    "长电科技否认落户绵阳高新区。", "长电科技终止落户绵阳高新区。", "长电科技放弃落户绵阳高新区。", "若长电科技落户绵阳高新区，产值将翻番。",
    "如果长电科技落户绵阳高新区，产值将翻番。", "长电科技是否落户绵阳高新区尚无定论。", "长电科技为何落户绵阳高新区？", "长电科技退出绵阳高新区。",
    "长电科技拟落户绵阳高新区。", "长电科技计划落户绵阳高新区。", "长电科技有望落户绵阳高新区。", "长电科技将落户绵阳高新区。", "长电科技或将落户绵阳高新区。",
    "力争长电科技落户绵阳高新区。", "争取长电科技落户绵阳高新区。", "预计长电科技落户绵阳高新区。", "长电科技考察绵阳高新区。", "长电科技从绵阳高新区迁出。",
    "推动长电科技落户绵阳高新区。", "希望长电科技落户绵阳高新区。", "欢迎长电科技落户绵阳高新区。",
    "网传长电科技落户绵阳高新区，公司回应称不属实。", "长电科技落户绵阳高新区的消息不实。",
    "长电科技落户绵阳高新区？",
])
def test_what_is_not_so_or_not_yet_is_no_fact(said, text):
    assert LOCATED not in said(text).relations


@pytest.mark.parametrize("text, truth", [
    ("力争长电科技落户绵阳高新区。", "Target"),
    ("长电科技拟落户绵阳高新区。", "Planned"),
    ("长电科技有望落户绵阳高新区。", "Forecast")])
def test_what_is_planned_has_its_statement(said, text, truth):
    assert f"{LOCATED} ({truth})" in said(text).relations


@pytest.mark.parametrize("text, stages", [
    ("长电科技绵阳基地投产。", {("Operational", "Actual")}), ("长电科技绵阳基地已于2023年5月投产。", {("Operational", "Actual")}),
    ("长电科技绵阳基地投产仪式举行。", {("Operational", "Actual")}), ("长电科技绵阳基地即将投产。", {("Operational", "Planned")}),
    ("长电科技绵阳基地将于2026年投产。", {("Operational", "Planned")}), ("确保长电科技绵阳基地年底投产。", {("Operational", "Target")}),
    ("长电科技绵阳基地未投产。", set()), ("长电科技绵阳基地尚未动工。", set()), ("长电科技绵阳基地暂停建设。", {("Suspended", "Actual")}),
    ("长电科技绵阳基地停产。", {("Suspended", "Actual")}),
    ("推动长电科技绵阳基地投产。", {("Operational", "Target")}),
    ("长电科技绵阳基地投产在即。", {("Operational", "Planned")}),
])
def test_the_truth_of_a_stage(said, text, stages):
    found = {(stage, truth) for _, stage, _, truth in said(text, issued="2024-06-01").milestones}
    assert found == stages


@pytest.mark.parametrize("text, written, truth", [
    ("长电科技2023年产值50亿元。", "50亿元", "Actual"), ("长电科技力争产值突破50亿元。", "50亿元", "Target"), ("长电科技预计年产值50亿元。", "50亿元", "Forecast"),
    ("总投资50亿元的长电科技绵阳基地开工。", "50亿元", "Planned"), ("长电科技有望实现产值50亿元。", "50亿元", "Forecast"), ("长电科技2030年产值将达50亿元。", "50亿元", "Forecast"),
    ("长电科技到2026年产值突破50亿元。", "50亿元", "Target")])
def test_the_truth_of_a_figure(said, text, written, truth):
    assert said(text, issued="2024-06-01").truths[written] == truth
