"""Writing to the terminal: results on standard output, complaints and progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from oqiga.errors import PublishError

T = TypeVar("T")

out = Console(highlight=False, emoji=False, markup=False)
"""Results. Markup is off: the words of reports are never taken for it."""


def complain(message: str) -> None:
    """Say on standard error, in one line, what went wrong."""
    sys.stderr.write(f"oqiga: {' '.join(message.split())}\n")


def write_line(line: str) -> None:
    """Write one line of machine-readable output as it is, whatever the width of the terminal."""
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def write_content(content: bytes, file: Path | None) -> None:
    """Write a file, or to standard output where none is named. Raises PublishError when it cannot."""
    if file is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        file.write_bytes(content)
    except OSError as error:
        raise PublishError(error.strerror or "cannot be written", subject=str(file)) from error


def with_progress(steps: Iterable[T], *, what: str, shown: bool) -> Iterator[T]:
    """Pass the steps through, counting them on standard error when it is a terminal and `shown` is true."""
    console = Console(stderr=True, highlight=False, emoji=False)
    if not (shown and console.is_terminal):
        yield from steps
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=None)
        for step in steps:
            yield step
            progress.advance(task)
