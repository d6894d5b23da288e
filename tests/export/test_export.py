import os
import subprocess
import sys
from pathlib import Path

import pytest
from click import Choice
from pyoxigraph import RdfFormat, Store

from kg.cli.export import export as command
from kg.errors import UsageError
from kg.export import DOCUMENTS_APART, FORMATS, export
from kg.query.union import merged

from .conftest import EXAMPLE

PROGRAM = """
import random, sys
from pyoxigraph import RdfFormat, Store, parse
from kg.export import export
quads = list(parse(path=sys.argv[1], format=RdfFormat.TRIG))
random.Random(int(sys.argv[2])).shuffle(quads)
store = Store()
store.extend(quads)
export(store, sys.argv[3], sys.argv[4])
"""


def content(target: Path) -> dict[str, bytes]:
    """The bytes of a file, or of each file of a folder."""
    files = sorted(target.iterdir()) if target.is_dir() else [target]
    return {file.name if target.is_dir() else "": file.read_bytes() for file in files}


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_the_same_in_another_process_and_order(format, tmp_path):
    outputs = []
    for seed in ("1", "2"):
        target = tmp_path / seed
        subprocess.run([sys.executable, "-c", PROGRAM, str(EXAMPLE), seed, str(target), format], check=True,
                       env={**os.environ, "PYTHONHASHSEED": seed})
        outputs.append(content(target))
    assert outputs[0] == outputs[1] and all(outputs[0].values())


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_an_empty_graph(format, tmp_path):
    export(Store(), tmp_path / "a", format)
    assert (tmp_path / "a").exists()


def test_an_unknown_format_is_refused_with_the_known_ones(graph, tmp_path):
    with pytest.raises(UsageError, match="'hdt' is no format of export; use one of turtle, ntriples"):
        export(graph, tmp_path / "a", "hdt")
    assert not list(tmp_path.iterdir())


def test_the_command_offers_the_formats_there_are():
    kind = next(parameter.type for parameter in command.params if parameter.name == "format")
    assert isinstance(kind, Choice) and list(kind.choices) == list(FORMATS)


def test_quads_of_a_store_on_disk(graph, tmp_path):
    disk = Store(str(tmp_path / "store"))
    disk.load(path=str(EXAMPLE), format=RdfFormat.TRIG)
    export(disk, tmp_path / "disk.nq", "nquads")
    export(graph, tmp_path / "memory.nq", "nquads")
    assert Path(tmp_path / "disk.nq").read_bytes() == Path(tmp_path / "memory.nq").read_bytes()


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in DOCUMENTS_APART])
def test_a_format_without_graphs_takes_the_union_for_the_same(format, graph, tmp_path):
    export(graph, tmp_path / "graphs", format)
    export(merged(graph), tmp_path / "union", format)
    assert content(tmp_path / "graphs") == content(tmp_path / "union")
