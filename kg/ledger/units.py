"""Canonical units in the units that Chinese tables are written in.

:source: 1 亩 = 10000/15 m2, 1 公顷 = 10000 m2, as in the ontology
"""

from __future__ import annotations

from decimal import Decimal

_SCALES: dict[tuple[str, str], Decimal] = {
    ("CNY", "亿元"): Decimal(10) ** -8,
    ("USD", "亿美元"): Decimal(10) ** -8,
    ("HKD", "亿港元"): Decimal(10) ** -8,
    ("EUR", "亿欧元"): Decimal(10) ** -8,
    ("m2", "亩"): Decimal(15) / Decimal(10_000),
    ("m2", "平方公里"): Decimal(10) ** -6,
    ("W", "万千瓦"): Decimal(10) ** -7,
    ("W", "GW"): Decimal(10) ** -9,
    ("Wh", "亿千瓦时"): Decimal(10) ** -11,
    ("Wh", "GWh"): Decimal(10) ** -9,
}
_PRECISION = Decimal("0.0001")


def converted(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """Give a value in another unit, to four decimals and without zeros that say nothing.

    :param unit: canonical: CNY, m2 …
    :param wanted: 亿元, 亩 …
    :returns: None if the one can't be expressed in the other

    >>> converted(Decimal("12000000000"), "CNY", "亿元"), converted(Decimal("925333.333333"), "m2", "亩")
    (Decimal('120'), Decimal('1388'))
    >>> converted(Decimal(1), "USD", "亿元") is None
    True
    """
    scale = _SCALES.get((unit, wanted))
    return None if scale is None else plain(value * scale)


def readable(value: Decimal, unit: str, count_of: str = "", written: str = "") -> tuple[Decimal, str]:
    """Give a value in the unit that a table of mixed figures shows it in, and that unit.

    :param count_of: what is counted, of the unit ``count``
    :param written: the words of the text; power and energy in watts (GWh) stay so

    >>> readable(Decimal("30000000000"), "CNY"), readable(Decimal("20.5"), "percent"), readable(Decimal(80), "count", "家")
    ((Decimal('300'), '亿元'), (Decimal('20.5'), '%'), (Decimal('80'), '家'))
    >>> readable(Decimal("12000000000"), "Wh", written="12GWh"), readable(Decimal("200000000000"), "Wh", written="2亿度")
    ((Decimal('12'), 'GWh'), (Decimal('2'), '亿千瓦时'))
    """
    wanted = [name for known, name in _SCALES if known == unit]
    if wanted:
        chosen = wanted[-1] if unit in ("W", "Wh") and unit.lower() in written.lower() else wanted[0]
        return plain(value * _SCALES[unit, chosen]), chosen
    return plain(value), _LABELS.get(unit, unit) if unit != "count" else count_of


_LABELS = {"percent": "%", "percentagePoint": "百分点", "person": "人", "t": "吨", "kg": "千克", "m": "米", "m3": "立方米", "year": "年", "month": "个月",
           "day": "天"}


def plain(value: Decimal) -> Decimal:
    """Round to four decimals, and drop zeros behind the point."""
    exponent = value.as_tuple().exponent
    rounded = value.quantize(_PRECISION) if isinstance(exponent, int) and exponent < -4 else value
    text = format(rounded, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
