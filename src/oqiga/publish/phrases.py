"""Phrases of the record in the reader's language: sentences from the catalogues, terms by their labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from oqiga.codebook.phrases import Slot, phrase_templates
from oqiga.model.incident import Dispute, Incident, SettledToll
from oqiga.model.phrase import Phrase, Value, filled
from oqiga.model.terms import Basis, EventType, Group, MeasureStatus, MeasureType, Outcome, Stage
from oqiga.publish import labels
from oqiga.publish.words import Translate, counted, spoken_date, spoken_number, translator

_NUMBER = re.compile(r"\d+")

_TERMS: Mapping[str, tuple[type[StrEnum], Mapping[Any, str]]] = {
    "outcome": (Outcome, labels.OUTCOMES),
    "group": (Group, labels.GROUPS),
    "event": (EventType, labels.EVENTS),
    "stage": (Stage, labels.STAGES),
    "measure": (MeasureType, labels.MEASURES),
    "status": (MeasureStatus, labels.STATUSES),
    "basis": (Basis, labels.BASES),
}


def in_words(said: Value, language: str) -> str | None:
    """Write a phrase or value in an interface language; None for None."""
    return None if said is None else spoken(said, language)


def spoken(said: Phrase | str | int, language: str) -> str:
    """Write a phrase or value in an interface language. Raises KeyError for an id the codebook has not."""
    if isinstance(said, Phrase):
        template = translator(language)(phrase_templates()[said.id])
        return filled(template, said, lambda slot, of: _written(slot, of, language))
    return spoken_number(said, language) if isinstance(said, int) else said


def about_of(dispute: Dispute, language: str) -> str:
    """Say what is disputed; in English as the record has it when the book is older than phrases."""
    return spoken(dispute.subject, language) if dispute.subject else dispute.about


def why_of(settled: Dispute | SettledToll | Incident, language: str) -> str:
    """Say why; in English as the record has it when the book is older than phrases, "" without a reason."""
    said = [spoken(each, language) for each in settled.reasons]
    if not said:
        return settled.why or ""
    return "; ".join(said) if isinstance(settled, Dispute) else " ".join(f"{each}." for each in said)


def warned(warning: str, say: Translate) -> str:
    """Translate a warning of the reader, whose numbers stand for themselves."""
    numbers = _NUMBER.findall(warning)
    return say(_NUMBER.sub("{}", warning)).format(*numbers) if "{" not in warning else warning


def first_reason(settled: SettledToll) -> str:
    """Say in English why the figure stands; why each earlier one does not is left out."""
    return spoken(settled.reasons[0], "en") if settled.reasons else (settled.why or "")


def _written(slot: Slot, said: Phrase, language: str) -> str:
    value, say = said.values[slot.name], translator(language)
    if slot.form == "moment":
        return spoken_date(str(value), language) if value else say("time unknown")
    if slot.form == "source":
        return str(value) if value else say("the report itself")
    if value is None:
        raise KeyError(f"{said.id}: nothing for {slot.name}")
    if isinstance(value, Phrase) or not slot.form:
        return spoken(value, language)
    if slot.form == "apposed":
        return "" if value == Group.ALL else f", {say(labels.GROUPS[Group(str(value))])}"
    if slot.form == "people":
        group, count = Group(str(value)), said.values["count"]
        return counted(labels.ONE_OF[group], labels.GROUPS[group], int(str(count)), language)
    kind, names = _TERMS[slot.form]
    return say(names[kind(str(value))])
