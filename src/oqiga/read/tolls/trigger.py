"""Words of a text that tell an outcome."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.model.terms import Outcome

VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech of words that take the affected as their arguments."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an outcome: tokens `first` to `last` (exclusive), `verb` the one that governs.

    kind: how the affected are found; "passive" and "active" are verbs of the lexicon's `object` once their
    voice is known. crowd: it tells of many who came together, not of an attack.
    """

    first: int
    last: int
    verb: int
    kind: str
    outcome: Outcome
    crowd: bool = False
