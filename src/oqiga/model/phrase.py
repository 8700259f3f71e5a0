"""Sentences with named values: what the record says in its own words, to be written in any language.

A reason is kept as the id of a sentence and its values, so that a reader gets it in their language; `english`
is what stands in the record as `why`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from oqiga.codebook.phrases import Slot, phrase_templates, slots_of
from oqiga.model.moments import written


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence, or a part of one. id: its name in the codebook; values: by the names its slots have."""

    id: str
    values: dict[str, str | int | Phrase | None] = field(default_factory=dict)


Value = str | int | Phrase | None
Write = Callable[[Slot, Phrase], str]
"""From a slot and the phrase whose value fills it to words."""


def phrase(id: str, /, **values: Value) -> Phrase:
    """Return a phrase with values by name."""
    return Phrase(id, values)


def filled(template: str, said: Phrase, write: Write) -> str:
    """Return a sentence with the values of a phrase in its slots. Raises KeyError when one is missing."""
    return "".join(slot.words + (write(slot, said) if slot.name else "") for slot in slots_of(template))


def english(said: Value) -> str:
    """Return a phrase or value as the record has it. Raises KeyError for an id that the codebook has not."""
    if not isinstance(said, Phrase):
        return str(said)
    return filled(phrase_templates()[said.id], said, _in_english)


def english_all(said: Iterable[Phrase]) -> str:
    """Return sentences one after the other, as `why` has them."""
    return " ".join(f"{english(each)}." for each in said)


def figured(low: int, high: int | None) -> Value:
    """Return a figure as a value: 9; "9 or more"; "6 to 7"; "up to 30", of which nobody told a least."""
    if high is None:
        return phrase("open", low=low)
    if low == 0 and high:
        return phrase("at_most", high=high)
    return low if low == high else phrase("range", low=low, high=high)


def joined(parts: Iterable[Value], how: str = "and") -> Value:
    """Return one or more values as one, joined by a phrase of two values. Raises ValueError for none."""
    first, *rest = parts
    return phrase(how, first=first, rest=joined(rest, how)) if rest else first


def _in_english(slot: Slot, said: Phrase) -> str:
    value, form = said.values[slot.name], slot.form
    if isinstance(value, Phrase):
        return english(value)
    if form == "moment":
        return written(None if value is None else str(value))
    if form == "source":
        return str(value or "the report")
    words = str(value).replace("_", " ")
    if form == "apposed":
        return "" if value == "all" else f", {words}"
    return words if form else str(value)
