"""Who may have done it, and who is held for it: «взорвать *мог* Бекир», «*задержан* …, готовивший взрыв»."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.believed import is_deed
from oqiga.read.blame.deeds import is_army
from oqiga.read.blame.heads import carries_name
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.naming import named, own_body, told_which
from oqiga.read.blame.pronouns import BODIES
from oqiga.read.blame.suspicion import Suspicion
from oqiga.read.frames.clauses import nominal, subject_of, undergoer_of
from oqiga.read.frames.names import heads_of


def possible(document: Document, lexicon: BlameLexicon) -> Iterator[Suspicion]:
    """Yield who is held for a deed, or may have done it, in the order of the text."""
    for token in document.tokens:
        if lexicon.guessing:
            yield from _may_be(document, lexicon, token)
        if token.pos != "VERB":
            continue
        if lexicon.may.has(token):
            yield from _may_have_done(document, lexicon, token)
        elif lexicon.holding.starts(document, token):
            yield from _held_for(document, lexicon, token)


def _may_be(document: Document, lexicon: BlameLexicon, verb: Token) -> Iterator[Suspicion]:
    """Yield the body that attackers may be of: "the gunmen *could be*, or *belong to*, the Front"."""
    being = verb.pos == "AUX" and verb.dep not in ("aux", "aux:pass")
    if not being and not lexicon.of_body.has(verb):
        return
    helping = document.children(verb, "aux", "advmod")
    if not any(each.lower in lexicon.guessing for each in helping) or any(map(lexicon.negation.has, helping)):
        return
    subject = subject_of(document, verb)
    fighters = subject is not None and [subject, *document.children(subject, "amod", "compound")]
    if not fighters or not any(lexicon.attackers.has(each) or lexicon.kinds.has(each) for each in fighters):
        return
    relations = ("xcomp",) if being else ("obj", "obl")
    for head in document.children(verb, *relations):
        named_so = head.pos == "PROPN" and head.entity in (*BODIES, "")
        if named_so and (name := named(document, lexicon, head)) is not None:
            yield Suspicion(name, head)


def _may_have_done(document: Document, lexicon: BlameLexicon, verb: Token) -> Iterator[Suspicion]:
    """Yield the subject of "may" above a deed that is done: not «могут взорвать», which is still to come."""
    for deed in document.children(verb, "xcomp"):
        done = "Tense=Past" in verb.feats or lexicon.involving.has(deed) or not _changes(deed)
        if not done or not is_deed(document, lexicon, deed) or _qualified(document, lexicon, verb, deed):
            continue
        subject = subject_of(document, verb) or subject_of(document, deed)
        for head in heads_of(document, subject) if subject is not None else ():
            if _in_particular(document, lexicon, head) or carries_name(document, lexicon, head):
                name = named(document, lexicon, head)
                yield from () if name is None else (Suspicion(name, head),)


def _changes(deed: Token) -> bool:
    """Tell whether an infinitive tells of a single act; what lasts («стоять за взрывом») is so already."""
    return "Aspect=Perf" in deed.feats


def _qualified(document: Document, lexicon: BlameLexicon, *verbs: Token) -> bool:
    """Tell whether a verb is negated, or only what could be («мог *бы*»)."""
    beside = [
        each for verb in verbs for each in document.children(verb, "advmod", "aux", "mark", "discourse")
    ]
    return any(lexicon.negation.has(each) or lexicon.unreal.has(each) for each in beside)


def _held_for(document: Document, lexicon: BlameLexicon, verb: Token) -> Iterator[Suspicion]:
    """Yield who is held and whom a clause tells to have done or prepared a deed: who holds him says so."""
    person = undergoer_of(document, verb)
    if person is None or _qualified(document, lexicon, verb):
        return
    for head in heads_of(document, person):
        if (body := _body_of(document, lexicon, head)) is not None:
            name = named(document, lexicon, body)
            yield from () if name is None else (Suspicion(name, head, Basis.ACCUSED),)
        clauses = document.children(head, "acl", "acl:relcl")
        prepared = any(_tells_deed(document, lexicon, clause) for clause in clauses)
        if prepared and _in_particular(document, lexicon, head):
            name = named(document, lexicon, head)
            yield from () if name is None else (Suspicion(name, head, Basis.ACCUSED),)


def _body_of(document: Document, lexicon: BlameLexicon, member: Token) -> Token | None:
    """Return the body whose member is held, where a clause lays a deed to it: "теракт жасаған «Ту» тобы"."""
    if not lexicon.membership.has(member):
        return None
    for body in document.children(member, "nmod:poss"):
        clauses = document.children(body, "acl")
        if any(_tells_deed(document, lexicon, clause) for clause in clauses):
            return body
    return None


def _tells_deed(document: Document, lexicon: BlameLexicon, clause: Token) -> bool:
    """Tell whether somebody does or plans a deed in a clause that is said of him."""
    if "Voice=Pass" in clause.feats or _qualified(document, lexicon, clause):
        return False
    acts = (clause, *document.children(clause, "xcomp"))
    planned = lexicon.planning.has(clause) and lexicon.deeds.among(document, nominal(document, clause))
    return bool(planned) or any(is_deed(document, lexicon, each) for each in acts)


def _in_particular(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    if head.entity in ("PERSON", *BODIES) and head.pos == "PROPN":
        return True
    known = told_which(document, lexicon, head) or is_army(document, lexicon, head)
    return known or own_body(document, lexicon, head) is not None
