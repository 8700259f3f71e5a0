"""`oqiga incidents`, `show`, `diff`, `why`, `reports`: questions to the book."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer
from rich.table import Table

from oqiga.book.asked import checked_date, known_types
from oqiga.book.differing import Change, differences
from oqiga.book.questions import Shown, incident_lines, incidents, show, with_their_parts
from oqiga.book.reasons import Reason, reasons
from oqiga.book.warned import warnings_of
from oqiga.cli.app import app
from oqiga.cli.console import out, write_line
from oqiga.cli.ledger_options import (
    AsOfOption,
    JsonOption,
    LedgerOption,
    PolicyOption,
    circle,
    open_book,
)
from oqiga.errors import UsageError
from oqiga.ledger.asking import Question
from oqiga.model.decision import DecisionKind
from oqiga.model.incident import Incident
from oqiga.model.terms import Group, Outcome
from oqiga.model.wire import dumps, incident_to_json
from oqiga.publish.brief import make_brief
from oqiga.publish.brief_html import as_html
from oqiga.publish.brief_text import as_markdown, as_terminal_text
from oqiga.publish.brief_tolls import figure, people_of
from oqiga.publish.exports.facts import toll_of
from oqiga.publish.labels import OUTCOMES
from oqiga.reconcile.arithmetic import everybody, people
from oqiga.reconcile.decisions import in_effect

_FORMATS = ("text", "markdown", "json", "html")
_ALSO = (Outcome.INJURED, Outcome.ABDUCTED, Outcome.MISSING)
"""What else the list tells of people; all else is on the incident's own page."""


