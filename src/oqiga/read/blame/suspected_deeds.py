"""Whose a suspected deed is: "a suspected *Red Front* attack", "a suspected *jihadist* raid"."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.suspicion import Suspicion

_BESIDE = ("amod", "compound")


def suspected_deeds(document: Document, lexicon: BlameLexicon) -> Iterator[Suspicion]:
    """Yield those whose name, or kind, stands between "suspected" and a noun for a deed, in order."""
    for token in document.tokens:
        if token.dep not in _BESIDE or not lexicon.suspected_words.has(token):
            continue
        deed = document.tokens[token.head]
        if deed.index <= token.index or not (lexicon.deeds.has(deed) or lexicon.answered_for.has(deed)):
            continue
        words = document.tokens[token.index + 1 : deed.index]
        if (name := _name_of(lexicon, words)) is not None:
            yield Suspicion(name.of(document.text), deed)


def _name_of(lexicon: BlameLexicon, words: tuple[Token, ...]) -> Span | None:
    """Return where the body or the kind of attackers stands among words before a deed; None for neither."""
    body = [each for each in words if each.entity == "ORG"] or [
        each for each in words if lexicon.kinds.has(each)
    ]
    if not body:
        return None
    kinds = [each for each in words if each.index > body[-1].index and lexicon.attackers.has(each)]
    return Span(body[0].span.start, (kinds or body)[-1].span.end)
