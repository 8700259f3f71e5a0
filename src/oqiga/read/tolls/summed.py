"""Totals that a report reaches by adding up: "11 bodies were found … four more, bringing the toll to 15".

"23 died on the spot, seven more in hospital, 30 in all" tells two parts of 30, and "13 more bodies were
brought; in all 59 people have been killed" no 72.
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, Group, RevisionKind
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.revision_words import RevisionWords

_ALL = frozenset({Group.ALL, Group.VICTIMS, Group.CIVILIANS})
"""Groups whose parts may be told of everybody."""


def join_summed(document: Document, drafts: Sequence[Draft], words: RevisionWords) -> None:
    """Let a total of a toll replace the figure before it that it comes to with those its sentence adds.

    Only where the sum is exact: who speaks of each figure does not matter then, the report adds them up.
    Where another sentence tells the sum, or the total once more, those added are a part of it.
    """
    for draft in drafts:
        toll = draft.trigger_kind == "toll" and draft.counts is Counts.TOTAL
        if toll and draft.whole is None and draft.newer is None and draft.revises is None:
            _join(document, draft, drafts)
    for draft in drafts:
        if draft.counts is Counts.ADDITIONAL and draft.newer is None and draft.whole is None:
            _hold(document, draft, drafts, words)


def _hold(document: Document, more: Draft, drafts: Sequence[Draft], words: RevisionWords) -> None:
    """Make those who came on top of a figure a part of the total that is told to hold them."""
    told = [each for each in drafts if _may_hold(each, more)]
    before = [each for each in told if each.people.first < more.people.first]
    behind = [each for each in told if each.people.first > more.people.first]
    if not before:
        return
    old = before[-1]
    for total in told:
        if total is not old and total.low == old.low + more.low and old.high is not None:
            for part in (old, more):
                part.counts, part.whole = Counts.SUBSET, total
            return
    for total in behind:
        again = any((each.low, each.high) == (total.low, total.high) for each in before)
        if total.low > more.low and (again or _sums_up(document, total, more, words)):
            more.counts, more.whole = Counts.SUBSET, total
            return


def _may_hold(total: Draft, more: Draft) -> bool:
    """Tell whether a figure counts everybody with the outcome of those who came on top."""
    open_ = total.counts is Counts.TOTAL and total.newer is None and total.whole is None
    alike = total.outcome is more.outcome and total.group in _ALL and more.group in _ALL
    return open_ and alike and not total.people.single


def _sums_up(document: Document, total: Draft, more: Draft, words: RevisionWords) -> bool:
    """Tell whether a total in the same sentence or the next is told as one of all: "*in all* 12 died"."""
    number = document.tokens[total.people.first]
    if document.sentences_between(document.tokens[more.people.first], number) > 1:
        return False
    first = max(document.sentence_of(number).first, more.people.last)
    return words.summing.search(document.tokens, first, total.people.last) is not None


def _join(document: Document, total: Draft, drafts: Sequence[Draft]) -> None:
    sentence = document.sentence_of(document.tokens[total.people.first])
    alike = [each for each in drafts if each.outcome is total.outcome and each is not total]
    added = [
        each
        for each in alike
        if each.counts is Counts.ADDITIONAL and sentence.first <= each.people.first < total.people.first
    ]
    before = [
        each
        for each in alike
        if each.counts is Counts.TOTAL
        and each.people.last <= sentence.first
        and each.newer is None
        and each.whole is None
        and not each.people.single
    ]
    for old in reversed(before):
        if any(old.low + more.low == total.low for more in added):
            span = Span(document.tokens[total.first].span.start, document.tokens[total.last - 1].span.end)
            old.newer, total.revises = total, (RevisionKind.UPDATES, old, span)
            return
