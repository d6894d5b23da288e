"""What ``import kg`` offers: all of it is there, sorted, documented, and costs nothing until it is used."""

from __future__ import annotations

import subprocess
import sys

import kg


def test_all_public_names_are_there_sorted_and_documented():
    assert kg.__all__ == sorted(kg.__all__, key=lambda name: (name.startswith("__"), name.lower())) or kg.__all__ == sorted(kg.__all__)
    for name in kg.__all__:
        found = getattr(kg, name)
        assert name.startswith("__") or found.__doc__, name


def test_what_is_not_there_is_an_attribute_error():
    assert not hasattr(kg, "nothing_of_the_kind")


def test_importing_costs_nothing():
    code = "import kg, sys; print(sorted({'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'pandas'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
