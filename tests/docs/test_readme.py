"""What README.md and docs/ say holds: links, pictures, make targets, questions, and the table of classes."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from kg.query import run
from kg.schema import load_schema
from kg.store import Store

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "corpus" / "README.md", ROOT / "CHANGELOG.md",
         *sorted((ROOT / "ontology").rglob("*.md"))]
QUERIES = sorted((ROOT / "docs" / "queries").glob("*.rq"))
_CODE = re.compile(r"```.*?```", re.S)
_INLINE = re.compile(r"`[^`\n]*`")
_ROW = re.compile(r"^\| `pk:(?P<cls>\w+)` (?P<label>\S+) \| (?P<example>\S+) \|(?P<aligned>.*) \|$", re.M)


def prose(page: Path) -> str:
    return _CODE.sub("", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", _INLINE.sub("", prose(page))) if "://" not in link]
    for link in links:
        target, _, heading = link.partition("#")
        file = (page.parent / target) if target else page
        assert file.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.M)
            assert heading in {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in headings}, link


def test_every_page_is_reached_from_the_readme():
    reached, queue = set(), [ROOT / "README.md"]
    while queue:
        page = queue.pop()
        if page not in reached:
            reached.add(page)
            links = re.findall(r"\]\(([^)\s#]+\.md)[)#]", prose(page))
            queue += [(page.parent / link).resolve() for link in links if "://" not in link]
    assert set((ROOT / "docs").glob("*.md")) <= reached


def test_the_files_that_pages_name_exist():
    known = ("kg/", "ontology/", "corpus/", "docs/", "tests/", "tools/", "benchmarks/")
    for page in (ROOT / "README.md", ROOT / "docs" / "development.md", ROOT / "docs" / "getting-started.md", ROOT / "docs" / "performance.md"):
        for name in re.findall(r"`([\w./-]+)`", prose(page)):
            if name.startswith(known):
                assert (ROOT / name).exists(), f"{page.name}: {name}"


def test_the_make_targets_that_pages_name_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for page in PAGES:
        for target in re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.M):
            assert target in targets, f"{page.name}: make {target}"


def test_the_pictures_are_few_and_not_too_large():
    pictures = re.findall(r"!\[[^\]]+\]\((\S+\.png)\)", prose(ROOT / "README.md"))
    assert len(pictures) == 2
    for picture in pictures:
        data = (ROOT / picture).read_bytes()
        assert data.startswith(b"\x89PNG") and len(data) <= 400_000
        assert struct.unpack(">II", data[16:24]) == (1440, 900)


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.name)
def test_the_questions_have_answers(file, demo_store):
    question = file.read_text(encoding="utf-8")
    assert question.startswith("# ")
    with Store.open(demo_store) as store:
        assert run(store.graph, question).rows


def test_the_questions_are_asked_on_a_page():
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert not [file.name for file in QUERIES if f"docs/queries/{file.name}" not in pages]


def test_the_table_of_classes_is_that_of_the_ontology():
    schema = load_schema()
    rows = list(_ROW.finditer((ROOT / "README.md").read_text(encoding="utf-8")))
    assert [row["cls"] for row in rows] == list(schema.entity_classes)
    described = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    for row in rows:
        (line,) = re.findall(rf"^\| `pk:{row['cls']}` \|.*$", described, re.M)
        assert row["label"] == schema.classes[row["cls"]].label_zh
        assert all(term in line for term in re.findall(r"`([^`]+)`", row["aligned"]))


def test_the_relations_are_those_of_the_ontology():
    schema = load_schema()
    (line,) = re.findall(r"^Relations: (.+)\.$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"`(\w+)`", line)) == set(schema.relations)


def test_the_examples_of_classes_are_in_the_graph(demo_store):
    """A dash is for a class of which the graph has nothing."""
    wrong = []
    with Store.open(demo_store) as store:
        for row in _ROW.finditer((ROOT / "README.md").read_text(encoding="utf-8")):
            named = "" if row["example"] == "—" else f' ; skos:prefLabel "{row["example"]}"@zh'
            found = run(store.graph, f'ASK {{ ?thing a pk:{row["cls"]} ; pk:mentionedIn ?document{named} }}').answer
            if found != bool(named):
                wrong.append(row["cls"])
    assert not wrong
