"""A gazetteer of a few names, as resolving asks one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    name: str
    cls: str
    identifier: str = ""
    within: str = ""
    level: str = ""
    names: tuple[str, ...] = ()


class Gazetteer:
    """Listed names without an automaton."""

    def __init__(self, entries: list[Entry], weak: tuple[str, ...] = ()):
        self.entries = entries
        self.by_identifier = {entry.identifier: entry for entry in entries if entry.identifier}
        self._weak = weak

    def lookup(self, name: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if name == entry.name or name in entry.names)

    def is_weak(self, name: str) -> bool:
        return name in self._weak

    def above(self, entry: Entry) -> Iterator[Entry]:
        while entry.within in self.by_identifier:
            entry = self.by_identifier[entry.within]
            yield entry


PLACES = Gazetteer([
    Entry("北京市", "District", "110000", level="province", names=("北京",)),
    Entry("朝阳区", "District", "110105", "110000", "county"),
    Entry("长春市", "District", "220100", level="city"),
    Entry("朝阳区", "District", "220104", "220100", "county"),
    Entry("肇庆市", "District", "441200", level="city", names=("肇庆",)),
    Entry("宁德时代", "Company", "SZ300750", names=("宁德时代新能源科技股份有限公司", "CATL")),
    Entry("瑞庆时代", "Company", names=("广东瑞庆时代新能源科技有限公司",)),
    Entry("长安汽车", "Company", "SZ000625", names=("长安",)),
], weak=("长安",))
