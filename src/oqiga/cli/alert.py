"""`oqiga alert`: rules over the book, out as CAP, a feed, webhooks and notifications."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from oqiga.alerting.fates import fate
from oqiga.alerting.outbox import WEBHOOK, Sender, deliver, notified, put
from oqiga.alerting.round import alerts, write_files
from oqiga.alerting.webhook import post
from oqiga.book.book import Book
from oqiga.book.questions import incidents, show
from oqiga.cli.app import app
from oqiga.cli.console import complain, out
from oqiga.cli.enduring import outlasting
from oqiga.cli.ledger_options import LedgerOption, open_book
from oqiga.errors import PublishError, SettingsError
from oqiga.ledger.asking import Question
from oqiga.publish.alerts.memory import Parcel, load_memory, save_memory
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
    put(found, rules, remembered)
    write_files(found, remembered, folder)
    save_memory(remembered, kept)
    for each in found:
        out.print(f"{each.at}  {each.text}")
    errors = deliver(
        remembered, _senders(rules), at=datetime.now(UTC), save=lambda memory: save_memory(memory, kept)
    )
    for error in errors:
        complain(str(error))
    return len(errors)


def _senders(rules: Rules) -> dict[str, Sender]:
    """Return who takes what to each receiver that the rules name."""
    found: dict[str, Sender] = {notified(each): partial(_notify, each) for each in rules.notify}
    if rules.webhook:
        found[WEBHOOK] = partial(_post, rules.webhook, rules.allow)
    return found


def _post(url: str, allowed: tuple[str, ...], parcel: Parcel) -> None:
    post(
        parcel.body.encode("utf-8"),
        url,
        secret=os.environ[_SECRET],
        delivery=parcel.id,
        allowed=allowed,
        sleep=time.sleep,
    )


def _notify(address: str, parcel: Parcel) -> None:
    try:
        import apprise
    except ModuleNotFoundError as error:
        raise SettingsError("notify needs apprise: pip install 'oqiga[notify]'") from error
    sender = apprise.Apprise()
    if not sender.add(address):
        raise PublishError("an address under notify is not one that apprise knows")
    if not sender.notify(title=parcel.title, body=parcel.body):
        raise PublishError("a notification was not delivered")
