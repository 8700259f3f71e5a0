"""A filled template to a line of the task: every slot that its form asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oqiga.evaluate.muc4.numbers import number_of
from oqiga.evaluate.muc4.rules import rules
from oqiga.read.templates.candidates import plain
from oqiga.read.templates.filled import Filler, Template
from oqiga.read.templates.linear import Choice
from oqiga.read.templates.values import of_filler, of_incident

NOTHING = "-"
INSTRUMENT = "untold_instrument"
"""Name of the model for kinds of weapons where no weapon is named."""

FORM = {
    "perpetrator": "PerpInd",
    "organization": "PerpOrg",
    "target": "Target",
    "victim": "Victim",
    "victim_description": "VictimDesc",
    "weapon": "Weapon",
}
"""Roles to the slots of a form that hold their strings."""
KEY = {
    "perpetrator": "perp_ind_id",
    "organization": "perp_org_id",
    "target": "phys_tgt_id",
    "victim": "hum_tgt_name",
    "victim_description": "hum_tgt_desc",
    "weapon": "instrument_id",
}
"""Roles to the slots of the answer key that hold their strings."""
CHOSEN = {
    "instrument_type": ("instrument_type", ("weapon",)),
    "org_confidence": ("org_confidence", ("organization",)),
    "target_type": ("phys_tgt_type", ("target",)),
    "target_effect": ("phys_tgt_effect", ("target",)),
    "human_type": ("hum_tgt_type", ("victim", "victim_description")),
    "human_effect": ("hum_tgt_effect", ("victim", "victim_description")),
    "target_nation": ("phys_tgt_nation", ("target",)),
    "human_nation": ("hum_tgt_nation", ("victim", "victim_description")),
}
"""Slots of a form: the model that chooses their values, and the roles they belong to."""

NUMBERS = {"target_number": ("target",), "human_number": ("victim", "victim_description")}
"""Slots of a form that hold numbers, and the roles they belong to."""

_ALWAYS = frozenset({"instrument_type", "org_confidence", "phys_tgt_type", "hum_tgt_type"})
"""Slots that every filler has a value for."""


def to_form(
    template: Template,
    text: str,
    choices: Mapping[str, Choice],
    *,
    date: str | None,
    location: Sequence[str],
) -> dict[str, Any]:
    """Return one template in the form that the task's scorer reads. choices: models by slot; may be empty."""
    template = _asked_for(template)
    form: dict[str, Any] = {"incident_type": template.type, "stage": "accomplished"}
    for role, name in FORM.items():
        form[name] = [[each.text] for each in template.of(role)]
    described = descriptions(template, text, choices.get("hum_tgt_type"))
    form["VictimDesc"] = [
        {"desc": [each.text], "ref": described.get(each.text)} for each in template.of("victim_description")
    ]
    template = _without(template, described)
    for name, (slot, roles) in CHOSEN.items():
        if slot in choices:
            form[name] = _values(template, text, choices[slot], roles, must=slot in _ALWAYS)
    if INSTRUMENT in choices and not template.of("weapon") and template.type not in rules()["no_instrument"]:
        form["instrument_type"] = _untold_instrument(template, text, choices[INSTRUMENT])
    for name, roles in NUMBERS.items():
        form[name] = _numbers(template, text, roles)
    form["category"] = _category(template, text, choices)
    return form | ({"date": date} if date else {}) | ({"location": list(location)} if location else {})


def _asked_for(template: Template) -> Template:
    """Leave out fillers of slots that the rules do not use for this type."""
    barred = {
        *(("weapon",) if template.type in rules()["no_instrument"] else ()),
        *(("target",) if template.type in rules()["no_thing"] else ()),
    }
    return Template(template.type, tuple(each for each in template.fillers if each.role not in barred))


def descriptions(template: Template, text: str, kinds: Choice | None = None) -> dict[str, str]:
    """Return the descriptions of persons who are named ("MAYOR ANA RUIZ"), each with the name.

    A description beside a name is one, and so is one that `kinds`, the model of kinds of people, leaves
    without a kind: it then belongs to the nearest name.
    """
    flat = plain(text)
    names = template.of("victim")
    found = {}
    for each in template.of("victim_description"):
        beside = next((name for name in names if _beside(each.text, name.text, flat)), None)
        if beside is None and names and kinds is not None and _is_told_of_a_name(each, template, text, kinds):
            beside = min(names, key=lambda name: abs(name.span.start - each.span.start))
        if beside is not None:
            found[each.text] = beside.text
    return found


def _beside(description: str, name: str, flat: str) -> bool:
    beside = (f"{description} {name}", f"{name}, {description}", f"{name}, the {description}")
    return any(string in flat for string in beside)


def _is_told_of_a_name(each: Filler, template: Template, text: str, kinds: Choice) -> bool:
    return kinds.best(of_filler(each.text, template.type, text, KEY[each.role])) == NOTHING


def _without(template: Template, described: Mapping[str, str]) -> Template:
    """Leave out descriptions of persons who are named."""
    kept = [
        each for each in template.fillers if each.role != "victim_description" or each.text not in described
    ]
    return Template(template.type, tuple(kept))


def _of_roles(template: Template, roles: Sequence[str]) -> list[Filler]:
    return [each for each in template.fillers if each.role in roles]


def _untold_instrument(template: Template, text: str, choice: Choice) -> str | None:
    """Return the kind of weapon that an incident tells of without naming one ("was shot")."""
    value = choice.best(of_incident([each.text for each in template.fillers], template.type, text))
    return None if value == NOTHING else value


def _values(
    template: Template, text: str, choice: Choice, roles: Sequence[str], *, must: bool
) -> list[dict[str, str]]:
    """Return the value of each filler. must: none may go without."""
    found = []
    for each in _of_roles(template, roles):
        features = of_filler(each.text, template.type, text, KEY[each.role])
        value = choice.best(features, barred=NOTHING if must else None)
        if value != NOTHING:
            found.append({"value": value, "ref": each.text})
    return found


def _numbers(template: Template, text: str, roles: Sequence[str]) -> list[dict[str, str]]:
    return [
        {"value": number_of(text, each.span, named=each.role == "victim"), "ref": each.text}
        for each in _of_roles(template, roles)
    ]


def _category(template: Template, text: str, choices: Mapping[str, Choice]) -> str | None:
    """Return the category that the surest perpetrator points to; by violence of unknown hand, terrorist."""
    for each in _of_roles(template, ("organization", "perpetrator")):
        if "category" in choices:
            value = choices["category"].best(of_filler(each.text, template.type, text, KEY[each.role]))
            return None if value == NOTHING else value
    return "TERRORIST ACT"
