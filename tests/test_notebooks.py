"""The notebooks run from top to bottom, as a reader would run them."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "notebooks"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.name)
def test_a_notebook_runs(path, monkeypatch, capsys):
    monkeypatch.chdir(FOLDER)
    scope: dict[str, object] = {}
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), scope)
            assert capsys.readouterr().out.strip(), cell["id"]
