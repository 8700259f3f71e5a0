"""Whom pronouns and bare numbers take up: "he", "three of them", "five dead and six wounded"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.frames.clauses import subject_of
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People


def antecedents_of(document: Document, people: Sequence[People], words: TollWords) -> dict[int, People]:
    """Return for each pronoun those it takes up: the single person spoken of before, the last subject first.

    A pronoun for several takes up the only ones counted before it in its sentence, or in the one before. Who
    only speaks is meant by what he says himself; elsewhere only where nobody else may be.
    """
    found: dict[int, People] = {}
    latest: People | None = None
    subject: People | None = None
    speaker: People | None = None
    for each in people:
        if each.reflexive:
            subject = _first_single(document, people, each)
            if subject is not None:
                found[each.first] = subject
        elif each.pronoun:
            antecedent = None
            if speaker is not None and _says(document, speaker, each, subject):
                antecedent = _taken_up(document, people, each, found, words, speaker, speaker)
            if antecedent is None:
                antecedent = _taken_up(document, people, each, found, words, subject, latest)
            if antecedent is None and speaker is not None and _opens(document, speaker):
                antecedent = _taken_up(document, people, each, found, words, speaker, speaker)
            if antecedent is not None:
                found[each.first] = antecedent
        elif (each.single or each.low == each.high == 1) and not _predicates(document, each):
            if speaks(document, each):
                speaker = each
                continue
            latest = each
            if document.tokens[each.head].dep.startswith("nsubj"):
                subject = each
    return found


def _taken_up(
    document: Document,
    people: Sequence[People],
    pronoun: People,
    found: Mapping[int, People],
    words: TollWords,
    *candidates: People | None,
) -> People | None:
    """Return whom a pronoun takes up, None if unclear. candidates: the last subject, then the latest."""
    if not pronoun.single:
        return _several(document, pronoun, people)
    subject, latest = candidates
    if document.tokens[pronoun.first].lower in words.people.latter:
        fits = latest is not subject and _agree(document, pronoun, latest, words)
        return _nearest(document, pronoun, latest) if fits else None
    if document.tokens[pronoun.first].dep == "obj":
        return _undergoer(document, pronoun, found, words, subject, latest)
    likeliest = _ranked(document, pronoun, subject, latest)
    fitting = [each for each in likeliest if _agree(document, pronoun, each, words)]
    return _nearest(document, pronoun, *fitting)


def speaks(document: Document, people: People) -> bool:
    """Tell whether somebody is only who says what is told: "…, Captain Osmonov said"."""
    head = document.tokens[people.head]
    return head.dep == "nsubj" and bool(document.children(document.tokens[head.head], "ccomp"))


def _opens(document: Document, speaker: People) -> bool:
    """Tell whether a speaker stands before what is said: "Osmonov told reporters that …"."""
    verb = document.tokens[document.tokens[speaker.head].head]
    return all(speaker.first < said.index for said in document.children(verb, "ccomp"))


def _says(document: Document, speaker: People, pronoun: People, subject: People | None) -> bool:
    """Tell whether a pronoun stands in what somebody says, with no other subject between the two."""
    if not _opens(document, speaker) or (subject is not None and subject.first > speaker.first):
        return False
    verb, token = document.tokens[speaker.head].head, document.tokens[pronoun.head]
    while token.head != token.index and token.index != verb:
        token = document.tokens[token.head]
    return token.index == verb


def _undergoer(
    document: Document,
    pronoun: People,
    found: Mapping[int, People],
    words: TollWords,
    *candidates: People | None,
) -> People | None:
    """Return whom "him" takes up: not who acts in its own clause, and nobody where two groups may be meant.

    Who acts may be whom a clause describes: "with another man *who* shot him".

    found: whom the pronouns before it take up.
    """
    here = document.sentence_of(document.tokens[pronoun.first])
    verb = document.tokens[document.tokens[pronoun.first].head]
    actors = [found[each.index] for each in document.children(verb, "nsubj") if each.index in found]
    described = _described(document, verb, words)
    subject = candidates[0]
    apart = _done_by_another(document, verb, words)
    meant = [
        each
        for each in reversed(candidates)
        if each is not None and each not in actors
        if apart or not (each is subject and each.first >= here.first)
        if each.head != described
        if _agree(document, pronoun, each, words)
    ]
    if len({each.group for each in meant}) > 1:
        return None
    return _nearest(document, pronoun, *meant)


def _done_by_another(document: Document, verb: Token, words: TollWords) -> bool:
    """Tell whether a verb has a doer of its own: «стрелок скрылся, но *полиции удалось* его задержать».

    So has one that tells of several, or of nobody, told beside one person: «стрелок ранен, его *задержали*».
    """
    above = document.tokens[verb.head]
    led = above.lemma in words.outcomes.implicative and above.index != verb.index
    ruler = above if led else verb
    by_several = {"VerbForm=Fin", "Number=Plur"} <= ruler.feats or (led and "Gender=Neut" in ruler.feats)
    if by_several and not document.children(ruler, "nsubj"):
        return True
    doers = [*document.children(verb, "nsubj"), *(document.children(above, "iobj", "obl") if led else ())]
    return any(each.pos in ("NOUN", "PROPN") and not document.children(each, "case") for each in doers)


def _described(document: Document, verb: Token, words: TollWords) -> int | None:
    """Return whom the clause of a verb describes whose subject is "who", also of one joined to that verb."""
    while verb.dep in ("advcl", "conj", "xcomp") and not document.children(verb, *SUBJECTS):
        verb = document.tokens[verb.head]
    subjects = document.children(verb, *SUBJECTS)
    if verb.dep == "acl:relcl" and any(each.lower in words.people.relative for each in subjects):
        return verb.head
    return None


def _ranked(
    document: Document, pronoun: People, subject: People | None, latest: People | None
) -> tuple[People | None, People | None]:
    """Return whom a pronoun may mean, likeliest first: the last subject, unless another stands beside it."""
    here = document.sentence_of(document.tokens[pronoun.first])
    if subject is not None and latest is not None and subject.first < here.first <= latest.first:
        return latest, subject
    return subject, latest


def _agree(document: Document, pronoun: People, other: People | None, words: TollWords) -> bool:
    """Tell whether a pronoun may speak of somebody: not of who acts on it, nor of another gender."""
    if other is None or document.tokens[other.head].head == document.tokens[pronoun.head].head:
        return False
    genders = [_genders(document.tokens[each.head], words) for each in (pronoun, other)]
    return not (genders[0] and genders[1]) or bool(genders[0] & genders[1])


def _genders(token: Token, words: TollWords) -> set[str]:
    """Return the genders of a word: by its form, or of a noun that is said of one sex only."""
    told = words.people.genders.get(token.lemma)
    return {told} if told is not None else {feat for feat in token.feats if feat.startswith("Gender=")}


def _several(document: Document, pronoun: People, people: Sequence[People]) -> People | None:
    """Return the people counted before whom "they" can only mean: no others are told of in their sentence."""
    here = document.sentence_of(document.tokens[pronoun.first])
    start = bisect_left(people, here.first, key=lambda each: each.first)
    before = [each for each in people[start:] if each.first < pronoun.first]
    acting = _who_does(document, document.tokens[pronoun.head])
    doers_only = all(each.single and any(each.first <= at < each.last for at in acting) for each in before)
    if doers_only and here.index > 0:  # «отправились двое. *Беков* застрелил их»
        last = document.sentences[here.index - 1]
        first = bisect_left(people, last.first, key=lambda each: each.first)
        before = list(people[first:start]) if last.paragraph == here.paragraph else before
    meant = [each for each in before if not each.single and not each.pronoun and each.known]
    if len(meant) > 1:
        meant = [each for each in meant if not any(each.first <= at < each.last for at in acting)]
    counted = meant[0] if len(meant) == 1 and meant[0].low and meant[0].low > 1 else None
    return counted if counted is not None and not (counted.partitive or counted.bare) else None


def _who_does(document: Document, pronoun: Token) -> set[int]:
    """Return positions of those who do it to "them", or say so: «*группа* окружила … и застрелила их»."""
    verb = document.tokens[pronoun.head]
    found: set[int] = set()
    while pronoun.dep == "obj" and verb.pos == "VERB":
        subject = subject_of(document, verb)
        if subject is not None:
            found |= {subject.index, *(child.index for child in document.children(subject, "nmod"))}
        if verb.dep not in ("ccomp", "conj") or verb.head == verb.index:
            break
        verb = document.tokens[verb.head]
    return found


def _predicates(document: Document, people: People) -> bool:
    """Tell whether a noun only says what somebody is: "one militant was a citizen of Mali"."""
    head = document.tokens[people.head]
    governor = document.tokens[head.head]
    return head.dep == "xcomp" and governor.pos == "AUX"


def _nearest(document: Document, pronoun: People, *candidates: People | None) -> People | None:
    """Return the first candidate at most two sentences before a pronoun."""
    tokens = document.tokens
    for each in candidates:
        if each is not None and document.sentences_between(tokens[each.first], tokens[pronoun.first]) <= 2:
            return each
    return None


def _first_single(document: Document, people: Sequence[People], reflexive: People) -> People | None:
    """Return the first single person of the sentence before a reflexive pronoun."""
    sentence = document.sentence_of(document.tokens[reflexive.first])
    start = bisect_left(people, sentence.first, key=lambda each: each.first)
    before = takewhile(lambda each: each.first < reflexive.first, islice(people, start, None))
    return next((each for each in before if each.single and not each.pronoun), None)
