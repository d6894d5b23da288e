"""Where somebody inspects something, and what is there because it is called on."""

import pytest

HEAD = "# 王小明：把项目抓实抓好\n\n绵阳市委书记王小明1月4日在游仙区调研工业经济运行。\n\n"


@pytest.mark.parametrize("text, relation, holds", [
    (HEAD + "在鑫川电子有限公司，王小明走进车间，询问订单。", "鑫川电子有限公司 locatedIn 游仙区", True),
    (HEAD + "随后，王小明来到现场。走进湛朗锂电池项目建设现场，他要求加快进度。", "湛朗锂电池项目 locatedIn 游仙区", True),
    (HEAD + "先后来到鑫川电子有限公司、凯川机械有限公司，王小明询问订单。", "凯川机械有限公司 locatedIn 游仙区", True),
    (HEAD + "在鑫川电子有限公司支持下，当地办起了学校。", "鑫川电子有限公司 locatedIn 游仙区", False),  # it may be from anywhere
    (HEAD + "鑫川电子有限公司送来了设备。", "鑫川电子有限公司 locatedIn 游仙区", False),
    (HEAD.replace("在游仙区调研", "在游仙区、安州区调研") + "在鑫川电子有限公司，王小明走进车间。", "鑫川电子有限公司 locatedIn 安州区", False),  # or in the other
    (HEAD.replace("在游仙区调研", "在游仙区主持召开座谈会，听取") + "在鑫川电子有限公司，订单很满。", "鑫川电子有限公司 locatedIn 游仙区", False)])
def test_what_is_called_on_is_in_the_place_that_is_inspected(said, text, relation, holds):
    assert (relation in said(text + "\n", "mianyang-2024.md", issued="2024-01-05").relations) == holds


def test_what_is_called_on_is_in_the_park_of_which_the_text_tells(said):
    text = "# 媒体走进绵阳高新区\n\n5月8日，采访团走进绵阳高新区。绵阳高新区产业园区面积大。随后，采访团一行先后参观了鑫川电子有限公司、湛朗机械有限公司两家重点企业。\n"
    found = said(text, "news.md", issued="2024-05-09").relations
    assert {"鑫川电子有限公司 locatedIn 绵阳高新区", "湛朗机械有限公司 locatedIn 绵阳高新区"} <= found
