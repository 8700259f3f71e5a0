"""`oqiga schema`: the record format as JSON Schema."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from oqiga.cli.app import app
from oqiga.cli.console import write_line
from oqiga.errors import UsageError
from oqiga.model.wire import SCHEMAS, json_schema


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="One of: record, report, claim, incident.")],
) -> None:
    """Print the JSON Schema of a part of the record format."""
    if name not in SCHEMAS:
        raise UsageError(f"no schema {name!r}; there are {', '.join(SCHEMAS)}")
    write_line(json.dumps(json_schema(name), indent=2, ensure_ascii=False))
