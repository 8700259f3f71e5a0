"""Who somebody without a name is said to be: "the suspect was identified *as Bekov*"."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.pronouns import taken_up
from oqiga.read.frames.clauses import undergoer_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import proper_name


def name_given(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> Token | None:
    """Return the name that an attacker without one is given; None where nobody is, or another is meant."""
    if hit.frame.who != "object" or not lexicon.naming:
        return None
    known = undergoer_of(document, hit.trigger)
    if known is None or not _without_name(document, lexicon, known):
        return None
    if hit.frame.by == "given" and known.pos == "NOUN" and not _attacks(lexicon, known):
        return None  # "*a man* was identified as Bekov" may be of the dead
    inner = document.children(known, "nmod")  # "one of the *attackers* as Bekov"
    hung = [each for noun in inner for each in document.children(noun, "nmod")]
    for child in (*document.children(hit.trigger, "obl"), *inner, *hung):
        cases = {case.lower for case in document.children(child, "case")}
        name = proper_name(document, child)
        if cases & lexicon.naming and (name.pos == "PROPN" or _is_described(document, lexicon, name)):
            return name
    return None


def _without_name(document: Document, lexicon: BlameLexicon, known: Token) -> bool:
    """Tell whether an attacker is meant by a noun alone, or by a pronoun that takes one up."""
    if known.pos == "PRON" and known.lower in lexicon.pronouns:
        before = taken_up(document, lexicon, known)
        return before is not None and before.pos == "NOUN" and lexicon.attackers.has(before)
    one_of = document.children(known, "nmod") if known.pos in ("NUM", "PRON", "DET") else ()
    bare = known.pos == "NOUN" and lexicon.attackers.has(known)  # "the suspected *insurgents*"
    bare = bare and not any(each.pos == "PROPN" for each in document.children(known, "compound", "amod"))
    return bare or lexicon.unnamed.has(known) or any(lexicon.attackers.has(each) for each in one_of)


def _attacks(lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a noun is for attackers alone, or for those suspected."""
    return lexicon.attackers.has(noun) or lexicon.suspects.has(noun)


def _is_described(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a noun for anybody says who is meant by age or origin: "a 29-year-old man from Osh"."""
    return lexicon.persons.has(noun) and bool(document.children(noun, "amod", "nmod", "nummod"))
