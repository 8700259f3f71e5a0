"""`oqiga read`: reports in, their claims out; no ledger, and no network unless an outside model is named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from oqiga.cli.app import app
from oqiga.cli.console import complain, out, with_progress, write_line
from oqiga.cli.engine_options import (
    RULES,
    BaseUrlOption,
    EngineCostOption,
    EngineOption,
    EnginePricesOption,
    EngineTimeoutOption,
    EngineTokensOption,
    ModelOption,
    Spending,
    engine_of,
)
from oqiga.cli.ledger_options import checked_publication
from oqiga.errors import UsageError
from oqiga.gather.fetch import Fetcher
from oqiga.gather.inputs import STANDARD_INPUT, RawInput, Unreadable, from_json_lines
from oqiga.gather.report import Known
from oqiga.gather.sources import from_names
from oqiga.model.record import Record
from oqiga.pipeline import Failure, read_many_as, to_line, to_record
from oqiga.publish.brief import brief_of_record
from oqiga.publish.brief_text import as_markdown, as_terminal_text

T = TypeVar("T")
_FORMATS = ("text", "markdown", "json")


@app.command()
def read(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Texts, HTML pages or folders of them; - is standard input.")
    ] = None,
    jsonl: Annotated[Path | None, typer.Option(help="A file with one report a line, as JSON.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write records, one JSON object a line.")] = False,
    form: Annotated[str, typer.Option("--format", help="text, markdown or json.")] = "text",
    published: Annotated[str | None, typer.Option(help="When the report was published, ISO 8601.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.")] = None,
    url: Annotated[str | None, typer.Option(help="Its address.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language: en, ru or kk.")] = None,
    lang: Annotated[str, typer.Option(help="Language of the brief: en, ru or kk.")] = "en",
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes to read with.")] = 1,
    gate: Annotated[bool, typer.Option(help="Leave reports that are not about violence unread.")] = True,
    model_weights: Annotated[
        bool, typer.Option("--with-model/--no-model", help="Use the trained weights that stand apart.")
    ] = True,
    engine: EngineOption = RULES,
    base_url: BaseUrlOption = None,
    model: ModelOption = None,
    engine_tokens: EngineTokensOption = 200_000,
    engine_cost: EngineCostOption = None,
    engine_prices: EnginePricesOption = None,
    engine_timeout: EngineTimeoutOption = 60.0,
) -> None:
    """Read reports: a brief for a person, or records for a program."""
    form = "json" if as_json else form
    if form not in _FORMATS:
        raise UsageError(f"no format {form!r}; there are {', '.join(_FORMATS)}")
    known = Known(
        title=title,
        publisher=publisher,
        published=checked_publication(published),
        url=url,
        language=language,
    )
    inputs = report_inputs(paths or [], jsonl, known)
    asked = engine_of(
        engine,
        base_url=base_url,
        model=model,
        spending=Spending(engine_tokens, engine_cost, engine_prices),
        timeout_s=engine_timeout,
        workers=workers,
    )
    read_as = partial(read_many_as, inputs, workers=workers, gated=gate, trained=model_weights, engine=asked)
    if form == "json":
        failed = _tell(read_as(to_line), write_line)
    else:
        failed = _tell(read_as(to_record), partial(_show, form=form, lang=lang))
    if asked is not None:
        asked.close()
        complain(f"outside model: {asked.spent}")
    if failed:
        raise typer.Exit(1)


def report_inputs(
    paths: list[str], jsonl: Path | None, known: Known, fetcher: Fetcher | None = None
) -> Iterator[RawInput | Unreadable]:
    """Return the inputs that a command line names. Raises UsageError when it names none.

    fetcher: for addresses; None where the command must not touch the network.
    """
    if not paths and jsonl is None:
        raise UsageError("nothing to read: name a file, a folder, - for standard input, or --jsonl FILE")
    named = from_names(paths, sys.stdin.buffer, known, fetcher)
    return chain(named, _lines_of(jsonl)) if jsonl is not None else named


def _lines_of(path: Path) -> Iterator[RawInput | Unreadable]:
    if str(path) == STANDARD_INPUT:
        yield from from_json_lines(sys.stdin.buffer, subject="standard input")
        return
    try:
        opened = path.open("rb")
    except OSError as error:
        raise UsageError(error.strerror or "cannot be read", subject=str(path)) from error
    with opened:
        yield from from_json_lines(opened, subject=str(path))


def _tell(outcomes: Iterable[T | Failure], show: Callable[[T], None]) -> int:
    """Show what was read and complain of what was not; return how many that were."""
    failed = 0
    for outcome in with_progress(outcomes, what="reading", shown=True):
        if isinstance(outcome, Failure):
            failed += 1
            complain(f"{outcome.subject}: {outcome.error.message}")
        else:
            show(outcome)
    return failed


def _show(record: Record, *, form: str, lang: str) -> None:
    brief = brief_of_record(record, lang=lang)
    if form == "markdown":
        write_line(as_markdown(brief))
    else:
        out.print(as_terminal_text(brief, width=min(out.width, 110)))
