"""Finding the words that give an attribution away: verbs, nouns, "according to", adverbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import Certainty
from oqiga.read.attribution.elsewhere import told_in
from oqiga.read.attribution.lexicon import SpeechLexicon, SpeechWord
from oqiga.read.attribution.tree import is_passive

CueKind = Literal["verb", "noun", "marker", "adverb", "quoting", "unclear"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: the token that the clause hangs on, all its tokens, and what it says about certainty."""

    kind: CueKind
    token: Token
    indexes: tuple[int, ...]
    word: SpeechWord
    certainty: Certainty
    passive: bool = False
    side: str = "after"


def find_cues(document: Document, sentence: Sentence, lexicon: SpeechLexicon) -> list[Cue]:
    """Return the cues of one sentence in order."""
    found: list[Cue] = []
    for index in range(sentence.first, sentence.last):
        token = document.tokens[index]
        cue = (
            _marker(document, token, sentence, lexicon)
            or _verb(document, token, lexicon)
            or _noun(document, token, lexicon)
            or _adverb(token, lexicon)
            or _unclear(document, token, lexicon)
        )
        if cue is not None:
            found.append(cue)
    return found


_UNSAID = frozenset({"xcomp", "advcl", "acl", "csubj"})
"""Relations in which an infinitive tells no saying: "declined to say", "hard to say"."""
_PLAIN = SpeechWord("say", Certainty.STATED, Certainty.REPORTED, frozenset({"clause"}))


def _marker(document: Document, token: Token, sentence: Sentence, lexicon: SpeechLexicon) -> Cue | None:
    for marker in lexicon.markers.get(token.lower, ()):
        last = token.index + len(marker.words)
        if last <= sentence.last and _words(document, token.index, last) == marker.words:
            return Cue(
                "marker", token, tuple(range(token.index, last)), _PLAIN, marker.certainty, side=marker.side
            )
    return None


def _words(document: Document, first: int, last: int) -> tuple[str, ...]:
    return tuple(document.tokens[index].lower for index in range(first, last))


def _verb(document: Document, token: Token, lexicon: SpeechLexicon) -> Cue | None:
    if token.pos not in ("VERB", "AUX") or _in_a_name(document, token):
        return None
    if token.lemma in lexicon.words["quoting"] and as_saying(document, token, lexicon) is not None:
        return Cue("quoting", token, (token.index,), _PLAIN, Certainty.STATED, is_passive(document, token))
    if token.lemma in lexicon.words["quoting"] and token.dep in ("advcl", "acl", "conj", "xcomp"):
        return Cue("quoting", token, (token.index,), _PLAIN, Certainty.STATED)
    if token.lemma in lexicon.words["quoting"] and _hands_on(document, token):
        return Cue("quoting", token, (token.index,), _PLAIN, Certainty.STATED)
    governor = document.head(token)
    if governor is not None and governor.lemma in lexicon.words["quoting"]:
        quoted = as_saying(document, governor, lexicon)
        if quoted is not None and quoted.index == token.index:
            return None
    word, extra = _entry(document, token, lexicon)
    if word is None or (token.dep == "amod") or token.dep.startswith("aux"):
        return None
    if word.act == "say" and "VerbForm=Inf" in token.feats and token.dep in _UNSAID:
        return None
    if _of_oneself(document, token, word, lexicon):
        return None
    passive = (
        is_passive(document, token) or _bare_state(document, token) or _held_to_be(document, token, lexicon)
    )
    agent = bool(document.children(token, "obl:agent")) or told_in(document, token, lexicon) is not None
    certainty = word.passive if passive and not agent else word.certainty
    if _negated(document, token, lexicon):
        certainty = Certainty.UNCLEAR
    return Cue("verb", token, tuple(sorted({token.index, *extra})), word, certainty, passive)


def _hands_on(document: Document, verb: Token) -> bool:
    """Tell whether a verb gives words and whose they are: "…," the agency quoted the minister."""
    words = document.children(verb, "ccomp", "parataxis")
    return bool(words) and bool(document.children(verb, "nsubj")) and bool(document.children(verb, "obj"))


def _in_a_name(document: Document, verb: Token) -> bool:
    """Tell whether a verb in capitals is a part of a name: "Muktar *Said* Ibrahim"."""
    beside = document.tokens[max(0, verb.index - 1) : verb.index + 2]
    return (
        len(beside) == 3
        and all(token.text.istitle() and token.entity == "PERSON" for token in (beside[0], beside[2]))
        and verb.text.istitle()
    )


