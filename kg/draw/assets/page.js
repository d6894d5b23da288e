// Everything together: what a click, a key or a change of the view brings about.

function openPage() {
  readColours();
  byId("heading").textContent = DATA.heading;
  legend.open();
  view.open(byId("stage"));
  view.listeners.push(labels.rank, legend.update, time.update, panel.update, table.update, updateTools);
  themeListeners.push(legend.update, () => { panel.key = null; panel.update(); table.update(); });
  search.open();
  table.open();
  time.open();
  save.open();
  listenToNetwork(view.network);
  listenToTools();
  listenToKeys();
  speak();
  view.update();
  view.fit(false);
  document.fonts?.ready.then(() => { measured.clear(); view.network.redraw(); });
}

function speak() {
  translatePage();
  byId("language-name").textContent = word("other");
  const told = ABOUT.documents.length;
  byId("counts").replaceChildren(word("counts", number(NODES.length), number(EDGES.length)),
    told ? make("span.wide", {}, ` · ${word("told", told)}`) : "");
  tellWhatIsMissing();
}

// A view that does not show everything says so.
function tellWhatIsMissing() {
  const notice = byId("notice");
  const { whole, centred } = ABOUT;
  const said = [];
  const linked = centred ? NODES.length : LINKED;
  if (FIRST_VIEW.length < linked) said.push(word(centred ? "near" : "capped", number(FIRST_VIEW.length), number(NODES.length)));
  else if (FIRST_VIEW.length < NODES.length) said.push(word("alone", number(NODES.length - FIRST_VIEW.length)));
  if (whole) said.push(word("cut", number(whole.kept), number(whole.edges)));
  notice.querySelector("p").textContent = said.join(" ");
  if (notice.dataset.closed === undefined) notice.hidden = !said.length;
}

function updateTools() {
  byId("back-button").disabled = !view.past.length;
  const chosen = view.selection && view.selection.node !== undefined;
  byId("announcement").textContent = chosen ? word("selected", nameOf(NODES[view.selection.node])) : word("shownNow", view.nodeSet.length);
}

function listenToNetwork(network) {
  network.on("afterDrawing", labels.draw);
  let clicked = null;
  network.on("click", ({ nodes, edges, pointer }) => {
    byId("tip").hidden = true;
    const node = network.getNodeAt(pointer.DOM);
    const edge = node === undefined ? network.getEdgeAt(pointer.DOM) : undefined;
    clearTimeout(clicked);
    if (node !== undefined) path.take(node) || view.choose({ node });
    else if (edge !== undefined) view.choose({ edge });
    else view.choose(null);
  });
  network.on("doubleClick", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    if (node === undefined) return;
    if (view.hiddenNeighbours(node)) view.expand(node);
    else view.collapse(node);
  });
  network.on("dragEnd", ({ nodes }) => {
    for (const id of nodes) view.places.set(id, network.getPosition(id));
  });
  network.on("hoverNode", ({ node, event }) => hover({ node }, event));
  network.on("hoverEdge", ({ edge, event }) => hover({ edge }, event));
  for (const left of ["blurNode", "blurEdge"]) network.on(left, () => hover(null));
  for (const moved of ["dragStart", "zoom"]) network.on(moved, () => { byId("tip").hidden = true; });
}

function hover(thing, event) {
  view.hover = thing;
  const tip = byId("tip"), stage = byId("stage");
  stage.style.cursor = thing ? "pointer" : "";
  tip.hidden = !thing;
  if (thing && event) {
    tip.replaceChildren(...tipText(thing));
    const x = event.clientX - stage.getBoundingClientRect().left, y = event.clientY - stage.getBoundingClientRect().top;
    tip.style.left = `${Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8)}px`;
    tip.style.top = `${y + 18 + tip.offsetHeight > stage.clientHeight ? y - tip.offsetHeight - 12 : y + 18}px`;
  }
  view.network.redraw();
}

function tipText(thing) {
  if (thing.node !== undefined) {
    const node = NODES[thing.node];
    return [make("strong", {}, nameText(nameOf(node))), make("span.quiet", {}, `${labelOf(CLASSES.get(node.class))} · ${word("degreeOf", node.degree)}`)];
  }
  const edge = EDGES[thing.edge];
  const quote = edge.statements.flatMap(s => s.evidence)[0];
  return [make("strong", {}, nameText(nameOf(NODES[edge.from])), " ", labelOf(RELATIONS.get(edge.relation)), " ", nameText(nameOf(NODES[edge.to]))),
    quote ? make("span.quiet.short", { dir: "auto" }, sentenceOf(quote)) : null].filter(Boolean);
}

function listenToTools() {
  const click = (id, action) => byId(id).addEventListener("click", action);
  click("back-button", view.back);
  click("reset-button", view.reset);
  click("theme-button", switchTheme);
  click("pathing-stop", path.stop);
  click("language-button", () => {
    language = language === "zh" ? "en" : "zh";
    speak();
    view.update();
    view.network.redraw();
    search.close();
  });
  click("zoom-in", () => zoom(1.35));
  click("zoom-out", () => zoom(1 / 1.35));
  click("zoom-all", () => view.fit());
  byId("notice").querySelector("button").addEventListener("click", () => {
    byId("notice").dataset.closed = "";
    byId("notice").hidden = true;
  });
  document.querySelector(".skip").addEventListener("click", event => { event.preventDefault(); table.show(); });
}

function zoom(factor) {
  view.network.moveTo({ scale: view.network.getScale() * factor, animation: stillness.matches ? false : { duration: 180, easingFunction: "easeOutQuad" } });
}

function listenToKeys() {
  document.addEventListener("keydown", event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (event.key === "Escape" && path.from !== null) {
      path.stop();
    } else if (event.key === "/") {
      event.preventDefault();
      byId("search").focus();
      byId("search").select();
    } else if (event.key === "Escape") {
      if (view.selection) view.choose(null);
      else table.close();
    } else if (event.key === "Backspace") {
      view.back();
    }
  });
  byId("stage").addEventListener("keydown", event => {
    const pan = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
    if (pan) {
      event.preventDefault();
      const { x, y } = view.network.getViewPosition(), scale = view.network.getScale();
      view.network.moveTo({ position: { x: x + pan[0] / scale, y: y + pan[1] / scale } });
    } else if (event.key === "+" || event.key === "=") {
      zoom(1.35);
    } else if (event.key === "-") {
      zoom(1 / 1.35);
    } else if (event.key === "0") {
      view.fit();
    }
  });
}

openPage();

// For tests, and for whoever opens the console.
window.explorer = { view, labels, search, time, path, subgraph, nodes: NODES, edges: EDGES, pointOn };
