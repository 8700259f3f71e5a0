"""Phrases of a lexicon, found in a parsed text by form or lemma."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from oqiga.model.syntax import Document, Token

T = TypeVar("T")
_PIECES = re.compile(r"'s|n't|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Tokens `first` to `last` (exclusive) match an entry that stands for `value`."""

    first: int
    last: int
    value: T

    @property
    def length(self) -> int:
        """Number of tokens matched."""
        return self.last - self.first


class Phrases(Generic[T]):
    """Entries of a lexicon with what they stand for.

    An entry is one or more words; each matches a token by its form in lower case or its lemma, `*` any
    one word; a word in round brackets may be absent. A hyphened or apostrophied word also matches as the
    tokens it may be split into. An entry never starts with `*`.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for entry, value in entries:
            for words in _spelled(entry):
                self._by_first.setdefault(words[0], []).append((words, value))
        for each in self._by_first.values():
            each.sort(key=lambda pair: -len(pair[0]))

    def at(self, document: Document, index: int, last: int) -> Iterator[Match[T]]:
        """Yield what matches from token `index` on, before `last`; the longest first."""
        token = document.tokens[index]
        for words, value in self._candidates(token):
            end = index + len(words)
            if end <= last and _fits(document, index, words):
                yield Match(index, end, value)
            elif len(words) == 2 and _parted(document, token, words[1]):
                yield Match(index, index + 1, value)

    def longest(self, document: Document, index: int, last: int) -> Match[T] | None:
        """Return the longest entry from token `index` on, None when there is none."""
        return next(iter(sorted(self.at(document, index, last), key=lambda match: -match.length)), None)

    def found(self, document: Document, first: int, last: int) -> list[Match[T]]:
        """Return the entries between two tokens that do not overlap, the longest at each place."""
        found, index = [], first
        while index < last:
            match = self.longest(document, index, last)
            if match is not None:
                found.append(match)
            index = index + 1 if match is None else match.last
        return found

    def among(self, document: Document, indexes: Collection[int]) -> Match[T] | None:
        """Return the first entry that starts at one of the tokens, within its sentence."""
        for index in sorted(indexes):
            last = document.sentence_of(document.tokens[index]).last
            for match in self.at(document, index, last):
                return match
        return None

    def meanings(self, token: Token) -> list[T]:
        """Return what the entries that are this single word stand for."""
        return [value for words, value in self._candidates(token) if len(words) == 1]

    def __contains__(self, word: str) -> bool:
        return any(words == (word,) for words, _ in self._by_first.get(word, ()))

    def starts(self, document: Document, token: Token) -> bool:
        """Tell whether an entry starts at the token, within its sentence."""
        return next(self.at(document, token.index, document.sentence_of(token).last), None) is not None

    def has(self, token: Token) -> bool:
        """Tell whether the single token is an entry by its form or lemma."""
        return token.lower in self or token.lemma in self

    def _candidates(self, token: Token) -> Iterator[tuple[tuple[str, ...], T]]:
        yield from self._by_first.get(token.lower, ())
        if token.lemma != token.lower:
            yield from self._by_first.get(token.lemma, ())


def words_of(entries: Iterable[object]) -> Phrases[str]:
    """Return phrases that stand for themselves."""
    return Phrases((str(entry), str(entry)) for entry in entries)


def _fits(document: Document, index: int, words: tuple[str, ...]) -> bool:
    for offset, word in enumerate(words):
        token = document.tokens[index + offset]
        if word not in ("*", token.lower, token.lemma):
            return False
    return True


def _parted(document: Document, verb: Token, particle: str) -> bool:
    """Tell whether the verb's particle stands away from it."""
    return any(child.lower == particle for child in document.children(verb, "compound:prt"))


def _spelled(entry: str) -> Iterator[tuple[str, ...]]:
    """Yield every way an entry may be written in tokens."""
    choices: list[list[tuple[str, ...]]] = []
    for word in entry.lower().split():
        optional = word.startswith("(") and word.endswith(")") and len(word) > 2
        bare = word[1:-1] if optional else word
        pieces = tuple(_PIECES.findall(bare))
        spellings = [(bare,)] if bare == "*" or len(pieces) == 1 else [(bare,), pieces]
        choices.append([*spellings, *([()] if optional else [])])
    for chosen in product(*choices):
        words = tuple(piece for part in chosen for piece in part)
        if words:
            yield words
