"""Where the name of somebody blamed begins and ends: its genitives and its body, no age and no wrong."""

from __future__ import annotations

from oqiga.model.span import Span
from oqiga.model.syntax import BODY_LABELS, Document, Token
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.pronouns import BODIES
from oqiga.read.frames.names import phrase_span

OF = frozenset({"of", "for"})
_LOOSE = frozenset({"ADP", "DET", "CCONJ", "PUNCT"})
"""Words with which no name ends."""
_CLOSING = frozenset({'"', "”", "»", "''"})
"""Marks with which one does: they close a name that a quotation opens."""
_OPENING = frozenset({'"', "“", "«", "„"})
"""Marks that open a quotation."""
_DESCRIBING = frozenset({"ADJ", "VERB", "DET", "NUM"})
"""Words in front of a person's name that are no part of it."""


def first_of(document: Document, head: Token, span: Span) -> int:
    """Return the first token of a span that ends with a noun, or goes on behind it."""
    first = head.index
    while first > 0 and document.tokens[first - 1].span.start >= span.start:
        first -= 1
    return first


def from_a_land(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a place is where somebody comes from: «выходец *из Туниса*»."""
    cases = {case.lower for case in document.children(noun, "case")}
    return noun.entity == "GPE" and bool(cases & lexicon.belonging)


def _before_name(lexicon: BlameLexicon, token: Token) -> bool:
    """Tell whether a word in front of a person's name is no part of it: "айыпталушы *Арман Беков*"."""
    common = token.pos == "NOUN" and not token.entity
    owned = "Person[psor]=3" in token.feats  # "зауыт *қызметкері* Арман Беков"
    called = common and (owned or lexicon.attackers.has(token) or token.dep == "nmod:poss")
    return called or token.pos in _DESCRIBING


def _only_describes(token: Token) -> bool:
    """Tell whether a word in front of a body's name is no part of it: an adjective with a small letter."""
    return token.pos in ("ADJ", "VERB", "ADV") and not token.entity and token.text.islower()


def _behind_kind(document: Document, lexicon: BlameLexicon, head: Token, first: int) -> int:
    """Return where a name begins behind a noun for its kind: "the extremist group *Red Front*"."""
    if head.pos != "PROPN":
        return first
    kinds = [
        token.index
        for token in document.tokens[first : head.index]
        if token.pos in ("NOUN", "PROPN") and token.text.islower() and lexicon.organizations.has(token)
    ]
    behind = kinds[-1] + 1 if kinds else first
    return behind if document.tokens[behind].pos == "PROPN" else first


def _tries(lexicon: BlameLexicon, token: Token) -> bool:
    """Tell whether a noun before a name is the court or office that acts: "Ош *соты* Бековты соттады"."""
    return "Person[psor]=3" in token.feats and not token.entity and lexicon.forces.has(token)


def without_age(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> Span:
    """Return the name of a person without adjectives in front: «30-летний *Артём Лунин*»."""
    first = first_of(document, head, span)
    inside = document.tokens[first : head.index]
    apart = any(
        each.text in _CLOSING or each.pos == "ADP" or _tries(lexicon, each) for each in inside
    )  # «находящийся *за* границей Лунин»
    if head.entity == "PERSON" and apart:
        own = (each.first for each in document.entities if each.first <= head.index < each.last)
        first = next(own, first)  # "«Қара ту» жетекшісі *Арман Беков*"
    while head.entity == "PERSON" and first < head.index and _before_name(lexicon, document.tokens[first]):
        first += 1
    while first < head.index and document.tokens[first].pos == "ADV":
        first += 1  # "an *apparently* new group"
    first = _behind_kind(document, lexicon, head, first)
    body = head.entity in BODIES and not (
        head.text.isupper() and lexicon.armies.has(head)
    )  # «карабахские ВС»
    while body and first < head.index and _only_describes(document.tokens[first]):
        first += 1  # "leftist *Red Front*"
    before = document.tokens[first - 1] if first else None
    if before is not None and before.pos == "NUM" and before.head == head.index and before.entity == "DATE":
        first -= 1  # "28 жастағы Шымкент тұрғыны": the number is of the age
    return Span(document.tokens[first].span.start, span.end)


def with_genitives(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> Span:
    """Return a name with the genitives behind it that tell which one is meant: «граждане *Таджикистана*»."""
    if head.entity == "PERSON":
        return span
    for child in document.children(head, "nmod"):
        ruled = "Case=Gen" in child.feats and child.pos in ("NOUN", "PROPN")
        inner = phrase_span(document, child)
        next_to_it = child.index > head.index and inner.start - span.end <= 1
        if "(" in document.text[head.span.end : child.span.start]:  # «Силы Севера (СС) рынка»
            break
        led = document.children(child, "case")
        if led and from_a_land(document, lexicon, child):  # «выходец *из Туниса*»
            next_to_it = led[0].span.start - span.end <= 1
            led = ()
        if ruled and next_to_it and not led:
            span = Span(span.start, max(span.end, with_genitives(document, lexicon, child, inner).end))
    return span


def inside_marks(document: Document, head: Token, span: Span) -> Span:
    """Return the name of a noun in quotation marks from mark to mark: запрещённый «*Отряд имама Бекира*»."""
    inside = document.tokens[first_of(document, head, span) : head.index]
    before = [each for each in inside if each.text in _OPENING]
    front = inside[: before[-1].index - inside[0].index] if before else ()
    described = before and all(each.pos in _DESCRIBING | {"ADP"} or each.entity == "GPE" for each in front)
    opening = before[-1].span.end if described else span.start
    span = Span(opening, span.end)
    last = next((each.index for each in document.tokens[head.index :] if each.text in _CLOSING), head.index)
    return Span(span.start, max(span.end, document.tokens[max(head.index, last - 1)].span.end))


def with_body_from(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> Span:
    """Return a name with the body its people are from, none cut short: "militants *from the Red Front*"."""
    if lexicon.attackers.has(head) or lexicon.membership.has(head):
        for child in document.children(head, "nmod"):
            cases = {case.lower for case in document.children(child, "case")}
            if cases & lexicon.belonging and names_body(document, lexicon, child):
                span = Span(span.start, max(span.end, phrase_span(document, child, links=OF).end))
    cut = (
        each.span.end
        for each in document.entities
        if each.label == "ORG" and each.span.start < span.end < each.span.end
    )
    return Span(span.start, max(cut, default=span.end))


def names_body(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a noun is the name of a body, or for a body with a name: "the Tarsk *gang*"."""
    if noun.entity in BODY_LABELS or (noun.pos == "PROPN" and not noun.entity):
        return True
    beside = document.children(noun, "compound", "amod", "appos")
    return lexicon.organizations.has(noun) and any(each.pos == "PROPN" for each in beside)


def without_wrong(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> Span:
    """Return a name without a noun for the wrong that the parser ties to it ("a *charge* Astana denies")."""
    first = first_of(document, head, span)
    while (
        first < head.index
        and document.tokens[first].pos == "NOUN"
        and _wrong(lexicon, document.tokens[first])
    ):
        first += 1
    return Span(document.tokens[first].span.start, _name_end(document, lexicon, head, span))


def _name_end(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> int:
    """Return where a name ends whose phrase goes on with what was done: "the Front *for the attacks*"."""
    last = head.index
    for token in document.tokens[head.index + 1 :]:
        if token.span.end > span.end:
            break
        wrong = token.pos == "NOUN" and _wrong(lexicon, token)
        cases = [case.index for case in document.children(token, "case") if case.index > head.index]
        if wrong and cases:
            last = min(last, cases[0] - 1)
            break
        last = token.index
    while (
        last > head.index
        and document.tokens[last].pos in _LOOSE
        and document.tokens[last].text not in _CLOSING
    ):
        last -= 1
    whole = last + 1 == len(document.tokens) or document.tokens[last + 1].span.start >= span.end
    return span.end if whole else document.tokens[last].span.end


def _wrong(lexicon: BlameLexicon, token: Token) -> bool:
    return lexicon.generic.has(token) and not lexicon.persons.has(token)
