"""Sessions of browsers: a random word in a cookie, its digest in the store, an end."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from oqiga.desk.people.accounts import digest
from oqiga.desk.people.rights import RIGHTS, ForbiddenError, Person, Role, UnknownPersonError
from oqiga.desk.people.store import Store

COOKIE = "oqiga_session"
LIFETIME_S = 12 * 3600


@dataclass(frozen=True, slots=True)
class Opened:
    """A session just begun. word: for the cookie."""

    word: str
    person: Person


class Sessions:
    """The sessions of a store, and the one-time words that open one on this machine."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._once: dict[str, tuple[str, Role]] = {}

    def one_time(self, name: str, role: Role) -> str:
        """Return a word that opens one session, once."""
        word = secrets.token_urlsafe(24)
        self._once[digest(word)] = (name, role)
        return word

    def enter(self, word: str, *, now: float) -> Opened:
        """Open the session of a one-time word. Raises UnknownPersonError when it was used or is wrong."""
        found = self._once.pop(digest(word), None)
        if found is None:
            raise UnknownPersonError("this address was used before; start the desk again for a new one")
        return self.open(*found, now=now)

    def open(self, name: str, role: Role, *, now: float) -> Opened:
        """Begin a session."""
        word, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
        with self._store.writing() as connection:
            connection.execute("DELETE FROM sessions WHERE expires < ?", (now,))
            connection.execute(
                "INSERT INTO sessions (digest, name, role, csrf, made, expires) VALUES (?, ?, ?, ?, ?, ?)",
                (digest(word), name, role.value, csrf, now, now + LIFETIME_S),
            )
        return Opened(word, Person(name, role, RIGHTS[role], csrf))

    def find(self, word: str, *, now: float) -> Person | None:
        """Return whose session this is, None when it is over or unknown."""
        rows = self._store.rows(
            "SELECT name, role, csrf FROM sessions WHERE digest = ? AND expires >= ?", (digest(word), now)
        )
        if not rows:
            return None
        role = Role(rows[0]["role"])
        return Person(rows[0]["name"], role, RIGHTS[role], rows[0]["csrf"])

    def close(self, word: str) -> None:
        """End a session."""
        with self._store.writing() as connection:
            connection.execute("DELETE FROM sessions WHERE digest = ?", (digest(word),))


def check_form(person: Person, given: str | None) -> None:
    """Make sure that a change asked for by a browser comes from our own page. Raises ForbiddenError."""
    if person.csrf is not None and not hmac.compare_digest(person.csrf, given or ""):
        raise ForbiddenError("the form is out of date; reload the page and send it again")
