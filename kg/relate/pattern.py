"""The engine behind hand-written patterns: rules as data, read from ``patterns/*.yaml``, run on sentences whose names are masked.

A rule::

    - rule: located-in.settled
      asserts: thing locatedIn place
      pattern: "{thing:Company|Project+} (正式|成功|相继)? (落户|入驻|选址) (于|在)? {place:Park|District}"
      matches:
        - "【华星公司:Company】正式落户【苏州工业园区:Park】。 => 华星公司 locatedIn 苏州工业园区"
      rejects:
        - "【华星公司:Company】考察【苏州工业园区:Park】。"

Notation: ``{name:Class|Class}`` is a name of one of these classes, with ``+`` a list of them (X、Y和Z等企业);
``(a|b)`` one of these words, ``?`` behind it: or nothing; ``…`` up to 16 characters within the clause; ``……`` up to 60
within the sentence; ``_`` up to 10 within a list's member without a name among them; ``~`` any adverbs (已, 均, 先后); ``@`` any name, ``[^@…]`` no
name; spaces count for nothing; pieces of regular expressions may stand where words do. ``topic`` in ``asserts`` is the place that the text speaks
of, ``focus`` the company, project or park.
In examples 【name:Class】 marks a name, and ⇒ or => the facts that the rule gives.

Rules are found by their trigger words in one pass (Aho-Corasick), not tried one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path

import yaml

from kg.errors import PatternError, SchemaError
from kg.relate.lexicon import any_of
from kg.schema import Schema

FOLDER = Path(__file__).with_name("patterns")
TOPIC, FOCUS = "topic", "focus"

_FIRST = 0xE000  # the private use area: one block of 256 characters for each class
_CUE = re.compile(r"(?:即将|或将|拟将|拟|计划(?!的)|将|有望|预计|力争|争取|确保)(?=[\u4e00-\u9fff])")
_BLOCK = 0x100
# what a bracket behind a name says of the name alone: （以下简称“云岭科技”）, （股票代码：600000）, （600000）
_ASIDE = re.compile(r"（(?:(?:[^（）。，；]{0,8}(?:简称|下称)|(?:股票|证券)?代码)[^（）。]{0,40}|(?:SH|SZ|HK)?[0-9]{5,6}(?:\.[A-Z]{2})?)）")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ARGUMENT = re.compile(r"\{(?P<name>\w+):(?P<classes>[\w|]+)(?P<list>\+)?\}")
_NO_LETTER = re.compile(r"[^\u4e00-\u9fffA-Za-z]")  # ends a plain word
_DEALT = "分别"  # between two lists: the first goes with the first, the second with the second
_EXAMPLE_NAME = re.compile(r"【(?P<text>[^】:]+):(?P<cls>\w+)】")
# between the members of a list: a member that is no known name may stand between, and the size of the next one in front of it
_LIST_JOINT = (
    r"(?:(?:产业链|产业集群|产业|板块|环节|领域)?(?:、[\u4e00-\u9fffA-Za-z]{2,8}){0,2}(?:、|和|与|及|以及|、以及)(?:年产)?"
    r"(?:[0-9][0-9.,]*[万亿]?(?:吨|GWh|GW|MW|吉瓦时?|平方米|立方米|台套|[台套辆片件支只])(?:/年)?"
    r"|(?:(?:计划|协议|预计)?总?投资|占地)?[约近超]?[0-9.]+[万亿]*(?:元|美元|亩)的)?)"
)
# 等企业, 三大产业, 两家企业 behind two names or more: 甲园14个项目落户乙区 tells of its projects
_LIST_END = r"(?:等[^，。；、]{{0,20}}?|[两二三四五六七八九十\d]+(?:[大类种]|(?(more_{0})[家个款]|(?!)))[^，。；、]{{0,10}}?)?"
_ANY_NAME = "\ue000-\uf8ff"
_NO_NAME = rf"[^，。；！？：、\n{_ANY_NAME}]{{0,10}}?"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence as rules see it."""

    start: int
    end: int
    cls: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What a rule read: names or the topic (None) at both ends, and where."""

    subject: Name | str  # a name, or "topic", "focus"
    predicate: str
    object: Name | str
    start: int
    end: int
    rule: str
    modality: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One hand-written rule, checked."""

    name: str
    pattern: str
    regex: re.Pattern[str]
    asserts: tuple[tuple[str, str, str], ...]
    arguments: dict[str, tuple[frozenset[str], bool]]
    triggers: tuple[str, ...]  # one of these must stand in the sentence; empty: always tried
    needs: tuple[frozenset[str], ...]  # for each a name of one of its classes must stand there, too
    matches: tuple[tuple[str, tuple[str, ...]], ...]
    rejects: tuple[str, ...]
    modality: str | None
    pairwise: bool
    source: str
    file: str


