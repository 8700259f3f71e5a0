"""Which noun a Kazakh participle describes ("қаза тапқан адам"), where groups, asides and quotations end."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import PLACE_LABELS
from oqiga.read.kk.arguments import SUBJECT_CASES, may_be_subject
from oqiga.read.kk.verbs import case_of, form_of, possessed
from oqiga.read.kk.words import Word, listed

_JOINED = 8
"""How far behind one participle another may stand that describes the same noun."""
_LONGEST_ASIDE = 40
"""Words of a clause in brackets."""
_OPENING = ("«", "“", '"')
_CLOSING = ("»", "”", '"')
_MODIFYING = ("amod", "nummod", "det", "compound")


def end_of_group(words: Sequence[Word], place: int) -> int:
    """Return the last word of a verb group."""
    end = place
    while end + 1 < len(words) and words[end + 1].head == place:
        end += 1
    return end


def begins_clause(words: Sequence[Word], place: int) -> bool:
    """Tell whether a clause of its own begins at a word: with a pronoun, "but", or told by a dash too."""
    first = next((word for word in words[place : place + 1]), None)
    if first is None or first.pos in ("PRON", "CCONJ"):
        return first is not None
    for word in words[place + 1 : place + _JOINED]:
        if word.pos in ("VERB", "AUX") or word.text == ",":
            return False
        if word.text in "–—":
            return True
    return False


def end_of_aside(words: Sequence[Word], place: int) -> int | None:
    """Return where a bracket closes that opens at a word and ends with a predicate, None for any other."""
    if words[place].text != "(":
        return None
    for closing in range(place + 1, min(len(words), place + _LONGEST_ASIDE)):
        if words[closing].text == ")":
            last = words[closing - 1]
            return closing if last.pos in ("VERB", "AUX") and closing - 1 > place else None
    return None


def quotations(words: Sequence[Word]) -> list[int]:
    """Return for each word where the quotation that it stands in opens, -1 outside of all that are closed."""
    found, opened = [-1] * len(words), -1
    for place, word in enumerate(words):
        if opened < 0 and word.text in _OPENING:
            opened = place
        elif opened >= 0 and word.text in _CLOSING:
            found[opened:place] = [opened] * (place - opened)
            opened = -1
    return found


def noun_described(words: Sequence[Word], phrases: Sequence[int], place: int) -> int | None:
    """Return the noun a participle describes, also with one joined: "ұрланған және әкетілген адам".

    phrases: heads of phrases that stand open before it.
    """
    end = end_of_group(words, place)
    noun = noun_behind(words, place, end)
    joined = end + 1 < len(words) and words[end + 1].lower in listed()["and"]
    if noun is not None or not joined or any(may_be_subject(words, at) for at in phrases):
        return noun
    for following in range(end + 2, min(len(words), end + _JOINED)):
        other = words[following]
        if other.pos == "VERB" and other.head < 0:
            last = end_of_group(words, following)
            return noun_behind(words, following, last) if form_of(other) == "participle" else None
    return None


def _top(words: Sequence[Word], place: int) -> int:
    while words[place].head > place and words[place].dep in _MODIFYING:
        place = words[place].head
    return place


def _body_behind(words: Sequence[Word], place: int) -> int | None:
    """Return the body behind a place and what is told of it: "«Ту» деп аталатын *Ошта* орналасқан *топ*"."""
    behind = range(place + 1, min(len(words), place + _JOINED))
    return next((at for at in behind if words[at].reading.lemma in listed()["bodies"]), None)


def noun_behind(words: Sequence[Word], place: int, end: int) -> int | None:
    """Return the noun that a participle describes: the head of the phrase right behind its group."""
    word = words[place]
    led = any(words[at].dep == "case" and words[at].head == place for at in range(place + 1, end + 1))
    if led or possessed(word) or case_of(word) not in SUBJECT_CASES:
        return None  # "жала жапқан үшін 15 жылға": what it was for describes no years
    for following in range(end + 1, min(len(words), end + 3)):
        other = words[following]
        if other.text in _OPENING:
            continue
        if not other.nominal and other.pos not in ("ADJ", "NUM", "DET"):
            return None
        head = _top(words, following)
        if word.reading.lemma in listed()["called"] and words[head].entity in PLACE_LABELS:
            return _body_behind(words, head) or head
        return head if words[head].nominal or words[head].pos == "NUM" else None
    return None
