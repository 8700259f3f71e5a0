import importlib.util
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.runtime.migration import MigrationContext

from oqiga.book.book import Book
from oqiga.errors import LedgerError
from oqiga.ledger.backup import back_up, restore
from oqiga.ledger.engine import reading
from oqiga.ledger.verifying import verify
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"
SCRIPT = Path(__file__).parents[2] / "scripts" / "kill_while_adding.py"


def script():
    spec = importlib.util.spec_from_file_location("kill_while_adding", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_killed_add_loses_nothing_it_said_was_in(tmp_path):
    killing, ledger, said = script(), str(tmp_path / "book.db"), []
    for after in (0.0, 0.05, 0.4):
        said += killing.killed_once(ledger, 60, after)
        assert killing.check(ledger, said) == []


def add_share(ledger, share):
    with Book.open(ledger, create=True) as book:
        for each in cover(make_world(seed=9, incidents=4, days=9), seed=9, reports=24)[share::2]:
            book.add(each.reading, now=NOW)


def test_two_writers_at_once_leave_one_sound_book(tmp_path):
    ledger = str(tmp_path / "book.db")
    command = [sys.executable, str(SCRIPT), "--ledger", ledger, "--reports", "24", "--child"]
    writers = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    with Book.open(ledger) as book, reading(book.engine, book.address) as connection:
        found = verify(connection)
    assert (found.faults, found.reports, found.entries) == ((), 24, 24)


def test_a_failure_within_an_entry_leaves_nothing_of_it(tmp_path, monkeypatch):
    told = cover(make_world(seed=9, incidents=2, days=9), seed=9, reports=4)
    with Book.open(str(tmp_path / "book.db"), create=True) as book:
        book.add(told[0].reading, now=NOW)
        monkeypatch.setattr("oqiga.book.book.refresh", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            book.add(told[1].reading, now=NOW)
        monkeypatch.undo()
        with reading(book.engine, book.address) as connection:
            assert verify(connection).entries == 1
        assert book.add(told[1].reading, now=NOW).status == "entered"


def test_a_full_disk_and_a_file_that_cannot_be_written_are_told_plainly(tmp_path):
    from sqlalchemy import event

    told = cover(make_world(seed=9, incidents=2, days=9), seed=9, reports=6)
    with Book.open(str(tmp_path / "book.db"), create=True) as book:
        book.add(told[0].reading, now=NOW)
        book.engine.dispose()
        event.listen(book.engine, "connect", lambda found, _: found.execute("PRAGMA max_page_count = 1"))
        with pytest.raises(LedgerError, match="disk is full"):
            for each in told[1:]:
                book.add(each.reading, now=NOW)
    with Book.open(str(tmp_path / "book.db")) as book:
        event.listen(book.engine, "connect", lambda found, _: found.execute("PRAGMA query_only = ON"))
        book.engine.dispose()
        with pytest.raises(LedgerError, match="only be read"):
            book.add(told[5].reading, now=NOW)
        with reading(book.engine, book.address) as connection:
            assert verify(connection).faults == ()


def test_a_copy_is_the_book_as_it_was(tmp_path):
    ledger, copy = str(tmp_path / "book.db"), tmp_path / "copy.db"
    add_share(ledger, 0)
    back_up(ledger, copy)
    with pytest.raises(LedgerError, match="exists already"):
        back_up(ledger, copy)
    add_share(ledger, 1)
    with pytest.raises(LedgerError, match="there is a book already"):
        restore(copy, ledger)
    restored = str(tmp_path / "restored.db")
    restore(copy, restored)
    with Book.open(restored) as book, reading(book.engine, book.address) as connection:
        found = verify(connection)
    assert (found.faults, found.reports) == ((), 12)
    words = tmp_path / "words.txt"
    words.write_text("no book")
    with pytest.raises(LedgerError, match="not a book"):
        restore(words, str(tmp_path / "other.db"))


def test_processes_that_open_a_new_book_at_once_all_find_it(tmp_path):
    ledger = str(tmp_path / "book.db")
    opening = "import sys; from oqiga.book.book import Book; Book.open(sys.argv[1], create=True).close()"
    command = [sys.executable, "-c", opening, ledger]
    for _ in range(2):
        for leftover in tmp_path.glob("book.db*"):
            leftover.unlink()
        openers = [subprocess.Popen(command) for _ in range(4)]
        assert [opener.wait(200) for opener in openers] == [0, 0, 0, 0]
        with Book.open(ledger) as book, reading(book.engine, book.address) as connection:
            assert verify(connection).faults == ()


def test_the_steps_to_take_are_chosen_while_no_other_process_can_take_them(tmp_path, monkeypatch):
    ledger = tmp_path / "book.db"
    chosen = MigrationContext.get_current_heads
    free = []

    def choose(context):
        with closing(sqlite3.connect(ledger, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                free.append(True)
            except sqlite3.OperationalError:
                free.append(False)
        return chosen(context)

    monkeypatch.setattr(MigrationContext, "get_current_heads", choose)
    Book.open(str(ledger), create=True).close()
    assert free
    assert not any(free)
