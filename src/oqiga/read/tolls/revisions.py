"""Figures that replace others inside one report, and tolls that somebody denies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.span import Span
from oqiga.model.syntax import SUBJECTS, Document, Token
from oqiga.model.terms import Certainty, Counts, Outcome, RevisionKind
from oqiga.read.frames.denying import names_its_matter
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.earlier import join_earlier
from oqiga.read.tolls.lexicon import TollWords
from oqiga.read.tolls.people import People
from oqiga.read.tolls.untrue import Untrue

_ORIGIN = 6
"""How many words may lead to an old figure ("from the previous figure of 359")."""
_CHANGED = 3
"""Words behind a figure among which the verb that changes it stands, where verbs stand last."""
_NEAR = 20
"""How many words before and behind a figure the one it replaces is looked for."""


def revise(
    document: Document, drafts: list[Draft], people: Sequence[People], words: TollWords
) -> list[Draft]:
    """Join new figures with the old ones they replace, and return the drafts with old figures added."""
    found = [*drafts]
    replaced: set[int] = set()
    for draft in sorted(drafts, key=lambda each: each.trigger_kind != "toll"):  # totals are what is revised
        old = _from_figure(document, draft, people, words)
        if old is not None and old.people.first in replaced:
            draft.revises = None  # "12 *from 14*, as two were found in hospital"
        elif old is not None:
            replaced.add(old.people.first)
            found.append(old)
    found += [new for draft in drafts if (new := _changed_to(document, draft, people, words)) is not None]
    for draft in found:
        if draft.newer is None and draft.revises is None:
            join_earlier(document, draft, found, words)
        if draft.newer is None and draft.revises is None:
            _join_taken_up(document, draft, drafts, words)
    for draft in found:
        _hold_those_it_grew_by(document, draft, found, words)
    return found


def _hold_those_it_grew_by(
    document: Document, total: Draft, drafts: Sequence[Draft], words: TollWords
) -> None:
    """Make the few who raised a total a part of it: "rose to 62 *after* five of the injured died"."""
    if total.trigger_kind != "toll" or total.whole is not None:
        return
    sentence = document.sentence_of(document.tokens[total.people.first])
    for each in drafts:
        behind = total.last <= each.first < sentence.last and each.outcome is total.outcome
        if not behind or each.low >= total.low or each.whole is not None or each.newer or each.revises:
            continue
        between = document.tokens[total.people.last : each.people.first]
        if any(token.lower in words.revisions.because for token in between):
            each.whole, each.counts = total, Counts.SUBSET


def _from_figure(document: Document, new: Draft, people: Sequence[People], words: TollWords) -> Draft | None:
    """Return the old figure that a change of this one names: "rose to 17 from 12"."""
    if new.whole is not None:
        return None
    if words.outcomes.verb_last and (beside := _put_right(document, new, people, words)) is not None:
        return beside
    sentence = document.sentence_of(document.tokens[new.people.first])
    start, end = max(sentence.first, new.first - _NEAR), min(sentence.last, new.last + _NEAR)
    change = words.revisions.change.search(document.tokens, start, end)
    near = people[bisect_left(people, start, key=_first) : bisect_left(people, end, key=_first)]
    for each in sorted(near, key=lambda one: abs(one.first - new.people.first)):
        if each.low is None or each.single:
            continue
        if each.first == new.people.first or not (each.bare or each.group is new.group):
            continue
        origin = words.revisions.origin.before(
            document.tokens, each.first, max(sentence.first, each.first - _ORIGIN)
        )
        if (
            origin is None
            or abs(each.first - new.people.last) > 14
            or (change is None and origin.last - origin.first < 2)
        ):
            continue
        how = RevisionKind(change.value) if change is not None else _without_verb(document, each, words)
        first = origin.first + (document.tokens[origin.first].pos == "PUNCT")
        start = min(first, change.first) if change and change.first > new.people.last else first
        old = replace(new, people=each, low=each.low, high=each.high, first=first, last=each.last, newer=new)
        span = Span(document.tokens[start].span.start, document.tokens[each.last - 1].span.end)
        new.revises = (how, old, span)
        return old
    return None


def _without_verb(document: Document, old: People, words: TollWords) -> RevisionKind:
    """Return what a change without a verb does: "six, *not* seven" puts right, "*up from* seven" goes on."""
    denied = words.revisions.wrong.before(document.tokens, old.first, max(0, old.first - _ORIGIN))
    return RevisionKind.UPDATES if denied is None else RevisionKind.CORRECTS


def _changed_to(document: Document, old: Draft, people: Sequence[People], words: TollWords) -> Draft | None:
    """Return the figure that the verb of an old one's noun changes it to: "a toll of 31 was *cut to 28*"."""
    if old.newer is not None or old.revises is not None:
        return None
    tokens, noun = document.tokens, document.tokens[old.trigger_first]
    noun = tokens[noun.head] if noun.dep in ("nmod", "amod") else noun  # "a toll of 31 *dead*"
    verb, end = tokens[noun.head], document.sentence_of(noun).last
    toll = words.outcomes.triggers["toll"].at(tokens, noun.index, end)
    change = words.revisions.change.at(tokens, verb.index, end)
    if toll is None or change is None or old.people.last > verb.index:
        return None
    if noun.dep not in SUBJECTS:
        return None
    for each in people[bisect_left(people, verb.index, key=_first) :]:
        led = words.outcomes.toll_verbs.before(tokens, each.first, verb.index + 1)
        if each.first > change.last + _CHANGED or each.low is None or not each.bare or led is None:
            return None
        new = replace(old, people=each, low=each.low, high=each.high, last=each.last, first=verb.index)
        old.newer = new
        span = Span(tokens[old.first].span.start, tokens[each.last - 1].span.end)
        new.revises = (RevisionKind(change.value), old, span)
        return new
    return None


