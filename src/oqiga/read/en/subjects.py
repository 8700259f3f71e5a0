"""Subjects that the English parser takes for something else, put back to their verb.

"According to the army, *six people*, including two soldiers, were killed": with a second comma the parser
makes the people an apposition of the army, and the verb has no subject. "19 injured after *gunmen* attacked a
hotel": the parser lets the 19 attack. "He was hurt in the attack and *the Front* has claimed it": the parser
joins the Front to the attack, and lets him claim it. "A *woman* shot in the leg was carried out": the parser
lets her shoot. "Men believed to be *rebels* killed six": the parser lets rebels do it, and the men believe
it. "A *man* stabbed passers-by": the parser sees no clause, but a man who was stabbed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.read.languages import language_pack

_SUBJECTS = (*SUBJECTS, "csubj", "csubj:pass", "expl")


@lru_cache(maxsize=1)
def _fronting() -> frozenset[str]:
    return frozenset(language_pack("en").lexicon("trees")["fronting"])


@lru_cache(maxsize=1)
def _opening() -> frozenset[str]:
    return frozenset(language_pack("en").lexicon("trees")["opening"])


def with_subjects(document: Document) -> Document:
    """Return a document in which such verbs have their subject."""
    changed: dict[int, Token] = {}
    for token in document.tokens:
        if token.dep == "root" and token.pos in ("NOUN", "PROPN"):
            changed.update(_doer_alone(document, token))
        if token.dep == "nsubj" and token.pos == "NUM":
            changed.update(_attacked(document, token))
        if token.dep == "appos" and document.children(token, "nummod"):
            verb = _verb_of(document, token)
        elif token.dep == "conj" and token.pos in ("NOUN", "PROPN"):
            verb = _verb_behind(document, token)
        elif token.dep == "nsubj" and (group := _called_so(document, token)) is not None:
            changed[token.index] = replace(token, head=group.index, dep="appos")
            continue
        elif token.dep == "nsubj" and (being := _being_before(document, token)) is not None:
            changed.update(_said_to_be(document, token, being))
            continue
        elif token.dep == "nsubj" and (later := _verb_later(document, token)) is not None:
            changed.update(_described(document, token, later))
            continue
        else:
            continue
        if verb is not None:
            relation = "nsubj:pass" if document.children(verb, "aux:pass") else "nsubj"
            changed[token.index] = replace(token, head=verb.index, dep=relation)
    return document.with_tokens(changed)


def _attacked(document: Document, counted: Token) -> dict[int, Token]:
    """Return the tokens of "19 injured after gunmen attacked" with the gunmen as those who attack."""
    verb, tokens = document.tokens[counted.head], document.tokens
    for state in document.children(counted, "acl"):
        for doer in document.children(state, "obl"):
            opening = [each for each in document.children(doer, "case") if each.lower in _opening()]
            last = max((token.index for token in document.subtree(doer)), default=doer.index)
            if not opening or verb.pos != "VERB" or last + 1 != verb.index:
                continue
            above = state.index if verb.head == verb.index else verb.head
            return {
                counted.index: replace(counted, dep="nsubj:pass", head=state.index),
                state.index: replace(state, dep=verb.dep, head=above),
                doer.index: replace(doer, dep="nsubj", head=verb.index),
                opening[0].index: replace(tokens[opening[0].index], dep="mark", head=verb.index),
                verb.index: replace(verb, dep="advcl", head=state.index),
            }
    return {}


def _doer_alone(document: Document, noun: Token) -> dict[int, Token]:
    """Return the tokens of "a man stabbed passers-by" with the man as who does it.

    Only where the verb is finite and has an object: "a man shot in the leg" tells whom somebody shot.
    """
    for verb in document.children(noun, "acl"):
        finite = {"VerbForm=Fin", "Tense=Past"} <= verb.feats
        alone = not document.children(verb, *_SUBJECTS, "aux:pass")
        if not (finite and alone and document.children(verb, "obj")):
            continue
        changed = {
            noun.index: replace(noun, head=verb.index, dep="nsubj"),
            verb.index: replace(verb, head=verb.index, dep="root"),
        }
        for child in document.children(noun):
            if child.index > verb.index:
                changed[child.index] = replace(child, head=verb.index)
        return changed
    return {}


def _verb_behind(document: Document, joined: Token) -> Token | None:
    """Return the verb right behind "and" and a noun, where the parser gives it no subject at all.

    Only a verb that the parser joins to one before the noun, and that has an auxiliary: without one it may be
    a participle ("the man and the woman *shot* there").
    """
    last = max(each.index for each in document.subtree(joined))
    if last + 1 >= document.sentence_of(joined).last:
        return None
    auxiliary = document.tokens[last + 1]
    verb = document.tokens[auxiliary.head] if auxiliary.dep in ("aux", "aux:pass") else auxiliary
    told = verb.index != last + 1 and "VerbForm=Fin" in auxiliary.feats and verb.dep == "conj"
    if not told or verb.head > joined.index or document.children(verb, *_SUBJECTS):
        return None
    return verb


def _called_so(document: Document, name: Token) -> Token | None:
    """Return the noun with an article right before a name, where the parser makes both of them subjects."""
    if name.pos != "PROPN":
        return None
    first = min(each.index for each in document.subtree(name))
    before = [each for each in document.children(document.tokens[name.head], "nsubj") if each.index < first]
    noun = before[-1] if before else name
    told = noun.pos == "NOUN" and bool(document.children(noun, "det"))
    return noun if told and max(each.index for each in document.subtree(noun)) + 1 == first else None


def _verb_later(document: Document, subject: Token) -> Token | None:
    """Return the verb that stands behind a subject's own with nothing to join the two, None without one."""
    verb = document.tokens[subject.head]
    if {"Tense=Past", "VerbForm=Fin"} - verb.feats or document.children(verb, "aux", "obj"):
        return None
    for later in document.children(verb, "conj", "ccomp", "dep"):
        if later.index < verb.index or later.pos not in ("VERB", "AUX"):
            continue
        helpers = document.children(later, "aux", "aux:pass")
        first = min((each.index for each in helpers), default=later.index)
        between = document.tokens[verb.index + 1 : first]
        joined = any(each.pos in ("PUNCT", "CCONJ", "SCONJ", "PRON", "VERB") for each in between)
        finite = any("VerbForm=Fin" in each.feats for each in (later, *helpers))
        if finite and between and not joined and not document.children(later, *_SUBJECTS, "mark"):
            return later
    return None


