"""Lists in Kazakh: "сатушы мен күзетші", "үш полицей, екі сарбаз және бір тұрғын"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.read.kk.morphology import Analysis
from oqiga.read.kk.words import Word, listed

_FARTHEST = 8


def join_lists(words: Sequence[Word]) -> None:
    """Hang the later members of a list on the first, which takes the case of the last."""
    for place, word in enumerate(words):
        if word.lower not in listed()["joiners"] or word.head >= 0 or not 0 < place < len(words) - 1:
            continue
        left, right = _head_before(words, place), _head_behind(words, place)
        if left is None or right is None or words[left].pos == "PRON":
            continue
        if word.lower in listed()["with"] and words[left].reading.case not in ("", "Nom"):
            continue
        if _named_for_both(words, left, right):
            words[left].head, words[left].dep = right, "compound"
            word.head, word.dep = left, "cc"
            continue
        first = _first_of_list(words, left)
        for member in _between(words, first, left):
            words[member].head, words[member].dep = first, "conj"
        words[right].head, words[right].dep = first, "conj"
        word.head, word.dep = right, "cc"
        words[first].reading = _recased(words[first], words[right])


def _named_for_both(words: Sequence[Word], left: int, right: int) -> bool:
    """Tell whether a body is named for two things: "білім және ғылым министрлігі", no list of two."""
    body = words[right].reading.lemma in listed()["offices"] and words[right].reading.possessed
    noun = words[left].pos in ("NOUN", "PROPN") and words[left].entity in ("", "ORG")
    beside = noun and words[left].reading.case in ("", "Nom")
    alone = words[left].reading.lemma not in listed()["offices"] and not words[left].reading.possessed
    shared = words[right - 1].head == right and words[right - 1].dep == "compound"
    return body and beside and alone and shared and right - left == 3


def _recased(first: Word, last: Word) -> Analysis:
    """Return the reading of the first member with the case that only the last carries."""
    reading = first.reading
    if reading.case in ("", "Nom") and last.reading.case not in ("", "Nom"):
        feats = frozenset(feat for feat in reading.feats if not feat.startswith("Case=")) | {
            f"Case={last.reading.case}"
        }
        return replace(reading, feats=feats)
    return reading


def _head_before(words: Sequence[Word], place: int) -> int | None:
    before = place - 1
    if before >= 0 and words[before].text in ("»", "”", '"', ")") and before:
        before -= 1
    word = words[before]
    return before if word.head < 0 and (word.nominal or word.pos == "NUM") else None


def _head_behind(words: Sequence[Word], place: int) -> int | None:
    """Return the head of the phrase that begins behind a joiner."""
    for following in range(place + 1, min(len(words), place + _FARTHEST)):
        word = words[following]
        if word.pos in ("PUNCT", "VERB", "CCONJ") and word.text not in ("«", "»", "“", "”", '"'):
            return None
        if word.head < 0 and (word.nominal or word.pos == "NUM"):
            return following
    return None


def _first_of_list(words: Sequence[Word], last: int) -> int:
    """Return the head of the first member of a list whose members commas join."""
    first = last
    for _ in range(_FARTHEST):
        comma = _start_of(words, first) - 1
        if comma < 1 or words[comma].text != ",":
            break
        before = comma - 1
        word = words[before]
        if word.head >= 0 or word.reading.case != words[last].reading.case:
            break
        if word.pos != "NOUN" and not word.entity == words[last].entity == "PERSON":
            break
        first = before
    return first


def _start_of(words: Sequence[Word], head: int) -> int:
    start = head
    while start > 0 and words[start - 1].head >= start and words[start - 1].dep != "compound:lvc":
        start -= 1
    return start


def _between(words: Sequence[Word], first: int, last: int) -> list[int]:
    return [place for place in range(first + 1, last + 1) if words[place].head < 0 and words[place].nominal]
