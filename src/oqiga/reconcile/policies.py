"""The written order of sources and the named policies, from the codebook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from oqiga.datafiles import data_file
from oqiga.errors import ReconcileError
from oqiga.model.terms import Group, Outcome

OWN_VOICE = "own_voice"
"""The kind of a claim whose report names no source."""
OFFICE, PART = 1, 3
"""Tiers of sources: offices that keep the count, and those who see a part."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One way to choose a figure. definition: what it does, as the codebook says it."""

    name: str
    definition: str


@cache
def _codebook(name: str) -> dict[str, Any]:
    parsed: dict[str, Any] = data_file("oqiga.codebook", name)
    return parsed


def policy_names() -> tuple[str, ...]:
    """Return the names of all policies, the default first."""
    return tuple(_codebook("settling_policies")["policies"])


@cache
def policy_named(name: str) -> Policy:
    """Return the policy of that name. Raises ReconcileError when there is none."""
    policies = _codebook("settling_policies")["policies"]
    if name not in policies:
        raise ReconcileError(f"no such policy; known are {', '.join(policies)}", subject=name)
    return Policy(name, policies[name]["definition"])


@cache
def tier(kind: str) -> int:
    """Return 1 for offices that keep the count, 2 for those who collect, 3 for those who see a part."""
    return int(_codebook("sources_order")["tiers"][kind])


@cache
def rank(kind: str, outcome: Outcome, group: Group) -> int:
    """Return how well a kind of source is placed to know such a figure; 0 is best."""
    book = _codebook("sources_order")
    order = book["attackers"] if group is Group.ATTACKERS else None
    order = order or book["orders"].get(outcome.value, book["orders"]["default"])
    return int(order.index(kind))
