"""Armed groups by their names, which the small model takes for persons or towns ("*Boko Haram* said")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from oqiga.model.syntax import Document, Entity
from oqiga.read.languages import language_pack
from oqiga.read.phrases import Phrases, words_of

_BODY = "ORG"
_KNOWN = frozenset({_BODY, "NORP"})
"""Labels of names that the model knows for a body's."""


def with_bodies(document: Document) -> Document:
    """Return a document in which the names of armed groups are labelled as bodies."""
    entities = list(document.entities)
    for first, last in (*_named(document), *_with_fighters(document)):
        at = range(first, last)
        met = [each for each in entities if each.first < last and first < each.last]
        if any(each.label in _KNOWN or not _fills(document, each, at) for each in met):
            continue
        entities = [each for each in entities if each not in met]
        span = document.span_of(document.tokens[first], document.tokens[last - 1])
        entities.append(Entity(_BODY, first, last, span))
    if entities == list(document.entities):
        return document
    entities.sort(key=lambda each: each.first)
    labels = {index: each.label for each in entities for index in range(each.first, each.last)}
    bodies = {
        index for each in entities if each not in document.entities for index in range(each.first, each.last)
    }
    changed = {
        index: replace(
            document.tokens[index],
            entity=labels.get(index, ""),
            pos="PROPN"
            if index in bodies and document.tokens[index].pos == "NOUN"
            else document.tokens[index].pos,
        )
        for index in range(len(document.tokens))
        if labels.get(index, "") != document.tokens[index].entity or index in bodies
    }
    return replace(document.with_tokens(changed), entities=tuple(entities))


def _fills(document: Document, entity: Entity, at: range) -> bool:
    """Tell whether a name that the model found is no more than this one, an article apart."""
    articles = {index for index in range(entity.first, entity.last) if document.tokens[index].pos == "DET"}
    return all(index in at or index in articles for index in range(entity.first, entity.last))


def _named(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the first token, and the one behind the last, of names that the lexicon tells."""
    text, tokens = document.text, document.tokens
    for token in tokens:
        for name in _names().get(token.text, ()):
            end = token.span.start + len(name)
            if text[token.span.start : end] != name:
                continue
            last = next((each.index + 1 for each in tokens[token.index :] if each.span.end == end), None)
            if last is not None:
                yield token.index, last
                break


def _with_fighters(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where names stand that fighters are of somewhere: "Abu Tarsk", of "Abu Tarsk *militants*"."""
    persons = [each for each in document.entities if each.label == "PERSON"]
    told = {each.span.of(document.text) for each in persons if _of_fighters(document, each)}
    for each in persons:
        if each.span.of(document.text) in told:
            yield each.first, each.last


def _of_fighters(document: Document, name: Entity) -> bool:
    """Tell whether a plural for attackers stands right behind a name that is part of it."""
    if name.last >= len(document.tokens):
        return False
    noun, last = document.tokens[name.last], document.tokens[name.last - 1]
    plural = noun.pos == "NOUN" and "Number=Plur" in noun.feats
    return plural and last.dep == "compound" and last.head == noun.index and _fighters().has(noun)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[str, ...]]:
    """Return the names by the token they begin with, the longest first."""
    names: list[str] = sorted(language_pack("en").lexicon("bodies")["names"], key=len, reverse=True)
    firsts = {name: (name.split()[0], name.split()[0].split("-")[0]) for name in names}
    words = {word for pair in firsts.values() for word in pair}
    return {word: tuple(name for name in names if word in firsts[name]) for word in words}


@lru_cache(maxsize=1)
def _fighters() -> Phrases[str]:
    return words_of(language_pack("en").lexicon("people")["groups"]["attackers"])
