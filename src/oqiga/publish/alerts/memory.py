"""What was fired and sent before: an alert fires once per change, and CAP messages form chains."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from oqiga.errors import SettingsError
from oqiga.publish.alerts.firing import Firing
from oqiga.publish.files import write_whole


class SentMessage(BaseModel):
    """One CAP message of a chain."""

    sender: str
    identifier: str
    sent: str
    title: str = ""


class ChangeEntry(BaseModel):
    """One line of the feed of changes."""

    id: str
    at: str
    title: str
    reason: str
    incident: str


class Parcel(BaseModel):
    """What one receiver is still to be given. receiver: its name in the outbox, which tells no address.

    id: the same for the same alert to the same receiver. at: ISO 8601, when the alert was made. body: what a
    webhook posts, or what a notification says under the title.
    """

    id: str
    receiver: str
    at: str
    title: str
    body: str


class AlertMemory(BaseModel):
    """fired: rule, incident and key of every change told; chains: live messages by incident.

    figures: by incident, what was told last of each figure of a rule, "" while the rule does not hold.
    outbox: what was told but has not reached its receiver, oldest first.
    """

    fired: set[str] = Field(default_factory=set)
    figures: dict[str, dict[str, str]] = Field(default_factory=dict)
    chains: dict[str, list[SentMessage]] = Field(default_factory=dict)
    changes: list[ChangeEntry] = Field(default_factory=list)
    outbox: list[Parcel] = Field(default_factory=list)

    def fresh(self, firings: Sequence[Firing]) -> list[Firing]:
        """Return those that have not fired before, and figures that are not what they were when told last.

        The same change is returned once.
        """
        found = {_key(each): each for each in reversed(firings) if self._is_fresh(each)}
        return list(reversed(found.values()))

    def remember(self, incident: str, firings: Sequence[Firing]) -> None:
        """Note what fires for an incident now: a figure that does not may fire as it did before."""
        last = self.figures.get(incident, {})
        told_of = [each for each in firings if not each.after or last.get(_about(each))]
        self.fired |= {_key(each) for each in told_of}
        holding = {_about(each): each.key for each in told_of if each.about}
        told = {**dict.fromkeys(last, ""), **holding}
        if told:
            self.figures[incident] = told

    def _is_fresh(self, firing: Firing) -> bool:
        last = self.figures.get(firing.incident, {}).get(_about(firing)) if firing.about else None
        if firing.after:
            return bool(last) and last != firing.key
        return _key(firing) not in self.fired if last is None else last != firing.key


def _about(firing: Firing) -> str:
    return json.dumps([firing.rule, firing.about], ensure_ascii=False)


def _key(firing: Firing) -> str:
    return json.dumps([firing.rule, firing.incident, firing.key], ensure_ascii=False)


def load_memory(path: Path) -> AlertMemory:
    """Read what was fired; nothing where there is no file. Raises SettingsError when it is broken."""
    if not path.exists():
        return AlertMemory()
    try:
        return AlertMemory.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise SettingsError("not a memory of alerts; remove it to start anew", subject=str(path)) from error


def save_memory(memory: AlertMemory, path: Path) -> None:
    """Write the memory so that a kill leaves the old or the new file, whole. Raises PublishError."""
    packed = memory.model_dump(mode="json")
    packed["fired"] = sorted(packed["fired"])
    write_whole(path, json.dumps(packed, ensure_ascii=False).encode("utf-8"))
