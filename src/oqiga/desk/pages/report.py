"""The page of a report: its clean text with what it claims marked by kind; versions; copies. And the list."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from oqiga.book.book import Book
from oqiga.desk.desk import desk_of
from oqiga.desk.entry import Reader
from oqiga.desk.listing import report_page as page_of_reports
from oqiga.desk.pages.shell import kept_page, with_query
from oqiga.desk.reports import about, copies, told
from oqiga.desk.views.marked import alterations, paragraphs_of
from oqiga.desk.views.timeline import claim_words
from oqiga.desk.views.words import short, spoken
from oqiga.publish import labels
from oqiga.publish.brief_sections import headline
from oqiga.publish.phrases import warned
from oqiga.publish.words import Translate

router = APIRouter()
_SIZE = 50


@router.get("/reports")
def reports_page(
    request: Request, person: Reader, cursor: Annotated[str, Query(max_length=400)] = ""
) -> Response:
    """List the reports, the latest entered first."""
    desk = desk_of(request)

    def make(say: Translate, lang: str) -> dict[str, Any]:
        page = page_of_reports(desk.book, size=_SIZE, cursor=cursor or None)
        rows = [
            {
                "id": row["id"],
                "title": short(row["title"], 160) or row["id"],
                "publisher": short(row["publisher"], 60),
                "when": spoken(row["published"], lang),
                "language": row["language"] or "",
                "relevant": row["relevant"],
            }
            for row in page.rows
        ]
        after = with_query(request, cursor=page.cursor) if page.cursor else ""
        return {"title": say("Reports"), "rows": rows, "next": after}

    return kept_page(request, person, "reports.html.j2", make)


@router.get("/reports/{report:path}")
def report_page(
    request: Request,
    person: Reader,
    report: str,
    revision: Annotated[str, Query(max_length=60)] = "",
    against: Annotated[str, Query(max_length=60)] = "",
) -> Response:
    """Show one report, or what changed from one of its versions to another."""
    desk = desk_of(request)

    def make(say: Translate, lang: str) -> dict[str, Any]:
        return _context(desk.book, report, revision, against, say, lang)

    return kept_page(request, person, "report.html.j2", make)


def _context(
    book: Book, report: str, revision: str, against: str, say: Translate, lang: str
) -> dict[str, Any]:
    """Return what the page of a report shows."""
    found = told(book, report, revision=revision or None)
    compared = told(book, report, revision=against) if against else None
    text = found.report
    return {
        "title": short(text.title, 200) or say("A report without a title"),
        "report": text,
        "publisher": short(text.publisher, 80),
        "when": spoken(text.published, lang) or say("publication time unknown"),
        "paragraphs": paragraphs_of(text.text, found.claims),
        "altered": list(alterations(compared.report.text, text.text)) if compared else [],
        "claims": [
            {
                "id": each.id,
                "kind": each.kind,
                "says": claim_words(each, say),
                "who": " ← ".join(short(source.name, 80) for source in each.said_by),
                "certainty": say(labels.CERTAINTIES[each.certainty]),
                "doubtful": each.certainty.value != "stated",
                "background": each.background,
            }
            for each in found.claims
        ],
        "kinds_here": sorted({each.kind for each in found.claims}),
        "revisions": [
            {
                "id": each.id,
                "when": spoken(each.known, lang),
                "stands": each.stands,
                "here": each is found.shown,
            }
            for each in found.revisions
        ],
        "incidents": [
            (each.id, short(headline(each, say, lang), 120)) for each in about(book, found.incidents)
        ],
        "copies": [
            (
                each.id,
                short(each.title, 120) or each.id,
                short(each.publisher, 60),
                spoken(each.published, lang),
            )
            for each in copies(book, found)
        ],
        "warnings": [warned(each, say) for each in found.warnings],
        "relevant": found.relevant,
        "address": text.url if text.url and text.url.startswith(("http://", "https://")) else "",
    }
