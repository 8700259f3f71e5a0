"""CAP 1.2 drafts: a zip of one message per incident, for a person to check and send; `oqiga alert` sends."""

from __future__ import annotations

from datetime import UTC, datetime

from oqiga.model.incident import Incident
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.bundle import zipped
from oqiga.publish.exports.cap import message
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.facts import last_told, main_incidents

LOSSES = (
    "Messages are drafts, dated by the latest report about the incident: sender and sending are yours.",
    "CAP has no figures: each is a parameter in words, with speaker, as-of time and place in the report.",
    "A place known only to a district, region or country is named and not drawn.",
    "Urgency is unknown unless a report says that it goes on; statements and blame are left out.",
)
_SENDER = "oqiga"
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


def export(dossier: Dossier) -> Exported:
    """Write one draft per incident that is not background."""
    files = {f"{each.id}.cap.xml": _draft(dossier, each) for each in main_incidents(dossier)}
    return Exported(zipped(files), "application/zip", LOSSES, binary=True)


def _draft(dossier: Dossier, incident: Incident) -> bytes:
    at = last_told(dossier, incident) or _NO_DATE
    return message(dossier, incident, sender=_SENDER, at=at, reason="A draft.", status="Draft").xml
