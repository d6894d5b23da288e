"""Memory that is free goes back to the system, where that is possible."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from types import SimpleNamespace

import pytest

from kg import allocator


@pytest.fixture(autouse=True)
def looked_up_anew():
    allocator._of_glibc.cache_clear()
    yield
    allocator._of_glibc.cache_clear()


def test_another_system_or_c_library_is_left_alone(monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda name: SimpleNamespace())
    allocator.give_back()
    allocator.keep_little()
    allocator._of_glibc.cache_clear()
    monkeypatch.setattr(sys, "platform", "win32")
    allocator.give_back()
    allocator.keep_little()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_what_was_freed_is_not_kept():
    if allocator._of_glibc("malloc_trim") is None:
        pytest.skip("another C library than glibc")
    pieces = [bytes(1_000) for _ in range(60_000)]
    last = bytes(1_000)                 # what lies behind it keeps the heap from shrinking by itself
    before = _resident()
    del pieces
    allocator.give_back()
    assert before - _resident() > 30_000_000 and last


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts glibc's pools")
def test_threads_share_their_pools():
    if allocator._of_glibc("mallopt") is None:
        pytest.skip("another C library than glibc")
    assert int(_printed("")) > int(_printed("allocator.keep_little()")) <= 2


def _printed(first: str) -> str:
    """How many pools glibc has, after something is done, with eight threads of which each took memory."""
    code = f"""
import ctypes, threading
from kg import allocator
{first}
libc, all_took = ctypes.CDLL(None), threading.Barrier(8)
def take():
    pieces = [libc.malloc(1_000) for _ in range(100)]
    all_took.wait()
threads = [threading.Thread(target=take) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
libc.fdopen.restype = ctypes.c_void_p
import os, sys
reading, writing = os.pipe()
libc.malloc_info(0, ctypes.c_void_p(libc.fdopen(writing, b"w")))
libc.fflush(None)
print(os.read(reading, 1_000_000).count(b"<heap nr"))
"""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def _resident() -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS"))
