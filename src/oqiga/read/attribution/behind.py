"""Who speaks behind a verb of saying that closes a sentence, where the tree joined it to nothing.

    «Погибли 12 человек, написал в своём канале *губернатор Беков*.»
    «Подозреваемый сдался и был задержан, сообщает *CNN*.»
    «На рынке погибли двое, об этом сообщили *в полиции*.»

For languages whose nouns have cases: who speaks is in the nominative, or a body inside which it was said.
"""

from __future__ import annotations

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.attribution.aside import Aside, names_somebody
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.tree import REACH

_LONGEST = 14
"""Words between the verb and the end of its sentence."""
_LINKS = frozenset("-–—")
_CUTS = frozenset({",", "»", "”", '"'})
_ENDS = frozenset({".", "!", "?", ";"})


def find_behind(document: Document, sentence: Sentence, verb: Token, lexicon: SpeechLexicon) -> Aside | None:
    """Return who speaks behind `verb` and what stands before it, None where the verb closes no sentence."""
    before = _cut(document, sentence, verb, lexicon)
    if before is None:
        return None
    last = verb.index
    while last + 1 < min(sentence.last, verb.index + _LONGEST) and names_somebody(document, last + 1):
        last += 1
    if last + 1 < sentence.last and document.tokens[last + 1].text not in _ENDS:
        return None
    source = _nominative(document, verb.index + 1, last + 1) or _inside(document, verb, last + 1, lexicon)
    content = range(max(sentence.first, before - REACH), before)
    return Aside(source, tuple(content), inverted=True) if source is not None else None


def right_behind(document: Document, verb: Token, lexicon: SpeechLexicon) -> list[Token]:
    """Return the noun for somebody right behind a verb of saying: "деп жазды *министр* Twitter желісінде"."""
    noun = document.tokens[verb.index + 1] if verb.index + 1 < len(document.tokens) else verb
    known = noun.lemma in lexicon.words["titles"] | lexicon.words["bodies"] or (noun.lemma,) in lexicon.kinds
    return [noun] if noun.pos == "NOUN" and known and "Case=Nom" in noun.feats else []


def _cut(document: Document, sentence: Sentence, verb: Token, lexicon: SpeechLexicon) -> int | None:
    """Return where the comma stands that sets the verb off, over «об этом» and a dash."""
    first = verb.index
    for length in (2, 1):
        words = " ".join(token.lower for token in document.tokens[max(0, first - length) : first])
        if words in lexicon.words["refers_back"]:
            first -= length
            break
    before = first - 1
    while before > sentence.first and document.tokens[before].text in _LINKS:
        before -= 1
    return before if before > sentence.first and document.tokens[before].text in _CUTS else None


def _nominative(document: Document, first: int, last: int) -> Token | None:
    """Return the last noun in the nominative, or without a case, before another preposition."""
    found: Token | None = None
    for token in document.tokens[first:last]:
        if found is not None and token.pos == "ADP":
            return found
        cased = any(feat.startswith("Case=") for feat in token.feats)
        named = token.pos in ("NOUN", "PROPN") and token.entity not in ("DATE", "TIME")
        if named and ("Case=Nom" in token.feats or (not cased and token.entity == "ORG")):
            found = token
    return found


def _inside(document: Document, verb: Token, last: int, lexicon: SpeechLexicon) -> Token | None:
    """Return the body right behind the verb inside which it was said: «сообщили *в полиции*»."""
    head = document.tokens[verb.index + 1 : last]
    if len(head) < 2 or head[0].lower not in lexicon.words["speaking_in"]:
        return None
    noun = next((token for token in head[1:] if token.pos in ("NOUN", "PROPN")), None)
    if noun is None or noun.entity == "GPE":
        return None
    known = (noun.lemma,) in lexicon.kinds or noun.lemma in lexicon.words["messages"]
    return noun if known or noun.entity == "ORG" else None
