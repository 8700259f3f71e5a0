"""Claims of responsibility that somebody calls false: "the *claim* by the Front *was false*"."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document
from oqiga.model.terms import Basis
from oqiga.read.blame.lexicon import BlameLexicon
from oqiga.read.frames.frame import Hit


def held_false(document: Document, lexicon: BlameLexicon, hit: Hit[Basis]) -> bool:
    """Tell whether the words of a frame are said not to be true, or are what somebody rejects.

    What is said in the same words of another deed is not looked at: the words of the frame itself are meant.
    """
    words = range(hit.match.first, hit.match.last)
    outer = (
        index for index in words if document.tokens[index].head not in words or _is_root(document, index)
    )
    top = document.tokens[next(outer, hit.trigger.index)]
    false = lexicon.untrue.has
    if any(false(each) for each in document.children(top, "advmod", "amod")):
        return True
    behind = document.tokens[top.index + 1 : top.index + 2]
    if _is_root(document, top.index):
        return any(false(each) for each in behind)
    above = document.tokens[top.head]
    if top.dep in SUBJECTS and any(
        false(each) for each in (above, *document.children(above, "xcomp", "obj"))
    ):
        return True
    if top.dep in ("obj", "nsubj:pass") and lexicon.denying.has(above):
        return True
    return any(false(each) and each.head in (top.index, top.head) for each in behind)


def _is_root(document: Document, index: int) -> bool:
    return document.tokens[index].head == index
