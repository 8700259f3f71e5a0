"""Kinds of sites that are attacked, under their names in several languages, from targets.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from oqiga.codebook.plain import plain
from oqiga.datafiles import data_file

_WHOLE = "="
_NO_SITE = ""
"""The kind of words that only seem to name a site ("bar association")."""
_FORMS = 4
"""Letters that a word which says a site's sort may add to its stem."""
_OPENING = 2
"""First letters by which names are looked up; no stem is shorter."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of site. general: what reports also call it ("shop" for a gun shop), None when nothing else."""

    id: str
    general: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """What a site's name says. kind: None when the codebook has none; own: its other words."""

    kind: Kind | None
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    kind: Kind
    stems: tuple[str, ...]
    ending: int

    def fits(self, words: tuple[str, ...]) -> bool:
        """Tell whether words, as many as stems, are these in any of their forms."""
        return all(_begins(word, stem, self.ending) for word, stem in zip(words, self.stems, strict=True))


@lru_cache(maxsize=1)
def _loaded() -> Mapping[str, Any]:
    loaded: dict[str, Any] = data_file("oqiga.codebook", "targets")
    return loaded


def kind_called(kind: str, language: str) -> str:
    """Return what a kind is called in an interface language, its English name where there is no other."""
    return str(_loaded()["called"].get(language, {}).get(kind, kind))


def general_of(kind: str) -> str | None:
    """Return what a kind is also called by, None when nothing else or when there is no such kind."""
    general: str | None = _loaded()["kinds"].get(kind, {}).get("general")
    return general


def says_only_people(name: str) -> bool:
    """Tell whether an English name of a target says no more than that people were attacked."""
    return bool(set(plain(name).split()[-1:]) & set(_loaded()["people"]))


def names_no_site(word: str) -> bool:
    """Tell whether a word before a site's noun only says of what sort it is ("*Shia* mosque"); plain."""
    return any(_begins(word, stem, _FORMS) for stem in _sorts())


def is_single(kind: str) -> bool:
    """Tell whether a town mostly has one site of a kind ("the airport")."""
    return kind in _loaded()["single"]


def lies_outside(kind: str) -> bool:
    """Tell whether sites of a kind mostly lie outside the town that they serve ("the airport")."""
    return kind in _loaded()["outside"]


def may_be_together(one: str, other: str) -> bool:
    """Tell whether reports may tell both kinds of one site ("a supermarket", "the mall")."""
    return any(one in each and other in each for each in _loaded()["together"])


@lru_cache(maxsize=20_000)
def is_street(word: str) -> bool:
    """Tell whether a plain word means a street or a square, in any language."""
    return any(_begins(word, stem, ending) for stem, ending in _streets())


@lru_cache(maxsize=1)
def _sorts() -> tuple[str, ...]:
    return tuple(_plain_stem(str(stem)) for stem in _loaded()["sorts"])


@lru_cache(maxsize=1)
def _streets() -> tuple[tuple[str, int], ...]:
    """Return the stems of words for streets, each with the letters that its language adds at most."""
    endings, streets = _loaded()["endings"], _loaded()["streets"]
    return tuple((_plain_stem(str(stem)), int(endings[code])) for code in streets for stem in streets[code])


def is_everywhere(kind: str) -> bool:
    """Tell whether reports of any attack mention sites of a kind ("taken to *hospital*")."""
    return kind in _loaded()["everywhere"]


def is_of_a_land(kind: str) -> bool:
    """Tell whether a site of a kind is called by the land whose it is ("the Chinese embassy")."""
    return kind in _loaded()["of_lands"]


def lands_abbreviated() -> Mapping[str, str]:
    """Return abbreviations of lands, in lower case, that the gazetteer lacks, with the codes of the lands."""
    return {str(word): str(code) for code, words in _loaded()["lands"].items() for word in words}


def border_words() -> tuple[str, ...]:
    """Return how words for a border begin, in lower case."""
    return tuple(map(str, _loaded()["borders"]["words"]))


def joined_adjectives() -> Mapping[str, str]:
    """Return endings of adjectives joined to another ("кыргызско-таджикский"), with those by themselves."""
    return {str(ending): str(alone) for ending, alone in _loaded()["borders"]["joined"].items()}


def number_words() -> tuple[str, ...]:
    """Return what stands before the number by which a site is called ("No."), in lower case."""
    return tuple(map(str, _loaded()["numbered"]))


