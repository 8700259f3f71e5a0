"""Where a measure holds: the places of its clause, else the town or the country the report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.gazetteer import gazetteer
from oqiga.locate.places.lexicon import demonyms
from oqiga.locate.places.resolving import resolved
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import MeasureType, PlacePrecision
from oqiga.read.context import Context
from oqiga.read.events.lexicon import event_lexicon
from oqiga.read.frames.clauses import chain, is_definite, nominal, subject_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.sent_from import place_key
from oqiga.read.frames.where import main_country, named_in
from oqiga.read.measures.lexicon import MeasureLexicon

WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
"""Precisions of places that have authorities of their own."""


def places_of(
    context: Context, lexicon: MeasureLexicon, hit: Hit[MeasureType], span: Span, main: PlaceMention | None
) -> Sequence[PlaceMention]:
    """Return where a measure holds.

    span: of its clause. main: the town the report is about, for clauses that name no place. A measure of
    a kind that holds for whole countries holds for the one that orders it or whose it is, and for the
    country of the report when its clause speaks of no place at all.
    """
    national = hit.frame.value in lexicon.national
    if national and (own := _own(context, hit) or _people_of(context, hit)) is not None:
        return [own]
    named = [each for each in named_in(context, span) if not _elsewhere(context, hit, each)]
    if near := _of_clause(context, hit, named):
        return near
    if (country := _of_the_country(context, lexicon, span)) is not None:
        return [country]
    if named and not national:
        return named
    owner = _own(context, hit, of_any_kind=True) or _named_again(context, hit)
    if owner is not None:
        return [owner]
    if (region := _of_the_region(context, lexicon, hit, span)) is not None:
        return [region]
    country = _country(context) or _land_of_its_head(context, lexicon, hit) if national else None
    if country is not None and not _points_back(context, lexicon, span):
        return [country]
    if (told := _told_before(context, hit, span)) is not None and (national or not _holds(told, main)):
        return [told]
    land = _people_of(context, hit)
    if land is not None and (main is None or main.place.country != land.place.country):
        return [land]
    return [main] if main is not None else []


def _of_clause(context: Context, hit: Hit[MeasureType], named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return those places that stand in the clause itself, not in a clause that hangs on it."""
    document = context.document
    own = {index for token in chain(document, hit.trigger) for index in nominal(document, token)}
    return [each for each in named if any(each.span.covers(document.tokens[index].span) for index in own)]


def _of_the_country(context: Context, lexicon: MeasureLexicon, span: Span) -> PlaceMention | None:
    """Return the country of the report where a clause says "the country" or the like, named or not."""
    words = (token for token in context.tokens_in(span) if token.lower in lexicon.country_words)
    word, code = next(words, None), main_country(context)
    if word is None or code is None:
        return None
    return _mention_of(context, code) or _country_at(word, code)


def _named_again(context: Context, hit: Hit[MeasureType]) -> PlaceMention | None:
    """Return the country or region told elsewhere that a body is called by ("the *Manipur* Government")."""
    wide = {
        each.place.name.lower(): each for each in reversed(context.places) if each.place.precision in WIDE
    }
    words = (context.document.tokens[index] for index in sorted(_named_by(context, hit)))
    return next((wide[word.lower] for word in words if word.pos == "PROPN" and word.lower in wide), None)


def _of_the_region(
    context: Context, lexicon: MeasureLexicon, hit: Hit[MeasureType], span: Span
) -> PlaceMention | None:
    """Return the region told most often, where a clause says "the state" or "the province"."""
    own = range(hit.match.first, hit.match.last)  # "the *state* of emergency"
    definite = any(
        token.lower in lexicon.region_words
        and token.index not in own
        and is_definite(context.document, token)
        for token in context.tokens_in(span)
    )
    regions = [each for each in context.places if each.place.precision is PlacePrecision.REGION]
    if not definite or not regions:
        return None
    votes = Counter(place_key(each.place) for each in regions)
    return max(regions, key=lambda each: (votes[place_key(each.place)], -each.span.start))


def _holds(wide: PlaceMention, main: PlaceMention | None) -> bool:
    """Tell whether a country or region is the one that the main place of the report lies in."""
    return main is not None and wide.place.precision in WIDE and wide.place.country == main.place.country


def _elsewhere(context: Context, hit: Hit[MeasureType], mention: PlaceMention) -> bool:
    """Tell whether a place is only where an event was ("a suspect in the *Paris* attacks"), or no place.

    What is inquired into is where its inquiry is.
    """
    inside = [token for token in context.tokens_in(mention.span) if token.index != hit.trigger.index]
    if not inside:
        return True
    if hit.frame.value is MeasureType.INVESTIGATION:
        return False
    token = inside[-1]
    governor = context.document.head(token)
    beside = token.dep in ("compound", "nmod", "nmod:poss", "amod")
    return (
        beside
        and governor is not None
        and governor.index != hit.trigger.index
        and _is_event(context, governor)
    )


