"""Those blamed who stand elsewhere: in a list behind a colon, before "they" or a day, before "as"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.deeds import in_quotes
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.naming import own_body
from oqiga.read.frames.armed_names import names_armed_body
from oqiga.read.frames.clauses import undergoer_of
from oqiga.read.frames.frame import Hit

_OF_OTHERS = ("obj", "iobj", "nmod", "obl")
"""How a noun hangs on a word that says nothing of the subject by it."""
TIMES = ("DATE", "TIME")
"""Labels of days and hours."""
_PHRASE = 10
"""Tokens behind a noun within which the colon of its list stands."""
_NEAR = 80
"""Tokens that "they" and "the group" reach back."""


def listed_behind(document: Document, top: Token, verb: Token) -> list[Token]:
    """Return the persons listed behind a colon who are those a noun counts: «трое: Бекир, Лунин и Иванов».

    So they are behind a dash, where no name stands before it: «отец и сын — Али и Тимур Бекиры — получили».
    """
    near = document.tokens[top.index + 1 : min(top.index + _PHRASE, document.sentence_of(top).last)]
    marks = (":",) if top.pos == "PROPN" or top.entity else (":", "—", "–")
    colon = next((each.index for each in near if each.text in marks), None)
    if colon is None:
        return []
    for governor in (top, verb, *document.tokens[top.index + 1 : colon]):
        for child in document.children(governor, "parataxis", "appos"):
            if child.entity in ("PERSON", "ORG") and child.index > colon:
                return _with_joined(document, child)
    return []


def listed_with(document: Document, first: Token) -> list[Token]:
    """Return the persons of a list of three and more, each hung on the one before: "Bel, Oman and Osman"."""
    if first.entity != "PERSON":
        return []
    found, left = [first], [first]
    while left:
        name = left.pop()
        for child in document.children(name, "conj", "appos"):
            joined = child.dep == "conj" or document.children(child, "conj")
            if child.entity == "PERSON" and joined and child not in found:
                found.append(child)
                left.append(child)
    return sorted(found, key=lambda each: each.index) if found[2:] else []


def they(document: Document, lexicon: BlameLexicon, pronoun: Token) -> list[Token]:
    """Return the persons joined in a list that a plural pronoun takes up; none where others stand nearer."""
    if pronoun.pos != "PRON" or "Number=Plur" not in pronoun.feats or pronoun.lemma in lexicon.relative:
        return []
    for token in _backwards(document, pronoun.index):
        if token.entity == "PERSON" and (joined := _with_joined(document, token))[1:]:
            return joined
        others = lexicon.attackers.has(token) or lexicon.organizations.has(token)
        if others and "Number=Plur" in token.feats:
            return []
    return []


def body_before(document: Document, lexicon: BlameLexicon, span: Span) -> Token | None:
    """Return the body by whose kind it is called, named before a span: «движение *«Заря»* … группировка»."""
    inside = (token for token in document.tokens if token.span.start >= span.start)
    first = next(inside, None)
    for token in _backwards(document, first.index if first is not None else len(document.tokens)):
        if token.entity == "ORG" and token.dep in ("appos", "nmod", "flat", "flat:name"):
            governor = document.tokens[token.head]
            if lexicon.organizations.has(governor) or governor.lemma in lexicon.taking_up:
                return token
    return None


def only_body(document: Document, lexicon: BlameLexicon, span: Span) -> Token | None:
    """Return the one armed body named before a span, None where there is none or more than one."""
    found: dict[str, Token] = {}
    for entity in document.entities:
        if entity.span.start < span.start and names_armed_body(document, lexicon.pack, entity):
            words = document.tokens[entity.first : entity.last]
            name = " ".join(each.text for each in words if each.pos != "DET")
            found.setdefault(name, words[-1])
    return next(iter(found.values())) if len(found) == 1 else None


def bodies_joined(document: Document, lexicon: BlameLexicon, fighters: Token) -> list[Token]:
    """Return the further bodies that fighters are of: «боевики «Зари» и *«Тарского фронта»*»."""
    own = own_body(document, lexicon, fighters)
    if own is None or own.index == fighters.index:
        return []
    tops = (own, document.tokens[own.head]) if own.head != fighters.index else (own,)
    found = []
    for other in (each for top in tops for each in document.children(top, "conj")):
        inside = (other, *document.children(other, "nmod"))  # «Тарского *фронта*», whatever leads
        named = (each for each in inside if in_quotes(document, each) or each.entity == "ORG")
        if "Case=Gen" in other.feats:
            found += [each for each in named if "Case=Gen" in each.feats][-1:]
    return found


def held_as(document: Document, lexicon: BlameLexicon, noun: Token) -> Token | None:
    """Return whom somebody takes for what a noun says: "whom police regard *as* the prime suspect"."""
    led = noun.dep == "obl" and any(case.lower in lexicon.naming for case in document.children(noun, "case"))
    return undergoer_of(document, document.tokens[noun.head]) if led else None


def says_it_of_others(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> bool:
    """Tell whether a noun says nothing of the subject: "the bureau held two *suspects in* the bombing"."""
    noun, governor = hit.trigger, document.tokens[hit.trigger.head]
    if noun.pos == "ADJ" and noun.dep == "xcomp" and document.children(governor, "obj"):
        return True  # "the Front held the army *responsible* for it"
    if hit.match.length == 1 or noun.pos != "NOUN" or noun.dep not in _OF_OTHERS:
        return False
    cases = document.children(noun, "case")
    among = noun.dep == "obl" and governor.pos == "AUX"  # "is *among* the suspects"
    return not among and not any(case.lower in lexicon.naming for case in cases)


def described_by(document: Document, lexicon: BlameLexicon, noun: Token) -> Token:
    """Return whom a noun only describes: "*Ali Bekov*, a Moroccan accused of it"; else the noun."""
    person = document.tokens[noun.head]
    anybody = noun.entity == "NORP" or lexicon.persons.has(noun)
    described = noun.dep == "appos" and person.entity == "PERSON" and person.index < noun.index
    return person if described and anybody and noun.entity != "PERSON" else noun


def ends_a_name(document: Document, head: Token) -> bool:
    """Tell whether a country only ends the name of a body: "the Islamic State of Iraq and *Syria*"."""
    before = document.tokens[max(0, head.index - 2) : head.index]
    joined = len(before) == 2 and before[1].dep == "cc"
    return head.entity == "GPE" and joined and before[0].entity in ("GPE", "ORG") and before[0].dep == "nmod"


def other_name(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether capitals only say again who was named before: "the Red Front, or RF,"."""
    before = document.tokens[max(0, head.index - 2) : head.index]
    leads = len(before) == 2 and before[0].text == "," and before[1].lower in lexicon.alias
    return leads and head.text.isupper()


def no_day(document: Document, subject: Token | None) -> Token | None:
    """Return a subject; for a day the name right before it: "the Front (RF) *Saturday* killed"."""
    if subject is None or subject.entity not in TIMES or subject.index == 0:
        return subject
    before = subject.index - 1
    while before > 0 and document.tokens[before].text == ")":
        bracketed = document.tokens[before].head
        before = bracketed if bracketed < before else 0
    named = next((each for each in document.entities if each.first <= before < each.last), None)
    if named is None or named.label in TIMES:
        return None
    inside = document.tokens[named.first : named.last]
    return next((each for each in inside if not named.first <= each.head < named.last), inside[-1])


def _with_joined(document: Document, first: Token) -> list[Token]:
    return [first, *(each for each in document.children(first, "conj") if each.entity == first.entity)]


def _backwards(document: Document, index: int) -> Iterator[Token]:
    tokens: Sequence[Token] = document.tokens[max(0, index - _NEAR) : index]
    yield from reversed(tokens)
