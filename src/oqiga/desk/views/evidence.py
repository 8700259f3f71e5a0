"""The sentences behind a value: who said it, where and when, and the words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oqiga.desk.views.timeline import claim_words
from oqiga.desk.views.words import SOURCES, inert, short, spoken
from oqiga.model.claims import Claim
from oqiga.model.decision import Decision
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.publish import labels
from oqiga.publish.sentences import sentence_around
from oqiga.publish.words import Translate
from oqiga.reconcile.decisions import CORRECTABLE

_MARKED = 1_200


@dataclass(frozen=True, slots=True)
class Field:
    """One thing of a claim that may be corrected. options: values it may take, () for free words."""

    name: str
    value: str
    number: bool
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """One claim with its sentence, cut in three: before, the claim's words, after."""

    claim: str
    kind: str
    says: str
    who: str
    certainty: str
    doubtful: bool
    standing: bool | None
    report: str
    title: str
    publisher: str
    when: str
    language: str
    before: str
    marked: str
    after: str
    confidence: int
    confirmed: str
    fields: tuple[Field, ...]


def ground_of(
    claim: Claim,
    report: Report,
    say: Translate,
    lang: str,
    *,
    standing: bool | None = None,
    decisions: Sequence[Decision] = (),
) -> Ground:
    """Return one claim with its sentence. decisions: in effect, to say who confirmed it."""
    before, marked, after = marked_sentence(report.text, claim.span)
    chain = [f"{short(each.name, 80)} ({say(SOURCES[each.kind])})" for each in claim.said_by]
    confirmed = [
        each.analyst
        for each in decisions
        if each.kind.value == "confirm" and any(anchor.id == claim.id for anchor in each.about)
    ]
    return Ground(
        claim=claim.id,
        kind=claim.kind,
        says=claim_words(claim, say),
        who=" ← ".join(chain),
        certainty=say(labels.CERTAINTIES[claim.certainty]),
        doubtful=claim.certainty.value != "stated",
        standing=standing,
        report=report.id,
        title=short(report.title, 120) or report.id,
        publisher=short(report.publisher, 60),
        when=spoken(report.published, lang) or say("publication time unknown"),
        language=report.language or "",
        before=before,
        marked=marked,
        after=after,
        confidence=round(claim.confidence * 100),
        confirmed=", ".join(dict.fromkeys(confirmed)),
        fields=_fields(claim),
    )


def marked_sentence(text: str, span: Span) -> tuple[str, str, str]:
    """Return the sentence around a span in three pieces, made inert, each of bounded length."""
    sentence = sentence_around(text, span)
    start, end = max(sentence.start, span.start), min(sentence.end, span.end)
    pieces = text[sentence.start : start], text[start:end], text[end : sentence.end]
    return inert(pieces[0][-_MARKED:]), inert(pieces[1][:_MARKED]), inert(pieces[2][:_MARKED])


def _fields(claim: Claim) -> tuple[Field, ...]:
    found = []
    for name in (*CORRECTABLE[claim.kind], "certainty"):
        value = getattr(claim, name)
        known = type(value)
        options = tuple(each.value for each in known) if hasattr(known, "__members__") else ()
        number = name in ("low", "high")
        found.append(Field(name, "" if value is None else str(value), number, options))
    return tuple(found)


def grounds_of(
    ids: Sequence[str],
    claims: Mapping[str, Claim],
    report_of: Mapping[str, Report],
    say: Translate,
    lang: str,
    *,
    standing: Mapping[str, bool] | None = None,
    decisions: Sequence[Decision] = (),
) -> list[Ground]:
    """Return the claims under ids that are at hand, the standing ones first."""
    found = [
        ground_of(
            claims[each],
            report_of[each],
            say,
            lang,
            standing=(standing or {}).get(each),
            decisions=decisions,
        )
        for each in dict.fromkeys(ids)
        if each in claims and each in report_of
    ]
    return sorted(found, key=lambda ground: ground.standing is False)