@dataclass(slots=True)
class Masked:
    """A sentence with each name replaced by one character that tells its class."""

    text: str
    names: dict[str, Name]
    origin: list[int] = field(default_factory=list)  # offset in the mask -> offset in the sentence

    def end_of(self, stop: int) -> int:
        """Where in the sentence a piece of the mask ends; a cue behind it, which is left out of the mask, is no part of it.

        :param stop: offset in the mask behind the last character of the piece
        """
        last = self.names.get(self.text[stop - 1])
        return last.end if last is not None else self.origin[stop - 1] + 1


def _behind_cue(text: str, start: int, end: int) -> int:
    """Where the words behind a name go on without a cue of modality (华星公司拟落户…): rules are written without cues."""
    cue = _CUE.match(text, start, end)
    return cue.end() if cue else start


def mask(text: str, start: int, end: int, names: Sequence[Name], classes: Sequence[str]) -> Masked:
    """Replace names by placeholders, and leave out the brackets that tell what else a name is called and the cues of modality behind it; their
    meaning is read from the text.

    :param text: the clean text; ``start``, ``end`` the sentence
    :param names: without overlap, in order
    """
    if _PRIVATE.search(text, start, end):
        text = _PRIVATE.sub("\ufffd", text)  # an icon of a page's own font is no placeholder
    masked = Masked("", {})
    pieces: list[str] = []
    at, told = start, start  # told: where an aside ends
    for i, name in enumerate(names[:_BLOCK]):
        if i and name.start < told:
            continue
        at = _behind_cue(text, at, name.start) if i else at
        pieces.append(text[at : name.start])
        masked.origin.extend(range(at, name.start))
        placeholder = chr(_FIRST + classes.index(name.cls) * _BLOCK + i)
        masked.names[placeholder] = name
        pieces.append(placeholder)
        masked.origin.append(name.start)
        aside = _ASIDE.match(text, name.end, end) or _other_name(text, name, names[i + 1 : i + 2])
        at = told = aside.end() if aside is not None else name.end
    at = _behind_cue(text, at, end) if names else at
    pieces.append(text[at:end])
    masked.origin.extend(range(at, end + 1))
    masked.text = "".join(pieces)
    return masked


def _other_name(text: str, name: Name, following: Sequence[Name]) -> re.Match[str] | None:
    """The bracket behind a company that holds nothing but another company: its other name, 中国机械工业集团有限公司（国机集团）."""
    if name.cls != "Company" or not following or following[0].cls != name.cls:
        return None
    return re.compile("（" + re.escape(text[following[0].start : following[0].end]) + "）").match(text, name.end)


