"""Russian text to the common syntax: razdel, the slovnet models and pymorphy3, reshaped for the engines.

Lemmas are written with е for ё. Names of people are PERSON, of places GPE, of organisations ORG.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from razdel import sentenize, tokenize
from razdel.substring import Substring

from oqiga.model.span import Span
from oqiga.model.syntax import SUBJECTS, Document, Entity, Sentence, Token
from oqiga.read.ru.morphology import full_participle, lemma, lives, only_plural, short_participle
from oqiga.read.ru.network import Analysis, analyse
from oqiga.read.ru.relations import reshape
from oqiga.read.ru.set_off import commas, restored
from oqiga.read.ru.word import Word

_LONGEST = 256
"""Words of a sentence; longer ones are cut, for the scores of arcs grow with the square."""

_LONGEST_TEXT = 4096
"""Characters given to the tokeniser at once: its time grows with the square on words joined by hyphens."""

_DATELINE = re.compile(r"\A[A-ZА-ЯЁ][A-ZА-ЯЁ.]{3,24}(?: /[^/\s]{2,20}/)? ?[-–—] (?=[А-ЯЁ«\"“])")
"""An agency in capitals and a dash in front of its first sentence, which it is no part of."""

_JOINED = frozenset({"conj", *SUBJECTS})
"""Relations of participles that are taken for nouns where another word stands for whom they describe."""

_ENTITIES = {"PER": "PERSON", "LOC": "GPE", "ORG": "ORG"}


def parse(text: str) -> Document:
    """Parse a cleaned Russian text; paragraphs are separated by an empty line.

    Sentences never run over a paragraph break. Spans are code points of `text`.
    """
    (document,) = parse_all([text])
    return document


def parse_all(texts: Sequence[str]) -> list[Document]:
    """Parse texts, each by itself; the networks run over the sentences of all of them together."""
    pieces = [list(_pieces(text)) for text in texts]
    written = [[token.text for token in inside] for each in pieces for _, _, inside in each]
    hidden = [commas(each) for each in written]
    analyses = analyse([_without(each, left) for each, left in zip(written, hidden, strict=True)])
    whole = (
        restored(found, left, len(each)) for found, left, each in zip(analyses, hidden, written, strict=True)
    )
    return [_document(text, inside, whole) for text, inside in zip(texts, pieces, strict=True)]


def _document(
    text: str, pieces: Sequence[tuple[int, int, list[Any]]], analyses: Iterator[Analysis]
) -> Document:
    """Make the document of a text of its sentences, whose analyses come next."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for paragraph, offset, inside in pieces:
        analysis = next(analyses)
        first = len(tokens)
        spans = [Span(offset + token.start, offset + token.stop) for token in inside]
        labels = _labels(analysis)
        words = _words([token.text for token in inside], analysis)
        tokens.extend(_tokens(words, spans, labels, first))
        last = len(tokens)
        span = Span(spans[0].start, spans[-1].end)
        sentences.append(Sentence(len(sentences), first, last, span, paragraph))
        entities.extend(_entities(analysis, spans, first))
    return Document(text, "ru", tuple(tokens), tuple(sentences), tuple(entities))


def _without(texts: list[str], left: frozenset[int]) -> list[str]:
    return [text for index, text in enumerate(texts) if index not in left] if left else texts


def _pieces(text: str) -> Iterator[tuple[int, int, list[Any]]]:
    """Yield the sentences: number of the paragraph, offset in the text, razdel's tokens."""
    start, number = 0, 0
    for block in text.split("\n\n"):
        for sentence in sentenize(block) if block.strip() else ():
            for offset, part in _short(sentence.text):
                for shift, inside in _tokenised(part):
                    yield number, start + sentence.start + offset + shift, inside
        number += bool(block.strip())
        start += len(block) + 2