@lru_cache(maxsize=20_000)
def calls_by_name(site: str) -> bool:
    """Tell whether words for a site say more than kind and sort ("the Nur mosque", not "a Shia mosque")."""
    named = target_named(site)
    return named.kind is None or any(not names_no_site(word) for word in named.own)


def joins(words: str, language: str | None) -> bool:
    """Tell whether the words between two targets make them one list ("a shop *and a* base")."""
    first, mark = (words.split()[:1] or [""])[0], words.strip()[:1]
    told = {first.casefold(), "" if mark.isalpha() else mark}
    return bool(told & set(_loaded()["joiners"].get(language or "", ())))


@lru_cache(maxsize=1)
def _names() -> Mapping[int, Mapping[str, tuple[_Name, ...]]]:
    """Return the names by their number of words, the most first, and by their first letters."""
    loaded = _loaded()
    endings = {str(code): int(letters) for code, letters in loaded["endings"].items()}
    found: dict[int, dict[str, list[_Name]]] = {}
    for id, entry in [*loaded["kinds"].items(), (_NO_SITE, loaded["no_site"])]:
        kind = Kind(str(id), entry.get("general"))
        for code, ending in endings.items():
            for name in entry.get(code, ()):
                stems = tuple(_plain_stem(stem) for stem in str(name).split())
                opening = stems[0].removeprefix(_WHOLE)[:_OPENING]
                found.setdefault(len(stems), {}).setdefault(opening, []).append(_Name(kind, stems, ending))
    return {
        size: {opening: tuple(sorted(each, key=_shortness)) for opening, each in found[size].items()}
        for size in sorted(found, reverse=True)
    }


def _shortness(name: _Name) -> int:
    return -sum(map(len, name.stems))


@lru_cache(maxsize=20_000)
def target_named(name: str) -> Named:
    """Return what kind of site a name means («оружейного магазина»: a gun shop), and what else it says."""
    words = tuple(plain(name).split())
    for size in _names():
        for start, run in _runs(words, size):
            kind = _kind_of(run)
            if kind is not None and not kind.id:
                return Named(None, words)
            if kind is not None:
                return Named(kind, words[:start] + words[start + size :])
    return Named(None, words)


@lru_cache(maxsize=100_000)
def _kind_of(run: tuple[str, ...]) -> Kind | None:
    """Return what as many words as these mean; words come again in every report."""
    names = _names()[len(run)].get(run[0][:_OPENING], ())
    return next((each.kind for each in names if each.fits(run)), None)


@lru_cache(maxsize=1)
def kind_words() -> frozenset[str]:
    """Return the words that name kinds of sites, in all languages, without their endings."""
    kinds = _loaded()["kinds"].values()
    names = (name for entry in kinds for code in _loaded()["endings"] for name in entry.get(code, ()))
    return frozenset(stem.removeprefix(_WHOLE) for name in names for stem in str(name).split())


@lru_cache(maxsize=20_000)
def kinds_in(text: str) -> frozenset[str]:
    """Return the kinds of sites that some words name, without those that others are also called by."""
    found = {kind for _, _, kind in kinds_among(tuple(plain(text).split()))}
    return frozenset(found - _general())


def names_other_kinds(text: str, before: str) -> bool:
    """Tell whether both texts name kinds of sites, and none is in both."""
    here, known = kinds_in(text), kinds_in(before)
    return bool(here and known) and here.isdisjoint(known)


def kinds_among(words: tuple[str, ...]) -> tuple[tuple[int, int, str], ...]:
    """Return the kinds of sites among plain words: the first word of each, the one behind it, the kind."""
    found: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for size, names in _names().items():
        for start in range(len(words) - size, -1, -1):
            if words[start][:_OPENING] not in names:
                continue
            kind = _kind_of(words[start : start + size]) if words[start] else None
            if kind is not None and taken.isdisjoint(range(start, start + size)):
                taken.update(range(start, start + size))
                found.append((start, start + size, kind.id))
    return tuple(sorted(each for each in found if each[2]))


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    """Return the kinds that reports also call others by."""
    return frozenset(str(each["general"]) for each in _loaded()["kinds"].values() if "general" in each)


def _runs(words: tuple[str, ...], size: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    for start in range(len(words) - size, -1, -1):
        yield start, words[start : start + size]


def _plain_stem(stem: str) -> str:
    whole = stem.startswith(_WHOLE)
    return f"{_WHOLE if whole else ''}{plain(stem.removeprefix(_WHOLE))}"


def _begins(word: str, stem: str, ending: int) -> bool:
    if stem.startswith(_WHOLE):
        return word == stem[1:]
    return word.startswith(stem) and len(word) - len(stem) <= ending
