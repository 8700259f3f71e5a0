"""Who is blamed behind a preposition of the frame, or by a case beside its words."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.naming import acts
from oqiga.read.blame.pronouns import leads_clause
from oqiga.read.blame.several import TIMES
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import proper_name

CASES = {"dative": "Case=Dat", "ablative": "Case=Abl", "instrumental": "Case=Ins"}
_BESIDE = ("obl", "iobj", "nmod", "obj", *SUBJECTS)


def linked(document: Document, hit: Hit[Basis]) -> Token | None:
    """Return the noun behind one of the frame's links, nearest below its words or beside them."""
    if hit.frame.by == "named":  # "the attacks *by the Front*", not "the attack was condemned by the UN"
        behind = (
            child for child in document.children(hit.trigger, "nmod") if child.index > hit.trigger.index
        )
        return next((child for child in behind if _led(document, hit, child)), None)
    for index in range(hit.match.last - 1, min(hit.match.last + 12, document.sentence_of(hit.trigger).last)):
        if (head := _behind_link(document, hit, document.tokens[index])) is not None:
            return head
    for beside in (hit.trigger, *([hit.met] if hit.met is not None else ())):
        for child in document.children(beside, "obl", "nmod"):
            if _led(document, hit, child):
                return child
    return None


def in_case(document: Document, lexicon: BlameLexicon, hit: Hit[Basis], verb: Token) -> Token | None:
    """Return who stands in a case beside the words, the nearest first: «*Бекке* айып тағылды» charges Bek."""
    case = CASES[str(hit.frame.who)]
    for token in (verb, hit.trigger, *([hit.met] if hit.met is not None else ())):
        for child in reversed(document.children(token, *_BESIDE)):
            bare = case in child.feats and not document.children(child, "case")
            name = proper_name(document, child)  # «оперативнику *Бекову* инкриминировано»
            if bare and (child.pos == "PRON" or acts(document, lexicon, child) or name.entity == "PERSON"):
                return child
    return None


def case_words(document: Document, case: Token) -> str:
    """Return a preposition with the words fixed to it, in lower case."""
    return " ".join((case.lower, *(each.lower for each in document.children(case, "fixed"))))


def _led(document: Document, hit: Hit[Basis], noun: Token) -> bool:
    """Tell whether one of the frame's links stands in front of a noun."""
    return any(_behind_link(document, hit, case) is not None for case in document.children(noun, "case"))


def _behind_link(document: Document, hit: Hit[Basis], case: Token) -> Token | None:
    """Return the noun that a link leads to; a link may be of several words («в отношении Бекира»)."""
    if case.dep != "case":
        return None
    head = document.tokens[case.head]
    if leads_clause(document, head):
        return None
    beside = head.index > case.index or head.index + 1 == case.index  # «Бековке *қатысты*» stands behind
    led = case_words(document, case) in hit.frame.links and beside and head.entity not in TIMES
    return head if led else None
