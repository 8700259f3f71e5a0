"""The words of one language for deeds that are only meant: «операция *по задержанию*», «*для ликвидации*»."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Meant:
    """What says that such a deed has not come about; the keys are told in docs/languages.md."""

    deeds: frozenset[str]
    purposes: frozenset[str]
    aims: frozenset[str]
    working_at: frozenset[str]
    played_in: frozenset[str]
    in_it: frozenset[str]
    played_by: frozenset[str]
    playing: frozenset[str]


def meant_words(lexicon: Mapping[str, Any]) -> Meant:
    """Return the words of the lexicon `outcomes`; what it leaves out is empty."""
    names = ("meant", "purposes", "aims", "working_at", "played_in", "in_it", "played_by", "playing")
    return Meant(*(frozenset(map(str, lexicon.get(name, ()))) for name in names))
