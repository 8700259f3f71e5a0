"""Whom somebody loses: an army or a band its fighters, a family its kin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.syntax import Document
from oqiga.model.terms import Group
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.linking import Link
from oqiga.read.tolls.people import People


def of_losers(document: Document, link: Link, people: Sequence[People], words: TollWords) -> Link:
    """Return whom forces or attackers lost with their group: "*the army* lost two men"."""
    verb, lost = document.tokens[link.trigger.verb], link.people
    if verb.lemma not in words.outcomes.of_forces or lost.group is not Group.ALL or lost.single:
        return link
    subjects = document.children(verb, "nsubj")
    if verb.dep == "acl:relcl" and any(each.lower in words.people.relative for each in subjects):
        subjects = (document.tokens[verb.head],)
    if verb.dep == "ccomp" and subjects and all(each.pos == "PRON" for each in subjects):
        subjects = document.children(document.tokens[verb.head], "nsubj")  # "the army said *it* lost three"
    for subject in subjects:
        side = next((each for each in people if each.first <= subject.index < each.last), None)
        marked = words.people.marks.get(subject.lemma, Group.ALL)
        group = side.group if side is not None else Group(marked)
        if group in FORCES | {Group.ATTACKERS}:
            return replace(link, people=replace(lost, group=group))
    return link


def bereft(document: Document, people: People, words: TollWords) -> bool:
    """Tell whether relatives are lost to an attack: "he lost two wives in the *strike*"."""
    head = document.tokens[people.head]
    beside = document.tokens_of(document.sentence_of(head))
    return head.lemma in words.outcomes.kin and any(
        token.lemma in words.outcomes.bereaving or token.lower in words.outcomes.bereaving for token in beside
    )
