"""Kazakh words of closed classes with an example sentence (examples/closed.yaml): each is what its list says."""

import pytest

from oqiga.read.kk.parser import parse
from oqiga.read.languages import language_pack
from oqiga.read.phrases import labelled

PARTS = {"PRON", "DET", "ADP", "CCONJ", "PART", "ADV", "ADJ"}
WORDS = [
    (part, words, *line.rsplit(" = ", 1))
    for part, listed in language_pack("kk").lexicon("examples/closed").items()
    for words, line in listed.items()
]


@pytest.mark.parametrize(("part", "words", "text", "reading"), WORDS)
def test_words_of_closed_classes_are_what_their_list_says(part, words, text, reading):
    document = parse(text)
    assert reading
    for word in words.split(", "):
        if part in PARTS:
            assert part in {token.pos for token in document.tokens if token.lower == word}, word
        elif part == "abbreviations":
            assert f"{word}. " in text
            assert len(document.sentences) == 1
        elif part == "auxiliaries":
            assert any(token.lower.startswith(word) for token in document.tokens), word
        else:
            assert labelled({"": [word]}).search(document.tokens, 0, len(document.tokens)) is not None, word
