"""The situation brief: one numbered page on many incidents, what changed since the last, what is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from oqiga.model.claims import Measure
from oqiga.model.incident import Incident
from oqiga.model.terms import Outcome
from oqiga.publish import labels
from oqiga.publish.brief_parts import sections_of
from oqiga.publish.brief_sections import (
    background_section,
    grouped_lines,
    headline,
    loose_section,
    measure_lines,
)
from oqiga.publish.brief_tolls import figure
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.facts import toll_of
from oqiga.publish.notebook import Brief, Line, Notebook, Section
from oqiga.publish.words import Translate, spoken_date, spoken_time, translator
from oqiga.reconcile.measures import by_measure, holds

_SHOWN_FIRST = (Outcome.KILLED, Outcome.INJURED, Outcome.MISSING, Outcome.DETAINED)
_MOST_HIGHLIGHTS = 12


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that changed in what is known of an incident. before, after: as written, None for nothing."""

    incident: str
    about: str
    before: str | None
    after: str | None
    claims: tuple[str, ...]


def situation_brief(
    dossier: Dossier,
    *,
    number: int,
    as_of: str,
    since: str | None = None,
    changes: Sequence[Changed] = (),
    lang: str = "en",
) -> Brief:
    """Return the situation brief of a dossier's incidents, in their order, those of the background last.

    number: of the brief, from 1. as_of: ISO 8601. since: the moment of the last brief, None for the first;
    changes: what changed between the two.
    """
    say = translator(lang)
    notebook = Notebook(dossier.claims, dossier.report_of, lang, as_of)
    main = [each for each in dossier.incidents if not each.background]
    sections = [_highlights(main, notebook, say)]
    if since is not None:
        sections.append(_changes(main, since, changes, notebook, say))
    sections.append(_in_force(main, notebook, say, as_of))
    for position, incident in enumerate(main, start=1):
        told = sections_of(incident, dossier.parts_of(incident), notebook, say, named=True)
        sections += _numbered(position, told)
    sections.append(loose_section(dossier.loose, notebook, say))
    background = [each for each in dossier.incidents if each.background]
    sections.append(background_section(background, notebook, say))
    count = len(dossier.reports)
    reports = say("report" if count == 1 else "reports")
    return Brief(
        title=f"{say('Situation brief')} № {number}",
        when="",
        as_of=f"{say('as of')} {spoken_date(as_of, lang)} · {count} {reports}",
        sections=tuple(section for section in sections if section.lines),
        notes=tuple(notebook.notes),
    )


def _highlights(main: Sequence[Incident], notebook: Notebook, say: Translate) -> Section:
    lines = [_highlight(incident, notebook, say) for incident in main[:_MOST_HIGHLIGHTS]]
    if not lines:
        lines = [Line(say("No incident is in the book; that does not mean that all is calm."), ())]
    elif len(main) > _MOST_HIGHLIGHTS:
        lines.append(Line(f"{say('and')} {len(main) - _MOST_HIGHLIGHTS} {say('more')}", ()))
    return Section(say("Highlights"), tuple(lines))


def _highlight(incident: Incident, notebook: Notebook, say: Translate) -> Line:
    """Return one incident in one line: its name, its day, its first figures, and that they are disputed."""
    found = [toll for outcome in _SHOWN_FIRST if (toll := toll_of(incident, outcome)) is not None]
    parts = [spoken_time(incident.time, notebook.language)]
    parts += [
        f"{say(labels.OUTCOMES[toll.outcome])}: {figure(toll, say, notebook.language)}" for toll in found
    ]
    parts.append(say("disputed") if incident.disputes else "")
    text = " · ".join(part for part in parts if part)
    cited = [claim for toll in found for claim in toll.claims]
    return Line(text, notebook.cite(cited), figure=headline(incident, say, notebook.language))


def _changes(
    main: Sequence[Incident], since: str, changes: Sequence[Changed], notebook: Notebook, say: Translate
) -> Section:
    lines: list[Line] = []
    for incident in main:
        told = [change for change in changes if change.incident == incident.id]
        name = headline(incident, say, notebook.language)
        if any(change.about == "title" and change.before is None for change in told):
            lines.append(Line(say("a new incident"), (), figure=name))
        else:
            lines += [replace(line, figure=name) for line in _told(told, notebook, say)]
    title = f"{say('Changed since')} {spoken_date(since, notebook.language)}"
    return Section(title, tuple(lines) or (Line(say("Nothing new was reported."), ()),))


def _told(changes: Sequence[Changed], notebook: Notebook, say: Translate) -> list[Line]:
    """Return the changes of one incident, measures as they are written elsewhere in the brief."""
    named = [
        notebook.claims.get(claim)
        for change in changes
        if change.about == "measure"
        for claim in change.claims
    ]
    lines = [
        Line(
            f"{about_change(change.about, say)}: {change.before or '—'} → {change.after or '—'}",
            notebook.cite(change.claims),
        )
        for change in changes
        if change.about != "measure"
    ]
    return lines + measure_lines([each for each in named if isinstance(each, Measure)], notebook, say)


def about_change(about: str, say: Translate) -> str:
    """Write what a change is about in the language of the brief; what has no word in it stays as it is."""
    terms = {each.value: name for each, name in labels.OUTCOMES.items()}
    terms |= {each.value: name for each, name in labels.GROUPS.items()}
    return ", ".join(say(terms.get(part, part)) for part in about.split(", "))


def _in_force(main: Sequence[Incident], notebook: Notebook, say: Translate, as_of: str) -> Section:
    """Return what holds now: a measure that was lifted later, or has run out, is left out."""
    lines: list[Line] = []
    for incident in main:
        holding = [group for group in by_measure(incident.measures) if holds(group[-1], as_of)]
        lines += grouped_lines(holding, notebook, say)
    return Section(say("Measures in force"), tuple(lines))


def _numbered(position: int, sections: Sequence[Section]) -> list[Section]:
    return [Section(f"{position}. {section.title}", section.lines) for section in sections]
