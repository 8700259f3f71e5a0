"""Why the attack of the story was made: whom it avenges was harmed before, elsewhere."""

from __future__ import annotations

from oqiga.model.claims import Claim, Toll
from oqiga.read.context import Context
from oqiga.read.events.lexicon import event_lexicon


def is_motive(context: Context, claim: Claim) -> bool:
    """Tell whether a toll is why the story's attack was made: "in revenge *for the killing of* …"."""
    if not isinstance(claim, Toll):
        return False
    document, motives = context.document, event_lexicon(context.pack).motives
    inside = context.tokens_in(claim.span)
    within = {token.index for token in inside}
    top = next((token for token in inside if token.head not in within), None)
    if top is None or top.pos != "NOUN":
        return False
    links = document.children(top, "case")
    fixed = [each for link in links for each in document.children(link, "fixed")]
    above = document.tokens[top.head]
    return any(motives.starts(document, each) for each in (above, *links, *fixed))
