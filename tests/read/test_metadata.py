"""Title, date of issue, source and publisher, from the nearest place that tells."""

import pytest

from kg.errors import ReadError, UsageError
from kg.read import document

LONG = "去年，全区规模以上工业总产值突破千亿元，同比增长两成，增速居全市前列。"


@pytest.mark.parametrize("text, identifier, issued", [
    (f"---\ndate: 2023-01-16\n---\n{LONG}", "a.md", "2023-01-16"),
    (f"---\nissued: 2023年1月\n---\n{LONG}", "a.md", "2023-01"),
    (f"---\ndate: 2023\n---\n{LONG}", "a.md", "2023"),
    (f"---\ndate: unknown\n---\n{LONG}", "a.md", None),
    (f"标题\n日期:2024-01-23\n\n{LONG}", "a.txt", "2024-01-23"),
    (f"标题\n发布时间：2023年1月16日 10:20\n\n{LONG}", "a.txt", "2023-01-16"),
    (f"标题\n2023-01-16 10:20\n\n{LONG}", "a.txt", "2023-01-16"),
    (f"标题\n2023年1月16日\n\n{LONG}", "a.txt", "2023-01-16"),
    (f"政府工作报告\n\n——2018年1月16日在某市第十五届人民代表大会第三次会议上\n\n{LONG}", "a.md", "2018-01-16"),
    (f"（2016年1月24日在某市第十五届人民代表大会第三次会议上）\n\n{LONG}", "a.md", "2016-01-24"),
    (f"——二〇一六年一月二十四日在某市人民代表大会上\n\n{LONG}", "a.md", "2016-01-24"),
    (f"2022年1月8日，某公司在会议上宣布投产。{LONG}", "a.txt", None),
    (f"去年5月30日，项目投产。{LONG}", "某市-2016.md", "2016"),
    (LONG, "dongguan-2025-1.txt", "2025"),
    (LONG, "news/2023-01-16-opening.txt", "2023-01-16"),
    (LONG, "t20230116_99.txt", "2023-01-16"),
    (LONG, "12-24.txt", None),
    (LONG, "2016-2020.txt", None),
    (f"---\ntitle: 某市政府工作报告（2016年1月17日 张三）\n---\n{LONG}", "a.md", "2016-01-17"),
    (f"---\ntitle: 某市政府工作报告(2016年)\n---\n{LONG}", "a.md", "2016"),
    (f"本报讯（记者 张三）1月16日，{LONG}", "某区-2023.txt", "2023-01-16"),
    (f"某某社某市1月16日电 {LONG}", "某区-2023.txt", "2023-01-16"),
    (f"本报讯（记者 张三）1月16日，{LONG}", "a.txt", None),
    (f"他说，1月16日将开工。{LONG}", "某区-2023.txt", "2023"),
    (f"标题\n某某日报  2023-01-16 09:03:26\n\n{LONG}", "a.txt", "2023-01-16"),
    (f"标题\n2023-01-16 某某时报\n\n{LONG}", "a.txt", "2023-01-16"),
    (f"标题\n来源：某市工业和信息化局 2023-01-16\n\n{LONG}", "a.txt", "2023-01-16"),
    (f"2023年01月16日 第05版：某某新闻\n标题\n\n{LONG}", "a.txt", "2023-01-16"),
    (f"标题\n某某日报2023年1月16日起连载\n\n{LONG}", "a.txt", None),
    (f"【某某商报讯】2023-01-16 记者获悉，{LONG}", "a.txt", "2023-01-16"),
    (f"某网-某报讯 （记者 张三 见习记者 李四）2023年1月16日下午，{LONG}", "a.txt", "2023-01-16"),
    (f"某某社2022年12月30日电后，2023年1月16日，{LONG}", "a.txt", None),
    (f"获此消息的是某公司，2023年1月16日开工。{LONG}", "a.txt", None),
    (f"标题\n日期:2023-02-30\n\n{LONG}", "a.txt", None),
    ("<meta property='article:published_time' content='2023-01-16T10:20:00+08:00'><p>" + LONG, "a.html", "2023-01-16"),
    ("<meta name='PubDate' content='2023-01-16 10:20'><p>" + LONG, "a.html", "2023-01-16"),
    ("<p>" + LONG + "</p><time datetime='2023-01-16'>前天</time>", "a.html", "2023-01-16"),
])
def test_date_of_issue(made, text, identifier, issued):
    assert made(text, identifier).issued == issued


