// The shortest way between two nodes, over all relations of the page that the filters let pass, whatever their direction.

const path = { from: null };        // the node that a way is wanted from, while the other end is being chosen

path.start = id => {
  path.from = id;
  byId("pathing").hidden = false;
  byId("pathing").querySelector("p").textContent = word("pathTo", nameOf(NODES[id]));
  byId("search").value = "";
  byId("search").focus();
};

path.stop = () => {
  path.from = null;
  byId("pathing").hidden = true;
};

// Take a node as the other end; whether one was wanted.
path.take = id => {
  if (path.from === null) return false;
  const from = path.from;
  path.stop();
  if (id !== from) view.showPath(from, id, path.find(from, id));
  return true;
};

// Fewest relations; among ways of the same length the one through nodes that are linked to least, which say most.
path.find = (from, to) => {
  const reached = new Map([[from, { cost: 0, edge: null, before: null }]]);
  let layer = [from];
  while (layer.length && !reached.has(to)) {
    const next = new Map();
    for (const id of layer) {
      for (const edge of EDGES_OF[id]) {
        const other = otherEnd(edge, id);
        if (reached.has(other) || !view.edgePasses(edge) || !(view.classPasses(other) || other === to)) continue;
        const cost = reached.get(id).cost + (other === to ? 0 : NODES[other].degree);
        if (!next.has(other) || cost < next.get(other).cost) next.set(other, { cost, edge, before: id });
      }
    }
    for (const [id, step] of next) reached.set(id, step);
    layer = [...next.keys()];
  }
  if (!reached.has(to)) return null;
  const edges = [];
  for (let id = to; id !== from; id = reached.get(id).before) edges.unshift(reached.get(id).edge);
  return edges.map(edge => edge.id);
};

// The nodes of a way, from its first end on.
path.nodes = (from, edges) => edges.reduce((nodes, id) => [...nodes, otherEnd(EDGES[id], nodes[nodes.length - 1])], [from]);
