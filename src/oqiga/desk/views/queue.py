"""The review queue: what is disputed or doubtful, the gravest first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from oqiga.desk.views.figures import label_of
from oqiga.desk.views.words import short
from oqiga.ledger.asking import Near
from oqiga.model.decision import Decision
from oqiga.model.incident import Incident, SettledToll
from oqiga.model.moments import day_of
from oqiga.publish.brief_sections import headline
from oqiga.publish.phrases import about_of, why_of
from oqiga.publish.words import Translate
from oqiga.reconcile.arithmetic import people

_SURE = 0.5
"""Below it a claim is more likely wrong than right."""
_NEAR_KM = 60.0
_DAYS = 1


@dataclass(frozen=True, slots=True)
class Matter:
    """Something disputed or doubtful about an incident. kind: dispute or doubt. weight: its gravity."""

    kind: str
    weight: float
    about: str
    why: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What the queue knows of an incident: it depends on the incident alone, and on no decision.

    day: when it began, counted from a fixed day. spot: degrees north and east.
    """

    id: str
    title: str
    background: bool
    people: int
    reports: int
    day: int | None
    spot: tuple[float, float] | None
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing for an analyst to look at. kind: dispute, doubt or same. weight: its gravity.

    claims: those it is about. other: the incident that may be the same.
    """

    kind: str
    weight: float
    incident: str
    title: str
    about: str
    why: str
    claims: tuple[str, ...] = ()
    other: Looked | None = None


def looked_at(incident: Incident, sure: Mapping[str, float], say: Translate, lang: str) -> Looked:
    """Return what the queue keeps of an incident. sure: confidence in claims behind its figures, by id."""
    killed = people(incident.tolls) or 0
    gravity = math.log1p(killed)
    matters = [
        Matter(
            "dispute", 10 + gravity, short(about_of(each, lang)), short(why_of(each, lang), 400), each.claims
        )
        for each in incident.disputes
    ]
    why = say("The reader is unsure of every claim behind this figure.")
    for toll in incident.tolls:
        if _doubtful(toll, sure):
            weight = 4 * (1 - max(sure[each] for each in toll.claims)) + gravity / 2
            matters.append(Matter("doubt", weight, label_of(toll, say), why, toll.claims))
    return Looked(
        id=incident.id,
        title=short(headline(incident, say, lang), 140),
        background=incident.background,
        people=killed,
        reports=len(incident.reports),
        day=day_of(incident.time.start) if incident.time.start else None,
        spot=_degrees(incident),
        matters=tuple(matters),
    )


def _doubtful(toll: SettledToll, sure: Mapping[str, float]) -> bool:
    """Tell whether every claim behind a figure is more likely wrong than right."""
    return bool(toll.claims) and all(sure.get(each, 1.0) < _SURE for each in toll.claims)


def _degrees(incident: Incident) -> tuple[float, float] | None:
    for place in incident.places:
        if place.latitude is not None and place.longitude is not None:
            return place.latitude, place.longitude
    return None


def questions_about(looked: Iterable[Looked], decided: Iterable[Decision]) -> list[Question]:
    """Return what is disputed or doubtful, but for figures with a claim that was confirmed."""
    confirmed = {anchor.id for each in decided if each.kind.value == "confirm" for anchor in each.about}
    return [
        Question(matter.kind, matter.weight, each.id, each.title, matter.about, matter.why, matter.claims)
        for each in looked
        for matter in each.matters
        if matter.kind == "dispute" or confirmed.isdisjoint(matter.claims)
    ]


def same_questions(looked: Iterable[Looked], decided: Iterable[Decision], say: Translate) -> list[Question]:
    """Return pairs of incidents of the same days and place that nobody has kept apart."""
    apart = {
        frozenset((anchor.id, word))
        for each in decided
        for anchor in each.about
        for word in each.reason.split()
    }
    main = [each for each in looked if not each.background]
    why = say("The same days and the same place: perhaps one incident, perhaps two.")
    questions = []
    for position, one in enumerate(main):
        for other in main[position + 1 :]:
            if _may_be_same(one, other) and frozenset((one.id, other.id)) not in apart:
                weight = 6 + math.log1p(max(one.people, other.people))
                about = say("One incident or two?")
                questions.append(Question("same", weight, one.id, one.title, about, why, (), other))
    return questions


def _may_be_same(one: Looked, other: Looked) -> bool:
    if one.day is None or other.day is None or abs(one.day - other.day) > _DAYS:
        return False
    if one.spot is None or other.spot is None:
        return False
    return Near(*one.spot, _NEAR_KM).holds(*other.spot)
