"""Places where something was only said: "gunmen killed six, officials told reporters *in Osh*"."""

from __future__ import annotations

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.lexicon import Words
from oqiga.model.syntax import Document


def only_said_there(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a place stands with the verb of saying behind what was said, or with the briefing."""
    token = document.tokens[candidate.core[1] - 1]
    governor = document.head(token)
    if governor is not None and token.dep == "nmod" and governor.lemma in lexicon.briefings:
        token, governor = governor, document.head(governor)  # "told a *briefing* in Osh"
    if governor is None or governor.lemma not in lexicon.telling or token.dep not in ("obl", "obj"):
        return False
    told = [each for each in document.children(governor, "ccomp") if each.index < token.index]
    return bool(told) or (governor.dep == "parataxis" and governor.head < token.index)
