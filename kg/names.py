"""Every IRI that the program writes or reads is built, shortened or named here, and nowhere else."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, unquote

ONTOLOGY = "https://w3id.org/parkkg/ontology#"
INDICATOR = "https://w3id.org/parkkg/indicator/"
BASE = "https://w3id.org/parkkg/id/"

# The prefixes that Turtle is written with and that every query may use without declaring them.
PREFIXES: dict[str, str] = {
    "pk": ONTOLOGY,
    "indicator": INDICATOR,
    "company": BASE + "company/",
    "park": BASE + "park/",
    "district": BASE + "district/",
    "project": BASE + "project/",
    "organization": BASE + "organization/",
    "person": BASE + "person/",
    "industry": BASE + "industry/",
    "product": BASE + "product/",
    "programme": BASE + "programme/",
    "document": BASE + "document/",
    "statement": BASE + "statement/",
    "evidence": BASE + "evidence/",
    "observation": BASE + "observation/",
    "milestone": BASE + "milestone/",
    "membership": BASE + "membership/",
    "role": BASE + "role/",
    "rule": BASE + "rule/",
    "named": BASE + "graph/",
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# Characters that RFC 3987 forbids in a path segment, or that break Turtle's prefixed names; Chinese stays readable.
_KEEP = "-._~·（）"


def segment(name: str) -> str:
    """Make one path segment of an IRI from a name: Chinese and letters stay, the rest is percent-encoded.

    >>> segment("宁德时代"), segment("a b/c"), unquote(segment("香港城市大学（东莞）"))
    ('宁德时代', 'a%20b%2Fc', '香港城市大学（东莞）')
    """
    return "".join(c if c.isalnum() or c in _KEEP else quote(c, safe="") for c in name)


def entity(cls: str, name: str, base: str = BASE) -> str:
    """IRI of an entity from its class and best name: ``…/id/company/宁德时代``."""
    return f"{base}{cls.lower()}/{segment(name)}"


def document(identifier: str, base: str = BASE) -> str:
    """IRI of a document from its identifier."""
    return f"{base}document/{segment(identifier)}"


def indicator(name: str) -> str:
    """IRI of an indicator from its id in the ontology, or its Chinese name."""
    return INDICATOR + segment(name)


def term(name: str) -> str:
    """IRI of a term of the ontology: ``term("Company")``."""
    return ONTOLOGY + name


def rule(name: str, base: str = BASE) -> str:
    """IRI of a rule or recogniser from its name."""
    return f"{base}rule/{segment(name)}"


def digest(kind: str, *parts: object, base: str = BASE) -> str:
    """IRI of a node that has no name of its own, from the parts that make it what it is.

    :param kind: ``statement``, ``evidence``, ``observation``, ``milestone``, ``membership``
    :param parts: compared by their text; the same parts give the same IRI on every run
    """
    joined = "\x1f".join("" if p is None else str(p) for p in parts)
    return f"{base}{kind}/{hashlib.sha256(joined.encode()).hexdigest()[:20]}"


def local(iri: str) -> str:
    """The last part of an IRI, readable: ``local(term("Company"))`` is ``Company``."""
    return unquote(iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1])


def short(iri: str) -> str:
    """An IRI by prefix and name, readable; as it is if no prefix fits: ``short(term("Company"))`` is ``pk:Company``."""
    prefix = next((p for p, namespace in PREFIXES.items() if iri.startswith(namespace) and iri != namespace), None)
    return f"{prefix}:{local(iri)}" if prefix else iri
