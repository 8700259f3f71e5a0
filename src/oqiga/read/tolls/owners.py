"""Those who are told to have wounds, without a verb for getting them: «у двоих осколочные ранения»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.syntax import Document
from oqiga.model.terms import Outcome
from oqiga.read.tolls.lexicon import TollWords, WoundWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People
from oqiga.read.tolls.trigger import Trigger

WOUND = "wound"
"""Kind of a trigger that is a wound somebody has."""
_REACH = 5
"""Words between those who have a wound and the noun for it."""
_DESCRIBING = frozenset({"ADJ", "ADV", "NUM", "AUX"})
_NAMED = frozenset({"Case=Nom", "Case=Acc"})


def wounded(
    document: Document, people: Sequence[People], links: Sequence[Link], words: TollWords
) -> Iterator[Link]:
    """Yield a link for each people counted behind such a preposition whose wounds are named right behind.

    Those who are told injured already are left out.
    """
    wounds = words.outcomes.wounds
    told = {link.people.first for link in links if link.trigger.outcome is Outcome.INJURED}
    for each in people if wounds.nouns else ():
        if each.low is None or each.pronoun or each.first in told or each.first == 0:
            continue
        if document.tokens[each.first - 1].lower not in wounds.links:
            continue
        noun = _wound_behind(document, each, wounds)
        if noun is not None:
            yield Link(Trigger(noun, noun + 1, noun, WOUND, Outcome.INJURED), each)


def _wound_behind(document: Document, people: People, wounds: WoundWords) -> int | None:
    """Return where the wound stands, None where anything but what describes it stands between."""
    last = document.sentence_of(document.tokens[people.first]).last
    for token in document.tokens[people.last : min(last, people.last + _REACH)]:
        if token.lemma in wounds.nouns:
            return token.index if not _NAMED.isdisjoint(token.feats) else None
        dash = token.pos == "PUNCT" and token.text in ("—", "–", "-")
        if not (dash or token.pos in _DESCRIBING or token.lemma in wounds.verbs):
            return None
    return None
