"""The small graph that the readers of the store are tried on."""

from array import array
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg.model import Document, Reading
from kg.store import Store as DocumentStore

ONE = ("华星电子落户东湖高新区，2022年产值超300亿元。东湖高新区位于临江市。总投资11亿元的华星电子二期动工，远山材料计划落户东湖高新区。"
       "林岚任华星电子董事长。")
EXAMPLE = Path(__file__).parent / "example.trig"


@pytest.fixture(scope="session")
def graph() -> Store:
    store = Store()
    store.load(path=str(EXAMPLE), format=RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def store_folder(graph, tmp_path_factory) -> Path:
    """A real store with the two documents, whose graph is the example."""
    folder = tmp_path_factory.mktemp("store") / "kg-store"
    with DocumentStore.open(folder, write=True, create=True) as store:
        for identifier, text in (("one.txt", ONE), ("two.txt", "位于东湖高新区的华星电子专注新型显示。面板（一期）签约。")):
            document = Document(identifier, text, "00", None, None, None, None, text, array("L", range(len(text))), ())
            store.put(document, Reading(identifier, (), (), (), ()))
        store.write_graph(graph, "example")
    return folder
