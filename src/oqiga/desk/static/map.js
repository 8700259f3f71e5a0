// The map: Natural Earth shapes from this desk, incidents as circles, places as wide as they are known.
import * as maplibre from "./vendor/maplibre-gl/maplibre-gl.mjs";

const box = document.getElementById("map");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const found = () => JSON.parse(document.getElementById("map-data").textContent);

/** A ring of kilometres around a point, as a polygon. */
function ring([longitude, latitude], kilometres) {
  const points = [];
  for (let step = 0; step <= 64; step += 1) {
    const angle = (step / 64) * 2 * Math.PI;
    const north = (kilometres / 111.2) * Math.sin(angle);
    const east = ((kilometres / 111.2) * Math.cos(angle)) / Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
    points.push([longitude + east, latitude + north]);
  }
  return points;
}

function rings(features) {
  return {
    type: "FeatureCollection",
    features: features
      .filter((each) => each.properties.radius > 0)
      .map((each) => ({
        type: "Feature",
        properties: each.properties,
        geometry: { type: "Polygon", coordinates: [ring(each.geometry.coordinates, each.properties.radius)] },
      })),
  };
}

function names(shapes, lang) {
  return {
    type: "FeatureCollection",
    features: shapes.features.map((each) => ({
      type: "Feature",
      properties: { name: each.properties[lang] || each.properties.en, size: each.properties.size },
      geometry: { type: "Point", coordinates: each.properties.middle },
    })),
  };
}

function areas(features) {
  return features.filter((each) => each.properties.area).map((each) => each.properties.country);
}

function style(shapes) {
  const data = found();
  const points = { ...data, features: data.features.filter((each) => !each.properties.area) };
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: shapes, tolerance: 0.4 },
      names: { type: "geojson", data: names(shapes, box.dataset.lang) },
      rings: { type: "geojson", data: rings(data.features) },
      points: { type: "geojson", data: points },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("--land") } },
      { id: "area", type: "fill", source: "land", filter: ["in", ["get", "country"], ["literal", areas(data.features)]], paint: { "fill-color": colour("--bad"), "fill-opacity": 0.14 } },
      { id: "border", type: "line", source: "land", paint: { "line-color": colour("--border"), "line-width": 0.8 } },
      { id: "names", type: "symbol", source: "names", layout: { "text-field": ["get", "name"], "text-size": 11, "text-font": ["sans-serif"], "symbol-sort-key": ["-", 0, ["get", "size"]], "text-max-width": 7 }, paint: { "text-color": colour("--soft"), "text-halo-color": colour("--land"), "text-halo-width": 1.2 } },
      { id: "ring", type: "fill", source: "rings", paint: { "fill-color": colour("--bad"), "fill-opacity": 0.1 } },
      { id: "ring-edge", type: "line", source: "rings", paint: { "line-color": colour("--bad"), "line-width": 1.4, "line-dasharray": [3, 2] } },
      { id: "points", type: "circle", source: "points", paint: { "circle-color": colour("--bad"), "circle-opacity": 0.75, "circle-stroke-color": colour("--card"), "circle-stroke-width": 1.5, "circle-radius": ["interpolate", ["linear"], ["sqrt", ["coalesce", ["get", "killed"], 0]], 0, 5, 4, 10, 12, 20, 30, 34] } },
    ],
  };
}

function fit(map) {
  const features = found().features;
  if (!features.length) return;
  const bounds = new maplibre.LngLatBounds();
  for (const each of features) {
    const wide = each.properties.area ? 600 : Math.max(60, each.properties.radius * 2.5);
    for (const point of ring(each.geometry.coordinates, wide)) bounds.extend(point);
  }
  map.fitBounds(bounds, { padding: 36, maxZoom: box.dataset.links ? 4.4 : 6.6, animate: false });
}

function popups(map) {
  const popup = new maplibre.Popup({ closeButton: false, offset: 12 });
  map.on("mousemove", "points", (event) => {
    const { title, figure, precise } = event.features[0].properties;
    const words = document.createElement("div");
    for (const [line, bold] of [[title, true], [figure, false], [precise, false]]) {
      if (!line) continue;
      const row = document.createElement(bold ? "strong" : "div");
      row.textContent = line;
      words.append(row);
    }
    map.getCanvas().style.cursor = box.dataset.links ? "pointer" : "";
    popup.setLngLat(event.features[0].geometry.coordinates).setDOMContent(words).addTo(map);
  });
  map.on("mouseleave", "points", () => { map.getCanvas().style.cursor = ""; popup.remove(); });
  map.on("click", "points", (event) => {
    const { id } = event.features[0].properties;
    if (box.dataset.links && id) location.href = `/incidents/${encodeURIComponent(id)}`;
  });
}

function besideList(map) {
  document.addEventListener("mouseover", (event) => {
    const row = event.target.closest?.(".incident");
    const id = row?.dataset.id ?? "";
    if (map.getLayer("points")) map.setPaintProperty("points", "circle-stroke-color", ["case", ["==", ["get", "id"], id], colour("--ink"), colour("--card")]);
  });
}

async function draw() {
  const shapes = await (await fetch(box.dataset.shapes)).json();
  const map = new maplibre.Map({
    container: box,
    style: style(shapes),
    center: [66, 46],
    zoom: 2.6,
    minZoom: 0.5,
    maxZoom: 10,
    attributionControl: false,
    locale: { "Map.Title": box.dataset.title },
    fadeDuration: still ? 0 : 150,
    cooperativeGestures: Boolean(matchMedia("(max-width: 60rem)").matches),
    dragRotate: false,
    pitchWithRotate: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  fit(map);
  map.on("load", () => { box.dataset.ready = "1"; });
  popups(map);
  besideList(map);
  document.addEventListener("desk:changed", () => {
    const data = found();
    map.getSource("points")?.setData({ ...data, features: data.features.filter((each) => !each.properties.area) });
    map.getSource("rings")?.setData(rings(data.features));
    if (map.getLayer("area")) map.setFilter("area", ["in", ["get", "country"], ["literal", areas(data.features)]]);
  });
  document.addEventListener("desk:theme", () => map.setStyle(style(shapes)));
}

/** Without WebGL the names of the places say it. */
function failed() {
  box.dataset.ready = "none";
  const words = document.createElement("p");
  words.className = "failed";
  words.textContent = document.getElementById("phrases").dataset.nomap;
  box.replaceChildren(words);
}

if (box) {
  const start = () => draw().catch(failed);
  if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 300 });
  else setTimeout(start, 50);
}
