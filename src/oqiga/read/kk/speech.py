"""Where what somebody says begins and ends in a Kazakh sentence: quotations, "деп", "деді", who says it."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.words import Word, listed

_OPENING = frozenset('«“„"–—-')
_ENDING = frozenset("»”")
_CLOSED_BY = {"«": "»", "“": "”", "„": "“”", '"': '"'}
_LONGEST_NAME = 6
"""Words of a name in quotation marks, with the marks."""
_CLOSING = frozenset('»”"–—-,')


def said_next(words: Sequence[Word], end: int) -> bool:
    """Tell whether "деп" or "деген" follows a verb, so that its clause is what somebody says."""
    following = [word.lower for word in words[end + 1 : end + 4] if word.text not in _CLOSING]
    return bool(following) and following[0] in listed()["said_next"]


def teller_behind(words: Sequence[Word], end: int) -> bool:
    """Tell whether who says it stands behind its verb: "… мойнына алды, деп хабарлайды тілші"."""
    behind = range(end + 1, len(words))
    verb = next((at for at in behind if words[at].reading.has("VerbForm=Fin")), None)
    if verb is None:
        return False
    told = (at for at in range(verb + 1, len(words)) if words[at].pos != "PUNCT")
    first = next(told, None)
    return first is not None and words[first].nominal


def quotation_before(words: Sequence[Word], place: int) -> int:
    """Return where the quotation before a word opens: -1 in a sentence before, the word itself for none.

    A name in quotation marks, behind which the sentence goes on, is no quotation.
    """
    at = 0
    while at < place:
        mark = words[at].text
        if mark in _ENDING:
            return -1
        if mark in _OPENING:
            ends = _CLOSED_BY.get(mark, "")
            closing = next((end for end in range(at + 1, place) if words[end].text in ends), place)
            behind = words[closing + 1 : place]
            if closing - at > _LONGEST_NAME or all(word.pos == "PUNCT" for word in behind):
                return at
            at = closing
        at += 1
    return place


def closed_before(words: Sequence[Word], place: int) -> bool:
    """Tell whether a dash, a comma or a closing mark sets the verb apart from what is said."""
    return place > 0 and words[place - 1].text in _CLOSING
