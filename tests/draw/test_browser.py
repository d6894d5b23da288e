"""The page in a real browser, with the network cut. Every test ends with: no request, no error on the console, no dialog."""

from __future__ import annotations

import io

import networkx as nx
import pytest
import rdflib

from kg.draw.explore import explore
from tests.draw.networks import HOSTILE, HOSTILE_SENTENCE, add_edge, add_node, parks, small, star

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
        visited.page.click("#save-button")
        visited.page.click("#save-picture")
    assert download.value.suggested_filename == "产业园区知识图谱.png"
    content = download.value.path().read_bytes()
    assert content.startswith(b"\x89PNG") and len(content) > 10_000


def test_everything_is_named_for_screen_readers(visit, small_page):
    visited = visit(small_page)
    nameless = visited.page.evaluate("""() => [...document.querySelectorAll("button, input, a, [role]")]
        .filter(e => !(e.getAttribute("aria-label") || e.textContent.trim() || e.placeholder)).map(e => e.outerHTML)""")
    assert nameless == []


# --- time


@pytest.fixture(scope="module")
def years_page() -> str:
    """A park with three companies: of 2021, of 2023 and 2024, and one that is curated and has no date."""
    network = nx.MultiDiGraph()
    park = add_node(network, "云山高新区", "Park")
    for name, date in (("华星汽车", "2021-03-01"), ("瑞达电池", "2023-05-18"), ("远山材料", "")):
        company = add_node(network, name, "Company")
        add_edge(network, company, "locatedIn", park, f"{name}落户云山高新区。" if date else "", **({"date": date} if date else {}))
    late = add_node(network, "晨帆科技", "Company")
    add_edge(network, late, "suppliesTo", park.replace("park/云山高新区", "company/瑞达电池"), "晨帆科技为瑞达电池供货。", date="2024-02")
    return explore(network)


VISIBLE = "explorer.view.nodeSet.getIds().map(id => explorer.nodes[id].names[0]).sort()"


def test_the_slider_shows_what_was_reported_between_two_months_and_what_has_no_date(visit, years_page):
    visited = visit(years_page)
    visited.page.click("#time-button")
    assert visited.page.inner_text("#time-text") == "2021-03 – 2024-02"
    visited.page.focus("#time-to")
    for _ in range(12):
        visited.page.keyboard.press("ArrowLeft")
    assert visited.page.inner_text("#time-text") == "2021-03 – 2023-02"
    assert visited.page.evaluate(VISIBLE) == sorted(["云山高新区", "华星汽车", "远山材料"])
    visited.page.focus("#time-from")
    visited.page.keyboard.press("ArrowRight")
    assert visited.page.evaluate(VISIBLE) == sorted(["云山高新区", "远山材料"])
    assert visited.page.get_attribute("#time-from", "aria-valuetext") == "2021-04"
    visited.page.click("#back-button")
    assert "华星汽车" in visited.page.evaluate(VISIBLE)
    visited.page.click("#time-all")
    assert len(visited.page.evaluate(VISIBLE)) == 5


def test_the_months_are_played_one_after_another(visit, years_page):
    visited = visit(years_page)
    visited.page.click("#time-button")
    visited.page.click("#time-play")
    assert "晨帆科技" not in visited.page.evaluate(VISIBLE)
    for _ in range(600):
        if visited.page.get_attribute("#time-play", "aria-pressed") == "false":
            break
        visited.page.wait_for_timeout(100)
    assert len(visited.page.evaluate(VISIBLE)) == 5


def test_a_graph_of_one_month_has_no_slider(visit, small_page):
    assert visit(small_page).page.locator("#time-button").is_hidden()


# --- paths and pins


def test_a_path_leads_from_one_thing_to_another_with_the_sentences(visit, years_page):
    visited = visit(years_page)
    visited.page.fill("#search", "晨帆")
    visited.page.keyboard.press("Enter")
    visited.page.click("#actions button:has-text('路径')")
    assert "晨帆科技" in visited.page.inner_text("#pathing")
    visited.page.keyboard.type("华星")
    visited.page.keyboard.press("Enter")
    assert visited.page.inner_text("#panel h2 .relation") == "3 步"
    assert visited.page.locator("#panel .steps blockquote").all_inner_texts() == [
        "晨帆科技为瑞达电池供货。", "瑞达电池落户云山高新区。", "华星汽车落户云山高新区。"]
    assert len(visited.page.evaluate("[...explorer.view.lit]")) == 4
    visited.page.click("#back-button")
    assert visited.page.inner_text("#panel h2") == "晨帆科技"


