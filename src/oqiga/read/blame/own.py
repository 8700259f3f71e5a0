"""What a body says of itself: "the Front said *its fighters* had attacked", "*it* was not behind it"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from oqiga.model.syntax import BODY_LABELS, Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.deeds import done_to_attackers, is_army, is_named_army
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.messages import message_owner
from oqiga.read.blame.naming import named, without_ending
from oqiga.read.blame.own_deeds import is_other_body, of_others, own_basis
from oqiga.read.blame.perpetrators import inside
from oqiga.read.frames.clauses import REACH, nominal, subject_of
from oqiga.read.frames.names import proper_name

_NO_BODIES = frozenset({"PERSON", "GPE", "DATE", "TIME", "LOC"})


@dataclass(frozen=True, slots=True)
class OwnWord:
    """One saying about oneself. deed: the predicate that is owned up to or denied; name: None for nobody."""

    name: str | None
    basis: Basis
    deed: Token


def own_words(document: Document, lexicon: BlameLexicon, accusing: Collection[int] = ()) -> Iterator[OwnWord]:
    """Yield what bodies and attackers say they did or did not do, in order; where none says so, nobody.

    accusing: verbs that accuse somebody, of whom a clause behind speaks ("accused rebels, saying *they*").
    """
    for token in document.tokens:
        denies = lexicon.denying.has(token)
        if token.pos != "VERB" or not (denies or lexicon.saying.has(token)):
            continue
        if token.dep in ("advcl", "xcomp") and token.head in accusing:
            continue
        sayer = (
            subject_of(document, token)
            or _confirming(document, lexicon, token)
            or inside(document, lexicon, token)
            or message_owner(document, lexicon, token)
        )
        of_body = sayer is not None and sayer.lower in lexicon.no_person
        if sayer is not None and sayer.pos in ("PRON", "DET") and token.dep == "acl:relcl":
            sayer = document.tokens[token.head]  # "the Front, *which* had said it was behind the blast"
        if sayer is None or sayer.pos not in ("NOUN", "PROPN"):
            continue
        nobody = is_nobody(document, lexicon, sayer)
        body = None if nobody else _body(document, lexicon, sayer, answers=denies)
        body = body or (sayer if of_body and sayer.pos == "PROPN" else None)
        for deed in document.children(token, "ccomp"):
            basis = own_basis(document, lexicon, token, deed, sayer, body)
            if basis is None or (deed.index < token.index and denies):
                continue
            if of_others(document, lexicon, sayer, body, deed):
                continue
            ours = lexicon.forces.has(sayer) or done_to_attackers(document, lexicon, deed)
            if basis is Basis.CLAIMED and ours:  # "police said they had shot a man"
                continue
            if nobody:
                yield OwnWord(None, Basis.UNCLAIMED, deed)
                continue
            doer = subject_of(document, deed)
            who = doer if doer is not None and is_other_body(doer, body, lexicon) else body
            if who is None and basis is Basis.DENIED:
                who = _himself(document, sayer, by_name=doer is None)
            if (
                who is None
                and basis is Basis.CLAIMED
                and doer is not None
                and lexicon.organizations.has(doer)
            ):
                who = doer  # a spokesman, of whom no body was told, said "*his group* was behind it"
            told = (
                who is sayer and doer is not None and named(document, lexicon, sayer, body=True) is not None
            )
            both = _with_others(document, lexicon, sayer) if told else ()
            for each in (*(() if who is None else (who,)), *both):
                if (name := named(document, lexicon, each, body=True)) is not None:
                    yield OwnWord(without_ending(name), Basis.DENIED if denies else basis, deed)


def _himself(document: Document, sayer: Token, *, by_name: bool) -> Token | None:
    """Return the person or country that denies a deed of its own.

    by_name: also who is named behind his office («министр *Беков* заявил, что не причастен»).
    """
    name = proper_name(document, sayer) if by_name else sayer
    land = sayer.entity == "GPE" and sayer.pos == "PROPN"
    return name if name.entity == "PERSON" or land else None


def _with_others(document: Document, lexicon: BlameLexicon, sayer: Token) -> Iterator[Token]:
    """Yield the bodies that say it together with one: "the Front and *the Army* said they had attacked"."""
    for other in document.children(sayer, "conj"):
        if other.pos in ("NOUN", "PROPN") and _is_body(lexicon, other):
            yield other


def _confirming(document: Document, lexicon: BlameLexicon, saying: Token) -> Token | None:
    """Return who owns up to a deed that he is the subject of: "*Қара ту* соққы жасағанын растады"."""
    if not lexicon.dropped_subject or not lexicon.admitting.has(saying):
        return None
    deeds = (deed for deed in document.children(saying, "ccomp") if deed.index < saying.index)
    return next((found for deed in deeds if (found := subject_of(document, deed)) is not None), None)


def is_nobody(document: Document, lexicon: BlameLexicon, head: Token) -> bool:
    """Tell whether a noun speaks of nobody: "no group", "nobody"."""
    negated = any(lexicon.negation.has(child) for child in document.children(head, "det"))
    if lexicon.negation.has(head) or negated:
        return True
    whole = document.tokens[head.head]
    out_of = head.dep == "nmod" and any(
        case.lower in lexicon.out_of for case in document.children(head, "case")
    )
    if out_of and any(lexicon.negation.has(child) for child in document.children(whole)):
        return True  # «ни одна из *организаций*»
    return any(
        lexicon.nobody.longest(document, first, head.index + 1) is not None
        for first in range(max(0, head.index - 1), head.index + 1)
    )


def _body(document: Document, lexicon: BlameLexicon, sayer: Token, *, answers: bool) -> Token | None:
    """Return the body that speaks, by itself or its spokesman; None for those who only report or answer.

    answers: those who deny a deed are meant, whoever they are.
    """
    if is_army(document, lexicon, sayer):
        return sayer
    told = any(lexicon.responders.has(each) for each in document.children(sayer, "appos"))
    if answers and (lexicon.bodies.has(sayer) or sayer.pos == "PROPN") and not told:
        return sayer
    spokesmen = [
        token
        for token in (sayer, *document.children(sayer, "compound", "appos"))
        if lexicon.responders.has(token) and not _bracketed(document, token)
    ]
    if spokesmen:
        return spoken_for(document, lexicon, (*spokesmen, sayer))
    owners = document.children(sayer, "nmod:poss") if lexicon.outlets.has(sayer) else ()
    if (owner := next((each for each in owners if _is_body(lexicon, each)), None)) is not None:
        return owner  # "the *Front's* news agency said its fighters had attacked"
    standing = stood_for(document, lexicon, sayer)
    if standing is not None:
        return standing
    phrase = [document.tokens[index] for index in nominal(document, sayer, deep=False)]
    if any(_is_body(lexicon, token) for token in phrase):
        return sayer
    beside = document.children(document.tokens[sayer.head], "nsubj")  # "a *group*, Jund al-Tarsk (…), said"
    return sayer if any(lexicon.bodies.has(each) for each in beside if each.index < sayer.index) else None


def _bracketed(document: Document, token: Token) -> bool:
    """Tell whether a word opens a bracket, which says a name once more: "al-Jund (*Soldiers* of …)"."""
    return token.index > 0 and document.tokens[token.index - 1].text == "("


def stood_for(document: Document, lexicon: BlameLexicon, head: Token) -> Token | None:
    """Return the body that somebody says he speaks for: "a caller claiming to represent *the Front*"."""
    for token in document.subtree(head)[:REACH]:
        if token.index < head.index:
            continue
        last = document.sentence_of(token).last
        match = lexicon.standing.longest(document, token.index, last)
        if match is not None and (body := noun_behind(document, match.last, last)) is not None:
            return body
    return None


def noun_behind(document: Document, position: int, last: int) -> Token | None:
    """Return the noun that heads the phrase which begins at a position, None when none begins there."""
    while position < last:
        token = document.tokens[position]
        if token.pos in ("NOUN", "PROPN") and token.dep != "compound":
            return token
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PART") and token.dep not in ("case", "punct"):
            return None
        position += 1
    return None


def _is_body(lexicon: BlameLexicon, token: Token) -> bool:
    named_body = token.pos == "PROPN" and token.entity not in _NO_BODIES
    by_word = (lexicon.attackers, lexicon.bodies, lexicon.armies)
    return named_body or token.entity in BODY_LABELS or any(words.has(token) for words in by_word)


def spoken_for(
    document: Document, lexicon: BlameLexicon, spokesmen: tuple[Token, ...], *, anybody: bool = False
) -> Token | None:
    """Return the body that a spokesman speaks for ("a *Front* spokesman", "a spokesman for the *rebels*").

    anybody: whatever name he speaks for is one, also where it is taken for a person's.
    """
    for spokesman in spokesmen:
        for child in document.children(spokesman, "nmod", "compound", "amod", "nmod:poss"):
            named_so = anybody and child.pos == "PROPN" and child.dep == "nmod"
            office = lexicon.responders.has(child) and not is_named_army(document, lexicon, child)
            if office or not (named_so or _is_body(lexicon, child)):
                continue
            title = lexicon.persons.longest(document, child.index, max(child.index, spokesman.index) + 1)
            if title is not None and title.last == spokesman.index + 1:  # "*Prime* Minister Bekov"
                continue
            if named(document, lexicon, child) is not None:
                return child
    return None