def _put_right(document: Document, new: Draft, people: Sequence[People], words: TollWords) -> Draft | None:
    """Return the figure right before this one that it replaces: "359 емес, 253", "40-тан 52-ге өсті"."""
    tokens, number = document.tokens, bisect_left(people, new.people.first, key=_first)
    old = people[number - 1] if number else None
    if old is None or old.low is None or old.single or old.low == new.low:
        return None
    between = tokens[old.last : new.people.first]
    end = min(document.sentence_of(tokens[old.first]).last, new.people.last + _CHANGED)
    change = words.revisions.change.search(tokens, new.people.last, end)
    if not between and change is not None and "Case=Abl" in tokens[old.head].feats:
        how = RevisionKind(change.value)
    elif len(between) == 2 and between[0].lemma in words.outcomes.negation and between[1].text == ",":
        how = RevisionKind.CORRECTS
    else:
        return None
    replaced = replace(new, people=old, low=old.low, high=old.high, first=old.first, last=old.last, newer=new)
    new.revises = (how, replaced, Span(tokens[old.first].span.start, tokens[new.people.last - 1].span.end))
    return replaced


def _first(people: People) -> int:
    return people.first


def _join_taken_up(document: Document, new: Draft, drafts: Sequence[Draft], words: TollWords) -> None:
    """Join a figure that changes one told right before: "eight were killed … revised *the figure* to six"."""
    noun = document.tokens[new.trigger_first]
    if new.trigger_kind != "toll" or noun.lemma not in words.outcomes.toll_again or new.whole is not None:
        return
    verb, sentence = document.tokens[noun.head], document.sentence_of(noun)
    change = words.revisions.change.at(document.tokens, verb.index, sentence.last)
    before = [
        each
        for each in drafts
        if (each.outcome, each.group) == (new.outcome, new.group)
        and each.people.last <= noun.index
        and document.sentences_between(document.tokens[each.people.first], noun) <= 1
        and each.newer is None
        and each.whole is None
        and each.low != new.low
    ]
    if change is None or not before:
        return
    old = before[-1]
    old.newer = new
    span = Span(document.tokens[noun.index].span.start, document.tokens[new.last - 1].span.end)
    new.revises = (RevisionKind(change.value), old, span)


def denials(document: Document, drafts: Sequence[Draft], words: TollWords) -> list[Draft]:
    """Return a denied copy of each toll that the same or the next sentence denies ("officials denied it")."""
    found = _called_untrue(document, drafts, words)
    for opening in document.tokens:
        leans = opening.dep == "compound:lvc"  # "оны жоққа шығарды"
        end = opening.head + 1 if leans else opening.index + 1
        token = document.tokens[opening.head] if leans else opening
        if words.outcomes.denial.at(document.tokens, opening.index, end) is None or token.pos != "VERB":
            continue
        if any(each.covers(token.index) for each in found):
            continue  # "*dismissed* the claim as false"
        if any(each.lower in words.outcomes.negation for each in document.children(token, "advmod")):
            continue  # "did *not* deny the reports"
        objects = document.children(token, "obj")
        if not any(
            each.lower in words.outcomes.denial_object or each.lemma in words.outcomes.denial_object
            for each in objects
        ):
            continue
        of_its_own = document.children(token, "ccomp") or names_its_matter(document, token)
        if of_its_own or any(part.dep == "mark" for each in objects for part in document.subtree(each)):
            continue  # "denied reports *that* one had fled": that is denied, and nothing before it
        told = _last_before(document, drafts, token)
        if told is not None and told.certainty is not Certainty.DENIED:
            first, last = _denying_clause(document, token, objects[0])
            found.append(
                replace(told, first=first, last=last, certainty=Certainty.DENIED, trigger_kind="denial")
            )
    return found


def _called_untrue(document: Document, drafts: Sequence[Draft], words: TollWords) -> list[Draft]:
    """Return a denied copy of each toll that somebody told and the next calls false: "it was *untrue*"."""
    found, untrue = [], Untrue(document, words)
    for account, word in untrue.rejected():
        told = _last_before(document, drafts, account)
        if told is None or told.certainty is Certainty.DENIED or not untrue.may_be_rejected(told, account):
            continue
        first, last = _denying_clause(document, document.tokens[account.head], account)
        last = max(last, word.index + 1)
        found.append(replace(told, first=first, last=last, certainty=Certainty.DENIED, trigger_kind="denial"))
    return found


def _last_before(document: Document, drafts: Sequence[Draft], verb: Token) -> Draft | None:
    before = [
        draft
        for draft in drafts
        if draft.last <= verb.index
        and document.sentences_between(document.tokens[draft.first], verb) <= 1
        and draft.outcome
        in (Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED, Outcome.DETAINED, Outcome.MISSING)
    ]
    return max(before, key=lambda draft: draft.last, default=None)


def _denying_clause(document: Document, verb: Token, denied: Token) -> tuple[int, int]:
    parts = [verb.index, denied.index]
    parts += [document.subtree(each)[0].index for each in document.children(verb, "nsubj")]
    return min(parts), max(parts) + 1
