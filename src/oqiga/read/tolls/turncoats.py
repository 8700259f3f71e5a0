"""Soldiers and policemen who turn on their own: "a soldier killed two comrades before being *shot dead*"."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import HARM, Group, Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_ACTS = ("conj", "advcl", "xcomp")
_HIT = ("obj", "obl")


def tell_turncoats(
    document: Document, drafts: Sequence[Draft], people: Sequence[People], words: TollWords
) -> None:
    """Make an attacker of one of the forces who is told to harm his own, where he is harmed or held for it.

    Only where one sentence tells both, the deed first, so that nobody who answered fire is meant.
    """
    at = {index: each for each in people for index in range(each.first, each.last)}
    for draft in drafts:
        done_to = draft.outcome in HARM or draft.outcome is Outcome.DETAINED
        head = document.tokens[draft.people.head]
        if draft.group not in FORCES or not draft.people.single or not done_to or head.dep != "nsubj":
            continue
        verb = document.tokens[head.head]
        deeds = [
            verb,
            *(each for each in document.children(verb, *_ACTS) if each.index < draft.trigger_first),
        ]
        if verb.index < draft.trigger_first and any(_on_his_own(document, deed, at, words) for deed in deeds):
            draft.group = Group.ATTACKERS


def _on_his_own(document: Document, deed: Token, at: dict[int, People], words: TollWords) -> bool:
    """Tell whether a verb harms comrades, kin or forces."""
    outcomes = words.outcomes
    harms = outcomes.triggers["object"].exactly(document.tokens, deed.index, deed.index + 1)
    fires = outcomes.triggers["subject"].at(document.tokens, deed.index, len(document.tokens))
    harming = harms is not None and harms.value in {each.value for each in HARM}
    harming = harming or (fires is not None and fires.value == Outcome.INVOLVED.value)
    if not harming or deed.lemma in outcomes.of_forces:
        return False
    below = document.children(deed, *_HIT)
    further = (each for noun in below for each in document.children(noun, "nmod"))
    return any(
        each.lemma in outcomes.kin
        or each.lemma in words.people.comrades
        or (each.dep == "obj" and each.index in at and at[each.index].group in FORCES)
        for each in (*below, *further)
    )
