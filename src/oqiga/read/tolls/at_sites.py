"""Which of several targets a toll belongs to: "a soldier was killed *at the base*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oqiga.codebook.targets import target_named
from oqiga.locate.mentions import point_within
from oqiga.model.claims import Event, Place, Toll
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import ParticipantKind, PlacePrecision
from oqiga.read.context import Context
from oqiga.read.frames.clauses import predicate_of
from oqiga.read.frames.names import phrase_span
from oqiga.read.frames.where import main_place
from oqiga.read.sites import site_nouns

_WHERE = ("obl", "nmod", "conj")
_AFTERWARDS = ("hospital", "court", "prison", "police station", "police")
_SITES = (ParticipantKind.FACILITY, ParticipantKind.ORGANIZATION)


def at_their_sites(context: Context, tolls: Sequence[Toll], events: Sequence[Event]) -> tuple[Toll, ...]:
    """Return the tolls; where a report tells of sites attacked, each with the site that its clause names."""
    own = [_without_sites_of_others(context, toll, tolls) for toll in tolls]
    targets = _targets(context, events) if events else frozenset()
    if not targets:
        return tuple(own)
    return tuple(_at_its_site(context, toll, targets, tolls) for toll in own)


def _targets(context: Context, events: Sequence[Event]) -> frozenset[str]:
    """Return the nouns (lemmas) of the sites attacked."""
    sites = site_nouns(context.pack)
    found: set[str] = set()
    for event in events:
        for target in event.targets:
            if target.kind in _SITES:
                inside = context.document.tokens
                found |= {
                    token.lemma for token in inside if target.span.covers(token.span) and sites.has(token)
                }
    return frozenset(found)


def _without_sites_of_others(context: Context, toll: Toll, tolls: Sequence[Toll]) -> Toll:
    site = toll.place is not None and toll.place.precision is PlacePrecision.SITE
    span = toll.place.span if toll.place is not None and site else None
    return replace(toll, place=None) if span and _of_others(context, span, toll, tolls) else toll


def _of_others(context: Context, site: Span, toll: Toll, tolls: Sequence[Toll]) -> bool:
    """Tell whether a site is that of others told before: "two people *at a shop* and three officers"."""
    people = _people_at(context, toll)
    if people is None or people.start < site.end:
        return False
    beside = (each for each in tolls if each is not toll and each.span.overlaps(toll.span))
    return any(
        others is not None and others.end <= site.start
        for others in (_people_at(context, each) for each in beside)
    )


def _people_at(context: Context, toll: Toll) -> Span | None:
    """Return where the words stand for those whom a toll counts."""
    if not toll.group_text:
        return None
    start = context.document.text.find(toll.group_text, toll.span.start, toll.span.end)
    return Span(start, start + len(toll.group_text)) if start >= 0 else None


def _at_its_site(context: Context, toll: Toll, targets: frozenset[str], tolls: Sequence[Toll]) -> Toll:
    if toll.place is not None and toll.place.precision is PlacePrecision.SITE:
        return toll
    told = {
        token.lemma: token
        for token in _sites_of(context, toll)
        if not _of_others(context, token.span, toll, tolls)
    }
    found = [token for lemma, token in told.items() if lemma in targets or _is_target(context, token)]
    return replace(toll, place=_site(context, found[0])) if len(found) == 1 else toll


def _is_target(context: Context, noun: Token) -> bool:
    """Tell whether a noun names a site of a kind that is attacked, and where nobody is brought afterwards."""
    kind = target_named(phrase_span(context.document, noun).of(context.document.text)).kind
    return kind is not None and kind.id not in _AFTERWARDS


def _sites_of(context: Context, toll: Toll) -> Iterator[Token]:
    """Yield the nouns that tell where, in the clause of a toll."""
    document, sentence = context.document, context.sentence_at(toll.span.start)
    if sentence is None:
        return
    tokens = document.tokens_of(sentence)
    tops = {predicate_of(document, token).index for token in tokens if toll.span.covers(token.span)}
    for token in tokens:
        tells_where = token.pos in ("NOUN", "PROPN") and token.dep.split(":")[0] in _WHERE
        if tells_where and predicate_of(document, token).index in tops:
            yield token


def _site(context: Context, noun: Token) -> Place:
    span = phrase_span(context.document, noun)
    town = main_place(context)
    site = Place(name=span.of(context.document.text), precision=PlacePrecision.SITE, span=span)
    if town is None:
        return site
    around = town.place
    latitude, longitude = point_within(around)
    return replace(
        site,
        geonames_id=around.geonames_id,
        country=around.country,
        admin1=around.admin1,
        latitude=latitude,
        longitude=longitude,
    )
