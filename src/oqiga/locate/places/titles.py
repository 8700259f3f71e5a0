"""Towns that a heading names, found by their spelling alone: a heading is not parsed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from oqiga.locate.places.gazetteer import Entry, Hit, gazetteer
from oqiga.locate.places.lexicon import demonyms, dictionary_forms, words

_WORD = re.compile(r"[\w’'-]+")
_MOST_WORDS = 3
_KNOWN = 100_000
"""Inhabitants from which a town is taken for itself; smaller ones share their names with too much."""
_FAMOUS = 1_000_000
"""Inhabitants from which a town needs no other word of its country."""
_JOINING = frozenset(("of", "the"))
_SEATS = ("PPLC", "PPLA")


@lru_cache(maxsize=4096)
def towns_in_title(title: str, language: str) -> tuple[Entry, ...]:
    """Return the towns that a heading names, in order, the largest of each name; small ones left out.

    A capital may be told by its country alone: "Kenya's capital", «столица Кении».
    """
    found: dict[int, Entry] = {}
    seldom = words(language).seldom
    tokens = list(_WORD.finditer(title))
    start = 0
    while start < len(tokens):
        taken = 1
        capital = _capital([each.group() for each in tokens], start, language)
        if capital is not None:
            found.setdefault(capital.row, capital)
        for size in range(min(_MOST_WORDS, len(tokens) - start), 0, -1):
            run = tokens[start : start + size]
            name = title[run[0].start() : run[-1].end()]
            if name.lower() in seldom or not all(_large(each.group()) for each in run) or "\n" in name:
                continue
            hits = _hits(name, language)
            if hits:
                taken = size
                entry = _town(hits)
                if entry is not None:
                    found.setdefault(entry.row, entry)
                break
        start += taken
    return tuple(found.values())


def _capital(told: Sequence[str], at: int, language: str) -> Entry | None:
    """Return the capital that a word for one stands for beside a country or its people."""
    if told[at].lower() not in {each.lower() for each in words(language).capitals}:
        return None
    before = told[at - 1] if at else ""
    behind = next((each for each in told[at + 1 :] if each.lower() not in _JOINING), "")
    for name in (before.removesuffix("'s").removesuffix("’s"), behind):
        code = demonyms().get(name.lower()) or _land(name, language)
        if code:
            return gazetteer().capital(code)
    return None


def _land(name: str, language: str) -> str | None:
    lands = (hit.entry.country for hit in _hits(name, language) if hit.entry.is_country) if name else ()
    return next(iter(lands), None)


def is_famous(entry: Entry) -> bool:
    """Tell whether a town is so well known that its name alone tells it."""
    return entry.feature == "PPLC" or entry.population >= _FAMOUS


def _large(word: str) -> bool:
    return word[:1].isupper()


def _hits(name: str, language: str) -> tuple[Hit, ...]:
    """Return what a name may mean, in the first of its dictionary forms that is known."""
    forms = (name,) if language == "en" else dictionary_forms(name, language)
    return next((hits for form in forms if (hits := gazetteer().find(form))), ())


def _town(hits: Sequence[Hit]) -> Entry | None:
    """Return the largest town of some size among hits, None where a country has the name."""
    if any(hit.entry.is_country for hit in hits):
        return None
    towns = [
        hit.entry
        for hit in hits
        if hit.entry.is_city
        and (hit.entry.population >= _KNOWN or hit.entry.feature in _SEATS)
        and (hit.kind == "main" or is_famous(hit.entry))
    ]
    return max(towns, key=lambda entry: (entry.population, entry.row), default=None)
