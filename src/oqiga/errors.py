"""The error tree: every failure a caller may meet, in one place.

    OqigaError
    ├── SettingsError        a setting is missing or wrong
    ├── UsageError           a question was put in words that are not taken
    ├── GatherError          an input cannot be turned into a report
    ├── ReadError            a report cannot be read
    ├── EngineError          an outside engine gives no answer that can be used
    ├── LedgerError          the book refuses, or cannot be reached
    │   └── NotFoundError    the book holds nothing under that id
    ├── ReconcileError       claims cannot be brought together
    │   └── NoClaimsError    nothing is left to settle a figure from
    ├── PublishError         an output cannot be written
    └── EvaluateError        benchmark data are missing or malformed

Each error carries what failed, an exit status for the command line and a status for the HTTP API.
Errors of other libraries are translated where they are met, with the cause kept.
"""

from __future__ import annotations


class OqigaError(Exception):
    """Root of all errors raised on purpose by this package.

    subject: what failed, as a person would name it (a path, a report id, a line), or None.
    """

    exit_status = 1
    http_status = 500

    def __init__(self, message: str, *, subject: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}" if self.subject else self.message


class SettingsError(OqigaError):
    """A setting is missing or has a value that cannot be used."""

    exit_status = 2


class UsageError(OqigaError):
    """A command, a route or a function was asked in words it does not take."""

    exit_status = 2
    http_status = 400


class GatherError(OqigaError):
    """An input cannot be turned into a report: unreadable, empty, binary, too large, no article in it."""

    http_status = 422


class ReadError(OqigaError):
    """A report cannot be read: its language is unknown, or reading it failed."""

    http_status = 422


class EngineError(OqigaError):
    """An outside engine gives no answer that can be used."""

    http_status = 502


class LedgerError(OqigaError):
    """The book refuses an entry, or cannot be opened, read or written."""


class NotFoundError(LedgerError):
    """The book holds nothing under the id that was asked for."""

    http_status = 404


class ReconcileError(OqigaError):
    """Claims or decisions cannot be brought together."""


class NoClaimsError(ReconcileError):
    """Nothing is left to settle a figure from."""


class PublishError(OqigaError):
    """An output cannot be written in the form that was asked for."""


class EvaluateError(OqigaError):
    """Benchmark data are missing or do not have the form that is expected."""
