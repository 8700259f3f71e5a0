"""Who ordered a measure, where its clause tells."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import MeasureType
from oqiga.read.frames.clauses import below, chain, doer_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import phrase_span
from oqiga.read.measures.lexicon import MeasureLexicon

_LINKS = frozenset({"of"})


def issuer_of(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> str | None:
    """Return the authority that does or orders it, as named; None when the clause names none."""
    for candidate in _candidates(document, lexicon, hit):
        authority = lexicon.authorities.has(candidate) or candidate.entity in ("ORG", "GPE")
        if candidate.pos in ("NOUN", "PROPN") and authority and candidate.index != hit.trigger.index:
            return phrase_span(document, candidate, links=_LINKS).of(document.text)
    return None


def _candidates(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> list[Token]:
    """Return subjects and agents of the clause, then what stands behind "by" or "from"."""
    governors = chain(document, hit.trigger)
    verbs = [each for each in governors if each.pos == "VERB"]
    found = [doer for verb in verbs if (doer := doer_of(document, verb)) is not None]
    for each in governors:
        for index in below(document, each):
            token = document.tokens[index]
            if any(case.lower in lexicon.issuer_links for case in document.children(token, "case")):
                found.append(token)
    return [token for token in found if hit.met is None or token.index != hit.met.index]
