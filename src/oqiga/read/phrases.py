"""Finding entries of a lexicon in a parsed text: the longest entry that starts at a token.

An entry is words separated by spaces. A word matches a token by form in lower case or by lemma; `*` stands
for any one token, `~` for up to five tokens, a word in round brackets may be absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from oqiga.model.syntax import Token

_GAP = 5
"""How many tokens `~` may stand for."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found: tokens `first` to `last` (exclusive) of the document; `label`: what it stands for."""

    label: str
    first: int
    last: int


class Phrases:
    """Entries by their first word. Matching never runs past the `end` it is given."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        """Index `entries`, label → phrases. Where two labels share a phrase, the first one keeps it."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for label, phrases in entries.items():
            for phrase in phrases:
                for words in _spellings(str(phrase)):
                    self._by_first.setdefault(words[0], []).append((words, label))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def at(self, tokens: Sequence[Token], start: int, end: int) -> Match | None:
        """Return the longest entry that starts at `start` and ends by `end`; a form wins over a lemma."""
        token, best = tokens[start], None
        for key in dict.fromkeys((token.lower, token.lemma)):
            for words, label in self._by_first.get(key, ()):
                last = _fit(words, tokens, start, end)
                if last is not None and (best is None or last > best.last):
                    best = Match(label, start, last)
        return best

    def label(self, word: str) -> str | None:
        """Return what a single word stands for, None when it is no entry."""
        return next((label for words, label in self._by_first.get(word, ()) if words == (word,)), None)

    def before(self, tokens: Sequence[Token], end: int, start: int) -> Match | None:
        """Return the longest entry that ends right before `end` and starts at `start` or later."""
        for first in range(max(start, end - 6), end):
            found = self.exactly(tokens, first, end)
            if found is not None:
                return found
        return None

    def exactly(self, tokens: Sequence[Token], start: int, end: int) -> Match | None:
        """Return the entry that covers exactly these tokens, if there is one."""
        token = tokens[start]
        for key in dict.fromkeys((token.lower, token.lemma)):
            for words, label in self._by_first.get(key, ()):
                if _fit(words, tokens, start, end) == end:
                    return Match(label, start, end)
        return None

    def search(self, tokens: Sequence[Token], start: int, end: int) -> Match | None:
        """Return the first entry anywhere between `start` and `end`."""
        for first in range(start, end):
            found = self.at(tokens, first, end)
            if found is not None:
                return found
        return None


def _fit(words: Sequence[str], tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return where an entry ends that starts at `start`, None when it does not fit."""
    position = start
    for offset, word in enumerate(words):
        if word == "~":
            return _fit_after_gap(words[offset + 1 :], tokens, position, end)
        if position >= end or word not in ("*", tokens[position].lower, tokens[position].lemma):
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


def _spellings(phrase: str) -> list[tuple[str, ...]]:
    """Return every word sequence an entry allows: bracketed words in and out, hyphens joined and split."""
    sequences: list[tuple[str, ...]] = [()]
    for word in phrase.lower().split():
        if word.startswith("(") and word.endswith(")") and len(word) > 2:
            sequences += [(*words, word[1:-1]) for words in sequences]
        else:
            sequences = [(*words, word) for words in sequences]
    split = [tuple(part for word in words for part in _parts(word)) for words in sequences]
    return [words for words in dict.fromkeys(sequences + split) if words]


def _parts(word: str) -> list[str]:
    """Split a word at its hyphens as tokenisers do: "half-dozen" is three tokens."""
    if "-" not in word.strip("-"):
        return [word]
    return [part for piece in word.split("-") for part in ("-", piece) if part][1:]
