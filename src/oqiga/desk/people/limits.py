"""How many requests one person or address may make: a bucket that fills again with time."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from oqiga.desk.people.rights import TooManyError

_MOST_REMEMBERED = 10_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Limit:
    """At most `count` in `seconds`, evenly; the memory of it is bounded."""

    def __init__(self, count: int, seconds: float) -> None:
        self._count = count
        self._rate = count / seconds
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def take(self, who: str, *, now: float) -> None:
        """Take one. Raises TooManyError when nothing is left."""
        with self._lock:
            if len(self._buckets) > _MOST_REMEMBERED:
                self._forget(now)
            bucket = self._buckets.setdefault(who, _Bucket(self._count, now))
            bucket.left = min(self._count, bucket.left + self._filled(bucket, now))
            bucket.at = now
            if bucket.left < 1:
                wait = int((1 - bucket.left) / self._rate) + 1
                raise TooManyError(f"too many requests; again in {wait} s", retry_after=wait)
            bucket.left -= 1

    def _filled(self, bucket: _Bucket, now: float) -> float:
        """Return what has come in since the last time; nothing, when the clock was set back since."""
        return max(0.0, now - bucket.at) * self._rate

    def _forget(self, now: float) -> None:
        """Drop the buckets that are full again; all of them when none is."""
        kept = {
            who: bucket
            for who, bucket in self._buckets.items()
            if bucket.left + self._filled(bucket, now) < self._count
        }
        self._buckets = kept if len(kept) <= _MOST_REMEMBERED else {}
