"""The pulse on both databases: entries made elsewhere are heard of at once, also after the server was lost."""

import asyncio
import time

import pytest
from sqlalchemy import create_engine, text

from oqiga.book.book import Book
from oqiga.desk import pulse as pulses
from oqiga.desk.pulse import Pulse
from oqiga.ledger.listening import heard

NOW = "2030-01-01T00:00:00Z"
_SOON_S = 10.0
"""Far more than it takes, and far less than the looks that nobody asks for, which are put off for hours."""


@pytest.fixture(params=["file", "server"])
def address(request, tmp_path):
    if request.param == "file":
        return str(tmp_path / "book.db")
    return request.getfixturevalue("postgres").database("pulse")


async def until(holds):
    started = time.monotonic()
    while not holds():
        assert time.monotonic() - started < _SOON_S
        await asyncio.sleep(0.02)


async def heard_of(words):
    return await asyncio.wait_for(anext(words), _SOON_S)


def test_what_another_enters_is_heard_of_in_order(address, readings):
    async def listening():
        with Book.open(address, create=True) as book, Book.open(address) as other:
            pulse = Pulse(book)
            pulse.start()
            words = pulse.listen(0)
            for each in readings[:3]:
                await asyncio.to_thread(other.add, each, now=NOW)
                entered = await heard_of(words)
                assert (entered.subject, entered.kind) == (each.report.id, "revision")
            assert pulse.failing is None
            await pulse.stop()
            await words.aclose()

    asyncio.run(listening())


def test_a_server_tells_and_is_not_asked(postgres, readings, monkeypatch):
    monkeypatch.setattr(pulses, "TOLD_BEAT_S", 3600.0)
    address = postgres.database("told")

    async def listening():
        with Book.open(address, create=True) as book, Book.open(address) as other:
            pulse = Pulse(book)
            pulse.start()
            words = pulse.listen(0)
            await until(lambda: pulse.manner == "told")
            await asyncio.to_thread(other.add, readings[0], now=NOW)
            assert (await heard_of(words)).subject == readings[0].report.id
            await asyncio.to_thread(other.add_many, readings[1:4], now=NOW)
            assert [(await heard_of(words)).number for _ in range(3)] == [2, 3, 4]
            await pulse.stop()
            await words.aclose()

    asyncio.run(listening())


def cut_off_listeners(address):
    """End every session that listens, as a restarted server does."""
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        ended = connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'")
        ).all()
    engine.dispose()
    return len(ended)


def test_a_lost_server_is_asked_until_it_tells_again(postgres, readings, monkeypatch):
    monkeypatch.setattr(pulses, "TOLD_BEAT_S", 3600.0)
    monkeypatch.setattr(pulses, "_AGAIN_S", 1.0)
    address = postgres.database("lost")

    async def listening():
        with Book.open(address, create=True) as book, Book.open(address) as other:
            pulse = Pulse(book)
            pulse.start()
            words = pulse.listen(0)
            await until(lambda: pulse.manner == "told")
            assert await asyncio.to_thread(cut_off_listeners, address) == 1
            await until(lambda: pulse.manner == "asked")
            await asyncio.to_thread(other.add, readings[0], now=NOW)
            assert (await heard_of(words)).subject == readings[0].report.id
            await until(lambda: pulse.manner == "told")
            await asyncio.to_thread(other.add, readings[1], now=NOW)
            assert (await heard_of(words)).subject == readings[1].report.id
            await pulse.stop()
            await words.aclose()

    asyncio.run(listening())


def test_what_was_rolled_back_is_not_told(postgres, readings):
    address = postgres.database("rolled_back")

    async def listening():
        with Book.open(address, create=True) as book:
            words = heard(address)
            await heard_of(words)

            def spoilt():
                yield readings[0]
                raise RuntimeError("broken off")

            with pytest.raises(RuntimeError):
                await asyncio.to_thread(book.add_many, spoilt(), now=NOW)
            told = asyncio.ensure_future(anext(words))
            await asyncio.sleep(0.3)
            assert not told.done()
            await asyncio.to_thread(book.add, readings[0], now=NOW)
            await asyncio.wait_for(told, _SOON_S)
            await words.aclose()

    asyncio.run(listening())