class Rules:
    """Checked rules with an index of their trigger words."""

    def __init__(self, rules: Sequence[Rule], classes: Sequence[str]):
        import daachorse

        self.rules = tuple(rules)
        self._classes = tuple(classes)
        words: dict[str, list[int]] = {}
        self._always = frozenset(i for i, rule in enumerate(rules) if not rule.triggers)
        for i, rule in enumerate(rules):
            for word in rule.triggers:
                words.setdefault(word, []).append(i)
        self._words = sorted(words) or ["\0"]
        self._rules_of = [frozenset(words.get(word, ())) for word in self._words]
        self._most = max((len(rule.needs) for rule in rules), default=0)
        self._possible: dict[tuple[frozenset[str], int], frozenset[int]] = {}  # classes of names, and how many -> rules that ask for no more
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self._words)

    def facts(self, text: str, start: int, end: int, names: Sequence[Name]) -> Iterator[Fact]:
        """What the rules read in a sentence.

        :param names: the names that stand by themselves in it, in order
        """
        if not names:
            return
        told = {word for _, _, word in self._automaton.find_overlapping(text[start:end])}
        chosen = self._always.union(*[self._rules_of[word] for word in told]) & self._with_names(names)
        if not chosen:
            return
        masked = mask(text, start, end, names, self._classes)
        for i in sorted(chosen):
            yield from _apply(self.rules[i], masked)

    def _with_names(self, names: Sequence[Name]) -> frozenset[int]:
        """The rules for which there are names of the classes that they need."""
        classes, number = frozenset([name.cls for name in names]), min(len(names), self._most)
        found = self._possible.get((classes, number))
        if found is None:
            found = frozenset(i for i, rule in enumerate(self.rules) if len(rule.needs) <= number and all(needed & classes for needed in rule.needs))
            self._possible[classes, number] = found
        return found


def _apply(rule: Rule, masked: Masked) -> Iterator[Fact]:
    at = 0
    while (match := rule.regex.search(masked.text, at)) is not None:
        at = max(match.start() + 1, match.end() - 1)
        bound: dict[str, list[Name | str]] = {TOPIC: [TOPIC], FOCUS: [FOCUS]}
        for argument in rule.arguments:
            bound[argument] = [
                masked.names[c] for c in match[argument] or "" if c in masked.names and masked.names[c].cls in rule.arguments[argument][0]
            ]
        start, end = masked.origin[match.start()], masked.end_of(match.end())
        for subject, predicate, object_ in rule.asserts:
            for a, b in _pairs(bound[subject], bound[object_], rule.pairwise or _DEALT in match[0]):
                yield Fact(a, predicate, b, start, end, rule.name, rule.modality)


def _pairs(left: list[Name | str], right: list[Name | str], pairwise: bool) -> Iterator[tuple[Name | str, Name | str]]:
    """Who goes with whom: each with each, the members of one list each with the others once, of two lists pair by pair; of two lists that
    are not equally long nothing can be dealt out."""
    if left is right:
        return combinations(left, 2)
    if pairwise and min(len(left), len(right)) > 1:
        return zip(left, right) if len(left) == len(right) else iter(())
    return product(left, right)


# --- loading


def load(schema: Schema, *files: Path) -> Rules:
    """Load the project's rules, and further files of a user's own.

    :raises PatternError: for a rule that is not well formed, lacks an example or a near-miss, bears a name twice, or
        asserts what the ontology does not define or allow; says file, rule and reason
    """
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    for path in (*sorted(FOLDER.glob("*.yaml")), *files):
        for rule in read_rules(path, schema):
            if rule.name in seen:
                raise PatternError(f"the rule {rule.name!r} is defined twice", where=path.name, hint=f"it is also in {seen[rule.name]}")
            seen[rule.name] = path.name
            rules.append(rule)
    return Rules(rules, schema.entity_classes)


def read_rules(path: Path, schema: Schema) -> list[Rule]:
    """The rules of one file, checked."""
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise PatternError(f"this is not YAML: {getattr(error, 'problem', error)}", where=where) from error
    except (OSError, UnicodeDecodeError) as error:
        raise PatternError(f"the rules can't be read: {error}", where=path) from error
    if not isinstance(rows, list):
        raise PatternError("a file of rules is a list of rules", where=path, hint="begin each with «- rule: name»")
    return [_rule(row, path, schema) for row in rows]


