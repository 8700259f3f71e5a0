"""Time the desk under load: readers at once over real sockets, while a writer adds reports.

python scripts/desk_load.py --ledger out/demo.db --readers 50 --seconds 20
python scripts/desk_load.py --ledger world.db --simulated 100000
python scripts/desk_load.py --postgres folder --database world

The book is copied first, so that the writer leaves it as it was. Readers are in a process of their own; each
asks for the front page or one of the latest incidents, then waits a little (`--pause`, seconds). Printed:
milliseconds from request to last byte, as readers see them, and how many of the processor a page took: of the
desk, and of an embedded PostgreSQL (the writer's part of it too). Where other work takes the processor from
them, `--readers 1 --pause 0.02` asks as often, and tells what of the processor single pages took.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import random
import statistics
import tempfile
import threading
import time
from multiprocessing.queues import Queue
from pathlib import Path
from socket import IPPROTO_TCP, TCP_NODELAY

import httpx
import uvicorn
from growing.books import add_book_options, copied
from starlette.types import ASGIApp, Receive, Scope, Send

from oqiga.book.book import Book
from oqiga.desk.app import make_app
from oqiga.desk.desk import Desk
from oqiga.desk.people.rights import Role
from oqiga.desk.settings import DeskSettings
from oqiga.simulate.coverage import cover
from oqiga.simulate.world import make_world

NOW = "2030-01-01T00:00:00Z"


class Alone:
    """Notes the seconds of the processor that this process spent on pages it made with no other beside."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.running, self.begun = app, 0, 0
        self.spent: list[float] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        self.running, self.begun = self.running + 1, self.begun + 1
        alone, number, start = self.running == 1, self.begun, time.process_time()
        await self.app(scope, receive, send)
        self.running -= 1
        if alone and number == self.begun:
            self.spent.append(time.process_time() - start)
        return None


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


def read_and_tell(address: str, word: str, options: argparse.Namespace, told: Queue[int]) -> None:
    """Run the readers, print what they measured, and tell how many pages they read."""
    times = asyncio.run(all_readers(address, word, options.readers, options.seconds, options.pause))
    for kind, found in times.items():
        cuts = statistics.quantiles(found, n=100)
        print(
            f"{kind:9} {len(found):6} pages  p50 {cuts[49] * 1000:6.0f} ms  p95 {cuts[94] * 1000:6.0f} ms  "
            f"p99 {cuts[98] * 1000:6.0f} ms  most {max(found) * 1000:6.0f} ms"
        )
    told.put(sum(len(found) for found in times.values()))


def write(address: str, stop: threading.Event, pause: float) -> None:
    """Add reports, one every `pause` seconds, until stopped."""
    world = make_world(seed=7, incidents=50, days=60)
    with Book.open(address) as book:
        for each in cover(world, seed=7, reports=5_000):
            if stop.wait(pause):
                return
            book.add(each.reading, now=NOW)


def main() -> None:
    """Open a desk, let readers read and a writer write, print the times."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_book_options(parser)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--write-every", type=float, default=0.5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = copied(options, Path(folder))
        desk = Desk(DeskSettings(ledger=place.address, people=Path(folder) / "people.db", reads=10_000_000))
        app = Alone(make_app(desk))
        config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", timeout_keep_alive=75)
        socket = config.bind_socket()
        socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)  # as `oqiga serve` does
        server = uvicorn.Server(config)
        serving = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        serving.start()
        word = desk.sessions.open("load", Role.ADMIN, now=time.time()).word
        at = f"http://127.0.0.1:{socket.getsockname()[1]}"
        spawn = multiprocessing.get_context("spawn")
        stop, told = spawn.Event(), spawn.Queue()
        writer = spawn.Process(target=write, args=(place.address, stop, options.write_every))
        readers = spawn.Process(target=read_and_tell, args=(at, word, options, told))
        own, all_of_it = time.process_time(), place.processor()
        writer.start()
        readers.start()
        pages = told.get()
        own, all_of_it = time.process_time() - own, place.processor() - all_of_it
        print(f"processor {1000 * own / pages:.1f} ms a page in the desk", end="")
        print(f", {1000 * (all_of_it - own) / pages:.1f} in the server" if options.postgres else "")
        cuts = statistics.quantiles(app.spent, n=100)
        print(
            f"of it p50 {1000 * cuts[49]:.1f}, p95 {1000 * cuts[94]:.1f}, p99 {1000 * cuts[98]:.1f}, "
            f"most {1000 * max(app.spent):.1f} ms ({len(app.spent)} pages with no other beside)"
        )
        readers.join()
        stop.set()
        writer.join()
        server.should_exit = True
        serving.join()
        desk.close()


if __name__ == "__main__":
    main()
