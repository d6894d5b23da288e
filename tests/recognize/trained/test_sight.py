"""What the trained recogniser sees of a document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.recognize.text.tokens import tokenize
from kg.recognize.values.quantities import quantities
from kg.recognize.trained.features import OF_TOKEN
from kg.recognize.trained.sight import Vocabulary

AROUND = [attribute for attribute in OF_TOKEN if attribute not in ("found", "found_by")]


def sentence(text: str, *standing: tuple[str, str, str]):
    spans = sorted((text.index(name), text.index(name) + len(name), cls, rule) for name, cls, rule in standing)
    return tokenize(text, 0, len(text), (), quantities(text), ()), spans


def seen(*sentences):
    """What is seen of each sentence of a document: its words, and the values of each attribute."""
    vocabulary = Vocabulary()
    sight = vocabulary.sight(sentences)
    told = []
    for part in sight.sentences():
        values = {attribute: [getattr(vocabulary, attribute).values_in_order[n] for n in getattr(sight, attribute)[part]] for attribute in OF_TOKEN}
        told.append(([vocabulary.forms.values_in_order[n][0] for n in sight.forms[part]], values))
    return told


def test_the_names_of_the_rules_are_labels():
    ((words, one),) = seen(sentence("建设望江路、青石路。", ("望江路", "Project", "public-work.told")))
    at = words.index("、")
    assert "".join(words[1:at]) == "望江路" and one["found"][1] == "BProject" and set(one["found"][2:at]) <= {"IProject"}
    assert one["found_by"][1] == "BProject.public-work" and one["found"][0] == one["found"][at] == "O"


@pytest.mark.parametrize(
    ("text", "word", "attribute", "value"),
    [
        ("引进禾光、云岭等企业。", "云岭", "verb_left", "引进"),
        ("建设望江路，青石开工。", "青石", "verb_left", "-"),
        ("建设望江路，青石开工。", "青石", "verb_right", "开工"),
        ("引进禾光、云岭等企业。", "禾光", "list_of", "企业"),
        ("引进禾光、云岭等8家企业。", "禾光", "list_of", "企业"),
        ("引进禾光、云岭等", "禾光", "list_of", "-"),
        ("引进禾光、云岭。", "云岭", "member_left", "word"),
        ("引进禾光、云岭。", "禾光", "member_right", "word"),
        ("引进禾光。", "禾光", "member_left", "-"),
    ],
)
def test_surroundings_are_seen_within_a_clause(text, word, attribute, value):
    ((words, one),) = seen(sentence(text))
    assert one[attribute][max(i for i, w in enumerate(words) if w == word)] == value


def test_the_class_of_a_member_beside_a_separator_is_seen():
    ((words, one),) = seen(sentence("引进晨川、禾光等企业。", ("晨川", "Company", "list.company")))
    assert one["member_left"][words.index("禾光")] == "Company"


def test_amounts_and_times_are_seen_by_kind_alone():
    ((words, _),) = seen(sentence("总投资3亿元。"))
    assert "quantity" in words and all("3" not in word for word in words)


def _by_reading(words: list[str], tags: list[str], kinds: list[str], found: list[str]) -> dict[str, list[str]]:
    """The surroundings of each token of a sentence, read one token after the other."""
    ends, separators = "，。；：！？,;:!?\n", ("、", "和", "与", "及", "以及")

    def member(i):
        return found[i][1:] if 0 <= i < len(words) and found[i] != "O" else "word"

    told = {attribute: ["-"] * len(words) for attribute in AROUND}
    verb = beside = "-"
    for i, word in enumerate(words):
        if word in ends:
            verb = beside = "-"
        told["verb_left"][i], told["member_left"][i] = verb, beside
        if word in separators:
            beside = member(i - 1)
        elif tags[i] == "v":
            verb, beside = word, "-"
    verb = beside = noun = "-"
    for i in reversed(range(len(words))):
        if words[i] in ends:
            verb = beside = noun = "-"
        told["verb_right"][i], told["member_right"][i], told["list_of"][i] = verb, beside, noun
        if words[i] in separators:
            beside = member(i + 1)
        elif words[i] == "等":
            k = i + 2 if kinds[i + 1 : i + 2] == ["quantity"] else i + 1
            noun = words[k] if k < len(words) and kinds[k] not in ("quantity", "time") else "-"
        elif tags[i] == "v":
            verb = words[i]
    return told


PIECES = ["建设", "引进", "望江路", "晨川", "、", "和", "等", "3亿元", "8家", "企业", "，", "。", "2023年", "投产"]


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join), min_size=1, max_size=4))
@settings(deadline=None)
def test_what_is_computed_for_all_tokens_is_what_reading_gives(texts):
    sentences = [sentence(text, *((name, cls, "list.x") for name, cls in (("望江路", "Project"), ("晨川", "Company")) if name in text)) for text in texts]
    for (tokens, _), (words, one) in zip(sentences, seen(*sentences), strict=True):
        expected = _by_reading(words, [t.tag for t in tokens], [t.kind for t in tokens], one["found"])
        assert {attribute: one[attribute] for attribute in AROUND} == expected


def test_no_sentence_at_all():
    assert seen() == []