def test_a_date_given_wins():
    assert document(f"---\ndate: 2023-01-16\n---\n{LONG}", issued="2020-02").issued == "2020-02"


def test_an_impossible_one_given_is_refused():
    with pytest.raises(UsageError):
        document(LONG, issued="2023-02-30")


def test_an_impossible_one_in_the_front_matter_is_an_error():
    with pytest.raises(ReadError, match="2023-02-30"):
        document("---\ndate: 2023-02-30\n---\n正文。", "a.md")


@pytest.mark.parametrize("text, publisher", [
    (f"---\npublisher: 某报\n---\n来源：另一报\n\n{LONG}", "某报"),
    (f"标题\n\n来源：某某日报\n\n{LONG}", "某某日报"),
    (f"日期: 来源:某某发布收集编辑:某某发布\n\n{LONG}", "某某发布"),
    (f"{LONG}\n\n来 源:某某+(撰文 张三)", "某某+"),
    (f"标题\n某某日报  2023-01-16 09:03:26\n\n{LONG}", "某某日报"),
    (f"2023-01-16 来源：《某某日报》 作者：张三\n\n{LONG}", "某某日报"),
    (f"现在，我代表某某市人民政府，向大会报告工作。\n\n{LONG}", "某某市人民政府"),
    (f"某某市人民政府市长 张三\n\n{LONG}", "某某市人民政府"),
    (f"现在，我代表市人民政府，向大会报告工作。\n\n{LONG}", None),
    (f"现在，我代表自治区人民政府，向大会报告工作。\n\n{LONG}", None),
    (LONG, None),
])
def test_publisher(made, text, publisher):
    assert made(text).publisher == publisher


def test_a_source_defaults_to_the_identifier():
    assert document(LONG, "x/a.txt").source == "x/a.txt"
    assert document(f"---\nsource: https://example.org/a\n---\n{LONG}", "a.md").source == "https://example.org/a"
    assert document(LONG, "a.txt", source="https://example.org/b").source == "https://example.org/b"
    assert document("<link rel=canonical href='https://example.org/c'><p>" + LONG, "a.html").source == "https://example.org/c"
    assert document("<meta name='source' content='这是一个很长很长的说明，告诉读者这篇文章是从哪里来的，不是谁发布的'><p>" + LONG, "a.html").publisher is None


@pytest.mark.parametrize("text, title", [
    (f"---\ntitle: 2 0 1 6 年 政府工作报告\n---\n{LONG}", "2016年政府工作报告"),
    (f"某区:工厂接连投产\n{LONG}\n{LONG}", "某区：工厂接连投产"),
    (f"{LONG}\n{LONG}", None),
    (f"# 标题\n\n{LONG}", "标题"),
])
def test_title(made, text, title):
    assert made(text).title == title


def test_a_title_given_wins_and_marks_the_line():
    result = document(f"某区加快建设\n\n{LONG}", title="某区加快建设")
    assert result.title == "某区加快建设" and result.blocks[0].kind == "title"


@pytest.mark.parametrize("head, title", [
    ("原标题：四十家企业落户某市", "四十家企业落户某市"),
    ("【某某日报】某市：重点企业产销两旺", "【某某日报】某市：重点企业产销两旺"),
    ("某某产业园一期建设加快", "某某产业园一期建设加快"),
    ("【产业】", None),
    ("会议要求继续推动", None),
])
def test_title_of_a_scraped_page(made, head, title):
    assert made(f"{head}\n\n{LONG}", "a.txt").title == title
