"""One round of alerts over a book: what is new since the last round goes out, each change once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from oqiga.model.ids import decision_id
from oqiga.model.incident import Incident
from oqiga.publish.alerts.feed import atom
from oqiga.publish.alerts.firing import Firing, firings
from oqiga.publish.alerts.memory import AlertMemory, ChangeEntry, SentMessage
from oqiga.publish.alerts.rules import Rules
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.cap import Sent, message


@dataclass(frozen=True, slots=True)
class Alert:
    """Everything that fired for one incident in one round. cap: the message's XML; file: its name."""

    incident: Incident
    firings: tuple[Firing, ...]
    at: str
    cap: bytes
    file: str

    @property
    def text(self) -> str:
        """The alert in one line: the incident, and why each rule fired."""
        return f"{self.incident.title}: {'; '.join(each.reason for each in self.firings)}"


def alerts(
    incidents: Iterable[Incident],
    rules: Rules,
    memory: AlertMemory,
    *,
    dossier_of: Callable[[Incident], Dossier],
    at: datetime,
) -> list[Alert]:
    """Return what is to be sent, and note it in the memory.

    at: timezone-aware, the moment of sending; a message of a chain is at least a second after the last.
    """
    found = []
    for incident in incidents:
        fresh = memory.fresh(firings(rules.rule, incident))
        if fresh:
            found.append(_alert(incident, fresh, rules, memory, dossier_of(incident), at))
    return found


def _alert(
    incident: Incident,
    fresh: list[Firing],
    rules: Rules,
    memory: AlertMemory,
    dossier: Dossier,
    at: datetime,
) -> Alert:
    chain = memory.chains.setdefault(incident.id, [])
    earlier = [Sent(each.sender, each.identifier, each.sent) for each in chain]
    if earlier:
        at = max(at, datetime.fromisoformat(earlier[-1].sent) + timedelta(seconds=1))
    reason = "; ".join(each.reason for each in fresh)
    written = message(
        dossier,
        incident,
        sender=rules.sender,
        at=at,
        reason=reason,
        earlier=earlier,
        status=rules.status,
    )
    sent = written.sent
    chain.append(SentMessage(sender=sent.sender, identifier=sent.identifier, sent=sent.sent))
    memory.remember(fresh)
    for each in fresh:
        memory.changes.append(
            ChangeEntry(
                id=decision_id("change", each.rule, each.incident, each.key),
                at=sent.sent,
                title=incident.title,
                reason=each.reason,
                incident=incident.id,
            )
        )
    return Alert(incident, tuple(fresh), sent.sent, written.xml, f"{sent.identifier}.cap.xml")


def write_files(found: Iterable[Alert], memory: AlertMemory, folder: Path) -> None:
    """Write each CAP message and the feed of changes into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in found:
        (folder / each.file).write_bytes(each.cap)
    (folder / "changes.atom").write_bytes(atom(memory.changes, title="oqiga: changes"))
