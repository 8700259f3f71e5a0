"""`oqiga demo`: the main job on the bundled reports, from pages to one brief."""

from __future__ import annotations

import io
import shlex
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from oqiga.book.book import Book
from oqiga.book.questions import incidents, show
from oqiga.book.rereading import read_anew_if_changed
from oqiga.cli.app import app
from oqiga.cli.console import complain, out, with_progress
from oqiga.cli.ledger_options import clock
from oqiga.errors import LedgerError
from oqiga.gather.inputs import from_paths
from oqiga.gather.report import Known
from oqiga.ledger.asking import Question
from oqiga.pipeline import Failure, read_many
from oqiga.publish.brief import make_brief
from oqiga.publish.brief_text import as_terminal_text

_REPORTS = "examples"


def bundled_reports() -> Path:
    """Return the folder of the bundled reports: in the package when installed, else in the source tree."""
    installed = Path(str(files("oqiga"))) / _REPORTS
    return installed if installed.is_dir() else Path(str(files("oqiga"))).parents[1] / _REPORTS / "reports"


@app.command()
def demo(
    ledger: Annotated[Path, typer.Option(help="Where the demonstration's book is kept.")] = Path(
        "out/demo.db"
    ),
    lang: Annotated[str, typer.Option(help="Language of the brief: en, ru or kk.")] = "en",
) -> None:
    """Read the bundled reports into a book and show what is known of the incident they are about.

    A book that an earlier version made is brought up to date.
    """
    ledger.parent.mkdir(parents=True, exist_ok=True)
    counts: dict[str, int] = {}
    with Book.open(str(ledger), create=True) as book:
        if book.outdated:
            book.rebuild()
        inputs = from_paths([str(bundled_reports())], io.BytesIO(), Known())
        for outcome in with_progress(read_many(inputs), what="reading the bundled reports", shown=True):
            if isinstance(outcome, Failure):
                complain(f"{outcome.subject}: {outcome.error.message}")
                status = "rejected"
            else:
                status = book.add(outcome, now=clock()).status
                if status == "known" and read_anew_if_changed(book, outcome, now=clock()):
                    status = "read anew"
            counts[status] = counts.get(status, 0) + 1
        out.print(f"{ledger}: {', '.join(f'{count} {status}' for status, count in sorted(counts.items()))}\n")
        _show_largest(book, lang)
    _say_what_next(ledger)
    if counts.get("rejected"):
        raise typer.Exit(1)


def _show_largest(book: Book, lang: str) -> None:
    """Print the brief of the incident that most reports are about."""
    found = incidents(book, Question())
    if not found:
        raise LedgerError("the bundled reports gave no incident")
    largest = max(found, key=lambda incident: (len(incident.reports), incident.id))
    shown = show(book, largest.id)
    brief = make_brief(shown.dossier, reports=shown.dossier.reports, lang=lang)
    out.print(as_terminal_text(brief, width=min(out.width, 110)))


def _say_what_next(ledger: Path) -> None:
    named = f"--ledger {shlex.quote(str(ledger))}"
    out.print(f"All incidents:    oqiga incidents {named}")
    out.print(f"As known then:    oqiga incidents {named} --as-of 2016-06-05T20:00+05:00")
    out.print(f"The desk:         oqiga serve {named}      (prints an address for your browser)")
    out.print(f"Your own report:  oqiga read report.html  ·  oqiga add report.html {named}")