def _tokenised(part: str) -> Iterator[tuple[int, list[Any]]]:
    """Yield razdel's tokens of a sentence, its dateline and stretches too long for the network apart.

    The offset of a stretch is that from which its tokens count.
    """
    lead = len(dateline[0]) if (dateline := _DATELINE.match(part)) is not None else 0
    for shift, piece in ((0, part[:lead]), (lead, part[lead:])):
        inside = [each for token in tokenize(piece) for each in _without_comma(token)]
        for cut in range(0, len(inside), _LONGEST):
            yield shift, inside[cut : cut + _LONGEST]


def _without_comma(token: Any) -> tuple[Any, ...]:
    """Return a token of razdel, of a number with the comma behind it both: «ранены 45*,* 12 тяжело»."""
    if len(token.text) == 1 or token.text[-1] != "," or not token.text[-2].isdecimal():
        return (token,)
    cut = token.stop - 1
    return Substring(token.start, cut, token.text[:-1]), Substring(cut, token.stop, ",")


def _short(text: str) -> Iterator[tuple[int, str]]:
    """Yield offset and text of parts that the tokeniser takes in little time, cut between words if may be."""
    start = 0
    while len(text) - start > _LONGEST_TEXT:
        space = text.rfind(" ", start + 1, start + _LONGEST_TEXT)
        end = space if space > 0 else start + _LONGEST_TEXT
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _words(texts: list[str], analysis: Analysis) -> list[Word]:
    words = []
    for text, tag, head, relation in zip(
        texts, analysis.tags, analysis.heads, analysis.relations, strict=True
    ):
        pos, feats = _features(tag)
        if pos in ("NOUN", "PROPN", "ADJ") and (mended := short_participle(text.lower())) is not None:
            tag, (pos, feats) = mended, _features(mended)
        joined = pos == "NOUN" and relation in _JOINED
        if joined and (mended := full_participle(text.lower(), tag)) is not None:
            tag, (pos, feats) = mended, _features(mended)
        if pos == "NOUN" and "Animacy=Anim" in feats and not lives(text.lower()):
            feats -= {"Animacy=Anim"}
        if pos == "NOUN" and "Number=Sing" in feats and text.islower() and only_plural(text):
            feats = (feats - {"Number=Sing"}) | {"Number=Plur"}
        words.append(
            Word(text, tag, pos, feats, lemma(text.lower(), tag), relation if head >= 0 else "root", head)
        )
    _join_names(words, analysis.entities)
    reshape(words)
    return words


def _join_names(words: list[Word], entities: tuple[str, ...]) -> None:
    """«Хурсанд Мазоров»: the words of one person's name are one name, also where the tree sets them apart."""
    for position, (word, label) in enumerate(zip(words, entities, strict=True)):
        if label == "I-PER" and word.dep == "appos" and word.head == position - 1:
            word.dep = "flat:name"


@lru_cache(maxsize=1024)
def _features(tag: str) -> tuple[str, frozenset[str]]:
    pos, _, feats = tag.partition("|")
    return pos, frozenset(feats.split("|")) - {""}


def _tokens(words: list[Word], spans: list[Span], labels: list[str], first: int) -> Iterator[Token]:
    for position, (word, span, label) in enumerate(zip(words, spans, labels, strict=True)):
        index = first + position
        yield Token(
            index=index,
            text=word.text,
            lemma=word.lemma,
            pos=word.pos,
            feats=word.feats,
            dep=word.dep,
            head=index if word.head < 0 else first + word.head,
            span=span,
            entity=label,
        )


def _labels(analysis: Analysis) -> list[str]:
    return [_ENTITIES.get(name.partition("-")[2], "") for name in analysis.entities]


def _entities(analysis: Analysis, spans: list[Span], first: int) -> Iterator[Entity]:
    names = analysis.entities
    position = 0
    while position < len(names):
        label = _ENTITIES.get(names[position].partition("-")[2])
        end = position + 1
        while label and end < len(names) and names[end] == f"I-{names[position][2:]}":
            end += 1
        if label:
            span = Span(spans[position].start, spans[end - 1].end)
            yield Entity(label, first + position, first + end, span)
        position = end
