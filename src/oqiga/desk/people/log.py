"""The log: who signed in, added, decided or changed people, when and from where."""

from __future__ import annotations

from dataclasses import dataclass

from oqiga.desk.people.store import Store


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of the log. at: seconds since 1970; address: of the machine."""

    at: float
    name: str
    what: str
    subject: str
    address: str


class Log:
    """The log of a store; lines are only added."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, name: str, what: str, subject: str = "", *, address: str = "", now: float) -> None:
        """Add a line."""
        with self._store.writing() as connection:
            connection.execute(
                "INSERT INTO log (at, name, what, subject, address) VALUES (?, ?, ?, ?, ?)",
                (now, name[:64], what, subject[:500], address[:64]),
            )

    def latest(self, count: int) -> list[Logged]:
        """Return the last lines, the latest first."""
        rows = self._store.rows(
            "SELECT at, name, what, subject, address FROM log ORDER BY number DESC LIMIT ?", (count,)
        )
        return [Logged(*row) for row in rows]
