"""The learning: repeatable, from what was marked alone, and with one clear error where it can't be done."""

from __future__ import annotations

import sys

import pytest

from kg.cli.main import main
from kg.errors import KgError
from kg.read import document
from kg.recognize.language import language, recognize
from kg.recognize.trained.marked import Marked, unmarked
from kg.recognize.trained.marks import Mark, Slice, fingerprint, lines
from kg.recognize.trained.training import examples, learn
from kg.settings import ontology_folder


@pytest.fixture(scope="module")
def nlp():
    return language(ontology_folder())


def test_the_same_texts_give_the_same_bytes(small, folder, news, tmp_path):
    learn(folder, tmp_path / "again.npz", marked=[news])
    assert (tmp_path / "again.npz").read_bytes() == small.read_bytes()


def test_what_was_marked_is_found_in_a_text_that_was_not(small):
    text = "9日，晨州经开区举行开工仪式，沅川新材正极材料项目、望海路等项目开工建设，总投资9亿元。"
    rules, trained = ({(m.text, m.cls): m.rule for m in recognize(language(ontology_folder(), ner=ner), document(text))._.mentions} for ner in (None, str(small)))
    assert ("望海路", "Project") in trained
    assert set(rules) <= set(trained)


def test_labels_open_and_go_on(nlp):
    text, marks = unmarked("[甲城|D]、[乙山路|J]和[[丙江|D]大道|J]开工。")
    (example,) = examples(Marked("text", text, marks), nlp)
    names: dict[str, list] = {}
    for token, label in zip(example.sentence[0], example.labels, strict=True):
        if label != "O":
            names.setdefault(label[2:], []).append((label[0], token.text))
    assert "".join(word for _, word in names["Project"]) == "乙山路丙江大道" and [b for b, _ in names["Project"]].count("B") == 2
    assert "".join(word for _, word in names["District"]) == "甲城", "only the outer name of two is learnt"


def test_a_name_that_may_be_left_out_is_none(nlp):
    text, marks = unmarked("建设[智慧城|?J]和[望江路|J]。")
    (example,) = examples(Marked("text", text, marks), nlp)
    assert "".join(token.text for token, label in zip(example.sentence[0], example.labels, strict=True) if label != "O") == "望江路"


def _slice(folder, text: str, name: str) -> Slice:
    at = text.index(name)
    part = text[at - 2 : at + len(name) + 2]
    return Slice("text-0.txt", at - 2, at + len(name) + 2, fingerprint(part), (Mark(2, 2 + len(name), "Park"),))


def test_slices_are_cut_from_the_texts_of_the_folder(folder, tmp_path):
    text = (folder / "text-0.txt").read_text(encoding="utf-8")
    marks = tmp_path / "marks.tsv"
    marks.write_text("\n".join(lines([_slice(folder, text, "晨州经开区")] * 3)) + "\n", encoding="utf-8")
    report = learn(folder, tmp_path / "m.npz", marked=[marks])
    assert (report.texts, report.marked, report.names) == (3, 3, 3)


def test_a_slice_of_another_version_of_its_text_is_refused(folder, tmp_path):
    marks = tmp_path / "marks.tsv"
    marks.write_text("\n".join(lines([Slice("text-0.txt", 0, 4, "0" * 16, (Mark(0, 2, "District"),))])) + "\n", encoding="utf-8")
    with pytest.raises(KgError, match="not the ones that were marked"):
        learn(folder, tmp_path / "m.npz", marked=[marks])


def test_a_text_can_be_left_out_with_its_slices(folder, news, tmp_path):
    marks = tmp_path / "marks.tsv"
    marks.write_text("\n".join(lines([Slice("text-0.txt", 0, 4, "0" * 16, (Mark(0, 2, "District"),))])) + "\n", encoding="utf-8")
    assert learn(folder, tmp_path / "one.npz", marked=[marks, news], without=["text-0"]).texts == 2


def test_texts_of_marks_that_are_not_there_are_told(tmp_path, capsys, folder):
    marks = tmp_path / "marks.tsv"
    marks.write_text("\n".join(lines([Slice("elsewhere.md", 0, 4, "0" * 16, ())])) + "\n", encoding="utf-8")
    assert main(["train", str(folder), "-o", str(tmp_path / "m.npz"), "--marked", str(marks), "--quiet"]) != 0
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "elsewhere.md" in error and not (tmp_path / "m.npz").exists()


def test_nothing_to_learn_from_is_one_clear_error(folder, tmp_path):
    empty = tmp_path / "none.txt"
    empty.write_text("=== nothing\n没有名称。\n", encoding="utf-8")
    with pytest.raises(KgError, match="nothing to learn from"):
        learn(folder, tmp_path / "m.npz", marked=[empty])
    assert [p.name for p in tmp_path.iterdir()] == ["none.txt"]


def test_the_command_writes_the_model_and_says_what_it_learnt_from(tmp_path, capsys, small, folder, news):
    output = tmp_path / "m.npz"
    assert main(["train", str(folder), "-o", str(output), "--marked", str(news)]) == 0
    assert capsys.readouterr().out.startswith("3 texts, 24 marked texts, 72 names, ")
    assert output.read_bytes() == small.read_bytes()


def test_a_model_that_cannot_be_written_is_one_clear_error(tmp_path, capsys, folder, news):
    assert main(["train", str(folder), "-o", str(tmp_path / "nowhere" / "m.npz"), "--marked", str(news)]) != 0
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "the model can't be written" in error


def test_the_name_of_a_model_ends_as_ner_knows_it(tmp_path, capsys, folder):
    assert main(["train", str(folder), "-o", str(tmp_path / "m.bin")]) != 0
    assert ".npz" in capsys.readouterr().err


def test_without_the_library_that_learns_it_says_what_to_install(monkeypatch, tmp_path, capsys, folder):
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    assert main(["train", str(folder), "-o", str(tmp_path / "m.npz")]) == 2
    assert "pip install 'parkkg[train]'" in capsys.readouterr().err
