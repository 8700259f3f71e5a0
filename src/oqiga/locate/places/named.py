"""Names as a text uses them: mentions of one name together, what may hold it, and the peoples named.

"Tripoli, Libya" and "Tripoli, Lebanon" are two names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.gazetteer import Entry, Hit
from oqiga.locate.places.lexicon import demonyms
from oqiga.locate.places.spelling import place_key
from oqiga.model.syntax import Document

_MOST_READINGS = 40


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


def grouped(document: Document, candidates: Sequence[Candidate]) -> list[Name]:
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
    genitive = inner.last == outer.first and "Case=Gen" in head.feats
    return document.language != "en" and genitive and not owns_behind(document, outer)


def owns_behind(document: Document, place: Candidate) -> bool:
    """Tell whether a genitive owns what stands behind it: «Ошта *Қытайдың* елшілігі» says nothing of Osh."""
    head = document.tokens[place.last - 1]
    return "Case=Gen" in head.feats and head.head > head.index


def countries_named(document: Document) -> Counter[str]:
    """Count the adjectives and peoples ("Iraqi") that point to a country."""
    known = demonyms()
    found: Counter[str] = Counter()
    for token in document.tokens:
        if token.text[:1].isupper() or not token.text.isascii():
            code = known.get(token.lower) or known.get(token.lower.rstrip("s")) or known.get(token.lemma)
            if code:
                found[code] += 1
    return found
