"""What a Kazakh word can be: stem, part of speech, features, by its endings and the known stems.

Words of closed classes are looked up; the rest is cut into stem and one lawful chain of suffixes. A known
stem beats an unknown one, a longer known stem a shorter one; for unknown words only plain nominal readings
and endings that no noun has are believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from oqiga.read.kk.endings import Ending, endings, sounds
from oqiga.read.kk.vocabulary import Analysis, Vocabulary, vocabulary

_VERBAL = frozenset({"verb", "participle", "infinitive", "converb"})
ABOUT = "Hedge=About"
"""The feature of a numeral whose ending makes it a rough one: "жүздей адам", about a hundred people."""
_LONGEST = 40
"""Letters of a word that is looked at; nothing longer is a word."""
_SHORTEST_PASSIVE = 4
"""Letters of a stem that may be a passive: сал, ал, бол, кел only end like one."""
_SOFTENED = {"б": "п", "г": "к", "ғ": "қ"}
"""Last sounds of a stem before a vowel, and what they are in the dictionary form."""


@lru_cache(maxsize=65_536)
def analyses(word: str) -> tuple[Analysis, ...]:
    """Return the readings of a word in lower case Cyrillic letters, the likeliest first; never empty."""
    word = word[:_LONGEST]
    known = vocabulary().closed.get(word)
    if known is not None:
        return known
    found = sorted(_of_facts(word) or _of_pluperfect(word) or _readings(word), key=_rank)
    plain = Analysis(word, "NOUN", frozenset({"Case=Nom", "Number=Sing"}), known=False, stem=len(word))
    return (*found[:6], plain) if found else (plain,)


def _of_facts(word: str) -> list[Analysis]:
    """Return the readings of a participle that tells a fact: "*болғандығын* растады", like "болғанын"."""
    for infix in vocabulary().fact:
        before, _, behind = word.partition(infix)
        if behind and before.endswith(vocabulary().past):
            told = _readings(before + behind)
            return [each for each in told if {"VerbForm=Part", "Person[psor]=3"} <= each.feats]
    return []


def _of_pluperfect(word: str) -> list[Analysis]:
    """Return the readings of a participle whose hyphened ending closes a sentence: "мерт *болған-ды*"."""
    before, hyphen, end = word.rpartition("-")
    if hyphen + end not in vocabulary().pluperfect:
        return []
    past = [each for each in analyses(before) if {"VerbForm=Part", "Tense=Past"} <= each.feats]
    closing = frozenset({"VerbForm=Fin", "Tense=Past", "Person=3"})
    return [
        replace(each, feats=closing | {feat for feat in each.feats if feat.startswith(("Voice", "Polarity"))})
        for each in past
        if each.pos == "VERB"
    ]


def _rank(reading: Analysis) -> tuple[bool, bool, int, int]:
    """Known stems first, the longest first; words kept by hand before those from text."""
    own = reading.pos != "VERB" and reading.lemma in vocabulary().own_nouns
    return (not reading.known, not own, -reading.stem, len(reading.feats))


def _readings(word: str) -> Iterator[Analysis]:
    table, rules, known = endings(), sounds(), vocabulary()
    for cut in range(1, len(word) + 1):
        stem, rest = word[:cut], word[cut:]
        if rest in known.about and stem in known.numerals and rules.joins(stem, rest):
            yield Analysis(stem, "NUM", frozenset({"Case=Nom", ABOUT}), known=True, stem=len(stem))
        found = table.get(rest)
        if found is None or not rules.joins(stem, rest):
            continue
        for ending in found:
            yield from _reading(stem, ending, known)


def _reading(stem: str, ending: Ending, known: Vocabulary) -> Iterator[Analysis]:
    if ending.kind in _VERBAL:
        base = _verb_stem(stem, ending, known)
        if base is not None:
            yield _verbal(base, ending, known=True)
        elif len(stem) > 3 and _unmistakable(ending):
            yield _verbal(stem, ending, known=False)
        return
    base = _noun_stem(stem, ending, known)
    if base is None and len(stem) < 2:
        return
    yield Analysis(
        base or _hardened(stem, ending),
        "ADJ" if ending.kind == "attributive" else "NUM" if base in known.numerals else "NOUN",
        ending.feats,
        known=base is not None,
        stem=len(stem) if base is not None else -len(stem),
    )


def _unmistakable(ending: Ending) -> bool:
    """Tell whether an ending makes a verb of any stem: no noun ends like this."""
    text = ending.text
    if ending.kind == "verb":
        return len(text) > 2 and not {"Mood=Opt", "Tense=Fut"} & ending.feats
    return ending.kind == "participle" and len(text) > 2


def _verb_stem(stem: str, ending: Ending, known: Vocabulary) -> str | None:
    vowel = ending.text[:1] in "ыіауе" and ending.text != ""
    if stem in known.changed_verbs and vowel:
        return known.changed_verbs[stem]
    return stem if stem in known.verbs and ending.text else None


def _noun_stem(stem: str, ending: Ending, known: Vocabulary) -> str | None:
    if stem in known.nouns:
        return stem
    if (loan := _loan(stem, ending, known)) is not None:
        return loan
    if ending.text[:1] in ("ы", "і"):
        if stem in known.changed_nouns:
            return known.changed_nouns[stem]
        hard = _hardened(stem, ending)
        return hard if hard in known.nouns else None
    return None


def _loan(stem: str, ending: Ending, known: Vocabulary) -> str | None:
    """Return the dictionary form of a loan that its ending changes: журналис-тер, лагер-і, теракті-ні."""
    if stem.endswith("с") and ending.text[:1] == "т" and stem + "т" in known.nouns:
        return stem + "т"
    if ending.text and stem + "ь" in known.nouns:
        return stem + "ь"
    if stem.endswith(("кті", "кты")) and ending.text and stem[:-1] in known.nouns:
        return stem[:-1]
    return None


def _hardened(stem: str, ending: Ending) -> str:
    """Return the dictionary form of a stem that a vowel has softened: бөліг-і is бөлік."""
    if ending.text[:1] in ("ы", "і") and stem[-1:] in _SOFTENED:
        return stem[:-1] + _SOFTENED[stem[-1]]
    return stem


def _verbal(stem: str, ending: Ending, *, known: bool) -> Analysis:
    feats, pos = ending.feats, "VERB"
    lemma = infinitive(stem + _negation_of(ending)) if "Polarity=Neg" in feats else infinitive(stem)
    if ending.kind == "participle" and _substantive(ending):
        pos, lemma = "NOUN", stem + _participle_of(ending)
    if ending.kind == "infinitive" and "Number=Plur" in feats:
        pos = "NOUN"
    return Analysis(lemma, pos, feats | _voice(stem), known, len(stem) + (0 if known else -99))


def _negation_of(ending: Ending) -> str:
    """Return the negative suffix at the start of a chain: a negative verb is a word of its own, ұсталмау."""
    return ending.text[:2] if ending.text[:1] in "мбп" else ""


def _substantive(ending: Ending) -> bool:
    """Tell whether a participle stands for people: it has a plural, or a case no clause takes."""
    return "Number=Plur" in ending.feats or (
        "Person[psor]=3" not in ending.feats and bool({"Case=Acc", "Case=Gen"} & ending.feats)
    )


def _participle_of(ending: Ending) -> str:
    """Return the bare participle suffix at the start of a chain."""
    return next((ending.text[:size] for size in (3, 5, 4) if _bare(ending.text[:size])), "ған")


def _bare(text: str) -> bool:
    return any(each.kind == "participle" and each.slots == 1 for each in endings().get(text, ()))


def infinitive(stem: str) -> str:
    """Return the dictionary form of a verb stem: тап is табу, шек is шегу, жой is жою."""
    paired, _, stem = stem.rpartition("-")
    if paired:  # "ұрып-соқ" is ұрып-соғу
        return f"{paired}-{infinitive(stem)}"
    softened = {"п": "б", "к": "г", "қ": "ғ"}.get(stem[-1:])
    between = stem[-2:-1] in sounds().vowels  # қорқ is қорқу: no vowel before
    if softened and between and (len(stem) < 5 or stem.endswith(("ік", "ық"))):
        return stem[:-1] + softened + "у"
    if stem[-1:] in ("й", "и"):
        return stem.removesuffix("й") + "ю"
    return (stem[:-1] if stem[-1:] in ("ы", "і") else stem) + "у"


def _voice(stem: str) -> frozenset[str]:
    """Return the passive feature of a stem that ends like one and whose base is a verb too."""
    known = vocabulary()
    if len(stem) < _SHORTEST_PASSIVE or stem in known.middle:
        return frozenset({"Voice=Act"})
    for suffix in ("ыл", "іл", "л", "ын", "ін", "н"):
        base = stem.removesuffix(suffix) if stem.endswith(suffix) else ""
        softened = suffix[0] in "ыі" and known.changed_verbs.get(base) in known.verbs  # тағыл is of тақ
        if base in known.verbs or softened:
            return frozenset({"Voice=Pass"})
    return frozenset({"Voice=Act"})
