"""A third opinion on roles: a linear model over each noun and the clause around it, from the parse.

It is asked of the nouns that head the places where a candidate stands.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from oqiga.model.syntax import Document, Token
from oqiga.read.encoder.model import Floats
from oqiga.read.templates.hashed import HashedModel, hashed
from oqiga.read.templates.nouns import NOUNS, features, of_sentence

BITS = 18
_NO_HEADS = frozenset({"PUNCT", "DET", "ADP", "CCONJ"})


@dataclass(frozen=True, slots=True)
class ClauseModel(HashedModel):
    """One answer a role: is it filled by what the noun heads."""

    def opinion(self, document: Document) -> NounOpinion:
        """Judge every noun of a parsed text."""
        found, rows = rows_of(document)
        where = np.full(len(document.tokens), -1, np.int32)
        where[[each.index for each in found]] = range(len(found))
        return NounOpinion(where, self.log_odds(rows))


@dataclass(frozen=True, slots=True)
class NounOpinion:
    """Log odds (nouns, roles) that a role is filled by what a noun heads.

    where: for each token, the row of its noun, -1 for what is none.
    """

    where: npt.NDArray[np.int32]
    odds: Floats

    def of(self, noun: Token) -> Floats | None:
        """Return the log odds of all roles for a noun, None for another word."""
        row = int(self.where[noun.index])
        return self.odds[row] if row >= 0 else None


def rows_of(document: Document) -> tuple[list[Token], list[list[int]]]:
    """Return the nouns of a text and the hashed features of each."""
    found: list[Token] = []
    rows: list[list[int]] = []
    for sentence in document.sentences:
        shared = of_sentence(document, sentence)
        for token in document.tokens_of(sentence):
            if token.pos in NOUNS:
                found.append(token)
                rows.append(sorted(set(hashed(features(document, token, shared), BITS))))
    return found, rows


def head_of(document: Document, first: int, last: int) -> Token | None:
    """Return the word that heads tokens [first, last): the first noun governed from outside, or any word."""
    best = None
    for token in document.tokens[first:last]:
        outside = token.head == token.index or not first <= token.head < last
        if outside and token.pos not in _NO_HEADS:
            if token.pos in NOUNS:
                return token
            best = best or token
    return best
