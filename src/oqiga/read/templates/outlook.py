"""What was judged of an incident and its report, beside which its fillers and values are weighed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from oqiga.read.templates.evidence import chance, logit
from oqiga.read.templates.filled import Template


def seen_with(
    templates: Sequence[Template],
    relevant: float,
    several: float,
    types: Mapping[str, float],
) -> tuple[Template, ...]:
    """Return the templates of one report, each with its outlook.

    relevant, several, types: log odds of relevance, of several incidents of one type and of each type.
    """
    found = []
    for number, template in enumerate(templates):
        own = [each.odds for each in template.fillers if not each.shared]
        missed = math.prod(1 - chance(each) for each in own)
        kind = types.get(template.type, -3.0)
        alike = sum(each.type == template.type for each in templates)
        parted = float(alike > 1)
        outlook = {
            "relevant": relevant,
            "held": logit(chance(relevant) * (1 - missed)),
            "surest": max(own, default=-4.0),
            "likely": sum(map(chance, own)),
            "fillers": math.log1p(len(template.fillers)),
            "templates": float(len(templates)),
            "not_first": float(number > 0),
            "type": kind,
            "best_type": max(types.values()),
            "type_not_first": kind if number else 0.0,
            "several": several,
            "parted": parted,
            "parts": math.log(alike),
            "parted_several": parted * several,
        }
        found.append(replace(template, outlook=outlook))
    return tuple(found)
