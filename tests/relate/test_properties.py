"""What holds for the reading of any text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Evidence, Reading
from kg.read import document
from tests.work import calls

# Paragraphs of invented news and reports; any of them may follow any other.
PARAGRAPHS = [
    "5月16日，总投资50亿元的湛朗半导体项目在绵阳高新区开工。该项目占地300亩，预计2026年投产。",
    "2023年，咸阳高新区工业总产值突破1800亿元，同比增长9.6%，居全省第2位。",
    "先后引进彩虹光电、信达生物、时代电气等企业，总投资超100亿元。",
    "福耀玻璃、拓普集团等比亚迪核心供应商快速投产，产值分别达35亿元、28亿元。",
    "喀什经济开发区管委会主任李明辉介绍，全区规上企业210家，力争2025年达到300家。",
    "长春国际汽车城入选国家级绿色园区，集成电路、新型显示等产业加快集聚。",
    "白鹤滩水电站由三峡集团投资建设，总装机1600万千瓦，2022年12月全部机组投产。",
    "郑州市与宁德时代签署战略合作协议，共建动力电池基地；洛阳市引进企业35家。",
    "若惠科落户苏州工业园区，年产值将突破500亿元。网传消息未获证实。",
    "全市地区生产总值4038亿元，增长8%；税收由210亿元提升到260亿元，占全省的比重达7.5%。",
]
ALPHABET = ("绵阳高新区京东方肇庆小鹏汽车华星科技项目基地产业园公司集团等落户引进投产动工签约位于总投资产值增长突破力争预计拟未若"
            "一二三十百千万亿0123456789.%元亩家个人年月日前去今季度上下半，。；：、！？“”（）《》·—-–~  \n\t#*|<>&;AZaz\u3000\u200b％１")


def facts(reading: Reading) -> Iterator[object]:
    yield from reading.entities
    yield from reading.relations
    yield from reading.observations
    yield from reading.milestones


def evidences(reading: Reading) -> Iterator[Evidence]:
    for fact in facts(reading):
        yield from fact.evidence


def without_offsets(reading: Reading) -> list[object]:
    """The facts with what their evidences quote, not where."""
    return [replace(fact, evidence=tuple(sorted((e.exact, e.rule) for e in fact.evidence))) for fact in facts(reading)]


def certain(said) -> set[tuple[str, str]]:
    """Names that need no context beyond their sentence."""
    sources, unsure = ("gazetteer", "grammar.", "list."), ("gazetteer.weak", "grammar.bare-zone")
    return {(entity.names[0], entity.cls) for entity in said.reading.entities
            if any(e.rule.startswith(sources) and e.rule not in unsure for e in entity.evidence)}


texts = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5, unique=True)
slow = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(paragraphs=texts)
def test_every_evidence_quotes_the_text(said, paragraphs):
    made = said("\n\n".join(paragraphs), issued="2024-05-17")
    for evidence in evidences(made.reading):
        assert 0 <= evidence.start < evidence.end <= len(made.document.text)
        assert made.document.text[evidence.start:evidence.end] == evidence.exact and evidence.rule


@slow
@given(paragraphs=texts, lines=st.integers(1, 4))
def test_blank_lines_between_paragraphs_change_nothing_but_offsets(said, paragraphs, lines):
    one, other = (said(gap.join(paragraphs), issued="2024-05-17") for gap in ("\n\n", "\n\n" + "\n" * lines))
    assert without_offsets(one.reading) == without_offsets(other.reading)


@slow
@given(paragraphs=texts)
def test_reading_is_deterministic(said, paragraphs):
    text = "\n\n".join(paragraphs)
    assert said(text, issued="2024-05-17").reading == said(text, issued="2024-05-17").reading


@slow
@given(first=texts, second=texts)
def test_two_texts_in_one_hold_the_certain_names_of_both(said, first, second):
    both = certain(said("\n\n".join([*first, *second]), issued="2024-05-17"))
    for text in (first, second):
        assert certain(said("\n\n".join(text), issued="2024-05-17")) <= both


@slow
@given(paragraphs=texts, at=st.integers(0, 300))
def test_a_text_cut_anywhere_is_read(said, paragraphs, at):
    text = "\n\n".join(paragraphs)[at:]
    if text.strip():
        made = said(text)
        assert all(made.document.text[e.start:e.end] == e.exact for e in evidences(made.reading))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(ALPHABET, min_size=1, max_size=120), identifier=st.sampled_from(["a.txt", "a.md", "a.html"]),
       issued=st.sampled_from([None, "2024", "2024-02-01"]))
def test_no_text_is_too_odd(reader, text, identifier, issued):
    try:
        made = document(text, identifier, issued=issued)
    except ReadError:
        return
    reading = reader.read(made)
    assert all(made.text[e.start:e.end] == e.exact for e in evidences(reading))
    positions = range(len(reading.entities))
    assert all(r.subject in positions and r.object in positions for r in reading.relations)
    assert all(fact.entity in positions for fact in (*reading.observations, *reading.milestones))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_character_is_read(reader, text):
    try:
        made = document(f"长电科技{text}落户绵阳高新区。")
    except ReadError:
        return
    assert all(made.text[e.start:e.end] == e.exact for e in evidences(reader.read(made)))


@pytest.mark.parametrize("unit", ["今天天气好，", "绵阳高新区引进京东方，产值300亿元，", "项目投产"])
def test_a_line_without_a_full_stop_takes_linear_work(reader, unit):
    once, fourfold = (document(unit * (characters // len(unit)), issued="2024") for characters in (4_000, 16_000))
    reader.read(once)                   # what is made at the first use is no part of it
    assert calls(lambda: reader.read(fourfold)) < 5 * calls(lambda: reader.read(once))
