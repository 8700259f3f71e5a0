"""Who is held or harmed for what he did himself: "shot dead by police *after he stabbed two people*"."""

from __future__ import annotations

from collections.abc import Mapping

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Group, Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.joint import FORCES
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.suspects import harms


def for_a_deed(
    document: Document, draft: Draft, verb: Token, at: Mapping[int, People], words: TollWords
) -> bool:
    """Tell whether a clause behind the verb of a draft says that those it befell had attacked.

    verb: of the draft; at: whose words each token belongs to. "They" may be others than the dead, so that
    somebody harmed is an attacker only where forces are told to have done it, or where the clause has no
    subject of its own ("killed *while storming* a post").
    """
    passive = bool(document.children(verb, "aux:pass", "nsubj:pass"))
    held, by_forces = draft.outcome is Outcome.DETAINED, _by_forces(document, verb, at, passive=passive)
    if draft.people.pronoun or not (passive or held or by_forces):
        return False
    for clause in document.children(verb, "advcl"):
        marks = document.children(clause, "mark", "case", "advmod")
        if not any(each.lower in words.outcomes.deed_marks for each in marks):
            continue
        subjects = document.children(clause, *SUBJECTS)
        if subjects and not (_takes_up(draft, subjects[0], at) and (held or by_forces)):
            continue
        if not subjects and not (passive and (held or by_forces or draft.group is not Group.CIVILIANS)):
            continue  # "police shot a man after storming a house", "a villager died while shooting rebels"
        if any(_attacks(document, deed, at, words) for deed in _deeds(document, clause)):
            return True
    return False


def _by_forces(document: Document, verb: Token, at: Mapping[int, People], *, passive: bool) -> bool:
    """Tell whether police or soldiers do what a verb tells."""
    doers = document.children(verb, "obl:agent" if passive else "nsubj")
    return any(each.index in at and at[each.index].group in FORCES for each in doers)


def _takes_up(draft: Draft, subject: Token, at: Mapping[int, People]) -> bool:
    """Tell whether a subject is a pronoun that may mean those of a draft: "he" one, "they" several."""
    pronoun = at.get(subject.index)
    return pronoun is not None and pronoun.pronoun and pronoun.single == draft.people.single


def _deeds(document: Document, clause: Token) -> tuple[Token, ...]:
    """Return the verbs of what somebody did or tried: "as they *tried* to *attack* a post"."""
    return (clause, *document.children(clause, "xcomp", "conj"))


def _attacks(document: Document, deed: Token, at: Mapping[int, People], words: TollWords) -> bool:
    """Tell whether a verb is of attacking others than attackers, and not denied."""
    hit = [at[each.index] for each in document.children(deed, "obj") if each.index in at]
    near = document.children(deed, "advmod", "aux")
    denied = any(each.lower in words.outcomes.negation for each in near)
    on_attackers = any(each.group is Group.ATTACKERS for each in hit)
    return harms(document, deed, words.outcomes) and not (denied or on_attackers)
