"""oqiga reads reports of attacks and keeps the book of what they claim.

`read_report` and `open_book` are the public interface; see `oqiga.api`. They are loaded when first used, so
that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oqiga.api import OpenBook, open_book, read_report

__version__ = "0.1.0"
__all__ = ["OpenBook", "__version__", "open_book", "read_report"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from oqiga import api

        return getattr(api, name)
    raise AttributeError(f"module 'oqiga' has no attribute {name!r}")
