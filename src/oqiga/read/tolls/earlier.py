"""Figures that a report calls earlier ones, and those that take their place."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.span import Span
from oqiga.model.syntax import Document, Sentence, Token
from oqiga.model.terms import RevisionKind
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.lexicon import TollWords


def join_earlier(document: Document, old: Draft, drafts: Sequence[Draft], words: TollWords) -> None:
    """Mark a toll that the text calls an earlier one, and the toll that takes its place."""
    sentence = document.sentence_of(document.tokens[old.people.first])
    if _is_other_deed(document, old) or not _called_earlier(document, old, sentence, words):
        return
    candidates = [
        draft
        for draft in drafts
        if draft is not old
        and draft.outcome is old.outcome
        and draft.group is old.group
        and draft.newer is None
        and draft.whole is None
        and (draft.low, draft.high) != (old.low, old.high)
        and not draft.people.single
    ]
    same = [draft for draft in candidates if sentence.first <= draft.people.first < sentence.last]
    before = [draft for draft in candidates if draft.people.first < old.people.first]
    new = next(iter([*same, *reversed(before)]), None) or _told_next(document, old, candidates, drafts)
    if new is None:
        return
    old.newer = new
    new.revises = (_how(document, old, sentence, words), old, _span(document, old, sentence, words))


def _told_next(
    document: Document, old: Draft, candidates: Sequence[Draft], drafts: Sequence[Draft]
) -> Draft | None:
    """Return the figure of the next sentence that takes the place of an earlier one.

    "24 *more* are hurt" is on top of the dead only where the earlier sentence told of these, too.
    """
    sentence = document.sentence_of(document.tokens[old.people.first])
    beside = any(
        each.newer is not None and sentence.first <= each.people.first < sentence.last for each in drafts
    )
    behind = [
        draft
        for draft in candidates
        if draft.people.first >= sentence.last
        and document.sentences_between(document.tokens[old.people.first], document.tokens[draft.people.first])
        <= 1
        and (beside or not draft.people.additional)
    ]
    return behind[0] if behind else None


def _is_other_deed(document: Document, draft: Draft) -> bool:
    """Tell whether a sentence tells what somebody did before: "*previously* gunmen *had killed* four"."""
    told = document.tokens[draft.trigger_first : draft.last]
    verb = next((token for token in told if token.pos == "VERB"), None)
    if verb is None or draft.trigger_kind != "active" or verb.dep != "root":
        return False
    return bool(document.children(verb, "nsubj"))


def _called_earlier(document: Document, draft: Draft, sentence: Sentence, words: TollWords) -> bool:
    """Tell whether a word like "earlier" qualifies the figure or opens its clause."""
    tokens = document.tokens
    start = max(sentence.first, draft.first - (4 if draft.trigger_kind != "toll" else 3))
    near = range(start, draft.people.first)
    if draft.trigger_kind == "toll":
        return any(
            words.revisions.earlier.at(tokens, index, draft.people.first) is not None
            and not _is_span(tokens[max(index - 1, 0)], words)
            for index in near
        )
    opening = range(sentence.first, min(sentence.first + 3, draft.first))
    spoken = any(tokens[index].pos in ("VERB", "AUX") for index in range(sentence.first, draft.first))
    spoken = spoken or (words.outcomes.verb_last and _told_behind(document, draft))
    return spoken and any(words.revisions.earlier.at(tokens, index, draft.first) for index in opening)


def _told_behind(document: Document, draft: Draft) -> bool:
    """Tell whether what says a figure stands behind it: «Алғашында 12 адам қаза тапты деп *хабарланған*»."""
    clause = document.tokens[draft.trigger_first : draft.last]
    return any(each.dep == "ccomp" and each.head >= draft.last for each in clause)


def _is_span(token: Token, words: TollWords) -> bool:
    """Tell whether a word makes "earlier" a time: "of the attack a *day* earlier"."""
    return token.lower in words.revisions.spans or token.lemma in words.revisions.spans


def _change_before(document: Document, draft: Draft, sentence: Sentence, words: TollWords) -> int | None:
    """Return the token of the verb that changes the figure, near before it."""
    for index in range(draft.first - 1, max(sentence.first, draft.first - 5) - 1, -1):
        if words.revisions.change.at(document.tokens, index, sentence.last) is not None:
            return index
    return None


def _how(document: Document, draft: Draft, sentence: Sentence, words: TollWords) -> RevisionKind:
    index = _change_before(document, draft, sentence, words)
    match = None if index is None else words.revisions.change.at(document.tokens, index, sentence.last)
    return RevisionKind.UPDATES if match is None else RevisionKind(match.value)


def _span(document: Document, draft: Draft, sentence: Sentence, words: TollWords) -> Span:
    index = _change_before(document, draft, sentence, words)
    start = document.tokens[draft.first if index is None else index].span.start
    return Span(start, document.tokens[draft.last - 1].span.end)
