"""What is denied to have happened at all: a rumour, or a dispute between those who tell it and an office."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.claims import Event
from oqiga.model.incident import Dispute
from oqiga.model.phrase import phrase
from oqiga.model.terms import Certainty, EventType
from oqiga.reconcile.disputing import dispute_of
from oqiga.reconcile.evidence import Evidence
from oqiga.reconcile.policies import OFFICE, PART, tier

EventEvidence = Evidence[Event]


def is_denied(events: Sequence[EventEvidence]) -> bool:
    """Tell whether everything that was told to have happened is denied, or no more than a rumour that an
    office denies: told by those who see a part, as residents do, or as hearsay.
    """
    denied, told = _parted(events)
    if not denied or not told:
        return bool(denied)
    return any(_by_office(each) for each in denied) and all(map(_is_rumour, told))


def disputes_of_event(events: Sequence[EventEvidence], chosen: EventType) -> tuple[Dispute, ...]:
    """Return the dispute whether it happened, where some tell it and an office denies it; at most one.

    chosen: the type that the incident goes by; that something else happened beside it is another matter. An
    office that says outright, later than the last denial, that it did happen settles it.
    """
    about = [each for each in events if not each.claim.background and each.claim.type is chosen]
    denied, told = _parted(about)
    denied = [each for each in denied if _by_office(each)]
    if not denied or not told:
        return ()
    last = max(each.order for each in denied)
    if any(_by_office(each) and _outright(each) and each.order > last for each in told):
        return ()
    reasons = [phrase("tells_of_it", speaker=each.speaker) for each in told]
    reasons += [phrase("denies_it", speaker=each.speaker) for each in denied]
    return (
        dispute_of(
            phrase("about_event", type=chosen.value),
            claims=[each.claim.id for each in (*told, *denied)],
            reasons=reasons,
        ),
    )


def _parted(events: Sequence[EventEvidence]) -> tuple[list[EventEvidence], list[EventEvidence]]:
    denied = [each for each in events if each.claim.certainty is Certainty.DENIED]
    return denied, [each for each in events if each.claim.certainty is not Certainty.DENIED]


def _by_office(evidence: EventEvidence) -> bool:
    return tier(evidence.kind) == OFFICE


def _outright(evidence: EventEvidence) -> bool:
    return evidence.claim.certainty is Certainty.STATED


def _is_rumour(evidence: EventEvidence) -> bool:
    return tier(evidence.kind) == PART or not (_outright(evidence) or _by_office(evidence))
