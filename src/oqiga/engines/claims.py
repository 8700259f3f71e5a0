"""From what a model answered to claims of the record: every value must stand in the report's own words."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from oqiga.engines.answer import (
    AnsweredBlame,
    AnsweredClaim,
    AnsweredEvent,
    AnsweredMeasure,
    AnsweredParticipant,
    AnsweredSource,
    AnsweredStatement,
    AnsweredToll,
)
from oqiga.engines.engine import UNMEASURED
from oqiga.engines.figures import figures_in
from oqiga.engines.words import ReportWords
from oqiga.model.claims import (
    Blame,
    Claim,
    Event,
    Measure,
    Participant,
    Source,
    Statement,
    Toll,
    Weapon,
)
from oqiga.model.ids import claim_id
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.model.wire import claim_from_json, claim_to_json


class Refusal(StrEnum):
    """Why a claim was not taken, in words for a person."""

    FORM = "not in the form asked for"
    QUOTE = "a quotation that does not stand in the report"
    FIGURE = "a figure that does not stand in its quotation"
    NAME = "a name or words that do not stand in the report"


class Refused(Exception):  # noqa: N818  an outcome of checking, not an error of the program
    """One claim is not taken."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


class Checker:
    """Takes or refuses what is answered about one report. extractor: named in every claim that is taken."""

    def __init__(self, report: Report, extractor: str) -> None:
        self._report = report
        self._words = ReportWords(report.text)
        self._extractor = extractor

    def taken(self, answered: AnsweredClaim) -> Claim:
        """Return the claim that an answer makes. Raises Refused when its words do not stand in the report."""
        span = self._words.quotation(answered.quote)
        if span is None:
            raise Refused(Refusal.QUOTE)
        claim = self._claim(answered, span)
        return claim_from_json(claim_to_json(claim))

    def _claim(self, answered: AnsweredClaim, span: Span) -> Claim:
        match answered:
            case AnsweredToll():
                return self._toll(answered, span)
            case AnsweredEvent():
                return self._event(answered, span)
            case AnsweredBlame():
                return self._blame(answered, span)
            case AnsweredMeasure():
                return self._measure(answered, span)
            case AnsweredStatement():
                return self._statement(answered, span)

    def _toll(self, answered: AnsweredToll, span: Span) -> Toll:
        low, high = answered.low, answered.high
        if (low, high) not in figures_in(span.of(self._report.text), self._report.language or ""):
            raise Refused(Refusal.FIGURE)
        return Toll(
            id=self._id("toll", span, answered.outcome, answered.group, low, high, answered.counts),
            **self._shared(answered, span),
            outcome=answered.outcome,
            group=answered.group,
            low=low,
            high=high,
            approximate=answered.approximate,
            counts=answered.counts,
        )

    def _event(self, answered: AnsweredEvent, span: Span) -> Event:
        return Event(
            id=self._id("event", span, answered.type),
            **self._shared(answered, span),
            type=answered.type,
            stage=answered.stage,
            perpetrators=self._participants(answered.perpetrators, span),
            targets=self._participants(answered.targets, span),
            weapons=tuple(
                Weapon(name=each.name, type=each.type, span=self._inside(each.name, span))
                for each in answered.weapons
            ),
        )

    def _blame(self, answered: AnsweredBlame, span: Span) -> Blame:
        if answered.perpetrator is not None:
            self._inside(answered.perpetrator, span)
        return Blame(
            id=self._id("blame", span, answered.basis, answered.perpetrator),
            **self._shared(answered, span),
            perpetrator=answered.perpetrator,
            basis=answered.basis,
        )

    def _measure(self, answered: AnsweredMeasure, span: Span) -> Measure:
        if answered.level is not None:
            self._inside(answered.level, span)
        if answered.issuer is not None:
            self._anywhere(answered.issuer)
        return Measure(
            id=self._id("measure", span, answered.type, answered.level),
            **self._shared(answered, span),
            type=answered.type,
            level=answered.level,
            status=answered.status,
            issuer=answered.issuer,
        )

    def _statement(self, answered: AnsweredStatement, span: Span) -> Statement:
        self._inside(answered.words, span)
        if answered.speaker is not None:
            self._anywhere(answered.speaker)
        return Statement(
            id=self._id("statement", span, answered.words),
            **self._shared(answered, span),
            speaker=answered.speaker,
            words=answered.words,
            direct=answered.direct,
        )

    def _shared(self, answered: AnsweredClaim, span: Span) -> dict[str, Any]:
        """Return the fields that every claim has."""
        return {
            "span": span,
            "quote": span.of(self._report.text),
            "said_by": self._sources(answered.said_by),
            "certainty": answered.certainty,
            "background": answered.background,
            "confidence": UNMEASURED,
            "extractor": self._extractor,
        }

    def _id(self, kind: str, span: Span, *key: str | int | None) -> str:
        return claim_id(self._report.id, kind, span, *key)

    def _sources(self, answered: list[AnsweredSource]) -> tuple[Source, ...]:
        return tuple(
            Source(name=each.name, kind=each.kind, span=self._anywhere(each.name)) for each in answered
        )

    def _participants(self, answered: list[AnsweredParticipant], span: Span) -> tuple[Participant, ...]:
        return tuple(
            Participant(name=each.name, kind=each.kind, span=self._inside(each.name, span))
            for each in answered
        )

    def _inside(self, words: str, span: Span) -> Span:
        return _stands(self._words.name(words, span))

    def _anywhere(self, words: str) -> Span:
        return _stands(self._words.name(words))


def _stands(found: Span | None) -> Span:
    if found is None:
        raise Refused(Refusal.NAME)
    return found
