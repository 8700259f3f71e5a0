"""Finding entries of a lexicon in a parsed text: the longest entry that starts at a token.

An entry is words separated by spaces. A word matches a token by form in lower case or by lemma; `*` stands
for any one token, `~` for up to five tokens, a word in round brackets may be absent. A hyphened or
apostrophied word also matches as the tokens it may be split into. An entry never starts with `*` or `~`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from oqiga.model.syntax import Document, Token

T = TypeVar("T")
_PIECES = re.compile(r"'s|n't|\w+|[^\w\s]")
_GAP = 5
"""How many tokens `~` may stand for."""
_LONGEST = 6
"""Most tokens of an entry that is looked for by where it ends."""


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
    """Entries of a lexicon with what they stand for, by their first word.

    Several entries may share a phrase: `every` yields them all, elsewhere the first keeps it. Matching never
    runs past the end it is given.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Index `entries`: phrases with what they stand for."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for entry, value in entries:
            for words in _spelled(entry):
                self._by_first.setdefault(words[0], []).append((words, value))
        for each in self._by_first.values():
            each.sort(key=lambda pair: -len(pair[0]))
        self._alone = frozenset(
            word for word, each in self._by_first.items() if any(words == (word,) for words, _ in each)
        )

    # -- in a run of tokens --------------------------------------------------------------------

    def at(self, tokens: Sequence[Token], start: int, end: int) -> Match[T] | None:
        """Return the longest entry that starts at `start` and ends by `end`; a form wins over a lemma."""
        candidates = self._candidates(tokens[start]) if start < end else ()
        best: Match[T] | None = None
        for words, value in candidates:
            last = _fit(words, tokens, start, end)
            if last is not None and (best is None or last > best.last):
                best = Match(start, last, value)
        return best

    def before(self, tokens: Sequence[Token], end: int, start: int) -> Match[T] | None:
        """Return the longest entry that ends right before `end` and starts at `start` or later."""
        for first in range(max(start, end - _LONGEST), end):
            found = self.exactly(tokens, first, end)
            if found is not None:
                return found
        return None

    def exactly(self, tokens: Sequence[Token], start: int, end: int) -> Match[T] | None:
        """Return the entry that covers exactly these tokens, if there is one."""
        for words, value in self._candidates(tokens[start]):
            if _fit(words, tokens, start, end) == end:
                return Match(start, end, value)
        return None

    def search(self, tokens: Sequence[Token], start: int, end: int) -> Match[T] | None:
        """Return the first entry anywhere between `start` and `end`."""
        for first in range(start, end):
            found = self.at(tokens, first, end)
            if found is not None:
                return found
        return None

    # -- in a document: the particle of a verb may stand away from it --------------------------

    def every(self, document: Document, index: int, last: int) -> Iterator[Match[T]]:
        """Yield all that matches from token `index` on, before `last`; the longest first."""
        token = document.tokens[index]
        for words, value in self._candidates(token):
            end = _fit(words, document.tokens, index, last)
            if end is not None:
                yield Match(index, end, value)
            elif len(words) == 2 and _parted(document, token, words[1]):
                yield Match(index, index + 1, value)

    def longest(self, document: Document, index: int, last: int) -> Match[T] | None:
        """Return the longest entry from token `index` on, None when there is none."""
        if not self._candidates(document.tokens[index]):
            return None
        return max(self.every(document, index, last), key=lambda match: match.length, default=None)

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
            if not self._candidates(document.tokens[index]):
                continue
            last = document.sentence_of(document.tokens[index]).last
            for match in self.every(document, index, last):
                return match
        return None

    def starts(self, document: Document, token: Token) -> bool:
        """Tell whether an entry starts at the token, within its sentence."""
        return self.among(document, (token.index,)) is not None

    # -- single words --------------------------------------------------------------------------

    def meanings(self, token: Token) -> list[T]:
        """Return what the entries that are this single word stand for."""
        return [value for words, value in self._candidates(token) if len(words) == 1]

    def meaning(self, word: str) -> T | None:
        """Return what a single word stands for, None when it is no entry."""
        return next((value for words, value in self._by_first.get(word, ()) if words == (word,)), None)

    def __contains__(self, word: str) -> bool:
        return word in self._alone

    def has(self, token: Token) -> bool:
        """Tell whether the single token is an entry by its form or lemma."""
        return token.lower in self._alone or token.lemma in self._alone

    def _candidates(self, token: Token) -> Sequence[tuple[tuple[str, ...], T]]:
        form, lemma, known = token.lower, token.lemma, self._by_first
        if form == lemma:
            return known.get(form, ())
        by_form, by_lemma = known.get(form, ()), known.get(lemma, ())
        return [*by_form, *by_lemma] if by_form and by_lemma else by_form or by_lemma


def words_of(entries: Iterable[object]) -> Phrases[str]:
    """Return phrases that stand for themselves."""
    return Phrases((str(entry), str(entry)) for entry in entries)


def labelled(entries: Mapping[str, Iterable[object]]) -> Phrases[str]:
    """Return phrases that stand for the label they are listed under."""
    return Phrases((str(phrase), str(label)) for label, phrases in entries.items() for phrase in phrases)


def _fit(words: Sequence[str], tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return where an entry ends that starts at `start`, None when it does not fit."""
    position = start
    for offset, word in enumerate(words):
        if word == "~":
            return _fit_after_gap(words[offset + 1 :], tokens, position, end)
        if position >= end:
            return None
        token = tokens[position]
        if word != token.lower and word != token.lemma and word != "*":
            return None
        position += 1
    return position


def _fit_after_gap(words: Sequence[str], tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return where the rest of an entry ends behind a gap; there is one gap in an entry at most."""
    for position in range(start, min(start + _GAP, end) + 1):
        last = _fit(words, tokens, position, end)
        if last is not None:
            return last
        if position < end and tokens[position].text in (".", ";", ","):
            return None
    return None


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
        spellings = [(bare,)] if len(pieces) <= 1 else [(bare,), pieces]
        choices.append([*spellings, *([()] if optional else [])])
    for chosen in product(*choices):
        words = tuple(piece for part in chosen for piece in part)
        if words:
            yield words
