"""Names of people and places across scripts and romanisations: is it the same name?

Тоқаев, Токаев, Tokayev and Toqaev are one name in two scripts and four habits. Each word is brought to a
rough Latin form (`rough_form`) in which habit disappears; forms are then compared letter by letter, vowels
more leniently than consonants. The letters and endings are data: `lexicon/names.yaml`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from oqiga.datafiles import data_file

_LONGEST_WORD = 64
_MOST_WORDS = 8
_SAME_FROM = 0.84
_VOWELS = frozenset("aeiou")
_VOWELS_ALIKE = frozenset(frozenset(pair) for pair in ("ae", "ei", "ou", "iu"))
_SOUNDS_ALIKE = frozenset(
    frozenset(pair) for pair in ("uv", "gk", "gh", "kh", "jz", "jc", "bp", "dt", "sz", "fv", "ij", "cs")
)
_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = str.maketrans("", "", "'’ʻʼ`´ʹʺ‘\u00ad\u200c\u200d")


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How alike two names are. score: 0..1; `same` from 0.84 on; reason: one line for a person."""

    score: float
    same: bool
    reason: str


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: its words, their rough forms, and the rank of place it carries."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    rank: str


@lru_cache(maxsize=1)
def _lexicon() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = data_file("oqiga.locate", "lexicon/names")
    return loaded


@lru_cache(maxsize=1)
def _letters() -> dict[int, str]:
    lexicon = _lexicon()
    return {ord(letter): plain for letter, plain in {**lexicon["cyrillic"], **lexicon["marked"]}.items()}


@lru_cache(maxsize=1)
def _ranks() -> dict[str, str]:
    return {word: rank for rank, words in _lexicon()["ranks"].items() for word in words}


@lru_cache(maxsize=1)
def _directions() -> dict[str, str]:
    return {word: side for side, words in _lexicon()["directions"].items() for word in words}


@lru_cache(maxsize=65536)
def rough_form(word: str) -> str:
    """Return the rough Latin form of one word, whatever script or romanisation it is in.

    Letters beyond the 64th are left out: no name of a person or place is longer.
    """
    lexicon = _lexicon()
    lowered = unicodedata.normalize("NFC", word[:_LONGEST_WORD]).lower().translate(_APOSTROPHES)
    cyrillic = any("\u0400" <= letter <= "\u052f" for letter in lowered)
    plain = _unmarked(lowered.translate(_letters()))
    if not cyrillic:
        for written, sound in lexicon["latin"]:
            plain = plain.replace(written, sound)
    for written, sound in lexicon["vowels"]:
        plain = plain.replace(written, sound)
    return _without_doubles(plain)


def _unmarked(text: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )


def _without_doubles(text: str) -> str:
    return "".join(
        letter for position, letter in enumerate(text) if position == 0 or letter != text[position - 1]
    )


def same_name(first: str, second: str) -> NameComparison:
    """Compare two names of people or of places.

    A part left out ("Tokayev", "K. Tokayev" and the full name) still is the same name; another sex
    (Nazarbaev, Nazarbaeva), another rank (city, region) or another side of the compass is not.
    """
    one, two = _taken_apart(first), _taken_apart(second)
    if not one.forms or not two.forms:
        return NameComparison(0.0, False, "no letters to compare")
    if one.rank != two.rank:
        return NameComparison(
            0.3, False, f"another rank of place: {one.rank or 'none'}, {two.rank or 'none'}"
        )
    joined_one, joined_two = "".join(one.forms), "".join(two.forms)
    if joined_one == joined_two:
        return NameComparison(1.0, True, f"one rough form: {' '.join(one.forms)}")
    if _sides(one) != _sides(two):
        return NameComparison(0.4, False, "another point of the compass")
    if one.rank:
        joined = _likeness(_place_stem(joined_one), _place_stem(joined_two))
        return _judged(joined, "as names of places of one rank")
    aligned = _aligned(one.forms, two.forms)
    joined = _likeness(joined_one, joined_two) if len(one.forms) != len(two.forms) else 0.0
    if joined >= max(aligned, 0.9):
        return _judged(joined, "written in one word or in several")
    return _judged(aligned, "word by word")


