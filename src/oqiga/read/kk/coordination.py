"""Lists in Kazakh: "сатушы мен күзетші", "үш полицей, екі сарбаз және бір тұрғын"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.read.kk.vocabulary import Analysis
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
        if (body := _named_for_both(words, left, right)) is not None:
            words[left].head, words[left].dep = body, "compound"
            word.head, word.dep = left, "cc"
            continue
        if _lands_of_one(words, left, place + 1):
            words[left].head, words[left].dep = place + 1, "conj"
            word.head, word.dep = left, "cc"
            continue
        first = _first_of_list(words, left)
        for member in _between(words, first, left):
            words[member].head, words[member].dep = first, "conj"
        words[right].head, words[right].dep = first, "conj"
        word.head, word.dep = right, "cc"
        words[first].reading = _recased(words[first], words[right])


def _named_for_both(words: Sequence[Word], left: int, right: int) -> int | None:
    """Return the body named for two things: "білім және ғылым *министрлігі*"; None for a list of two.

    So a body of two lands: "Ирак және Левант лаңкестік *ұйымы*".
    """
    second = words[left + 2]
    body = second.head if second.dep == "compound" else right
    named, first = words[body].reading, words[left]
    of_lands = named.lemma in listed()["joint"] and first.entity == "GPE"
    if not named.possessed or not (of_lands or (body == right and named.lemma in listed()["offices"])):
        return None
    noun = first.pos in ("NOUN", "PROPN") and (first.entity in ("", "ORG") or of_lands)
    beside = noun and first.reading.case in ("", "Nom")
    alone = first.reading.lemma not in listed()["offices"] and not first.reading.possessed
    led = all(words[at].head == body and words[at].dep == "amod" for at in range(left + 3, body))
    return body if beside and alone and led and second.head == body else None


def _lands_of_one(words: Sequence[Word], left: int, second: int) -> bool:
    """Tell whether two lands lead to one noun: "*Сирия мен Ирактағы* топ", "Иран мен Ирактың шекарасы"."""
    return words[left].entity == words[second].entity == "GPE" and words[second].head > second


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
