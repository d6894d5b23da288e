"""The pipeline: its components say what they need and give."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.read import document
from kg.recognize.language import LAYERS, recognize
from kg.recognize.text.sentences import MAIN_TEXT, clauses, sentences

COMPONENTS = ["kg_sentences", "kg_quantities", "kg_times", "kg_gazetteer", "kg_tokens", "kg_names"]
TEXT = "# 绵阳高新区：以新谋进\n\n2023年，绵阳高新区产值突破1800亿元；引进京东方等企业20家。\n\n京东方绵阳基地动工！\n\n## 相关阅读\n\n某某科技产值900亿元\n"


def test_the_pipeline_has_no_problem(nlp):
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_every_component_but_the_first_finds_what_it_requires(nlp):
    analysis = nlp.analyze_pipes(keys=["assigns", "requires"])
    assert list(analysis["problems"]) == COMPONENTS
    assert not any(analysis["problems"][name] for name in COMPONENTS[1:])
    assert analysis["attrs"]["doc._.mentions"]["assigns"] == ["kg_names"]


def test_the_check_sees_a_component_that_lacks_what_it_needs(nlp):
    with nlp.select_pipes(disable=["kg_sentences"]):
        assert nlp.analyze_pipes()["problems"]["kg_quantities"] == ["doc._.sentences"]


def test_components_are_registered_and_in_order(nlp):
    assert nlp.pipe_names == COMPONENTS
    assert all(Language.has_factory(name) for name in COMPONENTS)
    assert nlp.lang == "zh"


def test_every_component_assigns_a_layer_of_its_own(nlp):
    assigned = [layer for name in COMPONENTS for layer in nlp.get_pipe_meta(name).assigns]
    assert len(assigned) == len(set(assigned))
    assert {layer.removeprefix("doc._.") for layer in assigned} | {"document"} == set(LAYERS)


def test_layers_have_clean_offsets(recognized):
    doc = recognized(TEXT)
    assert doc._.mentions
    for mention in doc._.mentions:
        assert doc._.document.clean[mention.start:mention.end] == mention.text


def test_every_layer_is_filled_and_ordered(recognized):
    doc = recognized(TEXT)
    assert all(getattr(doc._, layer) is not None for layer in LAYERS)
    for layer in ("quantities", "times", "listed", "mentions"):
        starts = [span.start for span in getattr(doc._, layer)]
        assert starts and starts == sorted(starts)
    assert len(doc._.tokens) == len(doc._.sentences)


def test_nothing_is_recognised_in_furniture(recognized):
    doc = recognized(TEXT)
    clean = doc._.document.clean
    furniture = clean.index("相关阅读")
    for layer in ("quantities", "times", "listed", "mentions", "sentences"):
        assert all((span[0] if isinstance(span, tuple) else span.start) < furniture for span in getattr(doc._, layer))


def test_no_recogniser_edits_what_another_found(nlp):
    made = document(TEXT)
    doc = Doc(nlp.vocab)
    doc._.document = made
    seen: dict[str, object] = {}
    for _, component in nlp.pipeline:
        doc = component(doc)
        for layer, before in seen.items():
            assert repr(getattr(doc._, layer)) == before
        seen = {layer: repr(getattr(doc._, layer)) for layer in LAYERS if getattr(doc._, layer) is not None}


def test_two_documents_do_not_mix(nlp):
    first, second = document("京东方投产。"), document("隆基绿能投产。")
    one, two, again = recognize(nlp, first), recognize(nlp, second), recognize(nlp, first)
    assert [m.text for m in one._.mentions] == [m.text for m in again._.mentions] == ["京东方"]
    assert [m.text for m in two._.mentions] == ["隆基绿能"]


def test_an_empty_main_text(recognized):
    doc = recognized("……\n")
    assert doc._.mentions == [] and doc._.quantities == []


# --- sentences and clauses


def cut(text: str, **known) -> list[str]:
    made = document(text, **known)
    return [made.clean[start:end] for start, end, _ in sentences(made)]


def test_sentences_end_at_full_stops_and_semicolons():
    assert cut("产值增长；税收增长！外贸呢？也增长。“好。”他说。") == ["产值增长；", "税收增长！", "外贸呢？", "也增长。", "“好。”", "他说。"]


def test_sentences_keep_to_their_blocks_and_know_their_kind():
    made = document(TEXT)
    found = list(sentences(made))
    assert [kind for *_, kind in found][0] == "title" and {kind for *_, kind in found} <= MAIN_TEXT
    for start, end, kind in found:
        assert any(block.start <= start and end <= block.end and block.kind == kind for block in made.blocks)


@pytest.mark.parametrize("text, pieces", [
    ("产值增长，税收增长。", ["产值增长，", "税收增长。"]), ("项目有：甲，乙", ["项目有：", "甲，", "乙"]), ("中国（四川，成都）片区，开工", ["中国（四川，成都）片区，", "开工"]),
    ("“优一，进二”工程，开工", ["“优一，进二”工程，", "开工"]), ("一句", ["一句"]), ("收尾，", ["收尾，"])])
def test_clauses_are_cut_at_commas_outside_brackets(text, pieces):
    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == pieces
