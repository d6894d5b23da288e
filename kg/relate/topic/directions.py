"""Takes the sentences of a piece of news, gives which of its blocks look forward."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.relate.view import Sentence

_IMPERATIVE = re.compile(
    r"^(?:[一二三四五六七八九十]是)?(?:更高水平|高水平|高标准|高质量|高效能|更大力度|加大|继续(?!保持)|要|着力|全力|大力|深入|加快|加强|推动|推进|支持|实施|完善|强化|"
    r"深化|壮大|发展|培育|做好|抓好|坚持|优化|提升|打造|建设|开展|促进|持续|积极|统筹|落实|"
    r"健全|鼓励|引导|争取|力争|确保|巩固|构建|扩大|聚焦|办好|组建|依托|发挥|突出|全面|进一步|引进|用好|抢抓|围绕|开工建设|建成投产|规划建设|梯度培育|全力竞逐|主动适应|集中力量|创新)"
)
_AIMS = re.compile("力争|争取|确保|以上")
_PAST = re.compile(
    r"增长[\d.]+%|了|新增[^，。]{0,16}\d|获批|入选|获评|建成投|投产|竣工|突破[\d.]+|位居|居全|达到?[\d.]+|同比|完成[\d.]*|成功|荣获|顺利|落户"
)
_PAST_PERIOD = re.compile(r"(?:各位代表[，：])?(?:刚刚)?(?:过去|回顾|回望|这五年|五年来|一年来)")
_TURN = re.compile(
    r"(?:预期|主要|奋斗|发展)目标(?:是|为|：)|“?十[一二三四五六]五”?时期[，,]?是|总体(?:要求|思路)|指导思想|(?:今年|未来五年|今后五年|下一步)的?(?:.{0,8})工作"
)


def directions(sentences: Sequence[Sentence]) -> dict[int, bool]:
    """For each block whether it looks forward: most of its sentences begin with an imperative, few tell what was done."""
    blocks: dict[int, list[str]] = {}
    block = -1
    for sentence in sentences:
        block += sentence.opens_block
        blocks.setdefault(block, []).append(sentence.words)
    result: dict[int, bool] = {}
    total_forward = total_past = 0
    for block, texts in blocks.items():
        forward = sum(bool(_IMPERATIVE.match(t)) for t in texts)
        past = sum(len(_PAST.findall(t)) for t in texts)
        aims = sum(len(_AIMS.findall(t)) for t in texts)
        total_forward += forward + aims
        total_past += past
        result[block] = forward + 2 * aims > max(2, 1.2 * past) and forward >= 0.6 * len(texts)
    whole = total_forward > 1.5 * total_past and total_forward >= 5
    if whole:
        turn = _turn(blocks)
        result = {block: block >= turn for block in result}
    return result


def _turn(blocks: dict[int, list[str]]) -> int:
    """The first block that speaks of what is to come, where those before it begin by looking back; else the first of all."""
    backward = next((block for block, texts in blocks.items() if any(_PAST_PERIOD.match(t) for t in texts)), None)
    if backward is None:
        return 0
    return next((block for block, texts in blocks.items() if block > backward and any(_TURN.search(t) for t in texts)), 0)
