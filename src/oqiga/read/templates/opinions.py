"""What the model of words says about a candidate, as features of the ranker."""

from __future__ import annotations

import math
from bisect import bisect_left

import numpy as np

from oqiga.read.templates.candidates import Candidate
from oqiga.read.templates.words import Opinion, Worded

_NONE = -9.0


def of_words(candidate: Candidate, worded: Worded, opinion: Opinion) -> dict[str, float]:
    """Return how likely the role begins and ends where the candidate does, also beside other words."""
    role = candidate.role
    ends, begins = opinion.ends, opinion.begins
    lasts = [max(0, worded.at(each.span.end)) for each in candidate.mentions]
    firsts = [
        min(bisect_left(worded.starts, each.span.start), last)
        for each, last in zip(candidate.mentions, lasts, strict=True)
    ]
    own = [float(ends[last, role]) for last in lasts]
    opened = [float(begins[first, role]) for first in firsts]
    missed = math.exp(-sum(math.log1p(math.exp(each)) for each in own))
    return {
        "w_max": max(own),
        "w_mean": sum(own) / len(own),
        "w_other": max(float(np.delete(ends[last], role).max()) for last in lasts),
        "w_both": max(first + last for first, last in zip(opened, own, strict=True)),
        "w_begin": max(opened),
        "w_gap": max(
            at - float(begins[max(0, last - 6) : last + 1, role].max())
            for at, last in zip(opened, lasts, strict=True)
        ),
        "w_tail": min(
            0.0,
            max(
                at - float(ends[last + 1 : last + 5, role].max(initial=_NONE))
                for at, last in zip(own, lasts, strict=True)
            ),
        ),
        "w_any": math.log(max(1e-3, 1 - missed) / max(1e-3, missed)),
        "w_rank": float(np.log1p((ends[:, role] > max(own)).sum())),
    }
