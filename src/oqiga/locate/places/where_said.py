"""Places where something was only said: "gunmen killed six, officials told reporters *in Osh*"."""

from __future__ import annotations

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.lexicon import Words
from oqiga.model.syntax import Document, Token

_CLIMB = 3
"""Nouns between a place and the meeting that is held there («Астанадағы *кеңестің* жиынында»)."""
_OF = frozenset(("amod", "compound", "nmod", "nmod:poss"))


def only_said_there(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a place stands with the verb of saying behind what was said, or with the briefing."""
    token = document.tokens[candidate.core[1] - 1]
    if _of_briefing(document, token, lexicon):
        return True
    governor = document.head(token)
    if governor is not None and token.dep == "nmod" and governor.lemma in lexicon.briefings:
        token, governor = governor, document.head(governor)  # "told a *briefing* in Osh"
    if governor is None or governor.lemma not in lexicon.telling or token.dep not in ("obl", "obj"):
        return False
    told = [each for each in document.children(governor, "ccomp") if each.index < token.index]
    return bool(told) or (governor.dep == "parataxis" and governor.head < token.index)


def _of_briefing(document: Document, token: Token, lexicon: Words) -> bool:
    """Tell whether the ending of a name places a meeting there: «*Астанадағы* жиында … айтты»."""
    if not token.lower.endswith(lexicon.placing):
        return False
    for _ in range(_CLIMB):
        noun = document.head(token)
        if noun is None or token.dep not in _OF:
            return False
        if noun.lemma in lexicon.briefings:
            return True
        token = noun
    return False
