// Elements are made here and nowhere else, and text enters them as text only.

const byId = id => document.getElementById(id);

// Make an element: its name with classes (`p.quiet`), attributes, listeners as on…, and children, which are nodes or texts.
function make(kind, attributes = {}, ...children) {
  const [name, ...classes] = kind.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat()) if (child !== undefined && child !== null) element.append(child);
  return element;
}

// A name, apart from the direction of the text around it.
const nameText = name => make("bdi", {}, name);

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

// A sentence with the names of two things marked: the longest name first, no character twice.
function markedSentence(sentence, namesOfFirst, namesOfSecond) {
  const spans = [];
  const wanted = [...namesOfFirst.map(name => [name, "first"]), ...namesOfSecond.map(name => [name, "second"])]
    .filter(([name]) => name).sort((a, b) => b[0].length - a[0].length);
  for (const [name, kind] of wanted) {
    for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (!spans.some(span => at < span.end && end > span.at)) spans.push({ at, end, kind });
    }
  }
  const quote = make("blockquote", { dir: "auto" });
  let done = 0;
  for (const { at, end, kind } of spans.sort((a, b) => a.at - b.at)) {
    quote.append(sentence.slice(done, at), make(`mark.${kind}`, {}, sentence.slice(at, end)));
    done = end;
  }
  quote.append(sentence.slice(done));
  return quote;
}