def test_two_things_that_nothing_links_are_told_so(visit, small_page):
    visited = visit(small_page)
    visited.page.evaluate("([a, b]) => { explorer.path.start(a); explorer.path.take(b); }", [visited.node("孤岛公司"), visited.node("华星汽车")])
    assert "没有相连的路径" in visited.page.inner_text("#panel")


def test_a_filter_closes_a_path(visit, years_page):
    visited = visit(years_page)
    ends = [visited.node("华星汽车"), visited.node("瑞达电池")]
    assert len(visited.page.evaluate("([a, b]) => explorer.path.find(a, b)", ends)) == 2
    visited.page.click("[data-filter='relations locatedIn']")
    assert visited.page.evaluate("([a, b]) => explorer.path.find(a, b)", ends) is None


def test_looking_for_a_path_is_given_up_with_escape(visit, years_page):
    visited = visit(years_page)
    visited.page.evaluate("id => explorer.path.start(id)", visited.node("华星汽车"))
    visited.page.click("#pathing-stop")
    assert visited.page.locator("#pathing").is_hidden() and visited.page.evaluate("explorer.path.from") is None


def test_what_is_pinned_stays_whatever_is_filtered_or_collapsed(visit, small_page):
    visited = visit(small_page)
    visited.page.evaluate("id => explorer.view.choose({ node: id })", visited.node("瑞达电池"))
    visited.page.click("#actions button:text-is('固定')")
    visited.page.click("[data-filter='classes Company']")
    assert visited.page.evaluate(VISIBLE) == sorted(["云山高新区", "瑞达电池", "华星汽车云山基地"])
    visited.page.click("#reset-button")
    assert visited.page.evaluate("explorer.view.pinned.size") == 1
    visited.page.evaluate("id => explorer.view.only(id)", visited.node("华星汽车云山基地"))
    assert "瑞达电池" in visited.page.evaluate(VISIBLE)


# --- what is taken away


def saved(visited, kind: str):
    with visited.page.expect_download() as download:
        visited.page.click("#save-button")
        visited.page.click(f"#save-{kind}")
    return download.value.suggested_filename, download.value.path().read_text("utf-8")


def test_the_view_is_saved_as_turtle_with_its_sentences(visit, small_page):
    visited = visit(small_page)
    visited.page.click("[data-filter='classes Project']")
    name, text = saved(visited, "turtle")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    pk, skos = rdflib.Namespace("https://w3id.org/parkkg/ontology#"), rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    labels = {str(label) for label in graph.objects(None, skos.prefLabel)}
    assert name == "产业园区知识图谱.ttl" and labels == {"云山高新区", "华星汽车", "瑞达电池", HOSTILE}
    assert HOSTILE_SENTENCE in {str(text) for text in graph.objects(None, oa.exact)}
    planned = set(graph.subjects(pk.modality, pk.Planned))
    assert len(planned) == 1 and len(list(graph.subject_objects(pk.locatedIn))) == 1      # what is planned has no plain triple


def test_the_view_is_saved_as_graphml(visit, small_page):
    name, text = saved(visit(small_page), "graphml")
    graph = nx.read_graphml(io.BytesIO(text.encode()))
    assert name.endswith(".graphml") and len(graph) == 5 and graph.number_of_edges() == 5
    assert {data["label"] for _, data in graph.nodes(data=True)} >= {"云山高新区", HOSTILE}
    assert {data["sentence"] for _, _, data in graph.edges(data=True)} >= {"瑞达电池拟落户云山高新区。"}


def test_the_menu_is_walked_with_the_keyboard(visit, small_page):
    visited = visit(small_page)
    visited.page.focus("#save-button")
    visited.page.keyboard.press("Enter")
    visited.page.keyboard.press("ArrowDown")
    assert visited.page.evaluate("document.activeElement.id") == "save-turtle"
    visited.page.keyboard.press("Escape")
    assert visited.page.locator("#save").is_hidden() and visited.page.evaluate("document.activeElement.id") == "save-button"


def test_axe_finds_nothing_serious(visit, years_page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    visited = visit(years_page)
    visited.page.click("#time-button")
    visited.page.evaluate("id => explorer.view.choose({ node: id })", visited.node("华星汽车"))
    found = axe.Axe().run(visited.page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_the_page_is_small(small_page):
    from kg.draw.explore import explore as make

    assert len(make(small()).encode()) < 3_000_000
