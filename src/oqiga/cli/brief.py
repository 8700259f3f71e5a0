"""`oqiga brief`: the situation brief, numbered, as Markdown, HTML or PDF."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from oqiga.book.asked import checked_date
from oqiga.book.book import Book
from oqiga.book.differing import differences
from oqiga.book.questions import dossier, show
from oqiga.cli.app import app
from oqiga.cli.console import complain, write_content
from oqiga.cli.ledger_options import AsOfOption, LedgerOption, circle, clock, open_book
from oqiga.cli.series import Series, load_series, save_series
from oqiga.errors import UsageError
from oqiga.ledger.asking import Question
from oqiga.model.moments import latest
from oqiga.publish.brief_html import as_html
from oqiga.publish.brief_pdf import as_pdf
from oqiga.publish.brief_text import as_markdown
from oqiga.publish.dossier import Dossier
from oqiga.publish.notebook import Brief
from oqiga.publish.phrases import in_words
from oqiga.publish.pictures import map_picture, timeline_picture, toll_picture
from oqiga.publish.situation import Changed, situation_brief

_FORMATS = ("markdown", "html", "pdf")


@app.command("brief")
def write_brief(
    incident: Annotated[
        str | None, typer.Argument(help="The id of one incident; all that answer if none.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="markdown, html or pdf.")] = "markdown",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write; standard output if none.")
    ] = None,
    lang: Annotated[str, typer.Option(help="Language of the brief: en, ru or kk.")] = "en",
    since: Annotated[str | None, typer.Option(help="Tell what changed since then, ISO 8601.")] = None,
    series: Annotated[
        Path | None, typer.Option(help="A file that keeps number and moment of the last brief for the next.")
    ] = None,
    near: Annotated[str | None, typer.Option(help='A place ("Aqtobe") or a point ("50.28,57.17").')] = None,
    within: Annotated[str, typer.Option(help="How near: 50km.")] = "25km",
    happened: Annotated[
        str | None, typer.Option("--happened-since", help="Only what happened on or after, ISO 8601.")
    ] = None,
    as_of: AsOfOption = None,
    pictures: Annotated[bool, typer.Option(help="Draw toll, timeline and map.")] = True,
    ledger: LedgerOption = None,
) -> None:
    """Write a situation brief: highlights, what changed, what is in force, every figure with its source."""
    if form not in _FORMATS:
        raise UsageError(f"no format {form!r}; there are {', '.join(_FORMATS)}")
    if form == "pdf" and out is None and sys.stdout.isatty():
        raise UsageError("pdf is binary: name a file with --out")
    last = load_series(series) if series else Series()
    moment = checked_date(as_of, "--as-of") or clock()
    before = checked_date(since, "--since") or last.as_of
    question = Question(near=circle(near, within), since=checked_date(happened, "--happened-since"))
    with open_book(ledger) as book:
        if incident is not None:
            found = show(book, incident, as_of=as_of).dossier
        else:
            found = dossier(book, question, as_of=as_of)
        changes = _changes(book, found, before, moment, lang) if before else []
    number = last.number + 1
    brief = situation_brief(found, number=number, as_of=moment, since=before, changes=changes, lang=lang)
    drawn = _pictures(found, lang) if pictures else {}
    write_content(_in_form(brief, form, lang, moment, drawn, out), out)
    if series:
        save_series(Series(number=number, as_of=moment), series)


def _changes(book: Book, found: Dossier, since: str, until: str, lang: str) -> list[Changed]:
    return [
        Changed(each.id, change.about, in_words(change.was, lang), in_words(change.now, lang), change.claims)
        for each in found.incidents
        if not each.background
        for change in differences(book, each.id, since=since, until=until)
    ]


def _pictures(found: Dossier, lang: str) -> dict[str, bytes]:
    """Draw what there is to draw: the toll of the incident most told of, the timeline, the map."""
    main = [each for each in found.incidents if not each.background]
    largest = max(main, key=lambda each: (len(each.reports), each.id), default=None)
    drawn = {
        "toll": toll_picture(largest, lang=lang) if largest else None,
        "timeline": timeline_picture(main, lang=lang),
        "map": map_picture(main, lang=lang),
    }
    return {name: content for name, content in drawn.items() if content is not None}


def _in_form(
    brief: Brief, form: str, lang: str, moment: str, drawn: dict[str, bytes], out: Path | None
) -> bytes:
    if form == "pdf":
        at = datetime.fromisoformat(latest(moment).isoformat())
        return as_pdf(brief, lang=lang, at=at, pictures=list(drawn.values()))
    if form == "html":
        return as_html(brief, lang=lang, pictures=drawn).encode("utf-8", "replace")
    if drawn and out is None:
        complain("pictures are left out of Markdown on standard output; name a file with --out")
        drawn = {}
    names = {name: f"{out.stem}-{name}.png" for name in drawn} if out else {}
    for name, file in names.items():
        write_content(drawn[name], out.with_name(file) if out else None)
    return f"{as_markdown(brief, pictures=names)}\n".encode("utf-8", "replace")
