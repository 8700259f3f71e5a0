"""The time of an event: in its clause, or where a sentence tells it beside its clause."""

from __future__ import annotations

from collections.abc import Callable, Collection

from oqiga.locate.mentions import TimeMention
from oqiga.model.span import Span
from oqiga.model.syntax import SUBJECTS, Token
from oqiga.read.calendar_days import STORY_DAYS, first_day
from oqiga.read.context import Context
from oqiga.read.frames.clause_spans import clause_span
from oqiga.read.frames.clauses import CLIMB, is_predicate, predicate_of, subject_of
from oqiga.read.frames.when import nearest_time

RIGHT_BEFORE = 12
"""Code points between a time and the clause that describes it: a comma and a joining word."""
_FAR_BEHIND = 8
"""Words between what a trial is about and its time: where it was."""
_PARTING = ("PUNCT", "VERB", "AUX", "SCONJ")
"""Words behind which a time is of something else."""
_RIGHT_BEHIND = 4
"""Code points between the words of an event and its day: "on" between blanks."""


def time_of(
    context: Context,
    top: Token,
    head: Token,
    dated: Span,
    *,
    not_behind: Collection[str],
    tells: Callable[[Token], bool],
    answers: Callable[[Token], bool],
    owned: Collection[str],
    arriving: Collection[str],
    whole: bool,
    held: bool = False,
) -> TimeMention | None:
    """Return the time of an event, None where none is told.

    top: the predicate of its clause. head: the word that names it. dated: the words that may hold its time.
    not_behind: words before times that are of something else. tells: whether a verb may tell the same.
    answers: whether a verb says that somebody came to it. owned: nouns for what its doers claim. arriving:
    verbs by which they come to where they do it. whole: whether the clause itself is dated. held: whether the
    word names what a trial or an anniversary is about.
    """
    apart = _set_apart(context, dated)
    return (
        nearest_time(context, dated, head, not_behind=not_behind, tells=tells)
        or _of_its_clause(context, head, tells, not_behind)
        or (_behind_held(context, head, dated) if held else None)
        or (
            None
            if held or apart
            else _beside(context, top, head, dated, not_behind, answers, owned, arriving)
        )
        or (_parted(context, top, dated) if whole and not apart else None)
    )


def _set_apart(context: Context, span: Span) -> bool:
    """Tell whether a stretch opens a clause: not Monday in "on Monday, *two days* after …"."""
    opening = Span(span.start, span.start + _RIGHT_BEHIND)
    return any(each.type == "DURATION" and each.span.overlaps(opening) for each in context.times_in(span))


def _beside(
    context: Context,
    top: Token,
    head: Token,
    dated: Span,
    not_behind: Collection[str],
    answers: Callable[[Token], bool],
    owned: Collection[str],
    arriving: Collection[str],
) -> TimeMention | None:
    """Return the time that the sentence of an event tells beside its clause."""
    return (
        _described(context, top, dated)
        or _of_list(context, top, not_behind, arriving)
        or _before_teller(context, top, dated)
        or _behind_noun(context, head, dated, owned)
        or _of_answer(context, head, answers, not_behind)
    )


def _of_its_clause(
    context: Context, head: Token, tells: Callable[[Token], bool], not_behind: Collection[str]
) -> TimeMention | None:
    """Return the time of a clause that tells of the noun: "the blasts that happened *on Monday*".

    Also one right behind, that the parser hung elsewhere: "the attack on a post *that killed* six on Monday".
    """
    if head.pos not in ("NOUN", "PROPN"):
        return None
    sentence = context.document.sentence_of(head)
    behind = context.document.tokens[head.index + 1 : sentence.last]
    verb = next((each for each in behind if each.pos in ("VERB", "AUX")), None)
    subjects = context.document.children(verb, *SUBJECTS) if verb is not None else ()
    itself = any(each.pos == "PRON" for each in subjects)  # not "a village *where a massacre* took place"
    next_one = [verb] if verb is not None and verb.dep == "acl:relcl" and itself else []
    for clause in (*context.document.children(head, "acl:relcl"), *next_one):
        if clause.index > head.index and tells(clause):
            span = clause_span(context.document, clause, clause)
            if (found := nearest_time(context, span, clause, not_behind=not_behind)) is not None:
                return found
    return None


def _described(context: Context, top: Token, span: Span) -> TimeMention | None:
    """Return the time that the clause describes ("June 2010, *when* …"), which stands right before it.

    Not where it describes what stands between ("mourned today *those* killed in …").
    """
    if top.dep not in ("acl:relcl", "acl", "advcl"):
        return None
    described = context.document.head(top)
    start = described.span.start if described is not None else span.start
    before = [
        each
        for each in context.times
        if 0 <= span.start - each.span.end <= RIGHT_BEFORE and not each.span.end <= start < span.start
    ]
    return next((each for each in reversed(before) if each.when is not None), None)


