"""Who is only believed to have done it: held on suspicion of violence, told to have meant it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import HARM, Group, Outcome
from oqiga.read.tolls.lexicon import OutcomeWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.people_words import PeopleWords

_CLAUSE_ENDS = frozenset({",", ";", ":", "–", "—"})
_NEAR, _DEED = 10, 5
"""How many words on somebody may be told to be believed, and how many more on to have done what."""


def is_suspected(document: Document, words: OutcomeWords, verb: Token) -> bool:
    """Tell whether somebody is held on suspicion of violence («по подозрению в убийстве») or charged."""
    if any(child.lemma in words.charge for child in document.children(verb, "conj")):
        return True
    for child in document.children(verb, "obl") if words.suspected_as else ():
        cases = document.children(child, "case")
        if any(f"{child.lemma} {case.lower}" in words.suspected_as for case in cases):
            return True  # "күдікті ретінде ұсталды"
    return any(
        child.lemma in words.suspicion
        and any(each.lemma in words.suspected_of for each in _suspicion(document, child))
        for child in document.children(verb, "obl")
    )


def _suspicion(document: Document, noun: Token) -> Sequence[Token]:
    """Return the words of a suspicion; of "болуы мүмкін *деген* күдікпен" also what stands in front."""
    clauses = document.children(noun, "acl")
    bare = [each for each in clauses if each.index == noun.index - 1 and not document.children(each)]
    if not bare:
        return document.subtree(noun)
    first = document.sentence_of(noun).first
    marks = (at for at in range(noun.index - 1, first - 1, -1) if document.tokens[at].text in _CLAUSE_ENDS)
    return document.tokens[next(marks, first - 1) + 1 : noun.index]


def is_described_violent(document: Document, words: OutcomeWords, people: People) -> bool:
    """Tell whether a clause tells of the detained, or of their body, that they meant or did violence."""
    head = document.tokens[people.head]
    bodies = document.children(head, "nmod:poss")
    clauses = [each for noun in (head, *bodies) for each in document.children(noun, "acl", "acl:relcl")]
    clauses += [each for each in document.children(head, "amod") if each.index >= people.last]
    told = [token for clause in clauses for token in document.subtree(clause)]
    held = words.doubt | words.charge
    return any(token.lemma in words.suspected_of for token in told) or _accused(document, told, words, held)


def called_suspects(document: Document, words: PeopleWords, people: People) -> bool:
    """Tell whether a word in front of a number marks attackers: "шабуылға *күдікті* екі адам"."""
    before = document.children(document.tokens[people.head], "amod")
    return any(
        words.marks.get(each.lemma) == Group.ATTACKERS.value for each in before if each.index < people.first
    )


def _accused(
    document: Document, told: Sequence[Token], words: OutcomeWords, accusing: frozenset[str]
) -> bool:
    """Tell whether one of some words and a verb of harming are told: "*suspected of killing* two"."""
    believed = any(token.lemma in accusing or token.lower in accusing for token in told)
    return believed and any(harms(document, token, words) for token in told)


def harms(document: Document, token: Token, words: OutcomeWords) -> bool:
    """Tell whether a verb is of somebody who harms others or attacks, not of one who suffers it."""
    if token.pos != "VERB" or document.children(token, "aux:pass", "nsubj:pass", "obl:agent"):
        return False
    if token.dep in ("acl", "amod") and "Aspect=Prog" not in token.feats:
        return False  # "a man *shot* on Sunday"
    if token.lemma in words.things_too | words.hits.verbs | words.of_forces:
        return False
    end = document.sentence_of(token).last
    met = words.triggers["object"].at(document.tokens, token.index, end)
    attack = words.triggers["subject"].at(document.tokens, token.index, end)
    harmed = met is not None and met.value in HARM
    return harmed or (attack is not None and attack.value == Outcome.INVOLVED.value)


def told_attacking(document: Document, words: OutcomeWords, people: People) -> bool:
    """Tell whether a clause before people says that they attack: "*шабуыл жасаған* төрт адамның үшеуі"."""
    for clause in document.children(document.tokens[people.head], "acl"):
        deeds = document.children(clause, "compound:lvc", "obj", "obl")
        attack = any(each.lemma in words.attacks for each in deeds)
        first = min([clause.index, *(each.index for each in deeds)])
        joins = (
            words.triggers["subject"].at(document.tokens, index, clause.index + 1)
            for index in range(first, clause.index + 1)
        )
        if attack and any(each is not None and each.value == Outcome.INVOLVED.value for each in joins):
            return "Voice=Pass" not in clause.feats and clause.index < people.first
    return False


def is_believed(document: Document, words: OutcomeWords, people: People) -> bool:
    """Tell whether somebody is said to be believed to have done it: "a man suspected of being behind"."""
    head = document.tokens[people.head]
    clauses = list(document.children(head, "acl", "acl:relcl"))
    for name in document.children(head, "appos"):
        clauses += document.children(name, "acl", "acl:relcl")
    for clause in clauses:
        told = {token.lemma for token in document.subtree(clause)}
        if people.single and told & words.doubt and told & words.suspected_deeds:
            return True
        if _accused(document, document.subtree(clause), words, words.doubt):
            return True
        counted = people.low is not None and people.low == people.high
        # of several it may be of some: "the toll stands at 25, *of whom* 18 *were attackers*"
        if (counted and people.low == 1 and _called_so(document, words, clause)) or (
            counted and _told_as(document, words, clause)
        ):
            return True
    return people.single and _believed_behind(document, words, people)


def _called_so(document: Document, words: OutcomeWords, clause: Token) -> bool:
    """Tell whether a clause calls somebody one who did it: "whom media *described as* a suicide bomber"."""
    for noun in document.subtree(clause):
        governor = document.tokens[noun.head]
        if noun.pos != "NOUN" or noun.lemma not in words.suspected_deeds or noun.dep == "nmod:poss":
            continue
        cases = document.children(noun, "case")
        if cases and governor.lemma in words.calling and all(case.lower in words.called_as for case in cases):
            return True
        beside = (*document.children(noun), *document.children(governor))
        is_one = document.children(noun, "cop") or governor.lemma in words.copulas
        if is_one and not cases and not any(each.lower in words.negation for each in beside):
            return True
    return False


def _told_as(document: Document, words: OutcomeWords, clause: Token) -> bool:
    """Tell whether the noun right behind a verb of naming is for who did it: "named *as the attacker*"."""
    behind = document.tokens[clause.index + 1 : clause.index + 5]
    if clause.lemma not in words.calling or not behind or behind[0].lower not in words.called_as:
        return False
    for noun, next_to in pairwise(behind[1:]):
        if noun.pos == "NOUN" and next_to.pos not in (
            "NOUN",
            "PROPN",
            "PART",
        ):  # not "the attacker's brother"
            return noun.lemma in words.suspected_deeds
    return False


def _believed_behind(document: Document, words: OutcomeWords, people: People) -> bool:
    """Tell whether a belief and a deed stand right behind: "a man *they believe* was behind it"."""
    end = document.sentence_of(document.tokens[people.first]).last
    near = document.tokens[people.last : min(people.last + _NEAR, end)]
    for index, token in enumerate(near):
        if token.pos == "VERB" and token.lemma not in words.doubt:
            return False
        if token.pos == "VERB":
            return any(each.lemma in words.suspected_deeds for each in near[index : index + _DEED])
    return False
