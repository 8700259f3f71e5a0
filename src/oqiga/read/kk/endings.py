"""All endings that a Kazakh word can carry, composed from the suffix tables of the lexicon.

An ending is looked up whole ("дарының" is plural, possessive, genitive); the tables are small and closed, so
every lawful chain is made once and kept with its features.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from oqiga.read.languages import language_pack

Kind = Literal["noun", "verb", "participle", "infinitive", "converb", "attributive"]
"""What a word with this ending is; a participle or infinitive with endings of a noun is still one."""

_CONVERBS = {"converb_open": "Open", "until": "Until"}
"""Converbs that are marked by an aspect of their own."""


@dataclass(frozen=True, slots=True)
class Ending:
    """One chain of suffixes. feats: UD features. slots: how many suffixes it has."""

    text: str
    kind: Kind
    feats: frozenset[str]
    slots: int


class Sounds:
    """Which letters are back, front, voiceless, vowels."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.back = frozenset(table["back"])
        self.front = frozenset(table["front"])
        self.either = frozenset(table["either"])
        self.voiceless = frozenset(table["voiceless"])
        self.vowels = frozenset(table["vowels"])
        self.loans = tuple(table["loans"])
        self.unchanging = frozenset(table["unchanging"])

    def harmony(self, text: str) -> str:
        """Return "back" or "front" by the last telling vowel, "" when none tells."""
        return self._first(reversed(text))

    def opening(self, text: str) -> str:
        """Return "back" or "front" by the first vowel, "" when none tells."""
        return self._first(text)

    def _first(self, letters: Iterable[str]) -> str:
        for letter in letters:
            if letter in self.either:
                return ""
            if letter in self.back:
                return "back"
            if letter in self.front:
                return "front"
        return ""

    def joins(self, stem: str, ending: str) -> bool:
        """Tell whether an ending of this form may follow a stem: vowels agree, and the sounds at the seam."""
        if not ending:
            return True
        one, other = self.harmony(stem), self.opening(ending)
        if one and other and one != other and not stem.endswith(self.loans) and ending not in self.unchanging:
            return False
        last, first = stem[-1:], ending[0]
        if first in "ткқп" and ending not in ("п",) and not ending.startswith(("пт",)):
            return last in self.voiceless
        if first in "дғг":
            return last not in self.voiceless or last in "бвгд"
        if first in "ыіае" and last in self.vowels - {"у", "и"}:
            return False
        if first == "л" and ending[:3] in ("лар", "лер"):
            return last in self.vowels or last in "рйлу"
        if ending == "н" or (first == "с" and ending[:2] in ("сы", "сі")):
            return last in self.vowels
        return first not in "мпй" or not (
            ending[:1] in "пй" and last not in self.vowels and ending[:2] not in ("па", "пе")
        )


@lru_cache(maxsize=1)
def sounds() -> Sounds:
    """Return the sounds of the lexicon, read once."""
    return Sounds(language_pack("kk").lexicon("suffixes")["sounds"])


@lru_cache(maxsize=1)
def endings() -> Mapping[str, tuple[Ending, ...]]:
    """Return every chain of suffixes by its text; the empty text is a bare stem."""
    lexicon = language_pack("kk").lexicon("suffixes")
    found: dict[str, dict[tuple[Kind, frozenset[str]], Ending]] = {}
    for ending in (*_nominal(lexicon["noun"], "noun", "", frozenset(), 0), *_verbal(lexicon)):
        found.setdefault(ending.text, {}).setdefault((ending.kind, ending.feats), ending)
    return {text: tuple(each.values()) for text, each in found.items()}


def _agree(first: str, second: str) -> bool:
    return sounds().joins(first, second) if first else True


def _nominal(
    table: Mapping[str, Any], kind: Kind, before: str, feats: frozenset[str], slots: int
) -> Iterator[Ending]:
    """Yield the endings of nouns behind what stands before them."""
    for plural in ("", *table["plural"]):
        if not _agree(before, plural):
            continue
        counted = feats | ({"Number=Plur"} if plural else {"Number=Sing"})
        yield from _possessed(table, kind, before + plural, counted, slots + bool(plural))


