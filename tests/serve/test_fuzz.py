"""Malformed requests leave the server running; benchmarks/fuzz.py sends thousands, this a few hundred."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_malformed_requests(server):
    done = subprocess.run([sys.executable, ROOT / "benchmarks" / "fuzz.py", "--address", server.address, "--requests", "500"], capture_output=True, text=True,
                          env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("500 requests: ")
    assert server.ask("ASK { ?park a pk:Park }").json()["boolean"] is True
