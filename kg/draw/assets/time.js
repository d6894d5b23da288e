// The time slider: which relations were reported between two months. What has no date, as curated knowledge, is always shown.

const monthOf = date => (/^\d{4}/.test(date || "") ? Number(date.slice(0, 4)) * 12 + (Number(date.slice(5, 7)) || 1) - 1 : null);
const monthText = month => `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`;

// For each edge the months in which a document says so, in order.
const MONTHS_OF = EDGES.map(edge => [...new Set(edge.statements.flatMap(s => s.evidence)
  .map(e => monthOf(ABOUT.documents[e.document].date)).filter(month => month !== null))].sort((a, b) => a - b));

const time = { first: Infinity, last: -Infinity, timer: null };
for (const months of MONTHS_OF) {
  if (months.length) {
    time.first = Math.min(time.first, months[0]);
    time.last = Math.max(time.last, months[months.length - 1]);
  }
}

time.passes = edge => {
  if (!view.when || !MONTHS_OF[edge.id].length) return true;
  return MONTHS_OF[edge.id].some(month => month >= view.when.from && month <= view.when.to);
};

time.open = () => {
  byId("time-button").hidden = !(time.last > time.first);
  if (byId("time-button").hidden) return;
  byId("time-button").addEventListener("click", () => time.show(byId("time").hidden));
  for (const thumb of [byId("time-from"), byId("time-to")]) {
    Object.assign(thumb, { min: time.first, max: time.last, step: 1 });
    thumb.addEventListener("pointerdown", () => { time.stop(); view.remember(); });
    thumb.addEventListener("keydown", event => { if (/^(Arrow|Page|Home|End)/.test(event.key)) { time.stop(); view.remember(); } });
    thumb.addEventListener("input", () => time.set(...time.read(thumb)));
  }
  byId("time-play").addEventListener("click", () => (time.timer ? time.stop() : time.play()));
  byId("time-all").addEventListener("click", () => { time.stop(); view.remember(); time.set(time.first, time.last); });
  time.drawCounts();
};

time.show = open => {
  byId("time").hidden = !open;
  byId("time-button").setAttribute("aria-expanded", String(open));
  document.body.classList.toggle("with-time", open);
  if (!open) {
    time.stop();
    if (view.when) { view.remember(); time.set(time.first, time.last); }
  }
};

// The two thumbs don't pass each other: the one that moves pushes.
time.read = thumb => {
  const from = Number(byId("time-from").value), to = Number(byId("time-to").value);
  if (from <= to) return [from, to];
  return thumb.id === "time-from" ? [from, from] : [to, to];
};

time.set = (from, to) => {
  view.when = from <= time.first && to >= time.last ? null : { from, to };
  view.update();
};

// Bring the slider up to the view, which the way back changes too.
time.update = () => {
  if (byId("time-button").hidden) return;
  const { from, to } = view.when || { from: time.first, to: time.last };
  byId("time-from").value = from;
  byId("time-to").value = to;
  for (const [thumb, month] of [["time-from", from], ["time-to", to]]) byId(thumb).setAttribute("aria-valuetext", monthText(month));
  byId("time-text").textContent = `${monthText(from)} – ${monthText(to)}`;
  byId("time-all").hidden = !view.when;
  const share = month => (month - time.first) / (time.last - time.first) * 100;
  byId("time-span").style.left = `${share(from)}%`;
  byId("time-span").style.right = `${100 - share(to)}%`;
};

// How many relations are reported first in each month, as bars above the slider.
time.drawCounts = () => {
  const counts = new Array(time.last - time.first + 1).fill(0);
  for (const months of MONTHS_OF) if (months.length) counts[months[0] - time.first]++;
  const most = Math.max(...counts);
  byId("time-counts").replaceChildren(...counts.map(count => {
    const bar = make("i");
    bar.style.height = `${count ? 12 + 88 * Math.sqrt(count / most) : 0}%`;
    return bar;
  }));
};

time.play = () => {
  view.remember();
  const { from, to } = view.when || { from: time.first, to: time.last };
  let month = to >= time.last ? Math.max(from, time.first) : to;
  const step = Math.max(1, Math.round((time.last - time.first) / 60));
  const advance = () => {
    time.set(from, month);
    if (month >= time.last) time.stop();
    month = Math.min(month + step, time.last);
  };
  time.timer = setInterval(advance, stillness.matches ? 900 : 420);
  byId("time-play").setAttribute("aria-pressed", "true");
  advance();
};

time.stop = () => {
  clearInterval(time.timer);
  time.timer = null;
  byId("time-play").setAttribute("aria-pressed", "false");
};
