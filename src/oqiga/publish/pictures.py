"""Pictures of incidents: a toll over time by source, a timeline, a map of points; PNG, with no display.

Needs matplotlib (the extra `plots`). The same incidents give the same bytes. The map is points on a grid of
degrees: it shows where, not whose.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

from oqiga.errors import PublishError
from oqiga.model.incident import Incident, SeriesPoint
from oqiga.model.moments import earliest, latest
from oqiga.model.terms import Outcome
from oqiga.publish import labels
from oqiga.publish.brief_sections import headline
from oqiga.publish.exports.facts import point_of, toll_of, town_of
from oqiga.publish.words import translator

_INK = "#1f2933"
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5b5b5b")
_MOST_SOURCES = 7
_MOST_NAMED = 12


def toll_picture(incident: Incident, *, outcome: Outcome = Outcome.KILLED, lang: str = "en") -> bytes | None:
    """Draw how one figure grew, a colour a source; withdrawn ones are hollow. None without dated figures."""
    toll = toll_of(incident, outcome)
    series = [each for each in toll.series if each.at is not None and not each.denied] if toll else []
    if not series:
        return None
    say = translator(lang)
    figure, axes = _canvas(7.2, 3.4)
    sources = list(dict.fromkeys(_speaker(point) for point in series))
    for place, name in enumerate(sources):
        of_source = sorted((each for each in series if _speaker(each) == name), key=_moment)
        _draw_source(
            axes, of_source, name if place < _MOST_SOURCES else None, _COLOURS[place % len(_COLOURS)]
        )
    axes.set_title(
        f"{headline(incident, say, lang)}: {say(labels.OUTCOMES[outcome])}", loc="left", fontsize=10
    )
    axes.set_ylim(bottom=0)
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.legend(fontsize=7, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    figure.autofmt_xdate(rotation=20)
    return _written(figure)


def _draw_source(axes: Any, series: Sequence[SeriesPoint], name: str | None, colour: str) -> None:
    moments = [_moment(point) for point in series]
    axes.plot(
        moments, [point.low for point in series], drawstyle="steps-post", color=colour, lw=1.2, label=name
    )
    for moment, point in zip(moments, series, strict=True):
        face = colour if point.standing else "white"
        axes.plot([moment], [point.low], "o", ms=5, mec=colour, mfc=face)
        if point.high is not None and point.high > point.low:
            axes.plot([moment, moment], [point.low, point.high], color=colour, lw=1)


def timeline_picture(incidents: Sequence[Incident], *, lang: str = "en") -> bytes | None:
    """Draw incidents on the days they happened on, as exactly as is known. None when no time is known."""
    dated = [
        (each, each.time.start, each.time.end or each.time.start) for each in incidents if each.time.start
    ]
    if not dated:
        return None
    say = translator(lang)
    shown = sorted(dated, key=lambda each: (earliest(each[1] or ""), each[0].id))[-_MOST_NAMED:]
    figure, axes = _canvas(7.2, 0.9 + 0.32 * len(shown))
    for row, (_, start, end) in enumerate(shown):
        first, last = earliest(start or ""), latest(end or "")
        axes.barh(row, (last - first).total_seconds() / 86_400, left=first, height=0.55, color=_COLOURS[0])
    axes.set_yticks(range(len(shown)), [headline(each, say, lang)[:48] for each, _, _ in shown], fontsize=7)
    axes.invert_yaxis()
    figure.autofmt_xdate(rotation=20)
    return _written(figure)


def map_picture(incidents: Sequence[Incident], *, lang: str = "en") -> bytes | None:
    """Draw incidents where they happened; regions and countries are no points. None without a point."""
    found = [(incident, point) for incident in incidents if (point := point_of(incident)) is not None]
    if not found:
        return None
    say = translator(lang)
    figure, axes = _canvas(6.0, 4.2)
    middle = sum(point.latitude or 0.0 for _, point in found) / len(found)
    axes.set_aspect(1 / max(0.2, math.cos(math.radians(middle))))
    for incident, point in found:
        killed = toll_of(incident, Outcome.KILLED)
        size = 30 + 12 * min(50, killed.best if killed else 0)
        axes.scatter([point.longitude], [point.latitude], s=size, color=_COLOURS[1], alpha=0.55, lw=0)
    named = {town_of(incident, point).name: point for incident, point in found[:_MOST_NAMED]}
    for name, point in named.items():
        axes.annotate(name, (point.longitude, point.latitude), (5, 5), textcoords="offset points", fontsize=8)
    axes.margins(0.25)
    _widen(axes)
    axes.grid(lw=0.4, alpha=0.6)
    axes.set_xlabel(say("degrees east"), fontsize=8)
    axes.set_ylabel(say("degrees north"), fontsize=8)
    return _written(figure)


def _widen(axes: Any) -> None:
    """Show at least two degrees each way, and no strip: a point needs a neighbourhood to be found by."""
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    width = max(2.0, east - west, north - south)
    height = max(2.0, north - south, 0.45 * width)
    axes.set_xlim((west + east - width) / 2, (west + east + width) / 2)
    axes.set_ylim((south + north - height) / 2, (south + north + height) / 2)


def _speaker(point: SeriesPoint) -> str:
    return (point.said_by[0].name if point.said_by else point.origin)[:32]


def _moment(point: SeriesPoint) -> Any:
    return latest(point.at or "")


def _canvas(width: float, height: float) -> tuple[Any, Any]:
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise PublishError("pictures need the package matplotlib: pip install 'oqiga[plots]'") from error
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(labelsize=7, colors=_INK)
    return figure, axes


def _written(figure: Any) -> bytes:
    """Return the PNG; names of sources are text in it, never the mathematics that dollar signs would mean."""
    for text in figure.findobj(match=lambda part: hasattr(part, "set_parse_math")):
        text.set_parse_math(False)
    content = io.BytesIO()
    figure.savefig(content, format="png", dpi=130, metadata={"Software": None})
    return content.getvalue()
