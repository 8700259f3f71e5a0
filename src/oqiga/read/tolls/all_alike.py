"""Whom all of those counted are said to be: "nine dead, *all of them attackers*", «все погибшие – боевики».

The group is of the figure itself, which else would stand as one of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, Group
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.identity import DASHES, fate_of
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People

_OPEN = frozenset({Group.ALL, Group.VICTIMS})
"""Groups of figures that such words may still tell."""
_FAR = 14
"""Most tokens between a figure and "all" behind it."""
_BETWEEN = 6
"""Most tokens between "all" and who they are."""
_LINKS = frozenset({*DASHES, ":"})
_SKIPPED = ("PRON", "DET", "ADP", "ADJ", "PROPN")


@dataclass(frozen=True, slots=True)
class _Alike:
    """ "All" at token `at` are `group`. whom: the mention between, which may be the figure's own."""

    at: int
    group: Group
    whom: People | None


def tell_all_alike(
    document: Document, drafts: Sequence[Draft], people: Sequence[People], words: TollWords
) -> None:
    """Give figures of anybody the group that all of those counted are said to be of."""
    at = {index: each for each in people for index in range(each.first, each.last)}
    for alike in _found(document, at, words):
        for draft in _meant(document, drafts, alike, words):
            draft.group = alike.group


def _found(document: Document, at: Mapping[int, People], words: TollWords) -> Iterator[_Alike]:
    for token in document.tokens:
        if token.lower in words.people.everybody and (alike := _alike(document, token.index, at, words)):
            yield alike


def _alike(document: Document, index: int, at: Mapping[int, People], words: TollWords) -> _Alike | None:
    """Return who all are from a word for all on, None where they do something or others are among them."""
    tokens, last = document.tokens, document.sentence_of(document.tokens[index]).last
    whom: People | None = None
    linked, position = _is_copula(document, index - 1, words), index + 1
    while position < min(last, index + _BETWEEN):
        token, mention = tokens[position], at.get(position)
        if mention is not None and mention.group not in _OPEN and (mention.low is None or mention.single):
            whole = linked or whom is None
            return (
                _Alike(index, mention.group, whom)
                if whole and _ends(document, mention, linked, words)
                else None
            )
        if mention is not None and whom is None and mention.group in _OPEN and not mention.pronoun:
            whom, position = mention, mention.last
            continue
        link = token.text in _LINKS or _is_copula(document, position, words)
        if not link and token.pos not in _SKIPPED:
            return None
        linked, position = linked or link, position + 1
    return None


def _is_copula(document: Document, index: int, words: TollWords) -> bool:
    token = document.tokens[index] if index >= 0 else None
    return token is not None and token.pos in ("AUX", "VERB") and token.lemma in words.outcomes.copulas


def _ends(document: Document, mention: People, linked: bool, words: TollWords) -> bool:
    """Tell whether nothing goes on behind who they are but where and when: no verb of theirs, no others."""
    last = document.sentence_of(document.tokens[mention.first]).last
    if mention.last >= last:
        return True
    behind = document.tokens[mention.last]
    if words.outcomes.verb_last and _is_copula(document, mention.last, words):
        return mention.last + 1 >= last or document.tokens[mention.last + 1].pos == "PUNCT"
    return behind.pos not in ("CCONJ", "AUX") and (linked or behind.pos != "VERB")


def _meant(document: Document, drafts: Sequence[Draft], alike: _Alike, words: TollWords) -> Iterator[Draft]:
    """Yield the figures that are said to be of one group."""
    tokens = document.tokens
    open_ones = [
        each
        for each in drafts
        if each.group in _OPEN
        and each.counts is not Counts.SUBSET
        and not each.people.single
        and each.low > 1
    ]
    own = [each for each in open_ones if _holds(each.people, alike)]
    if own:
        yield from own
        return
    if alike.whom is not None and alike.whom.low is not None:
        return  # "all *four* are children": of a number of their own
    sentence = document.sentence_of(tokens[alike.at])
    told = None if alike.whom is None else fate_of(document, alike.whom, words)
    before = [each for each in open_ones if each.people.first < alike.at and told in (None, each.outcome)]
    here = [each for each in before if sentence.first <= each.people.first]
    first = alike.at
    while first > sentence.first and tokens[first - 1].pos == "PRON":
        first -= 1  # «олардың *бәрі*»
    parted = first == sentence.first or tokens[first - 1].pos == "PUNCT"
    said = bool(here) and _is_copula(document, alike.at - 1, words) and alike.at - here[-1].people.last == 1
    if here and (said or (parted and alike.at - here[-1].people.last <= _FAR)):
        yield from _joined(document, here)
    elif not here and alike.at - sentence.first <= 1:
        near = [
            each
            for each in before
            if document.sentences_between(tokens[each.people.first], tokens[alike.at]) == 1
        ]
        yield from _joined(document, near)


def _holds(people: People, alike: _Alike) -> bool:
    """Tell whether the word for all is right beside a figure: "*all nine dead* were", "адамның *бәрі*"."""
    return alike.at in (people.first - 1, people.last) or people.first <= alike.at < people.last


def _joined(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the last figure, and the one it goes on: "*nine* dead and *four* hurt, all rebels"."""
    if len(drafts) > 1:
        first, last = drafts[-2].people, drafts[-1].people
        between = document.tokens[first.last : last.first]
        one = document.sentences_between(document.tokens[first.first], document.tokens[last.first]) == 0
        if one and any(each.pos == "CCONJ" for each in between):
            return list(drafts[-2:])
    return list(drafts[-1:])
