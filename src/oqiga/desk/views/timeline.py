"""The timeline of an incident in the reader's language, built from the claims behind each entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from oqiga.desk.views.figures import value_of
from oqiga.desk.views.words import short, spoken
from oqiga.model.claims import Blame, Claim, Event, Measure, Toll
from oqiga.model.incident import Incident
from oqiga.model.terms import Basis, Certainty, Group
from oqiga.publish import labels
from oqiga.publish.words import Translate

_CLOCK = re.compile(r"T(\d\d:\d\d)")
_AT_ONCE = 8
"""Entries of a day that are shown without asking."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry. kind: of the claim it tells; at: moment, "" if unknown; when: the moment in words.

    clock: hour and minute, "" when only the day is known.
    """

    at: str
    when: str
    clock: str
    kind: str
    text: str
    who: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of one day. rest: those beyond the first few."""

    label: str
    first: tuple[Step, ...]
    rest: tuple[Step, ...]


def days_of(
    incident: Incident, claims: Mapping[str, Claim], say: Translate, lang: str, speakers: Mapping[str, str]
) -> list[Day]:
    """Return the timeline by day, each in its own time zone."""
    days: dict[str, list[Step]] = {}
    for step in _steps(incident, claims, say, lang, speakers):
        days.setdefault(step.at[:10], []).append(step)
    return [
        Day(spoken(day, lang) or say("time unknown"), tuple(steps[:_AT_ONCE]), tuple(steps[_AT_ONCE:]))
        for day, steps in days.items()
    ]


def _steps(
    incident: Incident, claims: Mapping[str, Claim], say: Translate, lang: str, speakers: Mapping[str, str]
) -> list[Step]:
    """Return the timeline; entries whose claims are not at hand keep their own words."""
    steps = []
    for entry in incident.timeline:
        claim = next((claims[each] for each in entry.claims if each in claims), None)
        text = claim_words(claim, say) if claim is not None else short(entry.what)
        names = dict.fromkeys(speakers[each] for each in entry.claims if each in speakers)
        who = short(", ".join(list(names)[:2]), 80)
        kind = claim.kind if claim is not None else "event"
        when = spoken(entry.at, lang) or say("time unknown")
        clock = found[1] if (found := _CLOCK.search(entry.at or "")) else ""
        steps.append(Step(entry.at or "", when, clock, kind, text, who, entry.claims))
    return steps


def claim_words(claim: Claim, say: Translate) -> str:
    """Say in a few words what a claim claims."""
    if isinstance(claim, Toll):
        group = "" if claim.group is Group.ALL else f", {say(labels.GROUPS[claim.group])}"
        denied = f" ({say('denied')})" if claim.certainty is Certainty.DENIED else ""
        return f"{say(labels.OUTCOMES[claim.outcome])}{group}: {value_of(claim.low, claim.high)}{denied}"
    if isinstance(claim, Event):
        where = f", {short(claim.places[0].name, 50)}" if claim.places else ""
        stage = "" if claim.stage.value == "accomplished" else f" ({say(labels.STAGES[claim.stage])})"
        stage = f" ({say('denied')})" if claim.certainty is Certainty.DENIED else stage
        return f"{say(labels.EVENTS[claim.type])}{where}{stage}"
    if isinstance(claim, Measure):
        level = f" “{short(claim.level, 30)}”" if claim.level else ""
        where = f", {short(claim.places[0].name, 50)}" if claim.places else ""
        return f"{say(labels.MEASURES[claim.type])}{level}{where}: {say(labels.STATUSES[claim.status])}"
    if isinstance(claim, Blame):
        basis = say(labels.BASES[claim.basis])
        return basis if claim.basis is Basis.UNCLAIMED else f"{short(claim.perpetrator or '—', 80)}: {basis}"
    speaker = f"{short(claim.speaker, 60)}: " if claim.speaker else ""
    return f"{speaker}“{short(claim.words, 140)}”"
