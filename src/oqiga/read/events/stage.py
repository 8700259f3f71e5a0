"""How far an event went, and whether it is told as one that happened at all."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import EventType, Stage
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.triggers import Trigger
from oqiga.read.frames.clauses import chain, helpers

_STRONGEST = (Stage.FOILED, Stage.ONGOING, Stage.THREATENED, Stage.ATTEMPTED)
"""Of several stages that a clause names, the first holds."""


def stage_of(document: Document, lexicon: EventLexicon, trigger: Trigger) -> Stage | None:
    """Return the stage the clause gives, None when nothing happened, was tried or threatened."""
    governors = chain(document, trigger.head)
    near = [i for i in helpers(document, governors) if not trigger.match.first <= i < trigger.match.last]
    said = {
        match.value
        for index in near
        for match in lexicon.stages.at(document, index, _end(document, trigger.head))
    }
    denied = lexicon.negation.among(document, near) is not None
    if denied and Stage.FOILED not in said:
        return None
    for stage in _STRONGEST:
        if stage in said:
            return stage
    if trigger.type is EventType.THREAT:
        return Stage.THREATENED
    if lexicon.unreal.among(document, near) is not None:
        return None
    if any(
        lexicon.not_real.has(child)
        for each in governors
        for child in document.children(each, "compound", "obl")
    ):
        return None
    return Stage.ACCOMPLISHED


def _end(document: Document, token: Token) -> int:
    return document.sentence_of(token).last