def _of_oneself(document: Document, verb: Token, word: SpeechWord, lexicon: SpeechLexicon) -> bool:
    """Tell whether somebody only names himself: "a group *calling itself* the Front", «заявили *о себе*»."""
    named = document.children(verb, "obj", "obl", "iobj") if word.act in ("judge", "say") else ()
    return any(child.pos == "PRON" and child.lemma in lexicon.words["oneself"] for child in named)


def _held_to_be(document: Document, verb: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a participle is taken for a past: "gunmen *suspected to be* bandits killed"."""
    if verb.lemma not in lexicon.words["held_to_be"] or document.children(verb, "obj", "aux"):
        return False
    past = "Tense=Past" in verb.feats and verb.lower != verb.lemma
    return past and any("VerbForm=Inf" in child.feats for child in document.children(verb, "xcomp"))


def _bare_state(document: Document, verb: Token) -> bool:
    """Tell whether a participle tells a state ("two officers feared dead"), whatever voice the parse says."""
    states = any(child.pos == "ADJ" for child in document.children(verb, "xcomp"))
    return (
        states and verb.dep in ("acl", "advcl", "ccomp") and not document.children(verb, "obj", "aux", "mark")
    )


def _entry(
    document: Document, verb: Token, lexicon: SpeechLexicon
) -> tuple[SpeechWord | None, tuple[int, ...]]:
    """Return the entry of a verb, that of the verb with its particle or preposition first."""
    for child in document.children(verb):
        if child.dep == "compound:prt" and f"{verb.lemma} {child.lower}" in lexicon.verbs:
            return lexicon.verbs[f"{verb.lemma} {child.lower}"], (child.index,)
        if child.dep == "aux" and f"{verb.lower} {child.lemma}" in lexicon.verbs:  # "атап өтті", noted
            return lexicon.verbs[f"{verb.lower} {child.lemma}"], (child.index,)
        if child.dep == "compound:lvc" and f"{child.lower} {verb.lemma}" in lexicon.verbs:
            return lexicon.verbs[f"{child.lower} {verb.lemma}"], (child.index,)
        if child.dep == "obj" and f"{verb.lemma} {child.lemma}" in lexicon.verbs:  # «привёл данные»
            return lexicon.verbs[f"{verb.lemma} {child.lemma}"], ()
        if child.dep == "obl":
            for case in document.children(child, "case"):
                if f"{verb.lemma} {case.lower}" in lexicon.verbs:
                    return lexicon.verbs[f"{verb.lemma} {case.lower}"], (case.index,)
    return lexicon.verbs.get(verb.lemma), ()


def as_saying(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return "saying" in "quoted ... as saying", None where there is none."""
    for child in document.children(verb, "advcl", "xcomp", "ccomp"):
        if child.lemma in lexicon.words["quoted_as"]:
            return child
    for each in document.children(verb, "obj", "nsubj:pass"):
        for child in document.children(each, "advcl", "acl"):
            if child.lemma in lexicon.words["quoted_as"] and document.children(child, "case", "mark"):
                return child
    return None


def _negated(document: Document, verb: Token, lexicon: SpeechLexicon) -> bool:
    """Tell whether a verb is denied, not what is said under it: "зардап шеккендер *жоқ*, деп хабарлады"."""
    children = (child for child in document.children(verb) if child.dep not in ("ccomp", "parataxis", "conj"))
    return any(child.lower in lexicon.words["negations"] for child in children)


def _noun(document: Document, token: Token, lexicon: SpeechLexicon) -> Cue | None:
    word = lexicon.nouns.get(token.lemma)
    if word is None or token.pos != "NOUN" or token.dep == "compound":
        return None
    certainty = word.certainty
    for child in document.children(token, "amod"):
        certainty = lexicon.hedges.get(child.lemma, certainty)
    return Cue("noun", token, (token.index,), word, certainty)


def _adverb(token: Token, lexicon: SpeechLexicon) -> Cue | None:
    certainty = lexicon.adverbs.get(token.lower)
    if certainty is None or token.pos != "ADV":
        return None
    return Cue("adverb", token, (token.index,), _PLAIN, certainty)


def _unclear(document: Document, token: Token, lexicon: SpeechLexicon) -> Cue | None:
    if token.pos not in ("ADJ", "ADV") or token.dep == "amod":
        return None
    flat = token.lower in lexicon.words["unclear"]
    governor = document.head(token)
    if not flat and token.lower in lexicon.words["not_clear"] and governor is not None:
        flat = _negated(document, governor, lexicon) or _negated(document, token, lexicon)
    if not flat:
        return None
    return Cue("unclear", token, (token.index,), _PLAIN, Certainty.UNCLEAR)
