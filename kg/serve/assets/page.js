// What the pages do beyond links and forms: light and dark, search as one types, and facts lit up where they stand.
(() => {
"use strict";

const root = document.documentElement;

document.getElementById("theme-button").addEventListener("click", () => {
  const chosen = root.dataset.theme;
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=strict`;
});

// --- search

const SVG = "http://www.w3.org/2000/svg";

function shapeIcon(shape, className) {
  const svg = document.createElementNS(SVG, "svg"), use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", `shape class-${className}`);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#shape-${shape}`);
  svg.append(use);
  return svg;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function searchBox(form) {
  const input = form.querySelector("input"), list = form.querySelector("ul");
  let found = [], chosen = -1, asked = "", waiting = 0;

  const choose = i => {
    chosen = i;
    [...list.children].forEach((item, j) => item.setAttribute("aria-selected", String(j === i)));
    if (i >= 0) {
      input.setAttribute("aria-activedescendant", list.children[i].id);
      list.children[i].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const open = shown => {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    if (!shown) choose(-1);
  };
  const show = rows => {
    found = rows;
    list.replaceChildren(...rows.map((row, i) => {
      const item = element("li"), title = element("span", "title"), name = element("bdi", "", row.label);
      item.id = `${list.id}-${i}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      title.append(name);
      if (row.name !== row.label) title.append(" ", element("bdi", "quiet small", row.name));
      item.append(shapeIcon(row.shape, row.css), title, element("span", "quiet small", row.kind));
      item.addEventListener("mousedown", event => { event.preventDefault(); location.href = row.page; });
      return item;
    }));
    if (!rows.length) {
      const none = element("li", "none", input.dataset.nothing);
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      none.setAttribute("aria-selected", "false");
      list.append(none);
    }
    open(true);
    choose(rows.length ? 0 : -1);
  };
  const ask = async () => {
    const text = input.value.trim();
    if (text === asked && !list.hidden) return;
    asked = text;
    if (!text) return open(false);
    const answer = await fetch(`/suggest?q=${encodeURIComponent(text)}`, { headers: { Accept: "application/json" } });
    if (answer.ok && asked === text) show(await answer.json());
  };
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 90); });
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", event => {
    if (event.key === "Escape") { open(false); return; }
    if (list.hidden || !found.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose((chosen + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.href = found[chosen].page;
    }
  });
}

for (const form of document.querySelectorAll("[data-find]")) searchBox(form);

document.addEventListener("keydown", event => {
  const typing = event.target.closest && event.target.closest("input, textarea, select, .CodeMirror");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const input = document.getElementById("search");
    if (input) { event.preventDefault(); input.focus(); input.select(); }
  }
});

// --- a document's facts and where they stand

function light(numbers) {
  for (const piece of document.querySelectorAll(".said")) {
    piece.classList.toggle("on", piece.dataset.facts.split(" ").some(number => numbers.has(number)));
  }
  for (const row of document.querySelectorAll("[data-fact]")) row.classList.toggle("on", numbers.has(row.dataset.fact));
}

const facts = document.querySelector(".stated");
if (facts) {
  for (const row of facts.querySelectorAll("[data-fact]")) {
    row.addEventListener("mouseenter", () => light(new Set([row.dataset.fact])));
    row.addEventListener("focus", () => light(new Set([row.dataset.fact])));
  }
  facts.addEventListener("mouseleave", () => light(new Set()));
  for (const piece of document.querySelectorAll(".said")) {
    piece.addEventListener("mouseenter", () => light(new Set(piece.dataset.facts.split(" "))));
    piece.addEventListener("mouseleave", () => light(new Set()));
  }
}
})();
