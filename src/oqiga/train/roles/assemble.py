"""Putting the weights together: model of words, rankers and values, fitted beside an exported encoder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from oqiga.errors import SettingsError
from oqiga.read.encoder.model import Encoder
from oqiga.read.templates.evidence import Evidence, gather_evidence
from oqiga.read.templates.trained import FORESTS, RANKING, WORDS, load_words, save_forests, save_words
from oqiga.train.roles.choices import fit_values
from oqiga.train.roles.counts import count_fillers
from oqiga.train.roles.judges import fit_judges
from oqiga.train.roles.measure import Reading, measure, reading_of
from oqiga.train.roles.rank import fit_subjects, fit_words
from oqiga.train.roles.thresholds import choose

Document = Mapping[str, Any]
Tell = Callable[[str], None]
_HELD_BACK = 9
"""One report in so many is kept from the encoder, for the rankers to learn on."""


def train_beside(texts: Path, folder: Path, also: Path | None, predictions: Path | None, tell: Tell) -> None:
    """Fit all that stands beside the encoder in a folder, tell cross-validated figures, and write the files.

    texts: the reports it was trained from; one in nine of them was held back. also: more reports for the
    rankers. predictions: where to write the cross-validated templates, for the benchmark's own scorer.
    """
    documents, more = read_documents(texts), read_documents(also) if also else []
    unseen = [*more, *(each for each in documents if held_back(each))]
    seen = [each for each in documents if not held_back(each)]
    save_words(fit_words(seen), folder / WORDS)
    words, read = load_words(folder / WORDS), Encoder(folder)
    readings = [reading_of(each) for each in unseen]
    evidence = [gather_evidence(each.text, read, words, each.named) for each in readings]
    tell(f"{len(evidence)} reports read")
    finish(folder, seen, unseen, readings, evidence, predictions, tell)


def finish(
    folder: Path,
    seen: Sequence[Document],
    unseen: Sequence[Document],
    readings: Sequence[Reading],
    evidence: Sequence[Evidence],
    predictions: Path | None,
    tell: Tell,
) -> None:
    """Fit judges, thresholds and values, measure them on the unseen reports and write them."""
    told_by, priors = fit_subjects(seen), count_fillers(seen)
    fitted = fit_judges(unseen, evidence, told_by, priors, tell)
    least = choose(unseen, evidence, fitted.judged)
    tell(f"thresholds: {least}")
    measure(unseen, readings, evidence, fitted.judged, least, fit_values(seen), predictions, tell)
    kept = fitted.kept | {
        "subjects": told_by,
        "priors": {role: {"strings": each.strings, "heads": each.heads} for role, each in priors.items()},
        "least": least,
        "choices": fit_values([*seen, *unseen]),
    }
    save_forests(fitted.forests, folder / FORESTS)
    (folder / RANKING).write_text(
        json.dumps(_written(kept), ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def held_back(document: Document) -> bool:
    """Tell whether a report is kept from the encoder."""
    return int(hashlib.sha256(document["docid"].encode()).hexdigest(), 16) % _HELD_BACK == 0


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Read a file of annotated reports. Raises SettingsError when it cannot be read."""
    try:
        with path.open(encoding="utf-8") as opened:
            return [json.loads(line) for line in opened if line.strip()]
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or 'cannot be read'}") from error


def _written(models: Any) -> Any:
    if isinstance(models, dict):
        return {name: _written(each) for name, each in models.items()}
    if not hasattr(models, "weights"):
        return models
    weights = {name: round(weight, 4) for name, weight in models.weights.items()}
    return asdict(models) | {"weights": weights}
