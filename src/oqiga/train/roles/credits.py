"""How far the values of filled forms are right by the key: 1, a half where they are so in part, or 0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from oqiga.evaluate.muc4.slots import CHOSEN, KEY, NUMBERS
from oqiga.evaluate.muc4.worth import STRINGS, Value
from oqiga.read.templates.candidates import plain, within
from oqiga.read.templates.filled import Template
from oqiga.train.roles.counts import as_candidate
from oqiga.train.roles.examples import SLOTS
from oqiga.train.roles.places import is_told
from oqiga.train.roles.rank import types_of

Key = Mapping[str, Any]
_SLOT = {name: slot for name, (slot, _) in CHOSEN.items()} | {
    "target_number": "phys_tgt_number",
    "human_number": "hum_tgt_number",
}
_FARTHEST = 61
"""Days that an incident may lie before the day which the key has it "on or before"."""


def paired(templates: Sequence[Template], document: Mapping[str, Any]) -> list[Key | None]:
    """Return, for each template of a report, the one of the key that it is meant for, each at most once.

    Only such of one type that share a string count, those that share most first.
    """
    shares = sorted(
        (
            (-count, number, place)
            for number, template in enumerate(templates)
            for place, key in enumerate(document["templates"])
            if (count := _shared(template, key)) and template.type in types_of({"templates": [key]})
        ),
    )
    found: dict[int, int] = {}
    for _, number, place in shares:
        if number not in found and place not in found.values():
            found[number] = place
    return [
        document["templates"][found[number]] if number in found else None for number in range(len(templates))
    ]


def _shared(template: Template, key: Key) -> int:
    strings = {
        role: {as_candidate(each, role) for filler in key[slot] for each in filler["alts"]}
        for role, slot in SLOTS.items()
    }
    return sum(each.text in strings[each.role] for each in template.fillers)


def credits_of(values: Sequence[Value], key: Key | None) -> list[float]:
    """Return the credit of each value of a form against the template of the key that it is meant for."""
    if key is None:
        return [0.0] * len(values)
    taken: set[tuple[str, int]] = set()
    return [_credit(each, key, taken) for each in values]


def _credit(value: Value, key: Key, taken: set[tuple[str, int]]) -> float:
    if value.slot in STRINGS:
        return _of_string(value, key, taken)
    if value.slot == "date":
        return max((_of_date(value.item, each) for each in _alternatives(key["date"])), default=0.0)
    if value.slot == "location":
        return _of_location(value.item, key["location"])
    slot = _SLOT.get(value.slot, value.slot)
    item = value.item["value"] if isinstance(value.item, dict) else value.item
    of_number = value.slot in NUMBERS
    return max(
        (_of_value(item, filler, value, of_number=of_number) for filler in key[slot]),
        default=0.0,
    )


def _of_string(value: Value, key: Key, taken: set[tuple[str, int]]) -> float:
    """Name a filler of the key: wholly, once; again, or a description in part, counts half."""
    if value.filler is None:
        return 0.0
    role, text = value.filler.role, value.filler.text
    described = role == "victim_description"
    best = 0.0
    for place, filler in enumerate(key[KEY[role]]):
        strings = {as_candidate(each, role) for each in filler["alts"]}
        if text in strings:
            if (role, place) not in taken:
                taken.add((role, place))
                return 1.0
            best = max(best, 0.0 if described else 0.5)
        elif described and any(_alike(text, each) for each in strings):
            best = max(best, 0.5)
    return best


def _of_value(item: str, filler: Mapping[str, Any], value: Value, *, of_number: bool) -> float:
    right = max((_of_number(item, each) if of_number else _same(item, each)) for each in filler["alts"])
    if right == 1.0 and value.filler is not None and filler["ref"]:
        known = any(_alike(value.filler.text, plain(each)) for each in filler["ref"])
        return 1.0 if known else 0.5
    return right


def _same(item: str, told: str) -> float:
    return float(item.upper() == told.upper())


def _of_number(item: str, told: Mapping[str, Any]) -> float:
    if item == str(told["raw"]).upper():
        return 1.0
    low, high = told["min"], told["max"]
    if not item.isdigit() or low is None:
        return 0.0
    return 0.5 if low <= int(item) and (high is None or int(item) <= high) else 0.0


def _of_date(item: str, told: Mapping[str, Any]) -> float:
    before, day = item.startswith("/"), item.lstrip("/")
    first, last = told["from"], told["to"]
    if last is None:
        return 0.0
    if (None if before else day, day) == (first, last):
        return 1.0
    if before:
        return 0.5 if day == last else 0.0
    days = (date.fromisoformat(last) - date.fromisoformat(day)).days
    inside = 0 <= days <= _FARTHEST if first is None else first <= day <= last
    return 0.5 if inside else 0.0


def _of_location(item: Sequence[str], told: Sequence[Mapping[str, Any]]) -> float:
    if is_told(item, told):
        return 1.0
    return 0.5 if any(each["country"] == item[0] for each in _alternatives(told)) else 0.0


def _alternatives(fillers: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [each for filler in fillers for each in filler["alts"]]


def _alike(one: str, other: str) -> bool:
    """Tell whether two strings may stand for one entity: one holds the other, or their last words agree."""
    return one == other or within(one, other) or within(other, one) or one.split()[-1:] == other.split()[-1:]
