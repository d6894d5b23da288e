"""A gold file for the first document of the small graph of the query tests, and how that graph does on it."""

import json
from array import array
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg.model import Document, Reading
from kg.store import Store as DocumentStore

EXAMPLE = Path(__file__).parent.parent / "query" / "example.trig"

GOLD = {
    "document": "one", "issued": "2023-01-16",
    "entities": [
        {"id": "e1", "type": "Company", "names": ["华星电子", "华星"]},
        {"id": "e2", "type": "Company", "names": ["远山新材料"]},            # the graph calls it 远山材料
        {"id": "e3", "type": "Park", "names": ["东湖高新区"]},
        {"id": "e4", "type": "District", "names": ["临江", "临江市"]},
        {"id": "e5", "type": "Project", "names": ["华星电子二期"]},
    ],
    "relations": [["e1", "locatedIn", "e3"], ["e3", "locatedIn", "e4"], ["e2", "suppliesTo", "e1"]],
    "observations": [
        {"of": "e1", "indicator": "outputValue", "measure": "Level", "value": 3e10, "unit": "CNY", "bound": "AtLeast", "period": "2022",
         "modality": "Actual"},
        {"of": ["e1", "e5"], "indicator": "investment", "measure": "Level", "value": 1.1e9, "unit": "CNY", "period": "2023",
         "modality": "Planned"},
    ],
    "milestones": [{"of": "e5", "stage": "Groundbreaking", "date": "2023-02"}],
    "optional": {
        "entities": [{"id": "x1", "type": "Person", "names": ["林岚"]}],
        "relations": [["e1", "develops", "e5"]],
    },
}

TEXT = ("华星电子落户东湖高新区，2022年产值超300亿元。东湖高新区位于临江市。总投资11亿元的华星电子二期动工，远山材料计划落户东湖高新区。"
        "林岚任华星电子董事长。")


@pytest.fixture(scope="session")
def graph() -> Store:
    store = Store()
    store.load(path=str(EXAMPLE), format=RdfFormat.TRIG)
    return store


@pytest.fixture
def gold_file(tmp_path):
    """Writes a gold file: the one above, changed as told."""
    def write(name: str = "one.json", **changes) -> Path:
        path = tmp_path / name
        path.write_text(json.dumps({**GOLD, **changes}, ensure_ascii=False), encoding="utf-8")
        return path
    return write


@pytest.fixture(scope="session")
def store_folder(graph, tmp_path_factory) -> Path:
    """A real store with the two documents, whose graph is the example."""
    folder = tmp_path_factory.mktemp("store") / "kg-store"
    with DocumentStore.open(folder, write=True, create=True) as store:
        for identifier, text in (("one.txt", TEXT), ("two.txt", "位于东湖高新区的华星电子专注新型显示。面板（一期）签约。")):
            document = Document(identifier, text, "00", None, None, None, None, text, array("L", range(len(text))), ())
            store.put(document, Reading(identifier, (), (), (), ()))
        store.write_graph(graph, "example")
    return folder
