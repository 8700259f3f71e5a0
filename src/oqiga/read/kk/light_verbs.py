"""Kazakh verbs of two words: the noun of a light verb ("қаза" of "қаза тапты") hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from oqiga.read.kk.morphology import infinitive
from oqiga.read.kk.words import Word, listed, persons
from oqiga.read.languages import language_pack


@lru_cache(maxsize=1)
def _light() -> frozenset[tuple[str, ...]]:
    closed = language_pack("kk").lexicon("closed")
    return frozenset(tuple(str(each).split()) for each in (*closed["light"], *closed["light_bare"]))


@lru_cache(maxsize=1)
def _light_bare() -> frozenset[str]:
    listed = language_pack("kk").lexicon("closed")["light_bare"]
    return frozenset(str(each).split()[0] for each in listed)


def join_light_verbs(words: Sequence[Word]) -> None:
    """Hang the noun of a light verb on it ("қаза" on "тапты"), so that it is no argument."""
    for place in range(len(words) - 1):
        noun, verb = words[place], words[place + 1]
        if noun.pos == "PUNCT" or not _verbal(verb) or _is_victim(words, place):
            continue
        forms = {noun.lower, noun.reading.lemma}
        if any((form, verb_lemma(verb)) in _light() for form in forms):
            noun.head, noun.dep = place + 1, "compound:lvc"
            if place and words[place - 1].pos == "NUM" and _counted(noun, words[place - 1]):
                words[place - 1].head, words[place - 1].dep = place, "nummod"  # "үш оқ атты": three shots
            if noun.pos == "VERB":
                noun.reading = replace(noun.reading, pos="NOUN")
            if (
                place
                and words[place - 1].head < 0
                and any((words[place - 1].lower, form, verb_lemma(verb)) in _light() for form in forms)
            ):
                words[place - 1].head, words[place - 1].dep = place + 1, "compound:lvc"
            elif place and noun.reading.possessed and _of_kind(words[place - 1]):
                words[place - 1].head, words[place - 1].dep = place, "compound"  # "әуе шабуылы жасады"


def _counted(noun: Word, number: Word) -> bool:
    """Tell whether a number counts the noun of a light verb, and nobody: shots, strikes, attacks."""
    return noun.lower in listed()["counted_light"] and not number.reading.possessed


def _of_kind(word: Word) -> bool:
    """Tell whether a bare noun for a thing only says which kind of thing the noun behind it is."""
    bare = word.pos == "NOUN" and word.reading.case in ("", "Nom") and not word.reading.possessed
    somebody = (
        word.reading.lemma in persons() | listed()["bodies"]
    )  # "топ мойнына алмады": it is they who did not
    return bare and word.head < 0 and not word.entity and not somebody


def _is_victim(words: Sequence[Word], place: int) -> bool:
    """Tell whether a noun for people is counted or marked as an object: then it is no part of "to murder"."""
    noun = words[place]
    if noun.reading.lemma not in _light_bare():
        return False
    return "Case=Acc" in noun.reading.feats or (place > 0 and words[place - 1].pos == "NUM")


def _verbal(word: Word) -> bool:
    return word.pos == "VERB" or "VerbForm=Part" in word.reading.feats


def verb_lemma(word: Word) -> str:
    """Return the dictionary form of a verb, also of a participle that stands for people."""
    if word.pos == "VERB":
        return word.reading.lemma
    return infinitive(word.reading.lemma[:-3])
