"""The same names are found however a text is written: widths, traditional characters, spaces, line breaks, Markdown's marks."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import relate
from kg.read import document
from kg.recognize import lexicon
from kg.recognize.language import language, recognize
from kg.relate.reading import Reader
from kg.settings import ontology_folder

NLP = language(ontology_folder())
READER = Reader()
CLEAN = "小鹏汽车肇庆基地投产。宁德时代、震裕科技等企业落户肇庆高新区，总投资1,200亿元。TCL华星（东莞）研究院揭牌。"
TRADITIONAL = "小鵬汽車肇慶基地投產。寧德時代、震裕科技等企業落戶肇慶高新區，總投資1,200億元。TCL華星（東莞）研究院揭牌。"
WRITTEN = {
    "full width": CLEAN.replace("TCL", "ＴＣＬ").replace("1,200", "１，２００"),
    "half width": CLEAN.replace("（", "(").replace("）", ")").replace("，", ","),
    "traditional": TRADITIONAL,
    "traditional here and there": CLEAN.replace("时代", "時代").replace("汽车", "汽車"),
    "spaces of OCR": CLEAN.replace("小鹏汽车", "小 鹏 汽 车").replace("高新区", "高新　区").replace("1,200亿元", "1 , 200 亿 元").replace("震裕", "震 裕"),
    "bold": CLEAN.replace("小鹏汽车", "**小鹏汽车**").replace("宁德时代", "**宁德**时代"),
    "emphasis and code": CLEAN.replace("宁德时代", "*宁德时代*").replace("震裕科技", "`震裕科技`"),
    "links and notes": CLEAN.replace("肇庆高新区", "[肇庆高新区](http://example.org/)").replace("震裕科技", "震裕科技[^2]"),
    "struck out": CLEAN.replace("高新区", "~~高新区~~"),
    "Kangxi radicals": CLEAN.replace("高", "⾼").replace("工", "⼯"),
    "invisible signs": CLEAN.replace("汽车", "汽\u200b车").replace("时代", "时\u2060代"),
    "small signs": CLEAN.replace("（", "﹙").replace("）", "﹚"),
}


def names(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.cls) for m in recognize(NLP, document(text))._.mentions]


def figures(text: str) -> list[str]:
    return [f"{q.value:f} {q.unit}" for q in recognize(NLP, document(text))._.quantities]


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_however_it_is_written(text):
    assert len(names(CLEAN)) >= 9 and figures(CLEAN) == ["120000000000 CNY"]
    assert names(text) == names(CLEAN)
    assert figures(text) == figures(CLEAN)


PARAGRAPH = ("去年，全区规模以上工业总产值突破千亿元，同比增长两成，增速居全市前列，小鹏汽车肇庆基地全年交付整车超过十万辆，带动上下游企业加快集聚。"
             "宁德时代、震裕科技等龙头企业落户肇庆高新区，为新能源汽车产业的发展打下了坚实的基础，也为全市经济作出了新的贡献。")


@pytest.mark.parametrize("width", [25, 30, 33, 40])
def test_lines_that_break_in_the_middle_of_a_name(width):
    broken = "\n".join(PARAGRAPH[i:i + width] for i in range(0, len(PARAGRAPH), width))
    assert names(broken) == names(PARAGRAPH)
    assert ("小鹏汽车肇庆基地", "Project") in names(PARAGRAPH)


def test_a_name_in_traditional_characters_keeps_its_place_and_its_form():
    made = document(TRADITIONAL)
    reading = READER.read(made)
    battery = next(entity for entity in reading.entities if "宁德时代" in entity.names)
    assert battery.names[0] == "宁德时代" and "寧德時代" in battery.names
    assert {evidence.exact for evidence in battery.evidence} == {"寧德時代"}
    for fact in (*reading.entities, *reading.relations, *reading.observations, *reading.milestones):
        assert all(TRADITIONAL[e.start:e.end] == e.exact for e in fact.evidence)


SENTENCES = st.sampled_from([
    "小鹏汽车肇庆基地投产。", "宁德时代、震裕科技等企业落户肇庆高新区。", "总投资11亿元的小鹏智能驾驶项目动工。", "东莞松山湖高新区获评国家级绿色工业园区。",
    "党工委书记江泽全出席会议。", "引进美的、格力等项目。", "增长20.2%。", "天气晴好。", "推进广湛高铁、珠肇高铁建设，", "“百千万工程”"])
SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(st.lists(SENTENCES, min_size=1, max_size=6), st.sampled_from(["", "\n\n", "\n", " "]))
def test_every_name_lies_in_the_text_and_none_crosses_another(sentences, gap):
    made = document(gap.join(sentences))
    found = recognize(NLP, made)._.mentions
    for m in found:
        assert 0 <= m.start < m.end <= len(made.clean) and made.clean[m.start:m.end] == m.text
    for a, b in ((a, b) for a in found for b in found if a.start < b.start < a.end):
        assert b.end <= a.end, f"{a.text} and {b.text} cross"


@SOME
@given(st.lists(SENTENCES, min_size=2, max_size=6), st.sampled_from(["\n\n\n", "\n \n", "\n　\n\n", "\r\n\r\n"]))
def test_more_space_between_paragraphs_changes_nothing(sentences, gap):
    assert names(gap.join(sentences)) == names("\n\n".join(sentences))


@SOME
@given(st.text(alphabet="肇庆小鹏汽车基地、。，等项目投产1亿元（）“”*`\n 鵬車億", min_size=1, max_size=60))
def test_no_text_is_too_odd(text):
    if text.strip():
        made = document(text)
        assert all(made.clean[m.start:m.end] == m.text for m in recognize(NLP, made)._.mentions)


LEXICONS = Path(lexicon.__file__).parent, Path(relate.__file__).parent / "lexicon"
WORDS = sorted({word for folder in LEXICONS for file in folder.glob("*.yaml") for words in yaml.safe_load(file.read_text("utf-8")).values()
                if isinstance(words, str) for word in words.split() if word.isalpha()})
NAMED = ["晨帆科技", "江苏晨帆科技有限公司", "肇庆高新区", "高新区", "常熟", "晨帆锂电池项目", "二期", "新能源汽车", "“链长制”", "李明", "1.2亿元", "300亩", "10家", "12.5%", "去年", "50万吨", "A"]
SIGNS = ["、", "、", "，", "。", "；", "：", "（", "）", "“", "”", "等", "和", "的", "包括", "企业", "项目"]


@settings(SOME, max_examples=300)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(NAMED), st.sampled_from(SIGNS)), min_size=1, max_size=12))
def test_no_row_of_words_that_rules_know_is_too_odd(words):
    made = document("".join(words))
    for entity in READER.read(made).entities:
        assert all(made.clean[e.start:e.end] == e.exact for e in entity.evidence)
