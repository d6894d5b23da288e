// What is in view: which nodes and edges, where, what is chosen and what is filtered out; and the way back.

const view = {
  shown: new Set(FIRST_VIEW),         // nodes that were put into the view; filters hide some of them
  places: new Map(),
  off: { classes: new Set(), relations: new Set(), modalities: new Set() },
  when: null,                         // { from, to }: months between which relations were reported; null is all of the time
  pinned: new Set(),                  // nodes that stay, whatever is filtered, collapsed or reset
  selection: null,                    // { node }, { edge }, or { path: edges, ends }
  lit: null,                          // nodes that stay bright while something is chosen
  hover: null,                        // { node } or { edge }
  past: [],
  listeners: [],                      // called after any change of what is in view or chosen
  network: null,
  nodeSet: null,
  edgeSet: null,
  hiddenCount: new Map(),
  opacity: 1,                         // of an edge that nobody chose: many together would be a thicket
  grown: 1,                           // how much larger nodes are drawn, so that they can be seen from afar
};

const grownAt = scale => Math.min(Math.max(0.62 / scale, 1), 1.9);

const CHANGES_KEPT = 60;
const EXPANDED_AT_ONCE = 24;
const NAMES_ABOVE = 40, NAMES_BELOW = 64;       // pixels that names need around the nodes

// --- which nodes and edges can be seen

view.edgePasses = edge => !view.off.relations.has(edge.relation) && !view.off.modalities.has(edge.dashes ? "plan" : "fact") && time.passes(edge);

view.classPasses = id => !view.off.classes.has(NODES[id].class) || view.pinned.has(id);

view.visibleEdges = () => EDGES.filter(edge => view.shown.has(edge.from) && view.shown.has(edge.to)
  && view.classPasses(edge.from) && view.classPasses(edge.to) && view.edgePasses(edge));

// A node goes with its class; and one whose relations have all been filtered out goes with them.
view.visibleNodes = edges => {
  const linked = new Set(edges.flatMap(edge => [edge.from, edge.to]));
  const filtered = view.off.relations.size || view.off.modalities.size || view.when;
  const keeps = id => !filtered || linked.has(id) || view.pinned.has(id) || !EDGES_OF[id].some(edge => view.shown.has(otherEnd(edge, id)));
  return [...view.shown].filter(id => view.classPasses(id) && keeps(id));
};

view.hiddenNeighbours = id => view.hiddenCount.get(id) || 0;

view.isFaint = id => view.lit !== null && !view.lit.has(id);

view.isVisible = id => view.nodeSet.get(id) !== null;

// --- drawing

view.open = stage => {
  view.nodeSet = new vis.DataSet();
  view.edgeSet = new vis.DataSet();
  const options = { ...JSON.parse(DATA.options), nodes: { shape: "custom", ctxRenderer: renderNode } };
  view.network = new vis.Network(stage, { nodes: view.nodeSet, edges: view.edgeSet }, options);
  themeListeners.push(view.paint);
  view.places = view.firstPlaces();
};

// The places that were laid out beforehand are for a wide stage; on a high one they are turned.
view.firstPlaces = () => {
  const stage = byId("stage");
  const spread = axis => Math.max(...FIRST_VIEW.map(id => NODES[id][axis])) - Math.min(...FIRST_VIEW.map(id => NODES[id][axis]));
  const turned = stage.clientHeight > 1.2 * stage.clientWidth && spread("x") > spread("y");
  const [wide, high] = turned ? [spread("y") * 1.25, spread("x")] : [spread("x"), spread("y")];
  const free = view.free();
  const lack = (free.width / free.height) / (Math.max(wide, 1) / Math.max(high, 1));     // over 1: the stage is wider than the layout
  const stretch = { x: Math.min(Math.max(lack, 1), 1.3), y: Math.min(Math.max(1 / lack, 1), 1.3) };
  return new Map(FIRST_VIEW.map(id => {
    const [x, y] = turned ? [-NODES[id].y * 1.25, NODES[id].x] : [NODES[id].x, NODES[id].y];
    return [id, { x: Math.round(x * stretch.x), y: Math.round(y * stretch.y) }];
  }));
};

