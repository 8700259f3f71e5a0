"""What a soak measures: signs of life, memory over time, and what is wrong at the end."""

from __future__ import annotations

import json
import statistics
import time
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
from kill_watch import faults
from lxml import etree
from sqlalchemy import func, select

from oqiga.book.book import Book
from oqiga.errors import LedgerError
from oqiga.ledger.engine import reading
from oqiga.ledger.tables import entries, revisions
from oqiga.model.wire import report_from_json
from oqiga.publish.alerts.memory import load_memory
from soaking.outlets import CHANGE, GrowingOutlets
from soaking.processes import Kept


@dataclass(slots=True)
class Signs:
    """When each process was seen to do its work, and what was measured on the way.

    moments: seconds since the beginning, by process. samples: one about every ten seconds.
    """

    book: Book
    desk: str
    token: str
    alerts: Path
    began: float = field(default_factory=time.monotonic)
    moments: dict[str, list[float]] = field(default_factory=lambda: {"watch": [], "desk": [], "alert": []})
    samples: list[dict[str, Any]] = field(default_factory=list)
    entered: int = 0
    page_ms: list[float] = field(default_factory=list)
    _alerted: int = 0

    @property
    def now(self) -> float:
        """Seconds since the beginning."""
        return round(time.monotonic() - self.began, 1)

    def look(self) -> None:
        """Look once for signs of life."""
        try:
            with reading(self.book.engine, self.book.address) as connection:
                entered = int(connection.execute(select(func.max(entries.c.number))).scalar() or 0)
        except LedgerError:
            entered = self.entered  # away, or locked: no sign
        if entered > self.entered:
            self.entered = entered
            self.moments["watch"].append(self.now)
        if self._desk_answers():
            self.moments["desk"].append(self.now)
        changed = self.alerts.stat().st_mtime_ns if self.alerts.exists() else 0
        if changed > self._alerted:
            self._alerted = changed
            self.moments["alert"].append(self.now)

    def _desk_answers(self) -> bool:
        started = time.perf_counter()
        try:
            answer = httpx.get(
                f"{self.desk}/", headers={"authorization": f"Bearer {self.token}"}, timeout=5, trust_env=False
            )
        except httpx.HTTPError:
            return False
        self.page_ms.append(1000 * (time.perf_counter() - started))
        return answer.status_code == 200

    def sample(self, kept: list[Kept], announced: int) -> None:
        """Note memory and progress."""
        memory = {each.name: each.megabytes() for each in kept}
        lives = {each.name: len(each.deaths) for each in kept}
        self.samples.append(
            {
                "at": self.now,
                "announced": announced,
                "entries": self.entered,
                "memory_mb": memory,
                "lives": lives,
            }
        )

    def recovered(self, since: float) -> dict[str, float | None]:
        """Return how long after a moment each process was first seen to work."""
        found: dict[str, float | None] = {}
        for name, moments in self.moments.items():
            place = bisect_right(moments, since)
            found[name] = round(moments[place] - since, 1) if place < len(moments) else None
        return found


def memory_of(samples: list[dict[str, Any]], name: str) -> dict[str, float] | None:
    """Return how memory went in the longest life of a process, its first quarter left out; None if too short.

    mb_an_hour: slope of a straight line. entries: how many the book gained meanwhile.
    """
    lives: dict[int, list[dict[str, Any]]] = {}
    for each in samples:
        if each["memory_mb"][name]:  # none, or nothing, for one that was killed just now
            lives.setdefault(each["lives"][name], []).append(each)
    life = max(lives.values(), key=len)
    life = life[len(life) // 4 :]
    if len(life) < 6:
        return None
    hours = [each["at"] / 3600 for each in life]
    memory = [each["memory_mb"][name] for each in life]
    halves = (memory[: len(memory) // 2], memory[len(memory) // 2 :])
    return {
        "minutes": round(60 * (hours[-1] - hours[0]), 1),
        "first_mb": memory[0],
        "last_mb": memory[-1],
        "most_mb": max(memory),
        "mb_an_hour": round(statistics.linear_regression(hours, memory).slope, 1),
        "later_half_mb_an_hour": round(
            statistics.linear_regression(hours[-len(halves[1]) :], halves[1]).slope, 1
        ),
        "entries": life[-1]["entries"] - life[0]["entries"],
    }


def longest_gap(moments: list[float]) -> float:
    """Return the longest time without a sign of life."""
    return round(max((later - earlier for earlier, later in pairwise(moments)), default=0.0), 1)


def behind(book: Book, outlets: GrowingOutlets) -> int:
    """Return how many announced reports, or changes of reports, the book does not have yet."""
    texts = {}
    with reading(book.engine, book.address) as connection:
        for body in connection.execute(select(revisions.c.body).where(revisions.c.current)).scalars():
            report = report_from_json(json.loads(body))
            texts[report.url] = report.text
    missing = sum(f"{outlets.root}{path}" not in texts for path in outlets.pages())
    return missing + sum(CHANGE not in texts.get(f"{outlets.root}{path}", "") for path in outlets.changed())


def what_is_wrong(outlets: GrowingOutlets, book: Book, memory: Path, folder: Path) -> list[str]:
    """Return what is wrong with the book and with the alerts at the end."""
    found = faults(outlets, book.address)
    changed = behind(book, outlets)
    found += [f"{changed} reports or their changes are lost"] if changed else []
    told = Counter(each.id for each in load_memory(memory).changes)
    found += [f"alert {name} was told {times} times" for name, times in told.items() if times > 1]
    for path in sorted(folder.glob("*.cap.xml")):
        try:
            etree.parse(path)
        except etree.XMLSyntaxError as error:
            found.append(f"{path.name} is not whole: {error}")
    return found
