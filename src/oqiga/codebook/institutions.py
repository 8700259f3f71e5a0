"""Offices under their names in several languages, from institutions.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from oqiga.codebook.plain import plain
from oqiga.datafiles import data_file


@dataclass(frozen=True, slots=True)
class Institution:
    """An office that a name means. id: its usual English name, in small letters.

    country: ISO 3166-1 alpha-2 where the name says whose office it is, else None.
    """

    id: str
    country: str | None


_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tables:
    """Names, countries and voices as plain words."""

    names: Mapping[_Words, Institution]
    countries: Mapping[_Words, str]
    voices: frozenset[_Words]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    loaded = data_file("oqiga.codebook", "institutions")
    names = {
        _words(name): Institution(id, entry.get("country"))
        for id, entry in loaded["institutions"].items()
        for language, listed in entry.items()
        if language != "country"
        for name in listed
    }
    countries = {_words(word): code for code, listed in loaded["countries"].items() for word in listed}
    return _Tables(names, countries, frozenset(_words(word) for word in loaded["voices"]))


@lru_cache(maxsize=4096)
def institution(name: str) -> Institution | None:
    """Return the office that a name means, None when it is none of the codebook.

    The name must be that of the office alone, perhaps with its country and who speaks for it: "Kazakhstan's
    Interior Ministry", «МВД РК», "ҚР ІІМ баспасөз қызметі"; a police department of a town is another office.
    """
    tables = _tables()
    words, country = _words(name), None
    for _ in range(4):
        found = tables.names.get(words)
        if found is not None:
            return Institution(found.id, country or found.country)
        edge = _edge(words, tables)
        if edge is None:
            return None
        words, said = edge
        country = country or said
    return None


def _edge(words: _Words, tables: _Tables) -> tuple[_Words, str | None] | None:
    """Return the words without a country or a voice at one end, the longest first, and that country."""
    for size in range(min(4, len(words) - 1), 0, -1):
        for outer, inner in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            if outer in tables.countries or outer in tables.voices:
                return inner, tables.countries.get(outer)
    return None


def _words(name: str | Sequence[str]) -> _Words:
    return tuple(plain(str(name)).split())
