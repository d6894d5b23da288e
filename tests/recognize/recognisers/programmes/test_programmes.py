"""Programmes: what is carried out, issued or awarded. Slogans, sayings and plain quotations are none."""

import pytest

PROGRAMMES = [
    # quoted
    ("启动“百企升级”专项行动", "“百企升级”专项行动"), ("深入实施“卓粤”计划", "“卓粤”计划"), ("出台“金融十条”", "“金融十条”"), ("推出人才新政“20条”", "人才新政“20条”"),
    ("推进“一带一路”建设", "“一带一路”"), ("参与“东数西算”工程", "“东数西算”工程"),
    # carried out
    ("实施拓市场攻坚行动", "拓市场攻坚行动"), ("开展招商引资百日攻坚行动", "招商引资百日攻坚行动"), ("落实新一轮找矿突破战略行动", "找矿突破战略行动"),
    ("落实制造业强链补链三年行动计划", "制造业强链补链三年行动计划"),
    ("制定实施制造业强链补链三年行动计划", "制造业强链补链三年行动计划"), ("制定出台服务业倍增计划行动方案", "服务业倍增计划行动方案"),
    ("展会获评“中国会展品牌展览会”", "“中国会展品牌展览会”"),
    # brands, loans, structures that go by their numbers, and slogans in front of a campaign's noun
    ("打响“绿水人家”旅游品牌", "“绿水人家”"), ("推出“桥城贷”等产品", "“桥城贷”"), ("构建“4+3+5”现代化产业体系", "“4+3+5”"), ("开展“三个百”招工引才活动", "“三个百”"),
    ("开展“看山看水、品茶品酒、乐游乐购在桥城”系列活动", "“看山看水、品茶品酒、乐游乐购在桥城”"), ("落实“六稳”任务", "“六稳”"), ("深入实施“两湖三城”战略", "“两湖三城”"), ("构建“2转、3强、5新”现代化产业体系", "“2转、3强、5新”"),
    ("实施“节水增效、节地增收、节能增绿”三大工程", "“节水增效、节地增收、节能增绿”三大工程"),
]
NO_PROGRAMMES = [
    "加快“绿色”“特色”发展步伐", "落实《教育现代化2035》本县方案",
    "学习“枫桥经验”", "市民说：“很好”。", "提出“四个坚持”", "“三区三线”划定", "“天眼”建成", "获国务院通报表扬", "实施方案", "开展活动", "落实行动", "启动工程建设",
    "推动重点工程", "实施一批项目", "完成年度计划", "入选名单", "获得好评", "获评优秀", "打造“西部增长极”", "打造“工业科技新城”", "打通政策落实“最后一公里”", "新增“四上”企业3700家",
    "新增7个国家级示范基地", "建成国家级示范基地12家", "加快国家物流枢纽建设", "贯彻国家战略", "全省示范区建设稳步推进",
]


@pytest.mark.parametrize("text, name", PROGRAMMES)
def test_a_programme(of_class, text, name):
    assert of_class(text, "Programme") == {name}


@pytest.mark.parametrize("text", NO_PROGRAMMES)
def test_no_programme(of_class, text):
    assert not of_class(text, "Programme")


def test_each_of_a_list(of_class):
    assert of_class("开展“春雷计划”“商超计划”等行动。", "Programme") == {"“春雷计划”", "“商超计划”"}


def test_the_members_of_a_list_share_the_verb_and_are_names_of_their_own(of_class):
    assert of_class("深入实施增品种行动、提品质行动和创品牌计划。", "Programme") == {"增品种行动", "提品质行动", "创品牌计划"}


def test_several_in_one_sentence(of_class):
    text = "绵阳高新区入选国家级绿色园区，获评国家知识产权示范园区，启动“百企升级”专项行动。"
    assert len(of_class(text, "Programme")) == 3


@pytest.mark.parametrize(
    "text, expected",
    [
        ("实施“山鹰”“海燕”“松涛”三项工程。", {"“山鹰”", "“海燕”", "“松涛”"}),
        ("实施“山鹰”“海燕”工程。", {"“山鹰”", "“海燕”工程"}),
        ("打响“竹海人家”、“泉上书院”等文旅品牌。", {"“竹海人家”", "“泉上书院”"}),
        ("深入实施“山鹰”“海燕”和单项冠军培育行动。", {"“山鹰”", "“海燕”"}),
        ("持续开展“进企业”“解难题”活动。", {"“进企业”", "“解难题”"}),
        ("弘扬“山鹰”“海燕”精神。", set()),
    ],
)
def test_quotations_in_a_row_are_carried_out_together(of_class, text, expected):
    assert of_class(text, "Programme") == expected


@pytest.mark.parametrize("text, name", [
    ("深入开展“守初心、担使命”主题教育。", "“守初心、担使命”"), ("推进“两学一做”学习教育常态化。", "“两学一做”"), ("实施“反梯度”发展战略。", "“反梯度”"), ("以实施质量强市战略为重点。", "质量强市战略")])
def test_what_is_taught_and_strategies_that_are_carried_out(of_class, text, name):
    assert name in of_class(text, "Programme")


@pytest.mark.parametrize("text, name", [
    ("积极融入“一带一路”建设。", "“一带一路”"), ("主动融入国家“一带一路”倡议。", "“一带一路”"), ("高质量共建“一带一路”。", "“一带一路”"), ("主动服务“一带一路”建设。", "“一带一路”"),
    ("广泛开展“我爱桥城，喜迎盛会”主题活动。", "“我爱桥城，喜迎盛会”"), ("扎实做好“六稳”工作。", "“六稳”"), ("扎实推进“三去一降一补”。", "“三去一降一补”"), ("推进高校“双一流”建设。", "“双一流”")])
def test_what_a_place_takes_part_in_and_how_it_carries_it_out(of_class, text, name):
    assert of_class(text, "Programme") == {name}


@pytest.mark.parametrize("text", [
    "建设“书香之城”。", "推进“两谷一园”建设。", "积极践行“一线工作法”。", "推进“医学高峰”建设。", "加快建设“书香云州”。", "实现政务服务“一网通办”。", "拓展“一带一路”沿线市场。",
    "推行“带项目”“带方案”招拍挂。", "推进社区“五化”建设。", "做好“一老一小”工作。", "贯彻“人民至上，生命至上”理念。"])
def test_what_a_place_wants_to_be_and_how_things_are_done_is_no_programme(of_class, text):
    assert not of_class(text, "Programme")
