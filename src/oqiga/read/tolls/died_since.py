"""Those of the wounded who have died since: they come on top of the dead told before."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, Group, Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import OutcomeWords
from oqiga.read.tolls.people import People

_EVERYBODY = frozenset({Group.ALL, Group.VICTIMS})
_OPEN = frozenset({Counts.TOTAL, Counts.UNKNOWN})


def tell_died_since(document: Document, drafts: Sequence[Draft], words: OutcomeWords) -> None:
    """Note "*two of the wounded* have died" as more of the dead.

    Where the report tells how many died in all, that may hold them already, and it stays open.
    """
    dead = [each for each in drafts if each.outcome is Outcome.KILLED]
    for each in dead:
        free = each.counts in _OPEN and each.whole is None and each.newer is None and each.revises is None
        if each.trigger_kind == "toll" or not free or not _were_hurt(document, each.people, words):
            continue
        told = any(other is not each and other.group in _EVERYBODY and other.low > each.low for other in dead)
        each.counts = Counts.UNKNOWN if told else Counts.ADDITIONAL


def _were_hurt(document: Document, people: People, words: OutcomeWords) -> bool:
    """Tell whether those counted are told to have been wounded before."""
    inside = document.tokens[people.first : people.last]
    owners = [child for each in inside for child in document.children(each, "nmod:poss", "nmod", "acl")]
    count = words.triggers["count"]
    return any(
        (match := count.exactly(document.tokens, each.index, each.index + 1)) is not None
        and match.value == Outcome.INJURED.value
        for each in (*inside, *owners)
    )
