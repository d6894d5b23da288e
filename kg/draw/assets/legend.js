// The legend: what a shape, a colour and a line stand for, how many there are, and a switch to hide them.

const legend = {};

legend.open = () => {
  byId("legend-button").addEventListener("click", () => legend.show(byId("legend").hidden));
  legend.show(!matchMedia("(max-width: 719px)").matches);
};

legend.show = open => {
  byId("legend").hidden = !open;
  byId("legend-button").setAttribute("aria-expanded", String(open));
  document.body.classList.toggle("with-legend", open);
};

legend.update = () => {
  const nodes = [...view.shown].map(id => NODES[id]), edges = EDGES.filter(edge => view.shown.has(edge.from) && view.shown.has(edge.to));
  const counted = (shown, all, kindOf) => {
    const shownOf = tally(shown, kindOf), allOf = tally(all, kindOf);
    return name => [shownOf.get(name) || 0, allOf.get(name) || 0];
  };
  const classes = counted(nodes, NODES, node => node.class), relations = counted(edges, EDGES, edge => edge.relation);
  const modalities = counted(edges, EDGES, edge => (edge.dashes ? "plan" : "fact"));
  keepFocus(() => {
    byId("classes").replaceChildren(...ABOUT.classes
      .map(c => legend.row("classes", c.name, shapeIcon(c.name), labelOf(c), ...classes(c.name))));
    byId("relations").replaceChildren(...ABOUT.relations
      .map(r => legend.row("relations", r.name, null, labelOf(r), ...relations(r.name))));
    byId("modalities").replaceChildren(...["fact", "plan"].filter(kind => modalities(kind)[1])
      .map(kind => legend.row("modalities", kind, make(`span.line.${kind}`), word(kind), ...modalities(kind))));
  });
};

function tally(things, kindOf) {
  const count = new Map();
  for (const thing of things) count.set(kindOf(thing), (count.get(kindOf(thing)) || 0) + 1);
  return count;
}

legend.row = (group, name, sign, label, count, all) => {
  const on = !view.off[group].has(name);
  return make("button.filter", {
    type: "button", "aria-pressed": String(on), "data-filter": `${group} ${name}`,
    onclick: () => { view.remember(); legend.toggle(group, name); },
  }, sign, make("span.label", {}, label), make("span.count", {}, count === all ? number(all) : `${number(count)}/${number(all)}`));
};

legend.toggle = (group, name) => {
  if (!view.off[group].delete(name)) view.off[group].add(name);
  if (view.selection && !selectionPasses()) view.selection = null;
  view.update();
};

function selectionPasses() {
  if (view.selection.node !== undefined) return view.classPasses(view.selection.node);
  if (view.selection.ends) return true;
  const edge = EDGES[view.selection.edge];
  return view.edgePasses(edge) && view.classPasses(edge.from) && view.classPasses(edge.to);
}

// The rows are made anew; the keyboard stays on the one it was on.
function keepFocus(change) {
  const held = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.filter : undefined;
  change();
  if (held) [...document.querySelectorAll("[data-filter]")].find(row => row.dataset.filter === held)?.focus();
}
