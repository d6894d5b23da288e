// Labels: of constant size on the screen, the most important first, and none over another.
// At a distance the well-connected are named; the nearer one comes, the more names there is room for.

const FONT_SIZE = 13, EDGE_FONT_SIZE = 11, LINE_HEIGHT = 1.22;
const measured = new Map();

// Width of a text in em, near enough for finding a place before it is drawn.
function textWidth(text) {
  let width = 0;
  for (const c of text) width += c.codePointAt(0) > 0x2e7f ? 1 : 0.56;
  return width;
}

function measure(ctx, text, font) {
  const key = font + text;
  if (!measured.has(key)) {
    ctx.font = font;
    measured.set(key, ctx.measureText(text).width);
  }
  return measured.get(key);
}

// Boxes on the screen, found again by the cells they touch.
class Occupied {
  constructor(cell = 64) {
    this.cell = cell;
    this.cells = new Map();
  }

  * keys(box) {
    for (let x = Math.floor(box.left / this.cell); x <= Math.floor(box.right / this.cell); x++) {
      for (let y = Math.floor(box.top / this.cell); y <= Math.floor(box.bottom / this.cell); y++) yield x * 65536 + y;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  hits(box, own) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) if (other.owner !== own && overlaps(box, other)) return true;
    }
    return false;
  }
}

const labels = { drawn: { nodes: new Set(), edges: new Set() }, order: [] };

labels.rank = () => {
  labels.order = view.nodeSet.getIds().sort((a, b) => NODES[b].degree - NODES[a].degree || a - b);
};

labels.draw = ctx => {
  const scale = view.network.getScale();
  const zoom = Math.min(Math.max(scale, 0.92), 1.5);
  const toScreen = ({ x, y }) => ({ x: x * scale, y: y * scale });
  const occupied = new Occupied();
  const places = view.network.getPositions(labels.order);
  for (const id of labels.order) {
    const { x, y } = toScreen(places[id]), r = NODES[id].size * scale * 0.9;
    occupied.add({ left: x - r, right: x + r, top: y - r, bottom: y + r, owner: id });
  }
  labels.drawn = { nodes: new Set(), edges: new Set() };
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  const near = view.lit || new Set();
  const first = [...focusedNodes(), ...labels.order.filter(id => near.has(id)), ...labels.order];
  for (const id of new Set(first)) if (places[id]) drawNodeLabel(ctx, id, toScreen(places[id]), scale, zoom, occupied);
  drawEdgeLabels(ctx, toScreen, scale, zoom, occupied);
  ctx.restore();
};

function focusedNodes() {
  return [view.selection, view.hover].flatMap(thing => (thing && thing.node !== undefined ? [thing.node] : []));
}

function drawNodeLabel(ctx, id, { x, y }, scale, zoom, occupied) {
  const node = NODES[id];
  const forced = focusedNodes().includes(id);
  if (view.isFaint(id) && !forced) return;
  const weight = forced || node.size > 18 ? 600 : 400;
  const size = FONT_SIZE * zoom * (node.size > 22 ? 1.1 : 1);
  const font = `${weight} ${size}px ${colours.font}`;
  const lines = node.label.split("\n");
  const width = Math.max(...lines.map(line => measure(ctx, line, font))), height = lines.length * size * LINE_HEIGHT;
  const r = node.size * scale + (forced ? 6 : 0) + 3;
  const tries = [[0, r + height / 2], [r + width / 2 + 2, 0], [-r - width / 2 - 2, 0], [0, -r - height / 2]];
  for (const [dx, dy] of forced ? tries.slice(0, 1) : tries) {
    const box = { left: x + dx - width / 2 - 2, right: x + dx + width / 2 + 2, top: y + dy - height / 2, bottom: y + dy + height / 2, owner: id };
    if (!forced && occupied.hits(box, id)) continue;
    occupied.add({ ...box, owner: null });
    labels.drawn.nodes.add(id);
    ctx.font = font;
    lines.forEach((line, i) => drawText(ctx, line, x + dx, y + dy - height / 2 + (i + 0.5) * size * LINE_HEIGHT, colours.ink, 4));
    return;
  }
}

function drawText(ctx, text, x, y, colour, halo) {
  ctx.lineWidth = halo;
  ctx.strokeStyle = colours.halo;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

function drawEdgeLabels(ctx, toScreen, scale, zoom, occupied) {
  const size = EDGE_FONT_SIZE * zoom;
  const chosen = [view.selection, view.hover].flatMap(thing => (thing && thing.edge !== undefined ? [thing.edge] : []));
  const lit = edge => view.selection && (view.selection.node === edge.from || view.selection.node === edge.to);
  const edges = view.edgeSet.getIds().map(id => EDGES[id]).filter(edge => view.lit === null || lit(edge) || chosen.includes(edge.id));
  edges.sort((a, b) => chosen.includes(b.id) - chosen.includes(a.id) || a.id - b.id);
  for (const edge of edges) {
    const forced = chosen.includes(edge.id);
    const font = `${forced ? 600 : 400} ${size}px ${colours.font}`;
    const text = labelOf(RELATIONS.get(edge.relation));
    const a = toScreen(view.network.getPosition(edge.from)), b = toScreen(view.network.getPosition(edge.to));
    const room = Math.hypot(a.x - b.x, a.y - b.y) - (NODES[edge.from].size + NODES[edge.to].size) * scale;
    if (!forced && room < size * 3.2) continue;
    const width = measure(ctx, text, font) + 4;
    for (const at of [0.5, 0.42, 0.58, 0.35, 0.65]) {
      const { x, y } = toScreen(pointOn(edge, at));
      const box = { left: x - width / 2, right: x + width / 2, top: y - size * 0.6, bottom: y + size * 0.6, owner: null };
      if (!forced && occupied.hits(box, undefined)) continue;
      occupied.add(box);
      labels.drawn.edges.add(edge.id);
      ctx.font = font;
      drawText(ctx, text, x, y, forced || lit(edge) ? colours.ink : colours.quiet, 4);
      break;
    }
  }
}

// A point on a drawn edge, in the graph's coordinates.
function pointOn(edge, at) {
  const drawn = view.network.body.edges[edge.id];
  if (drawn && drawn.edgeType && drawn.edgeType.getPoint) return drawn.edgeType.getPoint(at);
  const a = view.network.getPosition(edge.from), b = view.network.getPosition(edge.to);
  return { x: a.x + (b.x - a.x) * at, y: a.y + (b.y - a.y) * at };
}
