"""`oqiga copy-ledger`: a book moves between a file and a server, and back."""

from __future__ import annotations

from typing import Annotated

import typer

from oqiga.book.book import Book
from oqiga.cli.app import app
from oqiga.cli.console import out, write_line
from oqiga.cli.ledger_options import JsonOption
from oqiga.ledger.copying import copy_ledger
from oqiga.ledger.engine import masked
from oqiga.model.wire import dumps


@app.command("copy-ledger")
def copy_book(
    source: Annotated[str, typer.Argument(help="The book to copy: a path or a postgresql:// address.")],
    target: Annotated[str, typer.Argument(help="Where it goes; no book with entries may be there.")],
    as_json: JsonOption = False,
) -> None:
    """Copy a book to another database, read it back, and say what was proved equal."""
    with Book.open(source) as here, Book.open(target, create=True) as there:
        copied = copy_ledger(here.engine, here.address, there.engine, there.address)
    if as_json:
        write_line(dumps({"rows": copied.rows, "head": copied.head}))
        return
    counted = ", ".join(f"{count} {name}" for name, count in copied.rows.items() if count)
    out.print(f"copied to {masked(target)}: {counted or 'an empty book'}; all rows compared equal")
    out.print(f"last digest {copied.head}")
