"""Where a name begins: borders are decided by words, not by how far a pattern reaches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.text.left_edge import start_of, trim
from kg.recognize.text.phrase import LONGEST_NAME, names_something, text_of

from tests.recognize.defects import wrong

INSIDE_A_WORD = "a word of the dictionary that only seems to begin outside is cut off"


def phrase(tokens, text: str, head: str) -> str:
    """What :func:`start_of` makes of the first head noun in a text."""
    made = tokens(text)
    last = next(i for i, token in enumerate(made) if token.text.endswith(head))
    return text_of(made, start_of(made, last), last)


@pytest.mark.parametrize("text, head, expected", [
    # a verb in front ends the name
    ("加快推进小鹏汽车肇庆基地建设", "基地", "小鹏汽车肇庆基地"),
    ("全力支持长安汽车渝北工厂扩能", "工厂", "长安汽车渝北工厂"),
    ("记者走进比亚迪西安工厂", "工厂", "比亚迪西安工厂"),
    ("总投资86亿元的华星微纳光电项目开工", "项目", "华星微纳光电项目"),
    ("位于咸阳高新区的彩虹液晶玻璃基地", "基地", "彩虹液晶玻璃基地"),
    ("由海康威视建设的桐庐智能制造基地", "基地", "桐庐智能制造基地"),
    ("其中，白鹤滩水电站已投运", "电站", "白鹤滩水电站"),
    # describing words at the edge are not part of it, inside they are
    ("建成全省重点华星显示产业园", "产业园", "华星显示产业园"),
    ("推动全市首个云岭生物医药产业园", "产业园", "云岭生物医药产业园"),
    # brackets, joints and phases
    ("设立中国（四川）自由贸易试验区", "自由贸易试验区", "中国（四川）自由贸易试验区"),
    ("走进西部（重庆）科学城", "科学城", "西部（重庆）科学城"),
    # a comma, a time, a list end it
    ("华星微纳、云岭储能电站", "电站", "云岭储能电站"),
    ("2023年5月，云岭储能电站并网", "电站", "云岭储能电站"),
    ("2023年云岭储能电站并网", "电站", "云岭储能电站"),
    ("集中开工活动暨湛朗储能电站开工仪式", "电站", "湛朗储能电站"),
    ("第七次工作交流会暨湛朗储能电站", "电站", "湛朗储能电站"),
    ("绵阳冲刺云岭储能电站", "电站", "云岭储能电站"),
])
def test_the_left_border(tokens, text, head, expected):
    assert phrase(tokens, text, head) == expected


@pytest.mark.parametrize("text, head", [("加快建设项目", "项目"), ("推动重点项目", "项目"), ("全市基地", "基地"), ("在园区", "园区")])
def test_a_head_with_nothing_of_its_own_in_front_stays_alone(tokens, text, head):
    assert phrase(tokens, text, head) in (head, text[-4:]) and not names_something(tokens(text), 0, len(tokens(text)) - 1)


def test_no_further_left_than_the_floor(tokens):
    made = tokens("华星微纳云岭基地")
    assert start_of(made, len(made) - 1, len(made) - 2) >= len(made) - 2


def test_a_name_is_no_longer_than_names_are(tokens):
    made = tokens("云岭" * 40 + "基地")
    assert made[-1].end - made[start_of(made, len(made) - 1)].start <= LONGEST_NAME


@pytest.mark.parametrize("text, expected", [("推动华星基地", "华星基地"), ("全市华星基地", "华星基地"), ("历届华星基地", "华星基地"), ("、华星基地", "华星基地"), ("首个华星基地", "华星基地")])
def test_trimming_the_left_edge(tokens, text, expected):
    made = tokens(text)
    assert text_of(made, trim(made, 0, len(made) - 1), len(made) - 1) == expected


# --- the same through the whole chain: no name is cut from a longer one, and none runs over


@pytest.mark.parametrize("text, right, fragments", [
    ("加快推进小鹏汽车项目", "小鹏汽车", ["鹏汽车", "加快推进小鹏汽车", "推进小鹏汽车"]),
    ("全力支持比亚迪扩产增效", "比亚迪", ["支持比亚迪", "亚迪", "全力支持比亚迪"]),
    ("推动长安汽车渝北工厂满产", "长安汽车渝北工厂", ["推动长安汽车渝北工厂", "安汽车渝北工厂"]),
    ("广东瑞庆时代新能源科技有限公司投产", "广东瑞庆时代新能源科技有限公司", ["庆时代", "时代新能源科技有限公司", "新能源科技有限公司"]),
    ("大连英歌石科学城启动建设", "大连英歌石科学城", ["石科学城", "歌石科学城", "英歌石科学城启动"]),
    ("西部（重庆）科学城引进企业", "西部（重庆）科学城", ["（重庆）科学城", "科学城"]),
    ("以万华化学为龙头的产业集群", "万华化学", ["以万华化学", "华化学"]),
    ("市领导到隆基绿能调研", "隆基绿能", ["到隆基绿能", "基绿能", "隆基绿能调研"]),
    ("绵阳高新区与京东方签约", "京东方", ["与京东方", "京东方签约"]),
    wrong(INSIDE_A_WORD, "明月湖新材料产业园开园", "明月湖新材料产业园", ["湖新材料产业园"]),
    wrong("集聚 may stand inside names, so the list's first member runs over it", "合肥新站高新区集聚京东方、维信诺、晶合集成等企业", "京东方", ["合肥新站高新区集聚京东方"]),
    wrong("若 is taken for a part of the name", "若长电科技绵阳基地投产，产值将增长", "长电科技绵阳基地", ["若长电科技绵阳基地"]),
])
def test_names_have_their_borders(names, text, right, fragments):
    found = {name for name, _ in names(text)}
    assert right in found
    assert not found & set(fragments)


@given(front=st.sampled_from(["加快推进", "推动", "支持", "位于", "据悉，", "2023年，", "其中", "在", "与", "由", "日前，", "正在", "全力服务", "总投资5亿元的"]),
       name=st.sampled_from(["小鹏汽车肇庆基地", "长安汽车渝北工厂", "隆基绿能", "苏州工业园区", "宁德时代", "绵阳高新区管委会", "西部（重庆）科学城"]),
       behind=st.sampled_from(["", "。", "建设", "投产", "，总投资5亿元", "等", "的产值"]))
def test_no_name_takes_what_stands_beside_it(names, front, name, behind):
    for found, _ in names(front + name + behind):
        assert found in name or name in found and found.removeprefix(name) in ("", "建设", "项目")
        assert not found.startswith(tuple(front))


GLUED = "a short word in front of a mark that no dictionary has is taken for its first character"


@pytest.mark.parametrize("word", [
    *"与和向对从为在将把以是及让已", "推动", "支持", "引进", "走进", "随着", "对于", "祝贺", "知名", "龙头", "日前", *"由被", *(wrong(GLUED, c) for c in "据经按跟给于均正仅因若")])
def test_no_word_in_front_is_part_of_a_word_mark(of_class, word):
    assert of_class(f"项目{word}晨帆科技投产。", "Company") | of_class(f"{word}晨帆科技投产。", "Company") <= {"晨帆科技"}
