"""Places where it was not: "100 km from Osh", "an *Osh*-based expert", or by whose clock: "(noon in Osh)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oqiga.locate.places.beyond import beyond_border
from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.lexicon import Words
from oqiga.locate.places.where_said import only_said_there
from oqiga.model.syntax import Document, Token

_BEFORE = 14
"""Tokens between the unit and the place: a point of the compass, prepositions, generic nouns, a bracket."""
_LONGEST = 4
"""Digits of a distance."""
_GROUPED = str.maketrans("", "", ",.  ")
"""What parts the digits of a large number."""
_BRACKETS = frozenset("()")
_FAR = 15
"""Kilometres from which what is told was somewhere else."""
_MILE = 1.61


HYPHENS = frozenset("-‑–")
_HOUR = re.compile(r"\d{1,2}[:.]\d\d")
_CLOCK = 3
"""Tokens that an hour written in digits may be cut into."""
_BRACKETED = 12
"""Tokens of a bracket that are looked through for an hour."""


def measured(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether only a distance of some length is told from a place, its hour or border, who is of it."""
    ways = (_of_clock, _joined, _brought_there, _far_behind, beyond_border, only_said_there)
    if any(told(document, candidate, lexicon) for told in ways):
        return True
    tokens, first = document.tokens, candidate.first
    start = max(document.sentence_of(tokens[first]).first, first - _BEFORE)
    index = _before_apposed(document, candidate, lexicon) - 1
    while index > start:
        token = tokens[index]
        if token.lower in lexicon.distances:
            return _is_far(tokens[index - 1].text, times=_MILE if token.lower in lexicon.miles else 1)
        if token.text == ")":  # "13 miles (*21 km*) east of …"
            index = next((at for at in range(index - 1, start, -1) if tokens[at].text == "("), start)
        elif not (token.text.isalpha() or token.text in _BRACKETS) or token.pos == "VERB":
            return False
        index -= 1
    return False


def _before_apposed(document: Document, candidate: Candidate, lexicon: Words) -> int:
    """Return where the phrase begins that a place ends, behind a noun for it: "of *the capital, Osh*"."""
    first = candidate.first
    comma = first > 1 and document.tokens[first - 1].text == ","
    return first - 1 if comma and document.tokens[first - 2].lower in lexicon.capitals else first


def _is_far(number: str, *, times: float = 1) -> bool:
    """Tell whether a number as written ("2,500") is of so many units that what is told was elsewhere.

    times: kilometres in one of them.
    """
    digits = number.translate(_GROUPED)
    return digits.isdecimal() and len(digits) <= _LONGEST and int(digits) * times >= _FAR


def _far_behind(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a way is told behind a place in the ablative: Kazakh "Оштан *бір сағаттық* жерде"."""
    place, *behind = document.tokens[candidate.core[1] - 1 : candidate.core[1] + 2]
    if len(behind) < 2 or "Case=Abl" not in place.feats or behind[0].pos != "NUM":
        return False
    far = behind[1].lower in lexicon.distances and _is_far(behind[0].text)
    return far or behind[1].lower in lexicon.hours_away


def _joined(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a hyphen joins a place to a word for what is of it: "the *Somalia*-based group"."""
    return joins(document.tokens[candidate.last : candidate.last + 2], lexicon)


def joins(tokens: Sequence[Token], lexicon: Words) -> bool:
    """Tell whether two tokens are a hyphen and a word for what is of the name before it ("*-based*")."""
    hyphen = len(tokens) > 1 and tokens[0].text in HYPHENS
    return hyphen and tokens[1].lower in lexicon.joined


def _brought_there(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether the hurt were only brought to a place: "was *flown to* Osh"."""
    token = document.tokens[candidate.core[1] - 1]
    led = any(each.lower in lexicon.towards for each in document.children(token, "case"))
    governor = document.tokens[token.head]
    if governor.dep == "obj":  # "transport the wounded to Osh"
        governor = document.tokens[governor.head]
    return led and token.dep in ("obl", "nmod") and governor.lemma in lexicon.carrying


def _of_clock(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a place stands with an hour: «(полночь в Минске)», «в 18:45 по Минску»."""
    if _by_clock_of(document, candidate, lexicon) or _beside_its_time(document, candidate, lexicon):
        return True
    tokens, sentence = document.tokens, document.sentence_of(document.tokens[candidate.first])
    first = candidate.first
    start = max(sentence.first, first - _BRACKETED)
    opening = next((at for at in range(first - 1, start - 1, -1) if tokens[at].text == "("), None)
    if opening is None or any(token.text == ")" for token in tokens[opening:first]):
        return False
    inside = []
    for token in tokens[opening + 1 : min(sentence.last, opening + _BRACKETED)]:
        if token.text == ")":
            break
        inside.append(token)
    return any(token.lower in lexicon.clock or _HOUR.fullmatch(token.text) for token in inside)


def _beside_its_time(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a name only says whose time it is: "at 10 pm Minsk *time*", «по *времени* Минска»."""
    tokens, sentence = document.tokens, document.sentence_of(document.tokens[candidate.first])
    behind = tokens[candidate.last : min(candidate.last + 1, sentence.last)]
    before = tokens[max(sentence.first, candidate.first - 1) : candidate.first]
    if not any(token.lower in lexicon.its_time for token in (*behind, *before)):
        return False
    near = tokens[max(sentence.first, candidate.first - _CLOCK - 2) : candidate.last + _CLOCK + 2]
    hour = _HOUR.search("".join(token.text for token in near))
    return hour is not None or any(token.lower in lexicon.clock for token in near)


def _by_clock_of(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether an hour and a word for "by the clock of" stand right before: «в 7 часов *по* Минску»."""
    tokens, first = document.tokens, candidate.first
    start = document.sentence_of(tokens[first]).first
    if first - 2 < start or tokens[first - 1].lower not in lexicon.by_clock:
        return False
    told = "".join(token.text for token in tokens[max(start, first - 1 - _CLOCK) : first - 1])
    around = {token.text for token in tokens[max(start, first - 3) : first - 2]}, tokens[candidate.last].text
    if around == ({"("}, ")") and tokens[first - 2].lower in lexicon.parts_of_day:
        return True
    return tokens[first - 2].lower in lexicon.clock or _HOUR.search(told) is not None
