"""Whose deed a noun tells: in the genitive, as whose weapon it was, or as whose group."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.pronouns import BODIES
from oqiga.read.frames.clauses import is_predicate
from oqiga.read.frames.frame import Hit

_SUBJECTS = frozenset({*SUBJECTS, "obj", "dislocated", "det"})
"""What a noun that says whose deed it was is said of; a list leaves the subject at the verb of saying."""


def owner_of(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> Token | None:
    """Return whose deed a noun tells in the genitive: «удар *войск РФ* по рынку», «дело рук *боевиков*»."""
    if hit.frame.by == "being" and not _says_what(document, lexicon, hit.trigger):
        return None
    for token in document.tokens[hit.match.first : hit.match.last]:
        if owners := document.children(token, "nmod:poss"):  # «Заря» ұйымының қатысы бар
            return owners[0]
        if hit.frame.who == "country" and (lands := _lands(document, token)):
            return lands[0]
    if hit.frame.who == "country":
        return None
    deed = document.tokens[hit.match.last - 1]
    behind = document.children(deed, "nmod")
    bare = [child for child in behind if not document.children(child, "case")]
    if hit.frame.by != "named":
        return bare[0] if bare else None
    aimed = len(bare) < len(behind) or any(
        document.children(child, "case") for child in document.children(deed, "acl", "obl")
    )
    doers = [child for child in bare if "Case=Ins" in child.feats]  # «обстрел *войсками РФ* рынка»
    if hit.frame.who == "agent":
        bare = doers
    bodies = (armed(document, lexicon, child) for child in (*doers, *bare))
    return next(
        (
            body
            for body in bodies
            if body.entity == "ORG" or lexicon.armies.has(body) or (aimed and body.entity == "GPE")
        ),
        None,
    )


def _says_what(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a noun says whose a deed is: "шабуыл – «Қара ту» тобының *ісі*", "… *ісі* болды"."""
    above = document.tokens[noun.head]
    copular = noun.dep in ("nsubj", "xcomp") and above.lemma in lexicon.copulas
    if not copular and not is_predicate(document, noun):
        return False
    governors = {noun.index, above.index} | ({above.head} if copular else set())
    first = document.sentence_of(noun).first
    before = (each for each in document.tokens[first : noun.index] if each.head in governors)
    return any(each.dep in _SUBJECTS and lexicon.deeds.has(each) for each in before)


def _lands(document: Document, deed: Token) -> list[Token]:
    """Return the land whose deed a noun with a possessive is: "*Израиль* соққысы"."""
    owned = "Person[psor]=3" in deed.feats
    return [each for each in document.children(deed, "compound") if owned and each.entity == "GPE"]


def armed(document: Document, lexicon: BlameLexicon, head: Token) -> Token:
    """Return whose weapon something is («дрон *ВСУ*»), or who are gathered ("a group of Front *militants*");
    else the noun itself.
    """
    gathers = lexicon.organizations.has(head) and not head.entity
    for child in document.children(head, "nmod") if gathers else ():
        led = any(case.lower in lexicon.out_of for case in document.children(child, "case"))
        if led and lexicon.attackers.has(child):
            return child
    if not lexicon.arms.has(head):
        return head
    owners = [child for child in document.children(head, "nmod") if not document.children(child, "case")]
    return next((child for child in owners if child.entity in BODIES or lexicon.armies.has(child)), head)
