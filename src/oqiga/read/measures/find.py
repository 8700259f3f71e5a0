"""Finding measures: frames met in clauses that tell what was done, by whom, where and until when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from oqiga.locate.mentions import PlaceMention
from oqiga.model.claims import Measure
from oqiga.model.ids import claim_id
from oqiga.model.span import Span
from oqiga.model.syntax import Document
from oqiga.model.terms import MeasureStatus, MeasureType
from oqiga.read.context import Context
from oqiga.read.frames.clause_spans import clause_span, fronted_span
from oqiga.read.frames.clauses import chain
from oqiga.read.frames.frame import Hit
from oqiga.read.frames.where import exact_first, main_place
from oqiga.read.measures.beforehand import suffered
from oqiga.read.measures.issuer import issuer_of
from oqiga.read.measures.levels import level_of
from oqiga.read.measures.lexicon import MeasureLexicon, measure_lexicon
from oqiga.read.measures.reach import WIDE, places_of
from oqiga.read.measures.status import status_of
from oqiga.read.measures.taken import was_taken
from oqiga.read.measures.when import day_of_deed, days_mourned
from oqiga.read.tolls.armed_bodies import armed_names
from oqiga.read.tolls.lexicon import toll_words

_MANY_A_SENTENCE = frozenset(
    {MeasureType.CLOSURE, MeasureType.POSTPONEMENT, MeasureType.TRANSPORT_SUSPENSION}
)
"""Types of which one sentence may tell several; of the others the first counts."""


def find_measures(context: Context) -> tuple[Measure, ...]:
    """Return what authorities are said to have done or ordered, in the order of the text.

    One claim a clause and type. Sources, background and incidents are set by later steps.
    """
    lexicon = measure_lexicon(context.pack)
    main = main_place(context)
    armed = armed_names(context.document, toll_words(context.pack.code))
    found = [
        measure
        for hit in _best(context.document, lexicon, _lands(context), armed)
        if not suffered(context, hit) and (measure := _measure(context, lexicon, hit, main)) is not None
    ]
    return tuple(_distinct(context, found))


def _lands(context: Context) -> frozenset[int]:
    """Return positions of the names of countries and regions, which act like authorities."""
    wide = [each.span for each in context.places if each.place.precision in WIDE]
    return frozenset(token.index for span in wide for token in context.tokens_in(span))


def _best(
    document: Document, lexicon: MeasureLexicon, lands: Collection[int], armed: Collection[int]
) -> Iterator[Hit[MeasureType]]:
    """Yield real hits; of those that share words, the longest entry, else the one whose type comes first."""
    taken: list[Hit[MeasureType]] = []
    found = [hit for hit in lexicon.frames.found(document) if was_taken(document, lexicon, hit, lands, armed)]
    real = [hit for hit in found if not any(_within(document, hit, other) for other in found)]
    for hit in sorted(real, key=lambda hit: (lexicon.rank[hit.frame.value], hit.match.first)):
        if not any(_shares(hit, other) and not _listed(document, hit, other) for other in taken):
            taken.append(hit)
    yield from sorted(taken, key=lambda hit: hit.match.first)


def _shares(one: Hit[MeasureType], other: Hit[MeasureType]) -> bool:
    return bool(_tokens(one) & _tokens(other))


def _within(document: Document, one: Hit[MeasureType], other: Hit[MeasureType]) -> bool:
    """Tell whether an entry is only a part of a longer one: "*cordon*-and-search operation"."""
    inside = other.match.first <= one.match.first and one.match.last <= other.match.last
    shorter = one.match.length < other.match.length and not _listed(document, one, other)
    return other.frame.having is None and inside and shorter


def _listed(document: Document, one: Hit[MeasureType], other: Hit[MeasureType]) -> bool:
    """Tell whether one verb does two things: «приостановлена работа школ и общественного транспорта»."""
    met = [document.tokens[hit.match.last - 1] if hit.met is None else hit.met for hit in (one, other)]
    return one.frame.value is not other.frame.value and any(
        first.dep == "conj" and first.index != second.index and first.index not in _tokens(whole)
        for first, second, whole in ((met[0], met[1], other), (met[1], met[0], one))
    )


def _tokens(hit: Hit[MeasureType]) -> set[int]:
    return {*range(hit.match.first, hit.match.last), hit.trigger.index, *([hit.met.index] if hit.met else ())}


def _measure(
    context: Context, lexicon: MeasureLexicon, hit: Hit[MeasureType], main: PlaceMention | None
) -> Measure | None:
    document = context.document
    span = fronted_span(document, hit.trigger) or clause_span(document, hit.trigger)
    kind = hit.frame.value
    level = level_of(context, lexicon, hit, span) if kind is MeasureType.ALERT_LEVEL else None
    if kind is MeasureType.ALERT_LEVEL and level is None:
        return None
    begin, end = _validity(context, lexicon, span)
    status = status_of(document, lexicon, hit)
    if kind is MeasureType.MOURNING and (mourned := days_mourned(context, hit.trigger)) is not None:
        begin, end = mourned
    changed = lexicon.changing.among(document, [each.index for each in chain(document, hit.trigger)])
    day = day_of_deed(context, hit.trigger, span) if begin is None and end is None else None
    if day is not None and (changed is None or status is MeasureStatus.LIFTED):
        begin, end = (None, day) if status is MeasureStatus.LIFTED else (day, None)
    if status is MeasureStatus.LIFTED and end is None:  # "is lifted *from Monday*": it ends then
        begin, end = None, begin
    return Measure(
        id=claim_id(context.report.id, "measure", span, kind.value, level.written if level else None),
        span=span,
        quote=span.of(context.report.text),
        type=kind,
        level=level.written if level else None,
        level_rank=level.rank if level else None,
        level_scale=level.scale if level else None,
        status=status,
        issuer=issuer_of(document, lexicon, hit),
        places=exact_first(context, places_of(context, lexicon, hit, span, main)),
        valid_from=begin,
        valid_until=end,
        confidence=0.7,
        extractor="measures/1",
    )


def _validity(context: Context, lexicon: MeasureLexicon, span: Span) -> tuple[str | None, str | None]:
    """Return from when and until when, where the clause ties a time to such words."""
    begin = end = None
    for mention in context.times_in(span):
        if mention.when is None:
            continue
        tied = {*context.report.text[span.start : mention.span.start].lower().split()[-1:]}
        tied |= _behind(context, mention.span)
        if tied & lexicon.from_words:
            begin = begin or mention.when.start
        elif tied & lexicon.until_words:
            end = end or mention.when.end
    return begin, end


def _behind(context: Context, span: Span) -> set[str]:
    """Return the postpositions and the converb behind some words: «10 мамырға *дейін*», till 10 May."""
    document, inside = context.document, context.tokens_in(span)
    following = document.tokens[inside[-1].index + 1 :][:1] if inside else ()
    behind = [
        case for token in inside for case in document.children(token, "case") if case.index > token.index
    ]
    return {each.lower for each in (*behind, *following) if each in behind or "VerbForm=Conv" in each.feats}


def _distinct(context: Context, measures: Sequence[Measure]) -> Iterator[Measure]:
    """Yield measures, most types once a sentence; what ended apart from what holds."""
    seen: set[tuple[MeasureType, bool, str | None, int]] = set()
    for measure in measures:
        sentence = context.sentence_at(measure.span.start)
        where = sentence.index if sentence is not None else -1
        if measure.type in _MANY_A_SENTENCE:
            where = -measure.span.start - 2
        key = (measure.type, measure.status is MeasureStatus.LIFTED, measure.level, where)
        if key not in seen:
            seen.add(key)
            yield measure
