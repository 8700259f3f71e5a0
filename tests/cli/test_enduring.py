import pytest
from typer.testing import CliRunner

from oqiga.book.book import Book
from oqiga.cli import alert, enduring, watch
from oqiga.cli.app import app
from oqiga.errors import LedgerError

RULES = '[[rule]]\nname = "all"\nnew = true\n'


class EnoughError(Exception):
    """Ends a command that would go on for ever."""


@pytest.fixture
def naps(monkeypatch):
    """The naps a command takes; the fourth ends it."""
    found = []

    def nap(seconds):
        found.append(seconds)
        if len(found) == 4:
            raise EnoughError

    monkeypatch.setattr("time.sleep", nap)
    return found


def failing_twice(monkeypatch, module, then):
    """Let the round of a command fail twice, as while its database is away."""
    calls = []

    def round_(*_args):
        calls.append(1)
        if len(calls) <= 2:
            raise LedgerError("the database server cannot be reached", subject="book")
        return then

    monkeypatch.setattr(module, "_round", round_)
    return calls


def test_alerts_outlast_a_database_that_is_away(tmp_path, monkeypatch, naps):
    rules, ledger = tmp_path / "rules.toml", str(tmp_path / "book.db")
    rules.write_text(RULES, encoding="utf-8")
    Book.open(ledger, create=True).close()
    calls = failing_twice(monkeypatch, alert, 0)
    told = CliRunner().invoke(app, ["alert", str(rules), "--every", "30", "--ledger", ledger])
    assert isinstance(told.exception, EnoughError)
    assert naps == [enduring.PAUSE_S, 30, enduring.PAUSE_S, 30]
    assert len(calls) == 2
    assert told.stderr.count("cannot be reached; trying again") == 2


def test_a_watch_outlasts_a_database_that_is_away_but_one_round_says_so(tmp_path, monkeypatch, naps):
    feeds = tmp_path / "feeds.toml"
    feeds.write_text('[[feed]]\nname = "a"\nurl = "http://127.0.0.1:1/rss"\n', encoding="utf-8")
    words = ["watch", str(feeds), "--ledger", str(tmp_path / "book.db")]
    failing_twice(monkeypatch, watch, None)
    told = CliRunner().invoke(app, words)
    assert isinstance(told.exception, EnoughError)
    assert naps[0] == enduring.PAUSE_S
    failing_twice(monkeypatch, watch, None)
    once = CliRunner().invoke(app, [*words, "--once"])
    assert isinstance(once.exception, LedgerError)
