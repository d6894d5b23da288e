"""The code is written as flake8, as setup.cfg sets it, wants it: no name that is unused or unknown, and lines that can be read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("flake8")

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_flake8_finds_nothing():
    done = subprocess.run([sys.executable, "-m", "flake8", "kg", "tools", "benchmarks", "tests"], cwd=ROOT, capture_output=True, text=True,
                          encoding="utf-8", stdin=subprocess.DEVNULL, timeout=600)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
