"""Fetching, politely and guarded: size, time and redirects are bounded, private addresses refused."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import httpx

from oqiga.errors import GatherError
from oqiga.gather.decode import MAX_BYTES
from oqiga.gather.guard import GuardedBackend, GuardedTransport, Resolver, resolve

USER_AGENT = "oqiga/0.1 (reads news reports; respects robots.txt)"
_TIMEOUT_S = 15.0
_WHOLE_S = 60.0
_REDIRECTS = 5
_CHUNK = 65_536
_REDIRECT_STATUSES = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer. url: after redirects; status 304 has no content; headers in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def etag(self) -> str | None:
        """The version the server gave, to ask with next time."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        """The time of change the server gave, to ask with next time."""
        return self.headers.get("last-modified")


class Fetcher(Protocol):
    """Fetches one address; the seam that tests and other networks fill."""

    def __call__(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Fetch `url`, or learn that it has not changed. Raises GatherError naming the address."""
        ...


class GuardedFetcher:
    """Fetches over HTTP and HTTPS; close it after use.

    allowed: hosts that may be private. max_bytes: of the content after decompression.
    whole_s: seconds one answer may take in all, however slowly it drips.
    """

    def __init__(
        self,
        *,
        allowed: Iterable[str] = (),
        max_bytes: int = MAX_BYTES,
        timeout_s: float = _TIMEOUT_S,
        whole_s: float = _WHOLE_S,
        resolver: Resolver = resolve,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._max_bytes = max_bytes
        self._whole_s = whole_s
        self._monotonic = monotonic
        self._client = httpx.Client(
            transport=GuardedTransport(GuardedBackend(allowed, resolver)),
            timeout=httpx.Timeout(timeout_s),
            headers={"user-agent": USER_AGENT, "accept-encoding": "gzip, deflate"},
            follow_redirects=False,
            trust_env=False,
        )

    def __call__(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Fetch `url`, following a few redirects. Raises GatherError naming the address."""
        headers = {"if-none-match": etag or "", "if-modified-since": last_modified or ""}
        headers = {name: value for name, value in headers.items() if value}
        deadline = self._monotonic() + self._whole_s
        address = url
        with _translated(url):
            for _ in range(_REDIRECTS + 1):
                fetched, target = self._once(address, headers, deadline)
                if target is None:
                    return fetched
                address = target
        raise GatherError(f"more than {_REDIRECTS} redirects", subject=url)

    def _once(self, url: str, headers: dict[str, str], deadline: float) -> tuple[Fetched, str | None]:
        if not url.startswith(("http://", "https://")):
            raise GatherError("only http and https addresses are fetched", subject=url)
        with self._client.stream("GET", url, headers=headers) as response:
            target = response.headers.get("location")
            if response.status_code in _REDIRECT_STATUSES and target:
                return Fetched(url, response.status_code, {}, b""), str(response.url.join(target))
            if response.status_code not in (200, 304):
                raise GatherError(f"the server answered {response.status_code}", subject=url)
            _check_encoding(response, url)
            content = b"".join(self._bounded(response, url, deadline))
            named = {name.lower(): value for name, value in response.headers.items()}
            return Fetched(url, response.status_code, named, content), None

    def _bounded(self, response: httpx.Response, url: str, deadline: float) -> Iterator[bytes]:
        """Yield the decompressed content in pieces. Raises GatherError past the size or the time."""
        size = 0
        for piece in response.iter_bytes(_CHUNK):
            size += len(piece)
            if size > self._max_bytes:
                raise GatherError(f"more than {self._max_bytes // 1_000_000} MB", subject=url)
            if self._monotonic() > deadline:
                raise GatherError(f"not done after {self._whole_s:.0f} s", subject=url)
            yield piece

    def close(self) -> None:
        """Close all connections."""
        self._client.close()


def _check_encoding(response: httpx.Response, url: str) -> None:
    """Refuse what is compressed in layers: each could make the one within it a thousand times as large."""
    layers = response.headers.get_list("content-encoding", split_commas=True)
    named = [each.strip().lower() for each in layers if each.strip()]
    if len(named) > 1 or not set(named) <= {"identity", "gzip", "x-gzip", "deflate"}:
        raise GatherError(f"compressed in a way that is not read: {', '.join(layers)}", subject=url)


@contextmanager
def _translated(url: str) -> Iterator[None]:
    """Turn every error of httpx into a GatherError, with its cause kept."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise GatherError("no answer in time", subject=url) from error
    except httpx.DecodingError as error:
        raise GatherError("the answer cannot be decompressed", subject=url) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise GatherError(f"cannot be fetched: {error}", subject=url) from error
