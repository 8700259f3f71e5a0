"""Where: the places of a clause, most exact first, never invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from oqiga.locate.mentions import PlaceMention
from oqiga.locate.places.sites import in_dateline
from oqiga.model.claims import Place
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import PlacePrecision
from oqiga.read.context import Context
from oqiga.read.frames.homes import is_home
from oqiga.read.frames.only_names import names_outlet
from oqiga.read.frames.outlawed import in_note_of_ban
from oqiga.read.frames.routes import names_route
from oqiga.read.frames.sent_from import is_sent_from, leads_elsewhere, place_key, sent_from_afar
from oqiga.read.languages import LanguagePack

_HIT = ("obj", "obl")
_EXACT = list(PlacePrecision)
_TOWNS = (PlacePrecision.CITY, PlacePrecision.DISTRICT)
_COARSE = (PlacePrecision.REGION, PlacePrecision.COUNTRY)
_BESIDE_NAME = ("compound", "amod", "nmod", "nmod:poss", "flat", "nmod:desc")
_NEAR_LINK = 3
"""First words of a phrase within which what it is aimed at may be led in."""
_ABROAD = ("officials", "journalists", "military")
"""Groups of people of a country that speak or act in others."""
_NOUNS = 3
"""Nouns between a country and the name of a person."""
LEAD = 1500
"""Code points at the top of a report in which its main place is told."""


def main_place(context: Context) -> PlaceMention | None:
    """Return the town the report is about, told most often (the lead counts double); else a wider place.

    The place of the dateline, from where the report was sent, counts once where a date follows it or the
    sentence behind it names another town ("MOSCOW -- … in the city of Volgograd").
    """
    for precisions in (_TOWNS, (PlacePrecision.REGION,), (PlacePrecision.COUNTRY,)):
        votes: Counter[str] = Counter()
        first: dict[str, PlaceMention] = {}
        for mention in context.places:
            far = mention.measured or sent_from_afar(context, mention) or not_where(context, mention)
            far = far or of_person(context, mention) or names_route(context, mention)
            if mention.place.precision not in precisions and (town := town_around(mention)) is not None:
                mention = town
            if mention.place.precision in precisions and not far:
                key = place_key(mention.place)
                once = mention.span.start >= LEAD or is_sent_from(context, mention)
                votes[key] += 1 if once or leads_elsewhere(context, mention) else 2
                best = first.setdefault(key, mention)
                if in_dateline(context.document, best) and not in_dateline(context.document, mention):
                    first[key] = mention
        if votes:
            return first[max(votes, key=lambda key: (votes[key], -first[key].span.start))]
    return None


def town_around(mention: PlaceMention) -> PlaceMention | None:
    """Return the town that a part of it names ("north *London*"), None for any other place."""
    part = mention.place.precision is PlacePrecision.NEIGHBOURHOOD
    within = mention.within if part else None
    return within if within is not None and within.span.overlaps(mention.span) else None


def main_country(context: Context) -> str | None:
    """Return the country most places of the report lie in, None when none is known."""
    told = (each for each in context.places if not in_note_of_ban(context, each))
    votes = Counter(mention.place.country for mention in told if mention.place.country)
    return votes.most_common(1)[0][0] if votes else None


def named_in(context: Context, span: Span) -> list[PlaceMention]:
    """Return the places named in a span; that of the dateline only when there is no other."""
    inside = [
        each
        for each in context.places_in(span)
        if not (each.measured or not_where(context, each) or names_outlet(context, each))
    ]
    named = [each for each in inside if not sent_from_afar(context, each)]
    return [each for each in named if not in_dateline(context.document, each)] or named


def not_where(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a place is who does it («удар *Израиля* по селу»), beside («граница с …») or a home."""
    if is_home(context, mention) or in_note_of_ban(context, mention) or _of_an_office(context, mention):
        return True
    aimed, beside, doers = _links(context.pack)
    inside = context.tokens_in(mention.span) if aimed or beside or doers else ()
    if not inside:
        return False
    document, token = context.document, inside[-1]
    cases = {case.lower for case in document.children(token, "case")}
    governor = document.head(token)
    if governor is not None and token.dep == "obj" and governor.lemma in beside:
        return True  # "a district *bordering* Iran"
    if cases or governor is None:
        by_it = mention.place.precision is PlacePrecision.COUNTRY and not cases.isdisjoint(doers)
        return by_it or not cases.isdisjoint(beside)  # "shelled *by Russia*"
    if mention.place.precision not in _COARSE or token.dep != "nmod" or governor.pos != "NOUN":
        return False
    behind = (child for child in document.children(governor) if child.index > token.index)
    return any(each.lower in aimed for child in behind for each in document.subtree(child)[:_NEAR_LINK])


