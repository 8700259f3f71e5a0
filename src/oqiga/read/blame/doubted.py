"""What somebody only doubts, or says not to believe: it blames nobody."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token
from oqiga.read.blame.heads import without_certainty
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.blame.own import is_nobody
from oqiga.read.frames.clauses import helpers, subject_of


def is_doubted(document: Document, lexicon: BlameLexicon, clause: Token) -> bool:
    """Tell whether a clause is what somebody does not hold: "did *not believe* the Front was behind it".

    Who did "not say" it laid it to nobody either; who "does not *doubt*" it, did.
    """
    above = document.tokens[clause.head]
    if clause.dep not in ("ccomp", "csubj") or above.index == clause.index:
        return False
    near = without_certainty(document, lexicon, helpers(document, [above]))
    denied = lexicon.negation.among(document, near) is not None
    if lexicon.doubting.among(document, near) is not None:  # "it is *unlikely* that …"
        return not denied
    if not lexicon.believing.has(above):
        return denied and lexicon.saying.has(above)
    who = subject_of(document, above)
    return denied or (who is not None and is_nobody(document, lexicon, who))
