"""Dictionary forms of Russian words, chosen to agree with what the tagger says of the word in place."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pymorphy3

_PARTS = {
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "AUX": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "ADJ": {"ADJF", "ADJS", "PRTF", "PRTS", "COMP"},
    "ADV": {"ADVB", "COMP", "PRED"},
    "NUM": {"NUMR"},
    "PRON": {"NPRO"},
    "DET": {"ADJF", "NPRO"},
    "ADP": {"PREP"},
    "CCONJ": {"CONJ"},
    "SCONJ": {"CONJ"},
    "PART": {"PRCL"},
}
"""UD parts of speech to those of the dictionary (OpenCorpora)."""

_VALUES = {
    "Case=Nom": "nomn", "Case=Gen": "gent", "Case=Dat": "datv", "Case=Acc": "accs", "Case=Ins": "ablt",
    "Case=Loc": "loct", "Number=Sing": "sing", "Number=Plur": "plur", "Gender=Masc": "masc",
    "Gender=Fem": "femn", "Gender=Neut": "neut", "Animacy=Anim": "anim", "Animacy=Inan": "inan",
    "Aspect=Perf": "perf", "Aspect=Imp": "impf", "Voice=Pass": "pssv",
}  # fmt: skip
_VALUES_GENDER = {"masc": "Gender=Masc", "femn": "Gender=Fem", "neut": "Gender=Neut"}
_ONLY_FEMININE = (("Case=Gen", "ы"), ("Case=Dat", "е"))
"""Endings that no masculine name has in the singular of a case."""
_ONLY_MASCULINE = (("Case=Dat", "у"), ("Case=Ins", "ом"))
"""Endings that no feminine name has in the singular of a case; without them the name is in the nominative."""
_SURNAMES = ("ову", "еву", "ину")
"""Ends of surnames, which the dictionary declines."""
_OF_FATHERS = ("кызы", "гызы", "оглы", "уулу", "улы")
"""Ends of surnames of Turkic form, a daughter's or son's of somebody, which do not decline: «Сериккызы»."""
_SHORT_NAME = 6
"""Letters up to which a name is not told by such an end («Булы»)."""
_FORMS = {"Fin": {"VERB"}, "Inf": {"INFN"}, "Part": {"PRTF", "PRTS"}, "Conv": {"GRND"}}


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=4096)
def _readings(word: str) -> tuple[Any, ...]:
    """Return all that the dictionary takes a word for; it is asked of each word for several things."""
    return tuple(_dictionary().parse(word))


@lru_cache(maxsize=65536)
def lemma(word: str, tag: str) -> str:
    """Return the dictionary form in lower case, with е for ё.

    word: in lower case. tag: as the tagger writes it, "NOUN|Animacy=Anim|Case=Gen|…". Participles give their
    verb; see `noun_lemma` for those that stand for people.
    """
    if not word.isalpha() and "-" not in word:
        return word
    chosen = _best(word, tag)
    if chosen is None:
        return _plain(word)
    if tag.startswith("NOUN") and chosen.tag.POS == "PRTF":
        return _masculine(chosen)
    return _plain(chosen.normal_form)


@lru_cache(maxsize=16384)
def noun_lemma(word: str, tag: str) -> str:
    """Return the dictionary form of a participle or adjective used as a noun: "погибших" gives "погибший"."""
    case = next(
        (_VALUES[feat] for feat in tag.split("|") if feat in _VALUES and feat.startswith("Case=")), ""
    )
    every = _readings(word)
    parses = [parse for parse in every if case in parse.tag.grammemes] or every
    for parts in ({"NOUN"}, {"PRTF"}, {"ADJF"}):
        for parse in parses:
            if parse.tag.POS in parts:
                if "NOUN" in parts:
                    return _plain(parse.normal_form)
                return _masculine(parse)
    return lemma(word, tag)


@lru_cache(maxsize=16384)
def short_participle(word: str) -> str | None:
    """Return the tag of a word, in lower case, that can only be a short passive participle: «зарезаны»."""
    parses = _readings(word)
    if not all(parse.tag.POS == "PRTS" and parse.is_known for parse in parses):
        return None
    tag = parses[0].tag
    number = "Plur" if "plur" in tag.grammemes else "Sing"
    gender = next((value for key, value in _VALUES_GENDER.items() if key in tag.grammemes), "")
    told = ("Aspect=Perf" if "perf" in tag.grammemes else "Aspect=Imp", gender, f"Number={number}")
    past = ("Tense=Past", "Variant=Short", "VerbForm=Part", "Voice=Pass")
    return "|".join(("VERB", *filter(None, told), *past))


@lru_cache(maxsize=16384)
def full_participle(word: str, tag: str) -> str | None:
    """Return the tag of a word, in lower case, that can only be an active participle: «отколовшаяся».

    tag: of a noun, as which it was taken; its case, gender and number stay.
    """
    parses = _readings(word)
    if not all({"PRTF", "actv"} <= parse.tag.grammemes and parse.is_known for parse in parses):
        return None
    kept = [feat for feat in tag.split("|") if feat.startswith(("Case=", "Gender=", "Number="))]
    tense = "Tense=Past" if "past" in parses[0].tag.grammemes else "Tense=Pres"
    aspect = "Aspect=Perf" if "perf" in parses[0].tag.grammemes else "Aspect=Imp"
    return "|".join(("VERB", aspect, *kept, tense, "VerbForm=Part", "Voice=Act"))


@lru_cache(maxsize=16384)
def only_plural(word: str) -> bool:
    """Tell whether a noun, in lower case, can only stand in the plural: «велотуристов»."""
    nouns = [parse for parse in _readings(word) if parse.tag.POS == "NOUN"]
    return bool(nouns) and all("plur" in parse.tag.grammemes for parse in nouns)


@lru_cache(maxsize=16384)
def lives(word: str) -> bool:
    """Tell whether the dictionary knows a noun, in lower case, as one of somebody alive."""
    parses = (parse for parse in _readings(word) if parse.is_known)
    return any({"NOUN", "anim"} <= parse.tag.grammemes for parse in parses)


@lru_cache(maxsize=16384)
def in_nominative(word: str, tag: str, number: str) -> str | None:
    """Return a word in the nominative, None where the dictionary does not know it or its form.

    word: in lower case; tag: as for `lemma`; number: "sing" or "plur".
    """
    figures, hyphen, unit = word.partition("-")
    if hyphen and figures.isdecimal():  # «19-летнего»
        found = in_nominative(unit, tag, number)
        return None if found is None else f"{figures}-{found}"
    if tag.startswith("PROPN") and len(word) > _SHORT_NAME and word.endswith(_OF_FATHERS):
        return word
    chosen = _best(word, tag)
    if chosen is None or (not chosen.is_known and "-" in word):
        return _first_declined(word, tag, number)
    if not chosen.is_known and number == "sing":
        plain = _feminine(word, tag, chosen) or _masculine_name(word, tag)
        if plain is not None:
            return plain
    gender = next((feat for feat in ("masc", "femn", "neut") if _VALUES_GENDER[feat] in tag), None)
    agreeing = {gender} if gender and number == "sing" and chosen.tag.POS in ("ADJF", "PRTF") else set()
    found = chosen.inflect({"nomn", number, *agreeing})
    return None if found is None else str(found.word)


def _first_declined(word: str, tag: str, number: str) -> str | None:
    """Return a double name whose first half declines alone («Интерленту-Казахстан»), None for any other."""
    first, hyphen, last = word.partition("-")
    if not hyphen or not any(
        parse.is_known and {"nomn", "sing"} <= parse.tag.grammemes for parse in _readings(last)
    ):
        return None
    if "Case=Acc" in tag and first.endswith("у"):  # which no masculine thing does
        return f"{first[:-1]}а-{last}"
    found = in_nominative(first, tag, number)
    return None if found is None or found == first else f"{found}-{last}"


def _feminine(word: str, tag: str, parse: Any) -> str | None:
    """Return the nominative of a foreign name that only declines as a feminine in -а: «Хезболлы», «Хезболле».

    None for any other word; the dictionary takes such a name for a plural, or for a masculine.
    """
    ending = next((ending for case, ending in _ONLY_FEMININE if case in tag and word.endswith(ending)), None)
    if ending is None or not tag.startswith(("PROPN", "NOUN")) or "femn" in parse.tag.grammemes:
        return None
    return word[: -len(ending)] + "а"


def _masculine_name(word: str, tag: str) -> str | None:
    """Return the nominative of a foreign name that only declines as a masculine: «Бахраму», «Турхманом»."""
    ending = next((each for case, each in _ONLY_MASCULINE if case in tag and word.endswith(each)), None)
    if ending is None or not tag.startswith("PROPN") or word.endswith(_SURNAMES):
        return None
    return word[: -len(ending)]


def _masculine(parse: Any) -> str:
    singular = parse.inflect({"nomn", "sing", "masc"})
    return _plain(singular.word if singular is not None else parse.normal_form)


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


def _best(word: str, tag: str) -> Any:
    """Return the dictionary's reading that agrees best with the tag, None when it has none."""
    pos, _, feats = tag.partition("|")
    wanted = {_VALUES[feat] for feat in feats.split("|") if feat in _VALUES}
    forms = next((_FORMS[f[9:]] for f in feats.split("|") if f.startswith("VerbForm=")), None)
    parts = forms or _PARTS.get(pos, set())
    best, best_score = None, -1.0
    for parse in _readings(word):
        score = _agreement(parse, parts, wanted, proper=pos == "PROPN")
        if score > best_score:
            best, best_score = parse, score
    return best


def _agreement(parse: Any, parts: set[str], wanted: set[str], *, proper: bool) -> float:
    grammemes = parse.tag.grammemes
    score: float = 4.0 * (parse.tag.POS in parts) + len(wanted & grammemes) + 0.5 * parse.score
    if proper:  # names that do not decline ("Актобе") before an invented feminine
        score += 3.0 * ("Fixd" in grammemes) + ("Geox" in grammemes or "Surn" in grammemes)
    return score
