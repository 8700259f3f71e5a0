"""What a public benchmark is to this package: documents to predict on, and a tally of right answers."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol, cast

from oqiga.errors import EvaluateError
from oqiga.evaluate.tally import Tally

KITS = ("muc4", "shootings", "timex", "places", "attribution")
"""Names of the public benchmarks, as `oqiga evaluate` takes them."""

OWN = ("reports",)
"""What scores reports that its user has judged, in the same way."""


class Kit(Protocol):
    """A module `oqiga.evaluate.kits.<name>` with these names in it."""

    ID_FIELD: str
    """The field that holds a document's id, in the gold and in predictions."""
    SPLITS: Mapping[str, str]
    """Name of a split to its file in the data folder ("dev" to "dev.jsonl")."""

    def predict(self, document: Mapping[str, Any], *, trained: bool = True) -> dict[str, Any]:
        """Read one line of the benchmark, but not its labels, and return a line for its score.py.

        trained: use the trained weights that stand apart, where they are installed.
        """
        ...

    def tally(self, gold: Mapping[str, Any], predicted: Mapping[str, Any]) -> dict[str, Tally]:
        """Compare one gold line with one predicted line, field by field, as the kit's score.py does."""
        ...


def kit(name: str) -> Kit:
    """Return one benchmark. Raises EvaluateError when there is none of that name."""
    if name not in (*KITS, *OWN):
        raise EvaluateError(f"no benchmark {name!r}; there are {', '.join((*KITS, *OWN))}")
    return cast(Kit, import_module(f"oqiga.evaluate.kits.{name}"))
