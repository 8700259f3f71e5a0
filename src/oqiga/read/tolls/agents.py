"""Attackers counted behind a passive: "a patrol was ambushed *by ten rebels*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import Outcome
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People
from oqiga.read.tolls.triggers import Trigger


def agents(document: Document, people: Sequence[People], triggers: Sequence[Trigger]) -> Iterator[Link]:
    """Yield a link for those by whom something was attacked, where they are counted."""
    taking_part = [each for each in triggers if each.outcome is Outcome.INVOLVED and each.kind == "subject"]
    if not taking_part:
        return
    at = {index: each for each in people for index in range(each.first, each.last)}
    for trigger in taking_part:
        for child in document.children(document.tokens[trigger.verb], "obl:agent"):
            if child.index in at:
                yield Link(replace(trigger, kind="toll"), at[child.index])
