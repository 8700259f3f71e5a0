"""Who is blamed: the part of the clause that names them, pronouns resolved to those told before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Entity, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import REACH, chain, doer_of, is_passive, subject_of, undergoer_of
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.names import heads_of, phrase_span, proper_name, quoted_name, without_case

_OF = frozenset({"of", "for"})
_BODIES = ("ORG", "NORP", "GPE")
_ACTING = ("PERSON", "ORG", "NORP", "GPE")
_CASES = {"dative": "Case=Dat", "ablative": "Case=Abl"}
_TIMES = ("DATE", "TIME")
_PLACES = ("GPE", "LOC", "FAC")
_LOOSE = frozenset({"ADP", "DET", "CCONJ", "PUNCT"})
"""Words with which no name ends."""
_CLOSING = frozenset({'"', "”", "»", "''"})
"""Marks with which one does: they close a name that a quotation opens."""
_DOERS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
BACK = 400
"""Tokens that a pronoun may reach back."""


def perpetrators_of(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> list[Token]:
    """Return the nouns that name those blamed; pronouns stay as they are."""
    top = _named_as(document, lexicon, hit) or _place(document, lexicon, hit)
    if top is None:
        return []
    heads = [head for head in heads_of(document, top) if head.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET")]
    heads = [head for head in heads if head is heads[0] or not _other_name(document, lexicon, head)]
    renamed = len(heads) == 2 and heads[0].pos == "NOUN" and heads[1].pos == "PROPN"
    if renamed and not document.children(
        heads[0], "cc"
    ):  # "a splinter group, the Red Front": one, and its name
        return heads[1:]
    return heads


def _other_name(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether capitals only say again who was named before: "the Red Front, or RF,"."""
    before = document.tokens[max(0, head.index - 2) : head.index]
    leads = len(before) == 2 and before[0].text == "," and before[1].lower in lexicon.alias
    return leads and head.text.isupper()


