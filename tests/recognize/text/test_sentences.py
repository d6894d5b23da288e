"""Sentences and clauses: where they end, and that a text without ends is read with work that grows with its length, not with its square."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read import document
from kg.recognize.language import language, recognize
from kg.recognize.text.sentences import LONGEST_SENTENCE, clauses, sentences
from kg.settings import ontology_folder
from tests.work import calls


def pieces(text: str) -> list[str]:
    made = document(text)
    return [made.clean[start:end] for start, end, _ in sentences(made)]


def test_a_long_run_is_cut_behind_a_comma():
    clause = "全市经济稳中有进，"
    found = pieces(clause * 300)
    assert "".join(found) == clause * 300
    assert len(found) == 3 and all(len(piece) <= LONGEST_SENTENCE and piece.endswith("，") for piece in found)


def test_a_run_without_marks_is_cut_all_the_same():
    assert list(map(len, pieces("稳" * 2500))) == [LONGEST_SENTENCE, LONGEST_SENTENCE, 500]


def test_a_sentence_of_the_longest_kind_stays_whole():
    text = "全" * (LONGEST_SENTENCE - 1) + "。"
    assert pieces(text) == [text]


@given(st.text(alphabet="全市，：,:（）“”《》。", max_size=40))
def test_clauses_cover_a_sentence_and_end_at_marks_outside_brackets(text):
    expected, depth, begin = [], 0, 0
    for i, c in enumerate(text):
        if c in "（《" or c == "“" and (depth or "”" in text[i + 1:i + 31]):      # an open quotation is speech
            depth += 1
        elif c in "）”》":
            depth = max(0, depth - 1)
        elif not depth and c in "，：,:":
            expected.append((begin, i + 1))
            begin = i + 1
    assert clauses(text, 0, len(text)) == expected + [(begin, len(text))] * (begin < len(text))


def test_speech_has_clauses_and_a_slogan_has_none():
    said = "他说：“我们的项目今年2月开工，6月投产，预计年产值可以达到5个亿以上，带动就业300人。”"
    slogan = "围绕“强链，补链”的思路，"
    assert [said[a:b] for a, b in clauses(said, 0, len(said))] == [
        "他说：", "“我们的项目今年2月开工，", "6月投产，", "预计年产值可以达到5个亿以上，", "带动就业300人。”"]
    assert [slogan[a:b] for a, b in clauses(slogan, 0, len(slogan))] == [slogan]


@pytest.mark.parametrize("clause", ("兴原汽车项目建成投产，", "兴原汽车、白川电子、洛溪电池项目、"))
def test_work_on_a_text_without_ends_of_sentences_grows_with_its_length(clause):
    nlp = language(ontology_folder())
    texts = [document(f"东莞市政府工作报告\n\n{clause * times}") for times in (250, 500)]
    for text in texts:
        recognize(nlp, text)                # what is made at the first use is no part of it
    once, twice = (calls(lambda text=text: recognize(nlp, text)) for text in texts)
    assert twice < 2.3 * once
