"""The sentences in which the record gives its reasons, from phrases.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

from oqiga.datafiles import data_file


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of a sentence: its words, then a value.

    name: of the value, "" when only words are left. form: how the value is written, "" as it stands.
    """

    words: str
    name: str
    form: str


@lru_cache(maxsize=1)
def phrase_templates() -> Mapping[str, str]:
    """Return the English sentence of every id."""
    loaded: dict[str, str] = data_file("oqiga.codebook", "phrases")
    return loaded


@lru_cache(maxsize=1024)
def slots_of(template: str) -> tuple[Slot, ...]:
    """Return a sentence cut at its values. Raises ValueError when its braces do not match."""
    return tuple(Slot(words, name or "", form or "") for words, name, form, _ in Formatter().parse(template))
