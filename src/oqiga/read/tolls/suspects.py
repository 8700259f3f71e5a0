"""Who is only believed to have done it: held on suspicion of violence, told to have meant it."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.read.tolls.lexicon import OutcomeWords
from oqiga.read.tolls.people import People

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
        and any(each.lemma in words.suspected_of for each in document.subtree(child))
        for child in document.children(verb, "obl")
    )


def is_described_violent(document: Document, words: OutcomeWords, people: People) -> bool:
    """Tell whether a clause tells of the detained that they meant or did violence."""
    clauses = document.children(document.tokens[people.head], "acl", "acl:relcl")
    told = (token for clause in clauses for token in document.subtree(clause))
    return any(token.lemma in words.suspected_of for token in told)


def is_believed(document: Document, words: OutcomeWords, people: People) -> bool:
    """Tell whether somebody is said to be believed to have done it: "a man suspected of being behind"."""
    head = document.tokens[people.head]
    clauses = list(document.children(head, "acl", "acl:relcl"))
    for name in document.children(head, "appos"):
        clauses += document.children(name, "acl", "acl:relcl")
    for clause in clauses if people.single else ():
        told = {token.lemma for token in document.subtree(clause)}
        if told & words.doubt and told & words.suspected_deeds:
            return True
    return people.single and _believed_behind(document, words, people)


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
