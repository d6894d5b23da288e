"""Companies that are told by what they make."""

import pytest


@pytest.mark.parametrize("text, company", [
    ("做电梯的沐克斯电梯负责人说，订单充足。", "沐克斯电梯"), ("设备已经让给了做电驱的晨昌电机。", "晨昌电机"), ("做壳体的晨沐精密、做转轴的沐利、做键盘的湛秋电子，陆续搬来。", "沐利"),
    ("做石材机械的沐隆机械评上“小巨人”。", "沐隆机械"), ("做触控检测的湛点智能也在榜上。", "湛点智能")])
def test_who_makes_something(of_class, text, company):
    assert company in of_class(text, "Company")


@pytest.mark.parametrize("text", ["做服装的李明华开了店。", "做生意的温州人来了。", "做外贸的企业增多。", "做强的汽车产业增长。", "生产汽车的工厂开工。", "做电商的青年返乡。", "做配套的产业园，已经建成。"])
def test_people_and_kinds_are_none(of_class, text):
    assert not of_class(text, "Company")
