"""What a report calls the sites of its incident: "Westgate mall", «клуб «Рейна»», «мечеть Коча Рисалдар».

In one town a name of its own says more of a site than its kind: there are many mosques.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from oqiga.codebook.plain import plain
from oqiga.codebook.targets import (
    is_of_a_land,
    is_street,
    joins,
    kinds_among,
    names_no_site,
    number_words,
)
from oqiga.reconcile.lands import land_called
from oqiga.reconcile.naming import base_of_adjective, calendar_words, skeleton, skeletons

_REACH = 6000
"""Characters of a report that are looked at."""
_WORD = re.compile(r"[\w’'-]+")
_HYPHEN = re.compile(r"[-’']")
_MOST_WORDS = 3
_NUMBER = 16
"""Characters beside a noun in which its number stands."""
_SHORTEST = 4
_BETWEEN = frozenset(" \"“”«»'‘’\xa0")
"""What may stand between a site's name and its noun."""
NAMED_BEHIND = ("ru", "kk")
"""Languages that name a site behind its noun."""


def site_names(
    text: str, kinds: Collection[str], towns: Collection[str], language: str | None
) -> tuple[str, ...]:
    """Return "kind/name" for each name that a text gives a site of these kinds, the names as skeletons.

    A number that a site is called by is "no/88", of whatever kind the report takes it for; an embassy is
    called by the code of its land ("embassy/CN").

    towns: skeletons of towns and lands, which name no site of their own.
    """
    if not kinds:
        return ()
    words = words_of(text)
    plains = tuple(plain(word.group()) for word in words)
    no_names = calendar_words() | set(towns)
    found: dict[str, None] = {}
    for first, behind, kind in kinds_among(plains):
        if kind in kinds and is_of_a_land(kind):
            found.update((f"{kind}/{land}", None) for land in _lands(text, words, first, behind))
        elif kind in kinds:
            found.update((f"no/{number}", None) for number in _numbers_beside(text, words, first, behind))
            near = [*names_before(text, words, first)]
            if language in NAMED_BEHIND:
                near += names_behind(text, words, behind)
            found.update((f"{kind}/{form}", None) for form in _forms(near, no_names))
    return tuple(found)


def words_of(text: str) -> list[re.Match[str]]:
    """Return the words of a text that names are looked for among, with where they stand."""
    return list(_WORD.finditer(text[:_REACH]))


def _forms(names: Iterable[str], no_names: frozenset[str]) -> Iterator[str]:
    """Yield the skeletons of the names beside a noun for a site, and of their parts."""
    for part in (part for name in names if not skeletons(name) & no_names for part in _parts(name)):
        form = skeleton(base_of_adjective(part))
        if len(part) >= _SHORTEST and form not in no_names and not names_no_site(plain(part)):
            yield form


def streets(text: str, towns: Collection[str], language: str | None) -> tuple[str, ...]:
    """Return the streets and squares that a text names, as skeletons.

    towns: skeletons of towns and lands, after which streets are not known.
    """
    words = words_of(text)
    no_names = calendar_words() | set(towns)
    found: dict[str, None] = {}
    for position, match in enumerate(words):
        if not is_street(plain(match.group())):
            continue
        near = [*names_before(text, words, position)][:1]
        if language in NAMED_BEHIND:
            near += [*names_behind(text, words, position + 1)][-1:]
        forms = (skeleton(base_of_adjective(word)) for word in near if not names_no_site(plain(word)))
        found.update((form, None) for form in forms if len(form) >= _SHORTEST and form not in no_names)
    return tuple(found)


def _lands(text: str, words: list[re.Match[str]], first: int, behind: int) -> Iterator[str]:
    """Yield the land that the word right before a noun names, or the one right behind it."""
    beside = [(first - 1, first), (behind, behind - 1)]
    for position, noun in beside:
        if 0 <= position < len(words):
            ends = sorted((words[position].span(), words[noun].span()))
            land = land_called(words[position].group()) if _joined(text, ends[0][1], ends[1][0]) else None
            if land is not None:
                yield land


def _numbers_beside(text: str, words: list[re.Match[str]], first: int, behind: int) -> Iterator[str]:
    """Yield the number that a noun for a site is called by, in front of it or behind."""
    before, after = _numbers()
    start, end = words[first].start(), words[behind - 1].end()
    runs = ((before, text[max(0, start - _NUMBER) : start]), (after, text[end : end + _NUMBER]))
    for pattern, run in runs:
        if (called := pattern.search(run)) is not None:
            yield called[1]


@lru_cache(maxsize=1)
def _numbers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a number right before a noun («№ 88 мектеп») and right behind ("School No. 88")."""
    marks = "|".join(re.escape(each) for each in sorted(number_words(), key=len, reverse=True))
    before = rf"(?:^|[\s(])(?:{marks})\s?(\d{{1,4}})(?:-\w{{1,4}})?\s$"
    return re.compile(before, re.IGNORECASE), re.compile(rf"^\s?(?:{marks})\s?(\d{{1,4}})", re.IGNORECASE)


def _parts(word: str) -> tuple[str, ...]:
    """Return a name as one word and, where a hyphen parts it, its parts: reports write it all three ways."""
    parts = _HYPHEN.split(word)
    return ("".join(parts), *parts) if len(parts) > 1 else (word,)


def names_before(text: str, words: list[re.Match[str]], first: int) -> Iterator[str]:
    """Yield the name in front of a noun, over one word at most ("Westgate *shopping* mall")."""
    taken = 0
    for position in range(first - 1, max(-1, first - 2 - _MOST_WORDS), -1):
        if not _joined(text, words[position].end(), words[position + 1].start()):
            return
        word = words[position].group().removesuffix("'s").removesuffix("’s")
        if not _is_name(word) or _opens(text, words[position].start()):
            if taken or position < first - 1:
                return
            continue
        taken += 1
        yield word


def names_behind(text: str, words: list[re.Match[str]], behind: int) -> Iterator[str]:
    """Yield the name behind a noun, over one word at most («аэропорт *имени* Ататюрка»)."""
    taken = 0
    for position in range(behind, min(len(words), behind + 1 + _MOST_WORDS)):
        if position == 0 or not _joined(text, words[position - 1].end(), words[position].start()):
            return
        word = words[position].group()
        if not _is_name(word):
            if taken or position > behind or any(joins(word, code) for code in NAMED_BEHIND):
                return
            continue
        taken += 1
        yield word


def _is_name(word: str) -> bool:
    return any(letter.isupper() for letter in word)


def _joined(text: str, start: int, end: int) -> bool:
    return end - start <= 2 and set(text[start:end]) <= _BETWEEN


def _opens(text: str, start: int) -> bool:
    """Tell whether a word opens a sentence, where all words are written large."""
    before = text[:start].rstrip(' "“«')
    return not before.strip() or before[-1] in ".!?\n:"
