"""What the trained recogniser sees of a sentence."""

from __future__ import annotations

import pytest

from kg.recognize.text.tokens import tokenize
from kg.recognize.trained.distribution import Distribution, Word
from kg.recognize.trained.features import OF_TOKEN, feature_names, sight


def seen(text: str, *standing: tuple[str, str, str]):
    spans = sorted((text.index(name), text.index(name) + len(name), cls, rule) for name, cls, rule in standing)
    tokens = tokenize(text, 0, len(text), (), (), ())
    return [t.text for t in tokens], sight(tokens, spans)


def test_the_names_of_the_rules_are_labels():
    words, one = seen("建设望江路、青石路。", ("望江路", "Project", "public-work.told"))
    at = words.index("、")
    assert "".join(words[1:at]) == "望江路" and one.found[1] == "BProject" and set(one.found[2:at]) <= {"IProject"}
    assert one.found_by[1] == "BProject.public-work" and one.found[0] == one.found[at] == "O"


@pytest.mark.parametrize(
    ("text", "word", "attribute", "value"),
    [
        ("引进禾光、云岭等企业。", "云岭", "verb_left", "引进"),
        ("建设望江路，青石开工。", "青石", "verb_left", "-"),
        ("建设望江路，青石开工。", "青石", "verb_right", "开工"),
        ("引进禾光、云岭等企业。", "禾光", "list_of", "企业"),
        ("引进禾光、云岭。", "云岭", "member_left", "word"),
        ("引进禾光。", "禾光", "member_left", "-"),
    ],
)
def test_surroundings_are_seen_within_a_clause(text, word, attribute, value):
    words, one = seen(text)
    assert getattr(one, attribute)[max(i for i, w in enumerate(words) if w == word)] == value


def test_the_class_of_a_member_beside_a_separator_is_seen():
    words, one = seen("引进晨川、禾光等企业。", ("晨川", "Company", "list.company"))
    assert one.member_left[words.index("禾光")] == "Company"


def test_every_attribute_is_told_of_every_token():
    words, one = seen("总投资3亿元的晨川项目，2023年开工。")
    assert {len(getattr(one, attribute)) for attribute in OF_TOKEN} == {len(words)} == {len(one.forms)}


def test_amounts_and_times_are_seen_by_kind_alone():
    _, one = seen("总投资3亿元。")
    assert all("3" not in text for text, _, _ in one.forms if text in ("quantity", "time"))


def test_features_name_attribute_distance_and_value():
    words, one = seen("建设望江路。")
    names = list(feature_names(one, Distribution({"建设": Word(("5", "77"), ("O4", "BEProject1"))})))
    assert len(names) == len(words)
    assert {"word[0]=建设", "class64[0]=5", "class256[0]=77", "role[0]=O4", "role[0]=BEProject1", "word[-1]=<>"} <= set(names[0])
    assert {"word[-1]=建设", "class64[-1]=5", "class64[0]=unknown"} <= set(names[1])
    assert any("&" in name for name in names[0])
