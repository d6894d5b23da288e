"""The page in a real browser, with the network cut. Every test ends with: no request, no error on the console, no dialog."""

from __future__ import annotations

from kg.draw.explore import explore
from tests.draw.networks import HOSTILE, HOSTILE_SENTENCE, parks, star

ALL_NAMES = "[...explorer.labels.drawn.nodes].map(id => explorer.nodes[id].names[0]).sort()"


def edge_between(visit, subject: str, object_: str) -> str:
    """An expression for the edge that goes from one name to another."""
    return f"explorer.edges.find(e => e.from === {visit.node(subject)} && e.to === {visit.node(object_)})"


def test_the_page_opens_and_names_what_it_shows(visit, small_page):
    visited = visit(small_page)
    assert visited.page.evaluate(ALL_NAMES) == sorted(["云山高新区", "华星汽车", "瑞达电池", "华星汽车云山基地", HOSTILE])
    assert visited.page.inner_text("#counts") == "6 个实体 · 5 条关系 · 2 篇文档"
    assert visited.page.inner_text("#notice") == "另有 1 个实体暂无关系，没有画出，可以搜索到。"
    named = visited.page.evaluate("[...explorer.labels.drawn.edges].map(id => explorer.edges[id].relation).sort()")
    assert named == ["cooperatesWith", "develops", "locatedIn", "locatedIn", "suppliesTo"]


def test_a_click_on_an_edge_shows_its_sentence_with_both_names_marked(visit, small_page):
    visited = visit(small_page)
    visited.page.mouse.click(*visited.point(f"explorer.pointOn({edge_between(visited, '瑞达电池', '云山高新区')}, 0.5)"))
    assert visited.page.inner_text("#panel blockquote") == "瑞达电池拟落户云山高新区。"
    assert visited.page.locator("#panel mark").all_inner_texts() == ["瑞达电池", "云山高新区"]
    assert visited.page.inner_text("#panel .chip") == "规划"
    assert "云山高新区项目集中签约" in visited.page.inner_text("#panel figcaption")
    assert "2023-05-18" in visited.page.inner_text("#panel figcaption")


def test_what_is_planned_is_dashed(visit, small_page):
    visited = visit(small_page)
    dashes = visited.page.evaluate("explorer.edges.filter(e => explorer.view.edgeSet.get(e.id).dashes).map(e => e.statements[0].modality)")
    assert dashes == ["Planned"]


def test_a_hostile_name_and_sentence_are_shown_as_text(visit, small_page):
    visited = visit(small_page)
    place = visited.point(f"explorer.view.network.getPosition({visited.node(HOSTILE)})")
    visited.page.mouse.move(*place)
    visited.page.wait_for_selector("#tip:not([hidden])")
    assert HOSTILE in visited.page.inner_text("#tip")
    visited.page.mouse.click(*place)
    assert visited.page.inner_text("#panel h2") == HOSTILE
    visited.page.click("#panel .evidence")
    assert visited.page.text_content("#panel blockquote") == HOSTILE_SENTENCE
    assert visited.page.inner_text("#panel cite") == "<script>alert(4)</script>"
    visited.page.click("#list-button")
    visited.page.fill("#search", "<img")
    assert HOSTILE in visited.page.inner_text("#found")
    assert visited.page.locator("img, b, body script:not([type]) ~ svg[onload]").count() == 0


def test_search_finds_by_name_other_name_and_pinyin(visit, small_page):
    visited = visit(small_page)
    expected = {"华星汽": "华星汽车", "云山华星汽车有限": "华星汽车", "rddc": "瑞达电池", "ruidadian": "瑞达电池", "孤岛": "孤岛公司"}
    for typed, found in expected.items():
        visited.page.keyboard.press("/")
        visited.page.keyboard.type(typed)
        assert visited.page.locator("#found li .title bdi").first.inner_text() == found
        visited.page.keyboard.press("Enter")
        assert visited.page.inner_text("#panel h2") == found
        assert visited.page.evaluate("id => explorer.view.isVisible(id)", visited.node(found))


def test_the_results_are_walked_with_the_arrow_keys(visit, small_page):
    visited = visit(small_page)
    visited.page.fill("#search", "华星")
    visited.page.keyboard.press("ArrowDown")
    assert visited.page.get_attribute("#search", "aria-activedescendant") == "found-1"
    assert visited.page.get_attribute("#found-1", "aria-selected") == "true"
    visited.page.keyboard.press("Enter")
    assert visited.page.inner_text("#panel h2") == "华星汽车云山基地"


