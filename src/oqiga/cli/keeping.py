"""`oqiga add`, `reread`, `decide`, `verify`, `backup`, `restore`: keeping the book."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from oqiga.book.book import Added, Book
from oqiga.book.deciding import decide as enter
from oqiga.book.rereading import Reread, reread_reports
from oqiga.cli.adding import AT_ONCE, add_in_batches
from oqiga.cli.app import app
from oqiga.cli.console import complain, out, with_progress, write_line
from oqiga.cli.ledger_options import (
    OUTDATED,
    JsonOption,
    LedgerOption,
    book_address,
    checked_publication,
    clock,
    open_book,
)
from oqiga.cli.read import report_inputs
from oqiga.errors import LedgerError, UsageError
from oqiga.gather.fetch import GuardedFetcher
from oqiga.gather.report import Known
from oqiga.ledger.backup import back_up
from oqiga.ledger.backup import restore as put_back
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify as check
from oqiga.model.decision import DecisionKind
from oqiga.model.wire import dumps
from oqiga.pipeline import as_read, read_many_as, read_text


@app.command("add")
def add_reports(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Texts, pages, folders, addresses, feeds, WARC, PDF or e-mail files; - is standard input."
        ),
    ] = None,
    jsonl: Annotated[Path | None, typer.Option(help="A file with one report a line, as JSON.")] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option("--allow-host", help="A host with a private address that may be fetched."),
    ] = None,
    published: Annotated[str | None, typer.Option(help="When the report was published, ISO 8601.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.")] = None,
    url: Annotated[str | None, typer.Option(help="Its address.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language: en, ru or kk.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes to read with.")] = 1,
    gate: Annotated[bool, typer.Option(help="Leave reports that are not about violence unread.")] = True,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Read reports and enter them in the book; the same report twice is one."""
    known = Known(
        title=title,
        publisher=publisher,
        published=checked_publication(published),
        url=url,
        language=language,
    )
    inputs = report_inputs(paths or [], jsonl, known, GuardedFetcher(allowed=allow or []))
    failed = 0
    with open_book(ledger, create=True) as book:
        outcomes = read_many_as(inputs, as_read, workers=workers, gated=gate)
        steps = add_in_batches(book, outcomes, at_once=AT_ONCE if jsonl is None or jsonl.is_file() else 1)
        for added in with_progress(steps, what="adding", shown=not as_json):
            if added.status == "rejected":
                failed += 1
                complain(f"{added.report}: {added.why}")
            _tell(added, as_json)
    if failed:
        raise typer.Exit(1)


def _tell(added: Added, as_json: bool) -> None:
    """Say what became of a report; it is safely in by then."""
    if as_json:
        write_line(dumps({"report": {"id": added.report}, "status": added.status, "why": added.why}))
    elif added.status != "rejected":
        where = f"  {', '.join(added.incidents)}" if added.incidents else ""
        out.print(f"{added.status}  {added.report}{where}")
        for warning in added.warnings if added.status != "known" else ():
            out.print(f"  {warning}")


@app.command("reread")
def reread(
    keep: Annotated[bool, typer.Option("--keep", help="Enter what the present reader reads.")] = False,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Read all reports again with the present reader and show what would change."""
    changed = 0
    with open_book(ledger) as book:
        now = clock()
        steps = reread_reports(book, lambda report: read_text(report), now=now, keep=keep)
        for step in with_progress(steps, what="reading again", shown=not as_json):
            changed += step.changed
            if step.changed:
                _tell_reread(step, as_json)
    if not as_json:
        verb = "were entered" if keep else "would change; --keep enters them"
        out.print(f"{changed} reports {verb}")


def _tell_reread(step: Reread, as_json: bool) -> None:
    if as_json:
        write_line(dumps({"report": {"id": step.report}, "added": list(step.added), "gone": list(step.gone)}))
        return
    out.print(step.report)
    for sign, claims in (("+", step.added), ("-", step.gone)):
        for claim in claims:
            out.print(f"  {sign} {claim}")


@app.command("decide")
def decide(
    kind: Annotated[
        DecisionKind, typer.Argument(help="merge, split, strike, correct, confirm, note or withdraw.")
    ],
    about: Annotated[
        list[str],
        typer.Argument(
            help="Incidents to merge; an incident and the reports to take out of it; claims; a decision."
        ),
    ],
    analyst: Annotated[str, typer.Option("--by", help="Who decides.")],
    reason: Annotated[str, typer.Option("--because", help="Why.")],
    values: Annotated[
        list[str] | None, typer.Option("--set", help="A right value, such as low=3; may be repeated.")
    ] = None,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Enter an analyst's decision: it holds for good, until it is withdrawn."""
    with open_book(ledger) as book:
        entered = enter(
            book, kind, about, analyst=analyst, reason=reason, now=clock(), values=_values(values or [])
        )
    if as_json:
        write_line(dumps({"decision": {"id": entered.id}, "kind": entered.kind.value, "at": entered.at}))
    else:
        out.print(f"{entered.kind.value}  {entered.id}")


def _values(pairs: list[str]) -> dict[str, str | int | bool | None]:
    found: dict[str, str | int | bool | None] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--set takes name=value, not {pair!r}")
        words: dict[str, bool | None] = {"null": None, "true": True, "false": False}
        found[name] = int(value) if value.isdigit() else words.get(value, value)
    return found


@app.command("verify")
def verify(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Also compute the incidents anew from the entries.")
    ] = False,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Check the book: the chain of entries, the contents, and that every claim quotes its report."""
    with Book.open(book_address(ledger)) as book:
        if rebuild:
            book.rebuild()
        elif book.outdated:
            complain(OUTDATED)
        with reading(book.engine, book.address) as connection:
            found = check(connection)
    for fault in found.faults:
        complain(f"entry {fault.entry}: {fault.what}" if fault.entry else fault.what)
    counts = {"entries": found.entries, "reports": found.reports, "claims": found.claims, "head": found.head}
    if as_json:
        write_line(dumps({**counts, "faults": [fault.what for fault in found.faults]}))
    else:
        state = f"{len(found.faults)} faults" if found.faults else "sound"
        out.print(f"{found.entries} entries, {found.reports} reports, {found.claims} claims: {state}")
        out.print(f"last digest {found.head}")
    if found.faults:
        raise typer.Exit(1)


@app.command("backup")
def backup(
    target: Annotated[Path, typer.Argument(help="Where the copy goes; nothing may be there.")],
    ledger: LedgerOption = None,
) -> None:
    """Copy the book as it is at one moment, while others go on using it."""
    with open_book(ledger) as book:
        back_up(book.address, target)
    out.print(f"copied to {target}")


@app.command("restore")
def restore(
    source: Annotated[Path, typer.Argument(help="A copy made by `oqiga backup`.")],
    ledger: LedgerOption = None,
) -> None:
    """Put a copy in the place of a book that is gone, and check it."""
    address = ledger or "oqiga.db"
    put_back(source, address)
    with Book.open(address) as book, reading(book.engine, book.address) as connection:
        faults = check(connection).faults
    if faults:
        raise LedgerError(f"the copy has faults: {faults[0].what}", subject=str(source))
    out.print(f"restored to {address}")
