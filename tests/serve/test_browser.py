"""The pages in a real browser: they work, they say what they should, and anybody can use them."""

from __future__ import annotations

import csv
import io
from urllib.parse import quote

import pytest

from tests.serve.conftest import NASTY

XPENG = "/id/company/" + quote("小鹏汽车")
DOCUMENT = "/id/document/zhaoqing-gaoxinqu-2022.md"
PAGES = ["/", "/entities", "/entities?class=Park", "/search?q=xiaopeng", "/documents", XPENG, "/id/park/" + quote("肇庆高新技术产业开发区"), DOCUMENT,
         "/id/document/lingang-2024.html", "/ledger", "/ledger/indicators", "/ontology", "/ontology/locatedIn", "/ontology/Company",
         "/indicator/outputValue", "/editor", "/api", "/id/rule/located-in.settled"]
SIZES = [(1440, 900), (390, 844)]


def serious(page) -> list[str]:
    """What axe finds that keeps people from using a page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.slow
def test_every_page_is_usable_by_anybody(visit):
    opened = visit()
    for path in PAGES:
        page = opened.open(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.fonts.check('16px sans-serif', '肇庆')")
        assert serious(page) == [], path


@pytest.mark.slow
def test_likewise_in_the_dark(visit):
    opened = visit(color_scheme="dark")
    for path in ("/", XPENG, DOCUMENT, "/editor", "/ledger"):
        page = opened.open(path)
        page.wait_for_load_state("networkidle")
        assert serious(page) == [], path


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_screen(visit, size):
    opened = visit(viewport={"width": size[0], "height": size[1]})
    for path in PAGES:
        page = opened.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path


# --- search

@pytest.mark.parametrize("typed", ["小鹏汽车", "xiaopeng", "xpqc", "XiaoPeng Qiche"])
def test_search_as_one_types_in_chinese_and_pinyin(visit, typed):
    page = visit().open("/")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    first = page.locator("#search-found [role=option]:first-child bdi").first
    first.and_(page.get_by_text("小鹏汽车", exact=True)).wait_for()         # what was found for the first letters alone may stand there for a moment
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/company/**")
    assert page.locator("h1").inner_text() == "小鹏汽车"


def test_search_with_the_keys_and_nothing_found(visit):
    page = visit().open("/")
    page.fill("#search", "肇庆")
    page.locator("#search-found [role=option]").nth(1).wait_for()
    page.keyboard.press("ArrowDown")
    assert page.locator("#search").get_attribute("aria-activedescendant") == "search-found-1"
    page.keyboard.press("Escape")
    assert page.locator("#search-found").is_hidden()
    page.fill("#search", "没有这样的名字")
    page.get_by_text("没有找到").wait_for()


# --- entities and documents

def test_a_relation_shows_its_sentence_and_leads_to_its_place(visit):
    page = visit().open(XPENG)
    group = page.locator("#locatedIn")
    row = group.locator(".fact", has_text="肇庆高新技术产业开发区").first
    row.locator("summary").click()
    quote_ = row.locator("figure").first
    quote_.wait_for()
    marked = quote_.locator("mark").inner_text()
    assert "小鹏" in quote_.inner_text() and marked
    quote_.locator("a").click()
    page.wait_for_url("**/id/document/**#cited")
    cited = "".join(page.locator(".cited").all_inner_texts())
    assert marked.replace(" ", "") in cited.replace(" ", "")
    assert page.locator("#cited").evaluate("e => { const box = e.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }")


def test_figures_over_the_years_are_drawn_with_targets_beside_results(visit, server):
    page = visit().open("/id/district/" + quote("常州市"))
    assert page.locator("#figures .series").count() > 3
    drawn = page.locator("svg.chart")
    for i in range(drawn.count()):
        assert drawn.nth(i).get_attribute("aria-label")
        assert drawn.nth(i).locator("circle, path.target").count() >= 2


def test_facts_light_up_where_they_stand(visit):
    page = visit().open(DOCUMENT)
    row = page.locator(".stated [data-fact]").nth(2)
    row.hover()
    number = row.get_attribute("data-fact")
    lit = page.locator(".said.on")
    assert lit.count() >= 1
    assert all(number in piece.get_attribute("data-facts").split() for piece in lit.all())
    row.click()
    assert "#" in page.url


def test_names_in_a_document_lead_to_their_pages(visit):
    page = visit().open(DOCUMENT)
    page.locator("a.name.class-Company", has_text="小鹏").first.click()
    page.wait_for_url("**/id/company/**")


def test_furniture_is_grey_and_has_no_marks(visit):
    page = visit().open("/id/document/lingang-2024.html")
    furniture = page.locator(".furniture")
    assert furniture.count() >= 1 and furniture.locator(".name, .said").count() == 0


# --- tables

def test_the_ledger_is_sorted_filtered_and_taken_home(visit):
    page = visit().open("/ledger")
    page.get_by_role("link", name="投资额（亿元）").click()
    page.get_by_role("link", name="投资额（亿元）").click()
    values = [text for text in page.locator("table.ledger tbody td:nth-child(5)").all_inner_texts() if text]
    numbers = [float(text.lstrip("≥≤≈ ").replace(",", "")) for text in values]
    assert len(numbers) > 2 and numbers == sorted(numbers, reverse=True)
    page.fill("input[name=q]", "肇庆")
    page.get_by_role("button", name="筛选").click()
    names = page.locator("table.ledger tbody td:first-child").all_inner_texts()
    assert names and page.locator("th[aria-sort=descending]").count() == 1
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    rows = list(csv.reader(io.StringIO(waiting.value.path().read_text(encoding="utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == names


# --- the editor

def test_the_editor_asks_and_shows_a_table(visit):
    page = visit().open("/editor")
    page.locator("button.question").nth(2).click()
    page.locator("#answer table").wait_for()
    assert page.locator("#answer tbody tr").count() >= 1
    page.locator("#answer a", has_text="company:小鹏汽车").first.click()
    page.wait_for_url("**/id/company/**")


@pytest.mark.slow
def test_every_question_of_the_editor_is_answered(visit):
    page = visit().open("/editor")
    count = page.locator("button.question").count()
    assert count >= 12
    for i in range(count):
        page.evaluate("document.getElementById('answer').replaceChildren()")
        page.locator("button.question").nth(i).click()
        page.locator("#answer > *").first.wait_for()
        assert page.locator("#answer .trouble").count() == 0, page.locator("button.question").nth(i).inner_text()


def test_the_editor_knows_the_prefixes_and_points_at_errors(visit):
    opened = visit()
    page = opened.open("/editor")
    assert page.locator(".CodeMirror .parseErrorIcon, .CodeMirror .cm-sp-error").count() == 0
    page.evaluate("queryEditor.setValue('SELECT ?x\\nWHERE { ?x a nope:Park }')")
    page.keyboard.press("Escape")
    page.click("#run")
    trouble = page.locator("#answer .trouble")
    trouble.wait_for()
    assert trouble.inner_text().startswith("2:14 ") and "nope:" in trouble.inner_text()
    assert page.evaluate("queryEditor.getCursor().line") == 1
    opened.trouble[:] = [t for t in opened.trouble if "400" not in t]       # the browser itself notes the answer


def test_a_query_in_the_address_is_run(visit):
    page = visit().open("/sparql?query=" + quote("ASK { ?park a pk:Park }"))
    page.get_by_text("是", exact=True).wait_for()
    page = visit().open("/editor?query=" + quote("CONSTRUCT { ?s a pk:Park } WHERE { ?s a pk:Park }"))
    page.locator("#answer pre").wait_for()
    assert "a pk:Park" in page.locator("#answer pre").inner_text()


# --- language and theme

def test_both_languages(visit):
    page = visit().open(XPENG)
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    page.get_by_role("link", name="Switch to English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", name="Relations").count() == 1
    page.goto(page.url.split("?")[0])
    assert page.locator("html").get_attribute("lang") == "en"       # kept
    assert visit(locale="en-GB").open("/").locator("html").get_attribute("lang") == "en"


def test_light_and_dark_are_kept(visit):
    page = visit(color_scheme="light").open("/")
    page.click("#theme-button")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(page.url)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_without_scripts_one_can_still_read_and_ask(visit):
    opened = visit(java_script_enabled=False)
    page = opened.open("/")
    page.fill("#search", "xiaopeng")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="小鹏汽车", exact=True).click()
    page.locator("#relations summary").first.click()
    assert page.locator("figure.quote").first.is_visible()


# --- what is text stays text

def test_names_full_of_markup_stay_text(visit, nasty_server):
    opened = visit(nasty_server.address)
    found = nasty_server.client.get("/api/search", params={"q": "晨帆"}).json()
    assert [each["label"] for each in found] == [NASTY]
    company = nasty_server.client.get("/suggest", params={"q": "晨帆"}).json()[0]["page"]
    document = nasty_server.client.get("/api/documents").json()["documents"][0]["identifier"]
    for path in ("/", "/entities", "/documents", "/search?q=" + quote(NASTY), company, "/id/document/" + quote(quote(document)), "/ledger", "/ledger/companies"):
        page = opened.open(path)
        assert page.locator("img, script:not([src])").count() == 0, path
    page = opened.open(company)
    assert page.locator("h1").inner_text() == NASTY
    assert page.locator("h1 bdi").evaluate("e => getComputedStyle(e).unicodeBidi").startswith("isolate")
    page = opened.open("/id/document/" + quote(quote(document)))
    assert "<script>alert(5)</script>" in page.locator(".article").inner_text().replace("&lt;", "<").replace("&gt;", ">")
    assert NASTY in page.locator(".stated").inner_text()
    assert page.locator("a[href^=javascript]").count() == 0
    page.fill("#search", "晨帆")
    page.locator("#search-found [role=option] bdi", has_text=NASTY).first.wait_for()
    page = opened.open("/editor?query=" + quote("SELECT ?name ?title { ?c a pk:Company ; skos:prefLabel ?name . ?d dcterms:title ?title }"))
    page.locator("#answer td", has_text=NASTY).first.wait_for()
    assert page.locator("img, script:not([src])").count() == 0
