"""Answers kept until the book changes: many readers of one page cost as much as one."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")

_MOST = 512


class Kept:
    """A bounded memory of answers. Each is made once, also when many ask for it at the same time."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, stamp: Hashable, make: Callable[[], T]) -> T:
        """Return the answer under `key` if it was made at this `stamp`, else make it."""
        with self._lock:
            found = self._found.get(key)
            if found is not None and found[0] == stamp:
                self._found.move_to_end(key)
                return cast(T, found[1])
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                found = self._found.get(key)
            if found is not None and found[0] == stamp:
                return cast(T, found[1])
            made = make()
            self._put(key, stamp, made)
            return made

    def _put(self, key: Hashable, stamp: Hashable, made: object) -> None:
        with self._lock:
            self._found[key] = (stamp, made)
            self._found.move_to_end(key)
            self._making.pop(key, None)
            while len(self._found) > self._most:
                self._found.popitem(last=False)
