"""Kazakh in any script to Cyrillic, word by word, so that one morphology reads all of it.

Latin Kazakh has been written in several alphabets (with apostrophes 2017, with acutes 2018, with umlauts and
cedillas since 2021, with w and ï on older sites, in plain ASCII everywhere); letters mean different sounds in
them, so the alphabet of a text is told first. Words of a Cyrillic text keep their letters, but for Latin
look-alikes inside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from oqiga.read.languages import language_pack

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_SAMPLE = 20_000
"""Code points of a text from which its alphabet is told."""
_LONGEST_WORD = 60
"""Letters beyond which a run of them is no word, and no other spelling of it is sought."""
_MOST_SPELLINGS = 48
"""Readings of one Latin word that are tried at most."""


class Alphabets:
    """The Latin alphabets of the lexicon, ready for conversion."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self.signs: Mapping[str, Mapping[str, int]] = lexicon["signs"]
        self.tables = {name: _longest_first(table) for name, table in lexicon["alphabets"].items()}
        self.lookalikes = str.maketrans(lexicon["lookalikes"])
        self.to_latin = str.maketrans({cyr: lat for lat, cyr in lexicon["lookalikes"].items()})
        self.doubtful: Mapping[str, Mapping[str, Sequence[str]]] = lexicon["doubtful"]
        self.loans = _longest_first(lexicon["loans"])


@lru_cache(maxsize=1)
def alphabets() -> Alphabets:
    """Return the alphabets of the lexicon, read once."""
    return Alphabets(language_pack("kk").lexicon("alphabets"))


def _longest_first(table: Mapping[str, str]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    entries = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, entries))), table


def alphabet_of(text: str) -> str:
    """Return the name of the alphabet a text is written in: "cyrillic", or a Latin one of the lexicon."""
    sample = text[:_SAMPLE]
    if len(_LATIN.findall(sample)) <= len(_CYRILLIC.findall(sample)):
        return "cyrillic"
    lowered = sample.lower()
    counts = {
        name: sum(lowered.count(sign) * weight for sign, weight in signs.items())
        for name, signs in alphabets().signs.items()
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= 1 else "plain"


@lru_cache(maxsize=65_536)
def to_cyrillic(word: str, alphabet: str) -> str:
    """Return a word in Cyrillic letters; capitals stay capitals at the start of the word.

    A word of the other script inside a text (a brand, an acronym) is left as it is.
    """
    latin, cyrillic = bool(_LATIN.search(word)), bool(_CYRILLIC.search(word))
    if alphabet == "cyrillic":
        return word.translate(alphabets().lookalikes) if latin and cyrillic else word
    if not latin:
        return word
    pattern, table = alphabets().tables[alphabet]
    plain = word.translate(alphabets().to_latin) if cyrillic else word
    converted = pattern.sub(lambda found: table[found[0]], _lower(plain))
    if plain.isupper() and len(plain) > 1:
        return converted.upper()
    return converted[:1].upper() + converted[1:] if plain[:1].isupper() else converted


def _lower(word: str) -> str:
    """Return a word in lower case; İ and I stay the letters they are in Kazakh."""
    return word.replace("İ", "i").lower()


def spellings(word: str, alphabet: str) -> list[str]:
    """Return other Cyrillic readings of a word that came from Latin: и may be і or й, у may be ұ or ү.

    A borrowed word spelled as in Cyrillic comes first (полисия is полиция), then those with one letter
    changed, then those with two.
    """
    if len(word) > _LONGEST_WORD:
        return []
    table = alphabets().doubtful
    doubtful = {**table["all"], **table.get(alphabet, {})}
    once = _changed(word, doubtful, 0)
    pattern, loans = alphabets().loans
    borrowed = pattern.sub(lambda found: loans[found[0]], word)
    found = []
    if borrowed != word:
        found = [borrowed, *(spelling for spelling, _ in _changed(borrowed, doubtful, 0))]
    found += [spelling for spelling, _ in once]
    for spelling, place in once:
        if len(found) >= _MOST_SPELLINGS:
            break
        found += [each for each, _ in _changed(spelling, doubtful, place + 1)]
    return found[:_MOST_SPELLINGS]


def _changed(word: str, doubtful: Mapping[str, Sequence[str]], start: int) -> list[tuple[str, int]]:
    """Return the word with one doubtful letter changed, and where. doubtful: what a letter may be."""
    return [
        (word[:place] + letter + word[place + 1 :], place)
        for place in range(start, len(word))
        for letter in doubtful.get(word[place], ())
    ]
