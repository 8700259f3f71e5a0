"""What all handlers share: the open book, the people, the pulse, the limits."""

from __future__ import annotations

from typing import cast

from fastapi import Request

from oqiga.book.book import Book
from oqiga.desk.keeping import Kept
from oqiga.desk.people.accounts import Accounts
from oqiga.desk.people.limits import Limit
from oqiga.desk.people.log import Log
from oqiga.desk.people.sessions import Sessions
from oqiga.desk.people.store import Store
from oqiga.desk.pulse import Pulse
from oqiga.desk.settings import DeskSettings, moment


class Desk:
    """An open desk."""

    def __init__(self, settings: DeskSettings) -> None:
        """Open the book and the file of people. Raises LedgerError or SettingsError."""
        self.settings = settings
        self.book = Book.open(settings.ledger, create=True)
        self.store = Store(settings.people)
        self.accounts = Accounts(self.store)
        self.sessions = Sessions(self.store)
        self.log = Log(self.store)
        self.pulse = Pulse(self.book)
        self.kept = Kept()
        self.rows = Kept(most=2_000)
        self.looked = Kept(most=2_000)
        self.reads = Limit(settings.reads, 60)
        self.writes = Limit(settings.writes, 60)
        self.sign_ins = Limit(settings.sign_ins, 300)

    def now(self) -> float:
        """Return seconds since 1970."""
        return self.settings.clock()

    def moment(self) -> str:
        """Return the present moment as the book writes it."""
        return moment(self.now())

    def close(self) -> None:
        """Let go of the book and the file of people."""
        self.book.close()
        self.store.close()


def desk_of(request: Request) -> Desk:
    """Return the desk that a request came to."""
    return cast(Desk, request.app.state.desk)


def address_of(request: Request) -> str:
    """Return the address a request came from."""
    return request.client.host if request.client else ""
