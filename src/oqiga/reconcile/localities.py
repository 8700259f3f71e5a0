"""Villages and valleys that a report names, by their nouns, and the gazetteer lacks: they tell where it was.

They are compared by name, across scripts and cases; one that is a large town, a region or a land besides is
compared as such.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice

from oqiga.codebook.localities import is_locality, is_word
from oqiga.codebook.plain import plain
from oqiga.codebook.targets import names_no_site
from oqiga.locate.places.gazetteer import Entry, gazetteer
from oqiga.model.claims import Place
from oqiga.model.terms import PlacePrecision
from oqiga.reconcile.naming import base_of_adjective, calendar_words, skeleton, skeletons
from oqiga.reconcile.site_names import names_before, names_behind, words_of

_KNOWN = 100_000
"""People from which a town of the same name anywhere may be meant."""
_Words = list[re.Match[str]]
_MOST = 8
"""Localities of a report that are kept, those named first."""
_SHORTEST = 4
_OF_NAME = (PlacePrecision.CITY, PlacePrecision.DISTRICT, PlacePrecision.REGION)


def localities(text: str, places: Collection[Place], no_names: Collection[str]) -> tuple[str, ...]:
    """Return the skeletons of the small places that a text names, or that its claims are placed in.

    text: the report without what it only recalls. no_names: skeletons of known towns, and of lands.
    """
    left_out = calendar_words() | set(no_names)
    told = [place.name for place in places if place.precision in _OF_NAME and place.geonames_id is None]
    words = words_of(text)
    names = [
        name
        for noun, match in enumerate(words)
        if is_locality(match.group())
        for name in _beside(text, words, noun)
    ]
    names += [word for name in told for word in name.split() if not _is_people(text, words, word)]
    bases = (base_of_adjective(name) for name in names)
    forms = (skeleton(name) for name in bases if _is_little_known(name))
    return tuple(dict.fromkeys(form for form in forms if form not in left_out))[:_MOST]


def _beside(text: str, words: _Words, noun: int) -> Iterator[str]:
    """Yield the names beside a noun: "*Tarsk*, a village", "village of *Tarsk* in …", «деревню *Тарск*»."""
    opens = noun and is_word("after_name", words[noun].group()) and words[noun - 1].group()[0].isupper()
    before = words[noun - 1].group() if opens else next(names_before(text, words, noun), None)
    of_people = is_word("of_peoples", words[noun].group())
    if before is not None and not (of_people and _is_people(text, words, before)):
        yield before
    if noun > 1 and is_word("articles", words[noun - 1].group()):
        gap = text[words[noun - 2].end() : words[noun - 1].start()]
        apposed = gap == ", " and not _before_people(text, words, noun)  # not "Bekov, a village elder"
        if apposed and words[noun - 2].group()[0].isupper():
            yield words[noun - 2].group()
    at = noun + 2 if noun + 1 < len(words) and is_word("led_in", words[noun + 1].group()) else noun + 1
    if at < len(words) and words[at].group()[0].isupper():
        for behind in islice(names_behind(text, words, at), 1):
            if at == noun + 1 or not _before_people(text, words, at):
                yield behind


def _is_people(text: str, words: _Words, name: str) -> bool:
    """Tell whether a name is of people ("*Tarsk* herders"), and no word for where makes it a place."""
    at = [position for position, match in enumerate(words) if match.group() == name]
    places = [position for position in at if position and is_word("where", words[position - 1].group())]
    if any(not _beside_noun(words, each) and not _before_people(text, words, each) for each in places):
        return False
    return any(_before_people(text, words, position) for position in at)


def _beside_noun(words: _Words, at: int) -> bool:
    return at + 1 < len(words) and is_locality(words[at + 1].group())


def _before_people(text: str, words: _Words, at: int) -> bool:
    """Tell whether an English word that does not go on stands right behind a name: "Tarsk *herders*"."""
    if at + 1 >= len(words) or text[words[at].end() : words[at + 1].start()] != " ":
        return False
    behind = words[at + 1].group()
    known = is_word("goes_on", behind) or is_locality(behind)
    return behind.isascii() and behind.islower() and not known


@lru_cache(maxsize=20_000)
def _is_little_known(name: str) -> bool:
    """Tell whether a name is of no land or region and of no large town, so that it says much of a place."""
    if len(name) < _SHORTEST or not name[0].isupper() or is_locality(name) or names_no_site(plain(name)):
        return False
    return not any(_is_known(hit.entry) for hit in gazetteer().find(name) if hit.kind != "rough")


def _is_known(entry: Entry) -> bool:
    """Tell whether a place is a land, a region, a large town, or the town that a region is called after."""
    if entry.is_country or entry.feature == "ADM1" or entry.population >= _KNOWN:
        return True
    region = gazetteer().region_name(entry)
    return region is not None and not skeletons(region).isdisjoint(skeletons(entry.name))
