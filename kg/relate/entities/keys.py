"""What two names of one thing share."""

from __future__ import annotations

import re

from kg.recognize.lexicon import any_of, words

_PROJECT_TAIL = re.compile(r"(?:建设项目|项目|工程|建设工程)$")
INDUSTRY_TAIL = re.compile(r"(?:产业集群|全产业链|产业链|产业|行业|集群|制造业集群)$")
_LEGAL_FORM = re.compile(r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|股份公司|公司)$|(?:集团|股份)$")
_COUNTRY_FRONT = re.compile("^" + any_of("places", "countries") + "(?=.{2})")
_GRADE = re.compile("^(?:高纯)?[\u4e00-\u9fff]{1,4}级(?=.{2})")  # 电池级碳酸锂
_QUOTES = str.maketrans("", "", "“”\"'‘’")
_LEVEL_FRONT = re.compile(r"^(?:全国首批|国家首批|全省首批|首批|全国|全省)")
_LEVEL_INSIDE = re.compile("（(?:国家|省)级）")  # 西宁（国家级）经济技术开发区
_STATION_TAIL = re.compile(r"(?:电站|核电站)$")


def key_of(name: str, cls: str) -> str:
    """What two names of one thing share: without quotation marks, legal form, 项目, 产业.

    >>> key_of("肇庆浪江抽水蓄能电站项目", "Project") == key_of("肇庆浪江抽水蓄能项目", "Project")
    True
    >>> key_of("新能源汽车产业集群", "Industry"), key_of("“卓粤”计划", "Programme")
    ('新能源汽车', '卓粤计划')
    """
    name = name.translate(_QUOTES)
    if cls == "Project":
        return _STATION_TAIL.sub("", _PROJECT_TAIL.sub("", re.sub(r"^年产(?=\d)", "", name))) or name
    if cls == "Industry":
        return INDUSTRY_TAIL.sub("", name) or name
    if cls == "Company":
        stem = _LEGAL_FORM.sub("", _COUNTRY_FRONT.sub("", name))
        return stem if len(stem) >= 2 else name
    if cls == "Product":
        plain = _GRADE.sub("", name)
        return name if plain in words("products", "no_products") else plain
    if cls == "Park":
        return _LEVEL_INSIDE.sub("", name)
    if cls == "Programme":
        return _LEVEL_FRONT.sub("", name) or name
    return name
