"""Whom a pronoun in a clause of blame takes up: a person, a band, a body told before."""

from __future__ import annotations

from collections.abc import Iterator

from oqiga.model.syntax import PLACE_LABELS, SUBJECTS, Document, Token
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.clauses import CLIMB, subject_of

BODIES = ("ORG", "NORP", "GPE")
"""What bodies and countries are tagged."""


_HE_AND_SHE = frozenset({"Gender=Masc", "Gender=Fem"})
_ASKED = frozenset({"ccomp", "csubj", "advcl"})
_DONE_TO = frozenset({"obj", "iobj", "obl"})


BACK = 400
"""Tokens that a pronoun may reach back."""


def taken_up(document: Document, lexicon: BlameLexicon, pronoun: Token) -> Token | None:
    """Return the person or group a pronoun takes up: the nearest name before it that can be one."""
    relative = pronoun.lower in lexicon.relative or pronoun.lemma in lexicon.relative
    if relative and (noun := noun_described(document, pronoun)) is not None:
        return noun
    if relative and document.tokens[pronoun.head].dep in _ASKED:  # "too early to say *who* was behind it"
        return None
    if leads_clause(document, pronoun):
        return None
    if (same := _done_to_as_well(document, pronoun)) is not None:
        return same
    if pronoun.lower in lexicon.pronoun_body:
        return _body_before(document, lexicon, pronoun)
    many = "Number=Plur" in pronoun.feats
    others = {each.index for each in _who_acts(document, pronoun)}
    for token in _backwards(document, pronoun):
        if (
            _of_a_place(document, token)
            or _titled(document, token).index in others
            or _only_reports(document, lexicon, token)
        ):
            continue
        if _of_another_sex(pronoun, token):
            continue
        joined = document.children(token, "conj")
        plural = "Number=Plur" in token.feats or any(
            "Animacy=Inan" not in each.feats or lexicon.organizations.has(each) for each in joined
        )  # not «в *организации* и проведении теракта»
        plural = plural or (many and bool(document.children(token, "nummod")))
        if many and plural and not lexicon.attackers.has(token):
            if _suffers(document, lexicon, token):
                continue
            if _others_do(document, lexicon, token):
                return None
        if many and (lexicon.attackers.has(token) or lexicon.organizations.has(token)) and plural:
            return token
        if not many and (token.entity == "PERSON" or lexicon.attackers.has(token)) and not plural:
            return token
    return None


def _done_to_as_well(document: Document, pronoun: Token) -> Token | None:
    """Return the person to whom the verb before does something too: "they held *Bekov* and charged *him*"."""
    verb = document.tokens[pronoun.head]
    if pronoun.dep != "obj" or verb.dep != "conj" or not _HE_AND_SHE & pronoun.feats:
        return None
    done_to = document.children(document.tokens[verb.head], "obj")
    named = [each for each in done_to if each.pos == "PROPN" and "Number=Plur" not in each.feats]
    return named[0] if len(named) == 1 and named[0].index < pronoun.index else None


def leads_clause(document: Document, pronoun: Token) -> bool:
    """Tell whether a pronoun is only the clause behind it: «указывает на *то, что* …»."""
    clauses = document.children(pronoun, "acl", "ccomp") if pronoun.pos == "PRON" else ()
    return any(document.children(clause, "mark") for clause in clauses)


def _who_acts(document: Document, pronoun: Token) -> Iterator[Token]:
    """Yield whom a pronoun beside a verb cannot mean: who does it or says so ("*Beck* sentenced him")."""
    verb = document.tokens[pronoun.head]
    for _ in range(CLIMB if pronoun.dep in _DONE_TO else 0):
        subject = subject_of(document, verb)
        if subject is not None and subject.index != pronoun.index:
            yield subject
        if verb.dep != "ccomp":
            return
        verb = document.tokens[verb.head]


def _of_another_sex(pronoun: Token, name: Token) -> bool:
    told, has = _HE_AND_SHE & pronoun.feats, _HE_AND_SHE & name.feats
    return bool(told and has) and told.isdisjoint(has)


def _of_a_place(document: Document, name: Token) -> bool:
    """Tell whether what is taken for a person's name says where a place is: "in Osh, Co *Tarsk*"."""
    return name.dep == "appos" and document.tokens[name.head].entity in PLACE_LABELS


def _suffers(document: Document, lexicon: BlameLexicon, people: Token) -> bool:
    """Tell whether people only suffered a deed: "they do not target innocent *people*"."""
    return people.dep in ("obj", "nsubj:pass") and lexicon.deeds.has(document.tokens[people.head])


def _others_do(document: Document, lexicon: BlameLexicon, people: Token) -> bool:
    """Tell whether others than attackers did something last, so that it is not clear who "they" are."""
    verb = document.tokens[people.head]
    others = lexicon.persons.has(people) and not lexicon.organizations.has(people)
    subject = people.dep in SUBJECTS
    return others and subject and verb.pos == "VERB" and not lexicon.saying.has(verb)


def _titled(document: Document, name: Token) -> Token:
    """Return the title that a name stands behind, where the tree hangs the name on it, else the name."""
    for _ in range(CLIMB):
        if name.dep not in ("appos", "flat", "flat:name") or name.head >= name.index:
            return name
        name = document.tokens[name.head]
    return name


def _only_reports(document: Document, lexicon: BlameLexicon, person: Token) -> bool:
    """Tell whether a name is that of a judge or of an office that says it: nobody whom "he" then means."""
    titles = [each for each in document.children(person, "compound", "appos") if each.entity != "PERSON"]
    title = _titled(document, person)
    titles += [title] if title is not person and title.entity != "PERSON" else []
    verb = document.tokens[title.head]
    says = bool(titles) and title.dep == "nsubj" and lexicon.saying.has(verb)
    return says or any(lexicon.forces.has(each) for each in titles)


def _body_before(document: Document, lexicon: BlameLexicon, pronoun: Token) -> Token | None:
    """Return the last body or country before a pronoun that did something: "Astana … *it* denies"."""
    for token in _backwards(document, pronoun):
        body = token.entity in BODIES or (lexicon.bodies.has(token) and "Number=Plur" not in token.feats)
        if body and token.dep == "nsubj":
            return token
    return None


def _backwards(document: Document, pronoun: Token) -> Iterator[Token]:
    """Yield nouns before the pronoun that no noun governs by compounding, the nearest first."""
    for index in range(pronoun.index - 1, max(-1, pronoun.index - BACK), -1):
        token = document.tokens[index]
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "flat", "flat:name"):
            yield token


def noun_described(document: Document, pronoun: Token) -> Token | None:
    """Return the noun that a relative clause describes."""
    verb = document.tokens[pronoun.head]
    above = document.tokens[verb.head]
    if verb.dep == "ccomp" and pronoun.index < above.index < verb.index:
        verb = above  # "the man *who* police say *was* behind it"
    return document.head(verb) if verb.dep == "acl:relcl" else None
