"""Templates from claims alone: what the patterns give where the trained files are not installed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oqiga.model.claims import Claim, Event
from oqiga.model.span import Span
from oqiga.model.terms import EventType, ParticipantKind
from oqiga.read.templates.candidates import plain, trimmed
from oqiga.read.templates.filled import Filler, Template

TEMPLATE_TYPES = {
    EventType.ARMED_ATTACK: "attack",
    EventType.ASSASSINATION: "attack",
    EventType.GUNFIRE: "attack",
    EventType.SHELLING: "attack",
    EventType.AIR_STRIKE: "attack",
    EventType.STABBING: "attack",
    EventType.SABOTAGE: "attack",
    EventType.BOMBING: "bombing",
    EventType.SUICIDE_BOMBING: "bombing",
    EventType.ABDUCTION: "kidnapping",
    EventType.HOSTAGE_TAKING: "kidnapping",
    EventType.ARSON: "arson",
    EventType.ROBBERY: "robbery",
}
"""Types of events and the type of template each belongs to."""

_PERSONS = {ParticipantKind.PERSON, ParticipantKind.GROUP}


def templates_from(claims: Sequence[Claim], text: str) -> tuple[Template, ...]:
    """Return one template for each type of event that a report tells of, background left out."""
    filled: dict[str, dict[tuple[str, str], Filler]] = {}
    for claim in claims:
        if isinstance(claim, Event) and claim.type in TEMPLATE_TYPES and not claim.background:
            kept = filled.setdefault(TEMPLATE_TYPES[claim.type], {})
            for filler in _fillers(claim, text):
                kept.setdefault((filler.role, filler.text), filler)
    return tuple(Template(kind, tuple(fillers.values())) for kind, fillers in filled.items() if fillers)


def _fillers(event: Event, text: str) -> Iterable[Filler]:
    for each in event.perpetrators:
        yield from _filler("organization" if each.kind not in _PERSONS else "perpetrator", each.span, text)
    for each in event.targets:
        role = "victim" if each.kind is ParticipantKind.PERSON else "target"
        yield from _filler(
            "victim_description" if each.kind is ParticipantKind.GROUP else role, each.span, text
        )
    for weapon in event.weapons:
        yield from _filler("weapon", weapon.span, text)


def _filler(role: str, span: Span, text: str) -> Iterable[Filler]:
    kept = trimmed(text, span, numbers=role != "perpetrator")
    if kept is not None:
        yield Filler(role, plain(kept.of(text)), kept, 0.0)
