// The graph of the page's data block, with what can be looked up in it. Nothing here changes after the page has opened.

const DATA = JSON.parse(byId("data").textContent);
const ABOUT = DATA.about;
const NODES = DATA.nodes;
const EDGES = DATA.edges;
const CLASSES = new Map(ABOUT.classes.map(c => [c.name, c]));
const RELATIONS = new Map(ABOUT.relations.map(r => [r.name, r]));

const MODALITIES = new Map(ABOUT.modalities.map(m => [m.name, m]));

const EDGES_OF = NODES.map(() => []);
for (const edge of EDGES) {
  EDGES_OF[edge.from].push(edge);
  if (edge.to !== edge.from) EDGES_OF[edge.to].push(edge);
}

const sentenceOf = evidence => ABOUT.sentences[evidence.sentence];
const nameOf = node => node.names[0];
const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);
const neighboursOf = id => [...new Set(EDGES_OF[id].map(edge => otherEnd(edge, id)))].filter(other => other !== id);
const FIRST_VIEW = NODES.filter(node => node.x !== undefined).map(node => node.id);
const LINKED = NODES.filter(node => node.degree > 0).length;

// Several edges between the same two nodes bend away from each other; a single one is straight.
const BEND = (() => {
  const pairs = new Map();
  for (const edge of EDGES) {
    const key = Math.min(edge.from, edge.to) + " " + Math.max(edge.from, edge.to);
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(edge);
  }
  const bend = new Map();
  for (const edges of pairs.values()) {
    edges.forEach((edge, i) => {
      const turn = (i - (edges.length - 1) / 2) * 0.28 * (edge.from < edge.to ? 1 : -1);
      bend.set(edge.id, turn);
    });
  }
  return bend;
})();
