"""Users and their passwords; tokens for programs."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from hashlib import sha256
from sqlite3 import Row

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from oqiga.desk.people.rights import RIGHTS, Person, Right, Role, UnknownPersonError
from oqiga.desk.people.store import Store
from oqiga.errors import NotFoundError, UsageError

_NAME = re.compile(r"^[\w.@-]{1,64}$")
_SHORTEST = 10
_LONGEST = 200
_TOKEN_MARK = "oqiga_"


@dataclass(frozen=True, slots=True)
class User:
    """One user as listed."""

    name: str
    role: Role
    disabled: bool


@dataclass(frozen=True, slots=True)
class Token:
    """One token as listed; the word itself is shown once, when it is made."""

    id: str
    name: str
    purpose: str
    scopes: tuple[str, ...]
    expires: float | None
    revoked: bool


class Accounts:
    """Users and tokens of a store. All methods that need it take the time as `now`, seconds since 1970."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._hasher = PasswordHasher()
        self._decoy = self._hasher.hash(secrets.token_hex(16))

    def add(self, name: str, role: Role, password: str, *, now: float) -> None:
        """Add a user. Raises UsageError for a name that is taken or no name, and for a short password."""
        if not _NAME.match(name):
            raise UsageError("a name is letters, digits, dots, dashes, at most 64", subject=name)
        _check(password)
        if self.find(name) is not None:
            raise UsageError("there is a user of that name", subject=name)
        with self._store.writing() as connection:
            connection.execute(
                "INSERT INTO users (name, role, password, made) VALUES (?, ?, ?, ?)",
                (name, role.value, self._hasher.hash(password), now),
            )

    def find(self, name: str) -> User | None:
        """Return the user of that name, None when there is none."""
        rows = self._store.rows("SELECT name, role, disabled FROM users WHERE name = ?", (name,))
        return _user(rows[0]) if rows else None

    def all(self) -> list[User]:
        """Return all users by name."""
        return [
            _user(row) for row in self._store.rows("SELECT name, role, disabled FROM users ORDER BY name")
        ]

    def change(
        self,
        name: str,
        *,
        role: Role | None = None,
        password: str | None = None,
        disabled: bool | None = None,
    ) -> None:
        """Change what is given; their sessions end. Raises NotFoundError."""
        if self.find(name) is None:
            raise NotFoundError("there is no user of that name", subject=name)
        if password is not None:
            _check(password)
        with self._store.writing() as connection:
            if role is not None:
                connection.execute("UPDATE users SET role = ? WHERE name = ?", (role.value, name))
            if password is not None:
                hashed = self._hasher.hash(password)
                connection.execute("UPDATE users SET password = ? WHERE name = ?", (hashed, name))
            if disabled is not None:
                connection.execute("UPDATE users SET disabled = ? WHERE name = ?", (int(disabled), name))
            connection.execute("DELETE FROM sessions WHERE name = ?", (name,))

    def verify(self, name: str, password: str) -> User:
        """Return the user whose password this is. Raises UnknownPersonError, as fast for any name."""
        rows = self._store.rows("SELECT name, role, disabled, password FROM users WHERE name = ?", (name,))
        hashed = rows[0]["password"] if rows else self._decoy
        try:
            self._hasher.verify(hashed, password[:_LONGEST])
        except (VerificationError, InvalidHashError) as error:
            raise UnknownPersonError("the name or the password is not right") from error
        if not rows or rows[0]["disabled"]:
            raise UnknownPersonError("the name or the password is not right")
        return _user(rows[0])

    def issue(
        self, name: str, purpose: str, scopes: frozenset[Right], *, now: float, expires: float | None = None
    ) -> str:
        """Make a token of a user and return its word, which is shown this once. Raises NotFoundError."""
        if self.find(name) is None:
            raise NotFoundError("there is no user of that name", subject=name)
        word = _TOKEN_MARK + secrets.token_urlsafe(32)
        with self._store.writing() as connection:
            connection.execute(
                "INSERT INTO tokens (id, digest, name, purpose, scopes, made, expires) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (secrets.token_hex(4), digest(word), name, purpose, " ".join(sorted(scopes)), now, expires),
            )
        return word

    def tokens(self) -> list[Token]:
        """Return all tokens, the latest last."""
        return [
            Token(
                row["id"],
                row["name"],
                row["purpose"],
                tuple(row["scopes"].split()),
                row["expires"],
                bool(row["revoked"]),
            )
            for row in self._store.rows("SELECT * FROM tokens ORDER BY made")
        ]

    def revoke(self, token: str) -> None:
        """End a token by its id. Raises NotFoundError."""
        with self._store.writing() as connection:
            if connection.execute("UPDATE tokens SET revoked = 1 WHERE id = ?", (token,)).rowcount == 0:
                raise NotFoundError("there is no token of that id", subject=token)

    def bearer(self, word: str, *, now: float) -> Person:
        """Return whose token this is, with its scopes. Raises UnknownPersonError."""
        rows = self._store.rows(
            "SELECT tokens.name, tokens.scopes, tokens.expires, users.role FROM tokens "
            "JOIN users ON users.name = tokens.name "
            "WHERE tokens.digest = ? AND NOT tokens.revoked AND NOT users.disabled",
            (digest(word),),
        )
        if not rows or (rows[0]["expires"] is not None and rows[0]["expires"] < now):
            raise UnknownPersonError("the token is unknown, revoked or out of date")
        role = Role(rows[0]["role"])
        scopes = frozenset(Right(scope) for scope in rows[0]["scopes"].split())
        return Person(rows[0]["name"], role, scopes & RIGHTS[role], None)


def digest(word: str) -> str:
    """Return what is kept of a secret word; the words are random and long, so no salt is needed."""
    return sha256(word.encode("utf-8", "surrogatepass")).hexdigest()


def _user(row: Row) -> User:
    return User(row["name"], Role(row["role"]), bool(row["disabled"]))


def _check(password: str) -> None:
    if not _SHORTEST <= len(password) <= _LONGEST:
        raise UsageError(f"a password has {_SHORTEST} to {_LONGEST} characters")
