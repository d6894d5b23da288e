// The panel: what the graph knows of the chosen node or edge, and the sentences it was read from.

const RELATIONS_SHOWN = 8, FACTS_SHOWN = 6;
const panel = { onClose: null };

panel.update = () => {
  const element = byId("panel");
  const opened = element.hidden;
  element.hidden = !view.selection;
  document.body.classList.toggle("with-panel", !!view.selection);
  if (!view.selection) return;
  const key = JSON.stringify([view.selection, language]);
  if (panel.key === key && !opened) return panel.updateActions();
  panel.key = key;
  const { node, edge, ends } = view.selection;
  element.replaceChildren(...(ends ? panel.path(view.selection) : node === undefined ? panel.edge(EDGES[edge]) : panel.node(NODES[node])));
  element.scrollTop = 0;
  panel.updateActions();
};

panel.head = (kicker, title) => make("header.head", {}, make("div", {}, kicker, title),
  make("button.close", { type: "button", "aria-label": word("close"), title: word("close"), onclick: () => view.choose(null) }, icon("close")));

// --- a node

panel.node = node => {
  const kind = make("p.kind", {}, shapeIcon(node.class), labelOf(CLASSES.get(node.class)),
    node.documents ? make("span.quiet", {}, word("mentioned", node.documents)) : null);
  const parts = [panel.head(kind, make("h2", { dir: "auto" }, node.names[0]))];
  if (node.names.length > 1) {
    const others = node.names.slice(1).flatMap((name, i) => [i ? "、" : null, nameText(name)]);
    parts.push(make("p.names", {}, make("span.quiet", {}, word("alsoCalled"), " "), others));
  }
  parts.push(make("div.actions", { id: "actions" }));
  if (node.milestones) parts.push(panel.facts("milestones", node.milestones.map(panel.milestone(node))));
  if (node.observations) parts.push(panel.facts("figures", node.observations.map(panel.observation(node))));
  if (node.figures) parts.push(panel.facts("figures", node.figures.map(figure => make("li", { dir: "auto" }, figure))));
  return parts.concat(panel.relations(node));
};

// A list under a title; a long one opens in part.
panel.facts = (kind, items) => make(`section.group.${kind}`, {}, make("h3", {}, word(kind), make("span.count", {}, number(items.length))),
  panel.list(kind, items, FACTS_SHOWN));

panel.list = (kind, items, shown) => {
  const list = make(`ul.${kind}`, {}, items.slice(0, shown));
  const rest = items.slice(shown);
  const open = event => { list.append(...rest); rest[0].querySelector("button, summary")?.focus(); event.target.remove(); };
  return [list, rest.length ? make("button.more", { type: "button", onclick: open }, word("more", rest.length)) : null].filter(Boolean);
};

// A fact about one node: a line that opens to its sentences.
panel.fact = (node, line, evidence) => make("li", {}, evidence.length
  ? make("details", {}, make("summary", {}, line), evidence.map(e => panel.quote(e, node, null)))
  : make("div.summary", {}, line));

panel.observation = node => ({ indicator, measure, level, value, period, modality, evidence }) => panel.fact(node, [
  make("span.what", { dir: "auto" }, labelOf(indicator), level ? null : make("span.quiet", {}, ` ${labelOf(measure)}`), planChip(modality)),
  make("strong", { dir: "auto" }, value), make("span.when", {}, period || "")], evidence);

panel.milestone = node => ({ stage, date, modality, evidence }) => panel.fact(node, [
  make("span.when", {}, date || word("undated")), make("strong", {}, labelOf(stage)), planChip(modality)], evidence);

function planChip(modality) {
  return modality === "Actual" ? null : make("span.chip.plan", {}, modalityOf({ modality }));
}

panel.updateActions = () => {
  const place = byId("actions");
  if (!place || view.selection.node === undefined) return;
  const id = view.selection.node, hidden = view.hiddenNeighbours(id), inView = view.isVisible(id);
  const button = (label, action) => make("button", { type: "button", onclick: action }, label);
  place.replaceChildren(...[
    inView ? button(word("center"), () => view.goTo(id)) : button(word("show"), () => view.focus(id)),
    inView && hidden ? button(word("expand", hidden), () => view.expand(id)) : null,
    inView && view.leaves(id).length ? button(word("collapse"), () => view.collapse(id)) : null,
    inView && neighboursOf(id).length ? button(word("only"), () => view.only(id)) : null,
    neighboursOf(id).length ? button(word("path"), () => path.start(id)) : null,
    inView ? button(word(view.pinned.has(id) ? "unpin" : "pin"), () => view.pin(id)) : null,
    inView ? button(word("hide"), () => view.remove(id)) : null,
  ].filter(Boolean));
};


panel.relations = node => {
  const groups = new Map();
  for (const edge of EDGES_OF[node.id]) {
    const symmetric = RELATIONS.get(edge.relation).symmetric;
    const key = edge.relation + (edge.to === node.id && !symmetric ? " in" : " out");
    if (!groups.has(key)) groups.set(key, { relation: RELATIONS.get(edge.relation), inward: key.endsWith(" in"), edges: [] });
    groups.get(key).edges.push(edge);
  }
  if (!groups.size) return [make("p.quiet", {}, word("noRelations"))];
  const order = ABOUT.relations.map(r => r.name);
  const place = group => group.inward * order.length + order.indexOf(group.relation.name);
  return [...groups.values()].sort((a, b) => place(a) - place(b)).map(panel.group(node));
};

