"""People told shot by words that mostly mean death, who live: "оққа ұшқан үш *науқас* ауруханада жатыр"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import Group, Outcome
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link


def with_survivors(document: Document, links: Sequence[Link], words: TollWords) -> list[Link]:
    """Return the links, those of people who are told shot and live as links of the injured.

    They live who are patients, or are told to be in hospital besides. Left out are those of a number that
    the dead and the injured told by other words make up together: it counts all who were hit.
    """
    treated = {link.people.first for link in links if link.trigger.outcome is Outcome.HOSPITALIZED}
    found = []
    for link in links:
        trigger, people = link.trigger, link.people
        shot = _told_shot(document, link, words)
        lives = document.tokens[people.head].lemma in words.outcomes.patients or people.first in treated
        if shot and not lives and _all_hit(document, link, links, words):
            continue
        if shot and lives:
            link = replace(link, trigger=replace(trigger, outcome=Outcome.INJURED))
        found.append(link)
    return found


def _told_shot(document: Document, link: Link, words: TollWords) -> bool:
    trigger = link.trigger
    return words.outcomes.shot.exactly(document.tokens, trigger.first, trigger.last) is not None


def _all_hit(document: Document, link: Link, links: Sequence[Link], words: TollWords) -> bool:
    """Tell whether more are told shot than died, and no more than died and were injured."""
    low = link.people.low
    if low is None or link.people.single or link.people.group is not Group.ALL:
        return False
    counted = [
        (each.trigger.outcome, each.people.low)
        for each in links
        if each.people.low is not None and not each.people.single and not _told_shot(document, each, words)
    ]
    dead = max((number for outcome, number in counted if outcome is Outcome.KILLED), default=None)
    hurt = max((number for outcome, number in counted if outcome is Outcome.INJURED), default=None)
    return dead is not None and hurt is not None and dead < low <= dead + hurt
