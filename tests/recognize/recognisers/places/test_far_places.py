"""Short names of counties of other provinces: what they mean in a text that is at home elsewhere."""

import pytest

HOME = "西宁市2024年政府工作报告"


@pytest.mark.parametrize("text, name", [
    ("推进南川片区开发。", "南川"), ("拆除沿河房屋。", "沿河"), ("建成沿江沿河绿道。", "沿河"), ("整治柳河两岸。", "柳河"), ("发挥长兴基金作用。", "长兴"), ("扩建天河机场。", "天河"),
    ("武汉天河机场通航。", "天河"), ("加快清水河高新走廊建设。", "清水河"), ("甘河西区污水处理厂投运。", "河西区"), ("文昌、平房等污水处理厂开工。", "文昌")])
def test_unsupported_it_is_no_place(of_class, text, name):
    assert name not in of_class(text, "District", title=HOME)


@pytest.mark.parametrize("text, name", [
    ("新疆伽师县来访。", "伽师县"), ("与新疆伽师共建基地。", "伽师"), ("波密、疏附、巫山三县脱贫。", "疏附"), ("结对帮扶昭平取得成效。", "昭平"), ("库尔勒至格尔木铁路通车。", "格尔木"),
    ("温州（嘉定）科创园开园。", "嘉定"), ("公司总部位于昆山。", "昆山"), ("学习推广晋江经验。", "晋江"), ("考察苏州、张家港等地。", "张家港"), ("其中，宜兴项目总投资5亿元。", "宜兴"),
    ("海淀区派员来访。", "海淀区"), ("香格里拉客流增长。", "香格里拉")])
def test_what_supports_it(of_class, text, name):
    assert name in of_class(text, "District", title=HOME)


@pytest.mark.parametrize("title", ["重庆市2024年政府工作报告", "", "开局良好"])
def test_at_home_or_where_no_home_is_known_it_counts(of_class, title):
    assert "南川" in of_class("推进南川片区开发。", "District", title=title)


def test_only_a_listed_park_s_own_place_is_a_part(of_class):
    assert of_class("前海深港现代服务业合作区扩围。", "District", title="惠州市2024年政府工作报告") == set()


def test_a_place_and_a_new_area_that_is_called_like_another_one(names):
    found = names("加快阳江滨海新区建设。", title="广东省2024年政府工作报告")
    assert ("阳江滨海新区", "Park") in found and ("滨海新区", "District") not in found


def test_a_national_new_area_lies_in_no_town_that_has_its_name(of_class):
    assert "天府" not in of_class("加快天府新区建设。", "District", title="成都市2024年政府工作报告")
    assert "天府" not in of_class("天府国际机场建成投用。", "District", title="成都市2024年政府工作报告"), "a zone is called so, too"
    assert "龙潭" in of_class("龙潭水厂建成投用。", "District", title="成都市2024年政府工作报告")
