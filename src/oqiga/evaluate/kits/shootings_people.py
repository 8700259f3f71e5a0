"""People told one by one in a report on a shooting: which descriptions may mean one person.

A name, an age, a gender and a part ("the suspect") tell two people apart; "another" brings in one more than
those told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from oqiga.datafiles import data_file
from oqiga.model.claims import Toll
from oqiga.model.terms import Group, Outcome

_AGE = re.compile(r"\b(\d{1,2})\s?-?\s?year")
_WORD = re.compile(r"[\w'’.-]+")


@dataclass(slots=True)
class Person:
    """One person told of: what is known of name, age, gender and part, and what became of them."""

    texts: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    parts: set[Group] = field(default_factory=set)
    killed: bool = False
    further: bool = False
    shot: bool = False
    hurt_otherwise: bool = False

    @property
    def counted(self) -> bool:
        """Whether a gun hurt them, as far as is told: not who was only stabbed, bitten or in a crash."""
        return self.shot or self.killed or not self.hurt_otherwise


@lru_cache(maxsize=1)
def settling_words() -> Mapping[str, Any]:
    """Return the words by which reports are settled (shootings.yaml)."""
    loaded: Mapping[str, Any] = data_file("oqiga.evaluate.kits", "shootings")
    return loaded


def words_of(text: str | None) -> list[str]:
    """Return the words of a quotation or a description, without the dots and commas at their ends."""
    return [word.strip(".,") for word in _WORD.findall(text or "")]


def people_told(tolls: Sequence[Toll]) -> list[Person]:
    """Return the people told one by one, descriptions of the same person joined."""
    people: list[Person] = []
    for toll in tolls:
        told = described(toll)
        known = _known(people, told)
        if known is None:
            people.append(told)
        else:
            _join(known, told)
    return people


def _known(people: Iterable[Person], told: Person) -> Person | None:
    """Return whom a description takes up: told in the same words, else the first whom it may mean."""
    fitting = [person for person in people if person.further >= told.further and may_be(person, told)]
    same = [person for person in fitting if person.texts & told.texts or person.names & told.names]
    as_told = [person for person in fitting if person.killed == told.killed]
    return next(iter(same or as_told or fitting), None)


def _join(person: Person, other: Person) -> None:
    person.texts |= other.texts
    person.names |= other.names
    person.ages |= other.ages
    person.genders |= other.genders
    person.parts |= other.parts
    person.killed = person.killed or other.killed
    person.shot = person.shot or other.shot
    person.hurt_otherwise = person.hurt_otherwise or other.hurt_otherwise


def described(toll: Toll) -> Person:
    """Return what one toll of one person tells of that person."""
    words = words_of(toll.group_text)
    lower = [word.lower() for word in words]
    lists = settling_words()
    genders = {gender for gender, nouns in lists["genders"].items() if set(lower) & set(nouns)}
    plain = {word for nouns in lists["genders"].values() for word in nouns}
    plain.update(lists["generic"], lists["determiners"], lists["further"])
    named = bool(words) and lower[0] not in lists["determiners"] and lower[-1] not in plain
    parts = {toll.group} & {Group.ATTACKERS, Group.POLICE, Group.VICTIMS}
    return Person(
        texts={" ".join(word for word in lower if word not in lists["determiners"])} - {""},
        names={word for word in words[-1:] if named and word[:1].isupper()},
        ages=set(_AGE.findall(toll.group_text or "")),
        genders=genders,
        parts=parts,
        killed=toll.outcome is Outcome.KILLED,
        further=bool(set(lower) & set(lists["further"])),
        shot=shot(toll),
        hurt_otherwise=hurt_otherwise(toll),
    )


def shot(toll: Toll) -> bool:
    """Tell whether the words of a toll tell of shots."""
    return bool({word.lower() for word in words_of(toll.quote)} & set(settling_words()["hit"]))


def hurt_otherwise(toll: Toll) -> bool:
    """Tell whether the words of a toll tell of another hurt than by a gun: a knife, a dog, a crash."""
    words = {word.lower() for word in words_of(toll.quote)}
    return bool(words & set(settling_words()["other_hurts"])) and not shot(toll)


def may_be(person: Person, other: Person) -> bool:
    """Tell whether two descriptions may mean one person."""
    if person.names and other.names:
        return bool(person.names & other.names)
    if _apart(person.ages, other.ages) or _apart(person.genders, other.genders):
        return False
    return not _two_parts(person.parts, other.parts)


def surely_one(person: Person, other: Person) -> bool:
    """Tell whether two descriptions mean one person by a name or an age, not only may do so."""
    known = person.names & other.names or person.ages & other.ages
    return bool(known) and may_be(person, other)


def _apart(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether something is told of both and differs."""
    return bool(mine and theirs) and not mine & theirs


def _two_parts(mine: set[Group], theirs: set[Group]) -> bool:
    """Tell whether two parts are never one person's: an officer and a suspect, a victim and a suspect."""
    attackers = Group.ATTACKERS
    return (
        attackers in mine | theirs and bool(mine and theirs) and (attackers in mine) != (attackers in theirs)
    )
