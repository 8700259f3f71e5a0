"""Figures as they are shown: the number, its range, who stands behind it, what it was before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from oqiga.desk.views.words import clock_of, epoch, short, spoken
from oqiga.model.incident import SeriesPoint, SettledToll
from oqiga.model.moments import instant
from oqiga.model.terms import Group, Outcome
from oqiga.publish import labels
from oqiga.publish.brief_tolls import added_to_at_once, counts_of_less
from oqiga.publish.phrases import why_of
from oqiga.publish.words import Translate
from oqiga.reconcile.arithmetic import everybody

NOBODY: Mapping[str, str] = MappingProxyType({})
_MOST_SOURCES = 3
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Figure:
    """One settled figure. number: best; span: "17–25" or "", when low and high are the best.

    before: the last other value it had, "" if none; what is denied, or the most there could be, is none;
    who: names of those whose word stands.
    """

    outcome: str
    group: str
    label: str
    whom: str
    number: str
    span: str
    disputed: bool
    why: str
    who: str
    when: str
    before: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The last thing that became known. at: moment; text: "killed 17 → 18"."""

    at: str
    when: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Line:
    """One source's figures over time, for a chart. xs: seconds since 1970; ys: persons."""

    name: str
    xs: tuple[float, ...]
    ys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One point of a figure's history, for the table under its chart."""

    when: str
    value: str
    who: str
    standing: bool
    claim: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure over time, by source; and the same as rows.

    shift: seconds east of UTC of the clock that most reports go by; zone: its name, "UTC+5".
    """

    title: str
    outcome: str
    group: str
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    shift: int
    zone: str


def label_of(toll: SettledToll, say: Translate) -> str:
    """Return what a figure counts: "killed", "wounded, police"."""
    outcome = say(labels.OUTCOMES[toll.outcome])
    return outcome if toll.group is Group.ALL else f"{outcome}, {say(labels.GROUPS[toll.group])}"


def value_of(low: int, high: int | None) -> str:
    """Write one claim's value: "18", "6–7", "24+", "≤30"."""
    if high is None:
        return f"{low:,}+"
    if low == 0 and high:
        return f"≤{high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def figure_of(toll: SettledToll, say: Translate, lang: str, speakers: Mapping[str, str] = NOBODY) -> Figure:
    """Return a figure as it is shown. speakers: who says a claim, by its id, where that is at hand."""
    ranged = (toll.low, toll.high) != (toll.best, toll.best)
    number = f"{toll.best:,}" + ("+" if toll.high is None and toll.low == toll.best else "")
    if toll.at_most:
        ranged, number = False, value_of(0, toll.best)
    span = (
        value_of(toll.low, toll.high) if ranged and (toll.high is not None or toll.low != toll.best) else ""
    )
    apart = {0, toll.best, *counts_of_less(toll), *added_to_at_once(toll)}
    earlier = [each for each in _told(toll) if each.low not in apart and _by(each, toll.as_of)]
    return Figure(
        outcome=toll.outcome.value,
        group=toll.group.value,
        label=say(labels.OUTCOMES[toll.outcome]),
        whom=say(labels.GROUPS[toll.group]),
        number=number,
        span=span,
        disputed=toll.disputed,
        why=short(why_of(toll, lang), 600),
        who=names_behind(toll, speakers),
        when=spoken(toll.as_of, lang),
        before=value_of(earlier[-1].low, earlier[-1].high) if earlier else "",
        claims=toll.claims,
    )


def names_behind(toll: SettledToll, speakers: Mapping[str, str] = NOBODY) -> str:
    """Return the names of those who give the best figure, who is followed first, each once."""
    by_claim = {point.claim: point for point in toll.series}
    names = dict.fromkeys(_name(by_claim[each], speakers) for each in toll.claims if each in by_claim)
    found = [name for name in names if name][:_MOST_SOURCES]
    return ", ".join(short(name, 60) for name in found)


def _name(point: SeriesPoint, speakers: Mapping[str, str]) -> str:
    return point.said_by[0].name if point.said_by else speakers.get(point.claim, "")


