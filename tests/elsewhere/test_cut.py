"""tools/cut_reports.py gives the slices that were annotated, or says why not and writes nothing."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

from kg.evaluate import load
from kg.evaluate.gold import Gold
from kg.schema import load_schema

from ..read.test_shared import ROOT as SHARED

ROOT = Path(__file__).resolve().parents[2]
SLICES = {"gold": 12, "held-out": 13}  # how many are in each folder
FOLDERS = tuple(SLICES)
REPORT = "# 报告\n\n临江市新开工项目12个。\n\n远山二期建成投产。🏭\n"


def tool():
    spec = importlib.util.spec_from_file_location("cut_reports", ROOT / "tools" / "cut_reports.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


cut_reports = tool()


@pytest.fixture
def reports(tmp_path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "linjiang.md").write_bytes(REPORT.encode())
    return folder


def gold(folder: Path, name: str, part: str, **changes: object) -> Path:
    start = REPORT.index(part)
    cut = {"file": "linjiang.md", "start": start, "end": start + len(part), "sha256": hashlib.sha256(part.encode()).hexdigest()} | changes
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"document": name, "cut": cut}), encoding="utf-8")
    return path


def test_slices_are_cut_letter_for_letter(reports, tmp_path, capsys):
    one, two = gold(tmp_path, "linjiang-1", "临江市新开工项目12个。"), gold(tmp_path, "linjiang-2", "远山二期建成投产。🏭\n")
    assert cut_reports.main([str(reports), str(one), str(two), "-o", str(tmp_path / "new" / "slices")]) == 0
    files = [tmp_path / "new" / "slices" / f"linjiang-{number}.txt" for number in (1, 2)]
    assert capsys.readouterr().out.split() == [str(file) for file in files]
    assert [file.read_bytes().decode() for file in files] == ["临江市新开工项目12个。", "远山二期建成投产。🏭\n"]


@pytest.mark.parametrize("changes, reason", [
    ({"file": "nowhere.md"}, "nowhere.md: the report of bad.json can't be read: No such file or directory"),
    ({"start": 0}, "linjiang.md: characters 0 to 24 are not the text of bad; the report is another version"),
    ({"end": 99}, "linjiang.md: characters 6 to 99 are not the text of bad"),
])
def test_what_is_not_there_is_said_and_nothing_is_written(reports, tmp_path, changes, reason, capsys):
    files = [gold(tmp_path, "good", "临江市"), gold(tmp_path, "bad", "临江市新开工项目12个。\n\n远山二期", **changes)]
    assert cut_reports.main([str(reports), *map(str, files), "-o", str(tmp_path / "slices")]) == 2
    error = capsys.readouterr().err
    assert reason in error and error.startswith("error: ") and error.count("\n") == 1
    assert not (tmp_path / "slices").exists()


def test_gold_of_a_whole_text_is_refused(reports, tmp_path, capsys):
    (tmp_path / "whole.json").write_text('{"document": "whole"}', encoding="utf-8")
    assert cut_reports.main([str(reports), str(tmp_path / "whole.json"), "-o", str(tmp_path / "slices")]) == 2
    assert "whole.json: the gold file has no cut" in capsys.readouterr().err


def test_a_report_of_another_encoding(reports, tmp_path, capsys):
    (reports / "linjiang.md").write_bytes(REPORT.replace("🏭", "").encode("gb18030"))
    assert cut_reports.main([str(reports), str(gold(tmp_path, "one", "临江市")), "-o", str(tmp_path / "slices")]) == 2
    assert "the report is not UTF-8" in capsys.readouterr().err


def test_a_folder_that_is_a_file(reports, tmp_path, capsys):
    (tmp_path / "slices").write_text("", encoding="utf-8")
    assert cut_reports.main([str(reports), str(gold(tmp_path, "one", "临江市")), "-o", str(tmp_path / "slices")]) == 3
    assert capsys.readouterr().err == f"error: {tmp_path / 'slices'}: File exists\n"


def annotated(folder: str) -> list[Gold]:
    return load([ROOT / "tests" / "elsewhere" / folder])


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_gold_here_says_where_its_slices_are(folder):
    golds = annotated(folder)
    assert len(golds) == SLICES[folder]
    for one in golds:
        assert one.cut is not None and one.cut.end - one.cut.start >= 650 and one.path.stem == one.document
        assert len(one.required.entities) > 15 and one.required.relations


@pytest.mark.parametrize("folder", FOLDERS)
def test_relations_are_said_once_and_keep_domain_and_range(folder):
    schema = load_schema()
    for one in annotated(folder):
        classes = {entity.id: entity.cls for entity in one.required.entities + one.optional.entities}
        relations = one.required.relations + one.optional.relations
        assert len(relations) == len(set(relations)), one.document
        wrong = [relation for relation in relations if not schema.allows(classes[relation.subject], relation.predicate, classes[relation.object])]
        assert wrong == [], one.document


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_required_is_about_what_is_required(folder):
    for one in annotated(folder):
        required = {entity.id for entity in one.required.entities}
        assert all({relation.subject, relation.object} <= required for relation in one.required.relations), one.document
        assert all(required & set(fact.owners) for fact in one.required.figures + one.required.milestones), one.document


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_required_entity_is_named_in_its_slice(folder):
    if not (SHARED / "reports").is_dir():
        pytest.skip(f"{SHARED / 'reports'} is not at hand")
    for one in annotated(folder):
        text = plain(cut_reports.cut(one, SHARED / "reports"))
        silent = [entity.names[0] for entity in one.required.entities if not any(plain(name) in text for name in entity.names)]
        assert silent == [], one.document


def plain(text: str) -> str:
    """Without what may stand inside a name in writing: spaces, quotation marks, bold type."""
    return "".join(character for character in text if character not in "“”* \n\u3000")