// Bring the drawing up to the state; listeners bring up the rest of the page.
view.update = () => {
  const edges = view.visibleEdges();
  const nodes = view.visibleNodes(edges);
  const inView = new Set(nodes);
  view.lit = view.litNodes();
  view.opacity = edges.length > 300 ? 0.65 : 1;
  view.hiddenCount = new Map(nodes.map(id => [id, neighboursOf(id).filter(other => !view.shown.has(other)).length]));
  const drawn = edges.filter(edge => inView.has(edge.from) && inView.has(edge.to));
  keepOnly(view.edgeSet, new Set(drawn.map(edge => edge.id)));        // edges go before their ends, and come after them
  keepOnly(view.nodeSet, inView);
  view.nodeSet.update(nodes.map(id => ({ id, ...view.places.get(id), size: NODES[id].size })));
  view.edgeSet.update(drawn.map(drawnEdge));
  for (const listener of view.listeners) listener();
};

view.paint = () => {
  if (!view.edgeSet) return;
  view.lit = view.litNodes();
  view.edgeSet.update(view.edgeSet.getIds().map(id => drawnEdge(EDGES[id])));
  view.network.redraw();
};

function keepOnly(set, wanted) {
  set.remove(set.getIds().filter(id => !wanted.has(id)));
}

function drawnEdge(edge) {
  const bend = BEND.get(edge.id);
  const chosen = view.selection && (view.selection.edge === edge.id || (view.selection.path && view.selection.path.includes(edge.id)));
  const touched = chosen || (view.selection && [edge.from, edge.to].includes(view.selection.node));
  const faint = view.lit !== null && !touched;
  const colour = touched ? colours.strong : colours.line;
  return {
    id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes ? [6, 5] : false, width: chosen ? 3 : touched ? 1.8 : 1.2,
    color: { color: colour, highlight: colours.strong, hover: colours.strong, opacity: faint ? 0.14 : touched ? 1 : view.opacity },
    arrows: RELATIONS.get(edge.relation).symmetric ? "" : { to: { enabled: true, scaleFactor: 0.5 } },
    smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false,
  };
}

view.litNodes = () => {
  if (!view.selection) return null;
  if (view.selection.edge !== undefined) {
    const edge = EDGES[view.selection.edge];
    return new Set([edge.from, edge.to]);
  }
  if (view.selection.path) return new Set(path.nodes(view.selection.ends[0], view.selection.path));
  if (view.selection.ends) return new Set(view.selection.ends);
  const id = view.selection.node;
  return new Set([id, ...EDGES_OF[id].filter(view.edgePasses).map(edge => otherEnd(edge, id))]);
};

// --- what the reader does

view.remember = () => {
  view.past.push({
    shown: new Set(view.shown), places: new Map(view.places), pinned: new Set(view.pinned), selection: view.selection, when: view.when,
    off: { classes: new Set(view.off.classes), relations: new Set(view.off.relations), modalities: new Set(view.off.modalities) },
    camera: { position: view.network.getViewPosition(), scale: view.network.getScale() },
  });
  if (view.past.length > CHANGES_KEPT) view.past.shift();
};

view.back = () => {
  const past = view.past.pop();
  if (!past) return;
  const { shown, places, pinned, selection, when, off } = past;
  Object.assign(view, { shown, places, pinned, selection, when, off });
  view.update();
  view.network.moveTo({ ...past.camera, animation: motion() });
};

view.reset = () => {
  view.remember();
  const pinned = [...view.pinned].map(id => [id, view.places.get(id)]);
  view.shown = new Set([...FIRST_VIEW, ...view.pinned]);
  view.places = new Map([...view.firstPlaces(), ...pinned]);
  view.selection = null;
  view.when = null;
  view.off = { classes: new Set(), relations: new Set(), modalities: new Set() };
  view.update();
  view.fit();
};

