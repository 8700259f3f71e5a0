"""People told shot by words that mostly mean death, who live: "оққа ұшқан үш *науқас* ауруханада жатыр"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import Outcome
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link


def with_survivors(document: Document, links: Sequence[Link], words: TollWords) -> list[Link]:
    """Return the links, those of people who are told shot and live as links of the injured.

    They live who are patients, or are told to be in hospital besides.
    """
    treated = {link.people.first for link in links if link.trigger.outcome is Outcome.HOSPITALIZED}
    found = []
    for link in links:
        trigger, people = link.trigger, link.people
        shot = words.outcomes.shot.exactly(document.tokens, trigger.first, trigger.last) is not None
        lives = document.tokens[people.head].lemma in words.outcomes.patients or people.first in treated
        if shot and lives:
            link = replace(link, trigger=replace(trigger, outcome=Outcome.INJURED))
        found.append(link)
    return found
