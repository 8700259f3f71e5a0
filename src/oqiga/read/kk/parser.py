"""Kazakh text to the common syntax: own morphology, a shallow tree from the rules of word order.

Words of a text in Latin script carry their Cyrillic spelling as `text`, so that one lexicon reads both; their
spans are those of the report. A light verb and its noun ("қаза тапты") are joined by `compound:lvc`.
"""

from __future__ import annotations

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Entity, Sentence, Token
from oqiga.read.kk.clauses import ClauseBuilder
from oqiga.read.kk.coordination import join_lists
from oqiga.read.kk.entities import label, lands
from oqiga.read.kk.fitting import words_of
from oqiga.read.kk.light_verbs import join_light_verbs
from oqiga.read.kk.phrases import build_phrases
from oqiga.read.kk.scripts import alphabet_of, to_cyrillic
from oqiga.read.kk.set_apart import mark_sources, name_people, name_quoted
from oqiga.read.kk.tokens import paragraphs, sentences
from oqiga.read.kk.words import Word


def parse(text: str) -> Document:
    """Parse a cleaned Kazakh text in Cyrillic or Latin; paragraphs are separated by an empty line.

    Sentences never run over a paragraph break. Spans are code points of `text`.
    """
    alphabet = alphabet_of(text)
    tokens: list[Token] = []
    found: list[Sentence] = []
    entities: list[Entity] = []
    for number, (offset, block) in enumerate(paragraphs(text)):
        for pieces in sentences(block, offset):
            words = words_of(pieces, alphabet)
            _shape(words)
            first = len(tokens)
            tokens.extend(_tokens(words, first, alphabet))
            entities.extend(_entities(words, first))
            span = Span(pieces[0].span.start, pieces[-1].span.end)
            found.append(Sentence(len(found), first, len(tokens), span, number))
    return Document(text, "kk", tuple(tokens), tuple(found), tuple(entities))


def _shape(words: list[Word]) -> None:
    """Find names, then phrases, lists and clauses; every word has a head afterwards."""
    label(words)
    mark_sources(words)
    join_light_verbs(words)
    name_people(words)
    name_quoted(words)
    build_phrases(words)
    join_lists(words)
    ClauseBuilder(words).build()


def _tokens(words: list[Word], first: int, alphabet: str) -> list[Token]:
    return [
        Token(
            index=first + place,
            text=word.text,
            lemma=word.reading.lemma,
            pos=word.pos,
            feats=_as_spelled(word, _feats(word), alphabet),
            dep=word.dep,
            head=first + word.head,
            span=word.piece.span,
            entity=word.entity,
        )
        for place, word in enumerate(words)
    ]


def _as_spelled(word: Word, feats: frozenset[str], alphabet: str) -> frozenset[str]:
    """Return features in which the letters of a case are counted as the report spells them: -nyng, 4."""
    written = word.piece.text
    cut = next((feat for feat in feats if feat.startswith("Cut=")), None)
    if cut is None or len(written) == len(word.text):
        return feats
    stem = len(word.text) - int(cut[4:])
    ends = (end for end in range(len(written)) if len(to_cyrillic(written[:end], alphabet)) == stem)
    end = max(ends, default=None)
    return feats if end is None else feats - {cut} | {f"Cut={len(written) - end}"}


def _feats(word: Word) -> frozenset[str]:
    """Return the features of a word with those that its auxiliaries add, without the builder's marks."""
    if "VerbForm=Vnoun" in word.reading.feats and not word.reading.possessed and not word.extra:
        return word.reading.feats | {
            "VerbForm=Inf"
        }  # "адам өлтіру", to kill: nothing is told to have happened
    if not word.extra:
        return word.reading.feats
    own = word.reading.feats
    if "VerbForm=Fin" in word.extra:
        own = own - {"VerbForm=Conv", "VerbForm=Part", "Case=Nom", "Number=Sing"}
    return own | {feat for feat in word.extra if not feat.startswith(("Chain=", "Said="))}


def _goes_on(words: list[Word], place: int) -> bool:
    """Tell whether a name goes on: no land stands before as a phrase of its own, "Ресей Украинаға"."""
    before = words[place - 1]
    return before.reading.lemma not in lands() or before.dep == "compound"


def _entities(words: list[Word], first: int) -> list[Entity]:
    found: list[Entity] = []
    place = 0
    while place < len(words):
        kind, end = words[place].entity, place + 1
        while kind and end < len(words) and words[end].entity == kind and _goes_on(words, end):
            end += 1
        if kind:
            span = Span(words[place].piece.span.start, words[end - 1].piece.span.end)
            found.append(Entity(kind, first + place, first + end, span))
        place = end
    return found
