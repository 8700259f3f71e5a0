"""`oqiga alert`: rules over the book, out as CAP, a feed, webhooks and notifications."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from oqiga.alerting.fates import fate
from oqiga.alerting.round import Alert, alerts, write_files
from oqiga.alerting.webhook import post
from oqiga.book.book import Book
from oqiga.book.questions import incidents, show
from oqiga.cli.app import app
from oqiga.cli.console import complain, out
from oqiga.cli.enduring import outlasting
from oqiga.cli.ledger_options import LedgerOption, open_book
from oqiga.errors import PublishError, SettingsError
from oqiga.ledger.asking import Question
from oqiga.publish.alerts.memory import load_memory, save_memory
from oqiga.publish.alerts.rules import Rules, read_rules

_SECRET = "OQIGA_WEBHOOK_SECRET"


@app.command()
def alert(
    rules: Annotated[Path, typer.Argument(help="A TOML file of rules; see docs/alerts.md.")],
    folder: Annotated[Path, typer.Option("--out", help="Where CAP messages and the feed go.")] = Path(
        "alerts"
    ),
    memory: Annotated[
        Path | None, typer.Option(help="Where it keeps what has fired; beside the rules if not named.")
    ] = None,
    every: Annotated[
        float | None,
        typer.Option(min=1, help="Look again every so many seconds; one round if not given."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Evaluate alert rules over the book; each change fires once, with its reason."""
    listed = read_rules(rules)
    if listed.webhook and not os.environ.get(_SECRET):
        raise SettingsError(f"a webhook is named but {_SECRET} is not set", subject=str(rules))
    kept = memory or rules.with_suffix(".memory.json")
    with open_book(ledger) as book:
        if every is None:
            failed = _round(book, listed, kept, folder)
        while every is not None:
            with outlasting():
                _round(book, listed, kept, folder)
            time.sleep(every)
    if failed:
        raise typer.Exit(1)


def _round(book: Book, rules: Rules, kept: Path, folder: Path) -> int:
    """Run one round; return how many deliveries failed."""
    remembered = load_memory(kept)
    found = alerts(
        incidents(book, Question()),
        rules,
        remembered,
        dossier_of=lambda incident: show(book, incident.id).dossier,
        fate_of=lambda incident: fate(book, incident),
        at=datetime.now(UTC),
    )
    write_files(found, remembered, folder)
    save_memory(remembered, kept)
    for each in found:
        out.print(f"{each.at}  {each.text}")
    return sum(_deliver(each, rules) for each in found)


def _deliver(each: Alert, rules: Rules) -> int:
    """Send one alert to webhook and notifications; return how many failed."""
    failed = 0
    if rules.webhook:
        try:
            secret = os.environ[_SECRET]
            post(each, rules.webhook, secret=secret, allowed=rules.allow, sleep=time.sleep)
        except PublishError as error:
            complain(str(error))
            failed += 1
    if rules.notify:
        failed += _notify(each, rules.notify)
    return failed


def _notify(each: Alert, addresses: tuple[str, ...]) -> int:
    try:
        import apprise
    except ModuleNotFoundError as error:
        raise SettingsError("notify needs apprise: pip install 'oqiga[notify]'") from error
    sender = apprise.Apprise()
    refused = [address for address in addresses if not sender.add(address)]
    for _ in refused:
        complain("an address under notify is not one that apprise knows")
    if not sender.notify(title=each.title, body=each.text):
        complain("a notification was not delivered")
        return len(refused) + 1
    return len(refused)
