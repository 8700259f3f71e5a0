"""Sharing work between processes of this machine, this one among them, with results in order."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

CHUNK = 4
"""Inputs that are handed over together."""
_AHEAD = 4
"""Tasks that wait at each other process, so that it never waits itself."""
_MOST = 64
"""Results that are kept until it is their turn; this process is ahead while the others are starting."""


def chunks(inputs: Iterable[Task]) -> Iterator[list[Task]]:
    """Yield the inputs a few at a time."""
    source = iter(inputs)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


@dataclass(frozen=True, slots=True)
class _Given(Generic[Task, Result]):
    """One task, and where its result will be."""

    task: Task
    result: Future[Result]


def shared(tasks: Iterable[Task], work: Callable[[Task], Result], *, others: int) -> Iterator[Result]:
    """Do the tasks with so many other processes and this one; yield the results in the order of the tasks.

    The others start while this process works, and this one takes back what they have not begun. Work, tasks
    and results can be pickled; what the work raises is raised here.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one thread a process scales best
    source = iter(tasks)
    given: deque[_Given[Task, Result]] = deque()
    most = _MOST + others * _AHEAD
    with ProcessPoolExecutor(others, mp_context=multiprocessing.get_context("spawn")) as pool:
        while True:
            room = others * _AHEAD - sum(not each.result.done() for each in given)
            for task in islice(source, max(0, min(room, most - len(given)))):
                given.append(_Given(task, pool.submit(work, task)))
            while given and given[0].result.done():
                yield given.popleft().result.result()
            own = list(islice(source, 1 if len(given) < most else 0))
            if own:
                given.append(_Given(own[0], _done(work, own[0])))
            elif not given:
                return
            elif not _take_back(given, work):
                yield given.popleft().result.result()


def _done(work: Callable[[Task], Result], task: Task) -> Future[Result]:
    """Do a task in this process."""
    result: Future[Result] = Future()
    try:
        result.set_result(work(task))
    except Exception as error:  # noqa: BLE001
        result.set_exception(error)  # raised when its turn comes, as it is for the others
    return result


def _take_back(given: deque[_Given[Task, Result]], work: Callable[[Task], Result]) -> bool:
    """Do the first task that no other process has begun; False when there is none."""
    for place, each in enumerate(given):
        if each.result.cancel():
            given[place] = _Given(each.task, _done(work, each.task))
            return True
    return False
