"""Sources and words that do not hang where a verb of saying has its own: cited, spoken in, told before.

"The agency reports, citing the ministry", "they said at the press service", "this was said by the mayor":
some languages say most of their attributions this way. The phrases stand in the lexicon `speech` under
`citing`, `speaking_in`, `told_in` and `refers_back`; a language without such lists is not touched.
"""

from __future__ import annotations

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.tree import REACH, subtree

_LONGEST = 3
"""Words of the longest phrase in these lists."""
_NEAR = 6
"""Words between "citing" and the noun for who is cited."""
_BACK = 4
"""Sentences that "this was said by" may take in."""


def cited(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return who is cited below a verb of saying: «сообщает агентство со ссылкой на МВД»."""
    if lexicon.words["citing_verbs"] and (head := _cited_by_verb(document, verb, lexicon)) is not None:
        return head
    if not lexicon.words["citing"]:
        return None
    said = {child.index for child in document.children(verb, "ccomp")}
    for index in subtree(document, verb, said):
        length = _phrase(document, index, lexicon.words["citing"])
        if length:
            return _nominal(document, index + length, document.sentence_of(verb))
    return None


def _cited_by_verb(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return who stands in the dative of a verb of citing below: "*ІІМ-ге* сілтеме жасап хабарлады"."""
    below = list(document.children(verb, "advcl"))
    for said in document.children(verb, "ccomp"):
        below += document.children(
            said, "advcl"
        )  # "Reuters *ІІМ-ге сілтеме жасап*, … қаза тапқанын хабарлады"
    for teller in document.children(verb, "nsubj"):
        below += document.children(teller, "acl")  # "Reuters-ке сілтеме жасаған Tengri"
    for each in below:
        light = document.children(each, "compound:lvc")
        if any(f"{noun.lemma} {each.lemma}" in lexicon.words["citing_verbs"] for noun in light):
            cited_ones = [child for child in document.children(each, "obl") if "Case=Dat" in child.feats]
            return cited_ones[-1] if cited_ones else None
    return None


def spoken_in(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the body inside which something was said by nobody named: «сообщили в пресс-службе»."""
    for child in document.children(verb, "obl"):
        cases = {case.lower for case in document.children(child, "case")}
        known = (child.lemma,) in lexicon.kinds or child.lemma in lexicon.words["messages"] | lexicon.words[
            "bodies"
        ]
        inside = cases & lexicon.words["speaking_in"] and child.entity != "GPE"
        if inside and (known or child.entity == "ORG"):
            return child
    return None


def told_in(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the message in which something is told, by its case: "делінген министрлік *хабарламасында*"."""
    cases = {f"Case={case}" for case in lexicon.words["told_in"]}
    above = document.head(verb) if verb.dep == "acl" else None
    if above is not None and cases & above.feats and above.lemma in lexicon.words["messages"]:
        return above  # "… деп жазылған *хабарламада*"
    for child in document.children(verb, "obl") if cases else ():
        if cases & child.feats and child.lemma in lexicon.words["messages"]:
            return child
    return None


def told_before(document: Document, sentence: Sentence, verb: Token, lexicon: SpeechLexicon) -> list[int]:
    """Return the words that «об этом сообщил …» stands for: the sentences before it, a paragraph at most."""
    marks = lexicon.words["refers_back"]
    if not marks or document.children(verb, "ccomp"):
        return []
    below = [index for index in subtree(document, verb) if index < verb.index + _NEAR]
    if not any(_phrase(document, index, marks) for index in below):
        return []
    first = sentence.index
    paragraph = document.sentences[max(0, first - 1)].paragraph
    while (
        first > 0 and document.sentences[first - 1].paragraph == paragraph and sentence.index - first < _BACK
    ):
        first -= 1
    if first == sentence.index:
        return []
    return list(range(document.sentences[first].first, sentence.first))[-REACH:]


def _phrase(document: Document, index: int, phrases: frozenset[str]) -> int:
    """Return how many tokens the longest of `phrases` at `index` has, 0 when none stands there."""
    for length in range(_LONGEST, 0, -1):
        tokens = document.tokens[index : index + length]
        if len(tokens) == length and " ".join(token.lower for token in tokens) in phrases:
            return length
    return 0


def _nominal(document: Document, first: int, sentence: Sentence) -> Token | None:
    """Return the noun of the phrase that begins at `first`: the first that hangs on nothing before it."""
    for index in range(first, min(sentence.last, first + _NEAR)):
        token = document.tokens[index]
        if token.pos in ("NOUN", "PROPN"):
            return token
        if token.text in ",.;:" and index > first:
            return None
    return None
