"""A caption's description counts; its credit does not."""

import pytest

from kg.read.captions import caption
from kg.read.plain import lines


def parts(text):
    line, = lines(text, markdown=False)
    found = caption(line)
    return None if found is None else [(kind, part.text) for kind, part in found]


@pytest.mark.parametrize("text, read", [
    ("△ 张三丰 摄", [("furniture", "张三丰 摄")]),
    ("▲张三摄", [("furniture", "张三摄")]),
    ("△ 图源 某某发布", [("furniture", "图源 某某发布")]),
    ("△图源某某+", [("furniture", "图源某某+")]),
    ("▼ 某某工厂总装车间", [("caption", "某某工厂总装车间")]),
    ("△某某工厂。图源 某某发布", [("caption", "某某工厂"), ("furniture", "图源 某某发布")]),
    ("△ 某某工厂。 张三 摄", [("caption", "某某工厂。"), ("furniture", "张三 摄")]),
    ("△ 某某自然保护区丨李小四", [("caption", "某某自然保护区"), ("furniture", "李小四")]),
    ("△某某工厂内的生产线。新华社", [("caption", "某某工厂内的生产线"), ("furniture", "新华社")]),
    ("△某某工厂（资料图）", [("caption", "某某工厂"), ("furniture", "资料图）")]),
    ("△某某新能源工厂，新华社记者 王五 摄", [("caption", "某某新能源工厂"), ("furniture", "新华社记者 王五 摄")]),
    ("图为某某工厂。李四 张三 摄", [("caption", "图为某某工厂"), ("furniture", "李四 张三 摄")]),
    ("图：某某工厂", [("caption", "图：某某工厂")]),
    ("某某工厂鸟瞰。（张三 摄）", [("caption", "某某工厂鸟瞰。"), ("furniture", "张三 摄）")]),
    ("本报记者 张三 摄", [("furniture", "本报记者 张三 摄")]),
    ("摄影：张三", None),
    ("某某工厂的新图景", None),
    ("该市绘就产业新蓝图", None),
    ("全市规划建设用地由某局统摄", None),
    ("△某某工厂规划图", [("caption", "某某工厂规划图")]),
])
def test_captions(text, read):
    assert parts(text) == read


def test_a_long_paragraph_is_no_caption_for_its_last_word():
    assert parts("去年，" + "全市项目建设提速，" * 30 + "张三 摄") is None
