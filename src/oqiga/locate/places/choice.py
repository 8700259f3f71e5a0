"""Which of several namesakes does a text mean? A linear model over prominence, form and context.

All mentions of one name in a text mean one place. Each name first gets odds from its own form and prominence;
the places so likely to be meant then speak for their neighbours: same country, same region, near by. Features
and weights have names; `lexicon/weights.yaml` says what each means.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.gazetteer import Entry, Hit
from oqiga.locate.places.lexicon import demonyms, read_yaml
from oqiga.locate.places.spelling import place_key
from oqiga.model import earth
from oqiga.model.syntax import Document

_ROUNDS = 3
_MOST_READINGS = 40
_MOST_NEIGHBOURS = 40
_MOST_LEADERS = 6
_NEAR_KM = 250.0
_ONE_SPOT_KM = 60.0
_LITTLE_KNOWN = {True: (10, 15_000), False: (40, 500_000)}
"""Fewer spellings and people than these make a town little known; its main name counts for more (True)."""
_LEAST_TIE = 0.2
_CLEAR = 0.5
_LEAST_HOME = 1.5


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about a report beside its words. country: where it was published (ISO alpha-2)."""

    country: str | None = None


@dataclass(slots=True)
class Name:
    """All mentions of one name in a text, the places it may mean, and the odds of each.

    containers: by row, what the text itself says it may lie in ("Paris, Texas"); held: whether it says so by
    a genitive («городе Ханабад Андижанской области») or an address, which leaves no doubt.
    """

    key: str
    mentions: list[Candidate] = field(default_factory=list)
    readings: list[Hit] = field(default_factory=list)
    odds: list[float] = field(default_factory=list)
    containers: dict[int, Entry] = field(default_factory=dict)
    rank: str = ""
    held: bool = False


def resolve(
    document: Document, candidates: Sequence[Candidate], hints: Hints, rounds: int = _ROUNDS
) -> dict[int, tuple[Entry, float]]:
    """Return for each candidate, by its first token, the place it means and how likely that is.

    rounds: how often names speak for their neighbours, plus one; two are enough for a first look.
    """
    names = _grouped(document, candidates)
    countries = _countries_named(document)
    for turn in range(rounds):
        context = _Context.of(names, countries) if turn else None
        updated = []
        for name in names:
            scores = [_score(choice_features(name, hit, context, hints)) for hit in name.readings]
            updated.append(_softmax(scores))
        for name, odds in zip(names, updated, strict=True):
            name.odds = odds
    chosen = {}
    context = _Context.of(names, countries)
    for name in names:
        if not name.readings:
            continue
        best, likely = _best(name)
        if (name.held and not _inside(best, name.containers)) or _is_stranger(name, best, context):
            continue
        for mention in name.mentions:
            chosen[mention.first] = (best, likely)
    return chosen


def _best(name: Name) -> tuple[Entry, float]:
    """Return the likeliest reading; a city, its district and its canton at one spot stand together."""
    entries = [hit.entry for hit in name.readings]
    ranked = sorted(range(len(entries)), key=lambda index: -name.odds[index])
    leaders = ranked[:_MOST_LEADERS]

    def together(leader: int) -> float:
        return sum(
            odds
            for entry, odds in zip(entries, name.odds, strict=True)
            if entry.country == entries[leader].country and kilometres(entry, entries[leader]) < _ONE_SPOT_KM
        )

    best = max(leaders, key=lambda index: (round(together(index), 6), name.odds[index]))
    return entries[best], together(best)


def _is_stranger(name: Name, entry: Entry, context: _Context) -> bool:
    """Tell whether a little known town lies elsewhere than the text says, or than all else it names.

    The gazetteer lacks the village that is meant, and has a namesake somewhere in the world.
    """
    if not (entry.is_city or entry.feature == "ADM2") or _inside(entry, name.containers):
        return False
    exact = any(hit.entry.row == entry.row and hit.kind == "main" for hit in name.readings)
    fame, people = _LITTLE_KNOWN[exact]
    if entry.spellings >= fame or entry.population >= people:
        return False
    if any(each.country not in ("", entry.country) for each in name.containers.values()):
        return all(each.country != entry.country for each in name.containers.values())
    weight = 1 + math.log(len(name.mentions))

    def others(country: str) -> float:
        own = _own_odds(name, lambda other: other.country == country)
        return context.countries.get(country, 0.0) - weight * own

    if others(entry.country) > _LEAST_TIE:
        return False
    home = max((others(country) for country in context.countries if country != entry.country), default=0.0)
    return home >= _LEAST_HOME and home > context.total / 2


def _grouped(document: Document, candidates: Sequence[Candidate]) -> list[Name]:
    """Bring mentions of one name together; "Tripoli, Libya" and "Tripoli, Lebanon" stay two.

    A mention without a holder of its own joins the latest of its name.
    """
    names: list[Name] = []
    latest: dict[tuple[str, str], Name] = {}
    for position, candidate in enumerate(candidates):
        outer = candidates[position + 1] if position + 1 < len(candidates) else None
        held = outer is not None and _is_held(document, candidate, outer)
        beside = held or (outer is not None and _follows(document, candidate, outer))
        holders = _holders(outer) if outer is not None and beside else {}
        for each in _address(candidates, position):
            holders, held = holders | _holders(each), True
        key = (place_key(candidate.name), candidate.rank)
        name = latest.get(key)
        if name is None or (holders and name.containers and not holders.keys() & name.containers.keys()):
            ordered = sorted(candidate.hits, key=lambda hit: (hit.kind != "main", -hit.entry.population))
            name = latest[key] = Name(key[0], readings=ordered[:_MOST_READINGS], rank=candidate.rank)
            names.append(name)
        name.mentions.append(candidate)
        name.containers.update(holders)
        name.held = name.held or (held and bool(holders))
    return names


