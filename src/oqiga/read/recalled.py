"""What a report recalls below its story from another place: «*Ранее* в Бельске прогремел взрыв»."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.codebook.targets import names_other_kinds
from oqiga.locate.mentions import PlaceMention, TimeMention
from oqiga.model.claims import Claim, Event, Place, Toll
from oqiga.model.earth import kilometres
from oqiga.model.syntax import Sentence
from oqiga.model.terms import PlacePrecision
from oqiga.read.calendar_days import first_day
from oqiga.read.context import Context
from oqiga.read.frames.where import named_in
from oqiga.read.phrases import Phrases

_LEAD = 2
"""Sentences at the top of the shortest reports that recall nothing: a title and what it says."""
_OPENING = 3
"""Words at the start of a sentence within which it says that it recalls something."""
_WIDE = frozenset({PlacePrecision.REGION, PlacePrecision.COUNTRY})
_NEAR_KM = 30.0
_KNOWN = frozenset(PlacePrecision) - {PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD}


def recalled(context: Context, claims: Sequence[Claim], opening: Phrases[str]) -> set[str]:
    """Return ids of what sentences recall of another place or site: by a word, or a day before.

    A place is another where it is none of those told before, and neither lies in one of them nor holds one;
    a land or region counts only where no part of it was told. Of another kind of site is what its paragraph
    also tells under a day before the story's. What goes on about it in their paragraph goes
    with them, up to a sentence with places of its own. opening: such words ("*earlier*").
    """
    found: set[str] = set()
    apart: int | None = None
    for sentence in context.document.sentences[_LEAD:]:
        if _opens(context, sentence, opening) and (
            _lies_elsewhere(context, sentence) or _at_another_site(context, sentence)
        ):
            apart = sentence.paragraph
        elif apart != sentence.paragraph or _known(named_in(context, sentence.span)):
            apart = None
        if apart is not None:
            told = (each for each in claims if sentence.span.covers(each.span))
            found |= {each.id for each in told if isinstance(each, Event | Toll)}
    return found


def _opens(context: Context, sentence: Sentence, opening: Phrases[str]) -> bool:
    tokens, end = context.document.tokens, min(sentence.first + _OPENING, sentence.last)
    if opening.search(tokens, sentence.first, end) is not None:
        return True
    return any(  # «*9 мая* в Бельске взорвалась машина», told on the eleventh
        each.span.start < tokens[end - 1].span.end and _before(context, each)
        for each in context.times_in(sentence.span)
    )


def _before(context: Context, time: TimeMention) -> bool:
    """Tell whether a time is of a day before those on which a report and its story came about."""
    published = first_day(context.report.published)
    if published is None or time.when is None or not time.when.precision.of_one_day:
        return False
    day = first_day(time.when.start)
    return day is not None and (published - day).days > 1


def _lies_elsewhere(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence names places, and none that the text has spoken of before."""
    here = _known(named_in(context, sentence.span))
    before = [each for each in _known(context.places) if each.span.end <= sentence.span.start]
    if not here or not before:
        return False
    story = [each for each in before if not any(_holds(each, other) for other in before)]
    mine = [each for each in here if not any(_holds(each, other) for other in here)]
    return not any(
        _near(one.place, other.place) or _holds(one, other) or _holds(other, one)
        for one in mine
        for other in story
    )


def _at_another_site(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence names other kinds of sites than the text before, its paragraph a day before.

    Without such a day it may tell of a part of the attack that was struck earlier.
    """
    text = context.report.text
    if not names_other_kinds(sentence.span.of(text), text[: sentence.span.start]):
        return False
    rest = (each for each in context.document.sentences if each.paragraph == sentence.paragraph)
    own = [each for each in rest if each.index >= sentence.index]
    return any(_before(context, time) for each in own for time in context.times_in(each.span))


def _known(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    return [
        each
        for each in places
        if each.place.geonames_id is not None and each.place.precision in _KNOWN and not each.measured
    ]


def _near(one: Place, other: Place) -> bool:
    """Tell whether two places are one, or so near that one may be a part of the other."""
    if one.geonames_id == other.geonames_id:
        return True
    if one.precision in _WIDE or other.precision in _WIDE:
        return False
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    told = [each for each in points if each is not None]
    return len(told) == len(points) and kilometres(*told) <= _NEAR_KM


def _holds(wide: PlaceMention, narrow: PlaceMention) -> bool:
    """Tell whether one place lies in another: a region in its land, a town in its region."""
    outer, inner = wide.place, narrow.place
    if outer.country != inner.country or outer.geonames_id == inner.geonames_id:
        return False
    if outer.precision is PlacePrecision.COUNTRY:
        return inner.precision is not PlacePrecision.COUNTRY
    if outer.precision is PlacePrecision.REGION:
        finer = inner.precision not in (PlacePrecision.COUNTRY, PlacePrecision.REGION)
        return finer and outer.admin1 == inner.admin1
    return False
