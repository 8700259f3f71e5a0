"""Suspicion that words put on a name beside them: "suspected Front members", "suspect Cole"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from oqiga.model.span import Span
from oqiga.model.syntax import BODY_LABELS, SUBJECTS, Document, Entity, Sentence, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.guesses import blamed_by_guess
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.members import members, only_may_be
from oqiga.read.blame.naming import named, without_ending
from oqiga.read.frames.names import ends_with, phrase_span

_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE"})
_SPEECH = frozenset('"”»')
_STOPS = frozenset(",.!?")
"""Marks that end what somebody says, and what stands beside them."""
_DOING = frozenset({"nsubj", "obl:agent", "root"})


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One name under suspicion, or told outright to be those. head: the noun that stands for it."""

    name: str
    head: Token
    basis: Basis = Basis.SUSPECTED


def suspicions(document: Document, lexicon: BlameLexicon) -> Iterator[Suspicion]:
    """Yield the names that words beside them make suspects, in the order of the text."""
    for sentence in document.sentences:
        for head in _marked(document, lexicon, sentence):
            people = (child for child in document.children(head, "appos") if child.entity == "PERSON")
            name = next((named(document, lexicon, person) for person in people), None)
            span = phrase_span(document, head, links=lexicon.out_of)
            yield Suspicion(name or _without_mark(document, lexicon, span), head)
        for head in members(document, lexicon, sentence):
            if (name := named(document, lexicon, head)) is not None:
                guess = only_may_be(document, lexicon, head)
                yield Suspicion(name, head, Basis.SUSPECTED if guess else Basis.ACCUSED)
        for head in (*_taken_for(document, lexicon, sentence), *_alleged(document, lexicon, sentence)):
            if (name := named(document, lexicon, head)) is not None:
                yield Suspicion(name, head)


def named_suspects(document: Document, lexicon: BlameLexicon) -> Iterator[Suspicion]:
    """Yield persons whose name stands beside a noun for suspects ("suspect Daniel Cole")."""
    several: set[int] = set()
    for entity in document.entities:
        if entity.label != "PERSON":
            continue
        head = _head_of(document, entity)
        noun = _called_suspect(document, lexicon, entity)
        joined = head.dep == "conj" and head.head in several  # "two suspects, Ali Bel and *Said Gul*"
        if joined or (noun is not None and "Number=Plur" in noun.feats):
            several.add(head.index)
        if joined or noun is not None:
            name = named(document, lexicon, head) or entity.span.of(document.text)
            yield Suspicion(without_ending(name), head)
            for other in _listed_with(document, lexicon, head):
                if (known := named(document, lexicon, other)) is not None:
                    yield Suspicion(known, other)


def _listed_with(document: Document, lexicon: BlameLexicon, name: Token) -> Iterator[Token]:
    """Yield the names listed behind one of several suspects: «организаторы теракта Бел, *Оман* и *Осман*»."""
    noun = document.tokens[name.head]
    if name.dep == "appos" and "Number=Plur" in noun.feats and lexicon.suspects.starts(document, noun):
        for other in document.children(name, "conj"):
            if other.entity == "PERSON":
                yield other


def _marked(document: Document, lexicon: BlameLexicon, sentence: Sentence) -> Iterator[Token]:
    """Yield nouns behind "suspected" that name a body, or militants, bandits and the like."""
    for token in document.tokens_of(sentence):
        if not lexicon.suspected_words.has(token) or token.dep not in ("amod", "compound"):
            continue
        head = _noun_above(document, token)
        between = document.tokens[token.index + 1 : head.index]
        behind = document.children(head, "nmod")
        beside = [
            *between,
            *behind,
            *(each for noun in behind for each in document.children(noun, "compound")),
        ]
        bodies = [each for each in beside if each.entity in BODY_LABELS or each.pos == "PROPN"]
        marked = any(lexicon.attackers.has(each) for each in beside if each.dep in ("compound", "amod"))
        kind = lexicon.attackers.has(head) and (marked or not lexicon.unnamed.has(head))
        kind = kind and _acts(document, lexicon, head)
        if kind or (bodies and (lexicon.persons.has(head) or lexicon.organizations.has(head))):
            yield head


