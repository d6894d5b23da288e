// The same view as a table: for screen readers, for the keyboard, and for whoever prefers reading to looking.

const table = { sort: "degree", up: false };

const COLUMNS = {
  name: node => nameOf(node), class: node => labelOf(CLASSES.get(node.class)), degree: node => node.degree, documents: node => node.documents,
};

table.open = () => byId("list-button").addEventListener("click", () => (byId("list").hidden ? table.show() : table.close()));

table.show = () => {
  byId("list").hidden = false;
  byId("list-button").setAttribute("aria-pressed", "true");
  table.update();
  byId("list").focus();
};

table.close = () => {
  byId("list").hidden = true;
  byId("list-button").setAttribute("aria-pressed", "false");
};

table.update = () => {
  if (byId("list").hidden) return;
  const value = COLUMNS[table.sort];
  const compare = (a, b) => (typeof value(a) === "number" ? value(a) - value(b) : value(a).localeCompare(value(b), "zh"));
  const nodes = view.nodeSet.getIds().map(id => NODES[id]).sort((a, b) => (table.up ? compare(a, b) : compare(b, a)) || a.id - b.id);
  const heads = Object.keys(COLUMNS).map(column => make("th", { scope: "col", "aria-sort": table.sort === column ? (table.up ? "ascending" : "descending") : "none" },
    make("button", { type: "button", onclick: () => table.sortBy(column) }, word(column), make("span", { "aria-hidden": "true" }, table.sort === column ? (table.up ? " ▲" : " ▼") : ""))));
  const rows = nodes.map(node => make("tr", {},
    make("th", { scope: "row" }, make("button.entity", { type: "button", onclick: () => table.take(node.id) }, shapeIcon(node.class), nameText(nameOf(node)))),
    make("td", {}, labelOf(CLASSES.get(node.class))), make("td.number", {}, number(node.degree)), make("td.number", {}, number(node.documents))));
  byId("list").replaceChildren(make("table", {}, make("caption", {}, word("inView", number(nodes.length))),
    make("thead", {}, make("tr", {}, heads)), make("tbody", {}, rows)));
};

table.sortBy = column => {
  table.up = table.sort === column ? !table.up : column === "name" || column === "class";
  table.sort = column;
  table.update();
  byId("list").querySelectorAll("thead button")[Object.keys(COLUMNS).indexOf(column)].focus();
};

table.take = id => {
  view.choose({ node: id });
  byId("panel").focus();
};
