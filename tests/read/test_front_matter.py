"""YAML at the head of a text."""

import pytest

from kg.errors import ReadError
from kg.read.front_matter import front_matter


def test_fields_are_strings_as_written_and_the_text_begins_behind_them():
    text = "---\ntitle: 政府工作报告\ndate: 2016-01-24\nyear: 2016\nempty:\n---\n正文。\n"
    fields, start = front_matter(text)
    assert fields == {"title": "政府工作报告", "date": "2016-01-24", "year": "2016"}
    assert text[start:] == "正文。\n"


@pytest.mark.parametrize("text", ["\ufeff---\r\ntitle: 甲\r\n---\r\n乙", "---\ntitle: 甲\n...\n乙", "---  \ntitle: 甲\n---\n乙"])
def test_marks_line_ends_and_dots_are_understood(text):
    fields, start = front_matter(text)
    assert fields == {"title": "甲"} and text[start:] == "乙"


@pytest.mark.parametrize("text", ["正文。", "", "----\n正文", "---\n正文在两条线之间。\n---\n后文。", "---\n只有一条线，没有字段。\n"])
def test_texts_without_front_matter_are_left_alone(text):
    assert front_matter(text) == ({}, 0)


@pytest.mark.parametrize("text, place", [
    ("---\ntitle: 甲: 乙\n---\n", "news.md:2:9"),
    ("---\ntitle: 甲\n\tsource: 乙\n---\n", "news.md:3:1"),
    ("---\ntitle: '甲\n---\n", "news.md:"),
    ("---\ntitle: [甲\n---\n", "news.md:"),
    ("---\ntitle: 甲\n正文没有结束的标记。\n", "news.md:1:1"),
])
def test_broken_front_matter_says_line_and_column(text, place):
    with pytest.raises(ReadError) as caught:
        front_matter(text, "news.md")
    assert str(caught.value).startswith(place)


def test_no_yaml_object_is_ever_made():
    fields, _ = front_matter("---\ntitle: !!python/object/apply:os.system ['true']\nsource: 甲\n---\n")
    assert fields == {"source": "甲"}


def test_deep_nesting_is_an_error_and_not_a_crash():
    with pytest.raises(ReadError):
        front_matter("---\ntitle: " + "[" * 5000 + "\n---\n")
