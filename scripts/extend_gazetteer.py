"""Add places and spellings that the public lists lack to the compiled gazetteer, in place.

    extend_gazetteer.py [FOLDER]

They stand in `src/oqiga/locate/places/data`, for a person to review: `additions.tsv` has places, of which
those that the gazetteer knows by name, country and feature only get the further names, and a point where one
is given; `spellings.tsv` has spellings of places by their GeoNames id. A second run changes nothing.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from oqiga.locate.names import rough_form
from oqiga.locate.places.gazetteer import Entry, Gazetteer
from oqiga.locate.places.spelling import key_hash, place_key

DATA = Path(__file__).parent.parent / "src" / "oqiga" / "locate" / "places" / "data"
MAIN, OTHER, ROUGH = 0, 1, 2


def main(folder: Path) -> None:
    """Extend the gazetteer in a folder by the reviewed additions."""
    places = Gazetteer(folder)
    rows: list[list[str]] = []
    points: dict[int, tuple[float, float]] = {}
    keys = set(of_spellings(places))
    for addition in table("additions.tsv", "|"):
        name, others, feature, country, *_ = addition
        known = find(places, name, country, feature)
        row = known.row if known is not None else len(places) + len(rows)
        if known is None:
            rows.append(addition)
            keys.add((key_hash(place_key(name)), row << 2 | MAIN))
        elif addition[5]:
            points[known.row] = (float(addition[5]), float(addition[6]))
        keys |= {(key_hash(place_key(other)), row << 2 | OTHER) for other in others.split(";") if other}
    write(folder, places, rows, keys, points)


def of_spellings(places: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield the keys of the reviewed spellings. Raises KeyError for an id that is not in the gazetteer."""
    row_of = {places.entry(row).geonames_id: row for row in range(len(places))}
    for identity, spelling, _ in table("spellings.tsv", "\t"):
        row = row_of[int(identity)]
        yield key_hash(place_key(spelling)), row << 2 | OTHER
        words = [form for word in place_key(spelling).split() if (form := rough_form(word))]
        if sum(map(len, words)) >= 5:
            yield key_hash("~" + " ".join(words)), row << 2 | ROUGH


def table(name: str, separator: str) -> list[list[str]]:
    """Return the lines of a table, without its comments."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
        return [row for row in reader if row and not row[0].startswith("#")]


def find(places: Gazetteer, name: str, country: str, feature: str) -> Entry | None:
    """Return the place that the gazetteer has under a name, in its country and with its feature."""
    return next(
        (
            hit.entry
            for hit in places.find(name)
            if hit.entry.country == country and hit.entry.feature == feature
        ),
        None,
    )


def write(
    folder: Path,
    places: Gazetteer,
    rows: list[list[str]],
    keys: set[tuple[int, int]],
    points: Mapping[int, tuple[float, float]],
) -> None:
    """Write the arrays again with further rows and keys, and other points (latitude, longitude) by row."""
    features, countries = [
        line.split("\t") for line in (folder / "codes.txt").read_text("utf-8").splitlines()
    ]
    packed = np.load(folder / "places.npy")
    for row, (north, east) in points.items():
        packed["latitude"][row], packed["longitude"][row] = north, east
    names = np.load(folder / "names.npy")
    added = np.zeros(len(rows), dtype=packed.dtype)
    at = len(names)
    for number, (
        name,
        others,
        feature,
        country,
        region,
        latitude,
        longitude,
        population,
        identity,
    ) in enumerate(rows):
        encoded = name.encode("utf-8")
        holder = find(places, region, country, "ADM1") if region else None
        if region and holder is None:
            raise SystemExit(f"{name}: no region {region} in {country}")
        added[number] = (
            int(identity or 0),
            float(latitude),
            float(longitude),
            int(population),
            features.index(feature),
            countries.index(country),
            holder.row if holder else -1,
            at,
            len(encoded),
            min(others.count(";") + 1, 255),
        )
        names = np.concatenate([names, np.frombuffer(encoded, dtype=np.uint8)])
        at += len(encoded)
    hashes, rows_of_keys = np.load(folder / "key_hashes.npy"), np.load(folder / "key_places.npy")
    ordered = sorted(keys | set(zip(hashes.tolist(), rows_of_keys.tolist(), strict=True)))
    np.save(folder / "places.npy", np.concatenate([packed, added]))
    np.save(folder / "names.npy", names)
    np.save(folder / "key_hashes.npy", np.array([each for each, _ in ordered], dtype="<u8"))
    np.save(folder / "key_places.npy", np.array([each for _, each in ordered], dtype="<u4"))
    print(len(rows), "places and", len(ordered) - len(hashes), "spellings added")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "gazetteer")
