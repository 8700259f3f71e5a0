"""`oqiga export`: the book in the form a receiver takes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from oqiga.book.asked import checked_date, known_types
from oqiga.book.questions import dossier
from oqiga.cli.app import app
from oqiga.cli.console import complain, write_content
from oqiga.cli.ledger_options import AsOfOption, LedgerOption, PolicyOption, circle, open_book
from oqiga.errors import UsageError
from oqiga.ledger.asking import Question
from oqiga.publish.exports import FORMATS, export


@app.command("export")
def export_book(
    form: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write; standard output if none.")
    ] = None,
    near: Annotated[str | None, typer.Option(help='A place ("Aqtobe") or a point ("50.28,57.17").')] = None,
    within: Annotated[str, typer.Option(help="How near: 50km.")] = "25km",
    since: Annotated[str | None, typer.Option(help="Happened on or after, ISO 8601.")] = None,
    until: Annotated[str | None, typer.Option(help="Happened on or before, ISO 8601.")] = None,
    types: Annotated[list[str] | None, typer.Option("--type", help="Of this type; may be repeated.")] = None,
    min_killed: Annotated[int | None, typer.Option(min=0, help="At least so many killed.")] = None,
    as_of: AsOfOption = None,
    policy: PolicyOption = "default",
    ledger: LedgerOption = None,
) -> None:
    """Write incidents in a receiver's form; what the form has no room for is said on standard error."""
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    question = Question(
        near=circle(near, within),
        since=checked_date(since, "--since"),
        until=checked_date(until, "--until"),
        types=known_types(types or []),
        min_killed=min_killed,
    )
    with open_book(ledger) as book:
        written = export(form, dossier(book, question, as_of=checked_date(as_of, "--as-of"), policy=policy))
    if out is None and written.binary and sys.stdout.isatty():
        raise UsageError(f"{form} is binary: name a file with --out")
    write_content(written.content, out)
    for loss in written.losses:
        complain(f"{form}: {loss}")
