"""Texts in more than one language: which paragraphs and quotations are in another than the report's.

A Kazakh report quotes a minister in Russian, a Russian page carries a notice in Kazakh. Short lines tell
nothing; a passage is in another language only when its words leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from oqiga.model.span import Span
from oqiga.read.languages import LANGUAGES, language_pack

SHORTEST = 8
"""Words; a shorter passage is taken to be in the language of its report."""
_SHARE = 0.1
"""Share of a passage's words that must be signs of a language."""
_TIMES = 3
"""How many times more signs than of the report's own language there must be."""
_PARAGRAPH = re.compile(r"[^\n]++(?:\n[^\n]++)*+")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"«[^«»\n]{30,3000}»|“[^“”\n]{30,3000}”|\"[^\"\n]{30,3000}\"")
_WRITTEN = re.compile(r"[^\n]")
_ANY_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells a language in a passage, and what a word of no meaning is made of in it."""

    letters: frozenset[str]
    words: frozenset[str]
    filler: str
    ending: str

    def count(self, words: Sequence[str]) -> int:
        """Count the words that are signs."""
        return sum(word in self.words or not self.letters.isdisjoint(word) for word in words)


def foreign_passages(text: str, language: str) -> dict[str, tuple[Span, ...]]:
    """Return the passages that are clearly in another language than `language`, by language.

    A passage is a paragraph, or a quotation inside one that is in the language of the report.
    """
    found: dict[str, list[Span]] = {}
    for code, span in _passages(text, language):
        found.setdefault(code, []).append(span)
    return {code: tuple(spans) for code, spans in found.items()}


def alone(text: str, spans: Sequence[Span]) -> str:
    """Return the text with everything outside `spans` blank; what is left stays where it stood."""
    return _changed(text, spans, lambda inside: inside, lambda outside: _WRITTEN.sub(" ", outside))


def hidden(text: str, spans: Sequence[Span], language: str) -> str:
    """Return the text with the words of `spans` made meaningless in `language`, each where it stood."""
    signs = _signs(language)

    def meaningless(match: re.Match[str]) -> str:
        length = len(match.group())
        ending = signs.ending if length > len(signs.ending) + 1 else ""
        return signs.filler * (length - len(ending)) + ending

    return _changed(text, spans, lambda inside: _ANY_WORD.sub(meaningless, inside), lambda outside: outside)


def _changed(
    text: str, spans: Sequence[Span], inside: Callable[[str], str], outside: Callable[[str], str]
) -> str:
    pieces, reached = [], 0
    for span in sorted(spans):
        pieces += [outside(text[reached : span.start]), inside(span.of(text))]
        reached = span.end
    return "".join([*pieces, outside(text[reached:])])


def _passages(text: str, own: str) -> Iterator[tuple[str, Span]]:
    for paragraph in _PARAGRAPH.finditer(text):
        quoted = [
            (code, Span(*match.span()))
            for match in _QUOTED.finditer(text, *paragraph.span())
            if (code := _language(_words(match.group()), own)) is not None
        ]
        if not quoted:
            other = _language(_words(paragraph.group()), own)
            quoted = [(other, Span(*paragraph.span()))] if other is not None else []
        elif _told_in(quoted[0][0], _words(_QUOTED.sub(" ", paragraph.group())), own):
            quoted = [(quoted[0][0], Span(*paragraph.span()))]
        yield from quoted


def _words(passage: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(passage)]


def _language(words: Sequence[str], own: str) -> str | None:
    if len(words) < SHORTEST:
        return None
    counts = {code: _signs(code).count(words) for code in LANGUAGES}
    best = max(counts, key=counts.__getitem__)
    ours = counts.get(own, 0)
    clear = counts[best] >= max(2, _SHARE * len(words)) and counts[best] > _TIMES * ours
    return best if best != own and clear else None


def _told_in(other: str, words: Sequence[str], own: str) -> bool:
    """Tell whether what stands around a quotation is in the quotation's language too."""
    return _signs(other).count(words) > _signs(own).count(words)


@lru_cache(maxsize=8)
def _signs(code: str) -> _Signs:
    loaded = language_pack(code).lexicon("paragraphs")
    return _Signs(
        letters=frozenset(loaded["letters"]),
        words=frozenset(loaded["words"]),
        filler=str(loaded["filler"]),
        ending=str(loaded["ending"]),
    )
