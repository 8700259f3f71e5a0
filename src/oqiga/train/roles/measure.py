"""Measuring templates on reports judged by rankers that have not seen them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from oqiga.evaluate.kits.muc4 import tally
from oqiga.evaluate.tally import summarise

Document = Mapping[str, Any]
_SAMPLES = 1000
_SEED = 1


def measure(
    documents: Sequence[Document], forms: Sequence[Sequence[Document]], predictions: Path | None
) -> Callable[[Sequence[Document]], str]:
    """Write templates in full where asked, and return what tells the figures of some reports.

    forms: of each report, its templates, filled and weighed by what has not seen it.
    """
    lines = {
        document["docid"]: {"docid": document["docid"], "templates": each}
        for document, each in zip(documents, forms, strict=True)
    }
    if predictions is not None:
        text = "".join(json.dumps(line) + "\n" for line in lines.values())
        predictions.write_text(text, encoding="utf-8")

    def told(some: Sequence[Document]) -> str:
        tallies = [tally(document, lines[document["docid"]]) for document in some]
        scores = summarise(tallies, samples=_SAMPLES, seed=_SEED)
        parts = (
            f"{each.field} {100 * each.tally.f1:.1f} ({100 * each.low:.1f}-{100 * each.high:.1f})"
            for each in scores
        )
        return ", ".join(parts)

    return told
