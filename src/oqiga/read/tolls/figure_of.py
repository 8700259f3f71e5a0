"""Figures of those whose fate a participle tells: «*число* подозреваемых, задержанных в городе, — 100»."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Outcome
from oqiga.read.tolls.lexicon import OutcomeWords
from oqiga.read.tolls.trigger import Trigger


def figures_of(document: Document, words: OutcomeWords) -> Iterator[Trigger]:
    """Yield a trigger for each noun for a number whose people have an outcome told by a participle."""
    for token in document.tokens if words.figures else ():
        if token.lemma not in words.figures:
            continue
        for counted in document.children(token, "nmod"):
            if document.children(counted, "case"):
                continue
            for told in document.children(counted, "acl", "amod"):
                outcome = _outcome(told, words)
                if outcome is not None and told.index > counted.index:
                    yield Trigger(token.index, token.index + 1, token.index, "toll", outcome)


def _outcome(told: Token, words: OutcomeWords) -> Outcome | None:
    """Return what a participle says of those it describes."""
    if "VerbForm=Part" not in told.feats:
        return None
    meant = words.triggers["object" if "Voice=Pass" in told.feats else "subject"].meaning(told.lemma)
    return None if meant is None else Outcome(meant)
