"""One report to its claims: the steps of reading, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.locate.places import find_places
from oqiga.locate.times import find_times
from oqiga.model.claims import Claim, Statement
from oqiga.model.record import Reading
from oqiga.model.report import Report
from oqiga.model.syntax import Document
from oqiga.read.attribution import attribute, find_attributions, find_indirect, find_statements
from oqiga.read.attribution.model import Attribution
from oqiga.read.background import mark_background
from oqiga.read.blame import find_blame, told_by_others
from oqiga.read.confidence import calibrated
from oqiga.read.context import Context
from oqiga.read.events import find_events
from oqiga.read.grouping import group
from oqiga.read.headings import plain_headings
from oqiga.read.languages import LanguagePack, language_pack
from oqiga.read.measures import find_measures
from oqiga.read.mixed import alone, foreign_passages, hidden
from oqiga.read.one_thread import one_thread
from oqiga.read.pictures import without_pictures
from oqiga.read.place_names import standing_alone
from oqiga.read.places_of_others import in_their_own_places
from oqiga.read.proposed import take_in
from oqiga.read.relevance import relevance
from oqiga.read.title_tolls import SHORT, told_by_title
from oqiga.read.tolls import find_tolls, held_for_it
from oqiga.read.tolls.at_sites import at_their_sites
from oqiga.read.town_or_month import town_or_month
from oqiga.read.truecase import is_capital, truecase

RELEVANT = 0.5
"""Reports scored below this are not read further."""


def read_report(
    report: Report, *, gated: bool = True, trained: bool = True, proposed: Sequence[Claim] = ()
) -> Reading:
    """Read one cleaned report.

    gated: leave reports that are not about violence unread, with a warning; False reads everything.
    trained: calibrate confidence by the weights that stand apart, where they are installed.
    proposed: claims that somebody else makes of it, their words checked; see `oqiga.read.proposed`.
    Raises ReadError when there is no reader for the report's language.
    """
    score = _relevance(report)
    if gated and score < RELEVANT:
        return Reading(report=report, relevant=False, relevance=score)
    with one_thread():
        headline = (report.title or "") if len(report.text) <= SHORT else ""
        (context, *others), titled = _parsed(report, headline)
        claims = find_claims(context, others, proposed)
        if trained:
            claims = calibrated(claims, len(report.text), but={claim.extractor for claim in proposed})
        headed = told_by_title(titled, claims) if titled is not None else ()
    return Reading(
        report=report,
        relevant=True,
        relevance=score,
        claims=tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind, claim.id))),
        warnings=(*_warnings(context), *headed),
    )


def worth_reading(report: Report) -> bool:
    """Tell whether a report passes the gate. Raises ReadError when there is no reader for its language."""
    return _relevance(report) >= RELEVANT


def _relevance(report: Report) -> float:
    pack = language_pack(report.language or "unknown")
    return relevance(report) if pack.has("relevance") else 1.0


def make_context(report: Report) -> Context:
    """Parse a report and locate its times and places, all of it by the reader of its language."""
    pack = language_pack(report.language or "unknown")
    return _located(report, pack.parse(_written_plainly(report.text, pack)), pack)


def make_contexts(report: Report) -> tuple[Context, ...]:
    """Parse a report, what it says in other languages by their readers; that of its own language first."""
    contexts, _ = _parsed(report, "")
    return contexts


def _parsed(report: Report, headline: str) -> tuple[tuple[Context, ...], Context | None]:
    """Parse a report and, in one go with it, a headline as a text of its own; None where there is none."""
    own = language_pack(report.language or "unknown")
    foreign = foreign_passages(report.text, own.code) if own.has("paragraphs") else {}
    spans = [span for each in foreign.values() for span in each]
    text = hidden(report.text, spans, own.code) if foreign else _written_plainly(report.text, own)
    document, *above = own.parse_all([text, *([_written_plainly(headline, own)] if headline else [])])
    others = ((alone(report.text, each), language_pack(code)) for code, each in foreign.items())
    contexts = (
        _located(report, document, own),
        *(_located(report, pack.parse(passages), pack) for passages, pack in others),
    )
    titled = [Context(report=replace(report, text=headline), document=each, pack=own) for each in above]
    return contexts, titled[0] if titled else None


def _written_plainly(text: str, pack: LanguagePack) -> str:
    """Return a text with the capitals that its sentences would have, and without pictures."""
    text = without_pictures(text)
    return truecase(text, pack.code) if is_capital(text) else plain_headings(text, pack)


def _located(report: Report, document: Document, pack: LanguagePack) -> Context:
    times = find_times(document, report.published)
    times, places = town_or_month(document, times, find_places(document))
    places = standing_alone(document, pack, places)
    return Context(report=report, document=document, pack=pack, times=times, places=places)


def find_claims(
    context: Context, others: Sequence[Context] = (), proposed: Sequence[Claim] = ()
) -> tuple[Claim, ...]:
    """Find all claims of a report, attributed, told from background and grouped; confidence not calibrated.

    others: its passages in other languages; what nobody says in them is said by who speaks around them.
    proposed: claims by somebody else, taken in where they are new.
    """
    attributions = find_attributions(context) if context.pack.has("speech") else ()
    claims = _told(context, attributions, proposed)
    for other in others:
        foreign = _told(other, find_attributions(other))
        claims = (*claims, *_said_around(context, _new(foreign, claims), attributions))
    return _unique(_as_written(context, group(context, claims)))


def _told(
    context: Context, attributions: Sequence[Attribution], proposed: Sequence[Claim] = ()
) -> tuple[Claim, ...]:
    """Return the claims of one language, told from background; of each kind that its lexicons allow."""
    pack = context.pack
    blame = find_blame(context) if pack.has("blame") else ()
    tolls = find_tolls(context, held_for_it(blame))
    events = find_events(context, tolls) if pack.has("events") else ()
    claims: tuple[Claim, ...] = (
        *events,
        *at_their_sites(context, tolls, events),
        *blame,
        *(find_measures(context) if pack.has("measures") else ()),
        *(find_statements(context, attributions) if pack.has("speech") else ()),
    )
    if pack.has("speech"):
        claims = (*claims, *find_indirect(context, attributions, claims))
    claims = (*claims, *take_in(context, proposed, claims))
    told = told_by_others(context, attribute(context, claims, attributions)) if pack.has("speech") else claims
    if not pack.has("background", "events"):
        return told
    return in_their_own_places(context, mark_background(context, told))


def _new(foreign: Sequence[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without statements that the report's own language has already."""
    quoted = [claim.span for claim in claims if isinstance(claim, Statement)]
    return [
        claim
        for claim in foreign
        if not (isinstance(claim, Statement) and any(span.overlaps(claim.span) for span in quoted))
    ]


