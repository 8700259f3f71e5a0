"""A word that names a town and a month («Қазанда» opening a sentence) is one of them, not both."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.mentions import PlaceMention, TimeMention
from oqiga.model.syntax import Document
from oqiga.model.terms import PlacePrecision


def town_or_month(
    document: Document, times: Sequence[TimeMention], places: Sequence[PlaceMention]
) -> tuple[tuple[TimeMention, ...], tuple[PlaceMention, ...]]:
    """Return times and places without those that are one word both.

    It is the month where its sentence names another town, else the town.
    """
    both = [(time, place) for time in times for place in places if time.span == place.span]
    months = {time.span for time, place in both if _town_besides(document, place, places)}
    towns = {time.span for time, _ in both} - months
    return (
        tuple(each for each in times if each.span not in towns),
        tuple(each for each in places if each.span not in months),
    )


def _town_besides(document: Document, place: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    token = next(each for each in document.tokens if each.span.overlaps(place.span))
    sentence = document.sentence_of(token)
    return any(
        sentence.span.covers(other.span)
        and other.span != place.span
        and other.place.precision is PlacePrecision.CITY
        for other in places
    )
