"""Writing files so that a kill or a full disk leaves the old or the new one, whole."""

from __future__ import annotations

import os
from pathlib import Path

from oqiga.errors import PublishError


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in the place of the old one, on the disk when this returns.

    Raises PublishError when it cannot be written; the old file is then as it was.
    """
    fresh = path.with_name(f"{path.name}.new")
    try:
        with fresh.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise PublishError(error.strerror or "cannot be written", subject=str(path)) from error
