"""Names reduced to what all their spellings share, so that sets of them can be compared across scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.dates import get_day_names, get_month_names

from oqiga.codebook.targets import kind_words
from oqiga.datafiles import data_file
from oqiga.locate.names import rough_form

_VOWELS = re.compile(r"[aeiou]+")
_ONE_SOUND = str.maketrans({"c": "k"})
"""Letters that the rough form tells apart though romanisers write one sound with them (Colombo, Коломбо)."""
_NASAL = ("ng", "n")
"""Two letters, and what romanised names, whose "ng" may be one sound, are brought to (Jangebe, Джангебе)."""
_WORD = re.compile(r"\w+")
LANGUAGES = ("en", "ru", "kk")
_STEM = "Барбар"
"""A name without an ending, on which endings are tried."""
_FEWEST_SOUNDS = 3
_CODE = 2
"""Letters of a country's code; longer ones are continents."""
_SHORTEST = 4
"""Shorter words are left out: too much looks alike."""


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return what spellings of one name share: the consonants of its rough form, and its first letter.

    Words of few consonants keep their vowels but the last, which a case may change: little else tells them
    apart.
    """
    rough = rough_form(word.replace("w", "v").replace("W", "V")).translate(_ONE_SOUND).replace(*_NASAL)
    consonants = _VOWELS.sub("", rough[1:])
    if len(consonants) < 3:
        return rough.rstrip("aeiou") or rough
    return ("a" if rough[0] in "aeiou" else rough[0]) + consonants


@lru_cache(maxsize=1)
def calendar_words() -> frozenset[str]:
    """Return the skeletons of the names of months and days of the week in the languages that are read."""
    found: set[str] = set()
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                found.update(get_month_names(width, context, locale=language).values())
                found.update(get_day_names(width, context, locale=language).values())
    return frozenset(skeleton(word.strip(".")) for word in found)


def proper_names(text: str, language: str | None = None, *, opening: bool = False) -> set[str]:
    """Return the skeletons of the capitalised words of a text.

    language: that of the text, whose cases are left out. opening: with the word that opens it, which in a
    sentence is written large whether it is a name or not.
    """
    words = _WORD.findall(text)[0 if opening else 1 :]
    large = (word for word in words if len(word) >= _SHORTEST and word[0].isupper())
    found = {skeleton(out_of_case(word, language)) for word in large}
    return found - calendar_words()


@lru_cache(maxsize=65536)
def out_of_case(word: str, language: str | None) -> str:
    """Return a name without the ending of its case, where that adds a consonant («Макатовым»)."""
    lowered = word.lower()
    for ending, cut in _oblique(language or ""):
        if lowered.endswith(ending):
            kept = len(word) - cut >= _SHORTEST and skeleton(word) not in _names_of_lands()
            return word[:-cut] if kept else word
    return word


@lru_cache(maxsize=8)
def _oblique(language: str) -> tuple[tuple[str, int], ...]:
    """Return endings of cases, the longest first, and how many of their letters are the case's."""
    parted = (each.rpartition("|") for each in _name_endings()["oblique"].get(language, ()))
    found = [(f"{stays}{case}", len(case)) for stays, _, case in parted]
    return tuple(sorted(found, key=lambda each: -len(each[0])))


@lru_cache(maxsize=1)
def _names_of_lands() -> frozenset[str]:
    return frozenset(form for code in all_lands() for form in country_forms(code))


def mentions(text: str, most: int, language: str | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the skeletons of the names in a text, and of the words that open its sentences.

    most: of either. language: that of the text, whose cases are left out. Words that open a sentence are
    written large whether they are names or not; with them stand adjectives that may be made of the name of a
    town, which Russian writes small.
    """
    found: dict[str, None] = {}
    opening: dict[str, None] = {}
    before = ""
    for match in _WORD.finditer(text):
        word = match.group()
        opens = before in ("", ".", "!", "?", "\n", '"', "“", "«")
        before = text[match.end() : match.end() + 2].strip(" ")[:1] or " "
        if word.islower() and word.endswith(small_adjectives()):
            opening.setdefault(skeleton(word), None)  # «в московском метро»
        if len(word) >= _SHORTEST and word[0].isupper():
            form = skeleton(out_of_case(word, language))
            (opening if opens else found).setdefault(form, None)
    names = tuple(name for name in found if name not in calendar_words())
    return names[:most], tuple(name for name in opening if name not in found)[:most]


@lru_cache(maxsize=1)
def _name_endings() -> dict[str, Any]:
    """Return the endings of names by language, and what else the codebook lists beside them."""
    loaded: dict[str, Any] = data_file("oqiga.codebook", "name_endings")
    return loaded


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    """Return what endings of names add to a skeleton."""
    whole = skeleton(_STEM)
    endings = (skeleton(f"{_STEM}{each}") for code in LANGUAGES for each in _name_endings().get(code, ()))
    return frozenset(each.removeprefix(whole) for each in endings) | {""}


@lru_cache(maxsize=1)
def small_adjectives() -> tuple[str, ...]:
    """Return the endings of adjectives made of names of towns and lands."""
    return tuple(_name_endings()["small_adjectives"])


@lru_cache(maxsize=1)
def site_words() -> frozenset[str]:
    """Return the skeletons of the nouns for sites, which are no names though names of sites hold them."""
    return frozenset(skeleton(word) for word in kind_words() if len(word) >= _SHORTEST)


def base_of_adjective(word: str) -> str:
    """Return the name that an adjective is made of («Вестминстерском» мосту), other words as they are."""
    ending = next((each for each in small_adjectives() if word.lower().endswith(each)), "")
    return word[: -len(ending)] if ending and len(word) - len(ending) >= _SHORTEST else word


def names_town(town: str, mention: str) -> bool:
    """Tell whether a word names a town, in any case or as an adjective; both as skeletons."""
    whole = town[0] + _VOWELS.sub("", town[1:])  # names of few consonants keep their vowels, longer forms not
    forms = {town, whole} if len(whole) >= _FEWEST_SOUNDS else {town}
    return any(mention.startswith(form) and mention[len(form) :] in _endings() for form in forms)


def same_sounds(one: str, other: str) -> bool:
    """Tell whether two words share three consonants or more («Павел», "Pavlo"); both as skeletons."""
    roots = {word[0] + _VOWELS.sub("", word[1:]) for word in (one, other)}
    return len(roots) == 1 and len(roots.pop()) >= _FEWEST_SOUNDS


def one_root(one: str, other: str) -> bool:
    """Tell whether two words are of one name («Чечня», «чеченский»), by consonants; both as skeletons."""
    roots = [word[0] + _VOWELS.sub("", word[1:]) for word in (one, other)]
    shorter, longer = sorted(roots, key=len)
    return len(shorter) >= _FEWEST_SOUNDS and longer.startswith(shorter)


def skeletons(name: str) -> set[str]:
    """Return the skeletons of all longer words of a name."""
    return {skeleton(word) for word in _WORD.findall(name) if len(word) >= _SHORTEST}


@lru_cache(maxsize=512)
def country_forms(code: str) -> frozenset[str]:
    """Return the skeletons of the names of a country (ISO 3166-1 alpha-2) in the languages that are read."""
    return frozenset(form for name in all_lands().get(code, ()) for form in skeletons(name))


@lru_cache(maxsize=1)
def all_lands() -> Mapping[str, tuple[str, ...]]:
    """Return the names of countries in the languages that are read, by their codes (ISO 3166-1 alpha-2)."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == _CODE and code.isalpha():
                found.setdefault(code, []).append(name)
    return {code: tuple(names) for code, names in found.items()}
