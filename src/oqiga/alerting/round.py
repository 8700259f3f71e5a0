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
from oqiga.publish.exports.cap import Sent, cancellation, live, message
from oqiga.publish.files import write_whole


@dataclass(frozen=True, slots=True)
class Alert:
    """Everything that fired for one incident in one round, or that it is cancelled.

    incident: its id. cap: the message's XML; file: its name.
    """

    incident: str
    title: str
    firings: tuple[Firing, ...]
    at: str
    cap: bytes
    file: str

    @property
    def text(self) -> str:
        """The alert in one line: the incident, and why each rule fired."""
        return f"{self.title}: {'; '.join(each.reason for each in self.firings)}"


def alerts(
    incidents: Iterable[Incident],
    rules: Rules,
    memory: AlertMemory,
    *,
    dossier_of: Callable[[Incident], Dossier],
    fate_of: Callable[[str], str | None],
    at: datetime,
) -> list[Alert]:
    """Return what is to be sent, and note it in the memory.

    fate_of: why an incident no longer stands, None while it does; of one that does not, live messages are
    cancelled. at: timezone-aware, the moment of sending; a message of a chain is at least a second after
    the last.
    """
    found = []
    for incident in incidents:
        holding = firings(rules.rule, incident)
        fresh = memory.fresh(holding)
        memory.remember(incident.id, holding)
        if fresh:
            found.append(_alert(incident, fresh, rules, memory, dossier_of(incident), at))
    for gone in sorted(memory.chains):
        reason = fate_of(gone)
        if reason is not None:
            found += _cancel(gone, reason, rules, memory, at)
    return found


def _chain(memory: AlertMemory, incident: str, at: datetime) -> tuple[list[Sent], datetime]:
    """Return the live messages about an incident, and the first moment after them that is not before `at`."""
    chain = memory.chains.get(incident, [])
    earlier = live([Sent(each.sender, each.identifier, each.sent) for each in chain], at)
    last = [datetime.fromisoformat(each.sent) + timedelta(seconds=1) for each in earlier[-1:]]
    return earlier, max(at, *last) if last else at


def _cancel(incident: str, reason: str, rules: Rules, memory: AlertMemory, at: datetime) -> list[Alert]:
    """Cancel the live messages about an incident that no longer stands; forget its chain."""
    earlier, at = _chain(memory, incident, at)
    title = memory.chains.pop(incident)[-1].title
    if not earlier:
        return []
    told = Firing("cancelled", incident, f"cancelled {earlier[-1].identifier}", f"cancelled: {reason}")
    written = cancellation(
        incident, sender=rules.sender, at=at, reason=f"{told.reason}.", earlier=earlier, status=rules.status
    )
    memory.changes.append(_entry(told, title, written.sent.sent))
    return [Alert(incident, title, (told,), written.sent.sent, written.xml, _file(written.sent))]


def _alert(
    incident: Incident,
    fresh: list[Firing],
    rules: Rules,
    memory: AlertMemory,
    dossier: Dossier,
    at: datetime,
) -> Alert:
    earlier, at = _chain(memory, incident.id, at)
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
    kept = [each for each in memory.chains.get(incident.id, []) if each.sent in {one.sent for one in earlier}]
    new = SentMessage(sender=sent.sender, identifier=sent.identifier, sent=sent.sent, title=incident.title)
    memory.chains[incident.id] = [*kept, new]
    memory.changes += [_entry(each, incident.title, sent.sent) for each in fresh]
    return Alert(incident.id, incident.title, tuple(fresh), sent.sent, written.xml, _file(sent))


def _entry(firing: Firing, title: str, at: str) -> ChangeEntry:
    key = decision_id("change", firing.rule, firing.incident, firing.key, at)
    return ChangeEntry(id=key, at=at, title=title, reason=firing.reason, incident=firing.incident)


def _file(sent: Sent) -> str:
    return f"{sent.identifier}.cap.xml"


def write_files(found: Iterable[Alert], memory: AlertMemory, folder: Path) -> None:
    """Write each CAP message and the feed of changes into a folder, each whole. Raises PublishError."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in found:
        write_whole(folder / each.file, each.cap)
    write_whole(folder / "changes.atom", atom(memory.changes, title="oqiga: changes"))
