"""An incident in full, as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oqiga.book.questions import Shown
from oqiga.desk.views.figures import Chart, Figure, charts_of, figure_of, headline_figures
from oqiga.desk.views.measures import Level, MeasureLine, level_in_force, measure_lines
from oqiga.desk.views.places import Spot, spots_of, where_of
from oqiga.desk.views.timeline import Day, days_of
from oqiga.desk.views.words import outlets_of, short, spoken
from oqiga.model.claims import Blame, Participant, Statement
from oqiga.model.incident import Incident
from oqiga.model.moments import instant
from oqiga.model.report import Report
from oqiga.model.terms import Basis, Certainty, Group
from oqiga.publish import labels
from oqiga.publish.brief_parts import part_name
from oqiga.publish.brief_sections import headline
from oqiga.publish.notebook import last_published
from oqiga.publish.phrases import about_of, why_of
from oqiga.publish.words import Translate, spoken_time
from oqiga.reconcile.blamed import by_body, called, surest, tellers

_MOST_STATEMENTS = 12
_MOST_PARTIES = 8


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one outcome: of all people, and of groups among them."""

    main: Figure
    parts: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class BlameLine:
    """Who blames whom, on what basis."""

    text: str
    basis: str
    who: str
    doubt: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What somebody said."""

    words: str
    direct: bool
    who: str
    when: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """What cannot all be true."""

    about: str
    why: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of the incident: what it is called, its own figures, and why it is a part."""

    id: str
    name: str
    figures: tuple[Figure, ...]
    why: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report about the incident."""

    id: str
    title: str
    publisher: str
    when: str
    language: str


@dataclass(frozen=True, slots=True)
class Whole:
    """The page of an incident, but for what needs more questions to the book."""

    id: str
    title: str
    type: str
    stage: str
    when: str
    where: str
    background: bool
    level: Level | None
    figures: tuple[FigureGroup, ...]
    charts: tuple[Chart, ...]
    measures: tuple[MeasureLine, ...]
    blame: tuple[BlameLine, ...]
    statements: tuple[StatementLine, ...]
    disputes: tuple[DisputeLine, ...]
    timeline: tuple[Day, ...]
    spots: tuple[Spot, ...]
    parties: tuple[tuple[str, tuple[str, ...]], ...]
    reports: tuple[ReportLine, ...]
    parts: tuple[PartLine, ...]
    part_of: str
    why: str


def whole_of(shown: Shown, say: Translate, lang: str) -> Whole:
    """Return the page of an incident."""
    incident = shown.incident
    reports = {report.id: report for report in shown.report_of.values()}
    speakers = outlets_of(shown.claims, shown.report_of)
    return Whole(
        id=incident.id,
        title=short(headline(incident, say, lang), 200),
        type=say(labels.EVENTS[incident.type]),
        stage=incident.stage.value,
        when=spoken_time(incident.time, lang),
        where=where_of(incident.places, lang),
        background=incident.background,
        level=level_in_force(incident.measures, lang),
        figures=_figures(incident, say, lang, speakers),
        charts=tuple(charts_of(incident.tolls, say, lang, speakers)),
        measures=tuple(
            measure_lines(incident.measures, say, lang, speakers, last_published(reports.values()))
        ),
        blame=_blame(incident.blame, say, speakers),
        statements=_statements(incident.statements, shown.report_of, lang),
        disputes=tuple(
            DisputeLine(short(about_of(each, lang)), short(why_of(each, lang), 500), each.claims)
            for each in incident.disputes
        ),
        timeline=tuple(days_of(incident, shown.claims, say, lang, speakers)),
        spots=tuple(spots_of(incident.places, say)),
        parties=_parties(incident, say),
        reports=tuple(_report(each, lang) for each in _by_time(reports, incident.reports)),
        parts=tuple(_part(each, shown.parts, say, lang, speakers) for each in shown.parts),
        part_of=incident.part_of or "",
        why=short(why_of(incident, lang), 500),
    )


def _part(
    part: Incident, parts: Sequence[Incident], say: Translate, lang: str, speakers: Mapping[str, str]
) -> PartLine:
    return PartLine(
        part.id,
        short(part_name(part, lang, among=parts), 80),
        tuple(figure_of(toll, say, lang, speakers) for toll in part.tolls),
        short(why_of(part, lang), 500),
        tuple(dict.fromkeys(claim for entry in part.timeline for claim in entry.claims)),
    )


def _figures(
    incident: Incident, say: Translate, lang: str, speakers: Mapping[str, str]
) -> tuple[FigureGroup, ...]:
    tolls = headline_figures(incident.tolls)
    groups = []
    for outcome in dict.fromkeys(toll.outcome for toll in tolls):
        own = [toll for toll in tolls if toll.outcome is outcome]
        made = [figure_of(toll, say, lang, speakers) for toll in own]
        if own[0].group is Group.ALL:
            groups.append(FigureGroup(made[0], tuple(made[1:])))
        else:
            groups += [FigureGroup(each, ()) for each in made]
    return tuple(groups)


def _blame(blames: Sequence[Blame], say: Translate, speakers: Mapping[str, str]) -> tuple[BlameLine, ...]:
    lines = []
    for group in by_body(blames):
        names = tellers(group) or tuple(dict.fromkeys(speakers.get(each.id, "") for each in group))
        whom = "" if group[0].basis is Basis.UNCLAIMED else short(called(group) or "—", 120)
        sure = surest(group)
        doubt = "" if sure is Certainty.STATED else say(labels.CERTAINTIES[sure])
        who = short(", ".join(name for name in names if name), 120)
        ids = tuple(each.id for each in group)
        lines.append(BlameLine(whom, say(labels.BASES[group[0].basis]), who, doubt, ids))
    return tuple(lines)


def _statements(
    statements: Sequence[Statement], report_of: Mapping[str, Report], lang: str
) -> tuple[StatementLine, ...]:
    ordered = sorted(statements, key=lambda each: not each.direct)[:_MOST_STATEMENTS]
    lines = []
    for each in ordered:
        who = ", ".join(part for part in (each.speaker, each.role, each.channel) if part)
        report = report_of.get(each.id)
        at = each.said_on or (report.published if report else None)
        lines.append(
            StatementLine(short(each.words, 400), each.direct, short(who, 120), spoken(at, lang), (each.id,))
        )
    return tuple(lines)


def _parties(incident: Incident, say: Translate) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return who took part and what with, as named; a heading and names each."""
    sides = (
        (say("Attackers, as named"), _names(incident.perpetrators)),
        (say("Targets"), _names(incident.targets)),
        (say("Weapons"), tuple(dict.fromkeys(short(each.name, 60) for each in incident.weapons))),
    )
    return tuple((title, names[:_MOST_PARTIES]) for title, names in sides if names)


def _names(participants: Sequence[Participant]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(short(each.name, 80) for each in participants))


def _by_time(reports: Mapping[str, Report], wanted: Sequence[str]) -> list[Report]:
    found = [reports[each] for each in wanted if each in reports]
    return sorted(found, key=lambda each: (instant(each.published) if each.published else "", each.id))


def _report(report: Report, lang: str) -> ReportLine:
    return ReportLine(
        report.id,
        short(report.title, 140) or report.id,
        short(report.publisher, 60),
        spoken(report.published, lang),
        report.language or "",
    )


def moments_of(shown: Shown) -> list[str]:
    """Return the moments at which something about an incident became known or was decided, in order."""
    published = [report.published for report in shown.report_of.values() if report.published]
    decided = [each.at for each in shown.decisions]
    return sorted(dict.fromkeys([*published, *decided]), key=instant)
