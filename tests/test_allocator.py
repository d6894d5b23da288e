"""Memory that is free goes back to the system, where that is possible."""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest

from kg import allocator


@pytest.fixture(autouse=True)
def looked_up_anew():
    allocator._trim.cache_clear()
    yield
    allocator._trim.cache_clear()


def test_another_system_or_c_library_is_left_alone(monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda name: SimpleNamespace())
    allocator.give_back()
    allocator._trim.cache_clear()
    monkeypatch.setattr(sys, "platform", "win32")
    allocator.give_back()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_what_was_freed_is_not_kept():
    if allocator._trim() is None:
        pytest.skip("another C library than glibc")
    pieces = [bytes(1_000) for _ in range(60_000)]
    last = bytes(1_000)                 # what lies behind it keeps the heap from shrinking by itself
    before = _resident()
    del pieces
    allocator.give_back()
    assert before - _resident() > 30_000_000 and last


def _resident() -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS"))
