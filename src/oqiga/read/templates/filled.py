"""Filled templates as values: an incident's type, and the strings that fill its roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oqiga.model.span import Span


@dataclass(frozen=True, slots=True)
class Filler:
    """A string that fills a role: lower case, and where it stands best. odds: log odds that it is right.

    shared: it belongs to another incident of the report first of all, and may stand behind this one too.
    linked: mean log odds that it is of one incident with the template's own fillers.
    """

    role: str
    text: str
    span: Span
    odds: float
    shared: bool = False
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its type and the fillers of its roles, the surest first.

    outlook: what was judged of the incident and its report, as features (`outlook.seen_with`).
    """

    type: str
    fillers: tuple[Filler, ...]
    outlook: Mapping[str, float] = field(default_factory=dict)

    def of(self, role: str) -> tuple[Filler, ...]:
        """Return the fillers of one role."""
        return tuple(each for each in self.fillers if each.role == role)
