"""One number of killed and injured from the claims of one report: everybody hit in the main incident.

Counts that the report gives ("two people were shot") meet people told one by one ("a man died; the second
victim, a woman, …"). Descriptions that may mean one person are one person; a person first injured and
later dead is dead; the dead are taken off a number that counts everybody hit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from oqiga.datafiles import data_file
from oqiga.model.claims import Claim, Toll
from oqiga.model.terms import Certainty, Counts, Group, Outcome

_AGE = re.compile(r"\b(\d{1,2})\s?-?\s?year")
_WORD = re.compile(r"[\w'’.-]+")
_HARMED = (Outcome.INJURED, Outcome.HOSPITALIZED)


@dataclass(slots=True)
class Person:
    """One person told of: what is known of name, age and gender, and what became of them."""

    names: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    attacker: bool | None = None
    killed: bool = False
    further: bool = False


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = data_file("oqiga.evaluate.kits", "shootings")
    return loaded


def settle(claims: Sequence[Claim]) -> tuple[int, int]:
    """Return how many were killed and how many injured in the main incident."""
    tolls = _of_main_incident(claims)
    killed_told = [toll for toll in tolls if toll.outcome is Outcome.KILLED]
    harmed_told = [toll for toll in tolls if toll.outcome in _HARMED]
    people = _people([toll for toll in tolls if _single(toll)])
    one_by_one = sum(person.killed for person in people)
    killed = max(_counted(killed_told), one_by_one)
    surviving = [toll for toll in harmed_told if not _hit(toll)]
    everybody = _counted([toll for toll in harmed_told if _hit(toll)])
    living = max(len(people) - one_by_one - (killed - one_by_one), 0)
    return killed, max(
        _counted(surviving), everybody - killed, min(living, _limit(everybody, killed, living))
    )


def _limit(everybody: int, killed: int, living: int) -> int:
    """Return the most that can have survived when the report counts everybody hit."""
    return max(everybody - killed, 0) if everybody > 1 else living


def _of_main_incident(claims: Iterable[Claim]) -> list[Toll]:
    tolls = [
        claim
        for claim in claims
        if isinstance(claim, Toll)
        and not claim.background
        and claim.certainty is not Certainty.DENIED
        and claim.superseded_by is None
        and claim.low > 0
        and claim.outcome in (Outcome.KILLED, *_HARMED)
    ]
    incidents = [toll.incident for toll in tolls if toll.incident is not None]
    main = incidents[0] if incidents else None
    return [toll for toll in tolls if toll.incident in (None, main)]


def _single(toll: Toll) -> bool:
    return toll.low == 1 and toll.high == 1 and toll.counts is not Counts.SUBSET


def _hit(toll: Toll) -> bool:
    words = {word.lower() for word in _WORD.findall(toll.quote)}
    return bool(words & set(_words()["hit"])) and not words & set(_words()["survived"])


def _counted(tolls: Sequence[Toll]) -> int:
    """Return the first count: of one claim, or of claims on different groups in one clause."""
    for toll in tolls:
        if toll.counts in (Counts.SUBSET, Counts.ADDITIONAL) or toll.low < 2:
            continue
        beside = [
            other
            for other in tolls
            if other is not toll
            and other.counts is not Counts.SUBSET
            and other.group is not toll.group
            and Group.ALL not in (other.group, toll.group)
            and other.outcome is toll.outcome
            and other.span.overlaps(toll.span)
        ]
        return toll.low + sum(other.low for other in beside)
    return 0


def _people(tolls: Sequence[Toll]) -> list[Person]:
    """Return the people told one by one, descriptions of the same person joined."""
    people: list[Person] = []
    for toll in tolls:
        described = _described(toll)
        further = _further(toll)
        known = next(
            (person for person in people if person.further >= further and _may_be(person, described)), None
        )
        if known is None:
            described.further = further
            people.append(described)
            continue
        known.names |= described.names
        known.ages |= described.ages
        known.genders |= described.genders
        known.killed = known.killed or described.killed
        known.attacker = known.attacker if described.attacker is None else described.attacker
    return people


def _described(toll: Toll) -> Person:
    text = toll.group_text or ""
    words = [word.strip(".,") for word in _WORD.findall(text)]
    lower = {word.lower() for word in words}
    genders = {gender for gender, nouns in _words()["genders"].items() if lower & set(nouns)}
    known = {word for nouns in _words()["genders"].values() for word in nouns}
    plain = known | set(_words()["generic"]) | set(_words()["determiners"]) | set(_words()["further"])
    names = {word for word in words[-1:] if word[:1].isupper() and word.lower() not in plain}
    attacker = True if toll.group is Group.ATTACKERS else None
    if toll.group in (Group.POLICE, Group.VICTIMS):
        attacker = False
    ages = set(_AGE.findall(text))
    return Person(names, ages, genders, attacker, toll.outcome is Outcome.KILLED)


def _further(toll: Toll) -> bool:
    words = {word.lower() for word in _WORD.findall(toll.group_text or "")}
    return bool(words & set(_words()["further"]))


def _may_be(person: Person, other: Person) -> bool:
    """Tell whether two descriptions may mean one person."""
    if person.names and other.names:
        return bool(person.names & other.names)
    if None not in (person.attacker, other.attacker) and person.attacker != other.attacker:
        return False
    for mine, theirs in ((person.ages, other.ages), (person.genders, other.genders)):
        if mine and theirs and not mine & theirs:
            return False
    return True
