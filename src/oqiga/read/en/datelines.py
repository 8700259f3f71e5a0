"""Where and when a report was filed, in front of its first sentence: it is parsed apart from it."""

from __future__ import annotations

import re

from oqiga.locate.places.gazetteer import gazetteer

_FILED = re.compile(
    r"(?:[^\n()]{2,70}\([^()\n]{2,40}\)\s?[-–—]{1,2}\s*"
    r"|[A-Z][A-Z.'’-]{2,30}\b[^\n()]{0,60}?(?:\([^()\n]{2,40}\)[^\n()]{0,40}?){0,2}\s?[-–—]{1,2}\s+)"
    r"(?=[\"“‘A-Z0-9])"
)
"""What only a dateline looks like: an agency in brackets, or a place in capitals, and a dash.

A place in capitals may have its region in brackets too: "OSH (Osh Region, Kyrgyzstan), Nov 4 (Agency) —".
"""
_TOWN = re.compile(
    r"(?P<place>[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2})(?:, (?P<land>[A-Z][^\n:,–—]{1,30}?))?"
    r"(?::| [-–—]{1,2}) +(?=[\"“‘A-Z0-9])"
)
"""What is one if it names a town or a country: "Peshawar - Gunmen killed six", "Kenya: At least 15 dead"."""
_LOST = re.compile(
    r"(?P<place>[A-Z][A-Z'’-]{2,20}(?: [A-Z'’-]{2,20}){0,2}), (?=(?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}))"
)
"""One whose dash was lost: "OUAGADOUGOU, Burkina Faso Gunmen killed six"."""
_RUN_ON = re.compile(
    r"[A-Z][A-Z'’-]{2,20}(?: [A-Z'’-]{2,20}){0,2}, (?P<land>[A-Z][\w ]{2,30}?)[–—](?=[\"“‘A-Z0-9])"
)
"""One whose dash stands between no spaces: "MANILA, Philippines—Rebels killed five"."""
_LONGEST = 160
_PEOPLE = 50_000
"""Smallest town that is known by its name alone; smaller ones are too often also words ("Police")."""


def dateline_end(block: str) -> int:
    """Return the position behind the dateline of a paragraph, 0 when it has none."""
    opening = block[:_LONGEST]
    filed = _FILED.match(opening)
    if filed is not None:
        return filed.end()
    town = _TOWN.match(opening)
    if town is not None and (_is_place(town["place"]) or _is_country(town["land"])):
        return town.end()
    run_on = _RUN_ON.match(opening)
    if run_on is not None and _is_country(run_on["land"]):
        return run_on.end()
    lost = _LOST.match(opening)
    return _behind_land(lost["land"], lost.end()) if lost is not None else 0


def _behind_land(words: str, start: int) -> int:
    """Return the position behind the country that words with capitals begin with and go on behind, else 0."""
    land, _, rest = words.rpartition(" ")
    while land:
        if rest and _is_country(land):
            return start + len(land) + 1
        land, _, rest = land.rpartition(" ")
    return 0


def _is_country(name: str | None) -> bool:
    return name is not None and any(
        hit.entry.is_country and hit.entry.name == name for hit in gazetteer().find(name)
    )


def _is_place(name: str) -> bool:
    entries = [hit.entry for hit in gazetteer().find(name) if hit.entry.name == name]
    return any(each.is_country or (each.is_city and each.population >= _PEOPLE) for each in entries)
