// The toll over time: a stepped line a source, since a figure holds until somebody says another.
import uPlot from "./vendor/uplot/uPlot.esm.js";

const COLOURS = { light: ["#93241b", "#0f5661", "#7d4300", "#4c3c8a", "#21602f", "#565b60"], dark: ["#f2a399", "#7fcdd6", "#f0bd78", "#c0b3f5", "#93d3a0", "#a9b0b6"] };
const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [1, 2], [10, 4]];
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const dark = () => getComputedStyle(document.documentElement).colorScheme === "dark";
const SVG = "http://www.w3.org/2000/svg";
const drawn = [];

function table(lines) {
  const xs = [...new Set(lines.flatMap((line) => line.xs))].sort((a, b) => a - b);
  const rows = lines.map((line) => {
    const values = new Map(line.xs.map((x, place) => [x, line.ys[place]]));
    return xs.map((x) => (values.has(x) ? values.get(x) : undefined));
  });
  return [xs, ...rows];
}

/** The key under a chart: a stroke and a name each; while somebody points, the figures that held then. */
function legendOf(lines, palette) {
  const list = document.createElement("ul");
  list.className = "lines";
  const then = document.createElement("li");
  then.className = "then";
  const figures = lines.map((line, place) => {
    const row = document.createElement("li");
    const stroke = document.createElementNS(SVG, "line");
    for (const [name, value] of Object.entries({ x1: 0, y1: 5, x2: 24, y2: 5, "stroke-width": 2.4, stroke: palette[place % palette.length], "stroke-dasharray": DASHES[place % DASHES.length].join(" ") })) stroke.setAttribute(name, value);
    const key = document.createElementNS(SVG, "svg");
    key.setAttribute("width", 24);
    key.setAttribute("height", 10);
    key.append(stroke);
    const name = document.createElement("bdi");
    name.textContent = line.name;
    const figure = document.createElement("b");
    row.append(key, name, figure);
    list.append(row);
    return figure;
  });
  list.append(then);
  const held = (line, x) => line.ys[line.xs.findLastIndex((at) => at <= x)];
  return {
    list,
    show(x, words) {
      then.textContent = words;
      figures.forEach((figure, place) => { figure.textContent = (x == null ? undefined : held(lines[place], x)) ?? ""; });
    },
  };
}

function draw(box) {
  // the clock of most reports, as everywhere on the page: axes and figures are shown in its zone
  const { lines: told, shift, zone } = JSON.parse(box.dataset.chart);
  const lines = told.map((line) => ({ ...line, xs: line.xs.map((x) => x + shift) }));
  if (!lines.length || !box.clientWidth) return;
  const data = table(lines);
  const [first, last] = [data[0][0], data[0][data[0].length - 1]];
  const room = Math.max(3600 * 6, (last - first) * 0.06);
  const highest = Math.max(...lines.flatMap((line) => line.ys));
  const palette = COLOURS[dark() ? "dark" : "light"];
  const day = new Intl.DateTimeFormat(box.dataset.lang, { day: "numeric", month: "short", timeZone: "UTC" });
  const hour = new Intl.DateTimeFormat(box.dataset.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" });
  const label = (x) => (x % 86400 === 0 ? day.format(x * 1000) : hour.format(x * 1000));
  const axis = { stroke: css("--soft"), grid: { stroke: css("--rule"), width: 1 }, ticks: { stroke: css("--rule"), width: 1 }, font: "12px sans-serif" };
  const legend = legendOf(lines, palette);
  box.replaceChildren();
  const plot = new uPlot({
    width: box.clientWidth,
    height: 226,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    scales: { x: { range: [first - room, last + room] }, y: { range: [0, highest * 1.15 + 1] } },
    axes: [{ ...axis, values: (_, ticks) => ticks.map(label), label: zone, labelSize: 18, labelFont: axis.font }, { ...axis, size: 44 }],
    legend: { show: false },
    hooks: {
      setCursor: [(shown) => {
        const x = shown.cursor.idx == null ? null : shown.data[0][shown.cursor.idx];
        legend.show(x, x == null ? "" : `${day.format(x * 1000)} ${hour.format(x * 1000)} ${zone}`);
      }],
    },
    series: [
      {},
      ...lines.map((line, place) => ({
        label: line.name,
        stroke: palette[place % palette.length],
        width: 2.2,
        dash: DASHES[place % DASHES.length],
        spanGaps: true,
        paths: uPlot.paths.stepped({ align: 1 }),
        points: { show: true, size: 8, fill: palette[place % palette.length] },
      })),
    ],
  }, data, box);
  box.append(legend.list);
  drawn.push(plot);
}

function drawAll() {
  while (drawn.length) drawn.pop().destroy();
  for (const box of document.querySelectorAll(".plot[data-chart]")) draw(box);
}

drawAll();
for (const name of ["desk:changed", "desk:theme"]) document.addEventListener(name, drawAll);
let waiting = 0;
document.addEventListener("toggle", (event) => { if (event.target.matches?.(".more")) drawAll(); }, true);
addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(drawAll, 150); });
