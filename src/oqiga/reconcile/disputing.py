"""Disputes put into words: what is disputed, who says and who denies what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oqiga.model.incident import Dispute
from oqiga.model.phrase import Phrase, english, phrase
from oqiga.model.terms import Group, Outcome
from oqiga.reconcile.point import Point

LEFT_AGAIN = frozenset({Outcome.HOSPITALIZED, Outcome.MISSING, Outcome.AT_LARGE, Outcome.DISPLACED})
"""States of which later on fewer people are told: let out, found, caught, gone home."""


def dispute_of(subject: Phrase, *, claims: Iterable[str], reasons: Iterable[Phrase]) -> Dispute:
    """Return a dispute; each claim and each reason once, in their order."""
    told = once(reasons)
    return Dispute(
        about=english(subject),
        claims=tuple(dict.fromkeys(claims)),
        why="; ".join(map(english, told)),
        subject=subject,
        reasons=told,
    )


def once(said: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Return phrases without those that say the same again, in their order."""
    told: dict[str, Phrase] = {}
    for each in said:
        told.setdefault(english(each), each)
    return tuple(told.values())


def only_denied(points: Sequence[Point]) -> list[Dispute]:
    """Return the dispute about a figure that no claim stands for, when some deny it."""
    denied = [point for point in points if point.is_denial]
    if not denied:
        return []
    toll = denied[0].toll
    about = about_figure(toll.outcome, toll.group)
    return [dispute_of(about, claims=[p.toll.id for p in denied], reasons=map(denies, denied))]


def about_figure(outcome: Outcome, group: Group) -> Phrase:
    """Name a figure that is disputed."""
    return phrase("about_figure", outcome=outcome.value, group=group.value)


def says(point: Point) -> Phrase:
    """Say who gives which figure."""
    return phrase("says", speaker=point.evidence.speaker, figure=point.figure)


def denies(point: Point) -> Phrase:
    """Say who denies which figure."""
    return phrase("denies", speaker=point.evidence.speaker, figure=point.figure)
