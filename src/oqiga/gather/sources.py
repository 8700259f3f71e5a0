"""Whatever the user names to inputs: files, folders, standard input, addresses, feeds, archives, mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from oqiga.errors import GatherError
from oqiga.gather.addresses import from_address, is_address
from oqiga.gather.archives import WARC_SUFFIXES, from_mail, from_pdf, from_warc
from oqiga.gather.fetch import Fetcher
from oqiga.gather.inputs import RawInput, Unreadable, from_paths, suffix_of
from oqiga.gather.live import parted
from oqiga.gather.report import Known

_READERS = {".pdf": from_pdf, ".eml": from_mail}


def from_names(
    names: Iterable[str], standard_input: BinaryIO, known: Known, fetcher: Fetcher | None = None
) -> Iterator[RawInput | Unreadable]:
    """Yield the inputs under the names, in order; a live blog is as many inputs as it has posts.

    fetcher: None where nothing may be fetched.
    """
    for raw in _named(names, standard_input, known, fetcher):
        yield from [raw] if isinstance(raw, Unreadable) else parted(raw)


def _named(
    names: Iterable[str], standard_input: BinaryIO, known: Known, fetcher: Fetcher | None
) -> Iterator[RawInput | Unreadable]:
    for name in names:
        suffix = suffix_of(name)
        if is_address(name):
            yield from _fetched(name, fetcher, known)
        elif suffix in WARC_SUFFIXES:
            yield from from_warc(Path(name))
        elif suffix in _READERS:
            yield from (_converted(raw, suffix) for raw in from_paths([name], standard_input, known))
        else:
            yield from from_paths([name], standard_input, known)


def _fetched(url: str, fetcher: Fetcher | None, known: Known) -> Iterator[RawInput | Unreadable]:
    if fetcher is None:
        yield Unreadable(
            url, GatherError("nothing is fetched here; `oqiga add` takes addresses", subject=url)
        )
    else:
        yield from from_address(url, fetcher, known)


def _converted(raw: RawInput | Unreadable, suffix: str) -> RawInput | Unreadable:
    if isinstance(raw, Unreadable) or isinstance(raw.content, str):
        return raw
    try:
        return _READERS[suffix](raw.content, subject=raw.subject, known=raw.known)
    except GatherError as error:
        return Unreadable(raw.subject, error)
