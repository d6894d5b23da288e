"""Takes the tokens of a sentence, proposes persons by the position that stands in front of the name: 党工委书记江泽全."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidates import Candidate

_SURNAMES = ("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻 柏 水 窦 章 云 苏 潘 葛 奚 范 彭 郎 鲁 韦 昌 马 苗 凤 花 方 俞 任 袁 柳 "
             "鲍 史 唐 费 廉 岑 薛 雷 贺 倪 汤 滕 殷 罗 毕 郝 邬 安 常 乐 于 时 傅 皮 卞 齐 康 伍 余 元 卜 顾 孟 平 黄 和 穆 萧 尹 姚 邵 湛 汪 祁 毛 禹 狄 米 贝 明 臧 计 伏 成 戴 谈 宋 茅 庞 熊 纪 舒 屈 项 祝 董 梁 杜 阮 蓝 闵 席 季 麻 强 贾 路 娄 危 江 童 颜 郭 梅 盛 林 刁 钟 徐 邱 骆 高 夏 "
             "蔡 田 樊 胡 凌 霍 虞 万 支 柯 管 卢 莫 房 裘 缪 干 解 应 宗 丁 宣 邓 郁 单 杭 洪 包 诸 左 石 崔 吉 龚 程 嵇 邢 裴 陆 荣 翁 荀 羊 甄 曲 封 储 靳 糜 松 井 段 富 巫 乌 焦 巴 弓 牧 隗 山 谷 车 侯 宓 蓬 全 班 仰 仲 伊 宫 宁 仇 栾 甘 厉 戎 祖 武 符 刘 景 詹 束 龙 叶 幸 司 韶 黎 薄 印 宿 白 怀 蒲 邰 鄂 索 籍 赖 卓 蔺 屠 蒙 池 乔 阴 胥 能 苍 双 闻 莘 党 翟 谭 贡 劳 姬 申 扶 堵 冉 宰 郦 雍 璩 桑 桂 牛 寿 通 边 扈 燕 冀 浦 尚 农 温 别 庄 晏 柴 瞿 阎 充 慕 连 茹 习 宦 艾 鱼 容 向 古 易 慎 戈 廖 庾 终 暨 居 衡 步 都 耿 满 弘 匡 国 文 寇 广 禄 阙 东 欧 沃 利 蔚 越 隆 师 巩 聂 晁 勾 敖 融 冷 辛 阚 那 简 饶 曾 关 肖 岳 查 尧 涂 覃 闫 占 丘 代").split()
_POSITIONS = ("党组书记 党委书记 党工委书记 区委书记 市委书记 县委书记 省委书记 镇党委书记 书记 副书记 市长 副市长 省长 副省长 区长 副区长 县长 副县长 镇长 主席 副主席 董事长 副董事长 总经理 副总经理 总裁 副总裁 首席执行官 CEO 创始人 联合创始人 "
              "执行董事 厂长 管委会主任 主任 副主任 局长 副局长 厅长 副厅长 院长 副院长 校长 所长 会长 秘书长 负责人 总工程师 首席科学家 院士 行长 理事长").split()
_NAME = rf"(?P<name>(?:{'|'.join(sorted(_SURNAMES, key=len, reverse=True))})[\u4e00-\u9fff]{{1,2}})"
_PATTERN = re.compile(rf"(?P<position>{'|'.join(sorted(_POSITIONS, key=len, reverse=True))})(?:为|是|系)?{_NAME}")
_NOT_NAMES = re.compile(r"会议|工作|负责|同志|办公|以及|和|等|代表|带领|主持|任职|制度|研究|时任|方面|安排|单位|公司|介绍|高度|全面|包干|任组|常务|人员")
_SPEAKS = re.compile(r"说|表示|介绍|指出|强调|认为|告诉|透露|宣布")
_VERBAL = frozenset("说表介指强认告出会在致主透率调宣要代作向对带参到前曾当此还则就也均将并为与现先察看走深听")


def persons(text: str, start: int, end: int, borders: frozenset[int] | None = None) -> Iterator[Candidate]:
    """Persons of a part of the clean text: a position, then a surname and one or two characters.

    :param borders: where words begin; decides whether a name has two or three characters

    >>> [("该区党工委书记、管委会主任江泽全说。"[c.start:c.end], c.cls) for c in persons("该区党工委书记、管委会主任江泽全说。", 0, 18)]
    [('江泽全', 'Person')]
    """
    for match in _PATTERN.finditer(text, start, end):
        name = match["name"]
        speaks = _SPEAKS.match(text, match.end())
        if len(name) == 3 and not speaks and (name[2] in _VERBAL or borders is not None and match.end() not in borders and match.end() - 1 in borders):
            name = name[:2]
        if _NOT_NAMES.search(name) or len(name) < 2 or name[1] in _VERBAL:
            continue
        stop = match.start("name") + len(name)
        if borders is not None and stop not in borders and not speaks:
            continue
        yield Candidate(match.start("name"), stop, "Person", "person.position", True)
