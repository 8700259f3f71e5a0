"""Clauses of a dependency tree: their predicate, what hangs below a word, who does it, the words they cover.

Walks are bounded: a hostile text may make one sentence of a hundred thousand words.
"""

from __future__ import annotations

from collections.abc import Collection

from oqiga.model.syntax import SUBJECTS, Document, Token

CLAUSAL = frozenset(
    {"root", "ccomp", "advcl", "acl", "acl:relcl", "xcomp", "csubj", "csubj:pass", "parataxis"}
)
"""Relations whose dependent is the predicate of a clause."""
_NOT_BELOW = frozenset({"cc", "ccomp", "parataxis", "acl:relcl", "punct", "mark", "csubj"})
_OPEN = frozenset({"xcomp", "acl", "csubj", "csubj:pass"})
_OBJECTS = frozenset({"obj", "iobj"})
REACH = 300
"""Most tokens that one walk visits."""
CLIMB = 8
"""Most steps up the tree."""


def is_predicate(document: Document, token: Token) -> bool:
    """Tell whether a clause turns on the token."""
    if token.dep == "conj":
        if token.pos in ("VERB", "AUX"):
            return token.pos == "AUX" or not _in_noun_phrase(document, token)
        return bool(document.children(token, *SUBJECTS, "cop"))
    if token.dep == "xcomp" and token.pos not in ("VERB", "AUX"):
        return bool(document.children(token, "cop", "nsubj"))
    return token.dep in CLAUSAL


def _in_noun_phrase(document: Document, token: Token) -> bool:
    governor = document.tokens[token.head]
    return governor.dep in ("amod", "compound", "nmod")


def relative_clause_of(document: Document, token: Token, *, going_on: bool = False) -> Token | None:
    """Return the verb of the nearest relative clause that holds a token, None when there is none near.

    going_on: a participle of what goes on counts too ("an officer *celebrating* Easter").
    """
    for _ in range(CLIMB):
        if token.dep == "acl:relcl" or (going_on and token.dep == "acl" and "Aspect=Prog" in token.feats):
            return token
        if token.head == token.index:
            return None
        token = document.tokens[token.head]
    return None


def predicate_of(document: Document, token: Token) -> Token:
    """Return the predicate of the clause that holds the token: itself when it is one."""
    for _ in range(REACH):
        if is_predicate(document, token) or token.head == token.index:
            return token
        token = document.tokens[token.head]
    return token


def chain(document: Document, token: Token) -> list[Token]:
    """Return the token and its governors as far as they are about the same act.

    Goes up to the predicate of its clause, and on over open clauses ("forced *to close*", "messages
    *telling* …"), never into the clause that reports it.
    """
    found = [token]
    while len(found) < CLIMB and token.head != token.index:
        if is_predicate(document, token) and token.dep not in _OPEN:
            break
        token = document.tokens[token.head]
        found.append(token)
    return found


def helpers(document: Document, tokens: Collection[Token]) -> list[int]:
    """Return positions of the tokens and of the small words that hang on them."""
    found = {token.index for token in tokens}
    for token in tokens:
        for child in document.children(
            token, "aux", "aux:pass", "advmod", "mark", "det", "cop", "case", "neg"
        ):
            found.add(child.index)
        found.update(child.index for child in document.children(token, "compound:prt", "amod"))
        if token.pos == "AUX":
            found.update(_state(document, token))
    return sorted(found)


def _state(document: Document, copula: Token) -> list[int]:
    """Return positions of what a copula says of its subject ("is *under way*")."""
    found: list[int] = []
    for child in document.children(copula, "obl", "xcomp", "advmod"):
        found.extend(each.index for each in document.children(child, "case", "advmod"))
        found.append(child.index)
    return found


def below(document: Document, token: Token, own: Collection[int] = (), *, deep: bool = True) -> list[int]:
    """Return positions of what a word acts on or is said of.

    own: positions of the words that mean one thing with it. deep: with what describes its nouns in a clause.

    Its dependents down to, not into, further clauses; not the subject when there is an object; the noun it
    describes ("*roads* closed by police"); the subject of its copula ("the *Internet* is down"); who is told
    to do it ("ordered *schools* to close").
    """
    has_object = any(child.dep in _OBJECTS and child.index not in own for child in document.children(token))
    tops = [
        child
        for child in document.children(token)
        if not (child.dep == "nsubj" and has_object) and not _other_clause(document, child)
    ]
    tops.extend(_described(document, token, has_object))
    found: set[int] = set()
    for top in tops:
        found.update(nominal(document, top, deep=deep))
    return sorted(found - {token.index})


def nominal(document: Document, top: Token, *, deep: bool = True) -> list[int]:
    """Return positions of a phrase without the clauses that hang on it.

    deep: with open clauses and prepositional ones ("accused *of planning it*").
    """
    found: list[int] = []
    waiting = [top]
    while waiting and len(found) < REACH:
        token = waiting.pop()
        found.append(token.index)
        for child in document.children(token):
            if not _other_clause(document, child) and (deep or child.dep not in ("acl", "xcomp", "advcl")):
                waiting.append(child)
    return sorted(found)


def _other_clause(document: Document, token: Token) -> bool:
    if token.dep in _NOT_BELOW:
        return True
    if token.dep == "advcl":
        return not document.children(token, "case")
    return token.dep == "conj" and is_predicate(document, token)


