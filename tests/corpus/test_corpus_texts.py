"""The documents: enough of them, long enough, dated and sourced, and as varied in form as real pages are."""

from __future__ import annotations

import datetime
import re

import pytest
from corpus_files import CORPUS, decoded, front_matter, main_text, texts
from lxml import html

TEXTS = texts()
MARKDOWN = [path for path in TEXTS if path.suffix == ".md"]
PLAIN = [path for path in TEXTS if path.suffix == ".txt"]
PAGES = [path for path in TEXTS if path.suffix == ".html"]
PLACES = {"广东", "安徽", "四川", "福建", "上海", "沈阳", "武汉", "西安", "江苏", "浙江", "内蒙古", "河南", "湖南", "贵州", "广西", "山东"}


def by_name(path):
    return path.name


def test_the_corpus_has_the_documents_that_the_readme_counts():
    assert (len(TEXTS), len(MARKDOWN), len(PLAIN), len(PAGES)) == (34, 30, 3, 1)


@pytest.mark.parametrize("path", TEXTS, ids=by_name)
def test_file_names_are_ascii(path):
    assert re.fullmatch(r"[a-z0-9-]+\.(md|txt|html)", path.name)


@pytest.mark.parametrize("path", TEXTS, ids=by_name)
def test_main_text_has_500_to_1400_characters(path):
    assert 500 <= len(main_text(path)) <= 1400


@pytest.mark.parametrize("path", MARKDOWN, ids=by_name)
def test_front_matter_has_title_source_and_date(path):
    head = front_matter(path)
    assert set(head) == {"title", "source", "date"}
    assert head["title"].strip()
    assert head["source"].startswith("parkkg corpus: own text on ")
    assert isinstance(head["date"], datetime.date)


@pytest.mark.parametrize("path", PLAIN, ids=by_name)
def test_plain_pages_carry_their_date_and_source_in_a_line(path):
    assert re.search(r"日期：20\d\d-\d\d-\d\d\s+来源：parkkg corpus", decoded(path))


@pytest.mark.parametrize("path", PLAIN, ids=by_name)
def test_plain_pages_end_in_furniture(path):
    assert "相关阅读" in decoded(path)
    assert len(main_text(path)) < len(re.sub(r"\s", "", decoded(path)))


def test_one_plain_page_is_in_gb18030():
    encoded = []
    for path in PLAIN:
        try:
            path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            encoded.append(path.name)
    assert encoded == ["shenyang-bmw-2022.txt"]


@pytest.mark.parametrize("path", PAGES, ids=by_name)
def test_html_page_is_complete(path):
    tree = html.fromstring(path.read_bytes())
    for place in ("nav", "article", "footer", "script", "style", "section[@class='related']"):
        assert tree.find(f".//{place}") is not None, place
    meta = {tag.get("name"): tag.get("content") for tag in tree.iter("meta")}
    assert meta["source"].startswith("parkkg corpus: own text on ")
    datetime.date.fromisoformat(meta["publishdate"])


def test_texts_are_spread_over_the_country():
    everything = "".join(map(main_text, TEXTS))
    assert {name for name in PLACES if name not in everything} == set()


@pytest.mark.parametrize(
    ("name", "count"), [("宁德时代", 8), ("比亚迪", 6), ("京东方", 4), ("小鹏汽车", 3), ("特斯拉", 3), ("蔚来", 3), ("隆基绿能", 2), ("新能源汽车", 11)]
)
def test_names_recur_across_documents(name, count):
    assert sum(name in main_text(path) for path in TEXTS) >= count


def test_readme_lists_every_document():
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in TEXTS if f"`{path.name}`" not in readme] == []
    assert "Apache-2.0" in readme
