"""The pages: what each address shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kg import names
from kg.draw import style
from kg.errors import KgError, UsageError
from kg.names import PREFIXES
from kg.profile.nodes import Words
from kg.profile.profile import FIRST, profile
from kg.serve import tables
from kg.serve.addresses import page_of, short
from kg.serve.annotated import annotated, cited
from kg.serve.charts import HEIGHT, WIDTH, chart
from kg.serve.files import Assets, css_name
from kg.serve.negotiate import TRIPLES, named, negotiate
from kg.serve.questions import named_questions, questions
from kg.serve.readers import Readers
from kg.serve.resource import resource
from kg.serve.vocabulary import term_page, terms
from kg.serve.words import LANGUAGES, plain, say
from kg.store import Store, StoredDocument
from kg.version import VERSION

PAGE = 100              # rows of a table
_TOLD, _LATEST, _SUGGESTED, _SEARCHED = 12, 12, 12, 60
_SAFE = "/:@!$&'()*+,;=~-._"
_MENU = (("/entities", "entities"), ("/ledger", "ledger"), ("/documents", "documents"), ("/editor", "sparql"), ("/ontology", "ontology"), ("/api", "api"))
_SCRIPT_WORDS = ("rows", "triples", "running", "yes", "no", "shown_first", "results")


class Pages:
    """Makes pages from the store.

    :param base: of the IRIs of the store's instances
    """

    def __init__(self, readers: Readers, base: str, openapi: Any):
        self._readers, self._base, self._openapi = readers, base, openapi
        self._schema = readers.schema
        self._assets = Assets(self._schema)
        self._class_looks = style.looks(self._schema.entity_classes)
        self._environment = Environment(loader=PackageLoader("kg.serve", "templates"), autoescape=True, undefined=StrictUndefined,
                                        trim_blocks=True, lstrip_blocks=True)
        self._environment.filters.update(both=_both, css_name=css_name, path=lambda text: quote(text, safe=_SAFE), short=short,
                                         one_line=lambda text: re.sub(r"\s+", " ", text), api_path=_api_path)
        self._environment.globals.update(
            version=VERSION, menu=_MENU, outlines=style.OUTLINES, asset=self._assets.address, page_of=self._page_of, looks=self._looks,
            document_page=self._document_page, chart_width=WIDTH, chart_height=HEIGHT, entity_classes=self._schema.entity_classes,
            known_classes=self._schema.classes)

    def routes(self) -> list[Route]:
        """What is shown where."""
        return [
            Route("/", self.home), Route("/search", self.search), Route("/suggest", self.suggest), Route("/entities", self.entities),
            Route("/documents", self.documents), Route("/id/document/{identifier:path}", self.document), Route("/id/{path:path}", self.node),
            Route("/ledger", self.ledger), Route("/ledger/{name}.{format}", self.ledger_file), Route("/ledger/{name}", self.ledger),
            Route("/ontology", self.ontology), Route("/ontology.ttl", self.ontology_file), Route("/ontology/{name}", self.term),
            Route("/indicator/{name}", self.indicator), Route("/editor", self.editor), Route("/api", self.api),
            Route("/assets/{name}", self._assets.respond), Route("/licenses", self._assets.licenses),
        ]

    # --- pages

    async def home(self, request: Request) -> Response:
        index = await self._readers.names()
        documents = await self._readers.once("documents", by_date)
        classes = [(cls, index.classes[cls]) for cls in self._schema.entity_classes if index.classes[cls]]
        return self._page(request, "home.html", "home", classes=classes, told=index.entities[:_TOLD], documents=documents[:_LATEST],
                          documents_count=len(documents))

    async def search(self, request: Request) -> Response:
        asked = _text(request, "q")
        index = await self._readers.names()
        documents = await self._readers.once("documents", by_date)
        return self._page(request, "search.html", "entities", asked=asked, found=index.find(asked, limit=_SEARCHED),
                          documents=[d for d in documents if asked and asked.lower() in f"{d.title or ''} {d.identifier}".lower()][:_SEARCHED])

    async def suggest(self, request: Request) -> Response:
        index = await self._readers.names()
        language = _language(request)
        return JSONResponse([
            {"label": f.label, "name": f.name, "kind": self._class_label(language, f.cls), "css": css_name(f.cls), "shape": self._looks(f.cls).shape,
             "page": self._page_of(f.iri)} for f in index.find(_text(request, "q"), limit=_SUGGESTED)])

    async def entities(self, request: Request) -> Response:
        index = await self._readers.names()
        cls, wanted = _text(request, "class"), _text(request, "q")
        cls = cls if cls in self._schema.entity_classes else ""
        found = index.find(wanted, limit=len(index.entities), cls=cls or None) if wanted else \
            [each for each in index.entities if not cls or each.cls == cls]
        classes = [(name, index.classes[name]) for name in self._schema.entity_classes if index.classes[name]]
        return self._page(request, "entities.html", "entities", cls=cls, wanted=wanted, classes=classes, **_paged(request, "found", found))

    async def documents(self, request: Request) -> Response:
        wanted = _text(request, "q").lower()
        documents = [d for d in await self._readers.once("documents", by_date) if wanted in f"{d.title or ''} {d.identifier}".lower()]
        return self._page(request, "documents.html", "documents", wanted=_text(request, "q"), count=len(documents),
                          **_paged(request, "documents", documents))

    async def node(self, request: Request) -> Response:
        """Anything under the base of the IRIs."""
        path = request.path_params["path"]
        iri = self._base + path
        if (elsewhere := self._as_triples(request, iri)) is not None:
            return elsewhere
        if path.split("/", 1)[0] in {cls.lower() for cls in self._schema.entity_classes}:
            prefix, _, name = path.partition("/")
            for candidate in dict.fromkeys((iri, f"{self._base}{prefix}/{names.segment(name)}")):
                try:
                    found = await self._readers.run(profile, self._schema, candidate, whole=_text(request, "whole") or None)
                    charts = [chart(series.figures) for series in found.series]
                    return self._page(request, "entity.html", "entities", profile=found, charts=charts, first=FIRST,
                                      more_figures=sum(len(series.figures) for series in found.series) < found.figures, whole=_text(request, "whole") in ("figures", "all"))
                except UsageError:
                    continue
        return await self._resource(request, iri)

    async def document(self, request: Request) -> Response:
        given = request.path_params["identifier"]
        if (elsewhere := self._as_triples(request, self._base + "document/" + given)) is not None:
            return elsewhere
        identifier = names.unquote(given)
        for candidate in dict.fromkeys((identifier, given)):
            try:
                shown = await self._readers.run(annotated, self._schema, candidate, cited(_number(request, "start"), _number(request, "end")))
                break
            except UsageError:
                continue
        else:
            raise UsageError(f"there is no document {identifier}")
        anchors, of_fact = _anchors(shown)
        return self._page(request, "document.html", "documents", shown=shown, anchors=anchors, fact_anchor=of_fact,
                          document_iri=names.document(shown.document.identifier, self._base))

    async def ledger(self, request: Request) -> Response:
        name, looked = await self._table(request)
        every = request.query_params.get("columns") == "all"
        columns = [column for column in looked.table.columns if every or column.main]
        return self._page(request, "ledger.html", "ledger", name=name, tables=tables.NAMES, view=looked, columns=columns, all_columns=every,
                          given=dict(request.query_params), shown=tables.shown, heading=partial(_heading, _language(request)),
                          **_paged(request, "rows", list(looked.table.rows)))

    async def ledger_file(self, request: Request) -> Response:
        name, looked = await self._table(request)
        format = request.path_params["format"]
        if format not in ("csv", "xlsx", "json"):
            raise UsageError(f"a table can't be had as {format}")
        data, media_type = await self._readers.run(lambda store: tables.written(looked.table, format))
        return Response(data, headers={"Content-Type": media_type, "Content-Disposition": f'attachment; filename="{name}.{format}"'})

    async def _table(self, request: Request) -> tuple[str, tables.View]:
        name = request.path_params.get("name", tables.LEDGER)
        if name not in tables.NAMES:
            raise UsageError(f"there is no table {name}")
        whole = await self._readers.once(f"table {name}", tables.make(name))
        return name, await self._readers.run(lambda store: tables.view(whole, dict(request.query_params)))

    async def ontology(self, request: Request) -> Response:
        if negotiate(request.headers.get("accept"), TRIPLES) and not _wants_html(request):
            return RedirectResponse("/ontology.ttl", 303)
        return self._page(request, "ontology.html", "ontology", groups=terms(self._schema))

    async def ontology_file(self, request: Request) -> Response:
        from kg.schema import FILES

        text = "\n".join((self._schema.folder / file).read_text(encoding="utf-8") for file in FILES)
        return Response(text, media_type="text/turtle")

    async def term(self, request: Request) -> Response:
        return await self._term(request, names.term(request.path_params["name"]))

    async def indicator(self, request: Request) -> Response:
        return await self._term(request, names.INDICATOR + request.path_params["name"])

    async def _term(self, request: Request, iri: str) -> Response:
        try:
            shown = await self._readers.run(term_page, self._schema, iri)
        except UsageError:                  # an indicator that was minted from a text
            return await self._resource(request, iri)
        return self._page(request, "term.html", "ontology", shown=shown)

    async def _resource(self, request: Request, iri: str) -> Response:
        return self._page(request, "resource.html", "entities", shown=await self._readers.run(resource, self._schema, iri))

    async def editor(self, request: Request) -> Response:
        asked = (*questions(), *await self._readers.once("named questions", named_questions))
        words = plain(_language(request), _SCRIPT_WORDS) | {"pages": [[self._base, "/id/"], [names.ONTOLOGY, "/ontology/"], [names.INDICATOR, "/indicator/"]]}
        return self._page(request, "editor.html", "sparql", query=_text(request, "query", keep=True) or asked[0].sparql, questions=asked,
                          prefixes=PREFIXES, script_words=words)

    async def api(self, request: Request) -> Response:
        return self._page(request, "api.html", "api", paths=self._openapi()["paths"])

    async def failed(self, request: Request, error: Exception) -> Response:
        """The page for what can't be shown."""
        status = 404 if isinstance(error, UsageError) or getattr(error, "status_code", 0) == 404 else getattr(error, "status_code", 503)
        message = error.what if isinstance(error, KgError) else str(error)
        response = self._page(request, "error.html", "", status=status, message=message)
        response.status_code = status
        return response

    # --- making them

    def _page(self, request: Request, template: str, section: str, **values: Any) -> Response:
        language = _language(request)
        context: Mapping[str, Any] = {
            "language": language, "section": section, "t": partial(say, language), "theme": _theme(request), "request": request,
            "class_label": partial(self._class_label, language), "modality_label": partial(self._modality_label, language),
            "other_language": _other_language(request, language), "address": partial(_address, request), **values}
        text = self._environment.get_template(template).render(context)
        response = HTMLResponse(text.encode("utf-8", "replace"), headers={"Cache-Control": "no-cache", "Vary": "Accept, Cookie"})
        if request.query_params.get("lang") in LANGUAGES:
            response.set_cookie("lang", language, max_age=31536000, samesite="strict")
        return response

    def _class_label(self, language: str, cls: str) -> str:
        known = self._schema.classes.get(cls)
        return (known.label_zh if language == "zh" else known.label_en) if known else cls

    def _modality_label(self, language: str, name: str) -> str:
        known = self._schema.modalities.get(name)
        return (known.label_zh if language == "zh" else known.label_en) if known else name

    def _looks(self, cls: str) -> style.Look:
        return self._class_looks.get(cls, style.Look("", "", "circle"))

    def _page_of(self, iri: str) -> str:
        return page_of(iri, self._base)

    def _document_page(self, identifier: str) -> str:
        return self._page_of(names.document(identifier, self._base))

    def _as_triples(self, request: Request, iri: str) -> Response | None:
        """For a client that takes triples and no page: where they are."""
        chosen = None if _wants_html(request) else negotiate(request.headers.get("accept"), TRIPLES)
        return RedirectResponse("/sparql?" + urlencode({"query": f"DESCRIBE <{iri}>", "format": chosen}), 303) if chosen else None


