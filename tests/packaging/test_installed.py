"""The wheel holds all it needs: installed into an empty environment, with the source gone, the program works from any folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ("setup.cfg", "pyproject.toml", "MANIFEST.in", "README.md", "LICENSE", "kg", "ontology")
TEXT = """---
title: 晨光动力落户合肥高新区
source: 测试
date: 2024-03-15
---

3月14日，晨光动力科技有限公司与合肥高新区管委会签约，总投资20亿元的晨光动力电池项目落户合肥高新区。
合肥高新区位于安徽省合肥市。2023年，合肥高新区实现工业总产值1500亿元，同比增长12.5%。
"""
SUBJECT = "SELECT ?name WHERE {{ ?thing a pk:{cls} ; skos:prefLabel ?name }} ORDER BY ?name"


@dataclass(frozen=True)
class Environment:
    """A virtual environment that nothing but the program and what it asks for is installed in."""

    folder: Path
    elsewhere: Path         # where the commands run: not in the checkout

    @property
    def scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    def run(self, program: str, *arguments: object, check: bool = True) -> subprocess.CompletedProcess:
        """Run a program of the environment, without what the tests' own environment would lend it."""
        lent = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KG_", "VIRTUAL_ENV"))}
        done = subprocess.run([self.scripts / program, *map(str, arguments)], cwd=self.elsewhere, env=lent | {"PYTHONUTF8": "1"}, text=True,
                              encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL, timeout=900)
        assert not check or done.returncode == 0, f"{program} {arguments}: {done.stdout}\n{done.stderr}"
        return done

    def install(self, *arguments: object) -> None:
        self.run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments)

    def ask(self, statement: str) -> str:
        return self.run("python", "-c", statement).stdout.strip()


def copied(target: Path) -> Path:
    """What the program is built from, away from the checkout, so that nothing old is taken from a build/ there."""
    target.mkdir()
    for name in SOURCE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(ROOT / name, target)
    return target


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = copied(folder / "source")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps", "--wheel-dir", folder, source],
                   check=True, cwd=folder, stdin=subprocess.DEVNULL, timeout=600)
    shutil.rmtree(source)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(tmp_path_factory, wheel) -> Environment:
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "venv", with_pip=True, symlinks=os.name != "nt")
    made = Environment(folder / "venv", folder)
    made.install(wheel)
    return made


def test_the_wheel_holds_every_file_of_the_package_and_the_ontology(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("kg/")}
    files = {f"kg/{file.relative_to(ROOT / 'kg').as_posix()}" for file in (ROOT / "kg").rglob("*")
             if file.is_file() and "__pycache__" not in file.parts}
    files |= {f"kg/ontology/{file.relative_to(ROOT / 'ontology').as_posix()}" for file in (ROOT / "ontology").rglob("*")
              if file.suffix in (".ttl", ".csv", ".tsv") and file.parent.name != "cases"}
    assert len(files) > 100
    assert files <= held
    assert not [name for name in held if "/cases/" in name or "__pycache__" in name]


def test_the_ontology_is_that_of_the_installed_package(environment):
    package = Path(environment.ask("import kg; print(kg.__path__[0])"))
    ontology = Path(environment.ask("from kg.settings import ontology_folder; print(ontology_folder())"))
    assert package.is_relative_to(environment.folder.resolve())
    assert ontology == package / "ontology"


def test_the_whole_flow_from_another_folder(environment):
    (environment.elsewhere / "news").mkdir()
    (environment.elsewhere / "news" / "signing.md").write_text(TEXT, encoding="utf-8")
    environment.run("kg", "build", "news")
    assert (environment.elsewhere / "kg-store").is_dir()
    assert "合肥高新技术产业开发区" in environment.run("kg", "query", SUBJECT.format(cls="Park"), "--format", "csv").stdout
    assert "晨光动力" in environment.run("kg", "query", SUBJECT.format(cls="Company"), "--format", "csv").stdout
    assert environment.run("kg", "query", "ASK { ?o pk:value ?value ; pk:evidence/oa:exact ?quote FILTER (?value = 150000000000) }",
                           "--format", "json").stdout.count("true") == 1
    environment.run("kg", "validate")
    environment.run("kg", "stats")
    assert "晨光动力" in environment.run("kg", "show", "合肥高新区").stdout
    environment.run("kg", "export", "--format", "turtle", "-o", "graph.ttl")
    environment.run("kg", "export", "--format", "graphml", "-o", "graph.graphml")
    environment.run("kg", "draw", "-o", "graph.html")
    for name in ("graph.ttl", "graph.graphml", "graph.html"):
        assert "合肥高新技术产业开发区" in (environment.elsewhere / name).read_text(encoding="utf-8")


def test_the_version_is_the_same_everywhere(environment, wheel):
    from kg.version import VERSION

    assert environment.run("kg", "--version").stdout.split()[-1] == VERSION
    assert environment.ask("from importlib.metadata import version; print(version('parkkg'))") == VERSION
    assert re.match(rf"parkkg-{re.escape(VERSION)}-py3-none-any\.whl$", wheel.name)


def test_an_editable_install_works_on_the_source_itself(environment, tmp_path):
    source = copied(tmp_path / "source")
    environment.install("--no-deps", "--editable", source)
    assert Path(environment.ask("from kg.settings import ontology_folder; print(ontology_folder())")) == source.resolve() / "ontology"
    (source / "kg" / "version.py").write_text('VERSION = "0.0.1"\n', encoding="utf-8")
    assert environment.run("kg", "--version").stdout.split()[-1] == "0.0.1"
