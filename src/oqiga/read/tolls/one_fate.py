"""One fate for each of those told: of two outcomes that mean the same people only the graver counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oqiga.model.terms import Outcome
from oqiga.read.tolls.draft import Draft
from oqiga.read.tolls.people import People

_LIGHTER = frozenset({Outcome.INJURED, Outcome.MISSING, Outcome.INVOLVED, Outcome.HOSPITALIZED})
"""Outcomes that say nothing more of people who are told killed in the same clause."""


def with_one_fate(drafts: Sequence[Draft], antecedents: Mapping[int, People]) -> list[Draft]:
    """Return the drafts without those that count again whom another counts, a body that is found among them.

    antecedents: whom a pronoun speaks of, by its first token.
    """
    unique = _unique(drafts)
    return [each for each in unique if not _told_dead(each, unique, antecedents)]


def _told_dead(draft: Draft, drafts: Sequence[Draft], antecedents: Mapping[int, People]) -> bool:
    """Tell whether somebody whose body is found was told to be dead before: the body counts nobody more."""
    if draft.trigger_kind == "of" and draft.outcome is Outcome.INJURED and draft.people.definite:
        return any(  # "the shooting of the deputy", who was shot dead
            each.outcome is Outcome.KILLED and each.group is draft.group and each.people.single
            for each in drafts
            if each.people.first < draft.people.first and draft.people.single
        )
    if not draft.people.pronoun or draft.trigger_kind != "of":
        return False
    owner = antecedents[draft.people.first]
    return any(
        each.outcome is Outcome.KILLED and (each.people.first == owner.first or each.group is draft.group)
        for each in drafts
        if each.people.first < draft.people.first and each.people.single
    )


def _condition(draft: Draft) -> bool:
    """Tell whether a draft only says how the injured are: "hospitalized in critical condition"."""
    return draft.outcome is Outcome.INJURED and (draft.trigger_kind == "state" or _inside(draft))


def _light(draft: Draft) -> bool:
    """Tell whether a draft counts nobody more where the same are told killed: «погибли *9 заложников*»."""
    return draft.outcome in _LIGHTER or (draft.outcome is Outcome.ABDUCTED and _inside(draft))


def _inside(draft: Draft) -> bool:
    """Tell whether the word for an outcome is the one for the people."""
    return draft.people.first <= draft.trigger_first < draft.people.last


def _unique(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep one draft for each people and outcome, and only the graver of two outcomes."""
    kept: dict[tuple[int, Outcome], Draft] = {}
    for draft in drafts:
        key = (draft.people.first, draft.outcome)
        if key not in kept or (kept[key].shared and not draft.shared):
            kept[key] = draft
    return [
        draft
        for (first, outcome), draft in kept.items()
        if (not _light(draft) or draft.low == 0 or (first, Outcome.KILLED) not in kept)
        and not (_condition(draft) and (first, Outcome.HOSPITALIZED) in kept)
        and not (outcome in (Outcome.AT_LARGE, Outcome.INVOLVED) and (first, Outcome.DETAINED) in kept)
    ]
