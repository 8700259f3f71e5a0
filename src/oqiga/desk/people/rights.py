"""Roles and what each allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from oqiga.errors import OqigaError, UsageError


class Right(StrEnum):
    """One thing somebody may be allowed to do. Scopes of tokens are rights."""

    READ = "read"
    ADD = "add"
    DECIDE = "decide"
    PEOPLE = "people"


class Role(StrEnum):
    """What somebody is at the desk."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.READER: frozenset({Right.READ}),
    Role.ANALYST: frozenset({Right.READ, Right.ADD, Right.DECIDE}),
    Role.ADMIN: frozenset(Right),
}


class UnknownPersonError(OqigaError):
    """Nobody is signed in, or the token or the password is not right."""

    http_status = 401


class ForbiddenError(OqigaError):
    """The person is known and may not do this."""

    http_status = 403


class TooManyError(OqigaError):
    """More requests than are allowed. retry_after: seconds."""

    http_status = 429

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Person:
    """Who makes a request. csrf: what a form of theirs must carry, None when they came by token."""

    name: str
    role: Role
    rights: frozenset[Right]
    csrf: str | None

    def may(self, right: Right) -> bool:
        """Tell whether they have the right."""
        return right in self.rights


def role_named(name: str) -> Role:
    """Return the role. Raises UsageError naming those there are."""
    try:
        return Role(name)
    except ValueError as error:
        raise UsageError(f"no role {name!r}; there are {', '.join(Role)}") from error


def scopes_named(names: list[str], role: Role) -> frozenset[Right]:
    """Return rights by name. Raises UsageError for one that is unknown or that the role does not have."""
    known = {right.value: right for right in Right}
    wrong = [name for name in names if name not in known]
    if wrong or not names:
        raise UsageError(f"scopes are {', '.join(known)}, not {', '.join(wrong) or 'nothing'}")
    scopes = frozenset(known[name] for name in names)
    beyond = sorted(scopes - RIGHTS[role])
    if beyond:
        raise UsageError(f"a {role.value} has no right to {', '.join(beyond)}")
    return scopes
