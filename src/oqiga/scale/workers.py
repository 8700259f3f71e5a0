"""Who does the work: this process, processes of this machine, or actors of a Ray cluster. All do the same."""

from __future__ import annotations

import logging
import multiprocessing
import os
import pickle
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import chain, islice
from typing import Any, Protocol, TypeVar

from oqiga.errors import SettingsError

Task = TypeVar("Task")
Result = TypeVar("Result")
_AHEAD = 2


class Workers(Protocol):
    """Runs one function over many tasks."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the results as they come, in any order. Function, tasks and results can be pickled."""
        ...


class Here:
    """Works in this process."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the results in order."""
        yield from map(function, tasks)


class Processes:
    """Works in processes of this machine, which keep their models from task to task."""

    def __init__(self, count: int) -> None:
        self._count = count

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the results as they come; tasks are taken as they are needed. A single one is done here."""
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # one thread a process scales best
        waiting: set[Future[Result]] = set()
        source = iter(tasks)
        first = list(islice(source, 2))
        if len(first) <= 1:
            yield from map(function, first)
            return
        source = chain(first, source)
        with ProcessPoolExecutor(self._count, mp_context=multiprocessing.get_context("spawn")) as pool:
            while True:
                room = self._count * _AHEAD - len(waiting)
                waiting |= {pool.submit(function, task) for task in islice(source, room)}
                if not waiting:
                    return
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                for each in done:
                    yield each.result()


class OnRay:
    """Works in actors of a Ray cluster through Ray Data; an actor that dies is replaced, its task done again.

    address: of the cluster, None starts one on this machine. count: of actors.
    """

    def __init__(self, count: int, address: str | None = None) -> None:
        try:
            import ray
            import ray.data
        except ImportError as error:
            raise SettingsError("Ray needs the extra: pip install 'oqiga[scale]'") from error
        self._count = count
        if not ray.is_initialized():
            here: dict[str, Any] = {} if address else {"num_cpus": count, "include_dashboard": False}
            ray.init(address=address, log_to_driver=False, logging_level=logging.WARNING, **here)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # Ray sets its own deprecated settings
            ray.data.DataContext.get_current().enable_progress_bars = False

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the results as they come; a single task is done here, where no actor must start first."""
        import ray.data

        actor: Any = Actor  # Ray takes a class and calls what it makes
        wanted = list(tasks)
        if len(wanted) <= 1:
            yield from map(function, wanted)
            return
        packed = [{"task": pickle.dumps(task)} for task in wanted]
        done = ray.data.from_items(packed, override_num_blocks=len(packed)).map(
            actor,
            fn_constructor_kwargs={"function": pickle.dumps(function)},
            compute=ray.data.ActorPoolStrategy(size=min(self._count, len(packed))),
            num_cpus=1,
        )
        for row in done.iter_rows():
            yield pickle.loads(row["result"])

    @staticmethod
    def close() -> None:
        """Leave the cluster; one that was started here ends."""
        import ray

        ray.shutdown()


class Actor:
    """One worker of a Ray cluster: the models it loads for its first task stay for the next ones."""

    def __init__(self, function: bytes) -> None:
        self._function: Callable[[Any], Any] = pickle.loads(function)

    def __call__(self, row: dict[str, bytes]) -> dict[str, bytes]:
        """Do one task."""
        return {"result": pickle.dumps(self._function(pickle.loads(row["task"])))}
