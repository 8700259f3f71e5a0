"""Asking a server that speaks the chat completions of OpenAI: bounded in time, size and tries.

The connection goes through the guard that fetching uses, with the host that the user named allowed to be
private. Redirects are not followed: the key and the report go to the named host and nowhere else.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from oqiga.engines.address import Address
from oqiga.errors import EngineError, GatherError
from oqiga.gather.guard import GuardedBackend, GuardedTransport

_MOST_BYTES = 2_000_000
_CHUNK = 65_536
_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
"""Statuses after which asking again may help."""
_UNSUPPORTED = frozenset({400, 404, 415, 422, 501})
"""Statuses by which servers refuse a field that they do not know."""
_FIRST_WAIT_S = 1.0
_LONGEST_WAIT_S = 60.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server is waited for. silence_s: without a byte; whole_s: one answer."""

    silence_s: float = 60.0
    whole_s: float = 180.0
    tries: int = 4


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model wrote. read, written: tokens as the server counts them, None where it does not say."""

    content: str
    read: int | None
    written: int | None


class _Again(Exception):  # noqa: N818  a turn of the loop below, never seen outside
    """A try failed in a way that may pass. wait: seconds that the server asks for, None where it does not."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


class _Unsupported(Exception):  # noqa: N818  the same
    """The server refuses the question as it is put."""


class ChatServer:
    """One model at one address; close it after use. sleep, monotonic: the clock, for tests."""

    def __init__(
        self,
        address: Address,
        model: str,
        *,
        patience: Patience | None = None,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._address = address
        self._model = model
        self._patience = patience or Patience()
        self._sleep = sleep
        self._monotonic = monotonic
        self._strict = True
        headers = {"accept-encoding": "identity"}
        if address.key:
            headers["authorization"] = f"Bearer {address.key}"
        self._client = httpx.Client(
            transport=GuardedTransport(GuardedBackend([address.host])),
            timeout=httpx.Timeout(self._patience.silence_s),
            headers=headers,
            follow_redirects=False,
            trust_env=False,
        )

    def complete(
        self, messages: Sequence[Mapping[str, str]], *, schema: Mapping[str, Any], most_tokens: int
    ) -> Completion:
        """Ask once, again where that may help. most_tokens: of the answer.

        The server is asked to hold the model to `schema`; where it refuses that, it is asked without.
        Raises EngineError when there is no answer.
        """
        question: dict[str, Any] = {
            "model": self._model,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": most_tokens,
            "stream": False,
        }
        if self._strict:
            try:
                return self._patiently(question | {"response_format": _response_format(schema)})
            except _Unsupported:
                self._strict = False
        try:
            return self._patiently(question)
        except _Unsupported as refused:
            raise EngineError(f"the server refuses the question: {refused}") from refused

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def _patiently(self, question: Mapping[str, Any]) -> Completion:
        wait = _FIRST_WAIT_S
        for left in range(self._patience.tries - 1, -1, -1):
            try:
                return self._once(question)
            except _Again as again:
                asked_for = wait if again.wait is None else again.wait
                if not left or asked_for > _LONGEST_WAIT_S:
                    raise EngineError(str(again)) from again
                self._sleep(asked_for)
                wait = min(2 * wait, _LONGEST_WAIT_S)
        raise EngineError("no try is left")

    def _once(self, question: Mapping[str, Any]) -> Completion:
        try:
            with self._client.stream("POST", self._address.url, json=question) as response:
                _check_status(response)
                return _completion(self._bounded(response))
        except httpx.TimeoutException as error:
            raise _Again("no answer in time") from error
        except GatherError as error:
            raise EngineError(error.message) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise _Again(f"cannot be reached ({type(error).__name__})") from error

    def _bounded(self, response: httpx.Response) -> bytes:
        """Return the answer whole. Raises EngineError past the size, _Again past the time."""
        deadline = self._monotonic() + self._patience.whole_s
        pieces: list[bytes] = []
        size = 0
        for piece in response.iter_raw(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > _MOST_BYTES:
                raise EngineError(f"an answer of more than {_MOST_BYTES // 1_000_000} MB")
            if self._monotonic() > deadline:
                raise _Again("no whole answer in time")
        return b"".join(pieces)


def _response_format(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema}}


def _check_status(response: httpx.Response) -> None:
    """Sort statuses; what a server says beside its status is not repeated, it may hold the key."""
    status = response.status_code
    if status == 200:
        return
    if status in _PASSING:
        raise _Again(f"the server answered {status}", _retry_after(response))
    if status in _UNSUPPORTED:
        raise _Unsupported(f"status {status}")
    raise EngineError(f"the server answered {status}")


def _retry_after(response: httpx.Response) -> float | None:
    told = response.headers.get("retry-after", "").strip()
    return float(told) if told.isascii() and told.isdigit() and len(told) < 9 else None


def _completion(content: bytes) -> Completion:
    try:
        answered = json.loads(content)
        message = answered["choices"][0]["message"]["content"]
        usage = answered.get("usage") or {}
        read, written = usage.get("prompt_tokens"), usage.get("completion_tokens")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _Again("an answer that is no chat completion") from error
    if not isinstance(message, str):
        raise _Again("an answer without words")
    return Completion(message, _counted(read), _counted(written))


def _counted(told: object) -> int | None:
    return told if isinstance(told, int) and not isinstance(told, bool) and told >= 0 else None
