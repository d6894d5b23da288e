"""Expressions sought together: what their triggers are, and that none of them is missed."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from kg.triggers import Expressions, triggers

CORPUS = Path(__file__).parents[1] / "corpus"
ALL = {
    "kg.recognize.recognisers.industries.built_up": "_PATTERNS",
    "kg.recognize.recognisers.industries.chains": "_PATTERNS",
    "kg.recognize.recognisers.industries.declared": "_READINGS",
    "kg.recognize.recognisers.products.made_lists": "_LISTS",
    "kg.relate.topic.leaning": "_ANY",
}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("建成", [["建成"]]),
        ("(?:开工|投产)(?!率)", [["开工 投产"]]),
        ("(?<=[，。])建成?投产", [["建成投产 建投产"]]),
        ("(?:建成投产|投产)", [["投产"]]),  # what holds a shorter one need not be looked for
        ("发展.*(?:产业|集群)+", [["产业 集群", "发展"]]),
        ("发展(?:.*产业)?", [["发展"]]),
        ("发展.*产业|建成|开工", [["建成 开工"], ["产业", "发展"]]),
        ("发展(?:.*产业|产业.*集群)", [["产业", "发展"]]),
        (r"\d+(?:家|个)", [["个 家"]]),
        (r"(?:发展|\d+)", [["发展"], []]),
        ("(?i)GWh", [[]]),
        ("(?:了)?", [[]]),
    ],
)
def test_triggers_are_read_off_an_expression(expression, expected):
    assert [sorted(" ".join(sorted(words)) for words in needed) for needed in triggers(re.compile(expression))] == expected


def test_only_what_may_match_is_tried():
    expressions = Expressions(*map(re.compile, ("发展.*产业", "建成", r"\d")))
    assert expressions.possible("发展特色产业") == [0, 2]
    assert expressions.possible("产业") == [2]
    assert expressions.possible("建成") == [1, 2]
    assert Expressions(re.compile("发展.*产业|建成")).possible("发展与建设") == []
    assert [(i, match.group()) for i, match in expressions.finditer("发展3个产业，建成2个")] == [
        (0, "发展3个产业"),
        (1, "建成"),
        (2, "3"),
        (2, "2"),
    ]


def test_there_may_be_no_triggers_at_all():
    assert Expressions().possible("建成") == []
    assert Expressions(re.compile(r"\w")).possible("") == [0]


@pytest.mark.parametrize("module", ALL)
def test_no_match_is_missed(module):
    expressions = getattr(import_module(module), ALL[module])
    for path in CORPUS.glob("*.md"):
        for line in path.read_text(encoding="utf-8").splitlines():
            matching = {i for i, expression in enumerate(expressions.expressions) if expression.search(line)}
            assert matching <= set(expressions.possible(line))
