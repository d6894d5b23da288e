"""What holds for every text there is."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.read import document, quoted

from .conftest import kinds, law

# Texts that look like pages: the signs that mean something, in any order.
PIECES = st.sampled_from([
    "去年，全区工业总产值突破 1,200 亿元,同比增长20.2%。", "要点", "一、工作回顾", "（二）项目", "**加快布局。**", "**粗体**", "# 标题", "- 项", "• ", "[3]",
    "△张三 摄", "△某厂。图源 某发布", "丨李四", "相关阅读", "版权声明：本站", "当前位置：首页 > 甲 >", "来源：某报", "2023-01-16 10:20", "| 甲 | 乙 |", "|---|---|",
    "---", "<br>", "<p>", "</p>", "<b>", "</b>", "<td>", "<!--", "-->", "&nbsp;", "&#20013;", "&amp", "&", "<", ">", "\n", "\n\n", "\r\n",
    "\r", "\u2028", " ", "\u3000", "\xa0", "\t", "\u200b", "\ufeff", "\u202e", "，", ",", "：", "；", "。", "的", "是", "以", "ABC", "GWh", "Ａ１％",
    "1 200", "《", "》", "(", ")", "\x00", "\x08", "𠮷", "é", "e\u0301", "\\", "*", "_", "`", "!", "[甲](乙)", "本报讯（记者 张三）1月16日", "title: 甲",
])
PAGES = st.lists(st.one_of(PIECES, st.text(max_size=6)), min_size=1, max_size=40).map("".join)
GAPS = st.sampled_from(["\n\n\n", "\n \n", "\n\u3000\n\n", "\r\n\r\n"])
ENDINGS = st.sampled_from([".txt", ".md", ".html"])
SENTENCES = st.sampled_from([
    "去年，全区规模以上工业总产值突破千亿元，同比增长两成，增速居全市前列。", "龙头企业带动上下游加快集聚，全年新签约项目50个，计划总投资 300 亿元。", "二、今年工作安排", "工作回顾", "△某某工厂总装车间",
    "**码头扩建过半。**新增泊位两个，研发投入强度达到百分之三。", "今年，该区将推动产业园扩容提质，力争工业总产值再上一个新的大台阶。"])
MANY = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def made(text, ending):
    from kg.errors import ReadError

    try:
        return document(text, "any" + ending)
    except ReadError:
        return None         # empty, or a front matter that is broken: what can be wrong with a string


@MANY
@given(PAGES, ENDINGS)
def test_the_law(text, ending):
    result = made(text, ending)
    if result is not None:
        law(result)


@MANY
@given(st.text(min_size=1, max_size=200), ENDINGS)
def test_the_law_on_any_characters(text, ending):
    result = made(text, ending)
    if result is not None:
        law(result)


@MANY
@given(PAGES, ENDINGS, st.data())
def test_a_quotation_lies_in_the_text_and_holds_its_characters(text, ending, data):
    result = made(text, ending)
    if result is None or not result.clean:
        return
    start = data.draw(st.integers(0, len(result.clean) - 1))
    end = data.draw(st.integers(start + 1, len(result.clean)))
    a, b = quoted(result, start, end)
    assert 0 <= a < b <= len(text)
    assert a == result.origins[start] and b > result.origins[end - 1]
    assert end == len(result.clean) or b <= result.origins[end]


@MANY
@given(st.lists(SENTENCES, min_size=2, max_size=8), GAPS, st.sampled_from([".txt", ".md"]))
def test_more_space_between_paragraphs_changes_only_offsets(sentences, gap, ending):
    plain, spaced = document("\n\n".join(sentences), "a" + ending), document(gap.join(sentences), "a" + ending)
    assert kinds(plain) == kinds(spaced)
    assert plain.clean == spaced.clean


@MANY
@given(PAGES, ENDINGS)
def test_twice_is_the_same(text, ending):
    assert made(text, ending) == made(text, ending)


@MANY
@given(st.lists(SENTENCES, min_size=1, max_size=8))
def test_a_page_and_a_text_of_the_same_paragraphs_read_the_same(sentences):
    sentences = [sentence.replace("**", "") for sentence in sentences]
    page = "<html><body>" + "".join(f"<p>{sentence}</p>\n" for sentence in sentences) + "</body></html>"
    assert kinds(document(page, "a.html")) == kinds(document("\n\n".join(sentences), "a.txt"))


@MANY
@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_both_encodings_read_the_same(tmp_path_factory, sentences):
    from kg.read import Source, read

    text = "\n\n".join(["去年，该区工业总产值居全市前列。", *sentences])
    folder = tmp_path_factory.mktemp("encodings")
    for name, encoding in (("a.txt", "utf-8"), ("b.txt", "gb18030")):
        (folder / name).write_bytes(text.encode(encoding))
    one, other = read(Source(folder / "a.txt", "a")), read(Source(folder / "b.txt", "a"))
    assert (one.text, one.clean, one.origins, one.blocks) == (other.text, other.clean, other.origins, other.blocks)
