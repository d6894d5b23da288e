"""How far a rule can be trusted: what it did on the gold texts, kept in ``confidence.tsv``.

The confidence of a rule is the lower bound of the 95 % Wilson interval of its precision: a rule of confidence 0.7 gives, on texts like the
gold texts, seven right facts of ten or more, and the chance that it does worse is one in forty. A rule of few firings has a low one, for
little is known of it. Each rule is counted as if it had fired :data:`PRIOR` times before, and been right then as often as all rules of its kind
together; so a rule that never fired has a confidence too, and one that was right once has a higher one.

``kg rules calibrate`` writes the table; it is not edited by hand. Its columns: kind of fact, rule (``*`` for one that is not in the table: all
rules of the kind together, and what a rule is worth that never fired), fired, right, wrong, precision (empty if unknown), confidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from math import sqrt
from pathlib import Path

from kg.errors import PatternError

TABLE = Path(__file__).with_name("confidence.tsv")
COLUMNS = ("kind", "rule", "fired", "right", "wrong", "precision", "confidence")
ALL = "*"
KINDS = ("relation", "figure", "milestone")
PRIOR = 4  # firings that each rule is credited with
_Z = 1.959964  # of the normal distribution: 2.5 % lie above


@dataclass(frozen=True, slots=True)
class Record:
    """What a rule did on the gold texts; what was neither right nor wrong is in ``fired`` alone."""

    kind: str
    rule: str
    fired: int
    right: int
    wrong: int
    confidence: Decimal

    @property
    def precision(self) -> float | None:
        """Share of the right among the right and the wrong; None if there are none."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None


def lower_bound(right: float, judged: float) -> Decimal:
    """The lower bound of the 95 % Wilson interval of a share, cut to two digits.

    :param right: of ``judged``; need not be whole; ``judged`` is above 0

    >>> lower_bound(95, 100), lower_bound(1, 1), lower_bound(0, 4)
    (Decimal('0.88'), Decimal('0.20'), Decimal('0.00'))
    """
    share, z2 = right / judged, _Z * _Z
    low = (share + z2 / (2 * judged) - _Z * sqrt(share * (1 - share) / judged + z2 / (4 * judged * judged))) / (1 + z2 / judged)
    return max(Decimal(0), Decimal(f"{low:.9f}")).quantize(Decimal("0.01"), ROUND_FLOOR)


def calibrated(counts: Iterable[tuple[str, str, int, int, int]], rules: Iterable[str] = ()) -> list[Record]:
    """Give each rule its confidence.

    :param counts: kind, rule, fired, right, wrong; kinds that are none of :data:`KINDS` are left out
    :param rules: names of rules for relations that have a row even if they never fired
    :returns: sorted by kind and name; each kind begins with the row of all its rules
    """
    known = {(kind, rule): (fired, right, wrong) for kind, rule, fired, right, wrong in counts if kind in KINDS}
    for rule in rules:
        known.setdefault(("relation", rule), (0, 0, 0))
    return [record for kind in KINDS for record in _of_kind(kind, {rule: count for (k, rule), count in known.items() if k == kind})]


def with_kept(counts: Iterable[tuple[str, str, int, int, int]], earlier: Iterable[Record]) -> list[tuple[str, str, int, int, int]]:
    """Counts completed by an earlier table, whose texts may no longer be at hand: of each rule the count of more firings, never the sum of both.

    :param counts: kind, rule, fired, right, wrong
    """
    rows = {(kind, rule): (fired, right, wrong) for kind, rule, fired, right, wrong in counts}
    for record in earlier:
        if record.rule != ALL and record.fired > rows.get((record.kind, record.rule), (0,))[0]:
            rows[record.kind, record.rule] = record.fired, record.right, record.wrong
    return [(*key, *row) for key, row in rows.items()]


def _of_kind(kind: str, counts: dict[str, tuple[int, int, int]]) -> Iterator[Record]:
    total: Counter[str] = Counter()
    for fired, right, wrong in counts.values():
        total.update(fired=fired, right=right, wrong=wrong)
    judged = total["right"] + total["wrong"]
    share = total["right"] / judged if judged else 0.5  # of nothing, nothing is known
    yield Record(kind, ALL, total["fired"], total["right"], total["wrong"], lower_bound(PRIOR * share, PRIOR))
    for rule, (fired, right, wrong) in sorted(counts.items()):
        yield Record(kind, rule, fired, right, wrong, lower_bound(right + PRIOR * share, right + wrong + PRIOR))


def table(records: Iterable[Record]) -> str:
    """The records as the table is written."""
    lines = ["\t".join(COLUMNS)]
    for r in records:
        precision = "" if r.precision is None else f"{r.precision:.3f}"
        lines.append("\t".join((r.kind, r.rule, str(r.fired), str(r.right), str(r.wrong), precision, str(r.confidence))))
    return "\n".join(lines) + "\n"


def read_table(path: Path = TABLE) -> list[Record]:
    """The records of a table.

    :raises PatternError: if it can't be read, or a row is not as :func:`table` writes it
    """
    try:
        head, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    except (OSError, UnicodeDecodeError) as error:
        raise PatternError(f"the confidences can't be read: {error}", where=path) from error
    if tuple(head.split("\t")) != COLUMNS:
        raise PatternError("this is no table of confidences", where=f"{path}:1", hint="write one with: kg rules calibrate GOLD -o FILE")
    return [_record(line, f"{path}:{number}") for number, line in enumerate(lines, 2)]


def _record(line: str, where: str) -> Record:
    try:
        kind, rule, fired, right, wrong, _, confidence = line.split("\t")
        record = Record(kind, rule, int(fired), int(right), int(wrong), Decimal(confidence))
        if not (kind in KINDS and 0 <= record.confidence <= 1):
            raise ValueError
    except (ValueError, ArithmeticError):
        raise PatternError(
            "this row is none of a table of confidences", where=where, hint="write it anew with: kg rules calibrate GOLD -o FILE"
        ) from None
    return record


class Confidences:
    """The confidence of each rule, by kind of fact."""

    def __init__(self, records: Iterable[Record]):
        self._known = {(record.kind, record.rule): record.confidence for record in records}

    def __call__(self, rule: str, kind: str = "relation") -> Decimal:
        """The confidence of a rule; of one that is not in the table, that of a rule that never fired.

        :param kind: one of :data:`KINDS`
        """
        return self._known.get((kind, rule), self._known[kind, ALL])


def confidences(path: Path = TABLE) -> Confidences:
    """The confidences of a table, by default the project's."""
    return Confidences(read_table(path))
