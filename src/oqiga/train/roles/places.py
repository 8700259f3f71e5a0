"""Fitting the model that chooses the place of an incident, on templates filled as they will be in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.evaluate.kits.muc4 import spans_of
from oqiga.evaluate.muc4.where import home_country, place_options
from oqiga.read.templates.candidates import plain
from oqiga.read.templates.filled import Template
from oqiga.read.templates.linear import Logistic
from oqiga.train.roles.examples import SLOTS
from oqiga.train.roles.rank import levelled, types_of
from oqiga.train.roles.readings import Reading

Document = Mapping[str, Any]
Table = Mapping[str, float]
_STRENGTH = 0.01


def fit_places(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    templates: Sequence[Sequence[Template]],
    folds: Sequence[int],
) -> tuple[Logistic, list[Logistic]]:
    """Return the model of all reports and, for each report, the one of the other folds.

    templates: of each report, filled by judges that have not seen it.
    """
    rows = [_rows(*each) for each in zip(documents, readings, templates, strict=True)]
    without = {
        fold: _fit([row for row, each in zip(rows, folds, strict=True) if each != fold])
        for fold in set(folds)
    }
    return _fit(rows), [without[fold] for fold in folds]


def _fit(rows: Sequence[Sequence[tuple[Table, bool]]]) -> Logistic:
    pairs = [pair for each in rows for pair in each]
    return levelled([table for table, _ in pairs], [right for _, right in pairs], _STRENGTH)


def _rows(document: Document, reading: Reading, templates: Sequence[Template]) -> list[tuple[Table, bool]]:
    """Return the places that each template of a report may have, and whether each is that of its key."""
    rows = []
    context = reading.context
    home = home_country(document.get("dateline_place"), document.get("dateline_country"))
    for template in templates:
        key = key_of(template, document)
        for option in place_options(context.document, context.places, spans_of(template, reading.text), home):
            if key is not None and key["location"]:
                rows.append((option.features, is_told(option.value, key["location"])))
    return rows


def key_of(template: Template, document: Document) -> Mapping[str, Any] | None:
    """Return the template of the key that a filled one is meant for: of its type, with most strings."""
    of_type = [each for each in document["templates"] if template.type in types_of({"templates": [each]})]
    return max(of_type, key=lambda each: _shared(template, each), default=None)


def _shared(template: Template, key: Mapping[str, Any]) -> int:
    strings = {plain(each) for slot in SLOTS.values() for filler in key[slot] for each in filler["alts"]}
    return sum(each.text in strings for each in template.fillers)


def is_told(value: Sequence[str], location: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether country and most exact place are those of the key."""
    for told in (each for filler in location for each in filler["alts"]):
        places = [place["name"] for place in told["places"]]
        if [told["country"], *places[-1:]] == list(value):
            return True
    return False
