"""What somebody claimed before: "the Falcons, *which previously claimed* the attack of 17 February"."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.claims import Claim, Event, Toll
from oqiga.model.span import Span
from oqiga.read.context import Context
from oqiga.read.phrases import Phrases


def claimed_before(context: Context, claims: Sequence[Claim], claiming: Phrases[str]) -> set[str]:
    """Return ids of the events and figures that hang on words for an earlier claim of responsibility.

    It is told of who claims the attack of the story, to say who that is. claiming: such words.
    """
    found: set[str] = set()
    for sentence in context.document.sentences:
        for match in claiming.found(context.document, sentence.first, sentence.last):
            words = context.document.tokens[match.first : match.last]
            own = {word.index for word in words}
            head = next((word for word in words if word.head not in own), words[-1])
            below = context.document.subtree(head)
            behind = Span(words[-1].span.end, max(words[-1].span.end, *(each.span.end for each in below)))
            told = (each for each in claims if behind.covers(each.span))
            found |= {each.id for each in told if isinstance(each, Event | Toll)}
    return found
