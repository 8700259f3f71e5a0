"""What clauses of one Kazakh sentence have in common: a shared subject, two facts set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.read.kk.words import Word, listed


def share_subjects(words: Sequence[Word]) -> None:
    """Give the subject of an adverbial clause to a later verb that has none: both have it in common."""
    owned = {word.head for word in words if word.dep.startswith(("nsubj", "csubj"))}
    for word in words:
        verb = words[word.head]
        if not word.dep.startswith("nsubj") or verb.dep != "advcl" or verb.head in owned:
            continue
        governor = words[verb.head]
        if governor.pos == "VERB" and governor is not verb:
            owned.add(verb.head)
            word.dep = "nsubj:pass" if governor.reading.has("Voice=Pass") else "nsubj"
            word.head = verb.head


def tell_conditions(words: Sequence[Word]) -> None:
    """Let "… түссе, … алды" set two facts side by side: a condition has "егер", or looks ahead."""
    if any(word.lower in listed()["conditions"] for word in words):
        return
    for place, word in enumerate(words):
        if word.reading.has("Mood=Cnd") and _told_beside(words, place):
            word.reading = replace(word.reading, feats=word.reading.feats - {"Mood=Cnd"})


def _told_beside(words: Sequence[Word], place: int) -> bool:
    """Tell whether a verb in -са stands beside one in the past, its governor or the first behind it."""
    governor = words[place].head
    if governor == place:
        behind = (at for at in range(place + 1, len(words)) if words[at].head == place)
        governor = next((at for at in behind if words[at].dep == "conj"), place)
    return governor != place and words[governor].reading.has("Tense=Past")