view.choose = (selection, remember = true) => {
  if (same(view.selection, selection)) return;
  if (remember) view.remember();
  view.selection = selection;
  view.network.unselectAll();
  view.paint();
  for (const listener of view.listeners) listener();
};

function same(a, b) {
  return a === b || (a !== null && b !== null && a.node === b.node && a.edge === b.edge && a.path === b.path && a.ends === b.ends);
}

// Show a node, with its best connected neighbours if it comes from outside the view, choose it and go to it.
view.focus = id => {
  view.remember();
  view.off.classes.delete(NODES[id].class);
  if (!view.shown.has(id)) {
    view.add([id], nearestShown(id));
    view.add(bestHidden(id, 12), id);
  }
  view.selection = { node: id };
  view.update();
  view.goTo(id);
};

view.focusEdge = edge => {
  view.remember();
  for (const end of [edge.from, edge.to]) {
    view.off.classes.delete(NODES[end].class);
    if (!view.shown.has(end)) view.add([end], otherEnd(edge, end));
  }
  view.off.relations.delete(edge.relation);
  view.off.modalities.delete(edge.dashes ? "plan" : "fact");
  view.selection = { edge: edge.id };
  view.update();
  view.frame([edge.from, edge.to], 0.3, Math.max(view.network.getScale(), 1));
};

// Show the way between two nodes with all that lies on it; without one, say so in the panel.
view.showPath = (from, to, edges) => {
  view.remember();
  const nodes = edges ? path.nodes(from, edges) : [from, to];
  nodes.forEach((id, i) => { if (!view.shown.has(id)) view.add([id], i ? nodes[i - 1] : nearestShown(id)); });
  view.selection = { path: edges, ends: [from, to] };
  view.update();
  view.frame(nodes, 0.12, 1.1);
};

view.pin = id => {
  view.remember();
  if (!view.pinned.delete(id)) view.pinned.add(id);
  view.update();
};

view.expand = id => {
  view.remember();
  view.add(bestHidden(id, EXPANDED_AT_ONCE), id);
  view.update();
};

// Take out the neighbours that are linked to nothing else in view.
view.collapse = id => {
  const leaves = view.leaves(id);
  if (!leaves.length) return;
  view.remember();
  for (const leaf of leaves) view.shown.delete(leaf);
  view.update();
};

view.leaves = id => neighboursOf(id).filter(other => view.shown.has(other)
  && !view.pinned.has(other) && neighboursOf(other).every(further => further === id || !view.shown.has(further)));

view.only = id => {
  view.remember();
  view.add(bestHidden(id, EXPANDED_AT_ONCE), id);
  const kept = new Set([id, ...neighboursOf(id), ...view.pinned]);
  view.shown = new Set([...view.shown].filter(other => kept.has(other)));
  view.selection = { node: id };
  view.update();
  view.fit();
};

view.remove = id => {
  view.remember();
  view.shown.delete(id);
  view.pinned.delete(id);
  view.selection = null;
  view.update();
};

function bestHidden(id, count) {
  return neighboursOf(id).filter(other => !view.shown.has(other))
    .sort((a, b) => NODES[b].degree - NODES[a].degree || a - b).slice(0, count);
}

function nearestShown(id) {
  return neighboursOf(id).filter(other => view.shown.has(other)).sort((a, b) => NODES[b].degree - NODES[a].degree || a - b)[0];
}

// --- places for nodes that come into view: around the node they belong to, where nothing lies yet

view.add = (ids, around) => {
  const taken = [...view.shown].map(boxOf);
  for (const id of ids) {
    if (!view.places.has(id)) view.places.set(id, freePlace(id, around, taken));
    view.shown.add(id);
    taken.push(boxOf(id));
  }
};

