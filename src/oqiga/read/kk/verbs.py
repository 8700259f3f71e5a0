"""Verb groups of Kazakh: the main verb stands first, auxiliaries behind it say when and whether."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.read.kk.words import Word, listed


def group_verbs(words: Sequence[Word]) -> None:
    """Hang auxiliaries on the verb they lean on, which takes over what they say about time and form."""
    main = -1
    for place, word in enumerate(words):
        if main >= 0 and _leans(words[main], word, place - main):
            word.head, word.dep = main, "aux"
            if word.lower in listed()["required"]:
                word.reading = replace(word.reading, pos="AUX")
            words[main].extra |= word.reading.feats - {"VerbForm=Conv"}
            if word.reading.has("VerbForm=Conv"):
                words[main].extra |= {"Chain=Conv"}
            elif word.pos != "PART":
                words[main].extra |= {"Chain=End"}
        elif word.head < 0 and (word.pos == "VERB" or _states(words, place)):
            main = place
        elif word.pos not in ("PART", "ADV"):
            main = -1


def _states(words: Sequence[Word], place: int) -> bool:
    """Tell whether "there is not" and the like stand before the copula that says so: "жоқ екенін"."""
    behind = words[place + 1] if place + 1 < len(words) else None
    return words[place].pos == "AUX" and behind is not None and behind.reading.lemma == "е"


def _leans(main: Word, word: Word, distance: int) -> bool:
    """Tell whether a word is an auxiliary of the verb before it."""
    if distance > 3 or word.head >= 0:
        return False
    last = form_of(main)
    if word.lower in listed()["intended"]:
        return last in ("infinitive", "participle") or "VerbForm=Vnoun" in main.extra
    if word.pos == "AUX":
        return last in ("participle", "converb", "finite")
    stem = word.reading.lemma.removesuffix("у")
    helper = word.pos == "VERB" and (
        stem in listed()["auxiliaries"]
        or stem + "й" in listed()["auxiliaries"]
        or word.lower in listed()["auxiliaries"]
    )
    if not helper:
        return False
    if last == "converb":
        return distance == 1 and main.reading.lemma != "деу"
    return (
        last == "participle"
        and main.reading.case in ("", "Nom")
        and not main.reading.possessed
        and word.reading.lemma == "болу"
        and distance == 1
    )


def form_of(word: Word) -> str:
    """Return "finite", "participle", "infinitive" or "converb", by the last auxiliary if it has any."""
    feats = word.extra if "Chain=End" in word.extra else word.reading.feats
    for mark, form in (
        ("VerbForm=Fin", "finite"),
        ("VerbForm=Part", "participle"),
        ("VerbForm=Vnoun", "infinitive"),
    ):
        if mark in feats:
            return form
    return "converb"


def case_of(word: Word) -> str:
    """Return the case of a verb group, "" when it has none."""
    feats = word.extra if "Chain=End" in word.extra else word.reading.feats
    return next((feat[5:] for feat in feats if feat.startswith("Case=")), "")


def possessed(word: Word) -> bool:
    """Tell whether a possessive of the third person stands on a verb group."""
    feats = word.extra if "Chain=End" in word.extra else word.reading.feats
    return "Person[psor]=3" in feats