@app.command("incidents")
def list_incidents(
    near: Annotated[str | None, typer.Option(help='A place ("Aqtobe") or a point ("50.28,57.17").')] = None,
    within: Annotated[str, typer.Option(help="How near: 50km.")] = "25km",
    since: Annotated[str | None, typer.Option(help="Happened on or after, ISO 8601.")] = None,
    until: Annotated[str | None, typer.Option(help="Happened on or before, ISO 8601.")] = None,
    types: Annotated[list[str] | None, typer.Option("--type", help="Of this type; may be repeated.")] = None,
    min_killed: Annotated[int | None, typer.Option(min=0, help="At least so many killed.")] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only those with a dispute.")] = False,
    changed_since: Annotated[
        str | None, typer.Option(help="Something about it was published or decided since, ISO 8601.")
    ] = None,
    background: Annotated[
        bool, typer.Option("--background", help="Also those that reports only mention.")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many, the latest first.")] = None,
    parts: Annotated[
        bool, typer.Option("--parts", help="Also the parts of each, behind it; they are counted in it.")
    ] = False,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List incidents, the latest first."""
    question = Question(
        near=circle(near, within),
        since=checked_date(since, "--since"),
        until=checked_date(until, "--until"),
        types=known_types(types or []),
        min_killed=min_killed,
        disputed=disputed,
        changed_since=checked_date(changed_since, "--changed-since"),
        background=background,
        limit=limit,
    )
    checked_date(as_of, "--as-of")
    with open_book(ledger) as book:
        if as_json and not parts:
            for line in incident_lines(book, question, as_of=as_of):
                write_line(line)
            return
        found = incidents(book, question, as_of=as_of)
        if parts:
            found = with_their_parts(book, found, as_of=as_of)
        if as_json:
            for each in found:
                write_line(dumps(incident_to_json(each)))
        else:
            out.print(_listing(found))


def _listing(found: list[Incident]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("id", "incident", "killed", "also", "reports", "disputed"):
        table.add_column(column, no_wrap=column == "id", justify="right" if column == "killed" else "left")
    for each in found:
        others = [(_counted(each, outcome), outcome) for outcome in _ALSO]
        table.add_row(
            each.id,
            f"  {each.title}" if each.part_of else each.title,
            _counted(each, Outcome.KILLED),
            ", ".join(f"{count} {OUTCOMES[outcome]}" for count, outcome in others if count),
            str(len(each.reports)),
            f"{len(each.disputes)}" if each.disputes else "",
        )
    return table


def _counted(incident: Incident, outcome: Outcome) -> str:
    """Return how many people that befell, with the range; what their parts come to where nobody tells it.

    Attackers whom no total holds stand apart: "6 + 1 attacker".
    """
    whole = everybody(incident.tolls, outcome)
    if whole is not None:
        return figure(whole, str, "en")
    count = people(incident.tolls, outcome)
    if count is None:
        return ""
    apart = toll_of(incident, outcome, Group.ATTACKERS)
    if apart is None:
        return str(count)
    others = count - apart.best
    attackers = f"{figure(apart, str, 'en')} {people_of(apart, 'en')}"
    return f"{others} + {attackers}" if others else attackers


@app.command("show")
def show_incident(
    incident: Annotated[str, typer.Argument(help="Its id, or the beginning of it.")],
    as_of: AsOfOption = None,
    form: Annotated[str, typer.Option("--format", help="text, markdown, json or html.")] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    policy: PolicyOption = "default",
    lang: Annotated[str, typer.Option(help="Language of the brief: en, ru or kk.")] = "en",
    ledger: LedgerOption = None,
) -> None:
    """Show one incident: what is known, who says so, what is disputed."""
    form = "json" if as_json else form
    if form not in _FORMATS:
        raise UsageError(f"no format {form!r}; there are {', '.join(_FORMATS)}")
    checked_date(as_of, "--as-of")
    with open_book(ledger) as book:
        shown = show(book, incident, as_of=as_of, policy=policy)
        _print_shown(shown, warnings_of(book, shown.incident.reports), form, lang)


def _print_shown(shown: Shown, warned_of: Mapping[str, Sequence[str]], form: str, lang: str) -> None:
    if form == "json":
        write_line(dumps(incident_to_json(shown.incident)))
        return
    brief = make_brief(shown.dossier, reports=shown.dossier.reports, warned_of=warned_of, lang=lang)
    if form == "html":
        write_line(as_html(brief, lang=lang))
    elif form == "markdown":
        write_line(as_markdown(brief))
    else:
        out.print(as_terminal_text(brief, width=min(out.width, 110)))
        holding = {decision.id for decision in in_effect(shown.decisions)}
        for decision in shown.decisions:
            undone = decision.id not in holding and decision.kind is not DecisionKind.WITHDRAW
            kind = f"{decision.kind.value} (withdrawn)" if undone else decision.kind.value
            told = f"{decision.analyst}: {kind}. {decision.reason}"
            out.print(f"{decision.at}  {told}  [{decision.id}]")


@app.command("diff")
def diff_incident(
    incident: Annotated[str, typer.Argument(help="Its id, or the beginning of it.")],
    since: Annotated[str, typer.Option("--from", help="What was known then, ISO 8601.")],
    until: Annotated[str, typer.Option("--to", help="What was known then, ISO 8601.")],
    policy: PolicyOption = "default",
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Tell what changed in what is known of an incident, and which reports changed it."""
    checked_date(since, "--from")
    checked_date(until, "--to")
    with open_book(ledger) as book:
        for change in differences(book, incident, since=since, until=until, policy=policy):
            if as_json:
                write_line(dumps(change.packed()))
            else:
                _print_change(change)


def _print_change(change: Change) -> None:
    out.print(f"{change.about}: {change.before or 'nothing'} → {change.after or 'nothing'}")
    out.print(f"  {change.why}")
    if change.reports:
        out.print(f"  by {', '.join(change.reports)}")


@app.command("why")
def why_figure(
    incident: Annotated[str, typer.Argument(help="Its id, or the beginning of it.")],
    outcome: Annotated[str | None, typer.Argument(help="killed, injured, …; all figures without.")] = None,
    group: Annotated[str | None, typer.Argument(help="all, victims, attackers, …; all without.")] = None,
    as_of: AsOfOption = None,
    policy: PolicyOption = "default",
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Follow a figure back to the sentences it rests on."""
    checked_date(as_of, "--as-of")
    with open_book(ledger) as book:
        shown = show(book, incident, as_of=as_of, policy=policy)
        for reason in reasons(shown, outcome, group):
            if as_json:
                write_line(dumps(reason.packed(shown)))
            else:
                _print_reason(reason)


def _print_reason(reason: Reason) -> None:
    toll = reason.toll
    out.print(f"{toll.outcome.value}, {toll.group.value}: {toll.best}")
    out.print(f"  {toll.why}")
    for ground in reason.grounds:
        mark = "denied" if ground.denied else "stands" if ground.standing else "fallen"
        out.print(f"  {ground.at or 'no date'}  {ground.value}  {mark}  {ground.source}  [{ground.claim}]")
        out.print(f"    “{ground.sentence}”  {ground.report.publisher or ''} {ground.report.id}")


@app.command("reports")
def list_reports(as_json: JsonOption = False, ledger: LedgerOption = None) -> None:
    """List the reports of the book in the order they were entered."""
    with open_book(ledger) as book:
        for report in book.reports():
            if as_json:
                write_line(dumps(report))
            else:
                words = (report["published"] or "no date", report["publisher"] or "", report["title"] or "")
                sys.stdout.write(f"{report['id']}  {'  '.join(str(word) for word in words)}\n")
