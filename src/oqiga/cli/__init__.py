"""The commands. Each module of this package registers its own on `app`; all are thin."""

from __future__ import annotations

import sys
from importlib import import_module

from oqiga.cli.app import app
from oqiga.cli.console import complain
from oqiga.errors import OqigaError

MODULES = (
    "read",
    "demo",
    "book",
    "keeping",
    "exporting",
    "brief",
    "watch",
    "alert",
    "desk",
    "schema",
    "evaluate",
    "copying",
    "archive",
    "train",
)
"""The modules of this package that hold commands."""


def main() -> None:
    """Run the command line; errors of this package become one line on standard error and an exit status."""
    for name in MODULES:
        import_module(f"oqiga.cli.{name}")
    try:
        app()
    except OqigaError as error:
        complain(str(error))
        sys.exit(error.exit_status)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone, as `head` does
        sys.exit(0)
    except KeyboardInterrupt:
        complain("stopped")
        sys.exit(130)


__all__ = ["app", "main"]
