"""Who ordered a measure, where its clause tells."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import MeasureType
from oqiga.read.attribution.quoted import quoted_tokens
from oqiga.read.frames.clauses import CLIMB, REACH, below, chain, doer_of, is_passive, subject_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import called, phrase_span
from oqiga.read.languages import language_pack
from oqiga.read.measures.lexicon import MeasureLexicon

_LINKS = frozenset({"of"})


def issuer_of(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> str | None:
    """Return the authority that does or orders it, as named; None when the clause names none."""
    for candidate in _candidates(document, lexicon, hit):
        noun = candidate.pos in ("NOUN", "PROPN") and candidate.index != hit.trigger.index
        if noun and _has_power(document, lexicon, hit, candidate):
            span = phrase_span(document, candidate, links=_LINKS)
            return called(document, language_pack(document.language), candidate, span)
    return None


def spoken_of(document: Document, lexicon: MeasureLexicon, doer: Token) -> Token:
    """Return the authority that a pronoun stands for: who says its clause ("police said *they* …"), or is
    described by it ("the minister *who* …"); the pronoun itself where there is none. A clause that describes
    somebody else is told of him: "police said they chased bandits *who* raided a village".
    """
    if doer.pos != "PRON":
        return doer
    clause = document.tokens[doer.head]
    relative = clause.dep == "acl:relcl" and not any(feat.startswith("Person=") for feat in doer.feats)
    if relative and document.tokens[clause.head].pos in ("NOUN", "PROPN"):
        return document.tokens[clause.head]
    token = doer
    for _ in range(CLIMB):
        governor = document.head(token)
        if governor is None:
            break
        if token.dep == "acl:relcl" and holds_office(document, lexicon, governor):
            return governor
        if token.dep in ("ccomp", "parataxis") and governor.pos == "VERB":
            speaker = subject_of(document, governor)
            if speaker is not None and holds_office(document, lexicon, speaker):
                return speaker
        token = governor
    return _speaker_around(document, lexicon, doer) or doer


def _speaker_around(document: Document, lexicon: MeasureLexicon, doer: Token) -> Token | None:
    """Return the authority that speaks the quotation of a pronoun: ""*We* … . We …," the minister said."."""
    quoted = quoted_tokens(document) if doer.lower in lexicon.speaking else frozenset()
    if doer.index not in quoted:
        return None
    first = last = doer.index
    while first - 1 in quoted and doer.index - first < REACH:
        first -= 1
    while last + 1 in quoted and last - doer.index < REACH:
        last += 1
    for beside in (last + 1, first - 1):
        if not 0 <= beside < len(document.tokens):
            continue
        token = document.tokens[beside]
        sentence = document.sentence_of(token)
        for each in document.tokens[sentence.first : sentence.last]:
            if each.dep == "nsubj" and each.index not in quoted and holds_office(document, lexicon, each):
                return each
    return None


def holds_office(document: Document, lexicon: MeasureLexicon, token: Token) -> bool:
    """Tell whether a noun names an authority, or one by the words beside it ("*Inspector General* Ghani")."""
    beside = document.children(token, "compound", "amod", "appos", "nmod:desc", "flat")
    of_office = (inner for each in beside for inner in document.children(each, "compound"))
    named = (token, *beside, *of_office)  # "*police* spokesman Bekov"
    return token.pos != "PRON" and any(lexicon.authorities.has(each) for each in named)


def _has_power(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType], candidate: Token) -> bool:
    """Tell whether one can order it: an authority, a body, a person with an office ("President Kim")."""
    if lexicon.authorities.has(candidate) or candidate.entity in ("ORG", "GPE"):
        return True
    if candidate.pos != "PROPN" or lexicon.not_authorities.has(candidate):
        return False
    titles = document.children(candidate, "compound", "amod", "appos")
    return hit.frame.value in lexicon.sovereign or any(lexicon.authorities.has(each) for each in titles)


def _candidates(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> list[Token]:
    """Return subjects and agents of the clause, of who orders before who obeys; then what is behind "by".

    A noun that its participle describes suffers it ("the *streets* sealed off").
    """
    governors = chain(document, hit.trigger)
    verbs = [each for each in governors if each.pos == "VERB"]
    doers = [doer for verb in reversed(verbs) if (doer := doer_of(document, verb)) is not None]
    found = [spoken_of(document, lexicon, doer) for doer in doers]
    for each in governors:
        for index in below(document, each):
            token = document.tokens[index]
            if any(case.lower in lexicon.issuer_links for case in document.children(token, "case")):
                found.append(token)
    described = {verb.head for verb in verbs if verb.dep == "acl" and is_passive(document, verb)}
    met = {hit.met.index} if hit.met is not None else set()
    return [token for token in found if token.index not in described | met]
