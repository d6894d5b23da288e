"""The features of tokens, by name."""

from __future__ import annotations

from kg.recognize.text.tokens import tokenize
from kg.recognize.trained.distribution import Distribution, Word
from kg.recognize.trained.features import feature_names
from kg.recognize.trained.sight import Vocabulary


def test_features_name_attribute_distance_and_value():
    text = "建设望江路。"
    tokens = tokenize(text, 0, len(text), (), (), ())
    vocabulary = Vocabulary()
    distribution = Distribution({"建设": Word(("5", "77"), ("O4", "BEProject1"))})
    (names,) = feature_names(vocabulary.sight([(tokens, ())]), vocabulary, distribution)
    assert len(names) == len(tokens)
    assert {"word[0]=建设", "class64[0]=5", "class256[0]=77", "role[0]=O4", "role[0]=BEProject1", "word[-1]=<>"} <= set(names[0])
    assert {"word[-1]=建设", "class64[-1]=5", "class64[0]=unknown"} <= set(names[1])
    assert any("&" in name for name in names[0])
