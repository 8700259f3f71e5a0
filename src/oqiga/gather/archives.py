"""Web archives, official notices and mail: WARC streamed, PDF and e-mail files to inputs."""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from oqiga.errors import GatherError
from oqiga.gather.decode import MAX_BYTES
from oqiga.gather.inputs import RawInput, Unreadable
from oqiga.gather.report import Known

WARC_SUFFIXES = (".warc", ".warc.gz")
_PAGES = ("text/html", "application/xhtml+xml")
_MOST_PAGES = 60
_PART = re.compile(rb"^--", re.MULTILINE)
_MOST_PARTS = 1000


def from_warc(path: Path) -> Iterator[RawInput | Unreadable]:
    """Yield the pages of a web archive one by one, without unpacking it; what is no page is passed over."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    subject = str(path)
    try:
        with path.open("rb") as opened:
            for record in ArchiveIterator(
                opened, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
            ):
                page = page_of(record, subject)
                if page is not None:
                    yield page
    except (OSError, ValueError, EOFError) as error:
        yield Unreadable(subject, GatherError(f"broken off: {error}", subject=subject))


def page_of(record: object, archive: str) -> RawInput | None:
    """Return a page of a web archive as an input, None when the record holds no page."""
    headers = getattr(record, "http_headers", None)
    kind = (getattr(record, "http_content_type", None) or "").lower()
    if headers is None or headers.status_code != 200 or kind not in _PAGES:
        return None
    url = str(record.headers.get("WARC-Target-URI") or "")  # type: ignore[attr-defined]
    content = record.reader.read(MAX_BYTES + 1)  # type: ignore[attr-defined]
    return RawInput(f"{archive}, {url}", content, Known(url=url or None))


def from_pdf(content: bytes, *, subject: str, known: Known) -> RawInput:
    """Return the text of an official notice. Raises GatherError when it has none, or is not to be read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise GatherError("an encrypted PDF", subject=subject)
        pages = [page.extract_text() for page in reader.pages[:_MOST_PAGES]]
    except (PyPdfError, ValueError, KeyError, RecursionError, OSError) as error:
        raise GatherError(f"not readable as PDF: {error}", subject=subject) from error
    text = "\n\n".join(page for page in pages if page.strip())
    if not text:
        raise GatherError("a PDF without text, perhaps a scan", subject=subject)
    return RawInput(subject, text.encode("utf-8", "replace"), known)


def from_mail(content: bytes, *, subject: str, known: Known) -> RawInput:
    """Return the body of an e-mail file, its subject line as title and its date as published."""
    if len(_PART.findall(content)) > _MOST_PARTS:
        raise GatherError("an e-mail of more parts than any report has", subject=subject)
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        body = message.get_body(preferencelist=("plain", "html"))
        written = "" if body is None else str(body.get_content())
        sent = message.get("date")
        title = str(message.get("subject") or "") or None
    except (LookupError, ValueError, RecursionError, AttributeError) as error:
        raise GatherError(f"not readable as an e-mail: {error}", subject=subject) from error
    if not written.strip():
        raise GatherError("an e-mail without text", subject=subject)
    moment = sent.datetime.isoformat() if sent is not None and sent.datetime is not None else None
    found = replace(known, title=known.title or title, published=known.published or moment)
    return RawInput(subject, written.encode("utf-8", "replace"), found)
