"""What is told of single words before phrases are built: sources, peoples, quoted names, abbreviations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from oqiga.read.kk.vocabulary import Analysis
from oqiga.read.kk.words import Word, persons
from oqiga.read.languages import language_pack

_LONGEST_SOURCE = 3
_LONGEST_NAME = 5
_OPENING = frozenset('«“"')
_CLOSING = frozenset('»”"')


@lru_cache(maxsize=1)
def _source_words() -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(str(each).split()) for each in language_pack("kk").lexicon("closed")["sourcewords"]
    )


def mark_sources(words: Sequence[Word]) -> None:
    """Make postpositions of the words behind a source, where a noun or name stands before them."""
    place = 1
    while place < len(words):
        size = next((size for size in range(_LONGEST_SOURCE, 0, -1) if _source_at(words, place, size)), 0)
        if size and (words[place - 1].nominal or words[place - 1].lower in ("»", "”", '"', ")")):
            for word in words[place : place + size]:
                word.reading = Analysis(word.lower, "ADP", frozenset(), known=True)
        place += max(size, 1)


def _source_at(words: Sequence[Word], place: int, size: int) -> bool:
    return tuple(word.lower for word in words[place : place + size]) in _source_words()


def name_people(words: Sequence[Word]) -> None:
    """Make nouns of adjectives for people where no noun follows: "13 қазақстандық", "бес әскери өлді"."""
    for place, (word, following) in enumerate(pairwise(words)):
        ends = following.dep == "compound:lvc" or following.pos in ("VERB", "AUX", "PUNCT", "CCONJ")
        counted = place > 0 and words[place - 1].pos == "NUM" and word.reading.lemma in persons()
        if (word.entity == "NORP" or counted) and word.pos == "ADJ" and ends:
            feats = word.reading.feats | {"Case=Nom", "Number=Sing"}
            word.reading = replace(word.reading, pos="NOUN", feats=feats)


def name_quoted(words: Sequence[Word]) -> None:
    """Make a proper noun of the last of a few words in quotation marks with a capital: «Қара ту»."""
    for opening, word in enumerate(words):
        if word.text not in _OPENING or not any(
            each.text[:1].isupper() for each in words[opening + 1 : opening + 2]
        ):
            continue
        inside = list(words[opening + 1 : opening + 2 + _LONGEST_NAME])
        closing = next((at for at, each in enumerate(inside) if each.text in _CLOSING), 0)
        plain = all(each.pos in ("NOUN", "PROPN", "ADJ") for each in inside[:closing])
        if closing and plain and inside[closing - 1].pos == "NOUN":
            last = inside[closing - 1]
            last.reading = replace(last.reading, pos="PROPN")
        elif closing > 1 and plain and inside[closing - 1].reading.has("Case=Loc"):
            for part in inside[: closing - 1]:  # "Жұлдыз сити холлдағы" шабуыл: where it was
                part.head, part.dep, part.entity = opening + closing, "compound", "FAC"


def name_actions(words: Sequence[Word]) -> None:
    """Make nouns of bare infinitives before a possessed noun: "денсаулық сақтау министрлігі"."""
    for place in range(len(words) - 1):
        reading, following = words[place].reading, words[place + 1]
        if following.text in _CLOSING and place + 2 < len(words):
            following = words[place + 2]  # «Адам өлтіру» бабы
        bare = reading.has("VerbForm=Vnoun") and reading.case == "Nom" and not reading.possessed
        if bare and words[place].pos == "VERB" and following.pos == "NOUN" and following.reading.possessed:
            words[place].reading = replace(reading, pos="NOUN")


def set_aside(words: Sequence[Word]) -> None:
    """Hang an abbreviation in brackets on the name before it: "«Қара ту» (ҚТ) ұйымы"; so a second name."""
    for place in range(2, len(words) - 2):
        if words[place].text == "(" and words[place - 1].text in _CLOSING and words[place - 2].nominal:
            _set_aside_name(words, place)
    for place in range(1, len(words) - 2):
        opening, short, closing = words[place : place + 3]
        if opening.text == "(" and closing.text == ")" and short.text.isupper() and short.head < 0:
            named = place - 2 if words[place - 1].text in _CLOSING and place > 1 else place - 1
            if words[named].nominal:
                short.head, short.dep, short.entity = named, "appos", ""


def _set_aside_name(words: Sequence[Word], place: int) -> None:
    """Hang a name in quotation marks and brackets on the one before: "«Қара ту» («Ту сарбаздары») тобы"."""
    inside = list(words[place + 1 : place + 4 + _LONGEST_NAME])
    closing = next((at for at, each in enumerate(inside) if each.text == ")"), 0)
    if closing < 3 or inside[0].text not in _OPENING or inside[closing - 1].text not in _CLOSING:
        return
    name = [each for each in inside[1 : closing - 1] if each.pos in ("NOUN", "PROPN", "ADJ")]
    if len(name) != closing - 2 or any(each.head >= 0 for each in name):
        return
    for each in name[:-1]:
        each.head, each.dep = place + closing - 1, "compound"
    name[-1].head, name[-1].dep, name[-1].entity = place - 2, "appos", ""
