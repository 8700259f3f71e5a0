"""Measures as they are shown, and the level of alert that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oqiga.codebook.scales import scale_called
from oqiga.desk.views.words import short
from oqiga.model.claims import Measure
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.publish import labels
from oqiga.publish.brief_sections import period_of, states_before
from oqiga.publish.levels import level_called
from oqiga.publish.words import Translate, place_called
from oqiga.reconcile.measures import by_measure, place_of, standing

_TONES = ("calm", "watch", "high", "severe")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of alert. tone: how it is coloured, from its rank on its country's scale; called: what readers
    of the page call it, "" where its own words say so.
    """

    text: str
    called: str
    tone: str
    where: str
    claim: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure in one place, however often it is told. before: states it was in, "" if only this one.
    called: what readers of the page call its level, "" where its own words say so.
    """

    text: str
    level: str
    called: str
    where: str
    issuer: str
    status: str
    standing: str
    who: str
    period: str
    before: str
    claims: tuple[str, ...]


def level_in_force(measures: Sequence[Measure], lang: str) -> Level | None:
    """Return the level of alert that was last put in force and not lifted since."""
    levels = [each for each in measures if each.type is MeasureType.ALERT_LEVEL and each.level]
    if not levels or levels[-1].status is MeasureStatus.LIFTED:
        return None
    last = levels[-1]
    where = short(place_called(last.places[0], lang), 40) if last.places else ""
    return Level(short(last.level, 30), level_called(last, lang), _tone(last), where, last.id)


def _tone(measure: Measure) -> str:
    scale = scale_called(measure.level_scale)
    if scale is None or measure.level_rank is None or not scale.levels:
        return "watch"
    share = measure.level_rank / len(scale.levels)
    return _TONES[min(3, max(0, round(share * 4) - 1))]


def measure_lines(
    measures: Sequence[Measure], say: Translate, lang: str, speakers: Mapping[str, str], as_of: str | None
) -> list[MeasureLine]:
    """Return measures in the state they came to last, what holds before what has ended.

    measures: in order of time. as_of: when they are looked at, ISO 8601. What is told of one place in
    several spellings or scripts is one measure.
    """
    return [_line(group, say, lang, speakers, as_of) for group in by_measure(measures)]


def _line(
    group: Sequence[Measure], say: Translate, lang: str, speakers: Mapping[str, str], as_of: str | None
) -> MeasureLine:
    last, place = group[-1], place_of(group)
    come_to = standing(last, as_of)
    names = dict.fromkeys(speakers[each.id] for each in reversed(group) if each.id in speakers)
    states = states_before(group, say, shown=lambda level: short(level, 30))
    return MeasureLine(
        text=say(labels.MEASURES[last.type]),
        level=short(last.level, 30),
        called=level_called(last, lang),
        where=short(place_called(place, lang), 60) if place else "",
        issuer=short(next((each.issuer for each in reversed(group) if each.issuer), ""), 80),
        status=say(labels.STANDINGS[come_to]),
        standing=come_to,
        who=", ".join(short(name, 60) for name in list(names)[:2]),
        period=period_of(group, say, lang),
        before=", ".join(states),
        claims=tuple(each.id for each in group),
    )
