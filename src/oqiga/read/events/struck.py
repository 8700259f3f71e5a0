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


def struck_by(document: Document, lexicon: EventLexicon, trigger: Trigger) -> EventType | None:
    """Return the type that the thing which does a verb makes of it, None where people or nothing does it."""
    if trigger.match.value.manner == "nouns" or trigger.type not in _RETYPED:
        return None
    for noun in document.children(trigger.head, *_DOERS):
        if noun.pos == "NOUN":
            kind = next((kind for kind, words in lexicon.things if words.has(noun)), None)
            if kind is not None:
                return kind
    return None