def _is_event(context: Context, token: Token) -> bool:
    meant = event_lexicon(context.pack).triggers.meanings(token) if token.pos in ("NOUN", "PROPN") else []
    return any(word.manner == "nouns" for word in meant)


def _told_before(context: Context, hit: Hit[MeasureType], span: Span) -> PlaceMention | None:
    """Return the last place told in front of the clause in its sentence ("Officials *in Osh* say they …")."""
    sentence = context.sentence_at(span.start)
    if sentence is None:
        return None
    before = [
        each
        for each in named_in(context, Span(sentence.span.start, span.start))
        if not _elsewhere(context, hit, each)
    ]
    return before[-1] if before else None


def _people_of(context: Context, hit: Hit[MeasureType]) -> PlaceMention | None:
    """Return the country whose adjective stands with who orders it ("the *Belgian* interior minister")."""
    known = demonyms()
    words = [context.document.tokens[index].lower for index in sorted(_named_by(context, hit))]
    codes = [known[word].split("/")[0] for word in words if word in known]
    return next((each for code in codes if (each := _mention_of(context, code)) is not None), None)


def _own(context: Context, hit: Hit[MeasureType], *, of_any_kind: bool = False) -> PlaceMention | None:
    """Return the country or region in the subject of the clause, or within the measure's name.

    of_any_kind: towns and sites too.
    """
    document = context.document
    named = _named_by(context, hit)
    for mention in context.places:
        if hit.trigger.span.covers(mention.span):
            continue
        if (of_any_kind or mention.place.precision in WIDE) and any(
            mention.span.covers(document.tokens[index].span) for index in named
        ):
            return mention
    return None


def _named_by(context: Context, hit: Hit[MeasureType]) -> set[int]:
    """Return positions of the subjects of the clause and of the measure's name."""
    document = context.document
    governors = chain(document, hit.trigger)
    subjects = [subject for verb in governors if (subject := subject_of(document, verb)) is not None]
    named = {index for token in _of_name(hit) for index in nominal(document, token, deep=False)}
    named.update(index for subject in subjects for index in nominal(document, subject, deep=False))
    return named


def _of_name(hit: Hit[MeasureType]) -> list[Token]:
    tokens = [hit.trigger] if hit.met is None else [hit.trigger, hit.met]
    return [token for token in tokens if token.pos in ("NOUN", "PROPN")]


def _points_back(context: Context, lexicon: MeasureLexicon, span: Span) -> bool:
    """Tell whether the clause says "the city" or the like, but not "the country", of a place told before."""
    back = frozenset(context.pack.lexicon("sites")["back_to_place"]) - lexicon.country_words
    return any(token.lower in back for token in context.tokens_in(span))


def _land_of_its_head(
    context: Context, lexicon: MeasureLexicon, hit: Hit[MeasureType]
) -> PlaceMention | None:
    """Return the country of the report where the head of a land orders it, though no word names it."""
    words = (context.document.tokens[index] for index in sorted(_named_by(context, hit)))
    head = next((word for word in words if lexicon.heads_of_land.has(word)), None)
    code = main_country(context)
    return _country_at(head, code) if head is not None and code is not None else None


def _country(context: Context) -> PlaceMention | None:
    """Return the country most places lie in, as the text names it; None when it never does."""
    return _mention_of(context, main_country(context))


def _mention_of(context: Context, code: str | None) -> PlaceMention | None:
    """Return the first mention of a country, by its name or else by its adjective."""
    named = next(
        (
            mention
            for mention in context.places
            if mention.place.country == code and mention.place.precision is PlacePrecision.COUNTRY
        ),
        None,
    )
    return named or (_adjective_of(context, code) if code is not None else None)


def _adjective_of(context: Context, code: str) -> PlaceMention | None:
    """Return a country that only its adjective names ("the *Kenyan* government")."""
    known = demonyms()
    token = next((each for each in context.document.tokens if known.get(each.lower) == code), None)
    return _country_at(token, code) if token is not None else None


def _country_at(token: Token, code: str) -> PlaceMention | None:
    """Return a country that a word means without naming it."""
    places = gazetteer()
    row = places.country_rows().get(code)
    if row is None:
        return None
    entry = places.entry(row)
    return PlaceMention(
        span=token.span, place=resolved(entry.name, entry, token.span, places), feature=entry.feature
    )
