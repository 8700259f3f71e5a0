"""Measures as they are shown, and the level of alert that holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oqiga.codebook.scales import alert_scales
from oqiga.desk.views.words import short, spoken
from oqiga.model.claims import Measure
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.publish import labels
from oqiga.publish.words import Translate

_TONES = ("calm", "watch", "high", "severe")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of alert. tone: how it is coloured, from its rank on its country's scale."""

    text: str
    tone: str
    where: str
    claim: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure, however often it is told."""

    text: str
    level: str
    where: str
    issuer: str
    status: str
    standing: str
    who: str
    period: str
    claims: tuple[str, ...]


def level_in_force(measures: Sequence[Measure]) -> Level | None:
    """Return the level of alert that was last put in force and not lifted since."""
    levels = [each for each in measures if each.type is MeasureType.ALERT_LEVEL and each.level]
    if not levels or levels[-1].status is MeasureStatus.LIFTED:
        return None
    last = levels[-1]
    where = short(last.places[0].name, 40) if last.places else ""
    return Level(short(last.level, 30), _tone(last), where, last.id)


def _tone(measure: Measure) -> str:
    scale = next((each for each in alert_scales() if each.id == measure.level_scale), None)
    if scale is None or measure.level_rank is None or not scale.levels:
        return "watch"
    share = measure.level_rank / len(scale.levels)
    return _TONES[min(3, max(0, round(share * 4) - 1))]


def measure_lines(measures: Sequence[Measure], say: Translate, lang: str) -> list[MeasureLine]:
    """Return measures, those told alike as one, what holds before what has ended."""
    found: dict[tuple[str, ...], list[Measure]] = {}
    for each in measures:
        where = each.places[0].name if each.places else ""
        key = (each.type.value, (each.level or "").lower(), where.lower(), each.status.value)
        found.setdefault(key, []).append(each)
    lines = [_line(group, say, lang) for group in found.values()]
    order = {MeasureStatus.IN_FORCE.value: 0, MeasureStatus.ANNOUNCED.value: 1, MeasureStatus.LIFTED.value: 2}
    return sorted(lines, key=lambda line: order[line.standing])


def _line(group: Sequence[Measure], say: Translate, lang: str) -> MeasureLine:
    first = group[0]
    start = next((each.valid_from for each in group if each.valid_from), None)
    until = next((each.valid_until for each in group if each.valid_until), None)
    names = dict.fromkeys(each.said_by[0].name for each in group if each.said_by)
    period = f"{spoken(start, lang)} – {spoken(until, lang)}" if start or until else ""
    return MeasureLine(
        text=say(labels.MEASURES[first.type]),
        level=short(first.level, 30),
        where=short(first.places[0].name, 60) if first.places else "",
        issuer=short(next((each.issuer for each in group if each.issuer), ""), 80),
        status=say(labels.STATUSES[first.status]),
        standing=first.status.value,
        who=", ".join(short(name, 60) for name in list(names)[:2]),
        period=period,
        claims=tuple(each.id for each in group),
    )
