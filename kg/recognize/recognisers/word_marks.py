"""Takes the tokens of a sentence, proposes companies by a word mark and a trade that tells: 星源材质科技, 蓝思半导体."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.grammar import WORD_MARK_TRADE, word_marks
from kg.recognize.text.tokens import Token

__all__ = ["WORD_MARK_TRADE", "companies_by_word_marks"]

# word marks with these endings are companies also outside lists
_TELLING_TRADES = frozenset(
    "科技 半导体 微电子 新材料 石化 化纤 光电 药业 纺织 重工 锂业 铝业 铜业 股份 集团 控股 电池 精密 生物 制药 医疗 能源 新能源 汽车 电子 金属".split()
)
_NO_TRADES = ("产业", "产业园", "产业链", "领域", "行业", "技术", "产品")


def companies_by_word_marks(tokens: Sequence[Token]) -> Iterable[Candidate]:
    for mark, trade in word_marks(tokens):
        if (
            tokens[trade].text in _TELLING_TRADES
            and tokens[mark].text[0] not in "省市县区我本该全各"
            and tokens[mark].tag not in ("eng", "m", "ns", "t", "l", "i")
        ):
            if trade + 1 == len(tokens) or tokens[trade + 1].text not in _NO_TRADES:
                yield Candidate(tokens[mark].start, tokens[trade].end, "Company", "grammar.word-mark", False)
