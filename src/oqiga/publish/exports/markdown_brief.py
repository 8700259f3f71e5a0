"""The brief as Markdown."""

from __future__ import annotations

from oqiga.publish.brief import make_brief
from oqiga.publish.brief_text import as_markdown
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.html_brief import LOSSES


def export(dossier: Dossier) -> Exported:
    """Write the brief of all incidents, in English."""
    page = as_markdown(make_brief(dossier, reports=dossier.reports))
    return Exported(f"{page}\n".encode(), "text/markdown", LOSSES)
