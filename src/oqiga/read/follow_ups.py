"""The day of the attack that a report follows up: by arrests, mourning, a toll that rises, people freed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from oqiga.model.claims import Event
from oqiga.model.syntax import Token
from oqiga.model.terms import BY_AUTHORITIES, Stage
from oqiga.read.calendar_days import first_day
from oqiga.read.context import Context
from oqiga.read.events.lexicon import event_lexicon
from oqiga.read.frames.clauses import CLIMB
from oqiga.read.languages import LanguagePack
from oqiga.read.one_place import one_place
from oqiga.read.phrases import Phrases, words_of

FOLLOWED_DAYS = 62
"""How long after an attack reports still follow it up without telling its day at the top."""
_TOP = 2
"""Sentences at the top in which the attack is taken up, a title among them."""


@dataclass(frozen=True, slots=True)
class _Words:
    """answers: what comes of an attack. tell_when: verbs of when one was. apart: what begins another one."""

    answers: frozenset[str]
    tell_when: frozenset[str]
    others: frozenset[str]
    apart: Phrases[str]


@lru_cache(maxsize=8)
def _words(pack: LanguagePack) -> _Words:
    loaded = pack.lexicon("background").get("follow_ups", {})
    separate = pack.lexicon("background").get("separate", ())
    sets = {key: frozenset(loaded.get(key, ())) for key in ("answers", "tell_when", "others")}
    return _Words(apart=words_of(separate), **sets)


def day_followed_up(context: Context, events: Sequence[Event], published: date) -> date | None:
    """Return the one day, told below, of an attack that the top takes up without a day; None of any other.

    The top says what came of it ("police *arrested* three men over the attack"), or it is told below when
    that attack was ("the attack *happened* on 28 May"), in no other place than the top's.
    """
    told = [each for each in events if each.stage is Stage.ACCOMPLISHED]
    acts = [each for each in told if each.type not in BY_AUTHORITIES]
    lead = told[0] if told else None
    top = context.sentence_at(lead.span.start) if lead is not None else None
    if lead is None or lead.time.start is not None or top is None or top.index >= _TOP:
        return None
    dated = [each for each in acts if each.time.precision.of_one_day and first_day(each.time.start)]
    days = {first_day(each.time.start) for each in dated}
    own = dated[0] if len(days) == 1 else None
    if own is None or not one_place(own, [lead]) or _is_set_apart(context, own):
        return None
    day = first_day(own.time.start)
    near = day is not None and 0 <= (published - day).days <= FOLLOWED_DAYS
    answered = lead.type in BY_AUTHORITIES or _is_answered(context, lead)
    return day if near and (answered or _is_told_when(context, own)) else None


def _is_set_apart(context: Context, event: Event) -> bool:
    """Tell whether the sentence of an event says that it is another one than the story's."""
    sentence = context.sentence_at(event.span.start)
    words, tokens = _words(context.pack), context.document.tokens
    if sentence is None or words.apart.search(tokens, sentence.first, sentence.last) is not None:
        return True
    return any(_is_one_of(token, words.others) for token in tokens[sentence.first : sentence.last])


def is_another(context: Context, event: Event) -> bool:
    """Tell whether the noun for an event is that of another one than was told: "a *similar* attack"."""
    others, lexicon = _words(context.pack).others, event_lexicon(context.pack)
    return any(
        token.pos == "NOUN"
        and lexicon.triggers.meanings(token)
        and any(_is_one_of(each, others) for each in context.document.children(token, "amod", "det", "acl"))
        for token in context.tokens_in(event.span)
    )


def _is_answered(context: Context, lead: Event) -> bool:
    """Tell whether an attack stands only in what is told of an answer to it: "*arrested* over the attack"."""
    token = _head_of(context.tokens_in(lead.span))
    answers = _words(context.pack).answers
    for _ in range(2 * CLIMB):
        if token is None:
            return False
        if _is_one_of(token, answers):
            return True
        token = context.document.head(token)
    return False


def _is_told_when(context: Context, event: Event) -> bool:
    """Tell whether a clause says no more than when an attack known was: "*the attack happened* on 28 May"."""
    lexicon, words = event_lexicon(context.pack), _words(context.pack)
    for token in context.tokens_in(event.span):
        verb = context.document.head(token)
        known = token.pos == "NOUN" and lexicon.triggers.meanings(token)
        if not known or verb is None or not _is_one_of(verb, words.tell_when):
            continue
        before = context.document.children(token, "det", "amod", "nummod")
        return not any("Definite=Ind" in each.feats or each.pos == "NUM" for each in before)
    return False


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return token.lemma in words or token.lower in words


def _head_of(tokens: Iterable[Token]) -> Token | None:
    """Return the word of a stretch on which its other words hang."""
    inside = {token.index: token for token in tokens}
    return next(
        (each for each in inside.values() if each.head == each.index or each.head not in inside), None
    )
