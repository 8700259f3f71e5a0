"""Where a measure holds: the places of its clause, else the town or the country the report is about."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.mentions import PlaceMention
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import MeasureType, PlacePrecision
from oqiga.read.context import Context
from oqiga.read.frames.clauses import chain, nominal, subject_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.where import main_country, named_in
from oqiga.read.measures.lexicon import MeasureLexicon

_WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)


def places_of(
    context: Context, lexicon: MeasureLexicon, hit: Hit[MeasureType], span: Span, main: PlaceMention | None
) -> Sequence[PlaceMention]:
    """Return where a measure holds.

    span: of its clause. main: the town the report is about, for clauses that name no place. A measure of
    a kind that holds for whole countries holds for the one that orders it or whose it is, and for the
    country of the report when its clause speaks of no place at all.
    """
    national = hit.frame.value in lexicon.national
    if national and (own := _own(context, hit)) is not None:
        return [own]
    if named := named_in(context, span):
        return named
    if (owner := _own(context, hit, of_any_kind=True)) is not None:
        return [owner]
    if national and not _points_back(context, lexicon, span) and (country := _country(context)) is not None:
        return [country]
    return [main] if main is not None else []


def _own(context: Context, hit: Hit[MeasureType], *, of_any_kind: bool = False) -> PlaceMention | None:
    """Return the country or region in the subject of the clause, or within the measure's name.

    of_any_kind: towns and sites too.
    """
    document = context.document
    governors = chain(document, hit.trigger)
    subjects = [subject for verb in governors if (subject := subject_of(document, verb)) is not None]
    named = {index for token in _of_name(hit) for index in nominal(document, token, deep=False)}
    named.update(index for subject in subjects for index in nominal(document, subject, deep=False))
    for mention in context.places:
        if (of_any_kind or mention.place.precision in _WIDE) and any(
            mention.span.covers(document.tokens[index].span) for index in named
        ):
            return mention
    return None


def _of_name(hit: Hit[MeasureType]) -> list[Token]:
    tokens = [hit.trigger] if hit.met is None else [hit.trigger, hit.met]
    return [token for token in tokens if token.pos in ("NOUN", "PROPN")]


def _points_back(context: Context, lexicon: MeasureLexicon, span: Span) -> bool:
    """Tell whether the clause says "the city" or the like, but not "the country", of a place told before."""
    back = frozenset(context.pack.lexicon("sites")["back_to_place"]) - lexicon.country_words
    sentence = context.sentence_at(span.start)
    inside = () if sentence is None else context.document.tokens_of(sentence)
    return any(token.lower in back for token in inside if span.covers(token.span))


def _country(context: Context) -> PlaceMention | None:
    """Return the first mention of the country most places lie in, None when the text never names it."""
    code = main_country(context)
    return next(
        (
            mention
            for mention in context.places
            if mention.place.country == code and mention.place.precision is PlacePrecision.COUNTRY
        ),
        None,
    )
