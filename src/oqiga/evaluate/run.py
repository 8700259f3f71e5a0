"""Running a benchmark: load its public form, predict through the reader, score, lay out as a table."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from oqiga.errors import EvaluateError
from oqiga.evaluate.kit import Kit
from oqiga.evaluate.tally import FieldScore, summarise

DATA_VARIABLE = "OQIGA_DATA"
"""Environment variable that names the folder of benchmark data; `../shared/data` is tried next."""


def data_folder(given: Path | None) -> Path:
    """Return the folder that holds one folder per benchmark. Raises EvaluateError when there is none."""
    named = os.environ.get(DATA_VARIABLE)
    candidates = [given] if given else [Path(named)] if named else [Path("../shared/data"), Path("data")]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise EvaluateError(
        f"no benchmark data in {', '.join(map(str, candidates))}; docs/benchmarks.md says where to get them"
    )


def load_documents(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a JSON Lines file. Raises EvaluateError naming the line that is broken."""
    try:
        opened = path.open(encoding="utf-8")
    except OSError as error:
        raise EvaluateError(error.strerror or "cannot be read", subject=str(path)) from error
    with opened:
        for number, line in enumerate(opened, start=1):
            if not line.strip():
                continue
            try:
                document = json.loads(line)
            except ValueError as error:
                raise EvaluateError(f"line {number} is not JSON: {error}", subject=str(path)) from error
            if not isinstance(document, dict):
                raise EvaluateError(f"line {number} is not an object", subject=str(path))
            yield document


def best_split(name: str, kit: Kit, folder: Path) -> str:
    """Return the part to score when none is named: dev where its file is there, else the first."""
    dev = kit.SPLITS.get("dev")
    return "dev" if dev is not None and (folder / name / dev).is_file() else next(iter(kit.SPLITS))


def split_path(name: str, kit: Kit, *, folder: Path, split: str) -> Path:
    """Return the file of one split. Raises EvaluateError when the benchmark has no such split."""
    if split not in kit.SPLITS:
        raise EvaluateError(f"{name} has no split {split!r}; it has {', '.join(kit.SPLITS)}")
    return folder / name / kit.SPLITS[split]


def evaluate(
    kit: Kit,
    documents: Iterable[Mapping[str, Any]],
    *,
    trained: bool = True,
    samples: int = 1000,
    seed: int = 1,
) -> list[FieldScore]:
    """Predict on every document and score.

    trained: use the trained weights that stand apart. samples, seed: of the bootstrap over documents.
    """
    tallies = [kit.tally(document, kit.predict(document, trained=trained)) for document in documents]
    return summarise(tallies, samples=samples, seed=seed)


def table(name: str, scores: Sequence[FieldScore]) -> str:
    """Lay scores out as a Markdown table, in per cent."""
    lines = [f"| {name} | precision | recall | F1 | 95 % interval |", "| --- | --- | --- | --- | --- |"]
    for score in scores:
        tally = score.tally
        figures = f"{100 * tally.precision:.1f} | {100 * tally.recall:.1f} | {100 * tally.f1:.1f}"
        lines.append(f"| {score.field} | {figures} | {100 * score.low:.1f}–{100 * score.high:.1f} |")
    return "\n".join(lines)
