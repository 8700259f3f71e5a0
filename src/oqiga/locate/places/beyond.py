"""Lands that only lie beyond a border: "a village near *the border with Niger*" is not in Niger."""

from __future__ import annotations

from oqiga.locate.places.candidate import Candidate, capitalised
from oqiga.locate.places.lexicon import Words
from oqiga.model.syntax import Document, Token

_REACH = 3
"""Tokens before a border, or behind it, in which a word for "near" stands."""
_DASHES = frozenset("-–—")
_OWNERS = frozenset(("'s", "’s"))


def beyond_border(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a text only says that something lay near the border of a land, or on one with it.

    Of a border between two lands ("the border of Niger and Mali") both are where it was.
    """
    if not lexicon.borders or not any(hit.entry.is_country for hit in candidate.hits):
        return False
    tokens, sentence = document.tokens, document.sentence_of(document.tokens[candidate.first])
    before = tokens[sentence.first : candidate.first]
    behind = tokens[candidate.last : sentence.last]
    if before[-1:] and before[-1].lower in lexicon.adjoining:
        return True  # "a district *bordering* Iran"
    if _of_several(before, behind, lexicon):
        return False
    if len(before) > 1 and before[-1].lower in lexicon.across and before[-2].lower in lexicon.borders:
        return True
    return _owned(before, behind, lexicon) or _named_before(before, lexicon)


def _of_several(before: tuple[Token, ...], behind: tuple[Token, ...], lexicon: Words) -> bool:
    """Tell whether another name is joined to a land, so that the border is one of both."""
    joints = lexicon.joints - lexicon.inside
    beside = ((before[-1:], before[-2:-1]), (behind[:1], behind[1:2]))
    return any(
        joint and name and capitalised(name[0]) and (joint[0].lower in joints or joint[0].text in _DASHES)
        for joint, name in beside
    )


def _owned(before: tuple[Token, ...], behind: tuple[Token, ...], lexicon: Words) -> bool:
    """Tell whether the border stands behind the land: "near *Niger's border*", «Чад *шекарасына* жақын»."""
    if behind[:1] and behind[0].text in _OWNERS:
        behind = behind[1:]
    if not behind or behind[0].lower not in lexicon.borders:
        return False
    return any(each.lower in lexicon.near for each in (*before[-_REACH:], *behind[1 : 1 + _REACH]))


def _named_before(before: tuple[Token, ...], lexicon: Words) -> bool:
    """Tell whether the border stands before the land: "near *the border of* Niger", «у *границы* Нигера»."""
    own = before[:-1] if before[-1:] and before[-1].lower in lexicon.of_land else before
    if not own or own[-1].lower not in lexicon.borders:
        return False
    return any(each.lower in lexicon.near for each in own[-1 - _REACH : -1])
