"""The model: what is written is read again, and it says of a sentence what the library that it was learnt with says."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.recognize.text.tokens import tokenize
from kg.recognize.trained.distribution import Distribution, Word
from kg.recognize.trained.features import feature_names
from kg.recognize.trained.model import MODEL, Model, load, save
from kg.recognize.trained.scorer import Scorer, Weights
from kg.recognize.trained.sight import Vocabulary

TEXT = "9日，晨州经开区举行开工仪式，沅川新材正极材料项目、望海路等项目开工建设。"


def sentence(text: str, standing=()):
    return tokenize(text, 0, len(text), (), (), ()), standing


def _tiny() -> tuple[Weights, Distribution]:
    weights = Weights(
        ("B-Project", "I-Project", "O"),
        np.array([[0, 1, 0], [0, 0.5, 0], [0, -9, 0.25]], np.float32),
        ("class64[-1]=7", "ending[0]=路", "found[-1]=O&found[0]=O&found[1]=O", "word[0]=望海"),
        np.array([[-0.5, 0, 0.5], [0, 2, 0], [0, 0, 0.5], [3, 0, 0]], np.float32),
    )
    return weights, Distribution({"、": Word(("7", "12"), ("O4",)), "\n": Word(("1", "2"), ())})


def test_what_is_written_is_read_again(tmp_path):
    weights, distribution = _tiny()
    for name in ("one.npz", "two.npz"):
        save(weights, distribution, tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    ((spans, probabilities),) = load(tmp_path / "one.npz").names([sentence("建设望海路、青石路。")])
    ((again, same),) = Model(weights, distribution).names([sentence("建设望海路、青石路。")])
    assert spans == again and np.array_equal(probabilities, same)


def test_the_scores_are_those_of_the_features_by_name():
    weights, distribution = _tiny()
    of_feature = dict(zip(weights.features, weights.scores, strict=True))
    scorer = Scorer(weights, distribution)
    for _ in range(2):  # when values are new, and when they are known
        sight = scorer.vocabulary.sight([sentence(TEXT), sentence("建设望海路、青石路。"), sentence("、")])
        scores = scorer.scores(sight)
        for part, names in zip(sight.sentences(), feature_names(sight, scorer.vocabulary, distribution), strict=True):
            for of_token, row in zip(names, scores[part], strict=True):
                assert row == pytest.approx(sum((of_feature[name] for name in of_token if name in of_feature), np.zeros(3)), abs=1e-5)


def test_the_probabilities_are_those_of_the_library_that_it_was_learnt_with(folder, tmp_path, news):
    pycrfsuite = pytest.importorskip("pycrfsuite")
    from kg.recognize.language import language
    from kg.recognize.trained.marked import read_marked
    from kg.recognize.trained.training import PARAMETERS, examples, train
    from kg.settings import ontology_folder

    distribution = Distribution({})
    nlp = language(ontology_folder())
    found = [example for text in read_marked(news) for example in examples(text, nlp)]
    vocabulary = Vocabulary()

    def features(*sentences):
        return list(feature_names(vocabulary.sight(sentences), vocabulary, distribution))

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    for example in found:
        trainer.append(*features(example.sentence), example.labels)
    trainer.train(str(tmp_path / "model"))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(tmp_path / "model"))
    weights = train(found, distribution)
    sentences = [example.sentence for example in found[:10]] + [sentence(TEXT)]
    for names, (_, probabilities) in zip(features(*sentences), Model(weights, distribution).names(sentences), strict=True):
        tagger.set(names)
        for i, row in enumerate(probabilities):
            for number, label in enumerate(weights.labels):
                assert row[number] == pytest.approx(tagger.marginal(label, i), abs=1e-3)


def test_how_probable_a_name_of_the_rules_is(small):
    model = load(small)
    tokens = tokenize(TEXT, 0, len(TEXT), (), (), ())
    ((spans, probabilities),) = model.names([(tokens, ())])
    for span in spans:
        assert model.probability(probabilities, span.first, span.stop, span.cls) == pytest.approx(span.probability)
    assert model.probability(probabilities, 0, 1, "Nothing") == 0


@given(st.lists(st.text("晨州开工建设望海路项目等、，。产业园3亿元“”", max_size=30), max_size=4))
@settings(deadline=None, max_examples=50)
def test_every_span_lies_in_its_sentence_and_none_overlap(texts):
    sentences = [sentence(text) for text in texts if text]
    for (tokens, _), (spans, probabilities) in zip(sentences, load(MODEL).names(sentences), strict=True):
        assert len(probabilities) == len(tokens)
        assert all(0 <= s.first < s.stop <= len(tokens) and 0 < s.probability <= 1.0001 for s in spans)
        assert all(a.stop <= b.first for a, b in pairwise(spans))


def test_a_sentence_is_seen_alike_alone_and_among_others():
    a, b = sentence(TEXT), sentence("望海路、青石路、湖滨路建成通车。")
    model = load(MODEL)
    alone = [next(model.names([one]))[0] for one in (a, b)]
    together = [spans for spans, _ in model.names([a, b, a])]
    assert [[s[:3] for s in spans] for spans in together] == [[s[:3] for s in spans] for spans in (*alone, alone[0])]


def test_what_is_kept_of_words_is_bounded(monkeypatch):
    from kg.recognize.trained import model as module

    monkeypatch.setattr(module, "_MOST", 3)
    weights, distribution = _tiny()
    model = Model(weights, distribution)
    first, again = ([spans for spans, _ in model.names([sentence("建设望海路、青石路。")])] for _ in range(2))
    assert first == again and len(model._scorer.vocabulary.forms) < 12


@pytest.mark.parametrize("content", [b"this is no model", b"PK\x03\x04 nor is this", b""])
def test_a_model_that_is_none_is_one_clear_error(tmp_path, content):
    path = tmp_path / "bad.npz"
    path.write_bytes(content)
    with pytest.raises(KgError, match="bad.npz.*kg train"):
        load(path)


def test_the_shipped_model_is_small_enough():
    assert MODEL.stat().st_size <= 12_000_000
