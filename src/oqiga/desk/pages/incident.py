"""The page of one incident, as known now or at any moment; and the sentences behind its values."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from oqiga.book.deciding import claim_with_id, decisions_of
from oqiga.book.differing import Change, differences
from oqiga.book.questions import Shown, show
from oqiga.book.warned import warnings_of
from oqiga.desk.asking import checked_date
from oqiga.desk.desk import Desk, desk_of
from oqiga.desk.entry import Reader
from oqiga.desk.pages.shell import kept_page
from oqiga.desk.reports import told
from oqiga.desk.views.evidence import Ground, ground_of, grounds_of
from oqiga.desk.views.whole import moments_of, whole_of
from oqiga.desk.views.words import short, spoken
from oqiga.errors import NotFoundError
from oqiga.ledger.engine import reading
from oqiga.model.decision import Decision
from oqiga.model.moments import instant
from oqiga.publish.brief import make_brief
from oqiga.publish.brief_text import as_markdown
from oqiga.publish.phrases import in_words, warned, why_of
from oqiga.publish.situation import about_change
from oqiga.publish.words import Translate, translator
from oqiga.reconcile.decisions import in_effect

router = APIRouter()
_MOST_CHANGES = 40
_MOST_CLAIMS = 60
AsOf = Annotated[str, Query(max_length=40)]


@router.get("/incidents/{incident}")
def incident_page(
    request: Request,
    person: Reader,
    incident: str,
    as_of: AsOf = "",
    done: Annotated[str, Query(max_length=60)] = "",
) -> Response:
    """Show one incident."""
    desk = desk_of(request)
    then = checked_date(as_of, "as_of")

    def make(say: Translate, lang: str) -> dict[str, Any]:
        now = show(desk.book, incident)
        shown = show(desk.book, incident, as_of=then) if then else now
        whole = whole_of(shown, say, lang)
        moments = moments_of(now)
        return {
            "title": whole.title,
            "incident": whole,
            "as_of": then or "",
            "moments": [(each, spoken(each, lang)) for each in moments],
            "at": _position(moments, then),
            "changes": _changes(desk, incident, moments, then, lang),
            "decisions": _decisions(shown, lang),
            "moved": incident != shown.incident.id,
            "asked": incident,
            "warned": {
                report: [warned(each, say) for each in warnings]
                for report, warnings in warnings_of(desk.book, shown.incident.reports).items()
            },
            "done": done,
            "map": json.dumps(
                {
                    "type": "FeatureCollection",
                    "features": [each.feature(title=each.name, killed=0, figure="") for each in whole.spots],
                },
                ensure_ascii=False,
            ),
            "brief": as_markdown(make_brief(shown.dossier, reports=shown.dossier.reports, lang=lang)),
            "charts": [json.dumps(asdict(each), ensure_ascii=False) for each in whole.charts],
        }

    return kept_page(request, person, "incident.html.j2", make, stamp=desk.pulse.stamp(incident))


def _position(moments: list[str], then: str | None) -> int:
    """Return how many of the moments had passed by then; all of them now."""
    return len(moments) if then is None else sum(instant(each) <= instant(then) for each in moments)


def _changes(desk: Desk, asked: str, moments: list[str], then: str | None, lang: str) -> dict[str, Any]:
    """Return what changed since then, or with the last report when the page shows the present."""
    if then is not None:
        since, until = then, desk.moment()
    elif len(moments) > 1:
        since, until = _before(moments), moments[-1]
    else:
        return {"since": "", "found": []}
    try:
        found = differences(desk.book, asked, since=since, until=until)
    except NotFoundError:
        return {"since": since, "found": []}
    told_ = [_told(each, lang) for each in found if each.about != "title"]
    return {"since": since, "found": told_[:_MOST_CHANGES]}


def _before(moments: list[str]) -> str:
    """Return the last moment before the latest one."""
    last = instant(moments[-1])
    return next((each for each in reversed(moments) if instant(each) < last), moments[0])


def _told(change: Change, lang: str) -> dict[str, Any]:
    return {
        "about": about_change(change.about, translator(lang)),
        "before": short(in_words(change.was, lang), 120),
        "after": short(in_words(change.now, lang), 160),
        "claims": change.claims,
        "reports": change.reports,
    }


def _decisions(shown: Shown, lang: str) -> list[dict[str, Any]]:
    """Return the decisions about an incident, the latest first, and whether they still hold."""
    holding = {each.id for each in in_effect(shown.decisions)}
    return [decision_line(each, each.id in holding, lang) for each in reversed(shown.decisions)]


def decision_line(decision: Decision, holds: bool, lang: str) -> dict[str, Any]:
    """Return a decision as a line of its history."""
    return {
        "id": decision.id,
        "kind": decision.kind.value,
        "analyst": decision.analyst,
        "reason": short(decision.reason, 400),
        "at": decision.at,
        "when": spoken(decision.at[:16] + "Z", lang),
        "holds": holds,
        "about": [(each.id, each.kind, each.report) for each in decision.about],
        "corrected": ", ".join(f"{name} = {value}" for name, value in decision.values.items()),
    }


@router.get("/incidents/{incident}/words")
def words(
    request: Request,
    person: Reader,
    incident: str,
    claim: Annotated[list[str] | None, Query()] = None,
    outcome: Annotated[str, Query(max_length=40)] = "",
    group: Annotated[str, Query(max_length=40)] = "",
    as_of: AsOf = "",
) -> Response:
    """Show the sentences behind a figure or behind claims, the words marked."""
    desk = desk_of(request)
    then = checked_date(as_of, "as_of")

    def make(say: Translate, lang: str) -> dict[str, Any]:
        shown = show(desk.book, incident, as_of=then)
        toll = next(
            (
                each
                for each in shown.incident.tolls
                if each.outcome.value == outcome and each.group.value == group
            ),
            None,
        )
        standing = {point.claim: point.standing for point in toll.series} if toll else {}
        wanted = list(standing) if toll else list(claim or ())[:_MOST_CLAIMS]
        if not wanted:
            raise NotFoundError("the incident has no such value", subject=incident)
        grounds = grounds_of(
            wanted,
            shown.claims,
            shown.report_of,
            say,
            lang,
            standing=standing,
            decisions=in_effect(shown.decisions),
        )
        missing = [each for each in wanted if each not in shown.claims]
        grounds += _struck(desk, missing, say, lang)
        return {
            "title": say("Whose words"),
            "incident": shown.incident.id,
            "why": short(why_of(toll, lang), 800) if toll else "",
            "grounds": grounds,
            "return_to": f"/incidents/{shown.incident.id}",
        }

    return kept_page(request, person, "words.html.j2", make, stamp=desk.pulse.stamp(incident))


def _struck(desk: Desk, missing: list[str], say: Translate, lang: str) -> list[Ground]:
    """Return claims that no longer count for the incident, such as those an analyst struck."""
    found = []
    for each in missing:
        with reading(desk.book.engine, desk.book.address) as connection:
            claim, report = claim_with_id(connection, each)
        text = told(desk.book, report).report
        if claim.span.of(text.text) == claim.quote:
            decided = decisions_of(desk.book)
            found.append(ground_of(claim, text, say, lang, standing=False, decisions=decided))
    return found
