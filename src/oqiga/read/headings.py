"""Headings with a capital to every word, given back their small letters: parsers take such words for names.

What a word is elsewhere in the report decides first: one that only comes with a capital inside its sentences
keeps it, one that comes in small letters loses it; of the others the list of ordinary words decides. No
letter moves, as in `truecase`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from oqiga.read.languages import LanguagePack
from oqiga.read.truecase import is_ordinary

_WORD = re.compile(r"[^\W\d_][^\W\d_'’]{0,40}")
_LINE = re.compile(r"[^\n]{12,240}")
_ENDING = (".", "!", ";", ",")
"""What a heading does not end in."""
_LONG = 4
"""Letters from which a word has its capital in such a heading; small words need not."""
_LEAST = 3
"""Ordinary words with a capital, beside the first, that make a heading and no row of names."""
_SHARE = 0.85
_ENDINGS = ("s", "es", "ed", "d", "ing")


@lru_cache(maxsize=8)
def _words(pack: LanguagePack) -> frozenset[str]:
    """Return the words of the lexicons for people, sites and what happens, without those in names."""
    told: list[str] = []
    if pack.has("people", "sites", "events"):
        told += [word for words in pack.lexicon("people")["groups"].values() for word in words]
        told += [word for words in pack.lexicon("sites").values() for word in words]
        for manners in pack.lexicon("events")["types"].values():
            told += [word for words in manners.values() for word in words]
    names = {word.lower() for name in pack.lexicon("headings")["names"] for word in name.split()}
    return frozenset(word for phrase in told for word in phrase.split()) - names


def _is_small(lowered: str, pack: LanguagePack) -> bool:
    """Tell whether a word is an ordinary one, by the list or the lexicons, alone or with an ending."""
    if is_ordinary(lowered, pack.code):
        return True
    return any(stem in _words(pack) for stem in (lowered, *_stems(lowered)))


def _stems(lowered: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if lowered.endswith(ending) and len(lowered) - len(ending) >= _LONG:
            yield lowered[: -len(ending)]


def plain_headings(text: str, pack: LanguagePack) -> str:
    """Return a text whose headings with a capital to every word are written as its sentences are."""
    if not pack.has("headings"):
        return text
    headings = [match for match in _LINE.finditer(text) if _is_heading(match.group(), pack)]
    if not headings:
        return text
    names: Mapping[str, list[str]] = pack.lexicon("headings")
    small, capital = _in_sentences(text, headings)
    written = list(text)
    for heading in headings:
        kept = _named(heading.group(), names["names"])
        for place, word in enumerate(_WORD.finditer(heading.group())):
            start = heading.start() + word.start()
            if not place or word.start() in kept or _after_stop(text, start):
                continue
            if _is_initials(word.group()):
                continue
            lowered = word.group().lower()
            if lowered in small or (lowered not in capital and _is_small(lowered, pack)):
                written[start : start + 1] = lowered[:1]
    return "".join(written)


def _is_heading(line: str, pack: LanguagePack) -> bool:
    """Tell whether a line has a capital to every longer word, ordinary ones among them."""
    if line.rstrip().endswith(_ENDING):
        return False
    words = [match.group() for match in _WORD.finditer(line)]
    long = [word for word in words if len(word) >= _LONG]
    titled = [word for word in long if word[0].isupper() and word[1:].islower()]
    if len(titled) < _SHARE * len(long) or len(titled) <= _LEAST:
        return False
    ordinary = [word for word in titled if word is not words[0] and _is_small(word.lower(), pack)]
    return len(ordinary) >= _LEAST


def _in_sentences(text: str, headings: list[re.Match[str]]) -> tuple[set[str], set[str]]:
    """Return the words that come in small letters outside headings, and those that only have a capital."""
    small: set[str] = set()
    capital: set[str] = set()
    for first, last in _between(text, headings):
        for word in _WORD.finditer(text, first, last):
            if word.group()[0].islower():
                small.add(word.group())
            elif not _opens(text, word.start()):
                capital.add(word.group().lower())
    return small, capital - small


def _between(text: str, headings: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    start = 0
    for heading in headings:
        yield start, heading.start()
        start = heading.end()
    yield start, len(text)


def _opens(text: str, start: int) -> bool:
    """Tell whether a word may have its capital for opening a sentence or a quotation."""
    before = text[max(0, start - 3) : start]
    return not before.strip(" ") or before.rstrip(" ")[-1] in ".!?:\n\"'“”‘(•-–—"


def _after_stop(text: str, start: int) -> bool:
    """Tell whether a word opens a sentence inside the heading."""
    return text[max(0, start - 2) : start].strip() in (".", "!", "?")


def _is_initials(word: str) -> bool:
    """Tell whether a word has capitals, or letters that change their number, behind its first letter."""
    return word[1:] != word[1:].lower() or len(word[0].lower()) != 1


def _named(heading: str, names: list[str]) -> set[int]:
    """Return where words stand that belong to a known name of ordinary words ("Islamic State")."""
    found: set[int] = set()
    for name in names:
        at = heading.find(name)
        while at >= 0:
            found.update(at + word.start() for word in _WORD.finditer(name))
            at = heading.find(name, at + 1)
    return found
