"""The types that the program states are right: mypy, as setup.cfg sets it, finds nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy")

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_mypy_finds_nothing():
    done = subprocess.run([sys.executable, "-m", "mypy", "--no-error-summary"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
                          stdin=subprocess.DEVNULL, timeout=600)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_those_who_use_the_library_see_its_types():
    """PEP 561: without this file a type checker takes all of an installed package for untyped."""
    assert (ROOT / "kg" / "py.typed").is_file()
