"""The figures are those of the reference scorer, where it is at hand: a folder ``shared`` beside the checkout, or $PARKKG_SHARED."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.evaluate import as_json, evaluate, load
from kg.export import export

from . import made

SHARED = Path(os.environ.get("PARKKG_SHARED") or Path(__file__).resolve().parents[3] / "shared")
SCORER = SHARED / "score.py"
needs_scorer = pytest.mark.skipif(not SCORER.is_file(), reason=f"the reference scorer is not there: {SCORER}")


def compared(contents: list[dict], seed: int, folder: Path) -> tuple[dict, dict]:
    """The figures of both for a graph that guesses, and the documents it was given."""
    guess = made.Guess(seed)
    texts = {}
    (folder / "texts").mkdir()      # of their own: the scorer takes the first file that begins with the document's name
    for content in contents:
        guess.add(content)
        texts[content["document"] + ".txt"] = made.text_of(content)
        (folder / "texts" / f"{content['document']}.txt").write_bytes(made.text_of(content).encode())
    paths = [made.write_gold(content, folder) for content in contents]
    export(guess.store, folder / "graph.ttl", "turtle")
    arguments = [folder / "graph.ttl", *paths, "--texts", folder / "texts", "--json"]
    done = subprocess.run([sys.executable, str(SCORER), *map(str, arguments)], capture_output=True, check=True)
    ours = json.loads(as_json(evaluate(guess.store, load(paths), texts.__getitem__)))
    return {key: ours[key] for key in ("all", "documents")}, json.loads(done.stdout)


@needs_scorer
@pytest.mark.parametrize("seed", range(4))
def test_made_up_gold_is_scored_alike(seed, tmp_path):
    ours, theirs = compared([made.gold(100 * seed + number) for number in range(3)], seed, tmp_path)
    assert ours == theirs
    assert 0 < ours["all"]["relations"]["f1"] < 1


@needs_scorer
@pytest.mark.parametrize("seed", range(2))
def test_real_gold_is_scored_alike(seed, tmp_path):
    files = sorted((SHARED / "gold").glob("*.json"))
    if not files:
        pytest.skip(f"there is no gold in {SHARED}")
    contents = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    ours, theirs = compared(contents, seed, tmp_path)
    assert ours == theirs
    assert len(ours["documents"]) == len(files)
