"""Which values of a filled form are worth giving: those that a trained model holds likely enough.

A value more raises the F1 of an answer where its chance of being right is above half that F1; one below, with
the values that hang on it, is better left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oqiga.evaluate.muc4.slots import CHOSEN, FORM, KEY, NUMBERS
from oqiga.read.templates.evidence import logit
from oqiga.read.templates.filled import Filler, Template
from oqiga.read.templates.linear import Choice, Logistic
from oqiga.read.templates.values import of_filler

Form = Mapping[str, Any]

LEAST = 0.2
"""The chance from which a value is given."""

STRINGS = {name: role for role, name in FORM.items()}
"""Slots of a form that hold strings, and their roles."""

_OF_FILLERS = {name: roles for name, (_, roles) in CHOSEN.items()} | NUMBERS
_WHOLE = ("date", "location", "stage", "category")
_WITH_NETWORKS = ("odds", "relevant", "held", "chance")
_BEGINNING = 5
"""Letters by which words are held alike."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a form. place: among those of its slot. filler: whose it is, None for the incident's."""

    slot: str
    place: int
    item: Any
    filler: Filler | None
    features: Mapping[str, float]


def worthy(
    form: Form,
    template: Template,
    text: str,
    chosen: Mapping[str, Choice],
    models: Mapping[str, Logistic],
    *,
    averaged: bool,
) -> dict[str, Any] | None:
    """Return a form without the values that are not worth giving, None where no string is left.

    template, text, chosen: as the form was made from them. models: by slot of a form; what has none is given.
    averaged: several networks judged the report.
    """
    poor: dict[str, set[int]] = {}
    bare: set[Filler] = set()
    values = values_of(form, template, text, chosen, averaged=averaged)
    for value in values:
        if value.slot in models and models[value.slot].chance(value.features) < LEAST:
            poor.setdefault(value.slot, set()).add(value.place)
            if value.slot in STRINGS and value.filler is not None:
                bare.add(value.filler)
    for value in values:
        if value.filler in bare:
            poor.setdefault(value.slot, set()).add(value.place)
    kept: dict[str, Any] = {}
    for slot, given in form.items():
        if _is_whole(slot, given):
            kept |= {} if slot in poor else {slot: given}
        else:
            kept[slot] = [each for place, each in enumerate(given) if place not in poor.get(slot, ())]
    return kept if any(kept.get(slot) for slot in STRINGS) else None


def values_of(
    form: Form, template: Template, text: str, chosen: Mapping[str, Choice], *, averaged: bool
) -> list[Value]:
    """Return the values of a form, but for the type, with what speaks for each. Arguments as for `worthy`."""
    fillers = {(each.role, each.text): each for each in template.fillers}
    found = []
    for slot, place, item in _items(form):
        filler = next(
            (fillers[role, _text(item)] for role in _roles(slot) if (role, _text(item)) in fillers), None
        )
        features = dict(template.outlook) | _of_item(slot, item)
        if filler is not None:
            features |= _of_filler(filler, template)
            if slot in CHOSEN:
                model = chosen[CHOSEN[slot][0]]
                chances = model.chances(of_filler(filler.text, template.type, text, KEY[filler.role]))
                features["chance"] = logit(chances.get(item["value"], 0.0))
        if averaged:
            features |= {f"averaged_{name}": features.get(name, 0.0) for name in _WITH_NETWORKS}
            features["averaged"] = 1.0
        found.append(Value(slot, place, item, filler, features))
    return found


def _items(form: Form) -> Iterator[tuple[str, int, Any]]:
    for slot, given in form.items():
        if slot != "incident_type" and given:
            if _is_whole(slot, given):
                yield slot, 0, given
            else:
                for place, item in enumerate(given):
                    yield slot, place, item


def _is_whole(slot: str, given: Any) -> bool:
    return slot in _WHOLE or not isinstance(given, list)


def _roles(slot: str) -> Sequence[str]:
    return (STRINGS[slot],) if slot in STRINGS else _OF_FILLERS.get(slot, ())


def _text(item: Any) -> str:
    """Return the string of the filler that a value is, or belongs to."""
    if isinstance(item, dict):
        return str(item["desc"][0] if "desc" in item else item["ref"])
    return str(item[0]) if isinstance(item, list) else ""


def _of_item(slot: str, item: Any) -> dict[str, float]:
    if slot == "date":
        return {"on_or_before": float(item.startswith("/"))}
    if slot == "location":
        return {"country_alone": float(len(item) == 1)}
    if slot == "VictimDesc":
        return {"of_a_name": float(item["ref"] is not None)}
    if slot in STRINGS or slot in NUMBERS:
        return {}
    return {f"is {item['value'] if isinstance(item, dict) else item}": 1.0}


def _of_filler(filler: Filler, template: Template) -> dict[str, float]:
    ahead = [each for each in template.of(filler.role) if each.odds > filler.odds]
    described, shared = float(filler.role == "victim_description"), float(filler.shared)
    return {
        "odds": filler.odds,
        "ahead": float(min(4, len(ahead))),
        "alike_ahead": float(any(_alike(filler.text, each.text) for each in ahead)),
        "behind": filler.odds - max((each.odds for each in ahead), default=filler.odds),
        "names": float(min(3, len(template.of("victim")))),
        "words": math.log1p(filler.text.count(" ")),
        "surest_of_all": float(template.fillers[0] == filler),
        "described": described,
        "described_odds": described * filler.odds,
        "shared": shared,
        "shared_odds": shared * filler.odds,
        "parted_odds": template.outlook.get("parted", 0.0) * filler.odds,
        "linked": filler.linked,
    }


def _alike(one: str, other: str) -> bool:
    """Tell whether two strings may be of one entity: a word begins alike, or one is the other's initials."""
    ours, theirs = one.split(), other.split()
    long = {word[:_BEGINNING] for word in ours if len(word) > 3}
    return (
        ours[-1][:_BEGINNING] == theirs[-1][:_BEGINNING]
        or not long.isdisjoint(word[:_BEGINNING] for word in theirs if len(word) > 3)
        or _initials(one, theirs)
        or _initials(other, ours)
    )


def _initials(short: str, words: Sequence[str]) -> bool:
    return len(short) > 1 and sorted(short) == sorted(word[0] for word in words if len(word) > 3)