def _by(point: SeriesPoint, moment: str | None) -> bool:
    """Tell whether a point was told by a moment; when either is unknown it counts."""
    return point.at is None or moment is None or instant(point.at) <= instant(moment)


def _ordered(toll: SettledToll) -> list[SeriesPoint]:
    return sorted(toll.series, key=lambda point: (instant(point.at) if point.at else "", point.claim))


def _told(toll: SettledToll) -> list[SeriesPoint]:
    """Return the points that somebody gives; who denies a figure does not give it."""
    return [point for point in _ordered(toll) if not point.denied]


def headline_figures(tolls: Sequence[SettledToll]) -> list[SettledToll]:
    """Return tolls in the order people ask for them: the dead, the hurt, then others; wholes first."""
    order = list(Outcome)
    groups = list(Group)
    return sorted(tolls, key=lambda toll: (order.index(toll.outcome), groups.index(toll.group)))


def whole(tolls: Sequence[SettledToll], outcome: Outcome) -> SettledToll | None:
    """Return the toll of all people with an outcome, else of the victims, else the largest of its groups."""
    found = {toll.group: toll for toll in tolls if toll.outcome is outcome}
    apart = (Group.ALL, Group.ATTACKERS)
    rest = [toll for group, toll in found.items() if group not in apart] or list(found.values())
    best = max(rest, key=lambda toll: toll.best, default=None)
    return everybody(tolls, outcome) or found.get(Group.VICTIMS) or best


def latest_change(tolls: Sequence[SettledToll], say: Translate, lang: str) -> Change | None:
    """Return the figure that came to its present value last, with what it was before."""
    dated = [toll for toll in headline_figures(tolls) if toll.as_of]
    latest = max(dated, key=lambda toll: instant(toll.as_of or ""), default=None)
    if latest is None:
        return None
    shown = figure_of(latest, say, lang)
    before = f"{shown.before} → " if shown.before else ""
    text = f"{label_of(latest, say)} {before}{shown.number}"
    return Change(latest.as_of or "", shown.when, text, shown.who)


def charts_of(
    tolls: Sequence[SettledToll], say: Translate, lang: str, speakers: Mapping[str, str], most: int = 3
) -> list[Chart]:
    """Return charts of the figures with a history, the first few."""
    return [
        _chart(toll, say, lang, speakers)
        for toll in headline_figures(tolls)
        if len({(point.at, point.low) for point in _told(toll) if point.at}) > 1
    ][:most]


def _chart(toll: SettledToll, say: Translate, lang: str, speakers: Mapping[str, str]) -> Chart:
    by_origin: dict[str, list[SeriesPoint]] = {}
    for point in _told(toll):
        if point.at:
            by_origin.setdefault(point.origin, []).append(point)
    drawn = sorted(by_origin, key=lambda each: _weight(by_origin[each], toll), reverse=True)[:_MOST_LINES]
    lines = [
        _line(_name(points[-1], speakers) or say("the report itself"), points)
        for origin, points in by_origin.items()
        if origin in drawn
    ]
    rows = [
        Row(
            spoken(point.at, lang) or say("time unknown"),
            value_of(point.low, point.high) + (f" ({say('denied')})" if point.denied else ""),
            short(_name(point, speakers), 80) or say("the report itself"),
            point.standing,
            point.claim,
        )
        for point in _ordered(toll)
    ]
    name, outcome, group = label_of(toll, say), toll.outcome.value, toll.group.value
    shift, zone = clock_of(point.at for point in toll.series)
    return Chart(name, outcome, group, tuple(lines), tuple(rows), shift, zone)


def _weight(points: Sequence[SeriesPoint], toll: SettledToll) -> tuple[bool, str]:
    """Return what a source's line is chosen by where there are many: the best figure, its last word."""
    return any(each.claim in toll.claims for each in points), instant(points[-1].at or "")


def _line(name: str, points: Sequence[SeriesPoint]) -> Line:
    """Return what one source told, moment by moment; "up to 30" is drawn as 30."""
    xs = tuple(when for each in points if (when := epoch(each.at)) is not None)
    return Line(short(name, 50), xs, tuple(each.low or each.high or 0 for each in points))
