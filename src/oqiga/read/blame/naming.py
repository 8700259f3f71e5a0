"""How those blamed are named: the words that name them alone, pronouns resolved to those told before."""

from __future__ import annotations

from oqiga.locate.places.lexicon import demonyms
from oqiga.model.span import Span
from oqiga.model.syntax import PLACE_LABELS, Document, Entity, Token
from oqiga.read.blame.deeds import in_quotes, is_army
from oqiga.read.blame.described import without_description
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.pronouns import BODIES, taken_up
from oqiga.read.frames.names import called, phrase_span, proper_name, quoted_name

_OF = frozenset({"of", "for"})
_ACTING = ("PERSON", "ORG", "NORP", "GPE")
_LOOSE = frozenset({"ADP", "DET", "CCONJ", "PUNCT"})
"""Words with which no name ends."""
_CLOSING = frozenset({'"', "”", "»", "''"})
"""Marks with which one does: they close a name that a quotation opens."""
_DESCRIBING = frozenset({"ADJ", "VERB", "DET", "NUM"})
"""Words in front of a person's name that are no part of it."""


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
        apposed = (each for each in document.children(head, "appos") if each.entity == "PERSON")
        resolved = next(apposed, None) or taken_up(document, lexicon, head)  # "another, *Ali Osman*, was"
        if resolved is None or _only_unnamed(document, lexicon, resolved):
            return None
        return named(document, lexicon, resolved, body=body, answers=answers)
    head = called_by_name(document, lexicon, proper_name(document, head))
    own = own_body(document, lexicon, head)
    fighting = lexicon.attackers.has(head) or lexicon.membership.has(head) or lexicon.armies.has(head)
    fighting = fighting or lexicon.bodies.has(head)
    if own is not None and fighting and head.pos == "NOUN":  # «боевики группировки «Заря»»: the body is named
        return _alone(document, lexicon, own, phrase_span(document, own))
    told = _names_body(document, lexicon, head) or told_which(document, lexicon, head)
    general = lexicon.generic.has(head) and not told
    general = general or (own is None and _of_any_body(document, lexicon, head))
    vague = general or (lexicon.forces.has(head) and not answers and not is_army(document, lexicon, head))
    noun = head.pos in ("NOUN", "PROPN") or head.entity == "ORG"
    if general and head.lemma in lexicon.taking_up and _this_one(document, lexicon, head):
        return head.lemma  # "осы *ұйымның* қатысы бар": the body told before
    if not noun or vague or not acts(document, lexicon, head):
        return None
    whole = _with_genitives(document, lexicon, head, phrase_span(document, head, links=_OF))
    whole = _with_body_from(document, lexicon, head, whole)
    span = _without_wrong(document, lexicon, head, _without_age(document, lexicon, head, whole))
    inside = [each for each in document.entities if each.label in BODIES and span.covers(each.span)]
    bodies = [each for each in inside if not _qualifies(document, each)]
    group = any(lexicon.organizations.has(child) for child in document.children(head, "compound"))
    if body and head.entity == "PERSON" and bodies and not group:
        return _whole_name(document, bodies[0]).of(document.text)
    return _alone(document, lexicon, head, span)


def _qualifies(document: Document, body: Entity) -> bool:
    """Tell whether a body only says whose side another is on: "the *al-Qaida*-linked Red Front"."""
    behind = document.tokens[body.last : body.last + 2]
    return len(behind) == 2 and behind[0].text == "-" and behind[1].pos == "VERB"


def _of_any_body(document: Document, lexicon: BlameLexicon, member: Token) -> bool:
    """Tell whether people are members of bodies that are not named: "террористік ұйымдардың мүшелері"."""
    owners = document.children(member, "nmod:poss") if lexicon.membership.has(member) else ()
    return bool(owners) and all(lexicon.generic.has(each) for each in owners)


