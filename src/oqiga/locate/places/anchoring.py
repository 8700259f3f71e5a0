"""What places without an entry lie in: the town, district or region that their sentence names beside them."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.mentions import PlaceMention, point_within
from oqiga.locate.places.adjectives import is_adjective
from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.named import owns_behind
from oqiga.locate.places.sites import listed, nearest_anchor, of_story
from oqiga.model.claims import Place
from oqiga.model.syntax import Document
from oqiga.model.terms import PlacePrecision

_IN_TOWNS = (PlacePrecision.NEIGHBOURHOOD, PlacePrecision.SITE, PlacePrecision.DISTRICT)
_HOLDERS = (PlacePrecision.DISTRICT, PlacePrecision.REGION, PlacePrecision.COUNTRY)
_NARROW = (PlacePrecision.DISTRICT, PlacePrecision.REGION)


def anchored_in(
    document: Document, candidates: Sequence[Candidate], mentions: Sequence[PlaceMention]
) -> list[PlaceMention]:
    """Give places without an entry what they lie in.

    Neighbourhoods, streets and buildings get the town of their sentence or lead; villages and districts what
    the genitive behind them names («села Чере Хивского района Дагестана»), else the district or region of
    their sentence, else what their name was told to lie in, else the country, where the text names no other.
    """
    anchors = _Anchors(document, candidates, mentions)
    return [anchors.placed(position) for position in range(len(mentions))]


class _Anchors:
    """Finds what each mention of one text lies in."""

    def __init__(
        self, document: Document, candidates: Sequence[Candidate], mentions: Sequence[PlaceMention]
    ) -> None:
        self._document, self._candidates, self._mentions = document, candidates, mentions
        cities = [
            each
            for each in mentions
            if _known(each) and each.place.precision is PlacePrecision.CITY and not each.measured
        ]
        self._cities = of_story(document, cities)
        lists = listed(document, mentions)
        self._main = next((each for each in self._cities if each.span not in lists), None)
        self._done: dict[int, PlaceMention] = {}
        self._told: dict[tuple[str, ...], PlaceMention] = {}
        # a holder stands right behind what lies in it, and may lie in something itself: from the end
        for position in range(len(mentions) - 1, -1, -1):
            holder = self._needy(position) and self._in_sentence(position)
            if holder:
                self._told[self._name(position)] = holder
                self._done[position] = _within(mentions[position], holder)

    def placed(self, position: int) -> PlaceMention:
        """Return a mention with what it lies in."""
        if position not in self._done:
            mention = self._mentions[position]
            holder = self._elsewhere(position) if self._needy(position) else None
            self._done[position] = mention if holder is None else _within(mention, holder)
        return self._done[position]

    def _needy(self, position: int) -> bool:
        mention = self._mentions[position]
        return (
            mention.within is None
            and not _known(mention)
            and mention.place.precision in (*_IN_TOWNS, PlacePrecision.CITY)
        )

    def _behind(self, position: int) -> int | None:
        """Return the position of the holder named right behind, None without any."""
        outer = position + 1
        if outer == len(self._mentions) or self._candidates[outer].first != self._candidates[position].last:
            return None
        if owns_behind(self._document, self._candidates[outer]):
            return None
        return outer if self._mentions[outer].place.precision in _HOLDERS else None

    def _in_sentence(self, position: int) -> PlaceMention | None:
        """Return the holder that the sentence names: behind, a town, a district or a region."""
        mention = self._mentions[position]
        precision = mention.place.precision
        outer = self._behind(position)
        if outer is not None:
            behind = self._done.get(outer, self._mentions[outer])
            return behind if behind.place.country else None
        sentence = self._document.sentence_of(self._document.tokens[self._candidates[position].first]).span
        inside = [each for each in self._cities if sentence.covers(each.span)]
        town = nearest_anchor(mention.span, inside) if precision in _IN_TOWNS else None
        if town is not None or precision not in (PlacePrecision.DISTRICT, PlacePrecision.CITY):
            return town
        beside = [each for each in (*self._done.values(), *self._mentions) if sentence.covers(each.span)]
        return _nearest(mention, [each for each in beside if _wider(each, precision)])

    def _elsewhere(self, position: int) -> PlaceMention | None:
        """Return the holder that the text names elsewhere."""
        outer = self._behind(position)
        behind = self.placed(outer) if outer is not None else None
        if behind is not None and behind.place.country:
            return behind
        mention = self._mentions[position]
        holder = self._told.get(self._name(position))
        if holder is None and mention.place.precision in _IN_TOWNS:
            holder = self._main
        if holder is not None:
            return holder
        return self._only(PlacePrecision.REGION) or self._only(PlacePrecision.COUNTRY)

    def _only(self, precision: PlacePrecision) -> PlaceMention | None:
        """Return the one region or country that the text names, None where it names several or none.

        Of a region the text must name no other country than its own. "US drones" names no country.
        """
        named = {
            (each.place.geonames_id, each.place.country): each
            for each in self._mentions
            if each.place.precision is precision and each.place.country and not each.measured
            if not is_adjective(self._document, each)
        }
        if len(named) != 1:
            return None
        only = next(iter(named.values()))
        others = {each.place.country for each in self._mentions if each.place.country}
        return only if others == {only.place.country} or precision is PlacePrecision.COUNTRY else None

    def _name(self, position: int) -> tuple[str, ...]:
        """Return the lemmas of a name, by which it is known again in another case."""
        first, last = self._candidates[position].core
        return tuple(token.lemma for token in self._document.tokens[first:last])


def _known(mention: PlaceMention) -> bool:
    return mention.place.latitude is not None


def _wider(mention: PlaceMention, precision: PlacePrecision) -> bool:
    """Tell whether a mention may hold a place of this precision."""
    own = mention.place.precision
    if own not in _NARROW or not mention.place.country:
        return False
    return own is not PlacePrecision.DISTRICT or precision is not PlacePrecision.DISTRICT


def _nearest(mention: PlaceMention, holders: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the narrowest that may hold a place, of equals the nearest."""
    rank = {precision: place for place, precision in enumerate(_NARROW)}
    return min(
        holders,
        key=lambda each: (rank[each.place.precision], abs(each.span.start - mention.span.start)),
        default=None,
    )


def _within(mention: PlaceMention, anchor: PlaceMention) -> PlaceMention:
    latitude, longitude = point_within(anchor.place)
    if anchor.place.precision is PlacePrecision.COUNTRY:
        latitude = longitude = None
    place = Place(
        name=mention.place.name,
        country=anchor.place.country,
        admin1=anchor.place.admin1,
        latitude=latitude,
        longitude=longitude,
        precision=_inside_city(mention.place.precision, anchor.place.precision),
        span=mention.span,
    )
    return PlaceMention(span=mention.span, place=place, within=anchor)


def _inside_city(precision: PlacePrecision, anchor: PlacePrecision) -> PlacePrecision:
    """A district that no gazetteer knows, in a city, is one of the city's own."""
    if precision is PlacePrecision.DISTRICT and anchor is PlacePrecision.CITY:
        return PlacePrecision.NEIGHBOURHOOD
    return precision
