"""A small store, built from two texts as a user builds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PARK = """---
title: 肇庆高新区一年
date: 2023-01-16
---

2022年，肇庆高新区完成工业总产值300亿元，增长20%。小鹏汽车落户肇庆高新区。总投资11亿元的小鹏智能驾驶项目开工。
"""
BATTERY = "日期：2023年2月1日\n\n宁德时代在肇庆市投资建设瑞庆时代项目，总投资120亿元。瑞庆时代于2022年5月投产。\n"


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    texts = tmp_path_factory.mktemp("texts")
    (texts / "park.md").write_text(PARK, "utf-8")
    (texts / "battery.txt").write_text(BATTERY, "utf-8")
    report = kg.build([texts], texts / "kg-store")
    assert report.added == ["battery.txt", "park.md"]
    return texts / "kg-store"


@pytest.fixture
def graph(folder) -> Iterator[kg.Graph]:
    with kg.open(folder) as opened:
        yield opened
