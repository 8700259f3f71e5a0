"""One number of killed and injured from the claims of one report: everybody hit in the main incident.

Counts that the report gives ("two people were shot") meet people told one by one ("a man died; the second
victim, a woman, …"). Descriptions that may mean one person are one person; a person first injured and
later dead is dead; the dead are taken off a number that counts everybody hit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from oqiga.evaluate.kits.shootings_people import (
    described,
    hurt_otherwise,
    may_be,
    people_told,
    settling_words,
    surely_one,
    words_of,
)
from oqiga.model.claims import Claim, Toll
from oqiga.model.terms import Certainty, Counts, Group, Outcome

_HARMED = (Outcome.INJURED, Outcome.HOSPITALIZED)


def settle(claims: Sequence[Claim], sums: Collection[str] = ()) -> tuple[int, int]:
    """Return how many were killed and how many injured in the main incident.

    sums: ids of tolls that sum up several incidents, each of which is told of further down.
    """
    tolls = _of_main_incident(claims)
    if any(toll.id in sums for toll in tolls[:1]):
        tolls = _of_first_told(_of_main_incident([claim for claim in claims if claim.id not in sums]))
    tolls = [toll for toll in tolls if _single(toll) or not hurt_otherwise(toll)]
    people = [person for person in people_told([toll for toll in tolls if _single(toll)]) if person.counted]
    dead = sum(person.killed for person in people)
    told_killed = _told([toll for toll in tolls if toll.outcome is Outcome.KILLED])
    killed = dead if told_killed is None else told_killed
    harmed_told = [toll for toll in tolls if toll.outcome in _HARMED]
    apart = [toll for toll in harmed_told if not _hit(toll)]
    surviving = _told(apart)
    everybody = _told([toll for toll in harmed_told if _hit(toll)]) or 0
    if surviving is not None:
        first = next(toll for toll in apart if toll.counts is Counts.TOTAL)
        carried = first.outcome is Outcome.HOSPITALIZED  # "two others were taken to a hospital" of five shot
        return killed, max(surviving, everybody - killed) if carried else surviving
    living = max(len(people) - dead - max(killed - dead, 0), 0)
    if everybody > 1:
        living = min(living, max(everybody - killed, 0))
    return killed, max(everybody - killed, living)


def _of_main_incident(claims: Iterable[Claim]) -> list[Toll]:
    tolls = [
        claim
        for claim in claims
        if isinstance(claim, Toll)
        and not claim.background
        and not _doubted(claim)
        and claim.superseded_by is None
        and claim.low > 0
        and claim.outcome in (Outcome.KILLED, *_HARMED)
    ]
    incidents = [toll.incident for toll in tolls if toll.incident is not None]
    main = {*incidents[:1], None}
    while further := {
        toll.incident for toll in tolls if toll.incident not in main and _goes_on(toll.incident, tolls, main)
    }:
        main |= further
    told = [toll for toll in tolls if toll.incident in main]
    reach = settling_words()["reach"]
    if told and told[0].span.start > settling_words()["deepest"]:
        return []
    return [toll for toll in told if toll.span.start < told[0].span.start + reach]


def _of_first_told(tolls: Sequence[Toll]) -> list[Toll]:
    """Return what is told of the people named first: in one clause with them, or again of one of them."""
    first = [toll for toll in tolls if toll.span.overlaps(tolls[0].span)]
    told = [described(toll) for toll in first if _single(toll)]
    return [
        toll
        for toll in tolls
        if toll in first or (_single(toll) and any(may_be(person, described(toll)) for person in told))
    ]


def _goes_on(incident: str | None, tolls: Sequence[Toll], main: Collection[str | None]) -> bool:
    """Tell whether an incident is only more of the main one: it tells again of one person, names no other."""
    told = [described(toll) for toll in tolls if toll.incident in main and _single(toll)]
    here = [described(toll) for toll in tolls if toll.incident == incident and _single(toll)]
    known = {name for person in told for name in person.names}
    new = any(person.names and not person.names & known for person in here)
    return not new and any(surely_one(person, other) for person in here for other in told)


def _doubted(toll: Toll) -> bool:
    """Tell whether it is denied or unclear, or somebody nobody knows may have been hit."""
    if toll.certainty in (Certainty.DENIED, Certainty.UNCLEAR):
        return True
    nobody_known = set(map(str.lower, words_of(toll.group_text))) <= set(settling_words()["unknown"])
    return toll.certainty is Certainty.SUSPECTED and nobody_known


def _single(toll: Toll) -> bool:
    return toll.low == 1 and toll.high == 1 and toll.counts is not Counts.SUBSET


def _hit(toll: Toll) -> bool:
    """Tell whether a number may count the dead too: people shot or taken to a hospital, no "others"."""
    words = {word.lower() for word in words_of(toll.quote)}
    lists = settling_words()
    if words & set(lists["besides"]):
        return False
    if toll.outcome is Outcome.HOSPITALIZED or words & set(lists["wounds"]):
        return True
    return bool(words & set(lists["hit"])) and not words & set(lists["survived"])


def _told(tolls: Sequence[Toll]) -> int | None:
    """Return the first count: of one claim, or of claims on different groups in one clause."""
    for toll in tolls:
        if toll.counts is not Counts.TOTAL:
            continue
        beside = [
            other
            for other in tolls
            if other is not toll
            and other.counts is not Counts.SUBSET
            and (_beside(other.group, toll.group) or _one_and_others(other, toll))
            and other.outcome is toll.outcome
            and other.span.overlaps(toll.span)
        ]
        return toll.low + sum(other.low for other in beside)
    return None


def _one_and_others(one: Toll, others: Toll) -> bool:
    """Tell whether one person stands before others in a clause: "she and three others were shot"."""
    words = {word.lower() for word in words_of(others.group_text)}
    return (
        _single(one) and one.span.start < others.span.start and bool(words & set(settling_words()["besides"]))
    )


def _beside(group: Group, other: Group) -> bool:
    """Tell whether claims on two groups add up: no group and everybody, but people and an attacker."""
    groups = {group, other}
    return len(groups) == 2 and (Group.ALL not in groups or Group.ATTACKERS in groups)
