"""Adding many reports at once gives the book that adding them one by one gives."""

import pytest

from oqiga.book.book import Book
from oqiga.book.questions import Question, incidents
from oqiga.errors import LedgerError
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify
from oqiga.reconcile.sketch import sketch_from_json, sketch_to_json
from oqiga.reconcile.sketching import sketches_of
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def readings():
    world = make_world(seed=5, incidents=12, days=40)
    return [each.reading for each in cover(world, seed=5, reports=60)]


def opened(tmp_path, name):
    return Book.open(str(tmp_path / name), create=True)


def portrait(book, **more):
    return sorted(str(each) for each in incidents(book, Question(background=True), **more))


def checked(book):
    with reading(book.engine, book.address) as connection:
        return verify(connection)


def test_at_once_or_one_by_one_the_book_is_the_same(readings, tmp_path):
    changed = [readings[3], readings[10]]
    with opened(tmp_path, "one.db") as one, opened(tmp_path, "many.db") as many:
        singly = [one.add(each, now=NOW) for each in (*readings, *changed)]
        first, second = many.add_many(readings, now=NOW), many.add_many(changed, now=NOW)
        assert [(each.report, each.status) for each in singly] == [
            (each.report, each.status) for each in (*first, *second)
        ]
        assert [(each.status, each.incidents) for each in second] == [("known", ()), ("known", ())]
        assert portrait(one) == portrait(many)
        assert portrait(one, as_of="2015-01-20") == portrait(many, as_of="2015-01-20")
        assert checked(one) == checked(many)
        about = {
            (name, each.id) for each in incidents(many, Question(background=True)) for name in each.reports
        }
        assert {(each.report, name) for each in first for name in each.incidents} == about


def test_one_that_cannot_be_kept_leaves_all_out(readings, tmp_path):
    with opened(tmp_path, "many.db") as book:
        book.add_many(readings[:20], now=NOW)
        before = portrait(book)

        def spoilt():
            yield from readings[20:30]
            raise LedgerError("broken off")

        with pytest.raises(LedgerError):
            book.add_many(spoilt(), now=NOW)
        assert portrait(book) == before
        assert checked(book).reports == 20
        book.add_many(readings[20:], now=NOW)
        with opened(tmp_path, "whole.db") as whole:
            whole.add_many(readings, now=NOW)
            assert portrait(book) == portrait(whole)


def test_what_is_remembered_of_a_sketch_is_what_would_be_read(readings):
    for each in readings:
        for sketch in sketches_of(each.report, each.claims, entered=NOW):
            assert sketch_from_json(sketch_to_json(sketch)) == sketch
