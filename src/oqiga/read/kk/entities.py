"""Names in Kazakh: people, bodies, places, times, by a small tagger trained on KazNERD.

A linear tagger: every word votes for the tags of itself and its neighbours by its form, ending, shape; the
tag before votes too. Votes of a word are summed once and kept, so tagging costs a few additions a word.
Trained by `oqiga.train.kazakh_ner`; the model card is in docs/kazakh.md.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from oqiga.read.kk.neighbours import base_of, is_counted
from oqiga.read.kk.vocabulary import vocabulary
from oqiga.read.kk.words import Word, listed
from oqiga.read.languages import language_pack

OFFSETS = (-2, -1, 0, 1, 2)
"""Neighbours whose words vote for a tag."""
_NAMES = {
    "PERSON": "PERSON", "GPE": "GPE", "ORGANISATION": "ORG", "LOCATION": "LOC", "FACILITY": "FAC",
    "NORP": "NORP", "DATE": "DATE", "TIME": "TIME",
}  # fmt: skip
"""Classes of KazNERD that reading uses, and what the common syntax calls them."""
_WEIGHTS = "names.npz"
_SHORTEST_LAND = 4
"""Letters of a place from which a demonym may be made: not айлық, of a month."""


class Tagger:
    """The trained votes. tags: BIO tags of KazNERD by number."""

    def __init__(
        self,
        keys: npt.NDArray[np.uint32],
        votes: npt.NDArray[np.int8],
        moves: npt.NDArray[np.float32],
        tags: Sequence[str],
    ) -> None:
        self.keys = keys
        self.votes = votes
        self.moves = moves
        self.tags = list(tags)
        self._of_word: dict[tuple[str, bool], npt.NDArray[np.float32]] = {}

    def tag(self, forms: Sequence[str]) -> list[str]:
        """Return the tag of each word of a sentence. forms: Cyrillic, as written."""
        scores = np.zeros((len(forms), len(self.tags)), dtype=np.float32)
        for place, form in enumerate(forms):
            votes = self._word_votes(form, first=place == 0)
            for row, offset in enumerate(OFFSETS):
                target = place - offset
                if 0 <= target < len(forms):
                    scores[target] += votes[row]
        chosen, found = len(self.tags), []
        for row_scores in scores:
            chosen = int((row_scores + self.moves[chosen]).argmax())
            found.append(self.tags[chosen])
        return found

    def _word_votes(self, form: str, *, first: bool) -> npt.NDArray[np.float32]:
        """Return what a word says of its neighbours' tags, one row for each offset."""
        key = (form, first)
        known = self._of_word.get(key)
        if known is None:
            known = np.zeros((len(OFFSETS), len(self.tags)), dtype=np.float32)
            for row, offset in enumerate(OFFSETS):
                hashes = np.array(
                    [hashed(each, offset) for each in features(form, offset, first=first)], dtype=np.uint32
                )
                rows = np.searchsorted(self.keys, hashes)
                rows[rows == len(self.keys)] = 0
                known[row] = self.votes[rows[self.keys[rows] == hashes]].sum(axis=0, dtype=np.float32)
            if len(self._of_word) > 100_000:
                self._of_word.clear()
            self._of_word[key] = known
        return known


def hashed(feature: str, offset: int) -> int:
    """Return the number under which the votes of a feature are kept."""
    return zlib.crc32(f"{offset}{feature}".encode())


def features(form: str, offset: int, *, first: bool) -> list[str]:
    """Return what is looked at in a word that stands `offset` words from the tagged one."""
    lower = form.lower()
    found = [f"w{lower}", f"s{lower[-3:]}"]
    if abs(offset) < 2:
        found += [f"x{_shape(form)}", f"t{lower[-2:]}", f"p{lower[:4]}"]
    if offset == 0:
        found += [
            f"r{lower[:3]}",
            f"f{lower[-4:]}",
            f"e{lower[-5:]}",
            f"q{lower[:5]}",
            f"x{_shape(form)}{first}",
            f"h{_shape(form)}{lower[-3:]}",
            "b",
        ]
    return found


def _shape(form: str) -> str:
    """Return the shape of a word: capital, all capitals, digits, signs."""
    if form[:1].isdigit():
        return f"d{min(len(form), 5)}" if form.isdigit() else "m"
    if form.isupper() and len(form) > 1:
        return "A"
    if form[:1].isupper():
        return "c-" if "-" in form else "c"
    return "a" if form[:1].isalpha() else form[:1]