def _of_an_office(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a town only says which prosecutor or court is meant: cases come from elsewhere too."""
    inside = context.tokens_in(mention.span)
    if not inside or mention.place.precision not in _TOWNS:
        return False
    if _gives_account(context, inside[-1]):
        return True
    governor = context.document.head(inside[-1])
    offices = frozenset(context.pack.lexicon("sites").get("offices", ()))
    if governor is None or governor.lemma not in offices:
        return False
    named = inside[-1].dep == "nmod" and governor.dep == "nsubj"  # "*a court in Osh* jailed …"
    return named or (inside[-1].dep == "compound" and governor.dep not in _HIT)


def _gives_account(context: Context, town: Token) -> bool:
    """Tell whether a town stands for the government that says it: "*Киевтің* мәліметі бойынша"."""
    words = frozenset(context.pack.lexicon("sites").get("accounts", ()))
    if not words or "Case=Gen" not in town.feats:
        return False
    behind = context.document.tokens[town.index + 1 : town.index + 2]
    return bool(behind) and (behind[0].lemma in words or behind[0].lower in words)


@lru_cache(maxsize=8)
def _links(pack: LanguagePack) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return prepositions of what a deed is aimed at, of what is only beside a place, and of who did it."""
    lexicon = pack.lexicon("events") if pack.has("events") else {}
    aimed, beside, doers = (frozenset(lexicon.get(key, ())) for key in ("aimed", "beside", "doers"))
    return aimed, beside, doers


def of_person(context: Context, mention: PlaceMention) -> bool:
    """Tell whether a country only says who somebody is ("two *US* officials", "three citizens of *Peru*")."""
    document = context.document
    if mention.place.precision not in _COARSE:
        return False
    inside = context.tokens_in(mention.span)
    above = document.head(inside[-1]) if inside else None
    if above is not None and inside[-1].dep in _BESIDE_NAME and above.lemma in _nationals(context.pack):
        return True
    if not inside or document.children(inside[-1], "case"):
        return False
    token = inside[-1]
    for _ in range(_NOUNS):
        governor = document.head(token)
        if governor is None or token.dep not in _BESIDE_NAME:
            return False
        if governor.entity == "PERSON" or _has_office(context, mention, governor):
            return True
        token = governor
    return False


def _has_office(context: Context, mention: PlaceMention, noun: Token) -> bool:
    """Tell whether a noun beside a country is for its people abroad too, or followed by somebody's name."""
    if mention.place.precision is not PlacePrecision.COUNTRY:
        return False
    behind = context.document.tokens[noun.index + 1 : noun.index + 2]
    named = any(each.entity == "PERSON" for each in behind)
    return named or noun.lemma in _offices(context.pack)


@lru_cache(maxsize=8)
def _nationals(pack: LanguagePack) -> frozenset[str]:
    return frozenset(pack.lexicon("people").get("nationals", ()))


@lru_cache(maxsize=8)
def _offices(pack: LanguagePack) -> frozenset[str]:
    people = pack.lexicon("people")
    groups, missions = people["groups"], people.get("missions", ())
    return frozenset((*missions, *(word for group in _ABROAD for word in groups.get(group, ()))))


def exact_first(context: Context, mentions: Iterable[PlaceMention]) -> tuple[Place, ...]:
    """Return the places of mentions with the towns they lie in, most exact first, each once.

    Regions and countries are left out where a town is known. A district inside a city is one of its
    neighbourhoods. A town that only the dateline's capitals name is given as the text names it.
    """
    found: dict[tuple[str, PlacePrecision], Place] = {}
    for mention in mentions:
        each: PlaceMention | None = mention
        for _ in _EXACT:
            if each is None or sent_from_afar(context, each) or _of_an_office(context, each):
                break
            place = _as_told(context, each)
            found.setdefault((_own_key(place), place.precision), place)
            each = each.within
    places = sorted(found.values(), key=lambda place: _EXACT.index(place.precision))
    if any(place.precision in _TOWNS for place in places):
        places = [place for place in places if place.precision not in _COARSE]
    return tuple(places)


def _as_told(context: Context, mention: PlaceMention) -> Place:
    place, within = mention.place, mention.within
    in_city = within is not None and within.place.precision is PlacePrecision.CITY
    if in_city and place.precision is PlacePrecision.DISTRICT:
        return replace(place, precision=PlacePrecision.NEIGHBOURHOOD)
    if not in_dateline(context.document, mention):
        return place
    alike = (
        other
        for other in context.places
        if place_key(other.place) == place_key(place) and other.place.precision is place.precision
    )
    return next((other.place for other in alike if not in_dateline(context.document, other)), place)


def _own_key(place: Place) -> str:
    exact = place.precision in (PlacePrecision.SITE, PlacePrecision.NEIGHBOURHOOD)
    return place.name.lower() if exact else place_key(place)
