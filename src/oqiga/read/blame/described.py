"""Words beside a name that only describe it ("the *Somalia-based* Red Front"), or tell nothing of anybody."""

from __future__ import annotations

from oqiga.locate.places.distances import HYPHENS, joins
from oqiga.locate.places.lexicon import words
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.name_spans import first_of

_DESCRIBING = frozenset({"ADJ", "VERB", "ADV", "NOUN", "PUNCT"})


def without_description(document: Document, head: Token, span: Span) -> Span:
    """Return the span of a name without such words, those without a capital only before a proper name."""
    start = first = first_of(document, head, span)
    while start < head.index and (width := _width(document, head, start)):
        start += width
    start = _behind_clause(document, head, start)
    kept = document.tokens[start]
    return span if start == first else Span(kept.span.start, span.end)


def without_title(document: Document, head: Token, span: Span) -> Span:
    """Return the span of a person's name without the words in small letters that agree with it in case:
    «*военный* Арман Беков».
    """
    inside = (each for each in document.entities if each.first <= head.index < each.last)
    name = next(inside, None)
    if name is None or name.span.start <= span.start:
        return span
    before = document.tokens[first_of(document, head, span) : name.first]
    cases = [any(feat.startswith("Case=") for feat in each.feats) for each in before]
    small = all(each.text[:1].islower() for each in before)
    return Span(name.span.start, span.end) if small and cases and all(cases) else span


def _behind_clause(document: Document, head: Token, start: int) -> int:
    """Return where a name starts behind a participle: «*запрещённая в стране* Рабочая партия Тарска»."""
    first = document.tokens[start]
    if first.pos != "VERB" or first.text[:1].isupper() or first.dep != "amod" or first.head != head.index:
        return start
    behind = max(each.index for each in document.subtree(first)) + 1
    if behind == start + 1:  # "a *banned* Islamist organization"
        return start
    return behind if behind <= head.index and document.tokens[behind].text[:1].isupper() else start


def says_no_more(lexicon: BlameLexicon, word: Token) -> bool:
    """Tell whether a word beside attackers tells nothing of who they are: «*ликвидированные* боевики»."""
    done = word.dep == "amod" and {"VerbForm=Part", "Voice=Pass"} <= word.feats
    return done or lexicon.suspected_words.has(word) or lexicon.undescribing.has(word)


def _width(document: Document, head: Token, first: int) -> int:
    """Return how many tokens at a position only describe the name that ends with a noun, 0 for none."""
    lexicon = words(document.language)
    for at in range(first + 1, min(first + 4, head.index - 1)):
        if joins(document.tokens[at : at + 2], lexicon):
            return at + 2 - first
    token = document.tokens[first]
    small = token.text[:1].islower() and not token.entity and token.pos in _DESCRIBING
    return int(head.pos == "PROPN" and (small or token.text in HYPHENS))
