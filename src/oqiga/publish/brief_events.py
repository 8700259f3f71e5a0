"""What happened, in a brief: the kind of event, who did it with what, and who says so, with their words."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.claims import Event
from oqiga.model.incident import Incident
from oqiga.model.moments import instant
from oqiga.model.terms import Certainty, Stage
from oqiga.publish import labels
from oqiga.publish.notebook import Line, Notebook
from oqiga.publish.words import Translate
from oqiga.reconcile.portrait import is_latin

_MOST_NAMED = 2
_MOST_CITED = 2


def event_lines(incident: Incident, notebook: Notebook, say: Translate) -> list[Line]:
    """Return the line of what happened; none where no report tells it as an event of its own.

    Those who attacked and their weapons have the names that reports give them, those in the reader's letters
    where there are any.
    """
    told = _told(incident, notebook)
    if not told:
        return []
    kind = say(labels.EVENTS[incident.type])
    stage = "" if incident.stage is Stage.ACCOMPLISHED else f", {say(labels.STAGES[incident.stage])}"
    doers = _readable([each.name for each in incident.perpetrators], notebook.language)
    arms = _readable([each.name for each in incident.weapons], notebook.language)
    named = [
        f"{say('attackers')}: {', '.join(doers)}" if doers else "",
        f"{say('Weapons').lower()}: {', '.join(arms)}" if arms else "",
    ]
    said = [each for each in told if each.certainty is not Certainty.DENIED] or told
    source = _source(said, notebook)
    if source and any(named):  # behind those who attacked a bare name would read as one of them
        source = f"{say('Source').lower()}: {source}"
    parts = [*named, source, _doubt(said, say), _denial(told, say) if said != told else ""]
    text = " · ".join(part for part in parts if part)
    against = [each.id for each in told if each.certainty is Certainty.DENIED][:_MOST_CITED]
    cited = notebook.cite([*(each.id for each in said[:_MOST_CITED]), *against])
    return [Line(text, cited, say("what happened"), f"{kind[:1].lower()}{kind[1:]}{stage}")]


def _told(incident: Incident, notebook: Notebook) -> list[Event]:
    """Return the events that tell the incident, of its type where any is, those told first leading."""
    ids = dict.fromkeys(id for entry in incident.timeline for id in entry.claims)
    events = [claim for id in ids if isinstance(claim := notebook.claims.get(id), Event)]
    events.sort(key=lambda each: _told_at(each, notebook))
    main = [each for each in events if not each.background] or events
    return [each for each in main if each.type is incident.type] or main


def _told_at(event: Event, notebook: Notebook) -> str:
    """Return when an event was told, to sort by; what nobody dates comes last, in the order it has."""
    report = notebook.report_of.get(event.id)
    return instant(report.published) if report is not None and report.published else "~"


def _readable(names: Sequence[str], language: str) -> list[str]:
    own = [name for name in names if is_latin(name) == (language == "en")]
    return list(own or names)[:_MOST_NAMED]


def _source(told: Sequence[Event], notebook: Notebook) -> str:
    """Return who says so first: the source named, else the outlet."""
    if told[0].said_by:
        return told[0].said_by[0].name
    report = notebook.report_of.get(told[0].id)
    return (report.publisher if report is not None else None) or ""


def _doubt(told: Sequence[Event], say: Translate) -> str:
    """Return how sure it is, where nobody simply states it: what most events tell."""
    sure = [each.certainty for each in told]
    least = max(sure, key=lambda each: (sure.count(each), -sure.index(each)))
    stated = any(each is Certainty.STATED for each in sure)
    return "" if stated else say(labels.CERTAINTIES[least])


def _denial(told: Sequence[Event], say: Translate) -> str:
    """Return who denies that it happened, where a source is named."""
    denied = [each for each in told if each.certainty is Certainty.DENIED]
    names = dict.fromkeys(each.said_by[0].name for each in denied if each.said_by)
    return f"{say('denied')}: {', '.join(list(names)[:_MOST_NAMED])}" if names else ""
