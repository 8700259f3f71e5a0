"""Hearing of what is written to a book on PostgreSQL as soon as it is, without asking."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from oqiga.errors import LedgerError
from oqiga.ledger.engine import CHANNEL, masked

_ALIVE = "connect_timeout=5 keepalives_idle=10 keepalives_interval=5 keepalives_count=3"
"""Seconds, and tries, after which a server that went away without a word is given up."""


async def heard(address: str) -> AsyncGenerator[None, None]:
    """Yield once it listens, then each time something was written; several writings may be heard as one.

    address: of a book on PostgreSQL. What was written before the first yield is not told. Raises LedgerError
    when the server cannot be reached or goes away.
    """
    import psycopg
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    plain = "postgresql://" + address.split("://", 1)[1]
    try:
        alive = {key: value for key, value in conninfo_to_dict(_ALIVE).items() if value is not None}
        known = {key: value for key, value in conninfo_to_dict(plain).items() if value is not None}
        connection = await psycopg.AsyncConnection.connect(
            make_conninfo("", **{**alive, **known}), autocommit=True
        )
        async with connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            yield
            async with aclosing(connection.notifies()) as told:
                async for _ in told:
                    yield
    except psycopg.Error as error:
        raise LedgerError(
            f"no word of new entries from the server: {error}", subject=masked(address)
        ) from error