panel.group = node => ({ relation, inward, edges }) => {
  edges.sort((a, b) => NODES[otherEnd(b, node.id)].degree - NODES[otherEnd(a, node.id)].degree || a.id - b.id);
  const items = edges.map(edge => panel.relationItem(edge, node));
  const title = make("h3", {}, make("span.arrow", { "aria-hidden": "true" }, relation.symmetric ? "↔" : inward ? "←" : "→"), labelOf(relation),
    inward ? make("span.unseen", {}, word("inward")) : null, make("span.count", {}, number(edges.length)));
  return make("section.group", {}, title, panel.list("relations", items, RELATIONS_SHOWN));
};

panel.relationItem = (edge, node) => {
  const other = NODES[otherEnd(edge, node.id)];
  const quotes = tellingFirst(edge.statements.flatMap(s => s.evidence), NODES[edge.from], NODES[edge.to]);
  return make("li", {},
    make("div.row", {},
      make("button.entity", { type: "button", onclick: () => view.focus(other.id) }, shapeIcon(other.class), nameText(nameOf(other))),
      edge.dashes ? make("span.chip.plan", {}, modalityOf(edge.statements[0])) : null,
      make("button.evidence", { type: "button", "aria-label": word("sentences"), title: word("sentences"), onclick: () => view.focusEdge(edge) },
        quotes.length ? String(quotes.length) : "–", icon("quote"))),
    quotes.length ? markedSentence(sentenceOf(quotes[0]), NODES[edge.from].names, NODES[edge.to].names) : null);
};

// Sentences that name both ends before those that name one; otherwise in the order of time, as they come.
function tellingFirst(evidence, from, to) {
  const named = e => [from, to].filter(node => node.names.some(name => sentenceOf(e).includes(name))).length;
  return [...evidence].sort((a, b) => named(b) - named(a));
}

function modalityOf(statement) {
  return labelOf(MODALITIES.get(statement.modality) || { name: statement.modality });
}

// --- a way between two nodes

panel.path = ({ path: edges, ends: [from, to] }) => {
  const title = make("h2.triple", {}, panel.end(NODES[from]), make("span.relation", {}, edges ? word("steps", edges.length) : word("noPath")), panel.end(NODES[to]));
  const head = panel.head(make("p.kind", {}, word("path")), title);
  if (!edges) return [head, make("p.quiet", {}, word("noPathHint"))];
  return [head, make("ol.steps", {}, edges.map(id => panel.step(EDGES[id])))];
};

panel.step = edge => {
  const { label, arrow } = { label: labelOf(RELATIONS.get(edge.relation)), arrow: RELATIONS.get(edge.relation).symmetric ? " ↔" : " →" };
  const from = NODES[edge.from], to = NODES[edge.to];
  const quotes = tellingFirst(edge.statements.flatMap(s => s.evidence), from, to);
  return make("li.statement", {}, make("div.triple", {}, panel.end(from), make("span.relation", {}, label, make("span", { "aria-hidden": "true" }, arrow),
    edge.dashes ? make("span.chip.plan", {}, modalityOf(edge.statements[0])) : null), panel.end(to)),
  quotes.length ? panel.quote(quotes[0], from, to) : panel.origins(edge.statements[0]));
};

panel.end = node => make("button.entity", { type: "button", onclick: () => view.focus(node.id) }, shapeIcon(node.class), nameText(nameOf(node)));

// --- an edge

panel.edge = edge => {
  const relation = RELATIONS.get(edge.relation), from = NODES[edge.from], to = NODES[edge.to];
  const kicker = make("p.kind", {}, word("relations"));
  const title = make("h2.triple", {}, panel.end(from),
    make("span.relation", {}, labelOf(relation), make("span", { "aria-hidden": "true" }, relation.symmetric ? " ↔" : " →")), panel.end(to));
  return [panel.head(kicker, title), ...edge.statements.map(statement => panel.statement(statement, from, to))];
};

panel.statement = (statement, from, to) => {
  const fact = statement.modality === "Actual";
  const line = make("p.facts", {}, make(`span.chip.${fact ? "fact" : "plan"}`, {}, modalityOf(statement)),
    statement.role ? make("span", {}, `${word("role")} `, nameText(statement.role)) : null,
    statement.confidence === undefined ? null : make("span.quiet", {}, `${word("confidence")} ${statement.confidence}`));
  const quotes = tellingFirst(statement.evidence, from, to).map(evidence => panel.quote(evidence, from, to));
  return make("section.statement", {}, line, quotes, !quotes.length || statement.origins ? panel.origins(statement) : null);
};

// Where a statement comes from that no sentence says.
panel.origins = statement => (statement.origins
  ? statement.origins.map(origin => make("p.origin", { dir: "auto" }, labelOf(origin))) : make("p.quiet", {}, word("noSentence")));

panel.quote = (evidence, from, to) => {
  const { title, document: identifier, date, source } = ABOUT.documents[evidence.document];
  return make("figure.quote", {}, markedSentence(sentenceOf(evidence), from.names, to ? to.names : []),
    make("figcaption", {},
      make("cite", { dir: "auto" }, title || identifier || word("untitled")),
      make("span.quiet", {}, [date, title && identifier !== title ? identifier : null].filter(Boolean).join(" · ")),
      source ? make("span.quiet", { dir: "auto" }, linkOrText(source)) : null,
      evidence.rule ? make("code", { title: word("rule") }, evidence.rule) : null));
};

// Only addresses of the web become links, and only the reader opens them.
function linkOrText(source) {
  return /^https?:\/\//i.test(source) ? make("a", { href: source, rel: "noreferrer noopener", target: "_blank" }, source) : nameText(source);
}
