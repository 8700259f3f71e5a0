"""Alert rules, from a TOML file."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from oqiga.model.terms import EventType, Group, MeasureType, Outcome
from oqiga.settings import settings_from


class TollRule(BaseModel):
    """A figure that has reached a number of persons. group: `all` unless a group is meant."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: Outcome
    group: Group = Group.ALL
    at_least: int = Field(ge=1)


class Circle(BaseModel):
    """Where: degrees and kilometres."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    km: float = Field(gt=0, le=20_000)


class Rule(BaseModel):
    """One rule: where and what it looks at, and which changes make it fire.

    measures: types of measure of which it tells that they are ordered, changed or lifted; alert_level and
    communications are two of them by other names.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    within: Circle | None = None
    types: tuple[EventType, ...] = ()
    toll: tuple[TollRule, ...] = ()
    new: bool = False
    alert_level: bool = False
    communications: bool = False
    measures: tuple[MeasureType, ...] = ()
    disputed: bool = False
    corrected: bool = False
    retracted: bool = False

    @property
    def watched(self) -> frozenset[MeasureType]:
        """The types of measure that it tells of."""
        level = {MeasureType.ALERT_LEVEL} if self.alert_level else set()
        cut = {MeasureType.COMMUNICATIONS_SHUTDOWN} if self.communications else set()
        return frozenset(self.measures) | level | cut


class Rules(BaseModel):
    """All rules, and the ways out. sender: of CAP messages, no spaces or commas."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: tuple[Rule, ...] = Field(min_length=1)
    sender: str = Field(default="oqiga", pattern=r"^[^\s,<&]+$")
    status: str = Field(default="Actual", pattern=r"^(Actual|Exercise|System|Test|Draft)$")
    webhook: str | None = Field(default=None, pattern=r"^https?://")
    allow: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()


def read_rules(path: Path) -> Rules:
    """Read the rules. Raises SettingsError naming the file and the entry that is wrong."""
    return settings_from(path, Rules)
