// Light and dark: the styles follow the attribute on the document, the canvas follows the colours read here.

let colours = {};
const themeListeners = [];

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const read = name => style.getPropertyValue(`--${name}`).trim();
  colours = {
    ground: read("ground"), ink: read("ink"), quiet: read("quiet"), line: read("edge"), strong: read("edge-strong"), halo: read("halo"),
    font: style.getPropertyValue("--font").trim(), classes: new Map(ABOUT.classes.map(c => [c.name, isDark() ? c.dark : c.light])),
  };
  for (const listener of themeListeners) listener();
}

function switchTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  readColours();
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", readColours);
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
