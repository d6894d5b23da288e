// Labels: of constant size on the screen, the most important first, and none over another.
// At a distance the well-connected are named; the nearer one comes, the more names there is room for.

const FONT_SIZE = 13, EDGE_FONT_SIZE = 11, LINE_HEIGHT = 1.22;
const HUBS = 12;                    // nodes whose name is wanted most
const EDGE_NAMES_FROM = 0.6;        // zoom from which edges are named that nobody chose,
const EDGES_NAMED_FROM_AFAR = 160;  // if there are more than these
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
      for (const other of this.cells.get(key) || []) if (other.owner !== own && !(box.text && other.small) && overlaps(box, other)) return true;
    }
    return false;
  }
}

// `drawn` and `boxes` tell what the last drawing named, and where.
const labels = { drawn: { nodes: new Set(), edges: new Set() }, boxes: [], order: [], hubs: new Set() };

// Radius of a node on the screen; a chosen one has a ring around it.
labels.radius = (id, scale) => (NODES[id].size * view.grown + (view.selection && view.selection.node === id ? 6 : 0)) * scale * 0.95;

labels.rank = () => {
  labels.order = view.nodeSet.getIds().sort((a, b) => NODES[b].degree - NODES[a].degree || a - b);
  labels.hubs = new Set(labels.order.slice(0, HUBS));
};

labels.draw = ctx => {
  const scale = view.network.getScale();
  const zoom = Math.min(Math.max(scale, 0.92), 1.5);
  const toScreen = ({ x, y }) => ({ x: x * scale, y: y * scale });
  const occupied = new Occupied();
  const places = view.network.getPositions();
  const order = labels.order.filter(id => places[id]);        // a drawing may come between two changes
  for (const id of order) {
    const { x, y } = toScreen(places[id]), r = labels.radius(id, scale);
    occupied.add({ left: x - r, right: x + r, top: y - r, bottom: y + r, owner: id, small: NODES[id].size < 18 });
  }
  const origin = view.network.canvasToDOM({ x: 0, y: 0 }), free = view.free();
  labels.window = { left: free.left - origin.x, right: free.right - origin.x, top: free.top - origin.y, bottom: free.bottom - origin.y };
  labels.drawn = { nodes: new Set(), edges: new Set() };
  labels.boxes = [];
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  view.grown = grownAt(scale);
  const near = view.lit || new Set();
  const first = [...focusedNodes().filter(id => places[id]), ...order.filter(id => near.has(id)), ...order];
  for (const id of new Set(first)) drawNodeLabel(ctx, id, toScreen(places[id]), scale, zoom, occupied);
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
  const important = forced || labels.hubs.has(id);
  const weight = forced || node.size > 18 ? 600 : 400;
  const size = FONT_SIZE * zoom * (node.size > 22 ? 1.1 : 1);
  const font = `${weight} ${size}px ${colours.font}`;
  const lines = node.label.split("\n");
  const width = Math.max(...lines.map(line => measure(ctx, line, font))), height = lines.length * size * LINE_HEIGHT;
  const r = labels.radius(id, scale) + 2, below = r + height / 2, beside = r + width / 2 + 2;
  const tries = [[0, below], [beside, 0], [-beside, 0], [0, -below], [beside * 0.8, below * 0.8], [-beside * 0.8, below * 0.8],
    [beside * 0.8, -below * 0.8], [-beside * 0.8, -below * 0.8]];
  const boxes = tries.map(([dx, dy]) => ({
    left: x + dx - width / 2 - 2, right: x + dx + width / 2 + 2, top: y + dy - height / 2, bottom: y + dy + height / 2, dx, dy,
  }));
  // The name of a hub may cover small nodes, but no other name.
  // No name that the edge of the stage or a card would cut, as long as its node can be seen.
  const whole = isWithin({ left: x, right: x, top: y, bottom: y }) ? boxes.filter(isWithin) : boxes;
  const box = whole.find(b => !occupied.hits(b, id))
    || (important && whole.find(b => !occupied.hits({ ...b, text: true }, id))) || (forced && boxes[0]);
  if (!box) return;
  occupied.add({ ...box, owner: null, text: true });
  labels.drawn.nodes.add(id);
  labels.boxes.push({ ...box, text: node.label });
  ctx.font = font;
  ctx.textAlign = box.dx > 0 ? "left" : box.dx < 0 ? "right" : "center";
  const at = box.dx > 0 ? box.left + 2 : box.dx < 0 ? box.right - 2 : x;
  lines.forEach((line, i) => drawText(ctx, line, at, box.top + (i + 0.5) * size * LINE_HEIGHT, colours.ink, 4));
}

function isWithin(box) {
  const { left, right, top, bottom } = labels.window;
  return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
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
  const from = edges.length > EDGES_NAMED_FROM_AFAR ? EDGE_NAMES_FROM : 0.3;
  edges.sort((a, b) => chosen.includes(b.id) - chosen.includes(a.id) || a.id - b.id);
  for (const edge of edges) {
    const forced = chosen.includes(edge.id);
    const font = `${forced ? 600 : 400} ${size}px ${colours.font}`;
    const text = labelOf(RELATIONS.get(edge.relation));
    const a = toScreen(view.network.getPosition(edge.from)), b = toScreen(view.network.getPosition(edge.to));
    const room = Math.hypot(a.x - b.x, a.y - b.y) - labels.radius(edge.from, scale) - labels.radius(edge.to, scale);
    if (!forced && (room < size * 3.2 || (scale < from && !lit(edge)))) continue;
    const width = measure(ctx, text, font) + 4;
    for (const at of [0.5, 0.42, 0.58, 0.35, 0.65]) {
      const { x, y } = toScreen(pointOn(edge, at));
      const box = { left: x - width / 2, right: x + width / 2, top: y - size * 0.6, bottom: y + size * 0.6, owner: null };
      if (!forced && occupied.hits(box, undefined)) continue;
      occupied.add(box);
      labels.drawn.edges.add(edge.id);
      labels.boxes.push({ ...box, text });
      ctx.font = font;
      ctx.textAlign = "center";
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