def _wants_html(request: Request) -> bool:
    accept = request.headers.get("accept")
    return not accept or named(accept, "text/html") or not any(named(accept, f.media_type) for f in TRIPLES.values())


def _heading(language: str, column: Any) -> str:
    """The heading of a column, with its unit in Chinese."""
    return column.header if language == "zh" else column.english + (f" ({column.unit})" if column.unit else "")


def by_date(store: Store, schema: Any) -> list[StoredDocument]:
    """The documents, the latest first."""
    return sorted(store.documents(), key=lambda document: (document.issued or "", document.identifier), reverse=True)


def _anchors(shown: Any) -> tuple[dict[int, str], dict[int, str]]:
    """A name in the page for where each fact begins, by place; and for each fact the name of its place."""
    begins = sorted(piece.start for part in shown.parts for piece in part.pieces if piece.facts)
    by_place = {start: f"at-{start}" for start in begins}
    first_cited = next((piece.start for part in shown.parts for piece in part.pieces if piece.cited), None)
    if first_cited is not None:
        by_place[first_cited] = "cited"
    of_fact: dict[int, str] = {}
    for part in shown.parts:
        for piece in part.pieces:
            for number in piece.facts:
                of_fact.setdefault(number, by_place[piece.start])
    return by_place, {fact.number: of_fact.get(fact.number, "content") for fact in shown.facts}