def _said_around(
    context: Context, claims: Sequence[Claim], attributions: Sequence[Attribution]
) -> tuple[Claim, ...]:
    """Give claims without a source of their own the one that the report's language names around them."""
    silent = [claim for claim in claims if not claim.said_by]
    told = {claim.id: claim for claim in attribute(context, silent, attributions)}
    return tuple(told.get(claim.id, claim) for claim in claims)


def _as_written(context: Context, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Quote the report letter by letter, also where its capitals were parsed as small letters."""
    text = context.report.text
    if context.document.text == text:
        return claims
    return tuple(_requoted(claim, text, context.document.text) for claim in claims)


def _requoted(claim: Claim, text: str, parsed: str) -> Claim:
    quote = claim.span.of(text)
    if not isinstance(claim, Statement):
        return replace(claim, quote=quote)
    at = parsed.find(claim.words, claim.span.start)
    words = text[at : at + len(claim.words)] if at >= 0 else claim.words
    return replace(claim, quote=quote, words=words)


def _unique(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Keep one claim per id: two steps may rest the same claim on the same words."""
    return tuple({claim.id: claim for claim in claims}.values())


def _warnings(context: Context) -> tuple[str, ...]:
    if context.report.published is not None:
        return ()
    unresolved = sum(mention.when is None and mention.type in ("DATE", "TIME") for mention in context.times)
    if not unresolved:
        return ("publication time unknown",)
    return (f"publication time unknown: {unresolved} expressions of time stay unresolved",)
