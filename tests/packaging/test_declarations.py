"""setup.cfg says what is there: the packages, their data, and what they import."""

from __future__ import annotations

import ast
import configparser
import re
import sys
from collections.abc import Collection, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Parts of the ontology that only its tests read.
NOT_INSTALLED = {"kg.ontology.cases"}
# Uvicorn takes them where they are installed: a parser in C, and an event loop.
FOUND_BY_UVICORN = {"httptools", "uvloop"}
# The notebooks use them, the program does not.
NOTEBOOKS_ALONE = {"ipykernel", "matplotlib"}
# For each extra the parts of the program that it is for, and that say so when it is missing.
FOLDERS_OF_EXTRAS = {"parquet": {"export"}, "serve": {"serve"}, "notebooks": {"library"}, "train": {"recognize"}}


@pytest.fixture(scope="module")
def setup() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def listed(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def folders() -> set[str]:
    """The packages that ought to be listed: every folder of the package and of the ontology that holds files."""
    found = set()
    for top, package in ((ROOT / "kg", "kg"), (ROOT / "ontology", "kg.ontology")):
        for file in top.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                found.add(".".join((package, *file.parent.relative_to(top).parts)))
    return found - NOT_INSTALLED


def distribution_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def distributions() -> Mapping[str, list[str]]:
    """The distributions that bring each module."""
    return packages_distributions()


def imported(folder: Path) -> set[str]:
    """The distributions whose modules a folder's files import, anywhere in them."""
    return set().union(*(imported_by(file, {other.stem for other in folder.rglob("*.py")}) for file in folder.rglob("*.py")))


def imported_by(file: Path, beside: Collection[str] = ()) -> set[str]:
    """The distributions whose modules a file imports, anywhere in it.

    :param beside: modules that lie in the same folder
    """
    modules = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            modules.add(node.module.split(".")[0])
    own = {"kg", "tests", "tools", "benchmarks", *beside}
    known = distributions()
    return {distribution_name(known[module][0]) for module in modules - own - sys.stdlib_module_names if module in known}


def required(lines: list[str]) -> set[str]:
    return {distribution_name(re.match(r"[\w.-]+", line)[0]) for line in lines}


def test_every_folder_is_listed_as_a_package(setup):
    packages = listed(setup["options"]["packages"])
    assert len(packages) == len(set(packages))
    assert set(packages) == folders()


def test_every_kind_of_file_is_declared_as_data(setup):
    patterns = {pattern.strip() for value in setup["options.package_data"].values() for pattern in value.split(",")}
    endings = {f"*{file.suffix}" for top in ("kg", "ontology") for file in (ROOT / top).rglob("*")
               if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".py"}
    assert endings <= patterns


def test_the_program_asks_for_all_it_imports_and_for_nothing_else(setup):
    imports = imported(ROOT / "kg")
    assert {"click", "spacy", "rdflib"} <= imports
    always, extras = required(listed(setup["options"]["install_requires"])), of_extras(setup)
    assert always | set(extras) == imports | FOUND_BY_UVICORN | NOTEBOOKS_ALONE
    assert not always & set(extras)


def test_what_an_extra_brings_is_imported_only_where_it_is_for(setup):
    """What always is there must not need what may be missing."""
    for name, extra in of_extras(setup).items():
        folders = {file.relative_to(ROOT / "kg").parts[0] for file in (ROOT / "kg").rglob("*.py") if name in imported_by(file)}
        assert folders <= FOLDERS_OF_EXTRAS[extra], name


def of_extras(setup) -> dict[str, str]:
    """The distributions that an extra brings for users, with its name."""
    extras = setup["options.extras_require"]
    return {name: extra for extra in FOLDERS_OF_EXTRAS for name in required(listed(extras[extra]))}


def test_the_tests_ask_for_all_they_import(setup):
    extras = setup["options.extras_require"]
    asked = required([line for name in ("test", "browser") for line in listed(extras[name])])
    assert imported(ROOT / "tests") - imported(ROOT / "kg") <= asked


def test_the_version_is_that_of_the_changelog():
    from kg.version import VERSION

    newest = re.search(r"^## \[?(\d[\w.]*)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert newest and newest[1] == VERSION
