"""The timeline of an incident in the reader's language, built from the claims behind each entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oqiga.desk.views.figures import value_of
from oqiga.desk.views.words import short, spoken
from oqiga.model.claims import Blame, Claim, Event, Measure, Toll
from oqiga.model.incident import Incident
from oqiga.model.terms import Basis, Group
from oqiga.publish import labels
from oqiga.publish.words import Translate


@dataclass(frozen=True, slots=True)
class Step:
    """One entry. kind: of the claim it tells; at: moment, "" if unknown."""

    at: str
    when: str
    kind: str
    text: str
    who: str
    claims: tuple[str, ...]


def steps_of(incident: Incident, claims: Mapping[str, Claim], say: Translate, lang: str) -> list[Step]:
    """Return the timeline; entries whose claims are not at hand keep their own words."""
    steps = []
    for entry in incident.timeline:
        claim = next((claims[each] for each in entry.claims if each in claims), None)
        text = claim_words(claim, say) if claim is not None else short(entry.what)
        who = short(claim.said_by[0].name, 60) if claim is not None and claim.said_by else ""
        kind = claim.kind if claim is not None else "event"
        when = spoken(entry.at, lang) or say("time unknown")
        steps.append(Step(entry.at or "", when, kind, text, who, entry.claims))
    return steps


def claim_words(claim: Claim, say: Translate) -> str:
    """Say in a few words what a claim claims."""
    if isinstance(claim, Toll):
        group = "" if claim.group is Group.ALL else f", {say(labels.GROUPS[claim.group])}"
        return f"{say(labels.OUTCOMES[claim.outcome])}{group}: {value_of(claim.low, claim.high)}"
    if isinstance(claim, Event):
        where = f", {short(claim.places[0].name, 50)}" if claim.places else ""
        stage = "" if claim.stage.value == "accomplished" else f" ({say(labels.STAGES[claim.stage])})"
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
