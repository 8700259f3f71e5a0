"""Adding to the book from the desk: texts, pages, addresses, files; read at once, entered whole or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oqiga.book.book import Added
from oqiga.desk.desk import Desk
from oqiga.errors import GatherError, OqigaError
from oqiga.gather.fetch import GuardedFetcher
from oqiga.gather.inputs import RawInput, Unreadable
from oqiga.gather.report import Known

_LONGEST_ADDRESS = 2_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input. added: None when it was refused, and then why says why."""

    subject: str
    added: Added | None
    why: str


def is_address(text: str) -> bool:
    """Tell whether what was pasted is one web address and not a text."""
    stripped = text.strip()
    return (
        stripped.startswith(("http://", "https://"))
        and len(stripped) <= _LONGEST_ADDRESS
        and len(stripped.split()) == 1
    )


def fetched(desk: Desk, address: str, known: Known) -> RawInput | Unreadable:
    """Fetch one page, guarded. What cannot be had is an Unreadable."""
    fetcher = GuardedFetcher(allowed=desk.settings.allowed_hosts)
    try:
        page = fetcher(address.strip())
    except GatherError as error:
        return Unreadable(address[:200], error)
    finally:
        fetcher.close()
    merged = Known(
        title=known.title,
        publisher=known.publisher,
        published=known.published,
        url=known.url or page.url,
        language=known.language,
    )
    return RawInput(address[:200], page.content, merged)


def add_all(desk: Desk, inputs: Iterable[RawInput | Unreadable]) -> Iterator[Outcome]:
    """Read inputs and enter them one by one; a bad one never stops the rest. Refusals are entered too."""
    from oqiga.pipeline import Failure, read_one

    for raw in inputs:
        outcome = read_one(raw)
        if isinstance(outcome, Failure):
            desk.book.reject(outcome.subject, outcome.error.message, now=desk.moment())
            yield Outcome(outcome.subject, None, outcome.error.message)
            continue
        try:
            added = desk.book.add(outcome, now=desk.moment())
        except OqigaError as error:
            yield Outcome(raw.subject, None, error.message)
            continue
        yield Outcome(raw.subject, added, added.why)
