// The shapes of the classes, drawn on the canvas for nodes and as SVG for legend and panel: one geometry for both.

const SHAPES = ABOUT.shapes;                                // the corners of each; a circle has none

function traceShape(ctx, shape, x, y, r) {
  const points = SHAPES[shape];
  ctx.beginPath();
  if (!points.length) {
    ctx.arc(x, y, r, 0, 2 * Math.PI);
  } else {
    points.forEach(([px, py], i) => (i ? ctx.lineTo(x + px * r, y + py * r) : ctx.moveTo(x + px * r, y + py * r)));
    ctx.closePath();
  }
}

function shapeIcon(className) {
  const { shape } = CLASSES.get(className);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const points = SHAPES[shape];
  const form = document.createElementNS("http://www.w3.org/2000/svg", points.length ? "polygon" : "circle");
  if (points.length) form.setAttribute("points", points.map(([x, y]) => `${(x * 10).toFixed(1)},${(y * 10).toFixed(1)}`).join(" "));
  else form.setAttribute("r", "10");
  form.setAttribute("fill", colours.classes.get(className));
  svg.setAttribute("viewBox", "-14 -14 28 28");
  svg.setAttribute("class", "shape");
  svg.setAttribute("aria-hidden", "true");
  svg.append(form);
  return svg;
}

// vis-network calls this for each node and draws what it returns.
function renderNode({ ctx, id, x, y, state: { hover } }) {
  const node = NODES[id];
  const faint = view.isFaint(id);
  const chosen = view.selection && view.selection.node === id;
  const r = node.size * view.grown;
  return {
    drawNode() {
      ctx.globalAlpha = faint ? 0.16 : 1;
      ctx.lineJoin = "round";
      if (chosen || hover) {
        traceShape(ctx, CLASSES.get(node.class).shape, x, y, r + (chosen ? 6 : 4));
        ctx.fillStyle = colours.ground;
        ctx.fill();
        ctx.lineWidth = chosen ? 2.5 : 1.5;
        ctx.strokeStyle = colours.ink;
        ctx.stroke();
      }
      traceShape(ctx, CLASSES.get(node.class).shape, x, y, r);
      ctx.lineWidth = 3;
      ctx.strokeStyle = colours.ground;
      ctx.stroke();
      ctx.fillStyle = colours.classes.get(node.class);
      ctx.fill();
      if (view.pinned.has(id)) drawPin(ctx, x - r * 0.8, y - r * 0.8, Math.max(4.5 * view.grown, r * 0.26));
      if (view.hiddenNeighbours(id)) drawPlus(ctx, x + r * 0.8, y - r * 0.8, Math.max(5 * view.grown, r * 0.28));
      ctx.globalAlpha = 1;
    },
    nodeDimensions: { width: 2 * r, height: 2 * r },
  };
}

function drawPin(ctx, x, y, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = colours.ink;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = colours.ground;
  ctx.stroke();
}

function drawPlus(ctx, x, y, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = colours.ground;
  ctx.fill();
  ctx.lineWidth = 1.1;
  ctx.strokeStyle = colours.ink;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x - r * 0.5, y);
  ctx.lineTo(x + r * 0.5, y);
  ctx.moveTo(x, y - r * 0.5);
  ctx.lineTo(x, y + r * 0.5);
  ctx.stroke();
}
