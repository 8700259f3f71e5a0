"""People who only were counted twice: "*one body* had been counted twice" tells of nobody more."""

from __future__ import annotations

from oqiga.model.syntax import Document
from oqiga.read.tolls.people import People
from oqiga.read.tolls.revision_words import RevisionWords

_LEVELS = 2
"""Words between those counted and the verb of counting."""
_BESIDE = 4
"""Words before and behind that verb among which "twice" stands."""


def counted_twice(document: Document, people: People, words: RevisionWords) -> bool:
    """Tell whether the words about these people are that they had been counted more than once."""
    verb = document.tokens[people.head]
    for _ in range(_LEVELS + 1):
        if verb.lemma in words.recounting:
            sentence = document.sentence_of(verb)
            start, end = max(sentence.first, verb.index - _BESIDE), min(sentence.last, verb.index + _BESIDE)
            return words.twice.search(document.tokens, start, end) is not None
        above = document.head(verb)
        if above is None:
            return False
        verb = above
    return False
