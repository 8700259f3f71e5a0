"""Figures told place by place: "20 жаралы: Алматыда 12, Таразда 5", "(Алматы – 12, Тараз – 5)"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence
from oqiga.model.terms import Counts
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People, text_of

_PLACES = frozenset({"GPE", "LOC"})
_LEADING = frozenset({"–", "-", "—", "(", ":"})
"""What may stand between a place and its figure."""
_PARTING = frozenset({",", ";", ")"})
_BEFORE = frozenset({",", ";", ":", "(", "–", "-", "—"})
"""What may stand before a place that a figure is told of."""
_WORDS = 3
"""Words between a place and its figure, or between a figure and the next place."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One figure with its place: tokens `first` to `last` (exclusive)."""

    people: People
    first: int
    last: int


def told_by_place(
    document: Document,
    drafts: Sequence[Draft],
    people: Sequence[People],
    words: TollWords,
    *,
    places: Sequence[Span] = (),
) -> list[Draft]:
    """Return a draft for each figure of a list that goes place by place, and all others.

    The list tells of what a draft within it tells, or one right before it. A figure of the list that was
    taken for the whole is that of its place. places: where places are named.
    """
    found = [*drafts]
    for sentence, run in _Finder(document, people, words, places).runs() if drafts else ():
        inside = [draft for draft in drafts if any(draft.people.first == each.people.first for each in run)]
        before = _before(document, drafts, sentence, run)
        model = inside[-1] if inside else before
        if model is None:
            continue
        whole = before if before is not None and before.outcome is model.outcome else None
        found = [draft for draft in found if draft not in inside]
        found += [_told(document, model, each, whole) for each in run]
    return found


def _told(document: Document, model: Draft, item: _Item, whole: Draft | None) -> Draft:
    named = item.people.known and not item.people.bare
    return replace(
        model,
        people=item.people,
        group=item.people.group if named else model.group,
        group_text=text_of(document, item.people),
        low=item.people.low or 0,
        high=item.people.high,
        first=item.first,
        last=item.last,
        trigger_first=item.first,
        counts=Counts.SUBSET,
        whole=whole,
        newer=None,
        revises=None,
        shared=True,
    )


def _before(
    document: Document, drafts: Sequence[Draft], sentence: Sentence, run: Sequence[_Item]
) -> Draft | None:
    """Return the toll right before a list that its figures can be parts of."""
    total = sum(each.people.low or 0 for each in run)
    near = [
        draft
        for draft in drafts
        if sentence.first <= draft.people.first
        and draft.people.last <= run[0].first
        and not draft.people.single
        and (draft.high is None or total <= draft.high)
    ]
    nearest = max(near, key=lambda draft: draft.people.first, default=None)
    if nearest is None:
        return None
    between = document.tokens[max(nearest.last, nearest.people.last) : run[0].first]
    return None if any(token.pos in ("VERB", "AUX") for token in between) else nearest


class _Finder:
    """Finds lists of figures, each with its place."""

    def __init__(
        self, document: Document, people: Sequence[People], words: TollWords, places: Sequence[Span]
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._people = people
        self._words = words
        self._starts = {each.first for each in people}
        self._places = {index for span in places for index in self._inside(span)}

    def _inside(self, span: Span) -> Iterator[int]:
        index = bisect_left(self._tokens, span.start, key=lambda token: token.span.start)
        while index < len(self._tokens) and self._tokens[index].span.start < span.end:
            yield index
            index += 1

    def runs(self) -> Iterator[tuple[Sentence, list[_Item]]]:
        """Yield lists of at least two figures that nothing else parts."""
        items = [item for each in self._people if (item := self._item(each)) is not None]
        run = items[:1]
        for item, following in pairwise([*items, None]):
            if following is not None and item is not None and self._goes_on(item, following):
                run.append(following)
                continue
            if len(run) > 1:
                yield self._document.sentence_of(self._tokens[run[0].first]), run
            run = [] if following is None else [following]

    def _goes_on(self, item: _Item, following: _Item) -> bool:
        between = self._tokens[item.last : following.first]
        listed = all(token.text in _PARTING or token.pos in ("CCONJ", "ADP") for token in between)
        sentence = self._document.sentence_of(self._tokens[item.first])
        return 0 < len(between) <= _WORDS and listed and following.first < sentence.last

    def _item(self, people: People) -> _Item | None:
        """Return a figure with the place before it, or right behind it: "екеуі Таразда", two in Taraz."""
        if people.low is None or people.single or people.name is not None or people.pronoun:
            return None
        place = self._place_before(people)
        if place is not None and self._opens(place):
            return _Item(people, place, people.last)
        end = people.last
        while end < len(self._tokens) and self._is_place(end):
            end += 1
        if end == people.last or not people.bare or not self._opens(people.first):
            return None
        behind = self._tokens[end : end + 1]
        closes = not behind or behind[0].text in _PARTING or behind[0].pos in ("PUNCT", "CCONJ")
        return _Item(people, people.first, end) if closes else None

    def _is_place(self, index: int) -> bool:
        return index in self._places or self._tokens[index].entity in _PLACES

    def _place_before(self, people: People) -> int | None:
        """Return the first token of the place that stands before a figure."""
        tokens, first = self._tokens, self._document.sentence_of(self._tokens[people.first]).first
        position = people.first - 1
        for _ in range(_WORDS):
            if position < first or position in self._starts or self._is_place(position):
                break
            leads = tokens[position].text in _LEADING or tokens[position].pos in ("ADP", "NOUN")
            if not leads:
                return None
            position -= 1
        if position < first or not self._is_place(position):
            return None
        while position > first and self._is_place(position - 1):
            position -= 1
        return position

    def _opens(self, position: int) -> bool:
        """Tell whether a member of a list may begin at a token."""
        sentence = self._document.sentence_of(self._tokens[position])
        start = max(sentence.first, position - _WORDS)
        if self._words.outcomes.including.before(self._tokens, position, start) is not None:
            return True
        if position > sentence.first and self._tokens[position - 1].pos == "ADP":
            position -= 1
        before = self._tokens[position - 1 : position] if position > sentence.first else ()
        return not before or before[0].text in _BEFORE or before[0].pos == "CCONJ"
