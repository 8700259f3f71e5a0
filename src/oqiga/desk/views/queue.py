"""The review queue: what is disputed or doubtful, the gravest first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oqiga.book.questions import Shown
from oqiga.desk.views.evidence import Ground, grounds_of
from oqiga.desk.views.figures import label_of
from oqiga.desk.views.words import short
from oqiga.ledger.asking import Near
from oqiga.model.decision import Decision
from oqiga.model.incident import Incident
from oqiga.model.moments import day_of
from oqiga.publish.brief_sections import headline
from oqiga.publish.phrases import about_of, why_of
from oqiga.publish.words import Translate
from oqiga.reconcile.arithmetic import people

_SURE = 0.5
"""Below it a claim is more likely wrong than right."""
_NEAR_KM = 60.0
_DAYS = 1
_MOST_GROUNDS = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident that may be the same as another."""

    id: str
    title: str
    reports: int


@dataclass(frozen=True, slots=True)
class Question:
    """One thing for an analyst to look at. kind: dispute, doubt or same. weight: its gravity."""

    kind: str
    weight: float
    incident: str
    title: str
    about: str
    why: str
    grounds: tuple[Ground, ...] = ()
    other: Candidate | None = None


def questions_about(shown: Shown, decided: Sequence[Decision], say: Translate, lang: str) -> list[Question]:
    """Return what is disputed or doubtful about one incident, but for claims that were confirmed."""
    incident = shown.incident
    gravity = math.log1p(people(incident.tolls) or 0)
    title = short(headline(incident, say, lang), 140)
    confirmed = {anchor.id for each in decided if each.kind.value == "confirm" for anchor in each.about}
    found = []
    for dispute in incident.disputes:
        grounds = grounds_of(
            dispute.claims[:_MOST_GROUNDS], shown.claims, shown.report_of, say, lang, decisions=decided
        )
        about, why = short(about_of(dispute, lang)), short(why_of(dispute, lang), 400)
        found.append(Question("dispute", 10 + gravity, incident.id, title, about, why, tuple(grounds)))
    for toll in incident.tolls:
        weak = [
            each
            for each in toll.claims
            if each in shown.claims and shown.claims[each].confidence < _SURE and each not in confirmed
        ]
        if weak and len(weak) == len(toll.claims):
            grounds = grounds_of(
                weak[:_MOST_GROUNDS], shown.claims, shown.report_of, say, lang, decisions=decided
            )
            doubt = 1 - max(shown.claims[each].confidence for each in weak)
            about = label_of(toll, say)
            why = say("The reader is unsure of every claim behind this figure.")
            found.append(
                Question("doubt", 4 * doubt + gravity / 2, incident.id, title, about, why, tuple(grounds))
            )
    return found


def same_questions(
    found: Sequence[Incident], decided: Iterable[Decision], say: Translate, lang: str
) -> list[Question]:
    """Return pairs of incidents of the same days and place that nobody has kept apart."""
    apart = {
        frozenset((anchor.id, word))
        for each in decided
        for anchor in each.about
        for word in each.reason.split()
    }
    main = [each for each in found if not each.background]
    questions = []
    for position, one in enumerate(main):
        for other in main[position + 1 :]:
            if _may_be_same(one, other) and frozenset((one.id, other.id)) not in apart:
                title = short(headline(one, say, lang), 140)
                second = Candidate(other.id, short(headline(other, say, lang), 140), len(other.reports))
                why = say("The same days and the same place: perhaps one incident, perhaps two.")
                weight = 6 + math.log1p(max(people(one.tolls) or 0, people(other.tolls) or 0))
                questions.append(
                    Question("same", weight, one.id, title, say("One incident or two?"), why, (), second)
                )
    return questions


def _may_be_same(one: Incident, other: Incident) -> bool:
    days = [day_of(each.time.start) if each.time.start else None for each in (one, other)]
    if days[0] is None or days[1] is None or abs(days[0] - days[1]) > _DAYS:
        return False
    spots = [
        next((place for place in each.places if place.latitude is not None), None) for each in (one, other)
    ]
    first, second = spots
    if first is None or second is None or first.latitude is None or first.longitude is None:
        return False
    return Near(first.latitude, first.longitude, _NEAR_KM).holds(second.latitude, second.longitude)
