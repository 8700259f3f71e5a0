"""The brief as one HTML page."""

from __future__ import annotations

from oqiga.publish.brief import make_brief
from oqiga.publish.brief_html import as_html
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Exported

LOSSES = ("A brief is for people: coordinates, ids and the history of figures are left out.",)


def export(dossier: Dossier) -> Exported:
    """Write the brief of all incidents, in English."""
    page = as_html(make_brief(dossier, reports=dossier.reports), lang="en")
    return Exported(page.encode("utf-8"), "text/html", LOSSES)
