"""The outbox: an alert waits on disk until each receiver has it, through kills and outages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from oqiga.alerting.round import Alert
from oqiga.alerting.webhook import RefusedError, payload
from oqiga.errors import PublishError
from oqiga.model.ids import decision_id
from oqiga.publish.alerts.memory import AlertMemory, Parcel
from oqiga.publish.alerts.rules import Rules

WEBHOOK = "webhook"
_KEPT = timedelta(days=3)

Sender = Callable[[Parcel], None]
"""Gives a parcel to its receiver. Raises RefusedError when trying again is of no use, else PublishError."""


def notified(address: str) -> str:
    """Return what an address of notifications is called in the outbox: addresses hold passwords."""
    return f"notify {hashlib.sha256(address.encode('utf-8')).hexdigest()[:16]}"


def receivers(rules: Rules) -> list[str]:
    """Return the names of all receivers that rules have."""
    return [WEBHOOK] * (rules.webhook is not None) + [notified(each) for each in rules.notify]


def put(found: Iterable[Alert], rules: Rules, memory: AlertMemory) -> None:
    """Put alerts into the outbox, one parcel for each receiver."""
    for alert in found:
        for receiver in receivers(rules):
            body = payload(alert).decode("utf-8") if receiver == WEBHOOK else alert.text
            parcel = Parcel(
                id=decision_id("delivery", receiver, alert.file),
                receiver=receiver,
                at=alert.at,
                title=alert.title,
                body=body,
            )
            memory.outbox.append(parcel)


def deliver(
    memory: AlertMemory, senders: Mapping[str, Sender], *, at: datetime, save: Callable[[AlertMemory], None]
) -> list[PublishError]:
    """Give every receiver what waits for it, oldest first; return what went wrong.

    A parcel leaves the outbox, and the memory is saved, once its receiver has it; killed in between, it is
    sent a second time under the same id. After a failure the rest of that receiver's parcels wait for the
    next round. Refused ones, those of receivers that no rules name any longer and those that have waited for
    three days are given up, each with an error.
    """
    errors: list[PublishError] = []
    away: set[str] = set()
    for parcel in _waiting(memory.outbox):
        if parcel.receiver in away:
            continue
        error = _hand_over(parcel, senders, at)
        if error is not None:
            errors.append(error)
        if error is None or isinstance(error, RefusedError):
            memory.outbox.remove(parcel)
            save(memory)
        else:
            away.add(parcel.receiver)
    return errors


def _waiting(outbox: Sequence[Parcel]) -> list[Parcel]:
    return sorted(outbox, key=lambda parcel: parcel.at)


def _hand_over(parcel: Parcel, senders: Mapping[str, Sender], at: datetime) -> PublishError | None:
    """Give one parcel to its receiver; return why not."""
    sender = senders.get(parcel.receiver)
    if sender is None:
        return RefusedError("not delivered: the rules no longer name its receiver", subject=parcel.title)
    try:
        sender(parcel)
    except RefusedError as error:
        return error
    except PublishError as error:
        if at - datetime.fromisoformat(parcel.at) > _KEPT:
            return RefusedError(f"given up after three days: {error.message}", subject=parcel.title)
        return error
    return None
