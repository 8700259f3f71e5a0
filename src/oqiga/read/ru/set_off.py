"""Bounds between commas («погибли, по меньшей мере, 18»): without these the parser reads past them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from oqiga.read.languages import language_pack
from oqiga.read.ru.network import Analysis

_COMMA = ","


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in language_pack("ru").lexicon("trees")["set_off"]:
        words = tuple(str(phrase).split())
        found.setdefault(words[0], []).append(words)
    return found


def commas(texts: Sequence[str]) -> frozenset[int]:
    """Return the positions of commas that set off such a phrase on both sides, or part it from its number."""
    phrases, found = _phrases(), _before_number(texts)
    for index in range(1, len(texts) - 2):
        if texts[index - 1] != _COMMA:
            continue
        for words in phrases.get(texts[index].lower(), ()):
            end = index + len(words)
            said = tuple(text.lower() for text in texts[index:end])
            if said == words and end < len(texts) - 1 and texts[end] == _COMMA:
                found |= {index - 1, end}
    return frozenset(found)


@lru_cache(maxsize=1)
def _bounds() -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Return the bounds of several words, and the words for numbers."""
    numbers = language_pack("ru").lexicon("numbers")
    bounds = (tuple(str(each).split()) for words in numbers["before"].values() for each in words)
    return frozenset(each for each in bounds if len(each) > 1), frozenset(numbers["cardinals"])


def _before_number(texts: Sequence[str]) -> set[int]:
    """Return commas between a bound and its number: «в результате по меньшей мере*,* четыре человека»."""
    bounds, numbers = _bounds()
    lower, found = [text.lower() for text in texts], set[int]()
    for index in range(2, len(texts) - 1):
        behind = lower[index + 1]
        if texts[index] == _COMMA and (behind.isdecimal() or behind in numbers):
            ahead = (tuple(lower[max(0, index - size) : index]) for size in (2, 3))
            if any(each in bounds for each in ahead):
                found.add(index)
    return found


def restored(analysis: Analysis, hidden: frozenset[int], length: int) -> Analysis:
    """Return the analysis of all words from that of those without hidden commas."""
    if not hidden:
        return analysis
    kept = [index for index in range(length) if index not in hidden]
    tags, heads = ["PUNCT"] * length, [0] * length
    relations, entities = ["punct"] * length, ["O"] * length
    for place, index in enumerate(kept):
        head = analysis.heads[place]
        tags[index], relations[index] = analysis.tags[place], analysis.relations[place]
        entities[index], heads[index] = analysis.entities[place], -1 if head < 0 else kept[head]
    for index in hidden:  # the word behind it: a comma that is hidden is never the last
        heads[index] = next(each for each in kept if each > index)
    return Analysis(tuple(tags), tuple(heads), tuple(relations), tuple(entities))
