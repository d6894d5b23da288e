"""Loads rules from files of YAML, and refuses those that are not well formed, with file, rule and reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from kg.errors import PatternError, SchemaError
from kg.relate.rules.examples import Example, example, names_marked
from kg.relate.rules.matching import Rules
from kg.relate.rules.notation import ARGUMENT, expression, spelled_out
from kg.relate.rules.rule import FOCUS, TOPIC, Arguments, Rule
from kg.relate.rules.triggers import needs, triggers
from kg.schema import Schema

FOLDER = Path(__file__).parents[1] / "patterns"
_FIELDS = {"rule", "asserts", "pattern", "matches", "rejects", "modality", "pairwise", "source", "note"}


def load(schema: Schema, *files: Path) -> Rules:
    """Load the project's rules, and further files of a user's own.

    :raises PatternError: for a rule that is not well formed, lacks an example or a near-miss, bears a name twice, or
        asserts what the ontology does not define or allow; says file, rule and reason
    """
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    for path in (*sorted(FOLDER.glob("*.yaml")), *files):
        for rule in read_rules(path, schema, compiled=path in files):
            if rule.name in seen:
                raise PatternError(f"the rule {rule.name!r} is defined twice", where=path.name, hint=f"it is also in {seen[rule.name]}")
            seen[rule.name] = path.name
            rules.append(rule)
    return Rules(rules, schema.entity_classes)


def read_rules(path: Path, schema: Schema, compiled: bool = True) -> list[Rule]:
    """The rules of one file, checked.

    :param compiled: whether their expressions are checked, too; those of the project's own rules are checked by its tests
    """
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
    return [_rule(row, path, schema, compiled) for row in rows]


def _rule(row: object, path: Path, schema: Schema, compiled: bool) -> Rule:
    """One rule of a file, checked."""
    if not isinstance(row, dict) or not isinstance(row.get("rule"), str):
        raise PatternError("a rule has no name", where=path, hint="begin it with «- rule: name»")
    name, where = row["rule"], f"{path.name}: rule {row['rule']}"
    _check_fields(row, where)
    pattern = _spelled_out(row["pattern"], where)
    arguments = _arguments(pattern, schema, where)
    asserts = _asserts(row, arguments, schema, where)
    modality = row.get("modality")
    if modality is not None and modality not in schema.modalities:
        raise PatternError(f"unknown modality {modality!r}", where=where, hint=f"modalities are {', '.join(schema.modalities)}")
    rule = Rule(
        name,
        row["pattern"],
        expression(pattern, arguments, schema.entity_classes),
        asserts,
        arguments,
        triggers(pattern),
        needs(pattern),
        _matches(row, schema, where),
        tuple(row["rejects"]),
        modality,
        row.get("pairwise", False),
        row.get("source", ""),
        path.name,
    )
    if compiled:
        _check_expression(rule, where)
    return rule


def _spelled_out(pattern: str, where: str) -> str:
    try:
        return spelled_out(pattern)
    except PatternError as error:
        raise PatternError(error.what, where=where, hint="the lists are in kg/relate/lexicon/rules.yaml") from error


def _check_fields(row: Mapping[str, object], where: str) -> None:
    """Refuse a rule that lacks a field, or has one that is unknown or whose value is of the wrong kind."""
    unknown = sorted(set(map(str, row)) - _FIELDS)
    if unknown:
        raise PatternError(f"unknown field {unknown[0]!r}", where=where, hint=f"fields are {', '.join(sorted(_FIELDS))}")
    if not row.get("matches") or not row.get("rejects"):
        hint = "add «matches:» and «rejects:»"
        raise PatternError("a rule needs examples that match and near-misses that do not", where=where, hint=hint)
    _check_kinds(row, where)
    if not isinstance(row.get("pattern"), str):
        raise PatternError("a rule needs a pattern", where=where)


def _check_kinds(row: Mapping[str, object], where: str) -> None:
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


def _arguments(pattern: str, schema: Schema, where: str) -> Arguments:
    """The arguments of a pattern by name."""
    arguments: Arguments = {}
    for match in ARGUMENT.finditer(pattern):
        if match["name"] in (TOPIC, FOCUS):
            hint = "the word has a meaning of its own in «asserts»"
            raise PatternError(f"no argument may be called {match['name']!r}", where=where, hint=hint)
        classes = frozenset(match["classes"].split("|"))
        for cls in sorted(classes - set(schema.entity_classes)):
            raise PatternError(f"unknown class {cls!r}", where=where, hint=f"classes are {', '.join(schema.entity_classes)}")
        arguments[match["name"]] = (classes, bool(match["list"]))
    return arguments


def _check_expression(rule: Rule, where: str) -> None:
    """Refuse a pattern that gives no regular expression."""
    try:
        rule.regex
    except re.error as error:
        raise PatternError(f"the pattern is not well formed: {error}", where=where) from error


def _matches(row: Mapping[str, list[str]], schema: Schema, where: str) -> tuple[Example, ...]:
    """The examples that a rule matches, with their facts; refuses one without, and one of either kind with a name of an unknown class."""
    matches = tuple(example(line) for line in row["matches"])
    for text, facts in matches:
        if not facts:
            raise PatternError(f"the example says no facts: {text}", where=where, hint="write them behind «=>»")
    for text in (*(text for text, _ in matches), *row["rejects"]):
        for _, cls in names_marked(text):
            if cls not in schema.entity_classes:
                known = f"classes are {', '.join(schema.entity_classes)}"
                raise PatternError(f"unknown class {cls!r} in the example {text}", where=where, hint=known)
    return matches


def _asserts(row: Mapping[str, str | list[str]], arguments: Arguments, schema: Schema, where: str) -> tuple[tuple[str, str, str], ...]:
    """Subject, relation and object of what a rule asserts."""
    lines = row.get("asserts") or ()
    asserts = tuple(_assertion(line, arguments, schema, where) for line in ([lines] if isinstance(lines, str) else lines))
    if not asserts:
        raise PatternError("a rule asserts nothing", where=where, hint="add «asserts: subject relation object»")
    return asserts


def _assertion(line: str, arguments: Arguments, schema: Schema, where: str) -> tuple[str, str, str]:
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
    idle_left = [a for a in left if not any(schema.allows(a, predicate, b) for b in right)]
    idle_right = [b for b in right if not any(schema.allows(a, predicate, b) for a in left)]
    useless = [(a, b) for a in sorted(left) for b in sorted(right) if a in idle_left or b in idle_right]
    for a, b in useless:
        try:
            schema.check_relation(a, predicate, b)
        except SchemaError as error:
            raise PatternError(str(error), where=where) from error
    return subject, predicate, object_
