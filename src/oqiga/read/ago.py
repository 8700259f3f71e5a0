"""How long ago the times of a report lie that only say so, where nothing tells when it came out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from oqiga.locate.times import find_times
from oqiga.model.moments import day_of
from oqiga.model.span import Span
from oqiga.read.context import Context

_ANY_DAY = "2021-06-16"
"""A day to count from: how long ago "a week ago" is does not depend on it."""
_SHIFTED = re.compile(r"XXXX(-XX(-XX)?|-WXX)?")
"""Values of times that are told by their distance alone, without a weekday or a name."""


def days_ago(context: Context) -> Mapping[Span, int]:
    """Return how many days before publication times lie that only their distance tells ("a week ago").

    Empty where the publication is known: then they are resolved against it.
    """
    if context.report.published is not None:
        return {}
    vague = {each.span for each in context.times if _SHIFTED.fullmatch(each.value)}
    if not vague:
        return {}
    today = day_of(_ANY_DAY) or 0
    found: dict[Span, int] = {}
    for mention in find_times(context.document, _ANY_DAY):
        when = mention.when
        start = day_of(when.start) if when is not None and when.start else None
        end = day_of(when.end) if when is not None and when.end else start
        if mention.span in vague and start is not None and end is not None and end < today:
            found[mention.span] = today - start
    return found