@lru_cache(maxsize=1)
def lands() -> frozenset[str]:
    """Return lands and towns, in lower case, that a demonym may be made of though they are known nouns."""
    return frozenset(language_pack("kk").lexicon("vocabulary")["lands"].split())


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """Return the trained tagger, read once."""
    with (files("oqiga.read.kk") / "weights" / _WEIGHTS).open("rb") as source, np.load(source) as stored:
        return Tagger(stored["keys"], stored["votes"], stored["moves"], [str(tag) for tag in stored["tags"]])


def label(words: Sequence[Word]) -> None:
    """Set the entity of each word that belongs to a name."""
    for word, tag in zip(words, tagger().tag([word.text for word in words]), strict=True):
        kind = _NAMES.get(tag.partition("-")[2], "")
        if kind and word.pos != "PUNCT":
            word.entity = "" if kind == "PERSON" and word.reading.lemma in listed()["offices"] else kind
    for place, word in enumerate(words):
        if _precedes_day(words, place):
            word.entity = "GPE"  # "*Кабулда* 5 маусым күні"
        if _is_surname(words, place):
            words[place - 1].entity = word.entity = "PERSON"
        if word.reading.lemma in listed()["town_months"] and _has_day(words, place):
            word.entity = "DATE"
        if word.reading.lemma in listed()["weekdays"] and word.reading.case == "Loc":
            word.entity = "DATE"  # "Бейсенбіде *Корма* ауылында": a day, and no first name
        if _names_settlement(words, place):
            word.entity = "GPE"
        if _is_demonym(words, place):
            word.entity = "NORP"
        elif word.reading.lemma in lands() and _stands_alone(words, place):
            word.entity = "GPE"


def _precedes_day(words: Sequence[Word], place: int) -> bool:
    """Tell whether a name in the locative was taken for the beginning of the date behind it."""
    word, days = words[place], listed()["weekdays"]
    named = word.pos == "PROPN" and word.reading.case == "Loc" and word.reading.lemma not in days
    following = words[place + 1] if place + 1 < len(words) else word
    dated = following.pos == "NUM" or following.reading.lemma in days
    return word.entity == "DATE" and named and dated


def _has_day(words: Sequence[Word], place: int) -> bool:
    """Tell whether a number stands behind a month that is also a town: "*қазанның* 30-нан 31-не"."""
    behind = words[place + 1 : place + 2]
    return bool(behind) and behind[0].pos == "NUM" and words[place].reading.case in ("Nom", "Gen")


def _names_settlement(words: Sequence[Word], place: int) -> bool:
    """Tell whether a name taken for a person's is that of a settlement: "*Қорған* ауылында"."""
    behind = words[place + 1 : place + 2]
    first = words[place - 1].entity if place else ""
    ranked = (
        bool(behind) and behind[0].reading.lemma in listed()["settlements"] and behind[0].reading.possessed
    )
    return (
        ranked
        and words[place].entity == "PERSON"
        and first != "PERSON"
        and words[place].reading.case == "Nom"
    )


def _is_surname(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word taken for a place is somebody's, behind his first name: "Серік *Омаровқа*"."""
    word, first = words[place], words[place - 1]
    named = place > 0 and first.pos == word.pos == "PROPN" and first.text[:1].isupper()
    taken = word.entity in _PLACES and first.entity in ("", "PERSON", word.entity)
    lands_named = {first.reading.lemma, word.reading.lemma} & lands()
    ends = word.reading.lemma.endswith(tuple(listed()["surname_ends"]))
    return named and taken and ends and not lands_named and not word.text.isupper()


_PLACES = ("GPE", "LOC")
_MISTAKEN = ("ORG", "PERSON")
"""What the tagger sometimes takes a land for."""


def _stands_alone(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word with a capital is no part of a longer name: "Ресей" tagged as nothing or a body."""
    word = words[place]
    beside = [*words[max(0, place - 1) : place], *words[place + 1 : place + 2]]
    within = any(each.entity == word.entity for each in beside)
    within = within and not _behind_body(words, place)
    return word.text[:1].isupper() and (not word.entity or (word.entity in _MISTAKEN and not within))


def _behind_body(words: Sequence[Word], place: int) -> bool:
    """Tell whether a land stands behind the noun that ends the name of a body: "министрлігі *Израиль* …"."""
    before, behind = words[place - 1], words[place + 1 : place + 2]
    ends = place > 0 and before.reading.possessed and before.reading.lemma in listed()["bodies"]
    return ends and not any(each.entity == words[place].entity for each in behind)


def _is_demonym(words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun says where people come from: "450 палестиналық", 450 Palestinians.

    What it is made of is a land of the lexicon, or behind a number a word that is no common noun.
    """
    word = words[place]
    base = base_of(word.reading.lemma)
    if word.pos not in ("NOUN", "ADJ") or len(base) < _SHORTEST_LAND:
        return False
    return base in lands() or (is_counted(words, place) and base not in vocabulary().nouns)
