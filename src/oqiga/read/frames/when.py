"""When: the expression of time that tells when a clause was, never one that tells of something in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection
from dataclasses import replace

from oqiga.locate.mentions import TimeMention
from oqiga.locate.places.lexicon import words
from oqiga.model.claims import When
from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.model.terms import TimePrecision
from oqiga.read.context import Context
from oqiga.read.frames.clauses import CLIMB, is_predicate, predicate_of, relative_clause_of

_DESCRIBING = frozenset({"DET", "ADJ", "NUM"})
_NEAR_STRETCH = 4
"""Code points between a stretch and its year."""


def nearest_time(
    context: Context,
    span: Span,
    trigger: Token,
    *,
    not_behind: Collection[str] = (),
    tells: Callable[[Token], bool] | None = None,
) -> TimeMention | None:
    """Return the expression of time in `span` nearest to the word the clause turns on, None without any.

    Durations and recurring times are left out, and times behind one of the words `not_behind`. tells: whether
    a verb may tell the same as the clause, every verb where it is None; times of other relative clauses are
    left out ("the hospital where the wounded *were taken* on Sunday").
    """
    mentions = [
        mention
        for mention in context.times_in(span)
        if mention.when is not None and not compared(context, mention, not_behind)
    ]
    mentions = [each for each in mentions if not _is_of_another(context, each, trigger, tells)]
    mentions = [each for each in mentions if not measured_from(context, each, trigger, not_behind)]
    if not mentions:
        return None
    return min(
        mentions,
        key=lambda each: (
            _tells_who(context, each, trigger),
            *_vague(each.when),
            _distance(each.span, trigger.span),
        ),
    )


def time_hung_on(context: Context, trigger: Token, not_behind: Collection[str]) -> TimeMention | None:
    """Return the day in a sentence that hangs on the verb of a word, wherever it is: «*7 июня* … погибли».

    None where several do. A day from which something is counted («*с* 5 июня», «5 маусымнан бері») is none.
    """
    verb = predicate_of(context.document, trigger)
    sentence = context.document.sentence_of(verb)
    found = [
        each
        for each in context.times_in(sentence.span)
        if each.when is not None and each.when.precision.of_one_day and _hangs_on(context, each, verb)
        if not (compared(context, each, not_behind) or _is_start(context, each))
    ]
    return found[0] if len(found) == 1 else None


def _is_start(context: Context, mention: TimeMention) -> bool:
    """Tell whether a case says that something began then: «5 *маусымнан* бері»."""
    return any("Case=Abl" in token.feats for token in context.tokens_in(mention.span))


def _hangs_on(context: Context, mention: TimeMention, verb: Token) -> bool:
    above = _predicate_above(context, mention)
    return above is not None and above.index == verb.index


def _predicate_above(context: Context, mention: TimeMention) -> Token | None:
    """Return the predicate that a time hangs on, by whatever stands between."""
    token = next(iter(context.tokens_in(mention.span)), None)
    for _ in range(CLIMB):
        if token is None or is_predicate(context.document, token):
            break
        token = context.document.head(token)
    return token


def time_described(context: Context, token: Token) -> TimeMention | None:
    """Return the time of the noun that the clause of a token describes: "a *May 4* bombing that killed 75".

    Only one that hangs on the noun itself, not "the man arrested *on Monday* who killed 75".
    """
    tokens = context.document.tokens
    clause = relative_clause_of(context.document, token)
    if clause is None or clause.head >= clause.index:
        return None
    noun = tokens[clause.head]
    start = context.document.sentence_of(noun).span.start
    for mention in context.times_in(Span(start, clause.span.start)):
        hung = any(each.head == noun.index for each in context.tokens_in(mention.span)) or (
            mention.span.start == noun.span.end + 1  # «теракт *14 апреля*, в котором погибли 75»
        )
        if hung and mention.when is not None and not mention.span.covers(noun.span):
            return mention
    return None


def _is_of_another(
    context: Context, mention: TimeMention, trigger: Token, tells: Callable[[Token], bool] | None
) -> bool:
    """Tell whether a time only tells of somebody or something in the clause, or when it was said."""
    if _is_year(mention.when) and _of_stretch(context, mention):
        return True
    if _is_when_said(context, mention, trigger):
        return True
    verb = _describing(context, mention, trigger)
    return verb is not None and (_is_year(mention.when) or (tells is not None and not tells(verb)))


def _is_when_said(context: Context, mention: TimeMention, trigger: Token) -> bool:
    """Tell whether a time hangs on a verb of saying of its own: "gunmen killed six, he *said Friday*"."""
    verb = _predicate_above(context, mention)
    return verb is not None and verb.index != trigger.index and verb.lemma in words(context.pack.code).telling


def measured_from(context: Context, mention: TimeMention, trigger: Token, words: Collection[str]) -> bool:
    """Tell whether a time is of what something is measured from: "the worst *since* war began in 2015"."""
    document = context.document
    token = next(iter(context.tokens_in(mention.span)), None)
    for _ in range(CLIMB):
        if token is None or token.index == trigger.index:
            return False
        opening = document.children(token, "mark", "case") if token.dep == "advcl" else []
        if any(each.lower in words for each in opening):
            return trigger.index not in {each.index for each in document.subtree(token)}
        token = document.head(token)
    return False


def _tells_who(context: Context, mention: TimeMention, trigger: Token) -> bool:
    return _describing(context, mention, trigger) is not None


def _describing(context: Context, mention: TimeMention, trigger: Token) -> Token | None:
    """Return the verb of a clause that holds a time and only tells of somebody or something in the clause.

    "Gunmen shot at the club, *which opened in 2008*"; not "the attack *that took place on Monday*".
    """
    tokens = context.document.tokens
    token = next(iter(context.tokens_in(mention.span)), None)
    day = not _is_year(mention.when)  # "fans watching the *2010* final" were hit in 2010
    verb = None if token is None else relative_clause_of(context.document, token, going_on=day)
    if verb is None or verb.head == trigger.index:
        return None
    for _ in range(CLIMB):
        if trigger.index == verb.index:
            return None
        trigger = tokens[trigger.head]
    return verb


def _of_stretch(context: Context, mention: TimeMention) -> bool:
    """Tell whether a year only says of which year a stretch is: "in the first 157 days of *2023*"."""
    before = (each for each in context.times if each.type == "DURATION")
    return any(0 < mention.span.start - each.span.end <= _NEAR_STRETCH for each in before)


def _is_year(when: When | None) -> bool:
    return when is not None and when.precision is TimePrecision.YEAR


def _vague(when: When | None) -> tuple[bool, bool]:
    """Sorts times: those not resolved last, whole years ("the fourth attack *this year*") before them."""
    unknown = when is None or when.start is None
    return unknown, _is_year(when)


def compared(context: Context, mention: TimeMention, words: Collection[str]) -> bool:
    """Tell whether a time stands behind one of these words, at most what describes its noun between.

    "The deadliest *since* a similar 2008 bombing."
    """
    tokens = context.document.tokens
    index = bisect_left(tokens, mention.span.start, key=lambda token: token.span.start) - 1
    while index > 0 and tokens[index].pos in _DESCRIBING and tokens[index].lower not in words:
        index -= 1
    return index >= 0 and tokens[index].lower in words


def _word_before(context: Context, mention: TimeMention) -> str:
    before = context.report.text[max(0, mention.span.start - 24) : mention.span.start].split()
    return before[-1].lower() if before else ""


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)


def when_of(context: Context, mention: TimeMention | None, links: Collection[str] = ()) -> When:
    """Return the time of a mention, its words with the preposition in front when that is one of `links`."""
    if mention is None or mention.when is None:
        return When()
    text = context.report.text
    start = mention.span.start
    before = _word_before(context, mention)
    if before in links and text[:start].rstrip(" ").lower().endswith(before):
        start = len(text[:start].rstrip(" ")) - len(before)
    span = Span(start, mention.span.end)
    return replace(mention.when, text=span.of(text), span=span)
