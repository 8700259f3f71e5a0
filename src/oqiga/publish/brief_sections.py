"""The sections of a brief, one function each: figures, disputes, blame, measures, statements, background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from oqiga.model.claims import Blame, Claim, Measure, Source, Statement
from oqiga.model.incident import Incident
from oqiga.model.terms import Basis, Certainty, MeasureStatus, PlacePrecision
from oqiga.publish import labels
from oqiga.publish.brief_events import event_lines
from oqiga.publish.brief_tolls import figure, toll_lines
from oqiga.publish.levels import level_in_words
from oqiga.publish.notebook import Line, Notebook, Section
from oqiga.publish.phrases import about_of, why_of
from oqiga.publish.words import (
    Translate,
    country_called,
    place_called,
    spoken_date,
    spoken_time,
)
from oqiga.reconcile.blamed import by_body, called, surest, tellers
from oqiga.reconcile.measures import by_measure, place_of, standing

_MOST_STATEMENTS = 8
_FRAGMENT = 6
"""Quoted words, at most, that are no statement when they begin inside a sentence."""
_NAMED = 3
"""Words, at most, of what somebody only condemned or mourned."""
_MOST_SPEAKERS = 2


def headline(incident: Incident, say: Translate, lang: str) -> str:
    """Return what the incident is called: its own title in English, kind, place and day elsewhere.

    A site has the name that a report wrote, in its own language: the town is told, or what is beyond.
    """
    if lang == "en":
        return incident.title
    day = spoken_time(incident.time, lang)
    return ", ".join(part for part in (_kind_and_place(incident, say, lang), day) if part)


def _kind_and_place(incident: Incident, say: Translate, lang: str) -> str:
    kind = say(labels.EVENTS[incident.type])
    for precision in (PlacePrecision.CITY, PlacePrecision.DISTRICT, PlacePrecision.REGION):
        for place in incident.places:
            if place.precision is precision:
                return f"{kind}: {place.name}"
    country = next((place.country for place in incident.places if place.country), None)
    return f"{kind}: {country_called(country, lang)}" if country else kind


def incident_sections(
    incident: Incident, notebook: Notebook, say: Translate, *, named: bool
) -> list[Section]:
    """Return the sections of one main incident; named: put its name before its figures."""
    known = say("Known") if not named else f"{say('Known')}: {headline(incident, say, notebook.language)}"
    return [
        Section(
            known,
            (*event_lines(incident, notebook, say), *toll_lines(incident.tolls, notebook, say)),
        ),
        Section(say("Disputed"), tuple(_dispute_lines(incident, notebook))),
        Section(say("Who is blamed"), tuple(_blame_lines(incident.blame, notebook, say))),
        Section(say("What the authorities did"), tuple(measure_lines(incident.measures, notebook, say))),
        Section(say("What was said"), tuple(_statement_lines(incident.statements, notebook))),
    ]


def background_section(incidents: Sequence[Incident], notebook: Notebook, say: Translate) -> Section:
    """Return earlier and other events, which count nowhere else."""
    lines = []
    for incident in incidents:
        figures = [
            f"{say(labels.OUTCOMES[toll.outcome])} {figure(toll, say, notebook.language)}"
            for toll in incident.tolls
        ]
        when = spoken_time(incident.time, notebook.language)
        cited = [claim for toll in incident.tolls for claim in toll.claims]
        cited += [entry for each in incident.timeline for entry in each.claims]
        tail = f", {', '.join(figures)}" if figures else ""
        lines.append(
            Line(
                f"{when + ': ' if when else ''}{headline(incident, say, notebook.language)}{tail}",
                notebook.cite(cited),
            )
        )
    return Section(say("Background, not counted above"), tuple(lines))


def loose_section(claims: Sequence[Claim], notebook: Notebook, say: Translate) -> Section:
    """Return what the report says that is tied to no incident."""
    lines: list[Line] = []
    lines += measure_lines([claim for claim in claims if isinstance(claim, Measure)], notebook, say)
    lines += _blame_lines([claim for claim in claims if isinstance(claim, Blame)], notebook, say)
    lines += _statement_lines([claim for claim in claims if isinstance(claim, Statement)], notebook)
    return Section(say("Also reported"), tuple(lines))


def _dispute_lines(incident: Incident, notebook: Notebook) -> list[Line]:
    lang = notebook.language
    return [
        Line(f"{about_of(each, lang)}: {why_of(each, lang)}", notebook.cite(each.claims))
        for each in incident.disputes
    ]


def _blame_lines(blames: Sequence[Blame], notebook: Notebook, say: Translate) -> list[Line]:
    """Return one line for each body and ground: how it is called most often, and who says so."""
    lines = []
    for group in by_body(blames):
        basis = say(labels.BASES[group[0].basis])
        text = basis if group[0].basis is Basis.UNCLAIMED else f"{called(group) or '—'}: {basis}"
        names = ", ".join(tellers(group)[:_MOST_SPEAKERS])
        doubt = _doubt(surest(group), say)
        lines.append(
            Line(f"{text}{f' · {names}' if names else ''}{doubt}", notebook.cite([each.id for each in group]))
        )
    return lines


def measure_lines(measures: Sequence[Measure], notebook: Notebook, say: Translate) -> list[Line]:
    """Return one line per measure and place: the state it came to last, and those it was in before."""
    return grouped_lines(by_measure(measures), notebook, say)


def grouped_lines(groups: Sequence[Sequence[Measure]], notebook: Notebook, say: Translate) -> list[Line]:
    """Return one line for each group of claims about one measure, as `by_measure` gives them."""
    lines = []
    for group in groups:
        last = group[-1]
        level = level_in_words(last, notebook.language)
        what = " ".join(part for part in (say(labels.MEASURES[last.type]), level) if part)
        place = place_of(group)
        where = f", {place_called(place, notebook.language)}" if place else ""
        named = next((each.issuer for each in reversed(group) if each.issuer), "")
        # "Kazakhstan will hold a day of mourning"
        issuer = f", {named}" if named and (place is None or named != place.name) else ""
        states = states_before(group, say)
        earlier = f" · {say('earlier')} {', '.join(states)}" if states else ""
        state = say(labels.STANDINGS[standing(last, notebook.moment)])
        status = " · ".join(part for part in (state, period_of(group, say, notebook.language)) if part)
        lines.append(
            Line(
                f"{what}{where}{issuer} · {status}{earlier}{_by(last.said_by, last.certainty, say)}",
                notebook.cite([each.id for each in group]),
            )
        )
    return lines


def period_of(group: Sequence[Measure], say: Translate, lang: str) -> str:
    """Return the days on which a measure holds, as far as its claims tell; one day alone is told once.

    Its first day as it was told first, its last as it was told last: it may have been extended.
    """
    start = next((each.valid_from for each in group if each.valid_from), None)
    lifted = group[-1].status is MeasureStatus.LIFTED  # not on the day till which it had been extended
    ends = group[-1:] if lifted else reversed(group)
    until = next((each.valid_until for each in ends if each.valid_until), None)
    first, last = (spoken_date(each, lang) if each else "" for each in (start, until))
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first and not lifted:
        return say("from {}").format(first)
    return say("until {}").format(last) if last else ""


def states_before(
    group: Sequence[Measure], say: Translate, *, shown: Callable[[str], str] = str
) -> list[str]:
    """Return in words the states a measure was in before its last, each once whatever its capitals.

    shown: how a level, which are words of a report, is written.
    """

    def state(measure: Measure) -> str:
        level = f"“{shown(measure.level)}” " if measure.level else ""
        return level + say(labels.STATUSES[measure.status])

    states = {state(each).casefold(): state(each) for each in group}
    states.pop(state(group[-1]).casefold())
    return list(states.values())


def _statement_lines(statements: Sequence[Statement], notebook: Notebook) -> list[Line]:
    told = [each for each in statements if not _is_fragment(each)]
    quoted = sorted(told, key=lambda each: not each.direct)[:_MOST_STATEMENTS]
    lines = []
    for statement in quoted:
        words = f"“{statement.words}”" if statement.direct else statement.words
        who = ", ".join(part for part in (statement.speaker, statement.role, statement.channel) if part)
        lines.append(Line(f"{words} — {who}" if who else words, notebook.cite([statement.id])))
    return lines


def _is_fragment(statement: Statement) -> bool:
    """Tell whether a few words from inside a sentence are all there is: "a cowardly act", "the victims"."""
    words = statement.words
    return words[:1].islower() and len(words.split()) <= (_FRAGMENT if statement.direct else _NAMED)


def _by(said_by: Sequence[Source], certainty: Certainty, say: Translate) -> str:
    names = f" · {said_by[0].name}" if said_by else ""
    return names + _doubt(certainty, say)


def _doubt(certainty: Certainty, say: Translate) -> str:
    return "" if certainty is Certainty.STATED else f" · {say(labels.CERTAINTIES[certainty])}"
