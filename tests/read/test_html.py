"""Pages: the text, where it was, and what the head says; whatever is broken."""

import pytest

from kg.read import document, quoted
from kg.read.html import page


def lines(source):
    return [line.text for line in page(source).lines]


@pytest.mark.parametrize("source, read", [
    ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
    ("<p>甲<p>乙", ["甲", "乙"]),
    ("<div>甲<br/>乙</div>", ["甲", "乙"]),
    ("<p>甲<b>乙</b><span>丙</span></p>", ["甲乙丙"]),
    ("<script>var 甲 = '<p>乙</p>';</script><p>丙</p>", ["丙"]),
    ("<style>p{}</style><noscript>甲</noscript><template>乙</template><iframe>丙</iframe><p>丁</p>", ["丁"]),
    ("<nav>首页</nav><p>甲。</p><footer>乙</footer><aside>丙</aside>", ["甲。"]),
    ("<!-- <p>甲</p> --><p>乙</p>", ["乙"]),
    ("<p title='1>2'>甲</p>", ["甲"]),
    ("<table><tr><td>甲</td><td>乙</td></tr></table>", ["甲", "乙"]),
    ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
    ("<pre>甲\n乙</pre>", ["甲", "乙"]),
    ("<p hidden>甲</p><p style='display: none'>乙</p><p>丙。</p>", ["丙。"]),
    ("<div class='breadcrumb'>首页</div><div class='news-share'>分享</div><p>甲。</p>", ["甲。"]),
    ("<p>3 < 4，小鹏<小米>，AT&T，a&b=c&lt;</p>", ["3 < 4，小鹏<小米>，AT&T，a&b=c<"]),
])
def test_text_of_elements(source, read):
    assert lines(source) == read


@pytest.mark.parametrize("source, read", [
    ("<p>甲", ["甲"]),
    ("<p>甲</div></p></b>乙", ["甲", "乙"]),
    ("<p class=\"x>甲</p><p>乙</p>", ["甲", "乙"]),
    ("<p class=\"x\" <b>甲</b>乙", None),
    ("甲<", ["甲<"]),
    ("甲</", ["甲"]),
    ("<!-- 没有结束的注释 <p>甲</p>", None),
    ("<nav>没有结束的导航<p>肇庆高新区去年产值突破千亿元。</p>", ["没有结束的导航", "肇庆高新区去年产值突破千亿元。"]),
    ("<script>没有结束的脚本<p>甲</p>", None),
    ("<html><body><form id='aspnetForm'><p>整页都在表单里，产值突破千亿元。</p></form></body></html>", ["整页都在表单里，产值突破千亿元。"]),
    ("&#20013;&#x56fd;&#0;&#xD800;&bogus;&nbsp甲", None),
])
def test_broken_pages_still_give_their_text(source, read):
    found = lines(source)
    assert found == read if read is not None else "甲" in "".join(found)


def test_entities_have_the_place_of_their_first_character(made):
    source = "<p>&#23567;&#40527;&amp;&ldquo;宁德时代&rdquo;&nbsp;&copy2023年</p>"
    result = made(source, "a.html")
    assert result.clean == "小鹏&“宁德时代”©2023年"
    assert [source[origin] for origin in result.origins] == list("&&&&宁德时代&&2023年")


def test_a_quotation_takes_an_entity_whole(made):
    source = "<p>&#23567;&#40527;落户&amp;投产</p>"
    result = made(source, "a.html")
    for span, exact in (((0, 2), "&#23567;&#40527;"), ((2, 4), "落户"), ((0, 5), "&#23567;&#40527;落户&amp;"), ((5, 7), "投产")):
        start, end = quoted(result, *span)
        assert source[start:end] == exact


def test_a_plain_ampersand_is_not_taken_for_an_entity(made):
    result = made("AT&T公司; 投产。")
    place = result.clean.index("&")
    start, end = quoted(result, 0, place + 1)
    assert result.text[start:end] == "AT&"


def test_line_breaks_in_the_source_are_white_space(made):
    result = made("<p>宁德\n  时代在Fort\n Worth</p>", "a.html")
    assert result.clean == "宁德时代在Fort Worth"


def test_head():
    found = page("""<html><head><TITLE>甲 - 乙网</TITLE><META NAME="PubDate" CONTENT="2023-01-16 10:20">
        <meta property="og:site_name" content="乙网"><link rel="canonical" href="https://example.org/a"></head>
        <body><h1>甲&amp;丙</h1><time datetime="2023-01-17">昨天</time></body></html>""")
    assert found.title == "甲 - 乙网" and found.heading == "甲&丙"
    assert found.meta == {"pubdate": "2023-01-16 10:20", "og:site_name": "乙网"}
    assert found.canonical == "https://example.org/a" and found.times == ["2023-01-17"]


@pytest.mark.parametrize("head, title", [
    ("<title>肇庆高新区产值破千亿_园区网</title>", "肇庆高新区产值破千亿"),
    ("<title>肇庆高新区产值破千亿 - 园区网</title>", "肇庆高新区产值破千亿"),
    ("<title>肇庆高新区产值破千亿-新闻频道-园区网</title><h1>肇庆高新区产值破千亿</h1>", "肇庆高新区产值破千亿"),
    ("<title>园区网_首页</title><meta property='og:title' content='肇庆高新区产值破千亿'>", "肇庆高新区产值破千亿"),
    ("<title>GLP-1药企在肇庆投产</title>", "GLP-1药企在肇庆投产"),
])
def test_title_of_a_page(head, title):
    assert document(f"<html>{head}<p>正文。</p></html>").title == title


def test_a_page_is_recognised_without_its_name():
    assert document("\n<!DOCTYPE html><p>甲。</p>").clean == "甲。"


def test_headings_and_bold_sentences(made):
    result = made("<h1>标题甲</h1><h2>第一部分</h2><p><strong>签约接连不断。</strong>签约十个项目。</p>", "a.html")
    assert [block.kind for block in result.blocks] == ["title", "heading", "heading", "paragraph"]


def test_a_layout_table_is_no_table(made):
    result = made("<table><tr><td>肇庆高新区去年<br>产值突破千亿元，<br>增长两成。</td></tr></table>", "a.html")
    assert result.clean.endswith("产值突破千亿元，增长两成。")
