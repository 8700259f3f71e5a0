"""Every form the book can leave in, each with what that form has no room for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from oqiga.errors import PublishError
from oqiga.publish.dossier import Dossier
from oqiga.publish.exports.exported import Exported

FORMATS = {
    "acled-csv": "acled",
    "ged-csv": "ged",
    "polecat-tsv": "polecat",
    "plover-jsonl": "plover",
    "geojson": "geojson",
    "hxl-csv": "hxl",
    "parquet": "parquet",
    "ftm": "ftm",
    "schema-org": "schema_org",
    "ninjs": "ninjs",
    "cap": "cap_drafts",
    "html-brief": "html_brief",
    "markdown-brief": "markdown_brief",
}
"""Format, as `oqiga export --format` takes it, to the module of this package that writes it."""


def export(name: str, dossier: Dossier) -> Exported:
    """Write a dossier in one format. Raises PublishError when it is not to be had."""
    if name not in FORMATS:
        raise PublishError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    try:
        module = import_module(f"oqiga.publish.exports.{FORMATS[name]}")
    except ModuleNotFoundError as error:
        raise PublishError(f"{name} needs the package {error.name}: pip install 'oqiga[export]'") from error
    write = cast(Callable[[Dossier], Exported], module.export)
    return write(dossier)
