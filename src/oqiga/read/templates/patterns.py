"""What the patterns of the reader say fills each role, from the claims of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from oqiga.model.claims import Blame, Claim, Event, Toll
from oqiga.model.span import Span
from oqiga.read.templates.candidates import plain, trimmed


def named_in(claims: Iterable[Claim], text: str) -> Mapping[str, frozenset[str]]:
    """Return, by role, the strings that claims name for it, in plain letters and without articles.

    Roles: perpetrator, target, weapon, toll (whoever the people are that a toll counts).
    """
    found: dict[str, set[str]] = {"perpetrator": set(), "target": set(), "weapon": set(), "toll": set()}
    for claim in claims:
        if isinstance(claim, Event):
            found["perpetrator"] |= {_string(text, each.span) for each in claim.perpetrators}
            found["target"] |= {_string(text, each.span) for each in claim.targets}
            found["weapon"] |= {_string(text, each.span) for each in claim.weapons}
        elif isinstance(claim, Blame) and claim.perpetrator:
            found["perpetrator"].add(plain(claim.perpetrator))
        elif isinstance(claim, Toll) and claim.group_text:
            found["toll"].add(plain(claim.group_text))
    return {role: frozenset(strings - {""}) for role, strings in found.items()}


def _string(text: str, span: Span) -> str:
    kept = trimmed(text, span, numbers=True)
    return plain(kept.of(text)) if kept else ""
