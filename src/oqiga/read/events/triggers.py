"""The words that mean an event, and which of them speak of one happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token
from oqiga.model.terms import BY_AUTHORITIES, EventType
from oqiga.read.context import Context
from oqiga.read.events.lexicon import EventLexicon, EventWord
from oqiga.read.events.other_sense import means_otherwise, only_charged
from oqiga.read.events.strikes import is_blow
from oqiga.read.frames.clauses import CLIMB, is_predicate, nominal, predicate_of, undergoer_of
from oqiga.read.frames.frame import turning_word
from oqiga.read.phrases import Match
from oqiga.read.stretches import record_since, stretches_after

_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
_MEASURING = ("ADV", "ADJ", "DET", "NUM", "ADP", "PART")
"""Parts of speech that measure a stretch of time."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word for an event. head: the token the others of the match hang on."""

    match: Match[EventWord]
    head: Token

    @property
    def type(self) -> EventType:
        """The type it means by itself."""
        return self.match.value.type


@dataclass(frozen=True, slots=True)
class Happening:
    """All triggers of one sentence that speak of one event. top: predicate of the clause that tells it.

    joined: positions of coordinate predicates that belong to the same clause all the same. first, last: the
    tokens of its part of the sentence, where "a week after" sets another happening apart; last exclusive.
    """

    triggers: tuple[Trigger, ...]
    top: Token
    joined: frozenset[int]
    first: int
    last: int


def happenings(context: Context, lexicon: EventLexicon) -> Iterator[Happening]:
    """Yield the happenings of a report, in order."""
    for sentence in context.document.sentences:
        triggers = list(_triggers(context.document, sentence, lexicon))
        for first, last in _parts(context, sentence, triggers):
            within = [each for each in triggers if first <= each.head.index < last]
            yield from _merged(context, lexicon, within, first, last)


def _parts(context: Context, sentence: Sentence, triggers: Sequence[Trigger]) -> list[tuple[int, int]]:
    """Return the parts of a sentence that "a week after" takes apart, where each tells of something.

    So does "since" behind a superlative: "the *worst* attack *since* a bomb killed 70".
    """
    document = context.document
    ends = [sentence.first]
    for token in stretches_after(document, context.pack, sentence):
        before = any(ends[-1] <= each.head.index < token.index for each in triggers)
        if before and any(each.head.index > token.index for each in triggers):
            ends.append(_opening(document, token, ends[-1] + 1))
    since = record_since(document, context.pack, sentence)
    if since is not None and since.index > ends[-1]:
        behind = [each for each in triggers if each.head.index > since.index]
        inside = {token.index for token in document.subtree(document.tokens[since.head])}
        before = any(ends[-1] <= each.head.index < since.index for each in triggers)
        if before and behind and all(each.head.index in inside for each in behind):
            ends.append(since.index)
            if max(inside) + 1 < sentence.last:  # the clause of the story goes on behind it
                ends.append(max(inside) + 1)
    ends.append(sentence.last)
    return list(pairwise(ends))


def _opening(document: Document, token: Token, least: int) -> int:
    """Return where the phrase of a stretch of time begins: "*just* a week after", "*less* than 24 hours"."""
    first = token.index
    for _ in range(CLIMB):
        before = document.tokens[first - 1]
        if first <= least or before.pos not in _MEASURING:
            break
        first -= 1
    return first


def _triggers(document: Document, sentence: Sentence, lexicon: EventLexicon) -> Iterator[Trigger]:
    index = sentence.first
    while index < sentence.last:
        best = _best_at(document, sentence, lexicon, index)
        if best is not None:
            yield best
        index = index + 1 if best is None else best.match.last


def _best_at(document: Document, sentence: Sentence, lexicon: EventLexicon, index: int) -> Trigger | None:
    """Return the longest trigger that starts at a token; what means something else rules out shorter ones."""
    found: list[Trigger] = []
    turned = 0
    for match in lexicon.triggers.every(document, index, sentence.last):
        head = _head_of(document, lexicon, match)
        if head is None:
            continue
        if means_otherwise(document, lexicon, match, head):
            turned = max(turned, match.length)  # "ит *шабуыл жасады*": no «шабуыл» either
        elif not only_charged(document, lexicon, match, head):
            found.append(Trigger(match, head))
    longer = (each for each in found if each.match.length > turned)
    return min(longer, key=lambda each: (-each.match.length, lexicon.rank[each.type]), default=None)