function boxOf(id) {
  const { x, y } = view.places.get(id);
  return boxAt(id, x, y);
}

function boxAt(id, x, y) {
  const { size, label } = NODES[id];
  const lines = label.split("\n");
  const half = Math.max(size, Math.max(...lines.map(textWidth)) * 6.5) + 8;
  return { left: x - half, right: x + half, top: y - size - 8, bottom: y + size + lines.length * 16 + 10 };
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function freePlace(id, around, taken) {
  const centre = around === undefined ? view.network.getViewPosition() : view.places.get(around);
  const start = around === undefined ? 0 : outward(centre);
  for (let distance = around === undefined ? 0 : 110; ; distance += 45) {
    const tries = distance ? Math.max(8, Math.round(distance / 14)) : 1;
    for (let i = 0; i < tries; i++) {
      const turn = start + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * 2 * Math.PI / tries;
      const x = Math.round(centre.x + Math.cos(turn) * distance * 1.25);
      const y = Math.round(centre.y + Math.sin(turn) * distance);
      const box = boxAt(id, x, y);
      if (distance > 1500 || !taken.some(other => overlaps(box, other))) return { x, y };
    }
  }
}

// The direction away from the middle of what is shown: there is most room.
function outward({ x, y }) {
  const places = [...view.shown].map(id => view.places.get(id));
  if (places.length < 2) return 0;
  const middle = axis => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  return Math.atan2(y - middle("y"), x - middle("x"));
}

// --- the camera: the part of the stage that no card covers

function motion() {
  return stillness.matches ? false : { duration: 420, easingFunction: "easeInOutQuad" };
}

view.free = () => {
  const stage = byId("stage").getBoundingClientRect();
  const free = { left: 0, right: stage.width, top: 0, bottom: stage.height };
  const narrow = stage.width < 720;
  const covers = element => !element.hidden && getComputedStyle(element).display !== "none" && element.getBoundingClientRect();
  const legend = covers(byId("legend")), panel = covers(byId("panel"));
  const notice = covers(byId("time")) || covers(byId("notice"));
  if (legend && !narrow) free.left = legend.right - stage.left;
  if (notice) free.bottom = notice.top - stage.top;
  if (panel) {
    if (narrow) free.bottom = panel.top - stage.top;
    else free.right = panel.left - stage.left;
  }
  return { ...free, width: free.right - free.left, height: free.bottom - free.top, stage };
};

view.fit = (animation = motion()) => {
  const ids = view.nodeSet.getIds();
  if (!ids.length) return;
  view.frame(ids, 0, 1.25, animation);
};

// Bring nodes with their names into the free part of the stage, no nearer than `nearest`; if they don't fit, as near as `farthest`.
view.frame = (ids, farthest, nearest, animation = motion()) => {
  const places = ids.map(id => view.places.get(id));
  const xs = places.map(place => place.x), ys = places.map(place => place.y);
  const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
  const free = view.free();
  const side = Math.min(80, free.width * 0.13);
  const fitting = Math.min((free.width - 2 * side) / Math.max(right - left, 1), (free.height - NAMES_ABOVE - NAMES_BELOW) / Math.max(bottom - top, 1), nearest);
  const scale = Math.max(fitting, farthest);
  const middle = fitting < farthest ? places[0] : { x: (left + right) / 2, y: (top + bottom) / 2 + (NAMES_BELOW - NAMES_ABOVE) / 2 / scale };
  view.moveTo(middle.x, middle.y, scale, animation);
};

view.moveTo = (x, y, scale, animation = motion()) => {
  const free = view.free();
  view.network.moveTo({
    position: { x, y }, scale,
    offset: { x: (free.left + free.right - free.stage.width) / 2, y: (free.top + free.bottom - free.stage.height) / 2 }, animation,
  });
};

view.goTo = id => {
  const near = neighboursOf(id).filter(view.isVisible);
  view.frame([id, ...near], 0.62, 1.1);
};
