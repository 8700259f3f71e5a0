"""What locating finds in a text: expressions of time and names of places, resolved as far as they can be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from oqiga.model.claims import Place, When
from oqiga.model.span import Span
from oqiga.model.terms import PlacePrecision

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """One expression of time.

    value: TIMEX3 value ("2016-06-05", "2016-W22", "P3M", "PAST_REF", …); "" when it cannot be told.
    when: the stretch of calendar it names, resolved against publication or speech; unresolved parts stay
    None and the precision says how exact it is. A duration or a set has no `when`.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    when: When | None


def point_within(around: Place) -> tuple[float | None, float | None]:
    """Return latitude and longitude of what lies in a place; the middle of a land is not where it lies."""
    wide = around.precision in (PlacePrecision.REGION, PlacePrecision.COUNTRY)
    return (None, None) if wide else (around.latitude, around.longitude)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """One name of a place, or a site described by a noun ("bus station").

    place: resolved as far as it can be; its `geonames_id` is None when no gazetteer entry fits.
    feature: GeoNames feature code ("PPLA", "ADM1", "PCLI", …), "" when unresolved.
    within: the mention of the place that this one lies in ("bus station" in "Osh"), None if none is known.
    measured: a distance is told from it («в 100 км от Оша»): what is told was not there.
    """

    span: Span
    place: Place
    feature: str = ""
    within: PlaceMention | None = None
    measured: bool = False


class Standing:
    """Where mentions stand in a text, none overlapping another: asked whether words are free."""

    def __init__(self, mentions: Sequence[PlaceMention]) -> None:
        self._spans = sorted(each.span for each in mentions)
        self._ends = [span.end for span in self._spans]

    def overlaps(self, span: Span) -> bool:
        """Tell whether a span shares a code point with a mention."""
        at = bisect_left(self._ends, span.start + 1)
        return at < len(self._spans) and self._spans[at].overlaps(span)