def _text(request: Request, name: str, *, keep: bool = False) -> str:
    value = request.query_params.get(name, "")
    return value if keep else value.strip()[:200]


def _number(request: Request, name: str) -> int | None:
    value = request.query_params.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 12 else None


def _language(request: Request) -> str:
    for given in (request.query_params.get("lang"), request.cookies.get("lang")):
        if given in LANGUAGES:
            return given
    first = request.headers.get("accept-language", "zh").strip().lower()
    return "zh" if first.startswith(("zh", "*")) or not first else "en"


def _theme(request: Request) -> str:
    theme = request.cookies.get("theme", "")
    return theme if theme in ("light", "dark") else ""


def _other_language(request: Request, language: str) -> str:
    return _address(request, lang="en" if language == "zh" else "zh")


def _address(request: Request, **changed: object) -> str:
    """The address of this page with some parameters changed."""
    pairs = {**request.query_params, **{name: str(value) for name, value in changed.items()}}
    return "?" + urlencode(pairs)


def _paged(request: Request, name: str, rows: list) -> dict[str, Any]:
    pages = max(1, -(-len(rows) // PAGE))
    page = min(max(1, _number(request, "page") or 1), pages)
    return {name: rows[(page - 1) * PAGE:page * PAGE], "page": page, "pages": pages}


def _api_path(path: str) -> str:
    return "/entities" + path


@pass_context
def _both(context: Any, words: Words) -> str:
    """A label in the language of the page."""
    return words.zh if context["language"] == "zh" else words.en