def _acts(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether those a noun names do something; whom police kill or hold is suspected of nothing told."""
    while head.dep == "conj":
        head = document.tokens[head.head]
    cases = document.children(head, "case")
    if cases and all(case.lower in lexicon.out_of for case in cases):  # "dozens of", but not "killings of"
        governor = document.tokens[head.head]
        return governor.dep in _DOING and not lexicon.deeds.has(governor)
    return head.dep in _DOING or any(case.lower not in lexicon.not_doing for case in cases)


def _taken_for(document: Document, lexicon: BlameLexicon, sentence: Sentence) -> Iterator[Token]:
    """Yield what people are taken for: "gunmen believed to be *Front members*"."""
    for token in document.tokens_of(sentence):
        if token.pos != "VERB" or not lexicon.believing.has(token):
            continue
        for being in document.children(token, "xcomp"):
            for head in document.children(being, "xcomp", "obl") if being.pos == "AUX" else ():
                inside = [head, *document.children(head, "compound", "amod", "nmod")]
                body = any(
                    each.entity in BODY_LABELS
                    or lexicon.attackers.has(each)
                    or (each.pos == "PROPN" and each.entity not in _PLACES)
                    for each in inside
                )
                noun = head.pos in ("NOUN", "PROPN")
                if body and noun and blamed_by_guess(document, lexicon, token, head):
                    yield head


def _alleged(document: Document, lexicon: BlameLexicon, sentence: Sentence) -> Iterator[Token]:
    """Yield the noun behind "allegedly by", and the body behind "presumably from"."""
    for token in document.tokens_of(sentence):
        if token.dep != "case" or token.index == sentence.first:
            continue
        head = document.tokens[token.head]
        before = document.tokens[token.index - 1]
        if before.text == "," and token.index - 1 > sentence.first:  # «предположительно, из группировки»
            before = document.tokens[token.index - 2]
        if before.lower not in lexicon.alleging or head.index <= token.index:
            continue
        if head.dep == "obl:agent" and head.head == before.index:  # "believed *by farmers* to be …"
            continue
        names = (head, *document.children(head, "compound"))
        if lexicon.organizations.has(head):
            names = (*names, *document.children(head, "appos", "flat"))
        of_body = token.lower in lexicon.belonging and any(each.entity in BODY_LABELS for each in names)
        if token.lower in lexicon.by or of_body:
            yield head


def _called_suspect(document: Document, lexicon: BlameLexicon, entity: Entity) -> Token | None:
    """Return the noun for suspects right before a name, or by which one describes the other."""
    before = entity.first - 1
    head = _head_of(document, entity)
    if before > 0 and document.tokens[before].lower == ",":
        before = -1 if _speaks(document, lexicon, head) else before - 1
    beside = [document.tokens[before]] if before >= 0 else []
    beside.extend(document.children(head, "appos"))
    beside = [each for each in beside if not _other_case(each, head)]
    while head.dep == "appos":  # «подозреваемый, местный житель Бекир»
        head = document.tokens[head.head]
        beside.append(head)
    beside.extend(_suspected_of(document, _head_of(document, entity)))
    met = (
        token
        for token in beside
        if not _speech_between(document, token, entity)
        if ends_with(document, token, lexicon.suspects) is not None
        or lexicon.suspects.starts(document, token)
    )
    return next((token for token in met if not _guards(document, lexicon, token)), None)


def _speech_between(document: Document, noun: Token, entity: Entity) -> bool:
    """Tell whether speech ends between a noun and a name: "“The attackers were shot*,”* Bekov said"."""
    between = document.tokens[noun.index + 1 : entity.first]
    ends = ({one.text, next_to.text} for one, next_to in pairwise(between))
    return any(end & _SPEECH and end & _STOPS for end in ends)


def _other_case(noun: Token, name: Token) -> bool:
    """Tell whether a name is a subject, the noun before it none: «дело об *убийце* Лунин ведёт»."""
    cases = {feat for feat in noun.feats if feat.startswith("Case=")}
    return "Case=Nom" in name.feats and name.dep.startswith("nsubj") and bool(cases - {"Case=Nom"})


def _suspected_of(document: Document, name: Token) -> list[Token]:
    """Return a suspect whose wrong stands before the name: «*подозреваемый* в убийстве Лунин»."""
    if not name.dep.startswith("nsubj"):
        return []
    beside = document.children(document.tokens[name.head], *SUBJECTS)
    return [each for each in beside if each.index < name.index and document.children(each, "nmod")]


def _speaks(document: Document, lexicon: BlameLexicon, name: Token) -> bool:
    """Tell whether somebody named only says what stands before: "they sought the attackers, *Bekov* said"."""
    return name.dep == "nsubj" and lexicon.saying.has(document.tokens[name.head])


def _guards(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether somebody armed is a guard of the person he belongs to: "the inspector's *gunman*"."""
    owners = document.children(noun, "nmod:poss")
    return lexicon.attackers.has(noun) and any(
        each.pos == "PRON" or lexicon.persons.has(each) or each.entity == "PERSON" for each in owners
    )


def _head_of(document: Document, entity: Entity) -> Token:
    """Return the word of a name that its others hang on."""
    inside = document.tokens[entity.first : entity.last]
    return next((each for each in inside if not entity.first <= each.head < entity.last), inside[-1])


def _without_mark(document: Document, lexicon: BlameLexicon, span: Span) -> str:
    """Return the name without "suspected" in front."""
    first, _, rest = span.of(document.text).partition(" ")
    return rest if rest and first.lower() in lexicon.marks else span.of(document.text)


def _noun_above(document: Document, token: Token) -> Token:
    """Return the noun that a run of compounds hangs on."""
    head = document.tokens[token.head]
    while head.dep == "compound" and head.head > head.index:
        head = document.tokens[head.head]
    return head