def _head_of(document: Document, lexicon: EventLexicon, match: Match[EventWord]) -> Token | None:
    """Return the token that the others of a match hang on, None where they are another part of speech."""
    if match.value.manner == "nouns":
        head = _noun_of(document, match)
        noun = head.pos in _NOUNS or match.value.entry in lexicon.taking_up
        if not noun or head.dep in ("compound", "amod"):
            return None
        return None if match.value.entry in lexicon.blows and not is_blow(document, lexicon, head) else head
    head = turning_word(document, match)
    if head.pos not in _VERBS or head.dep == "amod" or head.dep.startswith("aux"):
        return None
    undergoer = undergoer_of(document, head) if match.value.manner == "happens" else None
    return None if undergoer is not None and not match.first <= undergoer.index < match.last else head


def _noun_of(document: Document, match: Match[EventWord]) -> Token:
    """Return the noun of an entry that the others hang on («*удар* беспилотника», «*удар* по»)."""
    head = document.tokens[match.last - 1]
    if head.pos == "ADP":
        return document.tokens[match.first]
    while head.head != head.index and match.first <= head.head < match.last:
        head = document.tokens[head.head]
    return head


def _merged(
    context: Context, lexicon: EventLexicon, triggers: list[Trigger], first: int, last: int
) -> Iterator[Happening]:
    """Join triggers under one predicate, and parts of one act told by several predicates.

    first, last: the tokens of the part of the sentence they stand in.
    """
    document = context.document
    groups: dict[tuple[int, bool, int], list[Trigger]] = {}
    tops: dict[int, tuple[Token, frozenset[int]]] = {}
    beside: dict[int, frozenset[int]] = {}
    for trigger in triggers:
        top, passed = _top(document, lexicon, predicate_of(document, trigger.head))
        if top.index not in beside:
            beside[top.index] = _joined(document, lexicon, top)
        joined = passed | beside[top.index]
        known = tops.get(top.index)
        tops[top.index] = (top, joined | known[1] if known else joined)
        apart = _own_time(context, document, trigger)
        groups.setdefault((top.index, trigger.type in BY_AUTHORITIES, apart), []).append(trigger)
    for (index, _, _), members in groups.items():
        top, joined = tops[index]
        yield Happening(tuple(members), top, joined, first, last)


def _own_time(context: Context, document: Document, trigger: Trigger) -> int:
    """Return where a time stands that only this noun has, -1 without: it tells another event."""
    if trigger.match.value.manner != "nouns" or is_predicate(document, trigger.head):
        return -1
    governor = document.head(trigger.head)
    if governor is None or trigger.head.dep not in ("nmod", "obl", "obj", "conj", "appos", "advcl"):
        return -1
    inside = nominal(document, trigger.head)
    span = document.span_of(document.tokens[inside[0]], document.tokens[inside[-1]])
    times = [each for each in context.times_in(span) if each.when is not None and each.when.start]
    return times[0].span.start if times and trigger.head.dep != "obj" else -1


def _top(document: Document, lexicon: EventLexicon, predicate: Token) -> tuple[Token, frozenset[int]]:
    """Return the predicate that tells the whole event, and the clauses that only tell a part of it."""
    joined: set[int] = set()
    for _ in range(CLIMB):
        governor = document.head(predicate)
        if governor is None or not is_predicate(document, predicate):
            break
        if not _part_of(document, lexicon, predicate, governor):
            break
        if predicate.dep == "conj":
            joined.add(predicate.index)
        predicate = predicate_of(document, governor)
    return predicate, frozenset(joined)


def _joined(document: Document, lexicon: EventLexicon, top: Token) -> frozenset[int]:
    """Return the predicates of harm that stand beside one: "killed three and wounded four"."""
    if not lexicon.harm.starts(document, top):
        return frozenset()
    beside = (child for child in document.children(top, "conj") if is_predicate(document, child))
    return frozenset(child.index for child in beside if lexicon.harm.starts(document, child))


def _part_of(document: Document, lexicon: EventLexicon, predicate: Token, governor: Token) -> bool:
    above = predicate_of(document, governor)
    if predicate.dep in ("xcomp", "csubj"):
        return True
    if predicate.dep in ("advcl", "acl"):
        telling = lexicon.harm.starts(document, above) or _means_event(document, lexicon, above)
        return telling and above.index != predicate.index
    if predicate.dep == "conj":
        shared = not document.children(predicate, *SUBJECTS)
        telling = _means_event(document, lexicon, above) or lexicon.harm.starts(document, above)
        return (shared and telling) or (
            lexicon.harm.starts(document, above) and lexicon.harm.starts(document, predicate)
        )
    return False


def _means_event(document: Document, lexicon: EventLexicon, token: Token) -> bool:
    meant = lexicon.triggers.starts(document, token) and token.pos in _VERBS
    return meant or lexicon.support.starts(document, token)
