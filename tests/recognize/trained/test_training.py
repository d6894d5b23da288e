"""The learning: repeatable, and never from the names it has to find."""

from __future__ import annotations

import pytest

from kg.cli.main import main
from kg.errors import KgError
from kg.read import find, read
from kg.recognize.trained.training import examples, learn
from kg.settings import ontology_folder

from .conftest import CORPUS


@pytest.fixture(scope="module")
def found():
    sources = [s for s in find([CORPUS]) if s.path.suffix == ".md"][:3]
    return list(examples((read(s) for s in sources), ontology_folder()))


def test_the_same_seed_gives_the_same_bytes(small, tmp_path):
    learn(CORPUS, tmp_path / "again.crfsuite", limit=4)
    assert (tmp_path / "again.crfsuite").read_bytes() == small.read_bytes()


def test_another_seed_gives_another_model(small, tmp_path):
    learn(CORPUS, tmp_path / "other.crfsuite", limit=4, seed=1)
    assert (tmp_path / "other.crfsuite").read_bytes() != small.read_bytes()


def test_no_example_comes_twice(found):
    seen = [(e.whole, tuple((p.text or p.kind) for p in e.pieces)) for e in found]
    assert len(found) > 20 and len(seen) == len(set(seen))


def test_labels_open_and_go_on(found):
    assert any(label.startswith("B-Company") for e in found for label in e.labels)
    assert any(label.startswith("B-Front") for e in found for label in e.labels)
    for example in found:
        assert len(example.labels) == len(example.pieces)
        for before, label in zip(["O", *example.labels], example.labels):
            assert not label.startswith("I-") or before[2:] == label[2:]


def test_words_that_few_places_use_are_seen_by_shape(found):
    example = next(e for e in found if len(e.pieces) > 4)
    assert not any(f.lstrip("%").startswith("w") and not f.lstrip("%").startswith(("w-", "w+")) for row in example.features(frozenset()) for f in row)


def test_a_text_can_be_left_out(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("catl-profile-2023.md", "hefei-ev-2023.md"):
        (folder / name).write_bytes((CORPUS / name).read_bytes())
    assert learn(folder, tmp_path / "one.crfsuite", without=["hefei-ev-2023"]).texts == 1


def test_nothing_to_learn_from_is_one_clear_error(tmp_path):
    (tmp_path / "dull.txt").write_text("今天天气很好。", encoding="utf-8")
    with pytest.raises(KgError, match="nothing to learn from"):
        learn(tmp_path, tmp_path / "m.crfsuite")
    assert [p.name for p in tmp_path.iterdir()] == ["dull.txt"]


def test_the_command_writes_the_model_and_says_what_it_learnt_from(tmp_path, capsys, small):
    output = tmp_path / "m.crfsuite"
    assert main(["train", str(CORPUS), "-o", str(output), "--limit", "4"]) == 0
    assert capsys.readouterr().out.startswith("4 texts, ")
    assert output.read_bytes() == small.read_bytes()


def test_a_model_that_cannot_be_written_is_one_clear_error(tmp_path, capsys):
    assert main(["train", str(CORPUS), "-o", str(tmp_path / "nowhere" / "m.crfsuite"), "--limit", "1"]) != 0
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "the model can't be written" in error
