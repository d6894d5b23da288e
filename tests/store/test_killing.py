"""Killed at any moment, a store is what it was before or what it would have become, and the work can be done again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.store import Store
from kg.store import documents as documents_module
from kg.store import graphs
from tests.store import killing
from tests.store.killing import WORKS, trials

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals of POSIX")


@pytest.mark.slow
@pytest.mark.parametrize("name", WORKS)
def test_killed_at_random_moments(name, tmp_path):
    """Some of two hundred: ``benchmarks/faults/kill.py`` does the others."""
    trials(name, tmp_path, 3, seed=7)


# --- killed at chosen moments: those at which the store is about to change


MOMENTS = {
    "the documents are put": "documents.Documents.put",
    "the new graph is begun": "graphs.Draft.change",
    "the new graph is whole, under no number": "graphs._sync",
    "the new graph has its number, and is not in force": "documents.Documents.put_in_force",
    "the new graph is in force, and the old one is not swept": "graphs.sweep",
    "the old rows are not swept": "documents.Documents.sweep",
}
CODE = """
import os, signal, sys
from pathlib import Path
from kg.store import documents, graphs, store
from tests.store import killing

module, _, name = sys.argv[1].partition(".")
holder, _, attribute = name.rpartition(".")
owner = {"documents": documents, "graphs": graphs}[module]
owner = getattr(owner, holder) if holder else owner
real = getattr(owner, attribute)

def kill(*arguments, **options):
    if attribute in ("put", "_sync"):
        real(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(owner, attribute, kill)
killing.build(Path(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("origin") / "store"
    killing.begin(folder)
    return folder


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_when(moment, origin, tmp_path):
    folder = shutil.copytree(origin, tmp_path / "store")
    before = killing.state(folder)
    done = subprocess.run([sys.executable, "-c", CODE, MOMENTS[moment], str(folder)], cwd=killing.ROOT, timeout=120)
    assert done.returncode == -signal.SIGKILL
    in_force = moment in ("the new graph is in force, and the old one is not swept", "the old rows are not swept")
    assert (killing.state(folder) == before) is not in_force
    with Store.open(folder, write=True) as store:
        assert store.pending == {"the documents are put": 1}.get(moment, 0 if in_force else 3)
    killing.build(folder)
    after = killing.state(folder)
    assert len(after.documents) == 8 and "5.txt 第1版" in after.documents
    with Store.open(folder) as store:
        assert [path.name for path in (folder / graphs.NAME).iterdir()] == [store.generation]
    assert not (folder / (documents_module.NAME + "-wal")).exists()


# --- no room, and no right


FULL = """
import errno, os, signal, sys
from pathlib import Path
from kg.errors import StoreError
from tests.store import killing
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    killing.WORKS[sys.argv[3]](Path(sys.argv[1]))
    print("done")
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of POSIX")
@pytest.mark.parametrize("name", ["build", "retract", "rebuild"])
@pytest.mark.parametrize("limit", [4_000, 40_000])
def test_a_full_disk_is_one_line_and_the_store_is_as_before(name, limit, origin, tmp_path):
    folder = shutil.copytree(origin, tmp_path / "store")
    before = killing.state(folder)
    done = subprocess.run([sys.executable, "-c", FULL, str(folder), str(limit), name], cwd=killing.ROOT, timeout=120,
                          capture_output=True, text=True)
    assert done.stdout.count("\n") == 1, done.stdout + done.stderr
    if done.stdout == "done\n":
        return
    assert str(folder) in done.stdout and "free some space" in done.stdout
    assert killing.state(folder) == before
    killing.WORKS[name](folder)
    assert killing.state(folder).documents
