"""Attackers said to be each other's kin, who are then told one by one: «шабуылдаушылар – *әке мен бала*»."""

from __future__ import annotations

from collections.abc import Mapping

from oqiga.model.syntax import SUBJECTS, Document
from oqiga.model.terms import Group
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.suspects import told_attacking


def one_of_kin(document: Document, people: People, at: Mapping[int, People], words: TollWords) -> bool:
    """Tell whether one told by an age is of attackers said right before to be kin.

    "The attackers are father and son. *The 50-year-old man* died at the scene, *the 24-year-old son* is in
    hospital." So are "the two who attacked". at: the people of the report by each of their words.
    """
    kin = words.outcomes.attackers_kin
    age = words.people.aged.search(document.tokens, people.first, people.last) if kin else None
    sentence = document.sentence_of(document.tokens[people.first])
    if age is None or not people.single or people.name is not None or not sentence.first:
        return False
    before = document.tokens_of(document.sentence_of(document.tokens[sentence.first - 1]))
    said = [token for token in before if token.lemma in kin and document.children(token, "conj")]
    said = [token for token in said if any(each.lemma in kin for each in document.children(token, "conj"))]
    subjects = (each for token in said for each in document.children(token, *SUBJECTS))
    told = [at[each.index] for each in subjects if each.index in at]
    return any(
        not each.single and (each.group is Group.ATTACKERS or told_attacking(document, words.outcomes, each))
        for each in told
    )
