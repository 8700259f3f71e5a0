"""Deeds laid to a name: armies by their country, what is only supposed, what is done to attackers."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.locate.places.lexicon import is_demonym
from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import is_definite, undergoer_of
from oqiga.read.frames.names import ends_with

_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”"')
_NEAR = 6
"""Most words of a name in quotation marks."""
_ASIDE = ("advmod", "parataxis", "obl", "discourse", "aux")


def is_army(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether forces are named by their country: «украинские военные», «войска РФ», тәжік әскері."""
    if ends_with(document, head, lexicon.armies) is None:
        return False
    if of_a_land(document, head):
        return True
    owners = document.children(head, "nmod", "nmod:poss", "compound")
    return any(
        child.entity in ("GPE", "ORG") and (child.dep == "nmod:poss" or not document.children(child, "case"))
        for child in owners
    )


def of_a_land(document: Document, head: Token) -> bool:
    """Tell whether a people's name stands before a noun: "*Syrian* army"."""
    return any(is_demonym(child.lemma, child.lower) for child in document.children(head, "amod", "compound"))


def is_named_army(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a body that bears arms has a name of its own: "the Tarsk Liberation *Army*"."""
    if not lexicon.armies.has(head):
        return False
    own = (child.pos == "PROPN" for child in document.children(head, "compound", "nmod:poss"))
    return (head.pos == "PROPN" and any(own)) or _by_capital(document, head)


def _by_capital(document: Document, head: Token) -> bool:
    """Tell whether an adjective with a capital names an army: «на *Тарскую* освободительную армию».

    One that opens its sentence does only in a name of three words, one of a people never.
    """
    if not any(feat.startswith("Case=") for feat in head.feats) or of_a_land(document, head):
        return False
    first = document.sentence_of(head).first
    before = [each for each in document.children(head, "amod") if each.index < head.index]
    if not before or not before[0].text[:1].isupper():
        return False
    return before[0].index > first or (len(before) > 1 and head.entity == "ORG")


def is_the_army(document: Document, lexicon: BlameLexicon, head: Token, deed: Token) -> bool:
    """Tell whether troops without a name do a deed to people: "*soldiers* killed 12 villagers".

    Not to one told before, who may be the attacker ("soldiers shot *him*", "shot *the man*"), and no
    operation ("carried out 200 strikes").
    """
    before = document.children(head, "amod", "compound")
    troops = lexicon.troops.has(head) or lexicon.states.has(head)
    if lexicon.dropped_subject and (deed.pos == "NOUN" or not lexicon.deeds.has(deed)):
        return False  # «удар авиации по боевикам», «силовики *начали* штурм»
    if head.pos != "NOUN" or not troops or any(each.text[:1].isupper() for each in before):
        return False
    one = lexicon.persons.has(head) and "Number=Plur" not in head.feats  # "one soldier killed"
    if one or lexicon.committing.starts(document, deed):
        return False
    suffered = undergoer_of(document, deed)
    before = document.children(document.tokens[deed.head], "obj") if deed.dep == "conj" else ()
    start = document.sentence_of(deed).first
    foes = any(lexicon.attackers.has(each) for each in document.tokens[start : head.index])
    if foes and any(each.pos == "PRON" and "Number=Plur" in each.feats for each in before):
        return False  # "the attackers fled; the army pursued *them* and killed many"
    if suffered is None:
        return True
    told_before = (
        (is_definite(document, suffered) or lexicon.dropped_subject)  # no articles: who it is may be told
        and lexicon.persons.has(suffered)
        and "Number=Plur" not in suffered.feats
    )
    weapon = lexicon.generic.has(suffered)  # "troops detonated a *bomb*" that others had left
    weapon = weapon and not (lexicon.dropped_subject and lexicon.persons.has(suffered))  # «12 человек»
    return suffered.pos != "PRON" and not told_before and not weapon


def in_quotes(document: Document, head: Token) -> bool:
    """Tell whether a noun is a name by its quotation marks and its capital: «за взрывом стоит «Заря»»."""
    tokens = document.tokens
    for first in range(head.index - 1, max(-1, head.index - _NEAR), -1):
        if tokens[first].text in _CLOSING - _OPENING:
            return False
        if tokens[first].text in _OPENING:
            behind = tokens[head.index + 1 : head.index + _NEAR]
            led = any(
                each.pos == "ADP" for each in tokens[first + 1 : head.index]
            )  # «Преступления против мира»
            named = tokens[first + 1].text[:1].isupper() and not led
            last = next((each.index for each in behind if each.text in _CLOSING), None)
            return named and last is not None and not _speech(document, first, last)
    return False


def _speech(document: Document, first: int, last: int) -> bool:
    """Tell whether marks hold what somebody says, no name: "“The rebels *killed* 12,” Bekov said"."""
    inside = document.tokens[first:last]
    return any(each.pos in ("VERB", "AUX") and document.children(each, *SUBJECTS) for each in inside)


def is_supposed(document: Document, lexicon: BlameLexicon, governors: Sequence[Token]) -> bool:
    """Tell whether words beside a predicate make it a guess of nobody in particular («предположительно»)."""
    for governor in governors:
        for child in document.children(governor, *_ASIDE):
            if lexicon.supposing.among(document, _beside(document, child)) is not None:
                return True
    return False


def _beside(document: Document, token: Token) -> range:
    sentence = document.sentence_of(token)
    return range(max(sentence.first, token.index - 3), min(sentence.last, token.index + 3))


def done_to_attackers(document: Document, lexicon: BlameLexicon, deed: Token) -> bool:
    """Tell whether those whom a deed is done to are attackers: who kills them is blamed for nothing."""
    suffered = undergoer_of(document, deed) or _shared_object(document, deed)
    if suffered is None:
        return False
    whole = document.children(suffered, "nmod") if suffered.pos == "NUM" else ()  # "eight *of the rebels*"
    owners = document.children(suffered, "nmod:poss")  # "stormed the *gunman's* room"
    told = (suffered, *whole, *owners, *document.children(suffered, "appos"))
    attackers = any(lexicon.attackers.has(each) or _leads_attackers(document, lexicon, each) for each in told)
    return attackers or _holds_attackers(document, lexicon, suffered)


def _shared_object(document: Document, deed: Token) -> Token | None:
    """Return whom two verbs are done to where the second has the object: "killed or *captured 20 rebels*"."""
    for other in document.children(deed, "conj"):
        if other.pos == "VERB" and not document.children(other, *SUBJECTS):
            return undergoer_of(document, other)
    return None


def comes_to_free(document: Document, lexicon: BlameLexicon, doer: Token, deed: Token) -> bool:
    """Tell whether forces do a deed to end what others began: "stormed the mall *to break* a siege"."""
    freed = any(lexicon.freeing.has(each) for each in document.children(deed, "advcl", "xcomp"))
    return freed and (is_army(document, lexicon, doer) or lexicon.responders.has(doer))


def _leads_attackers(document: Document, lexicon: BlameLexicon, noun: Token) -> bool:
    """Tell whether a noun is of who leads attackers: "a *jihad ideologist*", "a *Red Front commander*"."""
    beside = document.children(noun, "compound", "amod", "nmod")
    return lexicon.chiefs.has(noun) and any(
        each.entity == "ORG" or lexicon.attackers.has(each) or each.lower in lexicon.attacking
        for each in beside
    )


def _holds_attackers(document: Document, lexicon: BlameLexicon, place: Token) -> bool:
    """Tell whether attackers are where something is struck: "shelled hills to which *rebels* had fled"."""
    if lexicon.persons.has(place) or lexicon.organizations.has(place):
        return False
    clauses = document.children(place, "acl:relcl")
    within = [each for clause in clauses for each in document.children(clause, "nsubj")]
    within += document.children(place, "compound", "amod", "nmod")  # "struck *rebel* positions"
    return any(lexicon.attackers.has(each) for each in within)