def _of_list(
    context: Context, top: Token, not_behind: Collection[str], arriving: Collection[str]
) -> TimeMention | None:
    """Return the time that opens a list of deeds: "*On Sunday* a man drove into a crowd, then …".

    Or that of an arrival: "they came to the village *on Monday* and shot eight people".
    Of a list behind a link ("the verdict on Sunday came *after he drove*") only what is behind that opens it.
    """
    if top.dep != "conj" or not is_predicate(context.document, top):
        return None
    first = top
    for _ in range(CLIMB):
        governor = context.document.head(first)
        if first.dep != "conj" or governor is None:
            break
        first = governor
    marks = context.document.children(first, "mark") if first.dep == "advcl" else ()
    start = next((each.span.start for each in marks if each.index < first.index), None)
    if start is None:
        start = context.document.sentence_of(top).span.start
    opening = nearest_time(context, Span(start, first.span.start), first, not_behind=not_behind)
    if opening is not None or first.lemma not in arriving or context.document.children(top, *SUBJECTS):
        return opening
    came = nearest_time(context, Span(first.span.end, top.span.start), first, not_behind=not_behind)
    return came if came is not None and came.when is not None and came.when.precision.of_one_day else None


def _before_teller(context: Context, top: Token, span: Span) -> TimeMention | None:
    """Return the time between what is told and who tells it: "… in Osh, *on Friday*, police said".

    When somebody spoke is told behind the verb.
    """
    teller = context.document.head(top)
    subject = subject_of(context.document, teller) if teller is not None else None
    if top.dep != "ccomp" or teller is None or subject is None or subject.span.start < span.end:
        return None
    between = context.times_in(Span(span.end, min(subject.span.start, teller.span.start)))
    near = (each for each in between if each.span.start - span.end <= RIGHT_BEFORE)
    return next((each for each in near if each.when is not None), None)


def _behind_noun(context: Context, head: Token, span: Span, owned: Collection[str]) -> TimeMention | None:
    """Return the day right behind the words of an event, where the verb of the clause tells of now.

    "Is the sole suspect in the stabbing in Osh *on Saturday*"; not "condemned the stabbing on Saturday". So
    is one with a number behind what somebody claims: "claimed responsibility for a stabbing *on 5 June*".
    """
    published = first_day(context.report.published)
    verb = predicate_of(context.document, head)
    forms = (verb, *context.document.children(verb, "aux", "aux:pass", "cop"))
    above = context.document.head(head)
    claimed = above is not None and above.lemma in owned
    now = any("Tense=Pres" in each.feats for each in forms)
    if head.pos != "NOUN" or published is None or not (now or claimed):
        return None
    behind = (each for each in context.times if 0 < each.span.start - span.end <= _RIGHT_BEHIND)
    behind = (each for each in behind if now or any(map(str.isdigit, each.text)))
    told = ((each, first_day(each.when.start)) for each in behind if each.when is not None)
    return next((each for each, day in told if day is not None and day < published), None)


def _behind_held(context: Context, head: Token, span: Span) -> TimeMention | None:
    """Return the time behind what somebody is tried for, a month or more before the report came out.

    «Осуждён за теракт в школе *5 июня 2016 года*»: the parser may hang it on the verdict, which is new.
    """
    published = first_day(context.report.published)
    sentence = context.document.sentence_of(head).span
    for each in context.times_in(Span(span.end, max(span.end, sentence.end))):
        between = context.tokens_in(Span(span.end, each.span.start))
        if len(between) > _FAR_BEHIND or any(token.pos in _PARTING for token in between):
            return None
        day = first_day(each.when.start) if each.when is not None else None
        if day is not None:
            return each if published is None or (published - day).days > STORY_DAYS else None
    return None


def _of_answer(
    context: Context, head: Token, answers: Callable[[Token], bool], not_behind: Collection[str]
) -> TimeMention | None:
    """Return when somebody came to an attack: "officers responded *on Friday* to reports of a shooting"."""
    verb = predicate_of(context.document, head)
    if head.pos != "NOUN" or verb.index == head.index or not answers(verb):
        return None
    return nearest_time(context, clause_span(context.document, verb), verb, not_behind=not_behind)


def _parted(context: Context, top: Token, span: Span) -> TimeMention | None:
    """Return the time that opens a sentence and hangs on the clause, whose words a subject parts from it."""
    tokens = context.document.tokens
    sentence = context.document.sentence_of(top)
    last = top.head > top.index and top.dep == "advcl" and context.pack.verb_last
    clauses = {top.index, top.head} if last else {top.index}  # «5 наурызда … атып, *қашты*»
    for mention in context.times_in(Span(sentence.span.start, max(span.start, sentence.span.start))):
        inside = [token.index for token in context.tokens_in(mention.span)]
        hung = [tokens[each].head for each in inside if tokens[each].head not in inside]
        token = tokens[hung[-1]] if hung else None
        for _ in range(CLIMB):
            if token is None or is_predicate(context.document, token):
                break
            token = context.document.head(token)
        if token is not None and token.index in clauses and mention.when is not None:
            return mention
    return None