def _being_before(document: Document, kind: Token) -> Token | None:
    """Return the "to be" right before a noun that the parser makes a subject; one without complement."""
    first = min(each.index for each in document.subtree(kind))
    being = document.tokens[first - 1] if first else kind
    infinitive = being.lemma == "be" and "VerbForm=Inf" in being.feats and being.dep == "xcomp"
    return None if not infinitive or document.children(being, "xcomp", "obl") else being


def _said_to_be(document: Document, kind: Token, being: Token) -> dict[int, Token]:
    """Return the tokens of "men believed to be *rebels* killed six" with the men as those who kill."""
    verb, guess = document.tokens[kind.head], document.tokens[being.head]
    changed = {kind.index: replace(kind, head=being.index, dep="xcomp")}
    subjects = document.children(guess, *SUBJECTS)
    if verb.dep == "ccomp" and verb.head == guess.index and subjects:
        changed.update(_described(document, subjects[-1], verb))
    return changed


def _described(document: Document, subject: Token, later: Token) -> dict[int, Token]:
    """Return the tokens with the later verb as what the subject does, and its own as what describes it."""
    verb = document.tokens[subject.head]
    above = later.index if verb.head == verb.index else verb.head
    relation = "nsubj:pass" if document.children(later, "aux:pass") else "nsubj"
    changed = {
        subject.index: replace(subject, head=later.index, dep=relation),
        verb.index: replace(
            verb,
            head=subject.index,
            dep="acl",
            feats=frozenset({"Aspect=Perf", "Tense=Past", "VerbForm=Part"}),
        ),
        later.index: replace(later, head=above, dep=verb.dep),
    }
    for child in document.children(verb, "punct", "cc", "conj"):
        if child.index > later.index:
            changed[child.index] = replace(child, head=later.index)
    return changed


def _verb_of(document: Document, counted: Token) -> Token | None:
    """Return the verb without a subject behind "according to X, six people", None for other appositions."""
    source = document.tokens[counted.head]
    fronted = document.tokens[source.head]
    if source.dep != "obl" or fronted.lower not in _fronting() or not fronted.index < counted.index:
        return None
    verb = document.tokens[fronted.head]
    acts = verb.pos == "VERB" and verb.index > counted.index
    if not acts or document.children(verb, *SUBJECTS):
        return None
    return verb
