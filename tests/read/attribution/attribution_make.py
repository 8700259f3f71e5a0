"""Builders for the tests of attribution: a context from a few sentences, claims on words of it."""

from oqiga.locate.times import find_times
from oqiga.model.claims import Event, Measure, Toll
from oqiga.model.ids import claim_id
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.terms import EventType, Group, MeasureType, Outcome
from oqiga.read.attribution import find_attributions
from oqiga.read.context import Context
from oqiga.read.languages import language_pack


def context(text, published="2019-08-12", language="en"):
    pack = language_pack(language)
    document = pack.parse(text)
    report = Report(id="r-test", text=text, published=published, language=language)
    return Context(report=report, document=document, pack=pack, times=find_times(document, published))


def attributions(text, published="2019-08-12", language="en"):
    """Return (chain of names, words said, certainty) per attribution, to compare at a glance."""
    ctx = context(text, published, language)
    return [
        (
            [source.name for source in each.source_chain],
            " … ".join(span.of(text) for span in each.content_spans),
            each.certainty.value,
        )
        for each in find_attributions(ctx)
    ]


def said(text, words, language="en"):
    """Return the names of those who say the attribution whose words start with `words`."""
    return next(
        chain for chain, content, _ in attributions(text, language=language) if content.startswith(words)
    )


def toll(ctx, words, *, low=1, high=None, outcome=Outcome.KILLED, group=Group.ALL, **fields):
    start = ctx.report.text.index(words)
    span = Span(start, start + len(words))
    return Toll(
        id=claim_id(ctx.report.id, "toll", span, low),
        span=span,
        quote=words,
        outcome=outcome,
        group=group,
        low=low,
        high=high or low,
        **fields,
    )


def measure(ctx, words, type_=MeasureType.SHELTER_ADVISORY):
    start = ctx.report.text.index(words)
    span = Span(start, start + len(words))
    return Measure(id=claim_id(ctx.report.id, "measure", span), span=span, quote=words, type=type_)


def event(ctx, words, type_=EventType.ARMED_ATTACK):
    start = ctx.report.text.index(words)
    span = Span(start, start + len(words))
    return Event(id=claim_id(ctx.report.id, "event", span), span=span, quote=words, type=type_)
