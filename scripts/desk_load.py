"""Time the desk under load: readers at once over real sockets, while a writer adds reports.

python scripts/desk_load.py --ledger out/demo.db --readers 50 --seconds 20
python scripts/desk_load.py --simulated 100000 --incidents 15000 --ledger world.db

The book is copied first when it is not simulated. Readers are in a process of their own; each asks for the
front page or one of the latest incidents, then waits a little (`--pause`, seconds). Printed: seconds from
request to last byte, as readers see them.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import random
import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path
from socket import IPPROTO_TCP, TCP_NODELAY

import httpx
import uvicorn

from oqiga.book.book import Book
from oqiga.desk.app import make_app
from oqiga.desk.desk import Desk
from oqiga.desk.people.rights import Role
from oqiga.desk.settings import DeskSettings
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"


async def reader(
    client: httpx.AsyncClient, paths: list[str], until: float, pause: float, times: dict[str, list[float]]
) -> None:
    """Read pages until the time is over; note the seconds each took under its kind."""
    await asyncio.sleep(random.random() * pause)
    while time.monotonic() < until:
        kind = random.choice(("front", "incident"))
        path = "/" if kind == "front" else random.choice(paths)
        begun = time.perf_counter()
        answer = await client.get(path)
        answer.raise_for_status()
        times[kind].append(time.perf_counter() - begun)
        await asyncio.sleep(pause)


async def all_readers(
    address: str, word: str, count: int, seconds: float, pause: float
) -> dict[str, list[float]]:
    """Let readers read; return their times."""
    times: dict[str, list[float]] = {"front": [], "incident": []}
    limits = httpx.Limits(max_connections=count)
    cookies = {"oqiga_session": word}
    async with httpx.AsyncClient(base_url=address, cookies=cookies, limits=limits, timeout=60) as client:
        listed = (await client.get("/api/v1/incidents?limit=20")).json()["incidents"]
        paths = [f"/incidents/{each['id']}" for each in listed]
        for path in ("/", *paths):
            await client.get(path)
        until = time.monotonic() + seconds
        await asyncio.gather(*(reader(client, paths, until, pause, times) for _ in range(count)))
    return times


def read_and_print(address: str, word: str, options: argparse.Namespace) -> None:
    """Run the readers and print what they measured."""
    times = asyncio.run(all_readers(address, word, options.readers, options.seconds, options.pause))
    for kind, found in times.items():
        cuts = statistics.quantiles(found, n=100)
        print(
            f"{kind:9} {len(found):6} pages  p50 {cuts[49] * 1000:6.0f} ms  p95 {cuts[94] * 1000:6.0f} ms  "
            f"p99 {cuts[98] * 1000:6.0f} ms  most {max(found) * 1000:6.0f} ms"
        )


def write(address: str, stop: threading.Event, pause: float) -> None:
    """Add reports, one every `pause` seconds, until stopped."""
    world = make_world(seed=7, incidents=50, days=60)
    with Book.open(address) as book:
        for each in cover(world, seed=7, reports=5_000):
            if stop.wait(pause):
                return
            book.add(each.reading, now=NOW)


def simulate(options: argparse.Namespace) -> None:
    """Fill a book with an invented world, unless it is there."""
    if Path(options.ledger).exists():
        return
    world = make_world(seed=1, incidents=options.incidents, days=options.incidents)
    with Book.open(options.ledger, create=True) as book:
        for each in cover(world, seed=1, reports=options.simulated):
            book.add(each.reading, now=NOW)


def main() -> None:
    """Open a desk, let readers read and a writer write, print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--simulated", type=int, default=0)
    parser.add_argument("--incidents", type=int, default=15_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--write-every", type=float, default=0.5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = options.ledger
        if options.simulated:
            simulate(options)
        else:
            ledger = str(shutil.copyfile(options.ledger, Path(folder) / "book.db"))
        desk = Desk(DeskSettings(ledger=ledger, people=Path(folder) / "people.db", reads=10_000_000))
        config = uvicorn.Config(
            make_app(desk), host="127.0.0.1", port=0, log_level="error", timeout_keep_alive=75
        )
        socket = config.bind_socket()
        socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)  # as `oqiga serve` does
        server = uvicorn.Server(config)
        serving = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        serving.start()
        word = desk.sessions.open("load", Role.ADMIN, now=time.time()).word
        at = f"http://127.0.0.1:{socket.getsockname()[1]}"
        spawn = multiprocessing.get_context("spawn")
        stop = spawn.Event()
        writer = spawn.Process(target=write, args=(ledger, stop, options.write_every))
        readers = spawn.Process(target=read_and_print, args=(at, word, options))
        writer.start()
        readers.start()
        readers.join()
        stop.set()
        writer.join()
        server.should_exit = True
        serving.join()
        desk.close()


if __name__ == "__main__":
    main()
