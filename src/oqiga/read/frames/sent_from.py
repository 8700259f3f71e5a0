"""Where a report was sent from, which is not always where it happened: «МОСКВА, 6 июн – … в Актобе»."""

from __future__ import annotations

from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.sites import in_dateline, of_hospital
from oqiga.model.claims import Place
from oqiga.model.span import Span
from oqiga.model.syntax import Sentence, Token
from oqiga.model.terms import PlacePrecision
from oqiga.read.context import Context

_TOWNS = (PlacePrecision.CITY, PlacePrecision.DISTRICT)
_BESIDE = 3
"""Code points between the place and the date of a dateline."""
_DASHES = (" – ", " — ")
_OPENING = 20
"""Code points behind the place of a dateline in which others belong to it ("KHAR, Pakistan –")."""


def leads_elsewhere(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a mention is a dateline in capitals, and the sentence behind it names another town."""
    if not in_dateline(context.document, mention):
        return False
    lead = _lead(context, mention)
    return lead is not None and any(
        each.place.precision in _TOWNS and place_key(each.place) != place_key(mention.place)
        for each in context.places_in(Span(mention.span.end, lead.span.end))
    )


def is_sent_from(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a mention opens the text and a date follows it ("Astana. June 5. – …")."""
    if context.report.text[: mention.span.start].strip():
        return False
    behind = context.report.text[mention.span.end : mention.span.end + _BESIDE]
    return behind[:1] in (".", ",") and any(
        0 < time.span.start - mention.span.end <= _BESIDE for time in context.times
    )


def sent_from_afar(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a place is only where the report was sent from: «МОСКВА, 6 июн – … в Актобе».

    So it is when the text names other places and never again that of its dateline: any others behind a
    place with a date ("Astana. June 5. –"), those of another country alone behind mere capitals, unless its
    first sentence tells of a settlement without a name ("… attacked *a village* near the border") or only of
    a part of the country ("in *northern Mali*").
    """
    dated = is_sent_from(context, mention)
    if not dated and not in_dateline(context.document, mention):
        return False
    opening = _opening_end(context, mention)
    others = [each for each in context.places if each.span.start > opening]
    key = place_key(mention.place)
    own = [each for each in others if not (each.measured or of_hospital(context.document, each))]
    if any(place_key(each.place) == key and not _is_site(each) for each in own):
        return False
    if dated:
        return any(not _is_site(each) for each in others)
    countries = {each.place.country for each in others if each.place.country}
    abroad = bool(countries) and mention.place.country not in countries
    return abroad or _leads_out(context, mention) or _leads_wide(context, mention)


def _opening_end(context: Context, mention: PlaceMention) -> int:
    """Return where a dateline ends: at its dash ("ASTANA. Agency *–* …"), else some letters on."""
    behind = context.report.text[mention.span.end : mention.span.end + 2 * _OPENING]
    dash = next((at for mark in _DASHES if (at := behind.find(mark)) >= 0), _OPENING)
    return mention.span.end + dash


def _is_site(mention: PlaceMention) -> bool:
    return mention.place.precision is PlacePrecision.SITE


def _leads_wide(context: Context, mention: PlaceMention) -> bool:
    """Tell whether the sentence behind a dateline only tells a part of its country: "in northern Mali"."""
    lead = _lead(context, mention)
    parts = [] if lead is None else context.places_in(Span(mention.span.end, lead.span.end))
    return any(each.within is not None and _is_part_of_country(each, each.within) for each in parts)


def _is_part_of_country(mention: PlaceMention, whole: PlaceMention) -> bool:
    wide = whole.place.precision is PlacePrecision.COUNTRY and mention.span.covers(whole.span)
    return wide and mention.place.precision is PlacePrecision.REGION


def _leads_out(context: Context, mention: PlaceMention) -> bool:
    """Tell whether the sentence behind a dateline tells of a settlement or province that it does not name."""
    sites = context.pack.lexicon("sites")
    unnamed = frozenset((*sites.get("unnamed", ()), *sites.get("unnamed_around", ())))
    lead = _lead(context, mention) if unnamed else None
    return lead is not None and any(
        token.lemma in unnamed
        and any("Definite=Ind" in child.feats for child in context.document.children(noun, "det"))
        for token in context.document.tokens_of(lead)
        for noun in (token, *_whole_of(context, token))
    )


def _lead(context: Context, mention: PlaceMention) -> Sentence | None:
    """Return the sentence behind the place of a dateline, which may be a sentence of its own."""
    for sentence in context.document.sentences:
        if sentence.span.end <= mention.span.end + _OPENING:
            continue
        verbs = any(token.pos in ("VERB", "AUX") for token in context.document.tokens_of(sentence))
        if verbs or not sentence.span.covers(mention.span):
            return sentence
    return None


def _whole_of(context: Context, token: Token) -> list[Token]:
    """Return the noun that a word is taken to be a part of: "a *village* north of Osh"."""
    above = context.document.head(token)
    return [above] if above is not None and token.dep == "compound" else []


def place_key(place: Place) -> str:
    """Return what makes two mentions one place."""
    return str(place.geonames_id) if place.geonames_id is not None else place.name.lower()
