"""The steps in order, with one failure policy: a bad input becomes a `Failure` and the rest go on."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

from oqiga.engines.engine import Engine, Proposal
from oqiga.errors import GatherError, OqigaError, ReadError
from oqiga.gather.inputs import RawInput, Unreadable, gather
from oqiga.model.record import Reading, Record
from oqiga.model.report import Report
from oqiga.read.reader import read_report, worth_reading
from oqiga.read.relevance import may_be_relevant
from oqiga.reconcile.incident import build_incidents

_CHUNK = 4
_CHUNKS_AHEAD = 4


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


def read_text(
    report: Report, *, gated: bool = True, trained: bool = True, engine: Engine | None = None
) -> Record:
    """Read one report to its record. Raises ReadError when there is no reader for its language.

    trained: with the trained weights that stand apart, where they are installed.
    engine: asked what it finds in a report that is worth reading; its claims are taken in where they are new.
    """
    asked = engine is not None and (worth_reading(report) or not gated)
    proposal = engine.propose(report) if engine is not None and asked else Proposal()
    record = to_record(read_report(report, gated=gated, trained=trained, proposed=proposal.claims))
    return replace(record, warnings=(*record.warnings, *proposal.warnings))


def read_one(
    raw: RawInput | Unreadable, *, gated: bool = True, trained: bool = True, engine: Engine | None = None
) -> Record | Failure:
    """Read one input; whatever goes wrong with it becomes a Failure.

    This is the only place that catches every exception: one report must never stop a run.
    """
    if isinstance(raw, Unreadable):
        return Failure(raw.subject, "gather", raw.error)
    step = "gather"
    try:
        report = gather(raw, worth=may_be_relevant if gated else None)
        step = "read"
        return read_text(report, gated=gated, trained=trained, engine=engine)
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
    """Read inputs in order. workers: processes to read with; 1 reads in this one, as does an engine.

    Inputs are taken as they are needed, a few chunks ahead of what has been read.
    """
    if workers <= 1 or engine is not None:  # one budget, counted in one process
        for raw in inputs:
            yield read_one(raw, gated=gated, trained=trained, engine=engine)
        return
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one thread a process scales best
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[list[Record | Failure]]] = deque()
        source = iter(inputs)
        while chunk := list(islice(source, _CHUNK)):
            waiting.append(pool.submit(_read_chunk, chunk, gated, trained))
            if len(waiting) >= workers * _CHUNKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _read_chunk(chunk: list[RawInput | Unreadable], gated: bool, trained: bool) -> list[Record | Failure]:
    return [read_one(raw, gated=gated, trained=trained) for raw in chunk]
