"""Frames: words that mean a thing when certain others hang below, govern, or do them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from oqiga.model.syntax import Document, Token
from oqiga.read.frames.clauses import CLIMB, below, is_imperative
from oqiga.read.phrases import Match, Phrases, words_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Frame(Generic[T]):
    """One frame of a lexicon; its keys are told in docs/languages.md."""

    value: T
    having: Phrases[str] | None = None
    without: Phrases[str] | None = None
    under: Phrases[str] | None = None
    by: str | None = None
    who: str | None = None
    imperative: bool = False
    links: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A frame found: the word its clause turns on, its tokens, and the token of `with` that was met."""

    frame: Frame[T]
    trigger: Token
    match: Match[Frame[T]]
    met: Token | None
    governor: Token | None


class Frames(Generic[T]):
    """All frames of one lexicon, looked up together."""

    def __init__(self, frames: Iterable[tuple[Frame[T], Sequence[str]]]) -> None:
        self._words = Phrases((str(word), frame) for frame, words in frames for word in words)

    def found(self, document: Document) -> Iterator[Hit[T]]:
        """Yield the frames met in a text, in order; several may rest on one word."""
        for sentence in document.sentences:
            for index in range(sentence.first, sentence.last):
                seen: set[int] = set()
                for match in self._words.every(document, index, sentence.last):
                    if id(match.value) not in seen and (hit := _met(document, match)) is not None:
                        seen.add(id(match.value))
                        yield hit


def frame_of(value: T, entry: Mapping[str, Any]) -> tuple[Frame[T], Sequence[str]]:
    """Return a frame and the words that call for it, from its YAML form."""
    frame = Frame(
        value,
        having=words_of(entry["with"]) if "with" in entry else None,
        without=words_of(entry["without"]) if "without" in entry else None,
        under=words_of(entry["under"]) if "under" in entry else None,
        by=entry.get("by"),
        who=entry.get("who"),
        imperative=entry.get("imperative", False),
        links=frozenset(entry.get("links", ())),
    )
    return frame, entry["words"]


def turning_word(document: Document, match: Match[Any]) -> Token:
    """Return the token of a match that governs its others."""
    tokens = document.tokens[match.first : match.last]
    inside = range(match.first, match.last)
    return next(
        (token for token in tokens if token.head not in inside or token.head == token.index), tokens[0]
    )


def _met(document: Document, match: Match[Frame[T]]) -> Hit[T] | None:
    frame = match.value
    trigger = turning_word(document, match)
    met = governor = None
    if frame.imperative and not is_imperative(document, trigger):
        return None
    if frame.having is not None or frame.without is not None:
        own = range(match.first, match.last)
        beneath = [index for index in below(document, trigger, own) if index not in own]
        if frame.having is not None:
            hung = frame.having.among(document, beneath)
            if hung is None:
                return None
            met = document.tokens[hung.last - 1]
        if frame.without is not None:
            told = [index for index in below(document, trigger, own, deep=False) if index not in own]
            inside = range(match.first + 1, match.last)  # "found him *not guilty*"
            if frame.without.among(document, (*told, *inside)) is not None:
                return None
    if frame.under is not None:
        governor = _governor(document, trigger, frame.under)
        if governor is None:
            return None
    return Hit(frame, trigger, match, met, governor)


def _governor(document: Document, token: Token, words: Phrases[str]) -> Token | None:
    last = document.sentence_of(token).last
    for child in document.children(token, "aux", "mark", "advmod"):
        if words.has(child):
            return child
    for _ in range(CLIMB):
        if token.head == token.index:
            return None
        token = document.tokens[token.head]
        starts = (token, *document.children(token, "advmod"))  # «*не исключают* причастности»
        met = (match for each in starts for match in words.every(document, each.index, last))
        if any(match.first <= token.index < match.last for match in met):
            return token
    return None
