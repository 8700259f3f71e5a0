"""What the small model gets wrong about names, mended by the rest of the report.

A surname told in full before is that person again; a name that is a place elsewhere is a place here too; a
nickname in quotation marks does not part a name; who gave a site its name ("Ivan Petrov Hospital") is nobody;
a country is no person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from babel import Locale

from oqiga.model.syntax import Document, Entity, Token
from oqiga.read.languages import language_pack
from oqiga.read.phrases import Phrases, words_of

_OPENING = frozenset({'"', "“", "‘", "'", "("})
_CLOSING = frozenset({'"', "”", "’", "'", ")"})
_UNSURE = frozenset({"ORG", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "LOC", "EVENT", "LAW"})
"""Labels that the model gives a surname alone for want of a better one."""
_SHORTEST = 3
"""A surname of fewer letters is too easily something else."""
_LONGEST_SITE = 4
"""Words behind a name that may tell what site bears it: "Community Medical Center"."""


def mended(document: Document) -> Document:
    """Return a document with the labels of its names mended."""
    tokens = document.tokens
    entities = _as_elsewhere(tokens, _of_sites(document, _with_nicknames(document)))
    entities = sorted([*entities, *_again(document, entities)], key=lambda each: each.first)
    if entities == list(document.entities):
        return document
    labels = {index: each.label for each in entities for index in range(each.first, each.last)}
    labelled = tuple(
        token
        if token.entity == labels.get(token.index, "")
        else replace(token, entity=labels.get(token.index, ""))
        for token in tokens
    )
    return replace(document, tokens=labelled, entities=tuple(entities))


def _with_nicknames(document: Document) -> list[Entity]:
    """Join the pieces of a name that holds a nickname: 'Daniel "Danny" Cole'."""
    tokens, entities = document.tokens, list(document.entities)
    at = {index: each for each in entities for index in range(each.first, each.last)}
    for token in tokens[1:-3]:
        inside = tokens[token.index - 1 : token.index + 4]
        if len(inside) < 5 or token.text not in _OPENING or inside[3].text not in _CLOSING:
            continue
        if any(inside[position].pos != "PROPN" for position in (0, 2, 4)):
            continue
        if document.sentence_of(inside[0]) != document.sentence_of(inside[4]):
            continue
        pieces = [at.get(each.index) for each in inside]
        known = [each for each in pieces if each is not None]
        if any(each.label != "PERSON" for each in known):
            continue
        first = min([inside[0].index, *(each.first for each in known)])
        last = max([inside[4].index + 1, *(each.last for each in known)])
        whole = Entity("PERSON", first, last, document.span_of(tokens[first], tokens[last - 1]))
        entities = [each for each in entities if each.last <= first or last <= each.first]
        entities.append(whole)
        at.update(dict.fromkeys(range(first, last), whole))
    return entities


@lru_cache(maxsize=1)
def _sites() -> Phrases[str]:
    return words_of(language_pack("en").lexicon("sites")["site"])


@lru_cache(maxsize=1)
def _ways() -> frozenset[str]:
    return frozenset(language_pack("en").lexicon("trees")["ways"])


def _of_sites(document: Document, entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, persons whose name a site right behind bears made that site."""
    tokens, taken = document.tokens, {each.first for each in entities}
    found: list[Entity] = []
    for each in entities:
        last = each.last
        while last < len(tokens) and last - each.last < _LONGEST_SITE and last not in taken:
            if tokens[last].pos != "PROPN" or not tokens[last].text[:1].isupper():
                break
            last += 1
        site = each.label == "PERSON" and _names_site(tokens, each, last)
        whole = Entity("FAC", each.first, last, document.span_of(tokens[each.first], tokens[last - 1]))
        found.append(whole if site else each)
    return found


def _names_site(tokens: Sequence[Token], person: Entity, last: int) -> bool:
    """Tell whether a site stands behind a name, up to `last`, or ends it in several words: no "Ann Park"."""
    if last > person.last:
        return _sites().before(tokens, last, person.last) is not None
    if last - person.first > 1 and tokens[last - 1].lower in _ways():
        return True
    inside = _sites().before(tokens, last, person.first + 1)
    return inside is not None and inside.last - inside.first > 1


def _as_elsewhere(tokens: Sequence[Token], entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities, single words labelled as what they are in the rest of the report."""
    labels = Counter(
        (tokens[each.first].text, each.label) for each in entities if each.last - each.first == 1
    )
    surnames = _surnames(tokens, entities)
    found = []
    for each in entities:
        name, label = tokens[each.first].text, each.label
        if each.last - each.first == 1 and name in surnames and label in _UNSURE:
            label = "PERSON"
        elif each.last - each.first == 1 and name not in surnames and label == "PERSON":
            place = labels[name, "GPE"] > labels[name, "PERSON"] or name in _countries()
            label = "GPE" if place else label
        found.append(replace(each, label=label))
    return found


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """Return the names of countries of one word that are not also given to persons."""
    named = (name for code, name in Locale.parse("en").territories.items() if code.isalpha())
    persons = frozenset(language_pack("en").lexicon("trees")["persons_too"])
    return frozenset(name for name in named if " " not in name and name.lower() not in persons)


def _again(document: Document, entities: Sequence[Entity]) -> list[Entity]:
    """Return the surnames that stand alone without a label, told in full elsewhere in the report."""
    tokens = document.tokens
    surnames = _surnames(tokens, entities)
    taken = {index for each in entities for index in range(each.first, each.last)}
    return [
        Entity("PERSON", token.index, token.index + 1, token.span)
        for token in tokens
        if token.text in surnames and token.pos == "PROPN" and token.index not in taken
    ]


def _surnames(tokens: Sequence[Token], entities: Sequence[Entity]) -> set[str]:
    """Return the last words of the full names of persons."""
    return {
        tokens[each.last - 1].text
        for each in entities
        if each.label == "PERSON" and each.last - each.first > 1
        if tokens[each.last - 1].text[:1].isupper() and len(tokens[each.last - 1].text) >= _SHORTEST
    }
