"""Who answers a blame: "the army denied the claim" denies a deed only where the army was blamed before."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import nominal
from oqiga.read.frames.frame import Hit

ANSWER = "answer"
"""What a frame is marked by whose words only answer what was said before."""
_BLAMING = frozenset({Basis.ACCUSED, Basis.SUSPECTED, Basis.CHARGED})


def was_blamed(
    document: Document, lexicon: BlameLexicon, who: Token, before: Sequence[tuple[Hit[Basis], list[Token]]]
) -> bool:
    """Tell whether a body was blamed before it answers: by its name, as troops, or as whoever "the group" is.

    before: the frames met before with those they blame.
    """
    blamed = [head for hit, heads in before if hit.frame.value in _BLAMING for head in heads]
    names = {lemma for head in blamed for lemma in _names(document, head)}
    if names & set(_names(document, who)):
        return True
    if any(lexicon.armies.has(each) and lexicon.armies.has(who) for each in blamed):
        return True
    return bool(blamed) and who.lemma in lexicon.taking_up


def _names(document: Document, head: Token) -> list[str]:
    """Return the words of a phrase that name somebody."""
    inside = (document.tokens[index] for index in nominal(document, head, deep=False))
    return [each.lemma for each in inside if each.pos in ("NOUN", "PROPN", "ADJ")]
