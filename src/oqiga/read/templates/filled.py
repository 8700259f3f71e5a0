"""Filled templates as values: an incident's type, and the strings that fill its roles."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.model.span import Span


@dataclass(frozen=True, slots=True)
class Filler:
    """A string that fills a role: lower case, and where it stands best. odds: log odds that it is right."""

    role: str
    text: str
    span: Span
    odds: float


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its type and the fillers of its roles, the surest first."""

    type: str
    fillers: tuple[Filler, ...]

    def of(self, role: str) -> tuple[Filler, ...]:
        """Return the fillers of one role."""
        return tuple(each for each in self.fillers if each.role == role)
