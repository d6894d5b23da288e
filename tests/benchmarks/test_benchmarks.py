"""The benchmarks run and say what they measured. How fast is fast enough is no matter of a test: the machine may be busy."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PERFORMANCE = ROOT / "docs" / "performance.md"
SECTIONS = "# Performance\n\n<!-- {0} -->\nnothing yet\n<!-- end of {0} -->\n\nThe end.\n"


def run(name: str, *arguments: object) -> str:
    """Run a benchmark as one would, on the program under test."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, ROOT / "benchmarks" / name, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8",
                          env=environment, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def two_texts(tmp_path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text("2023年，肇庆高新区完成工业总产值1000亿元。\n", encoding="utf-8")
    (folder / "two.txt").write_text("宁德时代总投资120亿元的项目落户肇庆高新区。\n" * 3, encoding="utf-8")
    return folder


def rows(output: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in output.splitlines() if line.startswith("|")]


@pytest.mark.slow
def test_throughput_of_two_documents(two_texts, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(SECTIONS.format("throughput of given texts"), encoding="utf-8")
    output = run("throughput.py", "--texts", two_texts, "--runs", 1, "--write", page)
    length = sum(len(path.read_text(encoding="utf-8")) for path in two_texts.iterdir())
    assert f"2 documents, {length} characters." in output
    head, _, ours, plain = rows(output)
    assert head == ["pipeline", "characters/s", "ratio", "loading, s", "loaded, MB", "peak, MB", "ratio", "found"]
    assert "parkkg" in ours[0] and "EntityRuler" in plain[0]
    assert plain[2] == plain[6] == "1.00"
    assert int(plain[7].split()[0]) >= 4                    # every document names one thing, the second three times two
    assert all(float(cell.replace(",", "")) > 0 for line in (ours, plain) for cell in line[1:7])
    written = page.read_text(encoding="utf-8")
    assert written.startswith("# Performance\n\n<!-- throughput of given texts -->\n") and written.endswith("<!-- end of throughput of given texts -->\n\nThe end.\n")
    assert output.strip() in written and "nothing yet" not in written
    assert re.search(r"^20\d\d-\d\d-\d\d, `python benchmarks/throughput\.py --texts \S+ --runs 1", written, re.M)


@pytest.mark.slow
def test_rules_of_two_documents(two_texts, tmp_path):
    """However they are tried, the rules give the same; the program itself says so, or fails."""
    page = tmp_path / "page.md"
    page.write_text(SECTIONS.format("rules of given texts"), encoding="utf-8")
    (two_texts / "two.txt").write_text("2022年，小鹏汽车正式落户肇庆高新区。\n", encoding="utf-8")
    output = run("rules.py", "--texts", two_texts, "--runs", 1, "--write", page)
    (_, *indexed), (_, *plain), (_, *some), (_, *matcher) = rows(output)[2:]
    assert indexed[0] == plain[0] and indexed[-1] == plain[-1] and int(indexed[-1]) > 0
    assert some[0] == matcher[0] and 0 < int(some[0]) < int(indexed[0])
    assert re.search(r"The whole chain, .*: [\d,]+ characters/s\.", output)
    assert output.strip() in page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_resolving_of_two_documents(two_texts, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(SECTIONS.format("resolve of given texts"), encoding="utf-8")
    output = run("resolve.py", "--texts", two_texts, "--runs", 1, "--documents", 1, 2, "--write", page)
    head, _, one, both = rows(output)
    assert head[:3] == ["documents", "entities", "nodes"] and (one[0], both[0]) == ("1", "2")
    assert 0 < int(both[2]) < int(both[1])                  # 肇庆高新区 is one node
    assert output.strip() in page.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("jieba") is None, reason="needs what the benchmarks compare with: pip install -r benchmarks/requirements.txt")
def test_names_of_two_documents(two_texts, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(SECTIONS.format("names of given texts"), encoding="utf-8")
    output = run("names.py", "--texts", two_texts, "--runs", 1, "--write", page)
    length = sum(len(line) for path in two_texts.iterdir() for line in path.read_text(encoding="utf-8").splitlines())
    assert f"2 documents, {length} characters of main text; jieba " in output
    head, _, ours, *_, jieba = rows(output)
    assert head[1:4] == ["CPU seconds", "characters/s", "times jieba.posseg"] and jieba[3] == "1.00"
    assert "parkkg" in ours[0] and sum(map(int, re.findall(r"\d+", ours[4]))) >= 4
    assert "jieba.posseg" in jieba[0] and int(jieba[4].split()[0]) > 20
    assert output.strip() in page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_memory_of_one_and_two_documents(tmp_path):
    output = run("memory.py", "--documents", 1, 2, "--length", 300)
    (head, _, one, two) = rows(output)
    assert head[0] == "documents" and [one[0], two[0]] == ["1", "2"]
    assert int(two[1].replace(",", "")) > int(one[1].replace(",", "")) >= 300
    assert all(int(cell.replace(",", "")) > 0 for line in (one, two) for cell in line)


@pytest.mark.slow
def test_the_store_of_two_documents(two_texts, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(SECTIONS.format("store of given texts") + SECTIONS.format("store beside rdflib of given texts"), encoding="utf-8")
    output = run("store.py", "--texts", two_texts, "--documents", 2, "--jobs", 1, "--write", page)
    found = {row[0]: row[1:] for row in rows(output)}
    assert {"1 documents from nothing", "the same again, unchanged", "one more", "one withdrawn"} < found.keys()
    triples, _, _, _ = found["load N-Triples into memory"]
    assert int(triples.replace(",", "")) > 10 and len([name for name in found if name.startswith("query ")]) == 5
    assert "nothing yet" not in page.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_faults_at_one_moment():
    output = run("faults/kill.py", "--number", 1)
    assert output.startswith("build: 1 moments, ")


@pytest.fixture
def benchmark_modules(monkeypatch):
    """The modules of the benchmarks import one another by their plain names."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    yield
    for name in ("texts", "page", "process"):
        sys.modules.pop(name, None)


def test_made_reports_are_the_same_every_time_and_differ_from_one_another(benchmark_modules, tmp_path):
    from texts import make

    first, again = make(tmp_path / "a", 3, 1500), make(tmp_path / "b", 3, 1500)
    contents = [path.read_text(encoding="utf-8") for path in first]
    assert [path.name for path in first] == ["report-0001.txt", "report-0002.txt", "report-0003.txt"]
    assert contents == [path.read_text(encoding="utf-8") for path in again]
    assert len(set(contents)) == 3 and all(len(content) >= 1500 for content in contents)


def test_made_reports_name_other_companies_each(benchmark_modules, tmp_path):
    """The tenth report follows the tenth text of the corpus and has other names, but the same figures."""
    from texts import make

    from kg.read import Source, find, read

    original = [read(item).clean for item in find([ROOT / "corpus"]) if isinstance(item, Source)][9]
    made = make(tmp_path, 10, 500)[9].read_text(encoding="utf-8")
    assert re.findall(r"\d+", original) == re.findall(r"\d+", made.split("\n\n", 1)[1])[:len(re.findall(r"\d+", original))]
    assert original not in made


def test_texts_of_a_folder_are_evenly_spread(benchmark_modules, tmp_path):
    from texts import gather

    for number in range(10):
        (tmp_path / f"{number}.txt").write_text("文", encoding="utf-8")
    assert [path.stem for path in gather(tmp_path, 3)] == ["0", "3", "6"]
    assert len(gather(tmp_path, 99)) == 10


def test_a_page_without_the_section_is_left_alone(benchmark_modules, tmp_path):
    from page import write

    page = tmp_path / "page.md"
    page.write_text("# Nothing\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no section «memory»"):
        write(page, "memory", "text\n")
    assert page.read_text(encoding="utf-8") == "# Nothing\n"


@pytest.mark.parametrize("section", ["throughput", "throughput of given texts", "memory", "rules", "rules of given texts", "names", "resolve", "resolve of given texts"])
def test_the_page_has_figures_with_date_and_command(section):
    text = PERFORMANCE.read_text(encoding="utf-8")
    written = text.split(f"<!-- {section} -->\n")[1].split(f"<!-- end of {section} -->")[0]
    assert re.match(rf"20\d\d-\d\d-\d\d, `python benchmarks/{section.split()[0]}\.py\b", written)
    assert len(rows(written)) >= 4


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed")
def test_pages_of_a_small_graph(tmp_path):
    pytest.importorskip("playwright")
    page = tmp_path / "page.md"
    page.write_text(SECTIONS.format("draw"), encoding="utf-8")
    head, _, ours, plain = rows(run("draw.py", "--nodes", 60, "--write", page))
    assert head == ["page", "nodes", "made in, CPU s", "MB", "usable after, s"]
    assert ours[:2] == ["kg draw", "60"] and plain[:2] == ["plain pyvis", "60"]
    assert all(float(cell) > 0 for line in (ours, plain) for cell in line[3:])
    assert "nothing yet" not in page.read_text(encoding="utf-8")


def test_serving_beside_oxigraph(two_texts, tmp_path):
    if not (Path(sys.executable).parent / "oxigraph").exists():
        pytest.skip("oxigraph is not installed: pip install -r benchmarks/requirements.txt")
    from kg.pipeline import build

    build([two_texts], tmp_path / "kg-store")
    page = tmp_path / "page.md"
    page.write_text(SECTIONS.format("serving"), encoding="utf-8")
    output = run("serve.py", "--store", tmp_path / "kg-store", "--seconds", 1, "--clients", 2, "--without", "rdflib-endpoint", "--write", page)
    head, _, *servers = rows(output)
    assert head == ["server", "queries/s", "ratio", "p50, ms", "p99, ms", "queries", "errors"]
    assert [row[0] for row in servers] == ["parkkg", "parkkg, no answer kept", "Oxigraph"]
    assert all(row[6] == "0" and int(row[5].replace(",", "")) > 0 for row in servers)
    assert servers[2][2] == "1.00" and output.strip() in page.read_text(encoding="utf-8")
