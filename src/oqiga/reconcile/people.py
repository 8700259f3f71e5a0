"""People that a report names in full: "Ruslan Omarov", «Руслана Омарова» and «Русланның … Омаров» are one.

A suspect, a victim or a witness is named by reports of one attack; who speaks for a state, by reports of all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from oqiga.codebook.wording import any_of
from oqiga.datafiles import data_file
from oqiga.locate.places.gazetteer import gazetteer
from oqiga.model.claims import Blame, Claim, Event
from oqiga.model.terms import Basis
from oqiga.reconcile.lands import land_called
from oqiga.reconcile.naming import all_lands, calendar_words, names_town, same_sounds, skeleton

_MOST = 16
"""People of a report that are kept, those named first."""
_REACH = 6000
"""Characters of a report that are looked at."""
_BEFORE = 45
"""Characters before a name in which an office is told («министр внутренних дел *Калмуханбет Касымов*»)."""
_SHORTEST = 3
_SHORTEST_IN_CAPITALS = 5
"""Shorter words all in capitals are abbreviations of offices."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BESIDE = 24
"""Characters beside a name in which a noun for a group stands."""
_BETWEEN = frozenset(' «»“”"')
"""What may stand between a name and the noun."""
_STOP = re.compile(r"[.!?;:\n«»\"“”()]")


def people(text: str, sources: Collection[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the people that a text names in full, and those of them who hold or speak for an office.

    sources: names of who the report cites. Each is the skeletons of both names, in the order of the alphabet:
    languages differ in which they tell first.
    """
    cited = {frozenset(map(skeleton, _WORD.findall(source))) for source in sources}
    found: dict[str, None] = {}
    official: dict[str, None] = {}
    groups: set[str] = set()
    for start, one, other in _pairs(text[:_REACH]):
        pair = frozenset((skeleton(one), skeleton(other)))
        if len(pair) < 2:
            continue
        name = " ".join(sorted(pair))
        found.setdefault(name, None)
        before = _STOP.split(text[max(0, start - _BEFORE) : start])[-1]
        if _is_group(text, start, start + len(one) + 1 + len(other)):
            groups.add(name)
        holds = _listed("offices").search(before) and not _listed("former").search(before)
        if any(pair <= source for source in cited) or holds:
            official.setdefault(name, None)
    kept = tuple(name for name in found if name not in groups)[:_MOST]
    return kept, tuple(name for name in official if name in kept)


def attackers(claims: Sequence[Claim], named: Collection[str]) -> tuple[str, ...]:
    """Return who of the people that a report names in full is told to have done it, or is blamed for it.

    named: as `people` gives them. Who only denies it is none.
    """
    told: list[str] = []
    for claim in claims:
        if isinstance(claim, Event):
            told += [each.name for each in claim.perpetrators]
        elif isinstance(claim, Blame) and claim.perpetrator and claim.basis is not Basis.DENIED:
            told.append(claim.perpetrator)
    words = [frozenset(map(skeleton, _WORD.findall(name))) for name in told]
    return tuple(name for name in sorted(named) if any(each.issuperset(name.split()) for each in words))


def shared_people(mine: Sequence[str], theirs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return who two reports both name, in whatever case of a language, as each calls them."""
    return tuple((one, other) for one in mine for other in theirs if one[0] == other[0] and _same(one, other))


@lru_cache(maxsize=65536)
def _same(one: str, other: str) -> bool:
    return one == other or all(
        names_town(left, right) or names_town(right, left) or same_sounds(left, right)
        for left, right in zip(one.split(), other.split(), strict=True)
    )


def _pairs(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield two words written large side by side that may be somebody's names, and where they stand."""
    before: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        if before is not None and text[before.end() : word.start()] == " ":
            one, other = before.group(), word.group()
            named = _is_name(one) and _is_name(other) and not one.isupper()
            if named and not _is_place(f"{one} {other}") and not _of_a_land(one, other):
                yield before.start(), one, other
        before = word


@lru_cache(maxsize=20_000)
def _is_name(word: str) -> bool:
    written = word[1:].islower() or (word.isupper() and len(word) >= _SHORTEST_IN_CAPITALS)
    if len(word) < _SHORTEST or not word[0].isupper() or not written:
        return False
    return _listed("no_names").fullmatch(word) is None and skeleton(word) not in calendar_words()


def _is_group(text: str, start: int, end: int) -> bool:
    """Tell whether a noun for a group stands right before a name or right behind it."""
    before, behind = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    word = next(reversed(list(_WORD.finditer(before))), None)
    if word is not None and set(before[word.end() :]) <= _BETWEEN and _listed("groups").fullmatch(word[0]):
        return True
    word = _WORD.search(behind)
    if word is None or not set(behind[: word.start()]) <= _BETWEEN:
        return False
    return any(_listed(key).fullmatch(word[0]) is not None for key in ("groups", "members"))


def is_word_of(kind: str, word: str) -> bool:
    """Tell whether a word is one of a list of the codebook's people.yaml ("groups", "members")."""
    return _listed(kind).fullmatch(word) is not None


@lru_cache(maxsize=20_000)
def _of_a_land(one: str, other: str) -> bool:
    """Tell whether a land in a case stands before a town of it («Пәкістанның Кветта қаласында»)."""
    land = land_called(one)
    return land is not None and one not in all_lands().get(land, ()) and _is_place(other)


@lru_cache(maxsize=20_000)
def _is_place(name: str) -> bool:
    return bool(gazetteer().find(name))


@lru_cache(maxsize=8)
def _listed(key: str) -> re.Pattern[str]:
    return any_of(data_file("oqiga.codebook", "people")[key])
