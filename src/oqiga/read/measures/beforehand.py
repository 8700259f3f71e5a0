"""What only went on before an attack: the patrol that was ambushed, the operation that it was to avenge."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import MeasureType
from oqiga.read.frames.clauses import CLIMB
from oqiga.read.frames.frame import Hit
from oqiga.read.measures.lexicon import MeasureLexicon


def is_beforehand(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> bool:
    """Tell whether a measure is no answer to what is told: it was under way when that came, or its cause."""
    return _interrupted(document, lexicon, hit) or _avenged(document, lexicon, hit.trigger)


def _interrupted(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> bool:
    """Tell whether something broke into it: "soldiers *were patrolling* when gunmen opened fire"."""
    verb = hit.trigger
    if hit.frame.value not in lexicon.interrupted or "Aspect=Prog" not in verb.feats:
        return False
    return any(
        each.lower in lexicon.interrupting
        for clause in document.children(verb, "advcl")
        if clause.index > verb.index
        for each in document.children(clause, "advmod", "mark")
    )


def _avenged(document: Document, lexicon: MeasureLexicon, token: Token) -> bool:
    """Tell whether a deed is the answer to it: "in *revenge for* military operations"."""
    for _ in range(CLIMB):
        if token.head == token.index:
            return False
        token = document.tokens[token.head]
        if lexicon.avenging.has(token):
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False
