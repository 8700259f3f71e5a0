"""Signed webhooks: a POST of JSON with an HMAC, retried, never to a private address unless allowed."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable

import httpx

from oqiga.alerting.round import Alert
from oqiga.errors import GatherError, PublishError
from oqiga.gather.guard import GuardedBackend, GuardedTransport

_TRIES = 4
_TIMEOUT_S = 10.0
SIGNATURE = "x-oqiga-signature"
"""Header with `sha256=` and the HMAC of the body under the shared secret."""
DELIVERY = "x-oqiga-delivery"
"""Header that names an alert: a receiver that has seen it may drop the second copy."""
_REFUSED = (400, 413, 422)
"""Answers that are about the body: the same body will get them again."""


class RefusedError(PublishError):
    """A receiver will never have an alert: to try again is useless."""


def payload(alert: Alert) -> bytes:
    """Return the body of one alert, the same bytes every time."""
    packed = {
        "incident": alert.incident,
        "title": alert.title,
        "at": alert.at,
        "reasons": [{"rule": each.rule, "reason": each.reason} for each in alert.firings],
    }
    return json.dumps(packed, ensure_ascii=False, sort_keys=True).encode("utf-8")


def signature(body: bytes, secret: str) -> str:
    """Return the value of the signature header."""
    return f"sha256={hmac.new(secret.encode('utf-8'), body, hashlib.sha256).hexdigest()}"


def post(
    body: bytes,
    url: str,
    *,
    secret: str,
    delivery: str,
    allowed: Iterable[str] = (),
    sleep: Callable[[float], None],
) -> None:
    """Deliver one body; waits longer after each failure.

    delivery: told in a header, the same whenever the same alert is sent. Raises RefusedError when the
    receiver finds fault with the body, PublishError when it cannot be delivered now.
    """
    headers = {
        "content-type": "application/json",
        SIGNATURE: signature(body, secret),
        DELIVERY: delivery,
    }
    reason = ""
    with httpx.Client(
        transport=GuardedTransport(GuardedBackend(allowed)), timeout=_TIMEOUT_S, trust_env=False
    ) as client:
        for attempt in range(_TRIES):
            if attempt:
                sleep(2.0**attempt)
            try:
                answer = client.post(url, content=body, headers=headers)
            except GatherError as error:
                raise PublishError(error.message, subject=url) from error
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
                continue
            if answer.status_code < 300:
                return
            reason = f"the receiver answered {answer.status_code}"
            if answer.status_code in _REFUSED:
                raise RefusedError(f"not delivered: {reason}", subject=url)
            if answer.status_code < 500:
                break
    raise PublishError(f"not delivered: {reason}", subject=url)
