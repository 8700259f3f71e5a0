"""Fitting the models that weigh the values of forms, on forms made by what had not seen the reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oqiga.evaluate.kits.muc4 import form_of
from oqiga.evaluate.muc4.where import home_country
from oqiga.evaluate.muc4.worth import values_of, worthy
from oqiga.read.templates.filled import Template
from oqiga.read.templates.linear import Choice, Logistic
from oqiga.train.roles.credits import credits_of, paired
from oqiga.train.roles.folds import Unseen
from oqiga.train.roles.rank import levelled
from oqiga.train.roles.readings import Reading

Document = Mapping[str, Any]
Table = Mapping[str, float]
_STRENGTH = 0.025
_FEWEST = 150
"""Values of a slot from which a model is fitted; what has fewer is given without weighing."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The templates of one report and their forms, made by what had not seen it.

    chosen: the models of slot values behind the forms. averaged: several networks judged the report.
    """

    text: str
    templates: Sequence[Template]
    forms: Sequence[dict[str, Any]]
    chosen: Mapping[str, Choice]
    averaged: bool

    @classmethod
    def of(
        cls,
        document: Document,
        reading: Reading,
        unseen: Unseen,
        templates: Sequence[Template],
        place: Logistic,
    ) -> Filled:
        """Make the forms. place: the model that chooses among places."""
        home = home_country(document.get("dateline_place"), document.get("dateline_country"))
        chosen = {slot: Choice(models) for slot, models in unseen.values.items()}
        forms = [form_of(each, reading.context, home, chosen, place) for each in templates]
        return cls(reading.text, templates, forms, chosen, unseen.networks > 1)


def weighed(filled: Filled, models: Mapping[str, Logistic]) -> list[dict[str, Any]]:
    """Return the forms of a report with what is worth giving."""
    pairs = zip(filled.forms, filled.templates, strict=True)
    found = [worthy(*pair, filled.text, filled.chosen, models, averaged=filled.averaged) for pair in pairs]
    return [each for each in found if each is not None]


def fit_worth(
    documents: Sequence[Document], filled: Sequence[Filled], folds: Sequence[int]
) -> tuple[dict[str, Logistic], list[dict[str, Logistic]]]:
    """Return the models of all reports, by slot, and for each report those of the other folds."""
    rows = [_rows(*each) for each in zip(documents, filled, strict=True)]
    without = {
        fold: _fit(row for row, each in zip(rows, folds, strict=True) if each != fold) for fold in set(folds)
    }
    return _fit(rows), [without[fold] for fold in folds]


def _rows(document: Document, filled: Filled) -> list[tuple[str, Table, float]]:
    rows = []
    keys = paired(filled.templates, document)
    for template, form, key in zip(filled.templates, filled.forms, keys, strict=True):
        values = values_of(form, template, filled.text, filled.chosen, averaged=filled.averaged)
        rows += [
            (value.slot, value.features, credit)
            for value, credit in zip(values, credits_of(values, key), strict=True)
        ]
    return rows


def _fit(rows: Iterable[Sequence[tuple[str, Table, float]]]) -> dict[str, Logistic]:
    """Fit one model a slot. A value stands twice, so that one half right may be right once."""
    slots: dict[str, list[tuple[Table, float]]] = {}
    for each in rows:
        for slot, table, credit in each:
            slots.setdefault(slot, []).append((table, credit))
    return {
        slot: levelled(
            [table for table, _ in found] * 2,
            [credit >= least for least in (1.0, 0.5) for _, credit in found],
            _STRENGTH,
        )
        for slot, found in sorted(slots.items())
        if len(found) >= _FEWEST
    }
