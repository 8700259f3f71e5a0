"""What strikes, where no people are told to do it: "a *rocket* hit a school", «в дом попала *мина*»."""

from __future__ import annotations

from oqiga.model.syntax import Document
from oqiga.model.terms import EventType
from oqiga.read.events.lexicon import EventLexicon
from oqiga.read.events.triggers import Trigger

_DOERS = ("nsubj", "obl:agent")
_RETYPED = frozenset(
    {EventType.ARMED_ATTACK, EventType.BOMBING, EventType.SHELLING, EventType.AIR_STRIKE, EventType.CLASH}
)
_AS_NAMED = frozenset({EventType.BOMBING, EventType.AIR_STRIKE})
"""Types of what its own words name already: jets "drop *bombs*"."""


def struck_by(document: Document, lexicon: EventLexicon, trigger: Trigger) -> EventType | None:
    """Return the type that the thing which does a verb makes of it, or which its own words name («*ракетный*
    удар»); None where people or nothing does it.
    """
    if trigger.type not in _RETYPED:
        return None
    own = document.tokens[trigger.match.first : trigger.match.last]
    named = (kind for kind, words in lexicon.things if any(words.has(each) for each in own))
    kind = next(named, None)
    if kind is not None and (trigger.type not in _AS_NAMED or _from_the_ground(trigger.type, kind)):
        return kind
    if trigger.match.value.manner == "nouns":
        return None
    for noun in document.children(trigger.head, *_DOERS):
        if noun.pos == "NOUN":
            kind = next((kind for kind, words in lexicon.things if words.has(noun)), None)
            if kind is not None:
                return kind
    return None


def _from_the_ground(meant: EventType, kind: EventType) -> bool:
    """Tell whether a strike that any arms may make was one of missiles: «мощный *ракетный* удар по рынку»."""
    return meant is EventType.AIR_STRIKE and kind is EventType.SHELLING
