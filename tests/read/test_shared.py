"""The law over real pages and reports, where they are at hand; and what must not happen to them.

They are looked for in ``$PARKKG_SHARED``, or in the folder ``shared`` beside the checkout, and are no part of it.
"""

import os
import re
from pathlib import Path

import pytest

from kg.read import Failure, find, read

from .conftest import kinds, law

ROOT = Path(os.environ.get("PARKKG_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
REPORTS = 50


def documents(folder, most=None):
    if not (ROOT / folder).is_dir():
        pytest.skip(f"{ROOT / folder} is not at hand")
    found = list(find([ROOT / folder]))
    assert not [item for item in found if isinstance(item, Failure)]
    step = max(1, len(found) // most) if most else 1
    return [read(source) for source in found[::step][:most]]


@pytest.mark.parametrize("folder, number", [("seeds", 2), ("passages", 12), ("reports", REPORTS)])
def test_the_law_on_every_block(folder, number):
    made = documents(folder, REPORTS if folder == "reports" else None)
    assert len(made) == number
    for document in made:
        law(document)
        for block in document.blocks:
            start, end = document.origins[block.start], document.origins[block.end - 1] + 1
            assert document.text[start:end].strip()


@pytest.mark.parametrize("folder", ["passages", "reports"])
def test_of_main_text_nothing_is_lost_or_taken_for_furniture(folder):
    for document in documents(folder, REPORTS if folder == "reports" else None):
        body = re.sub(r"\A---\n.*?\n---\n|<!--.*?-->|\[\^?\d{1,3}\]|<br>", "", document.text, flags=re.S)
        written = re.findall(r"[\u4e00-\u9fff]", body)
        assert re.findall(r"[\u4e00-\u9fff]", document.clean) == written, document.identifier
        credits = sum(len(text) for kind, text in kinds(document) if kind == "furniture")
        assert credits <= 20, f"{document.identifier}: a report holds no furniture but a line of credit"


def test_most_reports_tell_their_day():
    days = [document.issued for document in documents("reports", REPORTS)]
    assert sum(len(day or "") == 10 for day in days) >= 0.8 * len(days)
    assert all(days)


def test_a_page_of_news_keeps_its_article_and_nothing_below_it():
    page, = [document for document in documents("seeds") if "hitech" in document.identifier]
    blocks = kinds(page)
    assert blocks[0][0] == "title"
    first = next(number for number, (kind, _) in enumerate(blocks) if kind == "furniture")
    assert {kind for kind, _ in blocks[1:first]} == {"paragraph"} and first == 13
    assert {kind for kind, _ in blocks[first:]} == {"furniture"}


def test_a_page_of_a_channel_is_told_from_its_frame():
    page, = [document for document in documents("seeds") if "provincial" in document.identifier]
    blocks = kinds(page)
    assert [kind for kind, _ in blocks[:5]] == ["furniture"] * 3 + ["title", "furniture"]
    last = max(number for number, (kind, _) in enumerate(blocks) if kind == "paragraph")
    assert len([kind for kind, _ in blocks if kind == "heading"]) == 24
    assert len([kind for kind, _ in blocks if kind == "caption"]) == 10
    assert all(text.endswith(("。", "；")) for kind, text in blocks if kind == "paragraph"), "each paragraph is made of whole sentences"
    assert {kind for kind, _ in blocks[last + 1:]} == {"furniture"}
    credits = re.compile("摄$|^图源|^来源|^编辑|阅读$|文章$")
    assert not [text for kind, text in blocks if kind != "furniture" and credits.search(text)]
    assert page.publisher and page.title == blocks[3][1]
