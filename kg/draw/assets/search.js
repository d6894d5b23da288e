// Search as you type: over all names of all nodes, in Chinese, in pinyin, or by the first letters of the syllables.

const FOUND = 12;
const search = { results: [], active: -1 };

const folded = text => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

const KEYS = NODES.map(node => node.names.map((name, i) => {
  const syllables = (node.pinyin[i] || "").split(" ").filter(Boolean);
  return { name, folded: folded(name), full: syllables.join(""), initials: syllables.map(s => s[0]).join("") };
}));

// The better the match the smaller; undefined if there is none.
function matchRank(key, wanted) {
  if (key.folded === wanted) return 0;
  if (key.folded.startsWith(wanted)) return 1;
  if (key.folded.includes(wanted)) return 2;
  if (!/^[a-z0-9]+$/.test(wanted)) return undefined;
  if (key.initials === wanted || key.full === wanted) return 3;
  if (key.initials.startsWith(wanted) || key.full.startsWith(wanted)) return 4;
  if (wanted.length > 1 && (key.initials.includes(wanted) || (wanted.length > 2 && key.full.includes(wanted)))) return 5;
  return undefined;
}

search.find = text => {
  const wanted = folded(text);
  if (!wanted) return [];
  const found = [];
  KEYS.forEach((keys, id) => {
    let best;
    keys.forEach((key, i) => {
      const rank = matchRank(key, wanted);
      if (rank !== undefined && (!best || rank + i * 0.01 < best.rank)) best = { id, rank: rank + i * 0.01, name: key.name };
    });
    if (best) found.push(best);
  });
  return found.sort((a, b) => Math.floor(a.rank) - Math.floor(b.rank) || NODES[b.id].degree - NODES[a.id].degree || a.rank - b.rank || a.id - b.id)
    .slice(0, FOUND);
};

search.open = () => {
  const box = byId("search");
  box.addEventListener("input", () => search.show());
  box.addEventListener("focus", () => box.value && search.show());
  box.addEventListener("blur", () => setTimeout(search.close, 150));
  box.addEventListener("keydown", event => {
    if (event.isComposing) return;                  // Enter ends the choice of a character first
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && search.results.length) {
      event.preventDefault();
      search.activate((search.active + moves[event.key] + search.results.length) % search.results.length);
    } else if (event.key === "Enter" && search.results.length) {
      event.preventDefault();
      search.take(search.results[Math.max(search.active, 0)].id);
    } else if (event.key === "Escape") {
      if (byId("found").hidden) box.value = "";
      search.close();
      event.stopPropagation();
    }
  });
};

search.show = () => {
  const text = byId("search").value;
  search.results = search.find(text);
  const list = byId("found");
  list.replaceChildren(...search.results.map((result, i) => {
    const node = NODES[result.id];
    const other = result.name === nameOf(node) ? null : make("span.other", {}, nameText(result.name));
    return make("li", {
      role: "option", id: `found-${i}`, "aria-selected": "false",
      onpointerdown: event => { event.preventDefault(); search.take(result.id); },
    }, shapeIcon(node.class), make("span.title", {}, nameText(nameOf(node)), other),
    make("span.quiet", {}, `${labelOf(CLASSES.get(node.class))} · ${word("degreeOf", node.degree)}`));
  }));
  if (text.trim() && !search.results.length) list.append(make("li.quiet", { role: "option", "aria-disabled": "true" }, word("nothing")));
  list.hidden = !list.childElementCount;
  byId("search").setAttribute("aria-expanded", String(!list.hidden));
  search.activate(search.results.length ? 0 : -1);
};

search.activate = i => {
  search.active = i;
  [...byId("found").children].forEach((item, at) => item.setAttribute("aria-selected", String(at === i)));
  const item = byId(`found-${i}`);
  if (item) {
    byId("search").setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  } else {
    byId("search").removeAttribute("aria-activedescendant");
  }
};

search.close = () => {
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
};

search.take = id => {
  byId("search").value = nameOf(NODES[id]);
  search.close();
  byId("search").blur();
  table.close();
  if (!path.take(id)) view.focus(id);
};