def _described(document: Document, token: Token, has_object: bool) -> list[Token]:
    governor = document.head(token)
    if governor is None:
        return []
    if token.dep in ("amod", "acl", "acl:relcl"):
        return [governor]
    if token.dep == "xcomp" and governor.dep == "acl:relcl" and governor.head != governor.index:
        objects = document.children(token, *_OBJECTS)  # «теракты, которые собирались *устроить*»
        return [document.tokens[governor.head]] if any(each.pos == "PRON" for each in objects) else []
    if token.dep in ("xcomp", "advmod") and not has_object and governor.pos in ("AUX", "VERB"):
        if token.dep == "xcomp" and token.pos == "VERB" and (told := document.children(governor, "obj")):
            return list(told[:1])
        subject = subject_of(document, governor)
        return [subject] if subject is not None and not document.children(governor, *_OBJECTS) else []
    if token.dep == "conj" and not has_object:
        subject = subject_of(document, token)
        passive = subject is not None and subject.dep == "nsubj:pass"
        return [subject] if subject is not None and (passive or governor.pos == "AUX") else []
    return []


def subject_of(document: Document, verb: Token, depth: int = 5) -> Token | None:
    """Return the subject of a verb: its own, or the one it shares with its governor."""
    own = document.children(verb, *SUBJECTS, "csubj")
    for auxiliary in () if own else document.children(verb, "aux"):
        own = document.children(auxiliary, "nsubj")
        if own:
            break
    if own:
        named = [each for each in own[1:] if each.entity == "PERSON"]
        return named[0] if named and own[0].entity != "PERSON" else own[0]  # "a Malian, *Ali Bekov* was …"
    if (shared := _subject_of_aside(document, verb)) is not None:
        return shared
    governor = document.head(verb)
    if governor is None or depth == 0:
        return None
    led = verb.dep == "xcomp" or (verb.dep == "advcl" and _of_the_object(document, verb))
    if led and (objects := document.children(governor, *_OBJECTS)):
        return objects[0]
    if verb.dep in ("conj", "xcomp", "advcl") and governor.pos in ("VERB", "AUX", "NOUN", "ADJ"):
        return subject_of(document, governor, depth - 1)
    noun = governor.pos in ("NOUN", "PROPN", "PRON") or governor.entity == "NORP"  # "an *Egyptian* held"
    if verb.dep in ("acl", "acl:relcl") and noun:
        return governor
    return None


def _of_the_object(document: Document, verb: Token) -> bool:
    """Tell whether a clause behind "of" is about the object above: "accused them *of being* behind it"."""
    return not {"Aspect=Prog", "VerbForm=Ger"}.isdisjoint(verb.feats) and any(
        case.lower == "of" for case in document.children(verb, "case", "mark")
    )


def _subject_of_aside(document: Document, verb: Token) -> Token | None:
    """Return the subject that stands before a verb but hangs on what describes it in passing.

    "*A man*, believed to be in his 20s, was arrested."
    """
    for aside in document.children(verb, "advcl"):
        for subject in document.children(aside, *SUBJECTS):
            described = "VerbForm=Part" in aside.feats and not document.children(
                aside, "aux", "aux:pass", "mark"
            )
            if described and subject.index < aside.index < verb.index:
                return subject
    return None


def is_passive(document: Document, verb: Token) -> bool:
    """Tell whether a verb is passive: by its subject or auxiliary, or as a bare past participle."""
    if document.children(verb, "nsubj:pass", "aux:pass") or "Voice=Pass" in verb.feats:
        return True
    if "Voice=Act" in verb.feats:
        return False
    participle = "VerbForm=Part" in verb.feats and "Tense=Past" in verb.feats
    if verb.dep == "conj" and participle and not document.children(verb, "nsubj", "aux", *_OBJECTS):
        governor = document.head(verb)
        return governor is not None and bool(document.children(governor, "aux:pass"))
    if verb.dep == "advcl" and document.children(verb, "nsubj", "aux"):
        return False
    return participle and verb.dep in ("acl", "amod", "xcomp", "advcl") and not document.children(verb, "obj")


def is_imperative(document: Document, verb: Token) -> bool:
    """Tell whether a verb is an order: by its mood, or as a bare stem that nobody is the subject of."""
    if "Mood=Imp" in verb.feats:
        return True
    if verb.dep in ("xcomp", "acl", "advcl", "csubj") or "VerbForm=Inf" not in verb.feats:
        return False
    first = document.tokens[verb.head]
    if verb.dep == "conj" and first.dep in ("xcomp", "acl", "advcl") and "VerbForm=Inf" in first.feats:
        return False  # "able to jump and *take* cover"
    return not document.children(verb, *SUBJECTS, "aux", "aux:pass", "mark")


def is_definite(document: Document, noun: Token) -> bool:
    """Tell whether a noun has an article for what was told before: "*the* group"."""
    return any("Definite=Def" in child.feats for child in document.children(noun, "det"))


def doer_of(document: Document, verb: Token) -> Token | None:
    """Return who does it: the subject of the active, the agent of the passive."""
    agents = document.children(verb, "obl:agent")
    if agents:
        return agents[0]
    return None if is_passive(document, verb) else subject_of(document, verb)


def undergoer_of(document: Document, verb: Token) -> Token | None:
    """Return whom it is done to: the object of the active, the subject of the passive."""
    objects = document.children(verb, "obj")
    if objects:
        return objects[0]
    if not is_passive(document, verb):
        return None
    governor = document.head(verb)
    if verb.dep == "amod":
        return governor
    return subject_of(document, verb)
