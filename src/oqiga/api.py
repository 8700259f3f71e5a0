"""The public Python interface: read a report, keep a book, ask it, take it away as a table.

import oqiga

record = oqiga.read_report("report.html", published="2016-06-06")
with oqiga.open_book("newsroom.db", create=True) as book:
    book.add(record)
    for incident in book.incidents(near=(50.28, 57.17), within_km=50):
        print(incident.title, incident.tolls)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from oqiga.book import questions
from oqiga.book.asked import checked_date, circle_at, known_types
from oqiga.book.book import Added, Book
from oqiga.errors import GatherError, PublishError
from oqiga.gather.inputs import RawInput, gather
from oqiga.gather.report import Known
from oqiga.ledger.asking import Question
from oqiga.model.incident import Incident
from oqiga.model.record import Record
from oqiga.model.terms import Outcome
from oqiga.pipeline import read_text
from oqiga.publish.exports import export
from oqiga.publish.exports.exported import Exported
from oqiga.publish.exports.facts import best_place, range_of

_LONGEST_PATH = 255
_WORDS_OF_TEXT = 5
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", '"')


def read_report(
    source: str | bytes | Path,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    gated: bool = True,
) -> Record:
    """Read one report: no network, no book, the same record each time.

    source: the path of a text or page, or the text or page itself (bytes, or a string that has a line break,
    a tag, a sentence's end, or five words and no ending of a file). published: ISO 8601, or as feeds write
    it. language: "en", "ru" or "kk", told by the text where it is None. gated: leave reports that are not
    about violence unread.
    Returns the record, as `oqiga schema report` and `claim` describe it: spans are code points of its text.
    Raises GatherError when there is nothing to read, or `published` is no date; ReadError when there is no
    reader for the language.
    """
    known = Known(title=title, publisher=publisher, published=published, url=url, language=language)
    return read_text(gather(_raw(source, known)), gated=gated)


def _raw(source: str | bytes | Path, known: Known) -> RawInput:
    if isinstance(source, bytes):
        return RawInput("the text given", source, known)
    if isinstance(source, str) and _is_text(source):
        return RawInput("the text given", source.encode("utf-8", "replace"), known)
    try:
        return RawInput(str(source), Path(source).read_bytes(), known)
    except OSError as error:
        raise GatherError(error.strerror or "cannot be read", subject=str(source)) from error


def _is_text(source: str) -> bool:
    """Tell whether a string is a report rather than the path of one."""
    if len(source) > _LONGEST_PATH or any(mark in source for mark in "\n<"):
        return True
    words, ending = source.split(), Path(source).suffix.rstrip(".")
    is_sentence = len(words) > 1 and source.rstrip().endswith(_SENTENCE_ENDS)
    return is_sentence or (len(words) >= _WORDS_OF_TEXT and (not ending or " " in ending))


def open_book(address: str | Path, *, create: bool = False) -> OpenBook:
    """Open a book: a path (SQLite) or a postgresql:// address. Use it as a context manager.

    create: make it where there is none. Raises LedgerError when it cannot be opened, or is no book.
    """
    return OpenBook(Book.open(str(address), create=create))


def _utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class OpenBook:
    """A book that is open. clock: gives the moment entries are made at, ISO 8601 in UTC."""

    def __init__(self, book: Book, clock: Callable[[], str] = _utc_now) -> None:
        self._book = book
        self._clock = clock

    def __enter__(self) -> OpenBook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the book."""
        self._book.close()

    def add(self, record: Record) -> Added:
        """Enter a record; the same report twice is one.

        Returns what became of it: the report's id, "entered", "revised", "known" or "rejected" with why, and
        the ids of the incidents it changed. Raises LedgerError when the book cannot be written; nothing is
        entered by half.
        """
        return self._book.add(record, now=self._clock())

    def incidents(
        self,
        *,
        near: tuple[float, float] | None = None,
        within_km: float = 25.0,
        since: str | None = None,
        until: str | None = None,
        types: Iterable[str] = (),
        min_killed: int | None = None,
        disputed: bool = False,
        as_of: str | None = None,
    ) -> list[Incident]:
        """Return the incidents that answer, the latest first; those that reports only mention are left out.

        near: latitude and longitude in degrees (WGS 84); within_km: kilometres around it. since, until:
        between which it happened, or became known where its time is not; as_of: what was published and
        decided by then; all ISO 8601. types: of the codebook. min_killed: persons, of the best figure.
        Raises UsageError for what is no date, type or point.
        """
        question = Question(
            near=circle_at(*near, within_km) if near else None,
            since=checked_date(since, "since"),
            until=checked_date(until, "until"),
            types=known_types(types),
            min_killed=min_killed,
            disputed=disputed,
        )
        return questions.incidents(self._book, question, as_of=checked_date(as_of, "as_of"))

    def show(self, incident: str, *, as_of: str | None = None) -> questions.Shown:
        """Return one incident with the claims and reports it rests on, each by its id.

        as_of: ISO 8601. Raises NotFoundError when the book has no incident of that id, or had none by then;
        UsageError when `as_of` is no date.
        """
        return questions.show(self._book, incident, as_of=checked_date(as_of, "as_of"))

    def export(self, form: str, *, as_of: str | None = None) -> Exported:
        """Write all incidents in a receiver's form, as `oqiga export` does.

        form: one of those that `docs/exports.md` lists. Returns the bytes, their media type, and in words
        what the form could not hold. Raises PublishError for another form, or where a library it needs is
        not installed; UsageError when `as_of` is no date.
        """
        dossier = questions.dossier(self._book, Question(), as_of=checked_date(as_of, "as_of"))
        return export(form, dossier)

    def rows(self, *, as_of: str | None = None) -> list[dict[str, Any]]:
        """Return one flat row per incident; unknown is None, never zero.

        Figures are persons: low, best and high of killed, injured, detained and missing. Latitude and
        longitude are degrees (WGS 84), times ISO 8601. Raises UsageError when `as_of` is no date.
        """
        return [_row(incident) for incident in self.incidents(as_of=as_of)]

    def to_pandas(self, *, as_of: str | None = None) -> Any:
        """Return the rows as a pandas DataFrame. Raises PublishError where pandas is not installed."""
        return _library("pandas").DataFrame(self.rows(as_of=as_of))

    def to_polars(self, *, as_of: str | None = None) -> Any:
        """Return the rows as a polars DataFrame. Raises PublishError where polars is not installed."""
        return _library("polars").DataFrame(self.rows(as_of=as_of))


def _library(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise PublishError(f"{name} is not installed") from error


def _row(incident: Incident) -> dict[str, Any]:
    place = best_place(incident)
    row: dict[str, Any] = {
        "incident": incident.id,
        "title": incident.title,
        "type": incident.type.value,
        "start": incident.time.start,
        "end": incident.time.end,
        "time_precision": incident.time.precision.value,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "reports": len(incident.reports),
        "disputes": len(incident.disputes),
    }
    for outcome in (Outcome.KILLED, Outcome.INJURED, Outcome.DETAINED, Outcome.MISSING):
        found = range_of(incident, outcome)
        for name in ("low", "best", "high"):
            row[f"{outcome.value}_{name}"] = getattr(found, name) if found else None
    return row
