"""Who drove a vehicle into people: «водитель грузовика», which «врезался в толпу», attacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from oqiga.model.syntax import Document
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People


def rams(document: Document, words: TollWords) -> Iterator[str]:
    """Yield the vehicles that are told to have been driven into people: «грузовик врезался в толпу»."""
    for token in document.tokens:
        if token.lemma in words.outcomes.ramming and token.pos == "VERB":
            into = list(document.children(token, "obl", "obj"))
            into += [inner for each in into for inner in document.children(each, "nmod")]
            if any(each.lemma in words.outcomes.rammed for each in into):  # "into a group of *pedestrians*"
                yield from (each.lemma for each in document.children(token, "nsubj"))


def drove(document: Document, people: People, rammed_with: Collection[str], words: TollWords) -> bool:
    """Tell whether somebody is the driver of a vehicle that was driven into people."""
    head = document.tokens[people.head]
    if head.lemma not in words.people.drivers or not people.single:
        return False
    vehicles = document.children(head, "nmod", "compound", "nmod:poss")
    told = any("Definite=Def" in each.feats for each in document.children(head, "det"))
    alone = not vehicles and people.name is None and (words.outcomes.free_order or told)
    return (alone and bool(rammed_with)) or any(child.lemma in rammed_with for child in vehicles)
