"""The gazetteer: 290,000 places of GeoNames with their spellings, read in place from a compiled file.

Nothing is parsed at the start: arrays are mapped from the package's own files, and a look-up is a binary
search. `scripts/build_gazetteer.py` compiles them; GeoNames' data are under CC BY 4.0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import numpy as np
from babel import Locale

from oqiga.locate.places.spelling import key_hash, place_key

NameKind = Literal["main", "other", "rough"]
_CODE = 2
"""Letters of a country's code; longer ones are continents and unions."""
_KINDS: tuple[NameKind, ...] = ("main", "other", "rough")


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    row: its number in this gazetteer. geonames_id: 0 when not known. feature: GeoNames code ("PPLA", "ADM1",
    "PCLI"). country: ISO 3166-1 alpha-2, "" for what lies in several. admin1: row of its region, -1 for none.
    population: persons; of regions the sum of their cities. spellings: how many names are known in all
    languages and scripts, at most 255: a measure of fame.
    """

    row: int
    name: str
    geonames_id: int
    latitude: float
    longitude: float
    population: int
    feature: str
    country: str
    admin1: int
    spellings: int

    @property
    def is_city(self) -> bool:
        """True for populated places."""
        return self.feature.startswith(("PPL", "STLMT"))

    @property
    def is_country(self) -> bool:
        """True for countries and dependent territories."""
        return self.feature.startswith(("PCL", "TERR"))


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a spelling may mean. kind: its main name, another one, or alike across scripts only."""

    entry: Entry
    kind: NameKind


class Gazetteer:
    """Look-up of places by spelling. Immutable; one instance serves a whole process (`gazetteer()`)."""

    def __init__(self, folder: Path) -> None:
        def mapped(name: str) -> Any:
            return np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)

        self._places = mapped("places")
        self._names = mapped("names")
        self._key_hashes = mapped("key_hashes")
        self._key_places = mapped("key_places")
        tables = (folder / "codes.txt").read_text(encoding="utf-8").splitlines()
        self._features = tables[0].split("\t")
        self._countries = tables[1].split("\t")
        self._rows: dict[int, int] | None = None  # by GeoNames id, made when first asked for

    def __len__(self) -> int:
        return len(self._places)

    def entry(self, row: int) -> Entry:
        """Return one place by its row."""
        return _entry(self, row)

    def named(self, geonames_id: int) -> Entry | None:
        """Return the place with a GeoNames id, None for one that is not known."""
        if self._rows is None:
            self._rows = {int(each): row for row, each in enumerate(self._places["id"])}
        row = self._rows.get(geonames_id)
        return self.entry(row) if row is not None else None

    def _read(self, row: int) -> Entry:
        packed = self._places[row]
        start = int(packed["name_at"])
        name = bytes(self._names[start : start + int(packed["name_length"])]).decode("utf-8")
        return Entry(
            row=row,
            name=name,
            geonames_id=int(packed["id"]),
            latitude=round(float(packed["latitude"]), 5),
            longitude=round(float(packed["longitude"]), 5),
            population=int(packed["population"]),
            feature=self._features[int(packed["feature"])],
            country=self._countries[int(packed["country"])],
            admin1=int(packed["admin1"]),
            spellings=int(packed["spellings"]),
        )

    def find(self, name: str) -> tuple[Hit, ...]:
        """Return all places with this spelling, in any order; capitals, marks and hyphens do not matter."""
        key = place_key(name)
        return self.find_key(key) if key else ()

    def find_key(self, key: str) -> tuple[Hit, ...]:
        """Return all places under a key made by `place_key` ("~" and a rough form for spellings alike)."""
        return _hits(self, key)

    def _search(self, key: str) -> tuple[Hit, ...]:
        """Find a key. Main names are in Latin letters, so any exact spelling in others counts as main."""
        wanted = np.uint64(key_hash(key))
        first = int(np.searchsorted(self._key_hashes, wanted, side="left"))
        last = int(np.searchsorted(self._key_hashes, wanted, side="right"))
        found: dict[int, int] = {}
        latin = key.isascii() or not any("\u0400" <= letter <= "\u052f" for letter in key)
        for packed in self._key_places[first:last].tolist():
            row, kind = packed >> 2, packed & 3
            kind = kind if latin or kind == 2 else 0
            found[row] = min(found.get(row, kind), kind)
        country = None if found else countries_named().get(key)
        if country is not None and (row := self.country_rows().get(country)) is not None:
            found[row] = 0
        return tuple(Hit(self.entry(row), _KINDS[kind]) for row, kind in found.items())

    def country_rows(self) -> Mapping[str, int]:
        """Return the rows of countries by ISO 3166-1 alpha-2."""
        return _country_rows(self)

    def capital(self, country: str) -> Entry | None:
        """Return the capital of a country (ISO 3166-1 alpha-2), None when the gazetteer has none."""
        row = _capital_rows(self).get(country)
        return None if row is None else self.entry(row)

    def seat(self, region: int) -> Entry | None:
        """Return the seat of a region (first-level division) by the region's GeoNames id, None if unknown."""
        row = _seat_rows(self).get(region)
        return None if row is None else self.entry(row)

    def region_name(self, entry: Entry) -> str | None:
        """Return the name of the region (first-level division) an entry lies in, None when not known."""
        return self.entry(entry.admin1).name if entry.admin1 >= 0 else None


@lru_cache(maxsize=1)
def countries_named() -> Mapping[str, str]:
    """Return countries by the keys of their Russian and Kazakh names, which the compiled file lacks."""
    return {
        place_key(name): code
        for language in ("ru", "kk")
        for code, name in Locale.parse(language).territories.items()
        if len(code) == _CODE and code.isalpha()
    }


@lru_cache(maxsize=4)
def _country_rows(of: Gazetteer) -> Mapping[str, int]:
    wanted = [number for number, feature in enumerate(of._features) if feature == "PCLI"]
    rows = np.flatnonzero(np.isin(of._places["feature"], wanted)).tolist()
    return {of.entry(row).country: row for row in rows}


@lru_cache(maxsize=4)
def _capital_rows(of: Gazetteer) -> Mapping[str, int]:
    wanted = [number for number, feature in enumerate(of._features) if feature == "PPLC"]
    rows = np.flatnonzero(np.isin(of._places["feature"], wanted)).tolist()
    return {of.entry(row).country: row for row in sorted(rows, key=lambda row: of.entry(row).population)}


@lru_cache(maxsize=4)
def _seat_rows(of: Gazetteer) -> Mapping[int, int]:
    wanted = [number for number, feature in enumerate(of._features) if feature in ("PPLA", "PPLC")]
    rows = np.flatnonzero(np.isin(of._places["feature"], wanted)).tolist()
    seats = [row for row in rows if of.entry(row).admin1 >= 0]
    seats.sort(key=lambda row: (of.entry(row).feature == "PPLA", of.entry(row).population))
    return {of.entry(of.entry(row).admin1).geonames_id: row for row in seats}


@lru_cache(maxsize=8192)
def _entry(of: Gazetteer, row: int) -> Entry:
    return of._read(row)


@lru_cache(maxsize=8192)
def _hits(of: Gazetteer, key: str) -> tuple[Hit, ...]:
    return of._search(key)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer that the package carries."""
    return Gazetteer(Path(str(files("oqiga.locate.places") / "data" / "gazetteer")))
