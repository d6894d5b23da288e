"""The command line, run in this process or in another."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli.main import main

ROOT = Path(__file__).parents[2]

PARK = """---
title: 肇庆高新区一年
date: 2023-01-16
---

2022年，肇庆高新区完成工业总产值300亿元，增长20%。小鹏汽车落户肇庆高新区。总投资11亿元的小鹏智能驾驶项目开工。
"""
BATTERY = """日期：2023年2月1日

宁德时代在肇庆市投资建设瑞庆时代项目，总投资120亿元。瑞庆时代于2022年5月投产。
"""


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int


@pytest.fixture
def kg(capfd) -> Callable[..., Answer]:
    """Run a command in this process."""
    def run(*arguments: object) -> Answer:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Answer(captured.out, captured.err, code)

    return run


def kg_process(*arguments: object, **environment: str) -> Answer:
    """Run a command in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "kg", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", timeout=300,
                          env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, check=False)
    return Answer(done.stdout, done.stderr, done.returncode)


@pytest.fixture(scope="session")
def texts(tmp_path_factory) -> Path:
    """A folder with two texts."""
    folder = tmp_path_factory.mktemp("texts")
    (folder / "park.md").write_text(PARK, encoding="utf-8")
    (folder / "battery.txt").write_text(BATTERY, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(texts, tmp_path_factory) -> Path:
    """A store built from them; not to be changed."""
    folder = tmp_path_factory.mktemp("built") / "kg-store"
    assert main(["build", str(texts), "--store", str(folder), "--quiet"]) == 0
    return folder