def _sides(name: _Name) -> set[str]:
    return {_directions()[word] for word in name.words if word in _directions()}


def _judged(score: float, how: str) -> NameComparison:
    same = score >= _SAME_FROM
    return NameComparison(round(score, 3), same, f"{how}: {'alike' if same else 'not alike'} ({score:.2f})")


@lru_cache(maxsize=16384)
def _taken_apart(name: str) -> _Name:
    """Split into words; ranks of places come off, points of the compass become one word in all languages."""
    cleaned = unicodedata.normalize("NFC", name[: _LONGEST_WORD * _MOST_WORDS]).translate(_APOSTROPHES)
    words = [word.lower() for word in _WORD.findall(cleaned)[:_MOST_WORDS]]
    rank = next((_ranks()[word] for word in reversed(words) if word in _ranks()), "")
    kept = [word for word in words if word not in _ranks()] if len(words) > 1 else words
    kept = kept or words
    forms = tuple(form for word in kept if (form := _directions().get(word) or rough_form(word)))
    return _Name(tuple(kept), forms, rank if len(words) > 1 else "")


def _place_stem(form: str) -> str:
    for ending in _lexicon()["adjective_endings"]:
        if form.endswith(ending) and len(form) > len(ending) + 3:
            return form[: -len(ending)]
    return form


def _aligned(first: Sequence[str], second: Sequence[str]) -> float:
    """Return the likeness of two names word by word; each word of the shorter one needs its own partner."""
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    free = list(longer)
    scores = []
    for word in shorter:
        best = max(range(len(free)), key=lambda index: _word_likeness(word, free[index]))
        scores.append(_word_likeness(word, free.pop(best)))
    whole = [score for word, score in zip(shorter, scores, strict=True) if len(word) > 1]
    if not whole:
        return 0.0
    left_out = [word for word in free if not _is_patronymic(word)]
    part = 0.03 * len(left_out)
    return max(0.0, min(scores) - part)


def _is_patronymic(form: str) -> bool:
    return any(form.endswith(ending) and len(form) > len(ending) + 2 for ending in _lexicon()["patronymics"])


def _word_likeness(first: str, second: str) -> float:
    if first == second:
        return 1.0
    if len(first) == 1 or len(second) == 1:
        return 0.95 if first[0] == second[0] else 0.0
    if _other_sex(first, second):
        return 0.5
    return _likeness(first, second)


def _other_sex(first: str, second: str) -> bool:
    for man, woman in _lexicon()["sexed_endings"]:
        for one, two in ((first, second), (second, first)):
            if one.endswith(man) and two.endswith(woman) and _stem(one, man) and _stem(two, woman):
                return True
    return False


def _stem(form: str, ending: str) -> str:
    stem = form[: -len(ending)]
    return stem if len(stem) >= 2 else ""


def _likeness(first: str, second: str) -> float:
    """Return 1 less the cost of turning one form into the other, in relation to the longer one.

    Letters that romanisers mix up cost half, another vowel nearly one, anything else one.
    """
    before = [float(position) for position in range(len(second) + 1)]
    for letter in first:
        row = [before[0] + _drop_cost(letter)]
        for position, other in enumerate(second):
            row.append(
                min(
                    before[position] + _swap_cost(letter, other),
                    before[position + 1] + _drop_cost(letter),
                    row[position] + _drop_cost(other),
                )
            )
        before = row
    return max(0.0, 1.0 - before[-1] / max(len(first), len(second)))


def _drop_cost(letter: str) -> float:
    return 0.5 if letter in "iu" else 0.8 if letter in _VOWELS else 1.0


def _swap_cost(one: str, two: str) -> float:
    if one == two:
        return 0.0
    if one in _VOWELS and two in _VOWELS:
        return 0.5 if frozenset((one, two)) in _VOWELS_ALIKE else 0.9
    return 0.5 if frozenset((one, two)) in _SOUNDS_ALIKE else 1.0
