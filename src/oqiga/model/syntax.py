"""A parsed text, the same for every language: tokens in a dependency tree, sentences, named entities.

Relations are Universal Dependencies v2 (`nsubj`, `nsubj:pass`, `obj`, `obl`, `obl:agent`, `nmod`, `nummod`,
`amod`, `appos`, `conj`, `cc`, `case`, `aux`, `aux:pass`, `advmod`, `acl`, `acl:relcl`, `advcl`, `ccomp`,
`xcomp`, `parataxis`, `compound`, `flat`, `mark`, `det`, `root`, …), whatever the parser behind them calls
them: language adapters translate. A language without a parser builds a shallow tree from its morphology.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from oqiga.model.span import Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
"""Labels of entities that are places."""
BODY_LABELS = frozenset({"ORG", "NORP"})
"""Labels of entities that are organizations, movements or peoples."""
SUBJECTS = ("nsubj", "nsubj:pass")
"""Relations of a subject, of an active clause or of a passive one."""
ARGUMENTS = frozenset({*SUBJECTS, "obj"})
"""Relations of those whom a verb is about."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or punctuation mark.

    index, head: positions in `Document.tokens`; a root is its own head, one for each part of a sentence that
    a semicolon parts.
    lemma, lower: in lower case; `lower` is the word as it stands. pos: UD part of speech.
    feats: UD features as "Name=Value".
    entity: PERSON, ORG, GPE, LOC, FAC, NORP, DATE, … (OntoNotes names) or "".
    """

    index: int
    text: str
    lemma: str
    pos: str
    feats: frozenset[str]
    dep: str
    head: int
    span: Span
    entity: str = ""
    lower: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive) of the document. paragraph: number of its paragraph."""

    index: int
    first: int
    last: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A name found by the parser: tokens `first` to `last` (exclusive); label as in `Token.entity`."""

    label: str
    first: int
    last: int
    span: Span


_MANY = 20
"""Dependents of one token beyond which they are kept by their relation."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed text. language: of the parser that made it (ISO 639-1)."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _sentence_of: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _by_relation: dict[int, dict[str, list[Token]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        owner = [0] * len(self.tokens)
        for sentence in self.sentences:
            for index in range(sentence.first, sentence.last):
                owner[index] = sentence.index
        object.__setattr__(self, "_children", tuple(tuple(each) for each in children))
        object.__setattr__(self, "_sentence_of", tuple(owner))
        object.__setattr__(self, "_by_relation", {})

    def with_tokens(self, changed: Mapping[int, Token]) -> Document:
        """Return this document with some tokens put in the place of those at their indices."""
        if not changed:
            return self
        return replace(self, tokens=tuple(changed.get(each.index, each) for each in self.tokens))

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Return the dependents of `token` in order; only those with one of `deps`, if any are given."""
        found = self._children[token.index]
        if deps and len(found) > _MANY:  # heads of long lists are asked again and again
            return self._sorted_out(token.index, deps)
        tokens = self.tokens
        if not deps:
            return tuple([tokens[index] for index in found])
        return tuple([child for index in found if (child := tokens[index]).dep in deps]) if found else ()

    def _sorted_out(self, head: int, deps: tuple[str, ...]) -> tuple[Token, ...]:
        """Return dependents from a table by their relation, which is made when first asked for."""
        if head not in self._by_relation:
            table: dict[str, list[Token]] = {}
            for index in self._children[head]:
                table.setdefault(self.tokens[index].dep, []).append(self.tokens[index])
            self._by_relation[head] = table
        found = [child for dep in dict.fromkeys(deps) for child in self._by_relation[head].get(dep, ())]
        return tuple(sorted(found, key=lambda child: child.index))

    def head(self, token: Token) -> Token | None:
        """Return the token that governs `token`, None at the root."""
        return None if token.head == token.index else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the governors of `token`, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """Return `token` and everything below it, in order of the text."""
        found, waiting = [], [token.index]
        while waiting:
            index = waiting.pop()
            found.append(index)
            waiting.extend(self._children[index])
        return [self.tokens[index] for index in sorted(found)]

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence that holds `token`."""
        return self.sentences[self._sentence_of[token.index]]

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds the code point, None between sentences."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.span.start) - 1
        if index < 0 or position >= self.sentences[index].span.end:
            return None
        return self.sentences[index]

    def sentences_between(self, earlier: Token, later: Token) -> int:
        """Return how many sentences on from `earlier` a token stands, less than 0 when it stands before."""
        return self._sentence_of[later.index] - self._sentence_of[earlier.index]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def span_of(self, first: Token, last: Token) -> Span:
        """Return the span from the start of `first` to the end of `last`."""
        return Span(first.span.start, last.span.end)