def test_filters_hide_and_bring_back_a_class_a_relation_and_the_planned(visit, small_page):
    visited = visit(small_page)
    shown = "[explorer.view.nodeSet.length, explorer.view.edgeSet.length]"
    assert visited.page.evaluate(shown) == [5, 5]
    visited.page.click("[data-filter='classes Company']")
    assert visited.page.evaluate(shown) == [2, 0]
    visited.page.click("[data-filter='classes Company']")
    visited.page.click("[data-filter='relations locatedIn']")
    assert visited.page.evaluate(shown) == [5, 3]
    visited.page.click("#back-button")
    visited.page.click("[data-filter='modalities plan']")
    assert visited.page.evaluate(shown) == [5, 4]
    visited.page.click("#reset-button")
    assert visited.page.evaluate(shown) == [5, 5]


def test_search_reaches_what_the_view_leaves_out(visit, capped_page):
    visited = visit(capped_page)
    assert "25 个实体" in visited.page.inner_text("#notice")
    hidden = visited.page.evaluate("explorer.nodes.find(n => n.x === undefined && n.degree > 1).names[0]")
    visited.page.fill("#search", hidden)
    visited.page.keyboard.press("Enter")
    assert visited.page.inner_text("#panel h2") == hidden
    assert visited.page.evaluate("explorer.view.nodeSet.length") > 25
    visited.page.click("#back-button")
    assert visited.page.evaluate("explorer.view.nodeSet.length") == 25


def test_a_double_click_expands_and_collapses(visit):
    visited = visit(explore(star(20), limit=8))
    hub = f"explorer.view.network.getPosition({visited.node('云山高新区')})"
    visited.page.mouse.dblclick(*visited.point(hub))
    assert visited.page.evaluate("explorer.view.nodeSet.length") == 21
    overlapping = visited.page.evaluate("""() => {
        const places = explorer.view.nodeSet.getIds().map(id => explorer.view.places.get(id));
        return places.filter((a, i) => places.some((b, j) => i < j && Math.hypot(a.x - b.x, a.y - b.y) < 16)).length;
    }""")
    assert overlapping == 0
    visited.page.wait_for_timeout(400)              # else it were a click four times
    visited.page.mouse.dblclick(*visited.point(hub))
    assert visited.page.evaluate("explorer.view.nodeSet.length") == 1


def test_no_name_is_drawn_over_another(visit):
    visited = visit(explore(parks(28)))
    drawn = visited.page.evaluate("explorer.labels.boxes")
    assert len(drawn) > 30
    clashes = [(a["text"], b["text"]) for i, a in enumerate(drawn) for b in drawn[:i]
               if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]]
    assert clashes == []


def test_the_table_holds_the_view_and_leads_to_the_panel(visit, small_page):
    visited = visit(small_page)
    visited.page.click("#list-button")
    assert visited.page.locator("#list tbody tr").count() == 5
    assert visited.page.locator("#list tbody th").first.inner_text() == "云山高新区"
    visited.page.click("#list tbody tr:nth-child(2) button")
    assert visited.page.inner_text("#panel h2") == "华星汽车"
    assert visited.page.locator("#panel .figures li").all_inner_texts() == ["2022 营业收入 300亿元", "2022 就业人数 1.2万人"]


def test_the_page_speaks_english_and_turns_dark(visit, small_page):
    visited = visit(small_page, color_scheme="light")
    light = visited.page.evaluate("getComputedStyle(document.body).backgroundColor")
    visited.page.click("#language-button")
    assert visited.page.inner_text("#counts") == "6 entities · 5 relations · 2 documents"
    assert "company" in visited.page.inner_text("#classes").lower()
    assert visited.page.get_attribute("html", "lang") == "en"
    visited.page.click("#theme-button")
    assert visited.page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_the_picture_is_a_png_of_the_view(visit, small_page):
    visited = visit(small_page)
    with visited.page.expect_download() as download:
        visited.page.click("#picture-button")
    assert download.value.suggested_filename == "产业园区知识图谱.png"
    content = download.value.path().read_bytes()
    assert content.startswith(b"\x89PNG") and len(content) > 10_000


def test_everything_is_named_for_screen_readers(visit, small_page):
    visited = visit(small_page)
    nameless = visited.page.evaluate("""() => [...document.querySelectorAll("button, input, a, [role]")]
        .filter(e => !(e.getAttribute("aria-label") || e.textContent.trim() || e.placeholder)).map(e => e.outerHTML)""")
    assert nameless == []