_FIELDS = {"rule", "asserts", "pattern", "matches", "rejects", "modality", "pairwise", "source", "note"}


def _rule(row: object, path: Path, schema: Schema) -> Rule:
    if not isinstance(row, dict) or not isinstance(row.get("rule"), str):
        raise PatternError("a rule has no name", where=path, hint="begin it with «- rule: name»")
    name, where = row["rule"], f"{path.name}: rule {row['rule']}"
    unknown = sorted(set(map(str, row)) - _FIELDS)
    if unknown:
        raise PatternError(f"unknown field {unknown[0]!r}", where=where, hint=f"fields are {', '.join(sorted(_FIELDS))}")
    if not row.get("matches") or not row.get("rejects"):
        raise PatternError("a rule needs examples that match and near-misses that do not", where=where, hint="add «matches:» and «rejects:»")
    _check_fields(row, where)
    pattern = row.get("pattern")
    if not isinstance(pattern, str):
        raise PatternError("a rule needs a pattern", where=where)
    arguments: dict[str, tuple[frozenset[str], bool]] = {}
    for match in _ARGUMENT.finditer(pattern):
        if match["name"] in (TOPIC, FOCUS):
            raise PatternError(f"no argument may be called {match['name']!r}", where=where, hint="the word has a meaning of its own in «asserts»")
        classes = frozenset(match["classes"].split("|"))
        for cls in sorted(classes - set(schema.entity_classes)):
            raise PatternError(f"unknown class {cls!r}", where=where, hint=f"classes are {', '.join(schema.entity_classes)}")
        arguments[match["name"]] = (classes, bool(match["list"]))
    asserts = tuple(
        _assertion(line, arguments, schema, where) for line in ([row["asserts"]] if isinstance(row.get("asserts"), str) else row.get("asserts") or ())
    )
    if not asserts:
        raise PatternError("a rule asserts nothing", where=where, hint="add «asserts: subject relation object»")
    modality = row.get("modality")
    if modality is not None and modality not in schema.modalities:
        raise PatternError(f"unknown modality {modality!r}", where=where, hint=f"modalities are {', '.join(schema.modalities)}")
    try:
        regex = re.compile(_expression(pattern, arguments, schema.entity_classes))
    except re.error as error:
        raise PatternError(f"the pattern is not well formed: {error}", where=where) from error
    matches = tuple(_example(example) for example in row["matches"])
    for text, facts in matches:
        if not facts:
            raise PatternError(f"the example says no facts: {text}", where=where, hint="write them behind «=>»")
    for text in (*(text for text, _ in matches), *row["rejects"]):
        for named in _EXAMPLE_NAME.finditer(text):
            if named["cls"] not in schema.entity_classes:
                raise PatternError(
                    f"unknown class {named['cls']!r} in the example {text}", where=where, hint=f"classes are {', '.join(schema.entity_classes)}"
                )
    return Rule(
        name,
        pattern,
        regex,
        asserts,
        arguments,
        _triggers(pattern),
        _needs(pattern),
        matches,
        tuple(row["rejects"]),
        modality,
        row.get("pairwise", False),
        row.get("source", ""),
        path.name,
    )


def _check_fields(row: Mapping[str, object], where: str) -> None:
    """Refuse a field whose value is of the wrong kind."""
    for field_ in ("matches", "rejects"):
        lines = row[field_]
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            raise PatternError(f"«{field_}» is a list of sentences", where=where, hint='begin each with «- "…"»')
    asserts = row.get("asserts", [])
    if not isinstance(asserts, (str, list)) or isinstance(asserts, list) and not all(isinstance(line, str) for line in asserts):
        raise PatternError("«asserts» is an assertion or a list of them", where=where, hint="write «subject relation object»")
    if not isinstance(row.get("pairwise", False), bool):
        raise PatternError(f"«pairwise» is true or false, not {row['pairwise']!r}", where=where)
    for field_ in ("source", "note"):
        if not isinstance(row.get(field_, ""), str):
            raise PatternError(f"«{field_}» is a text, not {row[field_]!r}", where=where)