def _place(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> Token | None:
    frame, trigger = hit.frame, hit.trigger
    if frame.who == "subject" and trigger.pos == "ADJ" and trigger.dep == "amod":
        return None  # "those responsible for the attack"
    if frame.who == "links":
        return _linked(document, hit)
    verb = _verb(document, trigger)
    if frame.who in _CASES:
        return _in_case(document, lexicon, verb, _CASES[frame.who])
    if frame.by == "deed":
        return _doer_believed(document, lexicon, verb)
    if frame.who == "object":
        agent = _agent_of_deed(document, verb) or _agent_of_deed(document, trigger)
        if agent is not None:
            return agent
    if frame.who == "object":
        return undergoer_of(document, verb) or _told_of(document, lexicon, verb, any_deed=hit.met is not None)
    if is_passive(document, verb) and (doer := doer_of(document, verb)) is not None:
        return doer
    if frame.by == "named" and is_passive(document, verb):  # who was seized did nothing
        return None
    return subject_of(document, verb)


def _in_case(document: Document, lexicon: BlameLexicon, verb: Token, case: str) -> Token | None:
    """Return who stands in a case below a verb, the nearest first: «*Бекке* айып тағылды» charges Bek."""
    for child in reversed(document.children(verb, "obl", "iobj")):
        bare = case in child.feats and not document.children(child, "case")
        if bare and (child.pos == "PRON" or _acts(document, lexicon, child)):
            return child
    return None


def _named_as(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> Token | None:
    """Return the name that one without a name is given: "the suspect was identified as *Bekov*"."""
    if hit.frame.who != "object" or not lexicon.naming:
        return None
    known = undergoer_of(document, hit.trigger)
    if known is None or not lexicon.unnamed.has(known):
        return None
    for child in document.children(hit.trigger, "obl"):
        cases = {case.lower for case in document.children(child, "case")}
        name = proper_name(document, child)
        if cases & lexicon.naming and name.pos == "PROPN":
            return name
    return None


def _verb(document: Document, trigger: Token) -> Token:
    """Return the verb of the clause when the frame turns on a state ("is *to blame*", "is *responsible*")."""
    for token in chain(document, trigger):
        if token.pos in ("VERB", "AUX") and document.children(
            token, "nsubj", "nsubj:pass", "obj", "obl:agent"
        ):
            return token
    return trigger


def _told_of(document: Document, lexicon: BlameLexicon, verb: Token, *, any_deed: bool) -> Token | None:
    """Return who does what is believed ("officials believe *militants* carried it out")."""
    for child in document.children(verb, "ccomp", "xcomp"):
        deed = any_deed or lexicon.deeds.among(document, [each.index for each in document.subtree(child)])
        if deed and (found := deed_doer(document, lexicon, child)) is not None:
            return found
    return None


def deed_doer(document: Document, lexicon: BlameLexicon, deed: Token) -> Token | None:
    """Return who does a deed, or is a part of it ("*the rebels* were involved")."""
    involved = lexicon.involving.has(deed)
    found = subject_of(document, deed) if involved else doer_of(document, deed)
    return found if found is not None and found.dep in _DOERS else None


def _doer_believed(document: Document, lexicon: BlameLexicon, verb: Token) -> Token | None:
    """Return who does the deed that a clause is about: "investigators believe *the rebels* planted it"."""
    for child in document.children(verb, "ccomp"):
        behind = child.index > verb.index or document.children(child, "mark")
        if behind and is_deed(document, lexicon, child):
            return deed_doer(document, lexicon, child)
    return None


def is_deed(document: Document, lexicon: BlameLexicon, predicate: Token) -> bool:
    """Tell whether a clause is about a deed that somebody may be blamed for: by its verb, or what it does."""
    whole = predicate.pos != "VERB" or lexicon.committing.has(predicate)
    told = [token.index for token in document.subtree(predicate)[:REACH]] if whole else [predicate.index]
    return lexicon.deeds.among(document, told) is not None


def _agent_of_deed(document: Document, verb: Token) -> Token | None:
    """Return who a deed is believed to be done by ("is believed to have been set off *by rebels*")."""
    for child in document.children(verb, "xcomp", "advcl"):
        if agents := document.children(child, "obl:agent"):
            return agents[0]
    return None


def _linked(document: Document, hit: Hit[Basis]) -> Token | None:
    """Return the noun behind one of the frame's links, nearest below the words of the frame."""
    for index in range(hit.match.last - 1, min(hit.match.last + 12, document.sentence_of(hit.trigger).last)):
        if document.tokens[index].lower not in hit.frame.links:
            continue
        head = document.tokens[document.tokens[index].head]
        if document.tokens[index].dep == "case" and head.index > index and head.entity not in _TIMES:
            return head
    return None


def named(
    document: Document, lexicon: BlameLexicon, head: Token, *, body: bool = False, answers: bool = False
) -> str | None:
    """Return how those blamed are named, None when that is nobody in particular, or no one who acts.

    body: a spokesman speaks for the body in his title, which then is named. answers: police and officials,
    who report what others did elsewhere, are meant too.
    """
    if head.lower in lexicon.reciprocal:  # «обвиняют друг друга»: each of them, and nobody in particular
        return None
    if head.lower in lexicon.pronouns or head.pos == "PRON":
        resolved = _before(document, lexicon, head)
        if resolved is None:
            return None
        return named(document, lexicon, resolved, body=body, answers=answers)
    head = _called(document, lexicon, proper_name(document, head))
    own = own_body(document, lexicon, head)
    living = "Animacy=Anim" in head.feats or lexicon.persons.has(head)
    if own is not None and living and head.pos == "NOUN":  # «боевики группировки «Заря»»: the body is named
        return _alone(document, lexicon, own, phrase_span(document, own))
    general = lexicon.generic.has(head) and not _names_body(document, lexicon, head)
    vague = general or (lexicon.forces.has(head) and not answers)
    if head.pos not in ("NOUN", "PROPN") or vague or not _acts(document, lexicon, head):
        return None
    span = _without_wrong(document, lexicon, head, phrase_span(document, head, links=_OF))
    bodies = [each for each in document.entities if each.label in _BODIES and span.covers(each.span)]
    group = any(lexicon.organizations.has(child) for child in document.children(head, "compound"))
    if body and head.entity == "PERSON" and bodies and not group:
        return _whole_name(document, bodies[0]).of(document.text)
    return _alone(document, lexicon, head, span)


def _names_body(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a general noun carries a name: «Қара ту» ұйымы, ДАИШ тобы."""
    if quoted_name(document, head) is not None:
        return True
    before = document.children(head, "compound")
    return lexicon.organizations.has(head) and any(child.entity in _BODIES for child in before)


def own_body(document: Document, lexicon: BlameLexicon, head: Token, depth: int = 3) -> Token | None:
    """Return the body or person whose name a genitive beside a noun is: «члены банды *Бекова*»."""
    for child in document.children(head, "nmod", "appos", "flat", "flat:name") if depth else ():
        case = any(feat.startswith("Case=") for feat in child.feats)
        if not case or any(each.lower not in lexicon.out_of for each in document.children(child, "case")):
            continue
        if child.entity == "ORG" or (child.pos == "PROPN" and child.entity not in _PLACES):
            return child
        if (inner := own_body(document, lexicon, child, depth - 1)) is not None:
            return inner
    return None


def _alone(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> str:
    """Return a name as it stands alone: «возложил на Россию» blames Россия."""
    tokens = [token for token in document.tokens_of(document.sentence_of(head)) if span.covers(token.span)]
    words = lexicon.pack.plain(tokens, head)
    if words is None:
        return without_case(span.of(document.text), tokens[-1])
    gaps = [document.text[first.span.end : second.span.start] for first, second in pairwise(tokens)]
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))


def _without_wrong(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> Span:
    """Return a name without a noun for the wrong that the parser ties to it ("a *charge* Astana denies")."""
    first = head.index
    while first > 0 and document.tokens[first - 1].span.start >= span.start:
        first -= 1
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
        if wrong and any(case.index > head.index for case in document.children(token, "case")):
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


def _whole_name(document: Document, entity: Entity) -> Span:
    """Return the name of a body with the parts that its hyphens tie to it."""
    last = entity.last
    while last < len(document.tokens) and _goes_on(document, last):
        last += 1
    return document.span_of(document.tokens[entity.first], document.tokens[last - 1])


def _goes_on(document: Document, index: int) -> bool:
    token, before = document.tokens[index], document.tokens[index - 1]
    if token.lower == "-" or before.lower == "-":
        return token.span.start == before.span.end
    return token.pos == "PROPN" and token.entity not in ("PERSON", "")


def _acts(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a noun means people or a body, by the lexicon or as a name."""
    if head.pos == "PROPN" or head.entity in _ACTING:
        return True
    words = (lexicon.persons, lexicon.organizations, lexicon.attackers)
    if any(each.has(head) for each in words):
        return True
    return any(child.entity in _BODIES for child in document.children(head, "compound", "amod"))


def _called(document: Document, lexicon: BlameLexicon, head: Token) -> Token:
    """Return the name in "a group *called* …", else the noun."""
    for verb in document.children(head, "acl"):
        if lexicon.called.has(verb):
            names = [child for child in document.children(verb) if child.pos == "PROPN"]
            return names[-1] if names else head
    return head


def _before(document: Document, lexicon: BlameLexicon, pronoun: Token) -> Token | None:
    """Return the person or group a pronoun takes up: the nearest name before it that can be one."""
    if pronoun.lower in lexicon.relative and (noun := _described(document, pronoun)) is not None:
        return noun
    if pronoun.lower in lexicon.pronoun_body:
        return _body_before(document, lexicon, pronoun)
    many = "Number=Plur" in pronoun.feats
    for token in _backwards(document, pronoun):
        plural = "Number=Plur" in token.feats or bool(document.children(token, "conj"))
        plural = plural or (many and bool(document.children(token, "nummod")))
        if many and (lexicon.attackers.has(token) or lexicon.organizations.has(token)) and plural:
            return token
        if not many and (token.entity == "PERSON" or lexicon.attackers.has(token)) and not plural:
            return token
    return None


def _body_before(document: Document, lexicon: BlameLexicon, pronoun: Token) -> Token | None:
    """Return the last body or country before a pronoun that did something: "Astana … *it* denies"."""
    for token in _backwards(document, pronoun):
        body = token.entity in _BODIES or (lexicon.bodies.has(token) and "Number=Plur" not in token.feats)
        if body and token.dep == "nsubj":
            return token
    return None


def _backwards(document: Document, pronoun: Token) -> Iterator[Token]:
    """Yield nouns before the pronoun that no noun governs by compounding, the nearest first."""
    for index in range(pronoun.index - 1, max(-1, pronoun.index - BACK), -1):
        token = document.tokens[index]
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "flat"):
            yield token


def _described(document: Document, pronoun: Token) -> Token | None:
    """Return the noun that a relative clause describes."""
    verb = document.tokens[pronoun.head]
    return document.head(verb) if verb.dep == "acl:relcl" else None
