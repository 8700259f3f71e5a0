"""Capitals told without their name: "Kenya's capital", «столица Афганистана», «Ауғанстан астанасы»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from oqiga.locate.mentions import PlaceMention, Standing
from oqiga.locate.places.gazetteer import Entry, gazetteer
from oqiga.locate.places.lexicon import Words, demonyms, words
from oqiga.locate.places.resolving import resolved
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import PlacePrecision

_JOINING = frozenset(("of", "the"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_CODE = 2
_BESIDE = 200
"""Code points around a noun in which its sentence may name the capital."""


def find_capitals(document: Document, named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return the capitals that a text calls by their country alone, each at the noun for a capital.

    A capital that its sentence names is left out, and so is one without a country beside it, unless the text
    names one country and no town at all.
    """
    lexicon = words(document.language)
    if not any(noun in document.text for noun in lexicon.capitals):
        return []
    finder = _Finder(document, named, lexicon)
    found = (finder.at(token) for token in document.tokens if token.text in lexicon.capitals)
    return [each for each in found if each is not None]


class _Finder:
    """Knows the places that a text names, by where they stand."""

    def __init__(self, document: Document, named: Sequence[PlaceMention], lexicon: Words) -> None:
        self._document, self._lexicon = document, lexicon
        self._standing = Standing(named)
        self._starting = {each.span.start: each for each in named}
        self._ending = {each.span.end: each for each in named}
        self._only = _only(named)
        self._starts = sorted(self._starting)

    def at(self, token: Token) -> PlaceMention | None:
        """Return the capital that a noun means, None where it cannot be told or its name is told."""
        if self._standing.overlaps(token.span):
            return None
        region = self._region_behind(token)
        country = None if region is not None else self._country(token)
        entry = gazetteer().capital(country) if country else gazetteer().seat(region or 0)
        if entry is None or self._named_beside(token, entry):
            return None
        place = resolved(entry.name, entry, token.span, gazetteer())
        return PlaceMention(span=token.span, place=place, feature=entry.feature)

    def _region_behind(self, token: Token) -> int | None:
        """Return the region that a noun is told to be the capital of («столица *Чечни*»): its GeoNames id."""
        tokens, sentence = self._document.tokens, self._document.sentence_of(token)
        behind = token.index + 1
        while behind < sentence.last and tokens[behind].span.start not in self._starting:
            words = {tokens[behind].lower, tokens[behind].lemma}
            if not words & (_JOINING | demonyms().keys()):
                return None
            behind += 1
        mention = self._starting.get(tokens[behind].span.start) if behind < sentence.last else None
        if mention is None or mention.place.precision is not PlacePrecision.REGION:
            return None
        return mention.place.geonames_id or 0

    def _country(self, token: Token) -> str | None:
        tokens, sentence = self._document.tokens, self._document.sentence_of(token)
        behind, before = token.index + 1, token.index - 1
        while behind < sentence.last and tokens[behind].lower in _JOINING:
            behind += 1
        while before > sentence.first and tokens[before].text in _POSSESSIVE:
            before -= 1
        land = _land(self._starting.get(tokens[behind].span.start)) if behind < sentence.last else None
        if land is None and self._document.language != "ru" and before >= sentence.first:
            land = _land(self._ending.get(tokens[before].span.end))
        of = tokens[min(token.index + 1, sentence.last - 1)].lower in _JOINING
        if land is not None or before < sentence.first or of:
            return land
        known = demonyms()
        code = known.get(tokens[before].lower) or known.get(tokens[before].lemma)
        if {tokens[before].lower, tokens[before].lemma} & self._lexicon.of_regions:
            return None
        if code is not None:
            return code if len(code) == _CODE else None
        return self._only if tokens[before].lower in self._lexicon.before_capital else None

    def _named_beside(self, token: Token, capital: Entry) -> bool:
        """Tell whether the sentence names the capital near by, or another town right behind the noun."""
        sentence = self._document.sentence_of(token)
        first = bisect_left(self._starts, max(sentence.span.start, token.span.start - _BESIDE))
        last = bisect_left(self._starts, min(sentence.span.end, token.span.end + _BESIDE))
        near = (self._starting[start].place.geonames_id for start in self._starts[first:last])
        if capital.geonames_id in near:
            return True
        tokens, behind = self._document.tokens, token.index + 1
        while behind < sentence.last and tokens[behind].text in (",", "("):
            behind += 1
        other = self._starting.get(tokens[behind].span.start) if behind < sentence.last else None
        return other is not None and other.place.precision is PlacePrecision.CITY


def _land(mention: PlaceMention | None) -> str | None:
    """Return the code of a country that a mention names, None for any other place."""
    country = mention is not None and mention.place.precision is PlacePrecision.COUNTRY
    return mention.place.country if mention is not None and country else None


def _only(named: Sequence[PlaceMention]) -> str | None:
    """Return the one country that a text names, None where it names others or any town."""
    if any(each.place.precision in (PlacePrecision.CITY, PlacePrecision.DISTRICT) for each in named):
        return None
    countries = {each.place.country for each in named if each.place.country}
    return countries.pop() if len(countries) == 1 else None