def _possessed(
    table: Mapping[str, Any], kind: Kind, before: str, feats: frozenset[str], slots: int
) -> Iterator[Ending]:
    yield from _cases(kind, before, feats, slots, table["case"], table["attributive"])
    for person, forms in table["possessive"].items():
        for form in forms:
            if not _agree(before, form):
                continue
            own = feats | {f"Person[psor]={person[0]}"}
            if person == "3":
                cases, attributive = table["case_after_third"], table["attributive_after_third"]
            else:
                cases = {**table["case"], **table["case_after_own"]}
                attributive = table["attributive"]
            yield from _cases(kind, before + form, own, slots + 1, cases, attributive)


def _cases(
    kind: Kind,
    before: str,
    feats: frozenset[str],
    slots: int,
    cases: Mapping[str, list[str]],
    attributive: list[str],
) -> Iterator[Ending]:
    yield Ending(before, kind, feats | {"Case=Nom"}, slots)
    for case, forms in cases.items():
        for form in forms:
            if not before or _agree(before, form):
                cut = f"Cut={len(form)}"  # letters that the case adds to a name
                yield Ending(before + form, kind, feats | {f"Case={case}", cut}, slots + 1)
    for form in attributive:
        if not before or _agree(before, form):
            yield Ending(before + form, "attributive", feats | {"Case=Loc"}, slots + 1)


def _verbal(lexicon: Mapping[str, Any]) -> Iterator[Ending]:
    verb, noun = lexicon["verb"], lexicon["noun"]
    for negation in ("", *verb["negation"]):
        feats = frozenset({"Polarity=Neg"}) if negation else frozenset[str]()
        yield from _finite(verb, negation, feats)
        yield from _nonfinite(verb, noun, negation, feats)


def _finite(verb: Mapping[str, Any], before: str, feats: frozenset[str]) -> Iterator[Ending]:
    finite = feats | {"VerbForm=Fin"}
    for name, tense in (("past", "Past"), ("conditional", "Cnd"), ("present", "Pres"), ("hearsay", "Past")):
        told = finite | ({"Mood=Cnd"} if tense == "Cnd" else {f"Tense={tense}"})
        told |= {"Evident=Nfh"} if name == "hearsay" else set()
        for form in verb[name]:
            if before and not _agree(before, form):
                continue
            yield Ending(before + form, "verb", told | {"Person=3"}, 1 + bool(before))
            for rumour in verb["rumour"] if name in ("past", "hearsay") else ():
                yield Ending(before + form + "-" + rumour, "verb", told | {"Person=3", "Evident=Nfh"}, 2)
            if name == "present":
                continue
            persons = verb.get(f"{name}_persons", {})
            yield from _persons(persons, before + form, told, 2 + bool(before))
    yield from _persons(verb["present_persons"], before, finite | {"Tense=Pres"}, 2 + bool(before))
    for name, mark in (("future", "Tense=Fut"), ("wish", "Mood=Opt")):
        for form in verb[name]:
            if not before or (name == "wish" and _agree(before, form)):
                yield Ending(before + form, "verb", finite | {mark, "Person=3"}, 1 + bool(before))


def _persons(
    persons: Mapping[str, list[str]], before: str, feats: frozenset[str], slots: int
) -> Iterator[Ending]:
    """Yield what stands before together with each ending of a person that agrees with it."""
    for person, endings in persons.items():
        for each in endings:
            if _agree(before, each):
                yield Ending(before + each, "verb", feats | {f"Person={person[0]}"}, slots)


def _nonfinite(
    verb: Mapping[str, Any], noun: Mapping[str, Any], before: str, feats: frozenset[str]
) -> Iterator[Ending]:
    for name, forms in verb["participles"].items():
        for form in forms:
            if not before or _agree(before, form):
                marked = feats | {"VerbForm=Part", f"Tense={name}"}
                yield from _nominal(noun, "participle", before + form, marked, 1 + bool(before))
                for rumour in verb["rumour"] if name == "Past" else ():
                    yield Ending(before + form + "-" + rumour, "verb", marked | {"Evident=Nfh"}, 2)
    for form in verb["infinitive"]:
        yield from _nominal(noun, "infinitive", before + form, feats | {"VerbForm=Vnoun"}, 1 + bool(before))
    for name in ("converb", "converb_open", "purpose", "until"):
        for form in verb[name]:
            if not before or _agree(before, form) or name == "converb_open":
                aspect = {f"Aspect={_CONVERBS[name]}"} if name in _CONVERBS else set()
                yield Ending(before + form, "converb", feats | {"VerbForm=Conv"} | aspect, 1 + bool(before))
