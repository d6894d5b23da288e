"""The trained recogniser at work: loads the model when it is first needed, proposes what it is sure of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from kg.errors import KgError
from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK
from kg.recognize.recognisers.companies.fronts import INFRASTRUCTURE, MANY, PUBLIC, TECHNOLOGIES
from kg.recognize.text.phrase import GENERIC
from kg.recognize.text.tokens import Token, known_word, span_of
from kg.recognize.trained.features import (
    SEPARATORS,
    Piece,
    features,
    features_inside,
    list_class,
    may_begin_with_company,
    pieces,
    promising_clauses,
)

MODEL = Path(__file__).with_name("model.crfsuite")
CLASSES = ("Company", "Park", "Project", "Organization")
WHOLES = ("Project", "Park")  # whose names may begin with a company
# A name is proposed if each of its words has at least this probability; README.md tells how it was chosen.
THRESHOLDS = {"Company": 0.7, "Park": 0.8, "Project": 0.9, "Organization": 0.9, "Front": 0.7}
_LONGEST = 30  # characters
_PLAIN = frozenset(("项目", "工程", "中心"))
_NAME_TAGS = frozenset(("nz", "nr", "nrt", "nrfg", "nt", "j", "eng"))
# short names of places of which routes are made: 沪昆, 西延
_ROUTES = frozenset(
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川渝贵黔云滇藏陕秦甘陇青宁新港澳台西延康连昆汉杭甬武咸昌大长合福厦广深珠肇成兰郑济哈沈长"
)


class Model:
    """A trained model.

    :param path: a file that ``kg train`` wrote
    :raises KgError: if it can't be read
    """

    def __init__(self, path: Path = MODEL):
        import pycrfsuite

        self._tagger = pycrfsuite.Tagger()
        try:
            self._tagger.open(str(path))
        except (OSError, ValueError) as error:
            raise KgError("the trained model can't be read", where=path, hint="make it with kg train") from error

    def spans(self, clause: Sequence[Piece]) -> Iterator[tuple[int, int, str, float]]:
        """Names in a clause: half-open range of pieces, class, the lowest probability of a word."""
        return self._spans(features(clause))

    def fronts(self, name: Sequence[Piece], cls: str) -> Iterator[tuple[int, int, str, float]]:
        """Companies in a park's or project's name, in the same form."""
        return self._spans(features_inside(name, cls))

    def _spans(self, rows: list[list[str]]) -> Iterator[tuple[int, int, str, float]]:
        self._tagger.set(rows)
        labels = self._tagger.tag()
        i = 0
        while i < len(labels):
            if labels[i] == "O":
                i += 1
                continue
            cls, stop = labels[i][2:], i + 1
            while stop < len(labels) and labels[stop] == "I-" + cls:
                stop += 1
            yield i, stop, cls, min(self._tagger.marginal(labels[j], j) for j in range(i, stop))
            i = stop


@cache
def load(path: Path = MODEL) -> Model:
    """The model of a file, loaded once."""
    return Model(path)


def trained_names(
    tokens: Sequence[Token], standing: Iterable[Candidate] = (), thresholds: Mapping[str, float] = THRESHOLDS, model: Path = MODEL
) -> Iterator[Candidate]:
    """Propose names where the rules found none.

    :param tokens: those of one sentence
    :param standing: the names that the rules found in it, without overlap and in order; none of them is touched, but a
        longer name may begin with a place
    :param thresholds: for each class the lowest probability of each word of a name
    :returns: candidates in order, without overlap, whose rule is ``trained``
    """
    spans = [(c.start, c.end, c.cls) for c in standing]
    for clause in promising_clauses(tokens, spans):
        for first, stop, cls, probability in load(model).spans(clause):
            if cls == "Company" and stop < len(clause) and "T" in clause[stop].marks and "T" not in clause[stop - 1].marks:
                stop += 1  # the trade behind a mark belongs to it
            if (
                probability >= thresholds[cls]
                and _may_be_name(clause[first:stop], cls)
                and not _cut(clause, first, stop)
                and _fits(clause, first, stop, cls)
            ):
                yield Candidate(clause[first].start, clause[stop - 1].end, cls, "trained", False)


def trained_fronts(
    tokens: Sequence[Token], whole: Candidate, thresholds: Mapping[str, float] = THRESHOLDS, model: Path = MODEL
) -> Iterator[Candidate]:
    """Propose the company that a project's or park's name begins with, behind places: the mark in mark + 冷链物流中心.

    :param tokens: those of the sentence
    :param whole: the name, in which the rules found no company
    :param thresholds: as of :func:`trained_names`
    :returns: one candidate, whose rule is ``trained.front``, or none
    """
    if whole.cls not in WHOLES:
        return
    first, stop = span_of(tokens, whole.start, whole.end)
    name = pieces(tokens[first:stop], ())
    if not may_begin_with_company(name) or PUBLIC.search("".join(p.text for p in name)):
        return
    for first, stop, _, probability in load(model).fronts(name, whole.cls):
        if probability < thresholds["Front"] or not all(p.kind == "District" for p in name[:first]) or not _industrial(name[stop:]):
            continue
        if stop < len(name) - 1 and name[stop].text in words("heads", "CompanyAfterWordMark"):
            stop += 1  # the trade behind a mark belongs to it, as in every other company's name
        text = "".join(p.text for p in name[first:stop])
        own = text not in MANY and text not in TECHNOLOGIES and not NO_MARK.search(text)
        if own and _may_be_name(name[first:stop], "Company", trade=True) and not _cut_latin(name, stop):
            yield Candidate(name[first].start, name[stop - 1].end, "Company", "trained.front", False)
            return


def _industrial(rest: Sequence[Piece]) -> bool:
    """Whether what stands behind a company's name in a project's name is a trade, a plant or a phase, not 项目 alone."""
    return any(p.kind in ("Industry", "Product") or p.text not in _PLAIN and (set("PJTpj") & set(p.marks)) for p in rest)


def _cut(clause: Sequence[Piece], first: int, stop: int) -> bool:
    """Whether a name is only the beginning of a title (《中共中央…》) or of a longer word (西安电子 in 西安电子谷)."""
    behind = clause[stop] if stop < len(clause) else None
    return (
        first > 0
        and clause[first - 1].text == "《"
        or behind is not None
        and behind.kind == "word"
        and len(behind.text) == 1
        and behind.tag[0] == "n"
    )


def _fits(clause: Sequence[Piece], first: int, stop: int, cls: str) -> bool:
    """Whether what stands in and around a proposed name supports its class.

    A company is supported by a trade at its end, a size or 年产 behind it, another company in its clause, or a list of companies or
    projects; it is none in a list of industries, products or routes, nor where it is cut in the middle of its mark (阳煤 in 阳煤太化). A
    project or park ends in a head noun.
    """
    last = clause[stop - 1]
    text = "".join(p.text for p in clause[first:stop])
    behind = clause[stop] if stop < len(clause) else None
    if text in MANY or text in TECHNOLOGIES or NO_MARK.search(text) or len(text) == 2 and text[-1] == "业":
        return False
    if cls in ("Project", "Park"):
        return bool(set("PJpj") & set(last.marks)) and text not in _ZONES and (stop - first > 1 or len(text) > 4)
    if cls != "Company":
        return True
    if first and clause[first - 1].stands and clause[first - 1].kind == "Company":
        return False  # 专汽 in 玉柴专汽
    if last.text[-1:] in ("院", "所", "局") or behind is not None and behind.kind == "word" and behind.proper and not known_word(behind.text):
        return False
    etc = next((i for i in range(stop, len(clause)) if clause[i].text == "等"), None)
    listed = list_class(clause, etc) if etc is not None and any(p.text in SEPARATORS for p in clause[:etc]) else ""
    if listed in ("Industry", "Product", "Programme", "District"):
        return False
    if etc is not None and (
        any(p.text in _ROUTE_NOUNS for p in clause[etc + 1 : etc + 4]) or any(p.text.endswith(INFRASTRUCTURE) for p in clause[stop:etc])
    ):
        return False
    return (
        listed in ("Company", "Project", "stage")
        or "T" in last.marks
        or behind is not None
        and (behind.kind == "quantity" or behind.text == "年产")
        or any(p.stands and p.kind == "Company" for p in clause)
    )


_ROUTE_NOUNS = frozenset("铁路 高铁 高速 高速公路 公路 道路 线路 工程 大桥 场馆 城际 轨道 基金 工作站".split())
_ZONES = frozenset("自贸试验区 临空经济区 高新区 经开区 综保区 保税区 起步区 示范区 试验区 开发区".split())


def _cut_latin(name: Sequence[Piece], stop: int) -> bool:
    """Whether a border lies between two letters: AM in AMOLED."""
    return name[stop - 1].text[-1].isascii() and name[stop].text[:1].isascii()


def _may_be_name(name: Sequence[Piece], cls: str, trade: bool = False) -> bool:
    """Leave out what touches a name that stands, what holds nothing of its own, what is a word or a route, and what is cut at a bracket.

    :param trade: whether the name may end in a listed industry
    """
    own = name[:-1] if trade and len(name) > 1 and name[-1].kind == "Industry" else name
    if any(p.stands and (i or len(name) == 1 or cls == "Company" or p.kind != "District") for i, p in enumerate(own)):
        return False
    text = "".join(p.text for p in name)
    length = name[-1].end - name[0].start
    if not 2 <= length <= _LONGEST or text in GENERIC or not any(p.proper for p in name):
        return False
    if length <= 3 and set(text[:2]) <= _ROUTES or length <= 5 and set(text) <= _ROUTES or known_word(text) and name[0].tag not in _NAME_TAGS:
        return False
    if cls == "Company" and any(c.isdigit() for c in text):
        return False
    return text.count("（") == text.count("）") and text.count("“") == text.count("”") and "、" not in text
