"""States that the dead have left: who "died *in captivity*" is held no longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.syntax import Document
from oqiga.model.terms import Outcome
from oqiga.read.tolls.draft import Draft

_HELD = frozenset({Outcome.ABDUCTED, Outcome.DETAINED, Outcome.MISSING})


def without_states_left(document: Document, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts but those of a state that hangs on the death of the same people."""
    deaths = {(each.people.first, each.trigger_first) for each in drafts if each.outcome is Outcome.KILLED}
    for each in drafts:
        inner = document.tokens[document.tokens[each.trigger_first].head]  # "in" hangs on "captivity"
        above = {(each.people.first, inner.index), (each.people.first, inner.head)}
        if not (each.trigger_kind == "state" and each.outcome in _HELD and above & deaths):
            yield each
