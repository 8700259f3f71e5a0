"""Who is counted: people named, described or numbered in a text, with their group."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import Group


@dataclass(frozen=True, slots=True)
class People:
    """A mention of people: tokens `first` to `last` (exclusive); `head` is the noun, name, number or pronoun.

    low: None when nobody can be counted ("gunmen"). single: one person described without a numeral.
    known: the noun stands in the lexicon, so that these are people for certain.
    bare: a number that stands alone. partitive: a part of people spoken of before ("two of the dead").
    definite: spoken of before.
    pronoun: "he"; reflexive: "himself", a pronoun for the subject of its own clause.
    """

    first: int
    last: int
    head: int
    group: Group
    low: int | None
    high: int | None = None
    approximate: bool = False
    additional: bool = False
    single: bool = False
    known: bool = True
    partitive: bool = False
    definite: bool = False
    pronoun: bool = False
    reflexive: bool = False
    name: str | None = None
    bare: bool = False


def text_of(document: Document, people: People) -> str:
    """Return the words of a mention: of an owner without what is owned."""
    last = document.tokens[people.head if owns(document, people) else people.last - 1]
    return Span(document.tokens[people.first].span.start, last.span.end).of(document.text)


def owns(document: Document, people: People) -> bool:
    """Tell whether a mention is of an owner together with what is owned: "his body"."""
    return document.tokens[people.head].dep == "nmod:poss" and people.last > people.head + 1
