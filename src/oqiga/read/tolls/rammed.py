"""Who drove a vehicle into people: «водитель грузовика», which «врезался в толпу», attacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from oqiga.model.syntax import Document, Token
from oqiga.read.frames.clauses import is_definite
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_WHOSE = ("nmod", "nmod:poss", "compound")


def rams(document: Document, words: TollWords) -> Iterator[str]:
    """Yield the vehicles that are told to have been driven into people: «грузовик врезался в толпу».

    Where a language lists vehicles, those told in the sentence before the verb: «ер адам *көлігімен* топты
    басып өтті».
    """
    for token in document.tokens:
        if token.lemma in words.outcomes.ramming and token.pos == "VERB":
            into = list(document.children(token, "obl", "obj"))
            into += [
                inner for each in into for inner in document.children(each, "nmod", "nmod:poss", "compound")
            ]
            if any(_is_crowd(each, words) for each in into):  # "into a group of *pedestrians*"
                before = document.tokens[document.sentence_of(token).first : token.index]
                driven = (each for each in before if each.lemma in words.outcomes.ramming_with)
                yield from (each.lemma for each in (*document.children(token, "nsubj"), *driven))


def _is_crowd(token: Token, words: TollWords) -> bool:
    """Tell whether a noun is of many people: "a crowd", «адамдар» but not «адам»."""
    many = token.lemma in words.outcomes.rammed_many and "Number=Plur" in token.feats
    return many or token.lemma in words.outcomes.rammed


def drove(
    document: Document, people: People, rammed_with: Collection[str], words: TollWords, *, held: bool = False
) -> bool:
    """Tell whether somebody is the driver of a vehicle that was driven into people.

    held: the authorities caught the one meant, whose vehicle may be told by another word ("of a dark BMW").
    """
    head = document.tokens[people.head]
    if head.lemma not in words.people.drivers or not people.single:
        return False
    vehicles = document.children(head, "nmod", "compound", "nmod:poss")
    told = is_definite(document, head)
    articles = not (words.outcomes.free_order or words.outcomes.verb_last)
    alone = not vehicles and people.name is None and (told or not articles)
    known = alone or (held and told)
    return (known and bool(rammed_with)) or any(child.lemma in rammed_with for child in vehicles)
