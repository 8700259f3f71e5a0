import pytest
from sqlalchemy import text

from oqiga.book.book import Book
from oqiga.errors import LedgerError
from oqiga.ledger.engine import reading


def tables(address):
    with Book.open(address, create=True) as book, reading(book.engine, book.address) as connection:
        return connection.execute(text("SELECT count(*) FROM entries")).scalar()


@pytest.mark.slow
def test_a_database_is_made_and_copied(postgres):
    address = postgres.database("original")
    with Book.open(address, create=True) as book:
        book.reject("page.html", "no text in it", now="2030-01-01T00:00:00Z")
    copy = postgres.database("copied", like="original")
    assert (tables(copy), tables(postgres.database("original"))) == (1, 0)
    assert postgres.has("copied")
    assert not postgres.has("never made")


@pytest.mark.slow
def test_a_server_that_crashed_is_away_until_it_goes_on(postgres):
    address = postgres.database("crashed")
    with Book.open(address, create=True) as book:
        book.reject("page.html", "no text in it", now="2030-01-01T00:00:00Z")
        postgres.crash()
        with pytest.raises(LedgerError):
            for _ in range(100_000):
                book.reject("other.html", "no text in it", now="2030-01-01T00:00:00Z")
        postgres.go_on()
        assert tables(address) >= 1
        book.reject("third.html", "no text in it", now="2030-01-01T00:00:00Z")
