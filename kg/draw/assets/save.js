// The menu of what can be taken away: the picture, and the graph in view for other programs.

const save = {
  kinds: {
    picture: picture.save,
    turtle: () => save.text(subgraph.turtle(), "ttl", "text/turtle"),
    graphml: () => save.text(subgraph.graphml(), "graphml", "application/xml"),
  },
};

save.open = () => {
  byId("save-button").addEventListener("click", () => save.show(byId("save").hidden));
  for (const kind of Object.keys(save.kinds)) byId(`save-${kind}`).addEventListener("click", () => { save.show(false); save.kinds[kind](); });
  document.addEventListener("pointerdown", event => { if (!event.target.closest("#save, #save-button")) save.show(false); });
  byId("save").addEventListener("keydown", event => {
    const items = [...byId("save").children], at = items.indexOf(document.activeElement);
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) { event.preventDefault(); items[(at + move + items.length) % items.length].focus(); }
    if (event.key === "Escape") { event.stopPropagation(); save.show(false); byId("save-button").focus(); }
  });
};

save.show = open => {
  byId("save").hidden = !open;
  byId("save-button").setAttribute("aria-expanded", String(open));
  if (open) byId("save").firstElementChild.focus();
};

save.text = (text, ending, type) => save.blob(new Blob([text], { type: `${type};charset=utf-8` }), ending);

save.blob = (blob, ending) => {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: `${fileName(DATA.heading)}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
};

function fileName(text) {
  return text.replace(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, 60) || "graph";
}
