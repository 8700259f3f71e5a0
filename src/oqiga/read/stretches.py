"""Stretches of time that take a sentence apart: "killed 14, *a day after* a bombing that killed 17"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.languages import LanguagePack


@dataclass(frozen=True, slots=True)
class _Words:
    """spans: days and longer; short: hours, behind which a `definite` "*the* attack" is the story's own.

    after: the word behind them. superlatives: what compares the story to what stands behind one of `since`;
    of_number: what does so behind one of `definite` only ("*the most* victims").
    """

    spans: frozenset[str]
    short: frozenset[str]
    after: frozenset[str]
    definite: frozenset[str]
    superlatives: frozenset[str]
    since: frozenset[str]
    of_number: frozenset[str]


@lru_cache(maxsize=8)
def _words(pack: LanguagePack) -> _Words:
    lexicon = pack.lexicon("background") if pack.has("background") else {}
    lists = ("spans", "hours", "after", "definite", "superlatives", "compare", "of_number")
    return _Words(*(frozenset(lexicon.get(name, ())) for name in lists))


def stretches_after(document: Document, pack: LanguagePack, sentence: Sentence) -> Iterator[Token]:
    """Yield the "week" of "a week after": what stands behind is another happening than what stands before."""
    words, tokens = _words(pack), document.tokens
    for token in tokens[sentence.first : sentence.last - 1]:
        if tokens[token.index + 1].lower not in words.after:
            continue
        behind = tokens[token.index + 2] if token.index + 2 < sentence.last else token
        if behind.pos == "PRON":  # "a day after he was shot"
            continue
        if token.lemma in words.spans or (token.lemma in words.short and behind.lower not in words.definite):
            yield token


def record_since(document: Document, pack: LanguagePack, sentence: Sentence) -> Token | None:
    """Return the "since" that leads to an earlier happening, to which a superlative before it compares."""
    words = _words(pack)
    told = False
    for token in document.tokens_of(sentence):
        if told and token.lower in words.since and token.dep in ("mark", "case"):
            return token
        before = document.tokens[max(sentence.first, token.index - 1)].lower
        most = token.lower in words.of_number and before in words.definite
        told = told or most or token.lower in words.superlatives
    return None


def is_definite(pack: LanguagePack, token: Token) -> bool:
    """Tell whether a word says that what it stands before was told of: "*the* attack"."""
    return token.lower in _words(pack).definite


def of_days(tokens: Sequence[Token], pack: LanguagePack) -> bool:
    """Tell whether an expression of time counts days or more ("*two days* later"), and not hours."""
    spans = _words(pack).spans
    return any(token.lemma in spans for token in tokens)
