"""A whole and its parts: what a part takes from the whole, and what the whole counts by its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.claims import When
from oqiga.model.ids import part_id
from oqiga.model.incident import Incident, SettledToll
from oqiga.model.moments import day_of
from oqiga.model.phrase import Phrase, english, english_all, figured, joined, phrase
from oqiga.model.terms import PlacePrecision, TimePrecision
from oqiga.reconcile.arithmetic import disputes_of_parts
from oqiga.reconcile.disputing import about_figure
from oqiga.reconcile.heading import title_of
from oqiga.reconcile.parts import Part

_DAY = 10
"""Characters of a moment up to its day."""


def as_part(whole: Incident, part: Part, own: Incident) -> Incident:
    """Return what is said of one part as a part of its whole: its day and town are those of the attack.

    own: the incident that the part's own claims make.
    """
    time = own.time if own.time.start else _on_the_day(whole.time)
    places = own.places
    if not any(place.precision is PlacePrecision.CITY for place in places):
        places = (*places, *[each for each in whole.places if each.precision is PlacePrecision.CITY][:1])
    return replace(
        own,
        id=part_id(whole.id, part.key.id),
        title=title_of(own.type, time, places, own.targets),
        time=time,
        places=places,
        part_of=whole.id,
        background=whole.background,
        why=english(part.reason),
        reasons=(part.reason,),
    )


def _on_the_day(time: When) -> When:
    """Return the day of a time, nothing when it is not known to the day: the hour may be another part's."""
    if (
        time.start is None
        or day_of(time.start) is None
        or day_of(time.end or time.start) != day_of(time.start)
    ):
        return When()
    day = time.start[:_DAY]
    return replace(time, start=day, end=day, precision=TimePrecision.DAY)


def with_parts(whole: Incident, found: Sequence[Part], parts: Sequence[Incident]) -> Incident:
    """Return the whole with the ids of its parts; nobody is counted twice.

    A figure that reports give for parts only is what the parts come to together, since they share nobody.
    """
    if not parts:
        return whole
    of_parts = {each.claim.id for part in found for each in part.evidence}
    tolls = tuple(_together(toll, found, parts, of_parts) for toll in whole.tolls)
    summed = [new for old, new in zip(whole.tolls, tolls, strict=True) if new is not old]
    gone = {english(about_figure(toll.outcome, toll.group)) for toll in summed}
    disputes = whole.disputes
    if summed:
        before = disputes_of_parts(whole.tolls)
        kept = (each for each in disputes if each not in before and each.about not in gone)
        inside = (each for part in parts for each in part.disputes if each.about in gone)
        disputes = (*kept, *inside, *disputes_of_parts(tolls))
    return replace(whole, parts=tuple(each.id for each in parts), tolls=tolls, disputes=disputes)


def _together(
    toll: SettledToll, found: Sequence[Part], parts: Sequence[Incident], of_parts: set[str]
) -> SettledToll:
    """Return a figure of the whole; the sum of its parts' where no claim is about more than one part."""
    if not all(point.claim in of_parts for point in toll.series):
        return toll
    counted = [
        (part.called, own)
        for part, incident in zip(found, parts, strict=True)
        for own in incident.tolls
        if (own.outcome, own.group) == (toll.outcome, toll.group)
    ]
    if len(counted) < 2:
        return toll
    figures = joined(
        [phrase("figure_at", figure=figured(own.low, own.high), site=name) for name, own in counted]
    )
    reasons: tuple[Phrase, ...] = (phrase("together", figures=figures),)
    highs = [own.high for _, own in counted]
    return replace(
        toll,
        best=sum(own.best for _, own in counted),
        low=sum(own.low for _, own in counted),
        high=None if None in highs else sum(high for high in highs if high is not None),
        disputed=any(own.disputed for _, own in counted),
        claims=tuple(dict.fromkeys(claim for _, own in counted for claim in own.claims)),
        why=english_all(reasons),
        reasons=reasons,
    )
