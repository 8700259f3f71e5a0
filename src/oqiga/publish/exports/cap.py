"""CAP 1.2 alerts, one per incident: Alert, then Update, then Cancel, each naming the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import etree

from oqiga.model.claims import Measure, Place
from oqiga.model.ids import decision_id
from oqiga.model.incident import Incident
from oqiga.model.terms import MeasureStatus, MeasureType, Outcome, Stage
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.facts import attributed, certainly_told, is_area, outlets
from oqiga.publish.labels import EVENTS
from oqiga.publish.sentences import xml_text
from oqiga.publish.words import translator, where_named

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
_HEADLINE = 139
_RADIUS_KM = {"site": 1.0, "neighbourhood": 3.0, "city": 10.0}
_VALID_HOURS = 24
_NO_MARKUP = {ord("<"): "‹", ord(">"): "›"}


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was sent before, as the next one of its chain refers to it."""

    sender: str
    identifier: str
    sent: str

    def triplet(self) -> str:
        """Return `sender,identifier,sent`, the form of CAP references."""
        return f"{self.sender},{self.identifier},{self.sent}"


@dataclass(frozen=True, slots=True)
class Message:
    """One CAP message: its XML, and what the next of its chain refers to."""

    xml: bytes
    sent: Sent


def message(
    dossier: Dossier,
    incident: Incident,
    *,
    sender: str,
    at: datetime,
    reason: str,
    earlier: Sequence[Sent] = (),
    languages: Sequence[str] = ("en", "ru", "kk"),
    status: str = "Actual",
) -> Message:
    """Write one message about an incident.

    at: timezone-aware, the moment of sending. reason: why it is sent, in a sentence. earlier: the live
    messages of this incident's chain, oldest first; with none it is an Alert, else an Update.
    Raises ValueError when `at` has no zone, or a message of the chain is not older.
    """
    kind = "Update" if earlier else "Alert"
    note = f"{reason} {' | '.join(attributed(dossier, toll) for toll in incident.tolls)}".strip()
    alert, sent = _opened(incident.id, kind, sender, at, note, earlier, status)
    for language in languages:
        _info(alert, dossier, incident, language, at)
    return _closed(alert, sent)


def cancellation(
    incident: str, *, sender: str, at: datetime, reason: str, earlier: Sequence[Sent], status: str = "Actual"
) -> Message:
    """Write the Cancel of an incident's live messages; it says why, and nothing that reads as safety.

    Raises ValueError when there is nothing to cancel, `at` has no zone, or a message is not older.
    """
    if not earlier:
        raise ValueError("there is no message to cancel")
    note = f"{reason} Cancelling this alert does not mean that the area is safe."
    return _closed(*_opened(incident, "Cancel", sender, at, note, earlier, status))


def live(earlier: Sequence[Sent], at: datetime) -> list[Sent]:
    """Return the messages that have not expired by a moment."""
    valid = timedelta(hours=_VALID_HOURS)
    return [each for each in earlier if datetime.fromisoformat(each.sent) + valid > at]


def _opened(
    incident: str, kind: str, sender: str, at: datetime, note: str, earlier: Sequence[Sent], status: str
) -> tuple[etree._Element, Sent]:
    """Return the head of a message, and what the next of its chain refers to."""
    sent = _moment(at)
    if any(datetime.fromisoformat(each.sent) >= datetime.fromisoformat(sent) for each in earlier):
        raise ValueError("a message may only refer to older ones")
    identifier = decision_id("cap", sender, incident, kind, sent).replace("d-", "oqiga-")
    alert = etree.fromstring(f'<alert xmlns="{NAMESPACE}"/>')
    for name, value in (
        ("identifier", identifier),
        ("sender", sender),
        ("sent", sent),
        ("status", status),
        ("msgType", kind),
        ("scope", "Public"),
        ("note", note),
        ("references", " ".join(each.triplet() for each in earlier)),
        ("incidents", incident),
    ):
        if value:
            _add(alert, name, value)
    return alert, Sent(sender, identifier, sent)


def _closed(alert: etree._Element, sent: Sent) -> Message:
    return Message(etree.tostring(alert, xml_declaration=True, encoding="UTF-8", pretty_print=True), sent)


def _info(alert: etree._Element, dossier: Dossier, incident: Incident, language: str, at: datetime) -> None:
    say = translator(language)
    name = say(EVENTS[incident.type])
    where = ", ".join(where_named(incident.places, language))
    info = etree.SubElement(alert, _tag("info"))
    ongoing = incident.stage is Stage.ONGOING or _in_force(incident, MeasureType.SECURITY_OPERATION)
    for field, value in (
        ("language", language),
        ("category", "Security"),
        ("event", name),
        ("urgency", "Immediate" if ongoing else "Unknown"),
        ("severity", _severity(incident)),
        ("certainty", "Observed" if ongoing or _was_seen(dossier, incident) else "Possible"),
        ("effective", _moment(at)),
        ("expires", _moment(at + timedelta(hours=_VALID_HOURS))),
        ("senderName", "oqiga"),
        ("headline", f"{name}: {where}"[:_HEADLINE] if where else name),
        ("description", f"{name}. {where}. {', '.join(outlets(dossier, incident))}"),
    ):
        _add(info, field, value)
    for toll in incident.tolls:
        parameter = etree.SubElement(info, _tag("parameter"))
        _add(parameter, "valueName", f"{toll.outcome}-{toll.group}")
        _add(parameter, "value", attributed(dossier, toll))
    _area(info, incident, where or name)


def _severity(incident: Incident) -> str:
    """Rank by whether anybody was killed or hurt, never by how many; no figure leaves it unknown."""
    reached = {toll.outcome for toll in incident.tolls if toll.best > 0}
    if Outcome.KILLED in reached:
        return "Severe"
    return "Moderate" if reached else "Unknown"


def _area(info: etree._Element, incident: Incident, description: str) -> None:
    """Name where to warn: the city around the scene, not the scene; a region or country by its name alone."""
    area = etree.SubElement(info, _tag("area"))
    _add(area, "areaDesc", description)
    around: Place | None = next(
        (each for each in reversed(incident.places) if not is_area(each) and each.latitude is not None), None
    )
    if around is not None:
        radius = _RADIUS_KM[around.precision.value]
        _add(area, "circle", f"{around.latitude:.4f},{around.longitude:.4f} {radius:.1f}")


def _was_seen(dossier: Dossier, incident: Incident) -> bool:
    """Tell whether it came about, and is more than a rumour or what an office denies."""
    return incident.stage is Stage.ACCOMPLISHED and certainly_told(dossier, incident)


def _in_force(incident: Incident, kind: MeasureType) -> bool:
    def holds(measure: Measure) -> bool:
        return measure.type is kind and measure.status is MeasureStatus.IN_FORCE

    return any(holds(measure) for measure in incident.measures)


def _moment(at: datetime) -> str:
    """Write a moment as CAP wants it: whole seconds, and an offset in digits."""
    if at.tzinfo is None:
        raise ValueError("a CAP moment needs its zone")
    return at.replace(microsecond=0).isoformat()


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, _tag(name)).text = xml_text(value).translate(_NO_MARKUP)
