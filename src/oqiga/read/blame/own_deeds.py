"""What a body says of a deed as its own: who the doer of the clause is, and that it did it or did not."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.model.terms import Basis
from oqiga.read.blame.believed import is_deed
from oqiga.read.blame.deeds import is_named_army, of_a_land
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import REACH, doer_of, helpers, is_definite, is_passive, nominal, subject_of

_AGREEING = ("Number=", "Gender=")


def own_basis(
    document: Document,
    lexicon: BlameLexicon,
    saying: Token,
    deed: Token,
    sayer: Token,
    body: Token | None,
) -> Basis | None:
    """Return what is said of a deed whose doer is the speaker, None when the clause tells another's.

    body: whom the sayer speaks for, himself where he is a body, None where he only reports.
    """
    subject = subject_of(document, deed)
    if _says_what(document, deed):
        return None  # "it was a suicide attack", a police chief confirmed
    if subject is None and lexicon.admitting.has(saying):  # he owns up to a deed
        return Basis.CLAIMED if is_deed(document, lexicon, deed) else None
    left_out = subject is None and lexicon.dropped_subject and _goes_on(document, saying, deed)
    if not left_out and (subject is None or not _is_self(document, lexicon, subject, sayer, body)):
        return None
    inside = [token.index for token in document.subtree(deed)[:REACH]]
    if (part := lexicon.not_own.among(document, inside)) is not None:
        return None if _in_no_deed(document, lexicon, deed, part.first) else Basis.DENIED
    doer = doer_of(document, deed)
    if not left_out and (doer is None or subject is None or doer.index != subject.index):
        return None
    near = helpers(document, [deed])
    meant = [each for each in document.children(deed, "xcomp") if each.pos == "VERB"]
    if any(not lexicon.deeds.among(document, [each.index]) for each in meant):
        return None  # "they planned to go to school"
    if _in_charge(document, lexicon, deed):
        return None
    if not is_deed(document, lexicon, deed) or lexicon.unreal.among(document, near) is not None:
        return None
    return Basis.DENIED if lexicon.negation.among(document, near) is not None else Basis.CLAIMED


def _in_no_deed(document: Document, lexicon: BlameLexicon, predicate: Token, part: int) -> bool:
    """Tell whether what somebody has no part in is no deed of ours: «не имеет отношения *к компании*»."""
    tokens = [each for each in document.subtree(predicate)[:REACH] if each.index > part]
    led = [each for each in tokens if each.pos == "NOUN" and document.children(each, "case")]
    known = (lexicon.deeds, lexicon.answered_for, *(() if lexicon.wrongs is None else (lexicon.wrongs,)))
    places = [each.index for each in tokens]
    return bool(led) and not any(words.among(document, places) for words in known)


def _in_charge(document: Document, lexicon: BlameLexicon, deed: Token) -> bool:
    """Tell whether somebody is only answerable for what is no deed: "responsible *for security*"."""
    told = [each for each in document.children(deed, "xcomp") if each.pos == "ADJ"]
    about = [each for word in told for each in document.children(word, "nmod", "obl") if each.pos == "NOUN"]
    about += [each for word in told for each in document.children(word, "advcl", "acl")]  # "for guarding it"
    places = [each.index for each in about]
    return bool(about) and not any(
        words.among(document, places) for words in (lexicon.deeds, lexicon.answered_for)
    )


def _says_what(document: Document, deed: Token) -> bool:
    """Tell whether a clause only says what something was: a noun behind a copula."""
    if deed.pos in ("NOUN", "PROPN"):
        return bool(document.children(deed, "cop"))
    told = document.children(deed, "xcomp") if deed.pos == "AUX" else ()
    return any(each.pos in ("NOUN", "PROPN") for each in told)


def _goes_on(document: Document, saying: Token, deed: Token) -> bool:
    """Tell whether a clause without a subject is about who speaks: «талибы заявили, что *взорвали* мост»."""
    if (
        (deed.index < saying.index and "VerbForm=Part" not in deed.feats)
        or is_passive(document, deed)
        or any(each.pos == "PRON" for each in document.children(deed, "obj"))
    ):
        return False
    marks = {feat for feat in deed.feats if feat.startswith(_AGREEING)}
    told = {feat.partition("=")[0] for feat in saying.feats}
    bare = deed.pos == "AUX" and "VerbForm=Part" in deed.feats  # "жауапты *екенін* мәлімдеді"
    return (bool(marks) or bare) and all(
        mark in saying.feats or mark.partition("=")[0] not in told for mark in marks
    )


def is_other_body(doer: Token, body: Token | None, lexicon: BlameLexicon) -> bool:
    """Tell whether a spokesman names the body that acted: "the minister confirmed *the army* struck"."""
    if body is None or doer.lower in lexicon.taking_up:
        return False
    return doer.index != body.index and doer.lemma != body.lemma and lexicon.bodies.has(doer)


def of_others(
    document: Document, lexicon: BlameLexicon, sayer: Token, body: Token | None, deed: Token
) -> bool:
    """Tell whether an office tells what others did: "the *ministry* said that *they* killed 14"."""
    office = lexicon.responders.has(sayer) and not lexicon.armies.has(sayer)
    itself = body is None or body.index == sayer.index or body.entity == sayer.entity == "ORG"
    if not office or not itself or "Number=Plur" in sayer.feats:
        return False
    doer = subject_of(document, deed)
    return doer is not None and {"Number=Plur", "Person=3"} <= doer.feats


def _is_self(
    document: Document, lexicon: BlameLexicon, subject: Token, sayer: Token, body: Token | None
) -> bool:
    """Tell whether a subject is the speaker: "it", "one of its fighters", "the group", its own noun."""
    subject = next(iter(document.children(subject, "nmod")), subject) if subject.pos == "NUM" else subject
    told = [each for each in document.children(body or sayer, "appos") if lexicon.persons.has(each)]
    person = (body or sayer).entity == "PERSON" or bool(told)
    alone = person and not any("Number=Plur" in each.feats for each in (body or sayer, *told))
    if alone and {"Number=Plur", "Person=3"} <= subject.feats:
        return False  # "*they* shot everyone, Bekov, a survivor, said"
    if subject.lower in lexicon.itself or subject.lemma == (body or sayer).lemma:
        return True
    if _takes_up(document, lexicon, subject, sayer, body) or _of_his_land(document, lexicon, subject, sayer):
        return True
    owners = document.children(subject, "nmod:poss", "det", "nmod")
    bare = [child for child in owners if not document.children(child, "appos", "nmod", "flat")]
    taken_up = {word for child in bare for word in (child.lower, child.lemma)} & lexicon.taking_up
    if not owners and lexicon.own_part.has(subject):
        return True  # «шабуылға қатысы жоғын айтты»: no part of its own
    owned = bool(taken_up) or any(child.lower in lexicon.its_own for child in owners)
    return owned and any(
        words.has(subject)
        for words in (lexicon.attackers, lexicon.persons, lexicon.organizations, lexicon.own_part)
    )


def _of_his_land(document: Document, lexicon: BlameLexicon, forces: Token, sayer: Token) -> bool:
    """Tell whether forces are of the land whose army speaks: "Тарск әскерінің өкілі … *Тарск күштері*"."""
    phrase = [document.tokens[index] for index in nominal(document, sayer, deep=False)]
    if not lexicon.armies.has(forces) or not any(lexicon.armies.has(each) for each in phrase):
        return False
    lands = {each.lemma for each in phrase if each.entity == "GPE"}
    return any(each.lemma in lands for each in document.children(forces, "compound", "nmod:poss", "nmod"))


def _takes_up(
    document: Document, lexicon: BlameLexicon, subject: Token, sayer: Token, body: Token | None
) -> bool:
    """Tell whether a body told by its kind is the speaker's: "the group" of who is no office of a state.

    The army is that of the office which speaks of it, and so is what the words for the speaker name ("a
    *militia* spokesman said *the militia*"). Others only accuse: "witnesses said *the army*".
    """
    definite = is_definite(document, subject)
    definite = definite or (lexicon.dropped_subject and subject.lemma in lexicon.taking_up)  # no articles
    names = document.children(subject, "compound", "amod")  # "the *PKK* organization" is another's
    named_apart = any(each.pos == "PROPN" and each.lemma != (body or sayer).lemma for each in names)
    if not definite or named_apart or not lexicon.bodies.has(subject):
        return False
    phrase = [document.tokens[index] for index in nominal(document, sayer, deep=False)]
    if any(each.lemma == subject.lemma for each in phrase):
        return True
    if any(_of_an_office(document, lexicon, each) for each in phrase):
        return lexicon.armies.has(subject)
    return subject.lemma in lexicon.taking_up and (body is not None or lexicon.voices.has(sayer))


def _of_an_office(document: Document, lexicon: BlameLexicon, word: Token) -> bool:
    """Tell whether a word for the speaker is of a state's: "a *government* spokesman", no "Tarsk Army"."""
    if lexicon.voices.has(word) or (is_named_army(document, lexicon, word) and not of_a_land(document, word)):
        return False
    return lexicon.responders.has(word) or lexicon.states.has(word)
