"""One thread for the matrices of a report: they are small, and threads that wait for others waste cores."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import numpy as np  # its library of matrices must be loaded before it can be told
from threadpoolctl import ThreadpoolController

assert np.__version__


@lru_cache(maxsize=1)
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()


@contextmanager
def one_thread() -> Iterator[None]:
    """Let matrices be multiplied by this thread alone; what was set before holds again afterwards.

    On two cores that others use too, reading takes a fifth of the time that it takes with two threads.
    """
    with _libraries().limit(limits=1, user_api="blas"):
        yield
