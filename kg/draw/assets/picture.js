// The visible part of the graph as a PNG, with its title and the classes in it.

const picture = {};

picture.save = () => {
  const drawn = byId("stage").querySelector("canvas");
  const ratio = drawn.width / drawn.clientWidth;
  const canvas = document.createElement("canvas");
  canvas.width = drawn.width;
  canvas.height = drawn.height + Math.round(84 * ratio);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = colours.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(drawn, 0, Math.round(44 * ratio));
  ctx.scale(ratio, ratio);
  ctx.textBaseline = "middle";
  ctx.fillStyle = colours.ink;
  ctx.font = `600 17px ${colours.font}`;
  ctx.fillText(DATA.heading, 20, 26);
  picture.legend(ctx, 20, 44 + drawn.clientHeight + 20);
  canvas.toBlob(blob => save.blob(blob, "png"), "image/png");
};

picture.legend = (ctx, left, y) => {
  const present = new Set(view.nodeSet.getIds().map(id => NODES[id].class));
  let x = left;
  ctx.font = `13px ${colours.font}`;
  for (const c of ABOUT.classes.filter(c => present.has(c.name))) {
    traceShape(ctx, c.shape, x + 7, y, 6);
    ctx.fillStyle = colours.classes.get(c.name);
    ctx.fill();
    ctx.fillStyle = colours.ink;
    ctx.fillText(labelOf(c), x + 20, y + 1);
    x += 40 + ctx.measureText(labelOf(c)).width;
  }
};
