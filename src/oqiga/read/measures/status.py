"""Whether a measure is to come, holds, or has ended: words of its clause that say so."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.read.frames.clauses import chain, doer_of, helpers
from oqiga.read.frames.frame import Hit
from oqiga.read.measures.lexicon import MeasureLexicon


def status_of(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> MeasureStatus:
    """Return the status of a measure; without a word of one it is in force."""
    governors = _governors(document, lexicon, hit)
    near = helpers(document, governors)
    own = _cancelling(document, lexicon, hit) if hit.frame.value in lexicon.cancelled else range(0)
    if hit.frame.value in lexicon.resumed:
        near = [index for index in near if not lexicon.resuming.has(document.tokens[index])]
    said = said_of(document, lexicon, [index for index in near if index not in own])
    said |= _said_by_verbs(document, lexicon, governors, own)
    awaited = said_of(document, lexicon, _awaited(document, governors))
    if MeasureStatus.IN_FORCE in awaited:
        return MeasureStatus.IN_FORCE
    if MeasureStatus.LIFTED in said | awaited:
        denied = lexicon.negation.among(document, near) is not None
        denied = denied or any(lexicon.easing.has(each) for each in governors)  # "*relaxation* was lifted"
        return MeasureStatus.IN_FORCE if denied else MeasureStatus.LIFTED
    to_come = MeasureStatus.IN_FORCE not in said or _only_meant(document, lexicon, governors)
    return MeasureStatus.ANNOUNCED if MeasureStatus.ANNOUNCED in said and to_come else MeasureStatus.IN_FORCE


def _only_meant(document: Document, lexicon: MeasureLexicon, governors: Sequence[Token]) -> bool:
    """Tell whether a verb of ordering is itself to come: «*будет* введён», «*намерен* ввести»."""
    for verb in governors:
        if MeasureStatus.IN_FORCE not in said_of(document, lexicon, [verb.index]):
            continue
        leads = [*document.children(verb, "aux", "aux:pass")]
        if "VerbForm=Inf" in verb.feats:
            leads.append(document.tokens[verb.head])
        if MeasureStatus.ANNOUNCED in said_of(document, lexicon, [each.index for each in leads]):
            return True
    return False


def _about(document: Document, lexicon: MeasureLexicon, governors: Sequence[Token]) -> Sequence[Token]:
    """Return the governors that speak of the measure, not of an attacker's deed that happened under it.

    «В рамках действующего режима КТО бандиты открыли огонь» opens nothing.
    """
    for position, token in enumerate(governors):
        doer = doer_of(document, token) if token.pos in ("VERB", "AUX") else None
        if position and doer is not None and doer.pos == "NOUN" and lexicon.not_authorities.has(doer):
            return governors[:position]
    return governors


def _cancelling(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> range:
    """Return the positions of the words that make a measure by cancelling what was to be."""
    own = range(hit.match.first, hit.match.last)
    cancels = lexicon.cancelling is None or lexicon.cancelling.among(document, own) is not None
    return own if cancels else range(0)


def _governors(document: Document, lexicon: MeasureLexicon, hit: Hit[MeasureType]) -> Sequence[Token]:
    """Return the words that tell the status of a measure; what stands "*amid* a curfew" tells none of it."""
    governors = _about(document, lexicon, chain(document, hit.trigger))
    own = range(hit.match.first, hit.match.last)
    for place, token in enumerate(governors[:-1]):
        if token.dep in ("obl", "nmod") and governors[place + 1].pos != "AUX":
            cases = document.children(token, "case")
            if not cases and not lexicon.given_cases.isdisjoint(token.feats):
                return governors[: place + 1]
            if any(case.lower in lexicon.given and case.index not in own for case in cases):
                return governors[: place + 1]
    return governors


def _awaited(document: Document, governors: Sequence[Token]) -> list[int]:
    """Return positions of what the verbs of a clause open on ("is expected *to continue*"), with
    the participle that a parse hangs on a copula ("was on Thursday *eased*")."""
    verbs = [each for each in governors if each.pos in ("VERB", "AUX")]
    found = [child for verb in verbs for child in document.children(verb, "xcomp")]
    found += [child for verb in verbs if verb.pos == "AUX" for child in document.children(verb, "advcl")]
    found += [inner for child in found if child.pos == "AUX" for inner in document.children(child, "xcomp")]
    return [child.index for child in found]


def _said_by_verbs(
    document: Document, lexicon: MeasureLexicon, governors: Sequence[Token], own: range
) -> set[MeasureStatus]:
    """Return what verbs say together with the words before them: «қалпына *келтірілді*», was restored."""
    found = (
        lexicon.status.before(document.tokens, each.index + 1, document.sentence_of(each).first)
        for each in governors
        if each.pos == "VERB" and each.index not in own
    )
    return {match.value for match in found if match is not None and match.length > 1}


def said_of(document: Document, lexicon: MeasureLexicon, near: Sequence[int]) -> set[MeasureStatus]:
    """Return every status that words of a clause speak of."""
    last = len(document.tokens)
    return {match.value for index in near for match in lexicon.status.every(document, index, last)}