def _address(candidates: Sequence[Candidate], position: int) -> list[Candidate]:
    """Return what an address names right before a place: "Жамбыл облысы Қордай ауданы Масаншы ауылы"."""
    found = []
    while position and _leads_to(candidates[position - 1], candidates[position]):
        position -= 1
        found.append(candidates[position])
    return found


def _leads_to(outer: Candidate, inner: Candidate) -> bool:
    wider = outer.rank == "region" or (outer.rank == "district" and inner.rank != "district")
    return outer.last == inner.first and wider and inner.rank in ("district", "city", "neighbourhood")


def _holders(candidate: Candidate) -> dict[int, Entry]:
    """Return what may hold another place: countries and divisions whose name is not first of all a city's."""
    cities = [hit.entry for hit in candidate.hits if hit.entry.is_city and hit.kind == "main"]
    largest = max((entry.population for entry in cities), default=0)
    return {
        hit.entry.row: hit.entry
        for hit in candidate.hits
        if hit.entry.is_country
        or (
            hit.entry.feature in ("ADM1", "RGN")
            and (candidate.rank == "region" or hit.entry.population > 4 * largest)
        )
        or (hit.entry.feature == "ADM2" and (bool(candidate.rank) or not cities))
    }


def _follows(document: Document, inner: Candidate, outer: Candidate) -> bool:
    """Tell whether two mentions stand as "Paris, Texas" or "Odessa in Ukraine" do."""
    between = [token.lower for token in document.tokens[inner.last : outer.first]]
    return between in ([","], ["in"], ["("], [",", "in"], ["of"], [",", "the"])


def _is_held(document: Document, inner: Candidate, outer: Candidate) -> bool:
    """Tell whether a place in the genitive says in what another lies («село Чере Хивского района»)."""
    head = document.tokens[outer.last - 1]
    return document.language != "en" and inner.last == outer.first and "Case=Gen" in head.feats


def _countries_named(document: Document) -> Counter[str]:
    """Count the adjectives and peoples ("Iraqi") that point to a country."""
    known = demonyms()
    found: Counter[str] = Counter()
    for token in document.tokens:
        if token.text[:1].isupper() or not token.text.isascii():
            code = known.get(token.lower) or known.get(token.lower.rstrip("s")) or known.get(token.lemma)
            if code:
                found[code] += 1
    return found


@dataclass(slots=True)
class _Context:
    """How much each country and region weighs in a text, and the likely places, by name."""

    countries: Mapping[str, float]
    regions: Mapping[int, float]
    total: float
    likely: list[tuple[str, Entry, float]]
    adjectives: Mapping[str, int]
    named: set[str]

    @classmethod
    def of(cls, names: Iterable[Name], adjectives: Counter[str]) -> _Context:
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


def choice_features(name: Name, hit: Hit, context: _Context | None, hints: Hints) -> dict[str, float]:
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
        "inside_named": float(_inside(entry, name.containers)),
        "outside_named": float(bool(name.containers) and not _inside(entry, name.containers)),
        "rank_fits": float(bool(name.rank) and _fits(entry, name.rank)),
        "rank_clashes": float(bool(name.rank) and not _fits(entry, name.rank)),
        "home_country": float(hints.country is not None and entry.country == hints.country),
    }
    if context is not None:
        found.update(_context_features(name, hit, context))
    return {feature: value for feature, value in found.items() if value}


def _context_features(name: Name, hit: Hit, context: _Context) -> dict[str, float]:
    entry = hit.entry
    same_country = _own_odds(name, lambda other: other.country == entry.country)
    weight = 1 + math.log(len(name.mentions))
    others = max(context.total - weight, 0.0)
    region = entry.row if entry.feature == "ADM1" else entry.admin1
    same_region = _own_odds(name, lambda other: _region(other) == region) if region >= 0 else 0.0
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


def _peers(name: Name, entry: Entry, context: _Context) -> float:
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


def _own_odds(name: Name, same: Callable[[Entry], bool]) -> float:
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


def _inside(entry: Entry, containers: Mapping[int, Entry]) -> bool:
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


@lru_cache(maxsize=1)
def choice_weights() -> Mapping[str, float]:
    """Return the weight of each feature, as reviewed in `lexicon/weights.yaml`."""
    return {name: float(weight) for name, weight in read_yaml("weights")["choice"].items()}


def _score(features: Mapping[str, float]) -> float:
    weights = choice_weights()
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def _softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def kilometres(one: Entry, two: Entry) -> float:
    """Return the great-circle distance between two places."""
    return earth.kilometres(one.latitude, one.longitude, two.latitude, two.longitude)
