"""The clause around a noun as features: what governs it and how, what stands beside it, what it is called.

A relation is written with its preposition ("obl_by"); a noun in a list, or one set behind another, stands in
the relation of the first. Relations are those of `oqiga.model.syntax`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token

NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ"})
"""Parts of speech that a filler may be headed by."""

_VERBS = frozenset({"VERB", "AUX"})
_ARGUMENTS = (*SUBJECTS, "obj", "obl:agent")
_BEHIND = ("ccomp", "advcl", "acl", "acl:relcl", "xcomp", "conj", "parataxis")
_DESCRIBING = ("amod", "compound", "nmod:poss")
_CLIMBS = 6
_FROM_AFAR = 3
_BAG = 30
_NEAR = (-2, -1, 1, 2)
_SENTENCES = 6


def first_of_list(document: Document, noun: Token) -> tuple[Token, str]:
    """Return the noun whose relation another shares, and how: "appos", "conj" or "" for its own."""
    how = ""
    for _ in range(_CLIMBS):
        if noun.dep not in ("conj", "appos", "flat") or noun.head == noun.index:
            break
        if noun.dep == "appos" or not how:
            how = noun.dep if noun.dep != "flat" else "conj"
        noun = document.tokens[noun.head]
    return noun, how


def preposition(document: Document, noun: Token) -> str:
    """Return the preposition before a noun, "" without one."""
    return next((each.lower for each in document.children(noun, "case") if each.pos != "PART"), "")


def features(document: Document, noun: Token, shared: Sequence[str]) -> list[str]:
    """Return the names of all features of a noun. shared: those that `of_sentence` gives for its sentence."""
    relation, governed = _governed(document, noun)
    anchor, how = first_of_list(document, noun)
    names = [
        *governed,
        *shared,
        f"head {noun.lemma}",
        f"head {noun.lemma} {relation}",
        f"word {noun.lower}",
        f"ends {noun.lower[-3:]} {noun.pos}",
        f"name {noun.entity}",
        f"name {noun.entity} {relation}",
        f"name {noun.entity} {relation} {document.tokens[anchor.head].lemma}",
    ]
    if how:
        names += [f"how {how}", f"list {anchor.lemma}", f"list {how} {anchor.entity}"]
    names += _below(document, noun, relation)
    for step in _NEAR:
        at = noun.index + step
        if 0 <= at < len(document.tokens):
            names.append(f"{step} {document.tokens[at].lower}")
    return names


def of_sentence(document: Document, sentence: Sentence) -> list[str]:
    """Return the features that all nouns of a sentence share: its words, its place, the verb before it."""
    tokens = document.tokens_of(sentence)
    words = sorted({each.lemma for each in tokens if each.pos in ("VERB", "NOUN") and len(each.lemma) > 2})
    names = [f"in {word}" for word in words[:_BAG]]
    names.append(f"place {min(sentence.index, _SENTENCES)}")
    if sentence.index:
        before = document.tokens_of(document.sentences[sentence.index - 1])
        names += [f"before {each.lemma}" for each in before if each.dep == "root"][:2]
    return names


def _governed(document: Document, noun: Token, afar: bool = True) -> tuple[str, list[str]]:
    """Return the relation of a noun, and features of what governs it. afar: look beyond a governing noun."""
    anchor, how = first_of_list(document, noun)
    with_word = preposition(document, anchor) or preposition(document, noun)
    relation = f"{anchor.dep}_{with_word}" if with_word else anchor.dep
    governor = document.head(anchor)
    if governor is None:
        return relation, [f"by root {anchor.lemma if how else ''}"]
    names = [
        f"by {relation} {governor.lemma}",
        f"by {how} {relation} {governor.lemma}",
        f"as {relation}",
    ]
    if governor.pos in _VERBS:
        names += _with_verb(document, anchor, governor, relation)
    else:
        names.append(f"noun {relation} {governor.lemma}")
        if afar:
            for each in _governed(document, governor, afar=False)[1][:_FROM_AFAR]:
                names += [f"far {relation} {governor.lemma} {each}", f"far {relation} {each}"]
    return relation, names


def _with_verb(document: Document, anchor: Token, verb: Token, relation: str) -> Iterator[str]:
    """Yield features of a verb: its other arguments, how it is told, what it stands under."""
    for each in document.children(verb, *_ARGUMENTS):
        if each.dep != anchor.dep:
            yield f"verb {relation} {verb.lemma} {each.dep} {each.lemma}"
            yield f"with {relation} {each.dep} {each.lemma}"
    for each in document.children(verb, "aux", "advmod", "mark"):
        yield f"told {each.lemma}"
        yield f"told {relation} {each.lemma}"
    above = document.head(verb)
    if above is not None and verb.dep in _BEHIND:
        yield f"under {relation} {verb.dep} {above.lemma}"
        yield f"under {relation} {verb.lemma} {verb.dep} {above.lemma}"
    if anchor.dep in SUBJECTS:
        for each in document.children(verb, "xcomp", "conj", "advcl"):
            if each.pos == "VERB" and not document.children(each, *SUBJECTS):
                yield f"also {anchor.dep} {each.lemma}"
                for thing in document.children(each, "obj"):
                    yield f"also {anchor.dep} {each.lemma} {thing.lemma}"


def _below(document: Document, noun: Token, relation: str) -> Iterator[str]:
    """Yield features of what depends on a noun: its article, adjectives, clauses, what it is set beside."""
    article = "-"
    plural = "Number=Plur" in noun.feats
    for each in document.children(noun):
        if each.dep == "det":
            article = each.lower
        elif each.dep == "nummod":
            yield f"number {relation} {plural}"
        elif each.dep in _DESCRIBING:
            yield f"of kind {each.lemma}"
            yield f"of kind {each.lemma} {noun.lemma}"
        elif each.dep == "nmod":
            word = preposition(document, each)
            yield f"{word} {each.lemma}"
            yield f"{noun.lemma} {word}"
            yield f"{word} name {each.entity}"
        elif each.dep in ("acl", "acl:relcl"):
            yield from _clause_below(document, each)
        elif each.dep in ("appos", "conj"):
            yield f"{each.dep} {each.lemma}"
            yield f"{each.dep} name {each.entity}"
    yield f"article {article} {plural}"
    yield f"article {article} {relation}"


def _clause_below(document: Document, verb: Token) -> Iterator[str]:
    """Yield what a clause behind a noun makes of it: who does it, to whom it is done, or something other."""
    subjects = document.children(verb, *SUBJECTS)
    if verb.dep == "acl":
        part = "done" if "VerbForm=Part" in verb.feats else "doing"
    else:
        part = (subjects[0].dep if subjects[0].pos == "PRON" else "obj") if subjects else "-"
    yield f"clause {part} {verb.lemma}"
    for each in document.children(verb, "obj"):
        yield f"clause {part} {verb.lemma} {each.lemma}"
