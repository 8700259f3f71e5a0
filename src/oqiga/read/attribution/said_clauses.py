"""The clauses in which something is said, and those beside them in which another speaks."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.tree import subtree

_CLAUSES = frozenset({"ccomp", "parataxis", "csubj", "csubj:pass"})
_VERBAL = ("VERB", "AUX")


def said_clauses(document: Document, verb: Token) -> list[Token]:
    """Return the heads of the clauses that a verb of saying has for its words."""
    found = [child for child in document.children(verb) if child.dep in _CLAUSES]
    told = [child for child in found if not _is_aside(child) and not _speaks_above(document, child)]
    return told or _headlined(document, verb)


def _speaks_above(document: Document, clause: Token) -> bool:
    """Tell whether a clause is who speaks with what he does: "*the army admitting that …* said that"."""
    return clause.dep == "csubj" and bool(document.children(clause, "nsubj"))


def _headlined(document: Document, verb: Token) -> list[Token]:
    """Return the noun of a clause without its auxiliary: "Ministry says *twelve killed* in Osh"."""
    nouns = document.children(verb, "obj") if "Tense=Pres" in verb.feats else ()
    return [
        noun
        for noun in nouns
        if noun.index > verb.index
        and not document.children(noun, "det")
        and any("VerbForm=Part" in child.feats for child in document.children(noun, "acl"))
    ]


def _is_aside(clause: Token) -> bool:
    """Tell whether a clause beside the verb is only another way of saying who speaks."""
    return clause.dep == "parataxis" and clause.pos not in (*_VERBAL, "NOUN", "ADJ", "PROPN")


def stranded(document: Document, verb: Token, clauses: list[Token]) -> list[Token]:
    """Return what a parse hung on the cue between the words said and who says them.

    "Five people are dead *after a shooting in Osh*, authorities said."
    """
    speakers = document.children(verb, "nsubj")
    if not speakers or speakers[0].index > verb.index:
        return []
    between = range(clauses[0].index, subtree(document, speakers[0])[0])
    return [child for child in document.children(verb, "obl", "advcl") if child.index in between]


def other_speakers(document: Document, clauses: list[Token], lexicon: SpeechLexicon) -> set[int]:
    """Return clauses that a comma and a conjunction add, in which somebody else speaks.

    "Residents said the bridge was closed, and drivers reported queues": the parse often hangs the second on
    what the first said.
    """
    found: set[int] = set()
    for clause in clauses:
        for other in document.children(clause, "advcl"):
            if _sets_against(document, other, clause, lexicon):
                found.add(other.index)
        for other in document.children(clause, "conj"):
            subject = document.children(other, "nsubj")
            speaks = other.lemma in lexicon.verbs and lexicon.verbs[other.lemma].act == "say"
            first = subtree(document, other)[0]
            pair = [document.tokens[i].pos for i in range(max(0, first - 2), first)]
            joined = pair[1:] == ["PUNCT"] and document.tokens[first].pos == "CCONJ"  # "…, *ал* министрлік"
            if subject and speaks and (joined or pair == ["PUNCT", "CCONJ"]):
                found |= {other.index, first - 1}
    return found


def _sets_against(document: Document, other: Token, clause: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a clause behind what one said tells what another says: "…, *while* residents said …"."""
    against = any(mark.lower in lexicon.words["contrasting"] for mark in document.children(other, "mark"))
    entry = lexicon.verbs.get(other.lemma)
    speaks = (entry is not None and entry.act == "say") or other.lemma in lexicon.words["counting_verbs"]
    return other.index > clause.index and against and speaks and bool(document.children(other, "nsubj"))
