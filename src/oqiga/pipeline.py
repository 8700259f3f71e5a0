"""The steps in order, with one failure policy: a bad input becomes a `Failure` and the rest go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TypeVar

from oqiga.engines.engine import Engine, Proposal
from oqiga.errors import GatherError, OqigaError, ReadError
from oqiga.gather.inputs import RawInput, Unreadable, gather
from oqiga.model.record import Reading, Record
from oqiga.model.report import Report
from oqiga.model.wire import dumps, record_to_json
from oqiga.read.reader import read_report, worth_reading
from oqiga.read.relevance import may_be_relevant
from oqiga.reconcile.incident import build_incidents
from oqiga.sharing import chunks, shared

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be read. step: "gather" or "read"; the error says why."""

    subject: str
    step: str
    error: OqigaError


def to_record(reading: Reading) -> Record:
    """Compute the incidents of one report from its claims."""
    return Record(
        report=reading.report,
        relevant=reading.relevant,
        relevance=reading.relevance,
        claims=reading.claims,
        incidents=build_incidents([reading.report], {reading.report.id: reading.claims}),
        warnings=reading.warnings,
    )


def to_line(reading: Reading) -> str:
    """Return the record of one report as a line of JSON."""
    return dumps(record_to_json(to_record(reading)))


def as_read(reading: Reading) -> Reading:
    """Return the reading as it is: for those who bring reports together themselves."""
    return reading


def read_text(
    report: Report, *, gated: bool = True, trained: bool = True, engine: Engine | None = None
) -> Record:
    """Read one report to its record. Raises ReadError when there is no reader for its language.

    trained: with the trained weights that stand apart, where they are installed.
    engine: asked what it finds in a report that is worth reading; its claims are taken in where they are new.
    """
    return to_record(_reading_of(report, gated=gated, trained=trained, engine=engine))


def _reading_of(report: Report, *, gated: bool, trained: bool, engine: Engine | None) -> Reading:
    asked = engine is not None and (worth_reading(report) or not gated)
    proposal = engine.propose(report) if engine is not None and asked else Proposal()
    reading = read_report(report, gated=gated, trained=trained, proposed=proposal.claims)
    return replace(reading, warnings=(*reading.warnings, *proposal.warnings))


def read_one(
    raw: RawInput | Unreadable, *, gated: bool = True, trained: bool = True, engine: Engine | None = None
) -> Record | Failure:
    """Read one input to its record; whatever goes wrong with it becomes a Failure."""
    return read_one_as(raw, to_record, gated=gated, trained=trained, engine=engine)


def read_one_as(
    raw: RawInput | Unreadable,
    shape: Callable[[Reading], T],
    *,
    gated: bool = True,
    trained: bool = True,
    engine: Engine | None = None,
) -> T | Failure:
    """Read one input and give it a shape; whatever goes wrong with it becomes a Failure.

    This is the only place that catches every exception: one report must never stop a run.
    """
    if isinstance(raw, Unreadable):
        return Failure(raw.subject, "gather", raw.error)
    step = "gather"
    try:
        report = gather(raw, worth=may_be_relevant if gated else None)
        step = "read"
        return shape(_reading_of(report, gated=gated, trained=trained, engine=engine))
    except OqigaError as error:
        return Failure(raw.subject, step, error)
    except Exception as error:  # noqa: BLE001
        kind = GatherError if step == "gather" else ReadError
        return Failure(raw.subject, step, kind(f"{type(error).__name__}: {error}"))


def read_many(
    inputs: Iterable[RawInput | Unreadable],
    *,
    workers: int = 1,
    gated: bool = True,
    trained: bool = True,
    engine: Engine | None = None,
) -> Iterator[Record | Failure]:
    """Read inputs to their records, in order; see `read_many_as`."""
    return read_many_as(inputs, to_record, workers=workers, gated=gated, trained=trained, engine=engine)


def read_many_as(
    inputs: Iterable[RawInput | Unreadable],
    shape: Callable[[Reading], T],
    *,
    workers: int = 1,
    gated: bool = True,
    trained: bool = True,
    engine: Engine | None = None,
) -> Iterator[T | Failure]:
    """Read inputs in order and give each a shape where it was read.

    shape: `to_record`, `to_line`, `as_read`, or another function at the top of a module. workers: processes
    to read with, this one among them; 1 reads in this one alone, as does an engine, which has one budget.
    Inputs are taken as they are needed, some chunks ahead of what has been read.
    """
    if workers <= 1 or engine is not None:
        return (read_one_as(raw, shape, gated=gated, trained=trained, engine=engine) for raw in inputs)
    reader = partial(_read_chunk, shape=shape, gated=gated, trained=trained)
    return chain.from_iterable(shared(chunks(inputs), reader, others=workers - 1))


def _read_chunk(
    chunk: Sequence[RawInput | Unreadable], *, shape: Callable[[Reading], T], gated: bool, trained: bool
) -> list[T | Failure]:
    return [read_one_as(raw, shape, gated=gated, trained=trained) for raw in chunk]
