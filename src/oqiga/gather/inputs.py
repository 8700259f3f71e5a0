"""Where reports come from on one machine: files, folders, JSON Lines, standard input.

Everything yields inputs one by one and never stops at a bad one: an input that cannot be had is an
`Unreadable` in its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from oqiga.errors import GatherError
from oqiga.gather.decode import MAX_BYTES, decode
from oqiga.gather.page import Worth
from oqiga.gather.report import Known, make_report
from oqiga.model.report import Report

STANDARD_INPUT = "-"
_SUFFIXES = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ".md"})


@dataclass(frozen=True, slots=True)
class RawInput:
    """One report as it came. subject: its name for messages; content: bytes of a file, or decoded text."""

    subject: str
    content: bytes | str
    known: Known


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that could not be had, and why."""

    subject: str
    error: GatherError


class JsonLine(BaseModel):
    """One line of a JSON Lines file of reports, as `oqiga read --jsonl` takes it."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None

    @model_validator(mode="after")
    def _has_content(self) -> JsonLine:
        if not (self.text or self.html):
            raise ValueError("neither text nor html")
        return self


def gather(raw: RawInput, *, worth: Worth | None = None) -> Report:
    """Turn one input into a report. worth: see `read_page`. Raises GatherError naming the input."""
    content = raw.content if isinstance(raw.content, str) else decode(raw.content, subject=raw.subject)
    try:
        return make_report(content, subject=raw.subject, known=raw.known, worth=worth)
    except RecursionError as error:
        raise GatherError("nested too deeply to be a news page", subject=raw.subject) from error


def from_paths(
    names: Iterable[str], standard_input: BinaryIO, known: Known
) -> Iterator[RawInput | Unreadable]:
    """Yield the inputs under the names: "-" is standard input, a folder means the texts and pages in it."""
    for name in names:
        if name == STANDARD_INPUT:
            yield RawInput("standard input", standard_input.read(MAX_BYTES + 1), known)
        elif Path(name).is_dir():
            yield from _from_folder(Path(name), known)
        else:
            yield _from_file(Path(name), known)


def suffix_of(name: str) -> str:
    """Return the ending of a file's name in lower case, with the one before ".gz"."""
    suffixes = [each.lower() for each in Path(name).suffixes[-2:]]
    return "".join(suffixes) if suffixes[-1:] == [".gz"] else "".join(suffixes[-1:])


def _from_folder(folder: Path, known: Known) -> Iterator[RawInput | Unreadable]:
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    if not found:
        yield Unreadable(str(folder), GatherError("no text or HTML file in this folder", subject=str(folder)))
    for path in found:
        yield _from_file(path, known)


def _from_file(path: Path, known: Known) -> RawInput | Unreadable:
    subject = str(path)
    try:
        with path.open("rb") as opened:
            return RawInput(subject, opened.read(MAX_BYTES + 1), known)
    except OSError as error:
        reason = error.strerror or "cannot be read"
        return Unreadable(subject, GatherError(reason[:1].lower() + reason[1:], subject=subject))


def from_json_lines(lines: Iterable[bytes], *, subject: str) -> Iterator[RawInput | Unreadable]:
    """Yield one input a line; empty lines are passed over.

    lines: of one JSON Lines file, UTF-8. subject: the file's name; line numbers are added to it.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _from_line(line, f"{subject}, line {number}")


def _from_line(line: bytes, subject: str) -> RawInput | Unreadable:
    try:
        packed = json.loads(line)
        parsed = JsonLine.model_validate(packed)
    except (ValidationError, ValueError, RecursionError) as error:
        return Unreadable(subject, GatherError(f"not a report: {_first_complaint(error)}", subject=subject))
    return RawInput(_named(subject, packed), _content(parsed), _known(parsed))


def _content(line: JsonLine) -> str | bytes:
    """Pages and texts of a line go through the same checks as files do."""
    return (line.html or line.text or "").encode("utf-8", "replace")


def _known(line: JsonLine) -> Known:
    return Known(
        id=None if line.id is None else str(line.id),
        title=line.title,
        publisher=line.publisher,
        published=line.published,
        url=line.url,
        language=line.language,
    )


def _named(subject: str, packed: Mapping[str, object]) -> str:
    return f"{subject} (id {packed['id']})" if packed.get("id") is not None else subject


def _first_complaint(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return f"{where}: {first['msg']}" if where else str(first["msg"])
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
