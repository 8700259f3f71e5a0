"""Parts against wholes: what does not add up is named as a dispute, never smoothed over."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from oqiga.model.incident import Dispute, SettledToll
from oqiga.model.moments import latest
from oqiga.model.phrase import joined, phrase
from oqiga.model.terms import Certainty, Counts, Group, Outcome
from oqiga.reconcile.disputing import LEFT_AGAIN, dispute_of
from oqiga.reconcile.evidence import TollEvidence

SAME_BREATH = 160
"""Code points within which "and two more died" adds to a figure of the same report; further on, the total
that leads the report is taken to hold them already."""
DISJOINT = (Group.CIVILIANS, Group.POLICE, Group.MILITARY, Group.ATTACKERS)
"""Groups that share nobody, so that together they cannot be more than all."""
VICTIMS = (Group.CIVILIANS, Group.POLICE, Group.MILITARY)
"""Those of them that are victims: attackers are never counted here."""
_GOING_ON = frozenset({Outcome.DETAINED, Outcome.AT_LARGE, Outcome.EVACUATED, Outcome.DISPLACED})
"""Outcomes that people come to by and by, long after the attack."""
_LEFT_SINCE = LEFT_AGAIN | {Outcome.ABDUCTED}
"""Outcomes that people come out of again: "28 escaped, *leaving 73 in captivity*"."""
PARTS_OF_VICTIMS = frozenset(Group) - {Group.ALL, Group.VICTIMS, Group.ATTACKERS, Group.OTHER}


@dataclass(frozen=True, slots=True)
class Parts:
    """What groups told apart come to, from `low` to `high` (None: open). last: id of the last of them."""

    low: int
    high: int | None
    last: str


def disputes_of_parts(tolls: Sequence[SettledToll]) -> tuple[Dispute, ...]:
    """Return the disputes between totals and parts of one incident."""
    found: list[Dispute] = []
    for outcome in dict.fromkeys(toll.outcome for toll in tolls):
        by_group = {toll.group: toll for toll in tolls if toll.outcome is outcome}
        found.extend(_against_total(outcome, by_group))
        found.extend(_against_victims(outcome, by_group))
    return tuple(found)


def _against_total(outcome: Outcome, by_group: dict[Group, SettledToll]) -> list[Dispute]:
    whole = by_group.get(Group.ALL)
    if whole is None or whole.high is None:
        return []
    parts = [by_group[group] for group in DISJOINT if group in by_group]
    victims = by_group.get(Group.VICTIMS)
    if victims is not None:
        attackers = by_group.get(Group.ATTACKERS)
        parts = [victims] + ([attackers] if attackers else [])
    attacked = [part for part in parts if part.group is not Group.ATTACKERS]
    if sum(part.low for part in attacked) == whole.best:
        parts = attacked  # attackers are left out of a total that holds just those whom they attacked
    return _too_many(outcome, whole, parts) or [
        dispute
        for group, part in by_group.items()
        if group is not Group.ALL and (part in parts or group not in DISJOINT)
        for dispute in _too_many(outcome, whole, [part])
    ]


def _against_victims(outcome: Outcome, by_group: dict[Group, SettledToll]) -> list[Dispute]:
    whole = by_group.get(Group.VICTIMS)
    if whole is None or whole.high is None:
        return []
    parts = [by_group[group] for group in VICTIMS if group in by_group]
    return _too_many(outcome, whole, parts)


def _too_many(outcome: Outcome, whole: SettledToll, parts: Sequence[SettledToll]) -> list[Dispute]:
    together = sum(part.low for part in parts)
    if whole.high is None or together <= whole.high or _of_another_time(whole, parts):
        return []
    named = joined(phrase("part", count=part.low, group=part.group.value) for part in parts)
    beyond = "more_than_all" if whole.group is Group.ALL else "more_than_victims"
    return [
        dispute_of(
            phrase("about_parts", outcome=outcome.value),
            claims=[*whole.claims, *(claim for part in parts for claim in part.claims)],
            reasons=[phrase(beyond, parts=named, total=whole.high)],
        )
    ]


def _of_another_time(whole: SettledToll, parts: Sequence[SettledToll]) -> bool:
    """Tell whether a total is only older than its parts, as more were arrested since, or of another time
    than those of whom some got away or were found.
    """
    if whole.as_of is None:
        return False
    told = latest(whole.as_of)
    dates = [latest(part.as_of) for part in parts if part.as_of is not None]
    grown = whole.outcome in _GOING_ON and any(each > told for each in dates)
    return grown or (whole.outcome in _LEFT_SINCE and any(each != told for each in dates))


def parts_before(evidence: Sequence[TollEvidence], struck: Container[str] = ()) -> dict[str, Parts]:
    """Return what a report counted group by group before it added to everyone, by id of what it added.

    "Killing *six policemen*. Two other people died": the two come on top of the six. struck: ids of claims
    that an analyst struck; nothing comes on top of them, nor of what is denied.
    """
    found: dict[str, Parts] = {}
    kept = [
        each
        for each in evidence
        if each.claim.id not in struck and each.claim.certainty is not Certainty.DENIED
    ]
    for each in evidence:
        if each.claim.counts is not Counts.ADDITIONAL or each.claim.group is not Group.ALL:
            continue
        told = [
            other.claim
            for other in kept
            if other.report.id == each.report.id
            and other.claim.outcome is each.claim.outcome
            and other.claim.group in DISJOINT
            and other.claim.counts in (Counts.TOTAL, Counts.UNKNOWN)
            and other.claim.span.start < each.claim.span.start <= other.claim.span.end + SAME_BREATH
        ]
        last = {claim.group: claim for claim in told}
        if last:
            exact = all(claim.high is not None for claim in last.values())
            high = sum(claim.high or 0 for claim in last.values()) if exact else None
            found[each.claim.id] = Parts(sum(claim.low for claim in last.values()), high, told[-1].id)
    return found


def everybody(tolls: Sequence[SettledToll], outcome: Outcome) -> SettledToll | None:
    """Return the figure of everybody with that outcome, None when nobody gave one.

    The most that there can be ("up to 10") is none where any group of them is counted.
    """
    found = [toll for toll in tolls if toll.outcome is outcome]
    whole = next((toll for toll in found if toll.group is Group.ALL), None)
    return None if whole is not None and whole.at_most and len(found) > 1 else whole


def people(tolls: Sequence[SettledToll], outcome: Outcome = Outcome.KILLED) -> int | None:
    """Return the best figure for everyone with that outcome, attackers included; None when nothing is said.

    Without a total it is what the parts surely come to: victims or their disjoint parts, plus attackers.
    """
    best = {toll.group: toll.best for toll in tolls if toll.outcome is outcome}
    if not best:
        return None
    if (whole := everybody(tolls, outcome)) is not None:
        return whole.best
    victims = best.get(Group.VICTIMS, sum(best.get(group, 0) for group in VICTIMS))
    largest = max((value for group, value in best.items() if group in PARTS_OF_VICTIMS), default=0)
    return max(victims, largest, best.get(Group.OTHER, 0)) + best.get(Group.ATTACKERS, 0)
