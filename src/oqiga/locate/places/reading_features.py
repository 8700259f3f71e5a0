"""What speaks for each reading of a name: its form and prominence, and the other places of the text.

Features have names; `lexicon/weights.yaml` says what each means.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from oqiga.locate.places.gazetteer import Entry, Hit
from oqiga.locate.places.named import Name
from oqiga.model import earth

_MOST_NEIGHBOURS = 40
_NEAR_KM = 250.0
_CLEAR = 0.5


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about a report beside its words. country: where it was published (ISO alpha-2)."""

    country: str | None = None


@dataclass(slots=True)
class Surroundings:
    """How much each country and region weighs in a text, and the likely places, by name."""

    countries: Mapping[str, float]
    regions: Mapping[int, float]
    total: float
    likely: list[tuple[str, Entry, float]]
    adjectives: Mapping[str, int]
    named: set[str]

    @classmethod
    def of(cls, names: Iterable[Name], adjectives: Counter[str]) -> Surroundings:
        """Weigh what names may mean, by their odds; adjectives: peoples and adjectives by country."""
        countries: defaultdict[str, float] = defaultdict(float)
        regions: defaultdict[int, float] = defaultdict(float)
        likely: list[tuple[str, Entry, float]] = []
        named: set[str] = set()
        total = 0.0
        for name in names:
            weight = 1 + math.log(len(name.mentions))
            for hit, odds in zip(name.readings, name.odds, strict=False):
                if odds < 0.05:
                    continue
                share = weight * odds
                total += share
                countries[hit.entry.country] += share
                region = hit.entry.row if hit.entry.feature == "ADM1" else hit.entry.admin1
                if region >= 0:
                    regions[region] += share
                if odds > 0.3 and hit.entry.is_country:
                    named.add(hit.entry.country)
                if odds > 0.3 and not hit.entry.is_country:
                    likely.append((name.key, hit.entry, odds))
        for code, times in adjectives.items():
            share = 0.5 * (1 + math.log(times))
            countries[code] += share
            total += share
        return cls(countries, regions, total, likely[:_MOST_NEIGHBOURS], adjectives, named)


def choice_features(name: Name, hit: Hit, context: Surroundings | None, hints: Hints) -> dict[str, float]:
    """Return the features of one reading of a name that are not zero."""
    entry = hit.entry
    found = {
        "population": math.log10(entry.population + 1) / 7,
        "fame": math.log1p(entry.spellings) / math.log(256) if entry.is_city else 0.5,
        "country": float(entry.is_country),
        "division": float(entry.feature == "ADM1"),
        "division_of_city": float(entry.feature == "ADM1" and _has_city(name, entry)),
        "district": float(entry.feature == "ADM2"),
        "area": float(not entry.is_city and not entry.is_country and not entry.feature.startswith("ADM")),
        "capital": float(entry.feature == "PPLC"),
        "seat": float(entry.feature == "PPLA"),
        "part_of_city": float(entry.feature == "PPLX"),
        "other_name": float(hit.kind == "other"),
        "rough_name": float(hit.kind == "rough"),
        "inside_named": float(inside(entry, name.containers)),
        "outside_named": float(bool(name.containers) and not inside(entry, name.containers)),
        "rank_fits": float(bool(name.rank) and _fits(entry, name.rank)),
        "rank_clashes": float(bool(name.rank) and not _fits(entry, name.rank)),
        "home_country": float(hints.country is not None and entry.country == hints.country),
    }
    if context is not None:
        found.update(_context_features(name, hit, context))
    return {feature: value for feature, value in found.items() if value}


def _context_features(name: Name, hit: Hit, context: Surroundings) -> dict[str, float]:
    entry = hit.entry
    same_country = own_odds(name, lambda other: other.country == entry.country)
    weight = 1 + math.log(len(name.mentions))
    others = max(context.total - weight, 0.0)
    region = entry.row if entry.feature == "ADM1" else entry.admin1
    same_region = own_odds(name, lambda other: _region(other) == region) if region >= 0 else 0.0
    near = sum(
        odds * math.exp(-kilometres(entry, other) / _NEAR_KM)
        for key, other, odds in context.likely
        if key != name.key and not other.is_country
    )
    country_mass = max(context.countries.get(entry.country, 0.0) - weight * same_country, 0.0)
    region_mass = max(context.regions.get(region, 0.0) - weight * same_region, 0.0) if region >= 0 else 0.0
    return {
        "country_share": country_mass / (others + 1.0),
        "region_share": region_mass / (others + 1.0),
        "near_others": min(near, 3.0) / 3,
        "country_named": float(entry.country in context.named and not entry.is_country),
        "people_named": float(entry.country in context.adjectives),
        "division_peers": _peers(name, entry, context) if entry.feature == "ADM1" else 0.0,
    }


def _peers(name: Name, entry: Entry, context: Surroundings) -> float:
    """Return how many other divisions of its country a text seems to name, three and more being 1.

    Mexico is first of all a country, whatever states of it are named.
    """
    if not name.rank and any(hit.entry.is_country and hit.kind == "main" for hit in name.readings):
        return 0.0
    peers = {
        other.row
        for key, other, odds in context.likely
        if other.feature == "ADM1" and other.country == entry.country and key != name.key and odds > _CLEAR
    }
    return min(len(peers), 3) / 3


def own_odds(name: Name, same: Callable[[Entry], bool]) -> float:
    """Return the odds of all readings of a name of which something holds, together."""
    return sum(odds for hit, odds in zip(name.readings, name.odds, strict=False) if same(hit.entry))


def _has_city(name: Name, division: Entry) -> bool:
    """Tell whether a city of the same name lies in a division (Almaty, Aqtobe, New York)."""
    return not name.rank and any(
        hit.entry.is_city
        and hit.entry.country == division.country
        and (hit.entry.admin1 == division.row or hit.entry.population > 100_000)
        and hit.entry.population > 0.02 * division.population
        for hit in name.readings
    )


def _region(entry: Entry) -> int:
    return entry.row if entry.feature == "ADM1" else entry.admin1


def inside(entry: Entry, containers: Mapping[int, Entry]) -> bool:
    """Tell whether a place lies in one of these; of second-level districts only nearness is known."""
    return any(
        entry.row != holder.row
        and (
            (holder.is_country and entry.country == holder.country)
            or entry.admin1 == holder.row
            or (holder.feature == "ADM2" and entry.admin1 == holder.admin1 and kilometres(entry, holder) < 80)
        )
        for holder in containers.values()
    )


def _fits(entry: Entry, rank: str) -> bool:
    if rank == "region":
        return entry.feature in ("ADM1", "ADM2", "RGN", "ISLS")
    if rank == "district":
        return entry.feature.startswith("ADM")
    if rank == "neighbourhood":
        return entry.feature == "PPLX"
    return entry.is_city


def kilometres(one: Entry, two: Entry) -> float:
    """Return the great-circle distance between two places."""
    return earth.kilometres(one.latitude, one.longitude, two.latitude, two.longitude)