def _only_unnamed(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a pronoun takes up suspects of whom nothing is told: "*олар* күдікке ілінген"."""
    told = document.children(
        noun, "appos", "amod", "acl", "acl:relcl", "flat", "compound", "nmod", "nmod:poss"
    )
    return lexicon.unnamed.has(noun) and noun.pos == "NOUN" and not told and not in_quotes(document, noun)


def _this_one(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a general noun takes up one told before: "*осы* ұйым", "*аталған* топ"."""
    return any(child.lower in lexicon.article for child in document.children(head, "det", "amod", "acl"))


def told_which(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a word for anybody comes with who that is: «*19-летний* житель *Орска*»."""
    if not lexicon.described.has(head):
        return False
    peoples = demonyms()
    told = document.children(head, "amod")
    if any(child.lemma in peoples or child.text[:1].isdecimal() for child in told):
        return True
    behind = document.children(head, "nmod", "nmod:poss")
    if any(child.entity == "GPE" for child in document.children(head, "compound")):
        return True  # "Дағыстан тұрғыны"
    return any(
        "Case=Gen" in child.feats
        and (_from_a_land(document, lexicon, child) or not document.children(child, "case"))
        and not _of_the_deed(document, lexicon, child)
        for child in behind
    )


def _from_a_land(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a place is where somebody comes from: «выходец *из Туниса*»."""
    cases = {case.lower for case in document.children(noun, "case")}
    return noun.entity == "GPE" and bool(cases & lexicon.belonging)


def _of_the_deed(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a genitive only says in what somebody took part: «фигуранты *дела*», no year of birth."""
    dated = any(child.text[:1].isdecimal() for child in document.children(noun))
    return lexicon.deeds.has(noun) or (lexicon.generic.has(noun) and not dated)


def _names_body(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a general noun carries a name: «Қара ту» ұйымы, ДАИШ тобы."""
    if quoted_name(document, head) is not None:
        return True
    before = document.children(head, "compound")
    return lexicon.organizations.has(head) and any(child.entity in BODIES for child in before)


def _before_name(lexicon: BlameLexicon, token: Token) -> bool:
    """Tell whether a word in front of a person's name is no part of it: "айыпталушы *Арман Беков*"."""
    common = token.pos == "NOUN" and not token.entity
    called = common and (lexicon.attackers.has(token) or token.dep == "nmod:poss")
    return called or token.pos in _DESCRIBING


def _only_describes(token: Token) -> bool:
    """Tell whether a word in front of a body's name is no part of it: an adjective with a small letter."""
    return token.pos in ("ADJ", "VERB", "ADV") and not token.entity and token.text.islower()


def _without_age(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> Span:
    """Return the name of a person without adjectives in front: «30-летний *Артём Лунин*»."""
    first = head.index
    while first > 0 and document.tokens[first - 1].span.start >= span.start:
        first -= 1
    inside = document.tokens[first : head.index]
    if head.entity == "PERSON" and any(each.text in _CLOSING for each in inside):
        own = (each.first for each in document.entities if each.first <= head.index < each.last)
        first = next(own, first)  # "«Қара ту» жетекшісі *Арман Беков*"
    while head.entity == "PERSON" and first < head.index and _before_name(lexicon, document.tokens[first]):
        first += 1
    while first < head.index and document.tokens[first].pos == "ADV":
        first += 1  # "an *apparently* new group"
    while head.entity in BODIES and first < head.index and _only_describes(document.tokens[first]):
        first += 1  # "leftist *Red Front*"
    before = document.tokens[first - 1] if first else None
    if before is not None and before.pos == "NUM" and before.head == head.index and before.entity == "DATE":
        first -= 1  # "28 жастағы Шымкент тұрғыны": the number is of the age
    return Span(document.tokens[first].span.start, span.end)


def _with_genitives(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> Span:
    """Return a name with the genitives behind it that tell which one is meant: «граждане *Таджикистана*»."""
    if head.entity == "PERSON":
        return span
    for child in document.children(head, "nmod"):
        ruled = "Case=Gen" in child.feats and child.pos in ("NOUN", "PROPN")
        inner = phrase_span(document, child)
        next_to_it = child.index > head.index and inner.start - span.end <= 1
        led = document.children(child, "case")
        if led and _from_a_land(document, lexicon, child):  # «выходец *из Туниса*»
            next_to_it = led[0].span.start - span.end <= 1
            led = ()
        if ruled and next_to_it and not led:
            span = Span(span.start, max(span.end, _with_genitives(document, lexicon, child, inner).end))
    return span


def _with_body_from(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> Span:
    """Return a name with the body its people are from, none cut short: "militants *from the Red Front*"."""
    if lexicon.attackers.has(head) or lexicon.membership.has(head):
        for child in document.children(head, "nmod"):
            cases = {case.lower for case in document.children(child, "case")}
            if cases & lexicon.belonging and child.entity in ("ORG", "NORP"):
                span = Span(span.start, max(span.end, phrase_span(document, child, links=_OF).end))
    cut = (
        each.span.end
        for each in document.entities
        if each.label == "ORG" and each.span.start < span.end < each.span.end
    )
    return Span(span.start, max(cut, default=span.end))


def own_body(document: Document, lexicon: BlameLexicon, head: Token, depth: int = 3) -> Token | None:
    """Return the body or person whose name a genitive beside a noun is: «члены банды *Бекова*»."""
    for child in document.children(head, "nmod:poss"):
        if _names_body(document, lexicon, child):  # «Қара ту» тобының содырлары
            return child
    named = [each for each in document.entities if each.label == "ORG"] if head.entity == "ORG" else []
    for child in document.children(head, "nmod", "appos", "flat", "flat:name") if depth else ():
        if any(each.first <= head.index < each.last and each.span.covers(child.span) for each in named):
            continue  # «Силы быстрой поддержки»: one name
        case = any(feat.startswith(("Case=", "Foreign=")) for feat in child.feats)
        if not case or any(each.lower not in lexicon.out_of for each in document.children(child, "case")):
            continue
        if child.entity == "ORG" or (child.pos == "PROPN" and child.entity not in PLACE_LABELS):
            return child
        if in_quotes(document, child):
            return child
        if (inner := own_body(document, lexicon, child, depth - 1)) is not None:
            return inner
    return None


def _alone(document: Document, lexicon: BlameLexicon, head: Token, span: Span) -> str:
    """Return a name as it stands alone, its quotation marks closed: «возложил на Россию» blames Россия."""
    if head.entity != "PERSON":
        span = without_description(document, head, span)
    behind = document.text[span.end : span.end + 1]
    if behind == "»" and span.of(document.text).count("«") > span.of(document.text).count("»"):
        span = Span(span.start, span.end + 1)
    if behind == '"' and span.of(document.text).count('"') == 1:  # 'оппозиционные "Силы отпора"'
        opens = span.of(document.text).startswith('"')
        span = Span(span.start + 1, span.end) if opens else Span(span.start, span.end + 1)
    listed = span.of(document.text).find(",", max(0, head.span.end - span.start))
    if head.entity == "PERSON" and listed > 0:  # «Лунин, Беков» run together by the parser
        span = Span(span.start, span.start + listed)
    inside = span.of(document.text)
    if "(" in inside and ")" not in inside:  # «Силы быстрой поддержки (СБП)»
        span = Span(span.start, span.start + len(inside[: inside.index("(")].rstrip()))
    return called(document, lexicon.pack, head, span)


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


def acts(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a noun means people or a body, by the lexicon or as a name."""
    if head.pos == "PROPN" or head.entity in _ACTING:
        return True
    words = (
        lexicon.persons,
        lexicon.organizations,
        lexicon.attackers,
        lexicon.armies,
        lexicon.described,
        lexicon.peoples,
    )
    if any(each.has(head) for each in words) or in_quotes(document, head) or is_army(document, lexicon, head):
        return True
    return any(child.entity in BODIES for child in document.children(head, "compound", "amod"))


def called_by_name(document: Document, lexicon: BlameLexicon, head: Token) -> Token:
    """Return the name in "a group *called* …", else the noun."""
    for verb in document.children(head, "acl"):
        if lexicon.called.starts(document, verb):
            names = [child for child in document.children(verb) if child.pos == "PROPN"]
            bare = [each for each in names if _led_by(document, each) <= lexicon.naming]
            return bare[-1] if bare else head  # not "called the Front in *Osh*"
    by_name = any(lexicon.called.has(child) for child in document.children(head, "amod"))
    persons = [child for child in document.children(head, "compound") if child.entity == "PERSON"]
    return persons[-1] if by_name and persons else head  # "*Арман Беков* есімді азамат"


def _led_by(document: Document, noun: Token) -> set[str]:
    return {case.lower for case in document.children(noun, "case")}
