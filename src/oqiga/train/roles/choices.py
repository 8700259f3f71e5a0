"""Fitting the models that choose among the values of a slot, from the fillers of the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.evaluate.muc4.rules import rules
from oqiga.evaluate.muc4.slots import INSTRUMENT, NOTHING
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.values import of_filler, of_incident
from oqiga.train.roles.counts import body_of
from oqiga.train.roles.rank import common_in, logistic, pruned

Document = Mapping[str, Any]
Table = Mapping[str, float]
_SHOWN_BY = ("perp_ind_id", "phys_tgt_id", "hum_tgt_name", "hum_tgt_desc")
"""Slots whose fillers show where the report tells of an incident."""

VALUES = {
    "instrument_type": ("instrument_id",),
    "org_confidence": ("perp_org_id",),
    "phys_tgt_type": ("phys_tgt_id",),
    "phys_tgt_effect": ("phys_tgt_id",),
    "hum_tgt_type": ("hum_tgt_name", "hum_tgt_desc"),
    "hum_tgt_effect": ("hum_tgt_name", "hum_tgt_desc"),
    "phys_tgt_nation": ("phys_tgt_id",),
    "hum_tgt_nation": ("hum_tgt_name", "hum_tgt_desc"),
    "category": ("perp_org_id", "perp_ind_id"),
}
"""Slots whose value is chosen for each filler, and the slots of those fillers."""


def fit_values(documents: Sequence[Document]) -> dict[str, dict[str, Logistic]]:
    """Fit, for each slot in VALUES, one model a value over the fillers of the key."""
    fitted = {slot: _fit(*_value_rows(documents, slot, of)) for slot, of in VALUES.items()}
    fitted[INSTRUMENT] = _fit(*_untold_rows(documents))
    return fitted


def _fit(tables: Sequence[Table], wanted: Sequence[str]) -> dict[str, Logistic]:
    common = common_in(tables, 2)
    tables = [{name: value for name, value in table.items() if name in common} for table in tables]
    values = sorted({value for value in wanted if wanted.count(value) >= 5})
    return {
        value: pruned(logistic(tables, [each == value for each in wanted], 1.0), 0.03) for value in values
    }


def _untold_rows(documents: Sequence[Document]) -> tuple[list[Table], list[str]]:
    """Return the incidents whose key names no weapon, and the kind of weapon that it gives all the same."""
    tables: list[Table] = []
    wanted: list[str] = []
    for document in documents:
        for template in document["templates"]:
            kind = _kind_of(template)
            if not template["instrument_id"] and kind not in rules()["no_instrument"]:
                strings = [filler["alts"][0] for slot in _SHOWN_BY for filler in template[slot]]
                tables.append(of_incident(strings, kind, body_of(document)))
                told = template["instrument_type"]
                wanted.append(str(told[0]["alts"][0]) if told else NOTHING)
    return tables, wanted


def _kind_of(template: Mapping[str, Any]) -> str:
    told = template["incident_type"]
    return str(told[0]["alts"][0]).lower() if told else "attack"


def _value_rows(documents: Sequence[Document], slot: str, of: Sequence[str]) -> tuple[list[Table], list[str]]:
    tables: list[Table] = []
    wanted: list[str] = []
    for document in documents:
        for template in document["templates"]:
            kind = _kind_of(template)
            for source in of:
                for filler in template[source]:
                    tables.append(of_filler(filler["alts"][0], kind, body_of(document), source))
                    wanted.append(_value(template[slot], filler["alts"], alone=slot == "category"))
    return tables, wanted


def _value(fillers: Sequence[Mapping[str, Any]], strings: Sequence[str], *, alone: bool) -> str:
    for filler in fillers:
        if alone or set(filler["ref"] or ()) & set(strings) or (not filler["ref"] and len(fillers) == 1):
            return str(filler["alts"][0])
    return NOTHING
