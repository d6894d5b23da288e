// The query page: an editor that knows SPARQL, and answers as a table.
(() => {
"use strict";

const form = document.getElementById("query-form"), area = document.getElementById("query");
const answer = document.getElementById("answer"), status = document.getElementById("status"), downloads = document.getElementById("downloads");
const words = JSON.parse(form.dataset.words);
const prefixes = new Map([...document.querySelectorAll("#prefixes dt")].map(dt => [dt.textContent.slice(0, -1), dt.nextElementSibling.textContent]));
const SHOWN = 1000;

// Nothing is asked of other sites, and nothing is kept in the browser.
const editor = new Yasqe(document.getElementById("editor"), {
  value: "", persistenceId: null, createShareableLink: null, showQueryButton: false, resizeable: true, autofocus: false,
  autocompleters: ["variables"], pluginButtons: null, requestConfig: { endpoint: "/sparql" },
});
area.remove();
// The prefixes of the graph are known to the server: a query that uses them without declaring them is right.
const mode = editor.getMode(), begin = mode.startState;
mode.startState = (...given) => Object.assign(begin(...given), { prefixes: Object.fromEntries(prefixes) });
editor.setValue(area.value);
editor.getInputField().setAttribute("aria-label", area.getAttribute("aria-label"));
editor.setOption("extraKeys", { "Ctrl-Enter": () => run(), "Cmd-Enter": () => run(), "Ctrl-Space": () => editor.autocomplete(), "Tab": false, "Shift-Tab": false });
window.queryEditor = editor;

const say = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[key]);

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function shorten(iri) {
  for (const [prefix, namespace] of prefixes) {
    const rest = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && rest && !rest.includes("/")) return `${prefix}:${decoded(rest)}`;
  }
  return iri;
}

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

function pageOf(iri) {
  for (const [namespace, path] of words.pages) if (iri.startsWith(namespace)) return path + encodeURI(iri.slice(namespace.length)).replaceAll("#", "%23").replaceAll("?", "%3F");
  return /^https?:\/\//.test(iri) ? iri : null;
}

function cell(term) {
  const td = element("td");
  if (!term) return td;
  if (term.type === "uri") {
    const page = pageOf(term.value), link = element(page ? "a" : "span", page ? "link" : "", "");
    link.append(element("bdi", "", shorten(term.value)));
    if (page) { link.href = page; link.rel = "noreferrer noopener"; }
    td.append(link);
  } else if (term.type === "triple") {
    td.append(element("bdi", "", JSON.stringify(term.value)));
  } else {
    td.append(element("bdi", "", term.value));
    if (/#(decimal|integer|double)$/.test(term.datatype || "")) td.className = "number";
  }
  return td;
}

function table(result) {
  const box = element("div", "scroll"), made = element("table"), head = element("tr"), body = element("tbody");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", words.results);
  for (const name of result.head.vars) { const th = element("th", "", name); th.scope = "col"; head.append(th); }
  for (const row of result.results.bindings.slice(0, SHOWN)) {
    const tr = element("tr");
    tr.append(...result.head.vars.map(name => cell(row[name])));
    body.append(tr);
  }
  const thead = element("thead");
  thead.append(head);
  made.append(thead, body);
  box.append(made);
  return box;
}

function offer(query, formats) {
  downloads.replaceChildren(...formats.map(([format, label]) => {
    const link = element("a", "pill", label);
    link.href = `/sparql?${new URLSearchParams({ query, format })}`;
    link.download = `answer.${format === "turtle" ? "ttl" : format === "ntriples" ? "nt" : format}`;
    return link;
  }));
  downloads.hidden = false;
}

let mark = null;

function trouble(error) {
  const box = element("div", "trouble");
  box.setAttribute("role", "alert");
  box.append(element("p", "", (error.line ? `${error.line}:${error.column} ` : "") + error.error));
  if (error.hint) box.append(element("p", "quiet", error.hint));
  answer.replaceChildren(box);
  if (error.line) {
    const at = { line: error.line - 1, ch: error.column - 1 };
    mark = editor.markText(at, { line: at.line, ch: at.ch + 1 }, { className: "cm-error" });
    editor.setCursor(at);
  }
}

async function run() {
  const query = editor.getValue();
  if (mark) mark.clear();
  downloads.hidden = true;
  status.textContent = words.running;
  const begun = performance.now();
  try {
    const response = await fetch("/sparql", {
      method: "POST", body: query,
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9, application/json;q=0.8" },
    });
    const ms = Math.round(performance.now() - begun);
    status.textContent = "";
    if (!response.ok) return trouble(await response.json());
    if (response.headers.get("Content-Type").startsWith("text/turtle")) {
      const text = await response.text(), pre = element("pre", "", text);
      pre.tabIndex = 0;
      pre.setAttribute("aria-label", "Turtle");
      status.textContent = say("triples", { n: text.length.toLocaleString("en-US"), ms });
      answer.replaceChildren(pre);
      return offer(query, [["turtle", "Turtle"], ["ntriples", "N-Triples"], ["jsonld", "JSON-LD"], ["rdfxml", "RDF/XML"]]);
    }
    const result = await response.json();
    if ("boolean" in result) {
      answer.replaceChildren(element("p", "lead", result.boolean ? words.yes : words.no));
      return offer(query, [["json", "JSON"], ["xml", "XML"]]);
    }
    const count = result.results.bindings.length;
    status.textContent = say("rows", { n: count.toLocaleString("en-US"), ms });
    answer.replaceChildren(table(result));
    if (count > SHOWN) answer.prepend(element("p", "quiet small", say("shown_first", { n: SHOWN.toLocaleString("en-US") })));
    offer(query, [["csv", "CSV"], ["tsv", "TSV"], ["json", "JSON"], ["xml", "XML"]]);
  } catch (error) {
    status.textContent = "";
    trouble({ error: String(error) });
  }
}

form.addEventListener("submit", event => { event.preventDefault(); run(); });
for (const button of document.querySelectorAll(".question")) {
  button.addEventListener("click", () => { editor.setValue(button.dataset.query); run(); });
}
if (new URLSearchParams(location.search).has("query")) run();
})();
