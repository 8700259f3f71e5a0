"""The feed of changes, as Atom: what people and programs subscribe to."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from oqiga.publish.alerts.memory import ChangeEntry
from oqiga.publish.sentences import xml_text

_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 200


def atom(changes: Sequence[ChangeEntry], *, title: str) -> bytes:
    """Write the latest 200 changes, newest first; an empty feed says nothing of safety."""
    root = etree.fromstring(f'<feed xmlns="{_ATOM}"/>')
    latest = sorted(changes, key=lambda change: (change.at, change.id), reverse=True)[:_MOST]
    _add(root, "id", "urn:oqiga:changes")
    _add(root, "title", title)
    _add(root, "updated", latest[0].at if latest else "1970-01-01T00:00:00Z")
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", "oqiga")
    for change in latest:
        entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
        _add(entry, "id", f"urn:oqiga:{change.id}")
        _add(entry, "title", change.title)
        _add(entry, "updated", change.at)
        _add(entry, "summary", change.reason)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = xml_text(text)
