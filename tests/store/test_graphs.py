"""A generation that is being written."""

from __future__ import annotations

import os
import re

import pytest

from kg.store.graphs import Draft

resource = pytest.importorskip("resource", reason="the system has no limits of this kind")


def test_oxigraph_holds_few_files_open_while_it_writes(tmp_path):
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    with open(os.devnull, "rb") as file:
        in_use = file.fileno()                          # at least so many of this process's own
    draft = Draft(tmp_path, None)
    *_, options = sorted((tmp_path / "graph" / "new" / "quads").glob("OPTIONS-*"))
    assert int(re.search(r"max_open_files=(-?\d+)", options.read_text()).group(1)) in range(1, in_use + 60)
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == before
    draft.discard()


def test_a_process_with_many_open_files_can_write(tmp_path):
    held = [open(tmp_path / str(number), "w") for number in range(150)]
    draft = Draft(tmp_path, None)
    draft.discard()
    for file in held:
        file.close()
