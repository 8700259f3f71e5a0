"""How those blamed are named: the words that name them alone, pronouns resolved to those told before."""

from __future__ import annotations

from oqiga.locate.places.lexicon import demonyms
from oqiga.model.span import Span
from oqiga.model.syntax import PLACE_LABELS, Document, Entity, Token
from oqiga.read.blame.deeds import in_quotes, is_army, is_named_army
from oqiga.read.blame.described import says_no_more, without_description, without_title
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.name_spans import (
    OF,
    from_a_land,
    inside_marks,
    with_body_from,
    with_genitives,
    without_age,
    without_wrong,
)
from oqiga.read.blame.pronouns import BODIES, taken_up
from oqiga.read.frames.clauses import REACH, is_definite
from oqiga.read.frames.names import called, phrase_span, proper_name, quoted_name

_ACTING = ("PERSON", "ORG", "NORP", "GPE")


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
        if is_any_body(document, lexicon, resolved):
            return None
        return named(document, lexicon, resolved, body=body, answers=answers)
    head = called_by_name(document, lexicon, proper_name(document, head))
    own = own_body(document, lexicon, head)
    fighting = lexicon.attackers.has(head) or lexicon.membership.has(head) or lexicon.armies.has(head)
    fighting = fighting or lexicon.bodies.has(head)
    common = head.pos == "NOUN" or (lexicon.bodies.has(head) and not head.entity)  # «Группировка …» opens
    if own is not None and fighting and common:  # «боевики группировки «Заря»»: the body is named
        whole = with_genitives(document, lexicon, own, phrase_span(document, own))
        return _alone(document, lexicon, own, whole)
    told = _names_body(document, lexicon, head) or told_which(document, lexicon, head)
    told = told or is_army(document, lexicon, head)  # «власти Турции»
    general = lexicon.generic.has(head) and not told
    general = general or (own is None and _of_any_body(document, lexicon, head))
    forces = lexicon.forces.has(head) and not in_quotes(document, head)  # not «Силы отпора»
    forces = forces and not is_named_army(document, lexicon, head)
    vague = general or (forces and not answers and not is_army(document, lexicon, head))
    noun = head.pos in ("NOUN", "PROPN") or head.entity == "ORG"
    if general and head.lemma in lexicon.taking_up and _this_one(document, lexicon, head):
        return head.lemma  # "осы *ұйымның* қатысы бар": the body told before
    if not noun or vague or not acts(document, lexicon, head):
        return None
    whole = with_genitives(document, lexicon, head, phrase_span(document, head, links=OF))
    whole = inside_marks(document, head, whole) if in_quotes(document, head) else whole
    whole = with_body_from(document, lexicon, head, whole)
    span = without_wrong(document, lexicon, head, without_age(document, lexicon, head, whole))
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
    beside = document.children(
        noun, "appos", "amod", "acl", "acl:relcl", "flat", "compound", "nmod", "nmod:poss"
    )
    told = [each for each in beside if not says_no_more(lexicon, each)]
    return lexicon.unnamed.has(noun) and noun.pos == "NOUN" and not told and not in_quotes(document, noun)


def _this_one(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a general noun takes up one told before: "*осы* ұйым", "*аталған* топ"."""
    return any(child.lower in lexicon.article for child in document.children(head, "det", "amod", "acl"))


def without_ending(name: str) -> str:
    """Return a name without the ending by which it owns something: "the Front" for "the Front’s"."""
    return name.removesuffix("’s").removesuffix("'s")


def is_any_body(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a body is told by its kind alone: «*местная экстремистская группировка*», of no land."""
    if head.lemma not in lexicon.taking_up or head.entity or _this_one(document, lexicon, head):
        return False
    if is_definite(document, head):
        return False  # "*the* group", told before
    first, lands = document.sentence_of(head).first, demonyms()
    tells = (
        each.lemma in lands or (each.index > first and (each.entity or each.text[:1].isupper()))
        for each in document.subtree(head)[:REACH]
        if each is not head
    )
    return (
        not any(tells) and own_body(document, lexicon, head) is None and quoted_name(document, head) is None
    )


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
        and (from_a_land(document, lexicon, child) or not document.children(child, "case"))
        and not _of_the_deed(document, lexicon, child)
        and "Subst=Yes" not in child.feats  # «шесть человек *вооружённых* ножами»
        for child in behind
    )


def _of_the_deed(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a genitive only says in what, or with whom, somebody took part: «фигуранты *дела*».

    Not so a year of birth, nor attackers of whom something is told.
    """
    dated = any(child.text[:1].isdecimal() for child in document.children(noun))
    attackers = lexicon.attackers.has(noun) and not document.children(noun, "appos", "flat", "amod")
    return lexicon.deeds.has(noun) or attackers or (lexicon.generic.has(noun) and not dated)


def _names_body(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a general noun carries a name: «Қара ту» ұйымы, ДАИШ тобы."""
    if quoted_name(document, head) is not None:
        return True
    before = document.children(head, "compound")
    return lexicon.organizations.has(head) and any(child.entity in BODIES for child in before)


def own_body(document: Document, lexicon: BlameLexicon, head: Token, depth: int = 3) -> Token | None:
    """Return the body or person whose name a genitive beside a noun is: «члены банды *Бекова*»."""
    for child in document.children(head, "nmod:poss"):
        if _names_body(document, lexicon, child) or in_quotes(document, child):
            return child  # «Қара ту» тобының содырлары, «Қара тудың» содырлары
    if in_quotes(document, head):  # «Отряд имама Бекира»: one name
        return None
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
    if head.entity == "PERSON":
        span = without_title(document, head, span)
    elif not (head.text.isupper() and lexicon.armies.has(head)):
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
    if "(" in inside and (")" not in inside or inside.endswith(")")):  # «Силы быстрой поддержки (СБП)»
        span = Span(span.start, span.start + len(inside[: inside.index("(")].rstrip()))
    return called(document, lexicon.pack, head, span)


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
        lexicon.membership,
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
