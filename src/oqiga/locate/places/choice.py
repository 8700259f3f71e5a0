"""Which of several namesakes does a text mean? A linear model over prominence, form and context.

All mentions of one name in a text mean one place. Each name first gets odds from its own form and prominence;
the places so likely to be meant then speak for their neighbours: same country, same region, near by. Features
and weights have names; `lexicon/weights.yaml` says what each means.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.gazetteer import Entry
from oqiga.locate.places.lexicon import read_yaml, words
from oqiga.locate.places.named import Name, countries_named, grouped
from oqiga.locate.places.ranks import rank_word
from oqiga.locate.places.reading_features import (
    Hints,
    Surroundings,
    choice_features,
    inside,
    kilometres,
    own_odds,
)
from oqiga.model.syntax import Document

_ROUNDS = 3
_MOST_LEADERS = 6
_ONE_SPOT_KM = 60.0
_LITTLE_KNOWN = {True: (10, 15_000), False: (40, 500_000)}
"""Fewer spellings and people than these make a town little known; its main name counts for more (True)."""
_LEAST_TIE = 0.2
_LEAST_HOME = 1.5
"""How much a text must speak for another land than the one that a namesake lies in."""
_LEAST_VILLAGE = 0.5
"""And where it calls the place a village, as which few know a town."""
_BEFORE = 2
"""Tokens before a name in which the noun for it and "of" stand."""


def resolve(
    document: Document, candidates: Sequence[Candidate], hints: Hints, rounds: int = _ROUNDS
) -> dict[int, tuple[Entry, float]]:
    """Return for each candidate, by its first token, the place it means and how likely that is.

    rounds: how often names speak for their neighbours, plus one; two are enough for a first look.
    """
    names = grouped(document, candidates)
    countries = countries_named(document)
    for turn in range(rounds):
        context = Surroundings.of(names, countries) if turn else None
        updated = []
        for name in names:
            scores = [_score(choice_features(name, hit, context, hints)) for hit in name.readings]
            updated.append(_softmax(scores))
        for name, odds in zip(names, updated, strict=True):
            name.odds = odds
    chosen = {}
    context = Surroundings.of(names, countries)
    cities = {(name.key, _best(name)[0].row) for name in names if name.readings}
    for name in names:
        if not name.readings:
            continue
        best, likely = _best(name)
        land = next((hit.entry for hit in name.readings if hit.entry.is_country), None)
        if land is not None and (f"{name.key} city", best.row) in cities:
            best = land  # where "Mexico City" is told, Mexico is the land
        village = any(_is_village(document, mention) for mention in name.mentions)
        if (name.held and not inside(best, name.containers)) or _is_stranger(name, best, context, village):
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


def _is_village(document: Document, mention: Candidate) -> bool:
    """Tell whether the noun beside a name is that of a village: "the *village* of Osh"."""
    lexicon = words(document.language)
    before = range(max(0, mention.first - _BEFORE), mention.core[0])
    beside = (*before, *range(mention.core[1], mention.last))
    nouns = (document.tokens[at] for at in beside)
    return any(
        noun.lower in lexicon.villages or rank_word(noun, document.language, lexicon) in lexicon.villages
        for noun in nouns
    )


def _is_stranger(name: Name, entry: Entry, context: Surroundings, village: bool) -> bool:
    """Tell whether a little known town lies elsewhere than the text says, or than all else it names.

    The gazetteer lacks the village that is meant, and has a namesake somewhere in the world. village: whether
    the text calls it one, as which few know a town.
    """
    if not (entry.is_city or entry.feature == "ADM2") or inside(entry, name.containers):
        return False
    exact = not village and any(hit.entry.row == entry.row and hit.kind == "main" for hit in name.readings)
    fame, people = _LITTLE_KNOWN[exact]
    if entry.spellings >= fame or entry.population >= people:
        return False
    if any(each.country not in ("", entry.country) for each in name.containers.values()):
        return all(each.country != entry.country for each in name.containers.values())
    weight = 1 + math.log(len(name.mentions))

    def others(country: str) -> float:
        own = own_odds(name, lambda other: other.country == country)
        return context.countries.get(country, 0.0) - weight * own

    if others(entry.country) > _LEAST_TIE:
        return False
    home = max((others(country) for country in context.countries if country != entry.country), default=0.0)
    if village:
        rest = context.total - weight * sum(name.odds)
        return home >= _LEAST_VILLAGE and home > rest / 2
    return home >= _LEAST_HOME and home > context.total / 2


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
