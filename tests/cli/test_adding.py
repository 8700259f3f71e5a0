from dataclasses import replace

import pytest

from oqiga.book.book import Book
from oqiga.cli.adding import add_in_batches
from oqiga.errors import LedgerError, ReadError
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify
from oqiga.pipeline import Failure
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

BAD = Failure("bad.html", "read", ReadError("no reader for it"))


@pytest.fixture
def book(tmp_path):
    with Book.open(str(tmp_path / "book.db"), create=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def records():
    told = cover(make_world(seed=6, incidents=4, days=10), seed=6, reports=12)
    return [each.reading for each in told]


@pytest.fixture
def transactions(book, monkeypatch):
    """How many reports went in together, each time."""
    sizes, add_many = [], book.add_many

    def counted(many, **more):
        sizes.append(len(many))
        return add_many(many, **more)

    monkeypatch.setattr(book, "add_many", counted)
    return sizes


def entered(book):
    with reading(book.engine, book.address) as connection:
        found = verify(connection)
    assert found.faults == ()
    return found.entries


def test_what_is_told_to_be_in_is_in_and_in_order(book, records, transactions):
    outcomes = [*records[:5], BAD, *records[5:], records[0]]
    told = []
    for added in add_in_batches(book, outcomes, at_once=4):
        told.append(added)
        assert entered(book) >= len(told) - (added.status == "known")
    assert transactions == [4, 1, 4, 4]
    assert [each.status for each in told] == ["entered"] * 5 + ["rejected"] + ["entered"] * 7 + ["known"]
    assert (told[5].report, told[5].why) == ("bad.html", "no reader for it")


def test_a_report_does_not_wait_long_for_others(book, records, transactions):
    elapsed = [0.0]

    def slowly():
        for record in records[:5]:
            elapsed[0] += 0.9
            yield record

    assert len(list(add_in_batches(book, slowly(), seconds=lambda: elapsed[0]))) == 5
    assert transactions == [4, 1]


def test_one_at_a_time_is_entered_before_the_next_is_read(book, records):
    def one_by_one():
        for number, record in enumerate(records[:3]):
            assert entered(book) == number
            yield record

    assert len(list(add_in_batches(book, one_by_one(), at_once=1))) == 3


def test_a_batch_that_fails_is_entered_up_to_what_cannot_be(book, records, monkeypatch):
    add = book.add

    def refusing(record, **more):
        if record is records[2]:
            raise LedgerError("text that is not valid Unicode cannot be kept")
        return add(record, **more)

    def failing(*_records, **_more):
        raise LedgerError("text that is not valid Unicode cannot be kept")

    monkeypatch.setattr(book, "add", refusing)
    monkeypatch.setattr(book, "add_many", failing)
    told = []
    with pytest.raises(LedgerError, match="not valid Unicode"):
        told.extend(add_in_batches(book, records[:5]))
    assert entered(book) == 2


def test_warnings_of_the_reader_are_told_with_what_became_of_the_report(book, records):
    warned = [replace(each, warnings=(f"warning {n}",)) for n, each in enumerate(records[:3])]
    assert [each.warnings for each in add_in_batches(book, warned, at_once=2)] == [
        ("warning 0",), ("warning 1",), ("warning 2",)
    ]  # fmt: skip