def _assertion(line: str, arguments: Mapping[str, tuple[frozenset[str], bool]], schema: Schema, where: str) -> tuple[str, str, str]:
    words = line.split()
    if len(words) != 3:
        raise PatternError(f"{line!r} is no assertion", where=where, hint="write «subject relation object»")
    subject, predicate, object_ = words
    if predicate not in schema.relations:
        raise PatternError(f"unknown relation {predicate!r}", where=where, hint=f"relations are {', '.join(schema.relations)}")
    for end in (subject, object_):
        if end not in (TOPIC, FOCUS) and end not in arguments:
            raise PatternError(
                f"{end!r} is no argument of the pattern",
                where=where,
                hint=f"arguments are {', '.join(arguments) or 'none'}, topic and focus",
            )
    unnamed = {TOPIC: frozenset(("Park", "District")), FOCUS: frozenset(("Company", "Project", "Park"))}
    left = unnamed[subject] if subject in unnamed else arguments[subject][0]
    right = unnamed[object_] if object_ in unnamed else arguments[object_][0]
    if subject in unnamed or object_ in unnamed:
        allowed = any(schema.allows(a, predicate, b) for a in left for b in right)
        if not allowed:
            raise PatternError(f"the ontology allows no {predicate} between these classes", where=where)
        return subject, predicate, object_
    pairs = [(a, b) for a in sorted(left) for b in sorted(right)]
    useless = [
        (a, b) for a, b in pairs if not any(schema.allows(a, predicate, x) for x in right) or not any(schema.allows(x, predicate, b) for x in left)
    ]
    for a, b in useless:
        try:
            schema.check_relation(a, predicate, b)
        except SchemaError as error:
            raise PatternError(str(error), where=where) from error
    return subject, predicate, object_


def _example(example: object) -> tuple[str, tuple[str, ...]]:
    text, _, facts = str(example).replace("⇒", "=>").partition("=>")
    return text.strip(), tuple(fact.strip() for fact in facts.split(";") if fact.strip())


def _class_expression(classes: frozenset[str], order: Sequence[str]) -> str:
    blocks = (order.index(cls) for cls in sorted(classes))
    return "[" + "".join(f"{chr(_FIRST + b * _BLOCK)}-{chr(_FIRST + b * _BLOCK + _BLOCK - 1)}" for b in blocks) + "]"


def _expression(pattern: str, arguments: dict[str, tuple[frozenset[str], bool]], order: Sequence[str]) -> str:
    """The regular expression over masked text that a pattern means."""
    out: list[str] = []
    at = 0
    for match in _ARGUMENT.finditer(pattern):
        out.append(_words(pattern[at : match.start()]))
        single = _class_expression(arguments[match["name"]][0], order)
        name = match["name"]
        body = f"{single}(?P<more_{name}>(?:{_LIST_JOINT}{single})+)?" if match["list"] else single
        out.append(f"(?P<{name}>{body})" + (_LIST_END.format(name) if match["list"] else ""))
        at = match.end()
    out.append(_words(pattern[at:]))
    return "".join(out)


def _words(text: str) -> str:
    text = re.sub(r"\s+", "", text)
    text = re.sub(r",(?!\d*\})", "，", text.replace("……", "\x01").replace("…", "\x02"))
    text = re.sub(r"\((?!\?)", "(?:", text)
    text = re.sub(r"\[[^\]]*\]|@", lambda m: f"[{_ANY_NAME}]" if m[0] == "@" else m[0].replace("@", _ANY_NAME), text)
    text = text.replace("~", any_of("rules", "adverbs") + "*").replace("_", _NO_NAME)
    return text.replace("\x01", r"[^。；！？\n]{0,60}?").replace("\x02", r"[^，。；！？：\n]{0,16}?")


