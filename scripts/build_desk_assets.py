"""Put the desk's third-party assets together from unpacked npm packages; run by hand when one is renewed.

python scripts/build_desk_assets.py FOLDER

FOLDER holds the packages `maplibre-gl`, `uplot` and `world-atlas` (the versions are in docs/dependencies.md).
Natural Earth's shapes become one GeoJSON file of countries, coordinates to a hundredth of a degree, named in
the three languages of the interface.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale

STATIC = Path(__file__).parent.parent / "src" / "oqiga" / "desk" / "static"
COPIES = {
    "maplibre-gl/dist/maplibre-gl.mjs": "vendor/maplibre-gl/maplibre-gl.mjs",
    "maplibre-gl/dist/maplibre-gl-worker.mjs": "vendor/maplibre-gl/maplibre-gl-worker.mjs",
    "maplibre-gl/dist/maplibre-gl.css": "vendor/maplibre-gl/maplibre-gl.css",
    "maplibre-gl/LICENSE.txt": "vendor/maplibre-gl/LICENSE.txt",
    "uplot/dist/uPlot.esm.js": "vendor/uplot/uPlot.esm.js",
    "uplot/dist/uPlot.min.css": "vendor/uplot/uPlot.min.css",
    "uplot/LICENSE": "vendor/uplot/LICENSE",
    "world-atlas/LICENSE": "shapes/LICENSE",
}
ANTARCTICA = "010"
"""Left out: it lies around a pole, which a flat map cannot show as an area."""
_SMALLEST = 0.02
"""Square degrees below which an island of a country that has larger parts is left out."""
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)

Ring = list[list[float]]


def decoded_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Return the arcs of a TopoJSON file as degrees."""
    (kx, ky), (ox, oy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = [round(x * kx + ox, 2), round(y * ky + oy, 2)]
            if not points or points[-1] != point:
                points.append(point)
        arcs.append(points)
    return arcs


def ring_of(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Return a ring put together from its arcs; a negative number is an arc the other way round."""
    ring: Ring = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points if not ring else points[1:]
    return unwrapped(ring)


def unwrapped(ring: Ring) -> Ring:
    """Return a ring that crosses the date line as one that goes on beyond 180 degrees."""
    turned, whole = 0, [ring[0]]
    for before, point in pairwise(ring):
        turned += 360 * ((before[0] - point[0] > 180) - (point[0] - before[0] > 180))
        whole.append([round(point[0] + turned, 2), point[1]])
    return whole


def area(ring: Ring) -> float:
    """Return the area of a ring in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def feature_of(shape: dict[str, Any], arcs: list[Ring]) -> dict[str, Any]:
    """Return one country as GeoJSON with a point inside its largest part to put its name at."""
    parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    polygons = [[ring_of(numbers, arcs) for numbers in part] for part in parts]
    polygons.sort(key=lambda rings: -area(rings[0]))
    kept = [rings for place, rings in enumerate(polygons) if place == 0 or area(rings[0]) >= _SMALLEST]
    largest = kept[0][0]
    middle = [round(sum(values) / len(largest), 2) for values in zip(*largest, strict=True)]
    known = pycountry.countries.get(numeric=shape["id"]) if "id" in shape else None
    name = shape["properties"]["name"]
    names = {
        code: Locale(code).territories.get(known.alpha_2, name) if known else name
        for code in ("en", "ru", "kk")
    }
    return {
        "type": "Feature",
        "properties": {
            "country": known.alpha_2 if known else "",
            **names,
            "middle": middle,
            "size": round(area(largest), 1),
        },
        "geometry": {"type": "MultiPolygon", "coordinates": kept},
    }


def main() -> None:
    """Copy the packages' files and write the shapes."""
    source = Path(sys.argv[1])
    for origin, target in COPIES.items():
        (STATIC / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / origin, STATIC / target)
    for module in (STATIC / "vendor" / "maplibre-gl").glob("*.mjs"):
        module.write_text(_SOURCE_MAP.sub("", module.read_text(encoding="utf-8")), encoding="utf-8")
    topology = json.loads((source / "world-atlas" / "countries-50m.json").read_text(encoding="utf-8"))
    arcs = decoded_arcs(topology)
    shapes = topology["objects"]["countries"]["geometries"]
    features = [feature_of(shape, arcs) for shape in shapes if shape.get("id") != ANTARCTICA]
    packed = json.dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
    )
    (STATIC / "shapes" / "countries.geojson").write_text(packed + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
