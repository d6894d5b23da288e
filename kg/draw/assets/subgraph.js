// What is in view as a file for other programs: Turtle with the sentences, and GraphML.

const subgraph = {};

const PREFIXES = {
  pk: "https://w3id.org/parkkg/ontology#", skos: "http://www.w3.org/2004/02/skos/core#", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  prov: "http://www.w3.org/ns/prov#", oa: "http://www.w3.org/ns/oa#", dcterms: "http://purl.org/dc/terms/",
};

// Nodes and edges as they are drawn now.
subgraph.inView = () => ({
  nodes: view.nodeSet.getIds().sort((a, b) => a - b).map(id => NODES[id]), edges: view.edgeSet.getIds().sort((a, b) => a - b).map(id => EDGES[id]),
});

// --- Turtle (https://www.w3.org/TR/turtle/)

const turtleIri = iri => `<${iri.replace(/[\x00-\x20<>"{}|^`\\]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}>`;
const turtleText = text => `"${text.replace(/[\\"\n\r\t]/g, c => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c])}"`;

subgraph.turtle = () => {
  const { nodes, edges } = subgraph.inView();
  const lines = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  for (const node of nodes) {
    lines.push("", `${turtleIri(node.iri)} a pk:${node.class} ;`);
    const labels = node.names.map((name, i) => `    skos:${i ? "altLabel" : "prefLabel"} ${turtleText(name)}@zh`);
    lines.push(`${labels.join(" ;\n")} .`);
  }
  for (const edge of edges) {
    const [from, relation, to] = [turtleIri(NODES[edge.from].iri), `pk:${edge.relation}`, turtleIri(NODES[edge.to].iri)];
    lines.push("");
    if (edge.statements.some(statement => statement.modality === "Actual")) lines.push(`${from} ${relation} ${to} .`);
    for (const statement of edge.statements) lines.push(turtleStatement(statement, from, relation, to));
  }
  return `${lines.join("\n")}\n`;
};

function turtleStatement(statement, from, relation, to) {
  const parts = ["a pk:Statement, rdf:Statement", `rdf:subject ${from}`, `rdf:predicate ${relation}`, `rdf:object ${to}`, `pk:modality pk:${statement.modality}`];
  if (statement.confidence !== undefined) parts.push(`pk:confidence ${Number(statement.confidence).toFixed(3)}`);
  for (const evidence of statement.evidence) {
    const { document: identifier, title, date, source } = ABOUT.documents[evidence.document];
    const about = [["identifier", identifier], ["title", title], ["issued", date], ["source", source]]
      .filter(([, value]) => value).map(([name, value]) => `dcterms:${name} ${turtleText(value)}`);
    parts.push(`pk:evidence [ a pk:Evidence ; oa:exact ${turtleText(sentenceOf(evidence))} ; prov:wasQuotedFrom [ ${["a pk:Document", ...about].join(" ; ")} ] ]`);
  }
  for (const origin of statement.origins || []) parts.push(`prov:wasDerivedFrom [ skos:prefLabel ${turtleText(origin.zh)} ]`);
  return `[ ${parts.join(" ;\n  ")} ] .`;
}

// --- GraphML (http://graphml.graphdrawing.org/primer/graphml-primer.html)

const NODE_KEYS = { label: "string", class: "string", class_zh: "string", iri: "string", documents: "int" };
const EDGE_KEYS = { relation: "string", label: "string", modality: "string", confidence: "double", sentence: "string", date: "string" };
// XML 1.0 has no way to hold other control characters.
const xmlText = text => String(text).replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);

subgraph.graphml = () => {
  const { nodes, edges } = subgraph.inView();
  const keys = (of, kinds) => Object.entries(kinds).map(([name, kind]) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${kind}"/>`);
  const data = (of, values) => Object.entries(values).filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `<data key="${of}-${name}">${xmlText(value)}</data>`).join("");
  const nodeLine = node => `    <node id="n${node.id}">${data("node", {
    label: nameOf(node), class: node.class, class_zh: CLASSES.get(node.class).zh, iri: node.iri, documents: node.documents })}</node>`;
  const edgeLine = edge => {
    const statement = edge.statements[0], quote = statement.evidence[0];
    return `    <edge id="e${edge.id}" source="n${edge.from}" target="n${edge.to}">${data("edge", {
      relation: edge.relation, label: RELATIONS.get(edge.relation).zh, modality: statement.modality, confidence: statement.confidence,
      sentence: quote && sentenceOf(quote), date: quote && ABOUT.documents[quote.document].date })}</edge>`;
  };
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', ...keys("node", NODE_KEYS), ...keys("edge", EDGE_KEYS),
    '  <graph edgedefault="directed">', ...nodes.map(nodeLine), ...edges.map(edgeLine), "  </graph>", "</graphml>", ""].join("\n");
};
