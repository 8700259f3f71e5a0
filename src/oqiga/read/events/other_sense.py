"""Words for events that mean something else where they stand: "*heart* attack", "charged with *murder*"."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.events.lexicon import EventLexicon, EventWord
from oqiga.read.phrases import Match


def means_otherwise(document: Document, lexicon: EventLexicon, match: Match[EventWord], head: Token) -> bool:
    """Tell whether a word beside the match gives it another meaning.

    Of a verb that befalls its subject only what hangs on it counts, and what stands beside the subject:
    «прогремел *взрыв* газа», but "a car packed with *cylinders* exploded".
    """
    entry, first, last = match.value.entry, match.first, match.last
    if match.value.manner != "happens":
        return _turned(document, lexicon, entry, head, range(first, last))
    words = lexicon.not_event.get(entry)
    below = [child.index for child in document.children(head)]
    if words is not None and words.among(document, below) is not None:
        return True
    subjects = document.children(head, "nsubj")
    return any(
        _turned(document, lexicon, each.lemma, each, range(each.index, each.index + 1)) for each in subjects
    )


def _turned(document: Document, lexicon: EventLexicon, entry: str, head: Token, own: range) -> bool:
    """Tell whether a word beside an entry, the tokens `own`, makes it no event."""
    words = lexicon.not_event.get(entry)
    if words is None:
        return False
    before = words.before(document.tokens, own.start, document.sentence_of(head).first)
    if before is not None and not _tells_day(document, document.tokens[own.start - 1]):
        return True
    beside = {child.index for child in document.children(head)} | {own.start - 1, own.stop}
    others = (i for i in beside - set(own) if 0 <= i < len(document.tokens))
    telling = {i for i in others if not _tells_day(document, document.tokens[i])}
    return words.among(document, telling) is not None


def _tells_day(document: Document, token: Token) -> bool:
    """Tell whether a word is the end of a day that is told: «сейсенбі *күні* жарылыс», no «күн жарылысы»."""
    return token.dep == "obl:tmod" and bool(document.children(token))


def only_charged(document: Document, lexicon: EventLexicon, match: Match[EventWord], head: Token) -> bool:
    """Tell whether a word only names what somebody is held for ("charged with *murder*").

    Several things of one site are what happened there ("linked to two *hotel bombings*").
    """
    if document.children(head, "det", "nmod", "nmod:poss"):
        return False
    sites = (
        each for each in document.children(head, "compound") if not match.first <= each.index < match.last
    )
    if "Number=Plur" in head.feats and any(each.pos == "NOUN" for each in sites):
        return False
    token = head
    for _ in range(2):
        governor = document.head(token)
        told_apart = token.dep == "advcl" and not document.children(token, "case")
        if governor is None or told_apart or token.dep in (*SUBJECTS, "root", "ccomp"):
            return False
        if lexicon.charges.starts(document, governor):
            return True
        token = governor
    return False