def _needs(pattern: str) -> tuple[frozenset[str], ...]:
    """The classes of the arguments that may not be missing: those outside any group, unless ``?`` or ``*`` stands behind."""
    needed = []
    for match in _ARGUMENT.finditer(pattern):
        front = re.sub(r"\[[^\]]*\]", "", pattern[: match.start()])
        if front.count("(") == front.count(")") and not pattern[match.end() :].lstrip().startswith(("?", "*", "{0")):
            needed.append(frozenset(match["classes"].split("|")))
    return tuple(needed)


def _triggers(pattern: str) -> tuple[str, ...]:
    """The words of which one must stand in a sentence that matches: the obligatory group or literal with the longest words."""
    best: tuple[str, ...] = ()
    for group in _obligatory(_ARGUMENT.sub(" ", re.sub(r"\s+", "", pattern))):
        words = tuple(_NO_LETTER.split(word, maxsplit=1)[0] for word in group)
        if all(words) and (not best or min(map(len, words)) > min(map(len, best))):
            best = words
    return tuple(sorted(set(best)))


def _obligatory(pattern: str) -> Iterator[list[str]]:
    """Groups and literals of a pattern that must match, at its top level: a group's alternatives, or one literal."""
    depth, begin, literal = 0, 0, ""
    i = 0
    while i < len(pattern):
        c = pattern[i]
        if depth == 0 and c == "[":
            i = pattern.index("]", i)
            if literal:
                yield [literal]
            literal = ""
        elif c == "(":
            if depth == 0:
                if literal:
                    yield [literal]
                literal, begin = "", i
            depth += 1
        elif c == ")":
            depth -= 1
            if depth == 0 and pattern[i + 1 : i + 2] not in ("?", "*"):
                yield _alternatives(pattern[begin + 1 : i])
        elif depth == 0 and "\u4e00" <= c <= "\u9fff" and pattern[i + 1 : i + 2] not in ("?", "*", "{"):
            literal += c
        elif depth == 0:
            if literal:
                yield [literal]
            literal = ""
        i += 1
    if literal:
        yield [literal]


def _alternatives(group: str) -> list[str]:
    """The alternatives of a group, split at its own bars only."""
    parts, depth, part = [], 0, ""
    for c in group:
        depth += (c == "(") - (c == ")")
        if c == "|" and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += c
    return [*parts, part]


# --- checking examples


def check(rule: Rule, classes: Sequence[str]) -> Iterator[str]:
    """Run a rule's own examples; yields what is wrong, in words."""
    rules = Rules([rule], classes)
    for text, expected in rule.matches:
        found = _facts_of(rules, text)
        if not found:
            yield f"does not match: {text}"
        elif expected and set(expected) != found:
            yield f"gives {'; '.join(sorted(found))} instead of {'; '.join(expected)}: {text}"
    for text in rule.rejects:
        found = _facts_of(rules, text)
        if found:
            yield f"matches though it must not: {text} (gives {'; '.join(sorted(found))})"


def _facts_of(rules: Rules, example: str) -> set[str]:
    from kg.relate.truth import denied

    text, names, at = "", [], 0
    for match in _EXAMPLE_NAME.finditer(example):
        text += example[at : match.start()]
        names.append(Name(len(text), len(text) + len(match["text"]), match["cls"], match["text"]))
        text += match["text"]
        at = match.end()
    text += example[at:]

    def said(end: Name | str) -> str:
        return end.text if isinstance(end, Name) else end

    return {
        f"{said(f.subject)} {f.predicate} {said(f.object)}"
        for f in rules.facts(text, 0, len(text), names)
        if not denied(text[max(0, f.start - 8) : f.start] + text[f.start : f.end][:-1], text[f.start : f.end])
    }
