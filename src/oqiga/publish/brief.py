"""The brief: what a person needs of incidents, each line followed by the words it rests on.

A `Brief` is plain text in structure; `brief_text` turns it into terminal text, Markdown or HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from oqiga.model.record import Record
from oqiga.model.report import Report
from oqiga.publish.brief_parts import sections_of
from oqiga.publish.brief_sections import background_section, headline, loose_section
from oqiga.publish.dossier import Dossier, dossier_of_records
from oqiga.publish.notebook import Brief, Notebook, Section, last_published
from oqiga.publish.phrases import warned
from oqiga.publish.words import Translate, spoken_date, spoken_time, translator


def brief_of_record(record: Record, *, lang: str = "en") -> Brief:
    """Return the brief of one report."""
    return make_brief(
        dossier_of_records([record]),
        reports=[record.report],
        relevant=record.relevant,
        warnings=record.warnings,
        lang=lang,
    )


def make_brief(
    dossier: Dossier,
    *,
    reports: Sequence[Report],
    relevant: bool = True,
    warnings: Sequence[str] = (),
    warned_of: Mapping[str, Sequence[str]] = MappingProxyType({}),
    lang: str = "en",
) -> Brief:
    """Return the brief of a dossier's incidents, in their order, those of the background last.

    reports: that were looked at, also those without a claim. warned_of: by id of one of several reports, what
    the reader warned of; it stands behind the outlet's name.
    """
    say = translator(lang)
    notebook = Notebook(dossier.claims, dossier.report_of, lang, last_published(reports))
    main = [each for each in dossier.incidents if not each.background]
    sections: list[Section] = []
    for position, incident in enumerate(main):
        parts = dossier.parts_of(incident)
        sections.extend(sections_of(incident, parts, notebook, say, named=position > 0))
    sections.append(loose_section(dossier.loose, notebook, say))
    background = [each for each in dossier.incidents if each.background]
    sections.append(background_section(background, notebook, say))
    return Brief(
        title=headline(main[0], say, lang) if main else _untitled(reports, relevant, say),
        when=spoken_time(main[0].time, lang) if main else "",
        as_of=_as_of(reports, say, lang),
        sections=tuple(section for section in sections if section.lines),
        notes=tuple(notebook.notes),
        warnings=(*(warned(warning, say) for warning in warnings), *_warned(reports, warned_of, say)),
    )


def _warned(
    reports: Sequence[Report], warned_of: Mapping[str, Sequence[str]], say: Translate
) -> Iterator[str]:
    for report in reports:
        for warning in warned_of.get(report.id, ()):
            yield f"{report.publisher or report.id}: {warned(warning, say)}"


def _untitled(reports: Sequence[Report], relevant: bool, say: Translate) -> str:
    title = next((report.title for report in reports if report.title), None)
    verdict = say("no incident in this report") if relevant else say("not about violence; left unread")
    return f"{title}: {verdict}" if title else verdict[:1].upper() + verdict[1:]


def _as_of(reports: Sequence[Report], say: Translate, lang: str) -> str:
    last = last_published(reports)
    moment = f"{say('as of')} {spoken_date(last, lang)}" if last else say("publication time unknown")
    credits = list(dict.fromkeys(name for report in reports for name in report.credits))
    count = f"{len(reports)} {say('report') if len(reports) == 1 else say('reports')}"
    credited = f" ({say('credited')}: {', '.join(credits)})" if credits else ""
    return f"{moment} · {count}{credited}"
