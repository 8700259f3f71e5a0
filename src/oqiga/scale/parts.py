"""Parts: stretches of web archives small enough to be read, lost and read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from oqiga.errors import GatherError
from oqiga.gather.archives import page_of
from oqiga.gather.inputs import RawInput, Unreadable


@dataclass(frozen=True, slots=True)
class Part:
    """So many answers of an archive from a byte on. name: the same whenever the same archive is divided."""

    archive: str
    offset: int
    answers: int
    name: str


def divided(archives: Iterable[Path], *, answers: int) -> Iterator[Part | Unreadable]:
    """Divide archives into parts of so many answers, without unpacking the pages.

    An archive that cannot be read yields an Unreadable behind the parts that can.
    """
    for archive in archives:
        found: list[int] = []
        try:
            found.extend(_positions(archive))
        except (OSError, ValueError, EOFError) as error:
            yield Unreadable(str(archive), GatherError(f"broken off: {error}", subject=str(archive)))
        for number, first in enumerate(range(0, len(found), answers)):
            size = min(answers, len(found) - first)
            yield Part(str(archive), found[first], size, _name(archive, number, found[first], size))


def _positions(archive: Path) -> Iterator[int]:
    """Yield the byte at which each answer of an archive begins."""
    with archive.open("rb") as opened:
        for record in ArchiveIterator(opened, record_types=WarcRecordType.response, parse_http=False):
            yield record.stream_pos


def _name(archive: Path, number: int, start: int, size: int) -> str:
    told = f"{archive.name}\n{start}\n{size}\n{archive.stat().st_size}"
    return f"{number:06d}-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def pages_of(part: Part) -> Iterator[RawInput | Unreadable]:
    """Yield the pages of a part; what is no page is passed over."""
    try:
        with Path(part.archive).open("rb") as opened:
            opened.seek(part.offset)
            records = ArchiveIterator(
                opened, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
            )
            for seen, record in enumerate(records, start=1):
                page = page_of(record, part.archive)
                if page is not None:
                    yield page
                if seen == part.answers:
                    return
    except (OSError, ValueError, EOFError) as error:
        yield Unreadable(part.archive, GatherError(f"broken off: {error}", subject=part.archive))
