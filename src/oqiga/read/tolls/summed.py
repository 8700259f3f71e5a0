"""Totals that a report reaches by adding up: "11 bodies were found … four more, bringing the toll to 15"."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import Counts, RevisionKind
from oqiga.read.tolls.draft import Draft


def join_summed(document: Document, drafts: Sequence[Draft]) -> None:
    """Let a total of a toll replace the figure before it that it comes to with those its sentence adds.

    Only where the sum is exact: who speaks of each figure does not matter then, the report adds them up.
    """
    for draft in drafts:
        toll = draft.trigger_kind == "toll" and draft.counts is Counts.TOTAL
        if toll and draft.whole is None and draft.newer is None and draft.revises is None:
            _join(document, draft, drafts)


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
