"""Putting the weights together: model of words, rankers and values, fitted beside exported networks."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from oqiga.errors import SettingsError
from oqiga.read.templates.fill import fill
from oqiga.read.templates.trained import (
    CLAUSES,
    FORESTS,
    LOOKS,
    RANKING,
    WORDS,
    save_forests,
    save_hashed,
    save_ranking,
)
from oqiga.train.roles.folds import learn_beside, unseen
from oqiga.train.roles.judges import fit_judges, folds_of
from oqiga.train.roles.measure import measure
from oqiga.train.roles.places import fit_places
from oqiga.train.roles.readings import read_all
from oqiga.train.roles.thresholds import choose
from oqiga.train.roles.together import fit_together
from oqiga.train.roles.worth import Filled, fit_worth, weighed

Document = Mapping[str, Any]
Tell = Callable[[str], None]


def train_beside(texts: Path, folder: Path, also: Path | None, predictions: Path | None, tell: Tell) -> None:
    """Fit all that stands beside the networks of a folder, tell cross-validated figures, write the files.

    texts, also: the reports that the networks learned from, as `networks.json` in the folder tells. The
    figures are told of `also` alone too. predictions: where to write the cross-validated templates, for
    the benchmark's own scorer. Raises SettingsError where a report was seen by every network.
    """
    first, more = read_documents(texts), read_documents(also) if also else []
    documents = [*first, *more]
    readings = read_all(documents)
    tell(f"{len(documents)} reports read")
    judged = unseen(first, more, readings, folder)
    evidence = [each.evidence for each in judged]
    fitted = fit_judges(
        documents, evidence, [each.told for each in judged], [each.priors for each in judged], tell
    )
    most = max(each.networks for each in judged)
    like_use = [place for place, each in enumerate(judged) if each.networks == most]
    least = choose(
        [documents[place] for place in like_use],
        [evidence[place] for place in like_use],
        [fitted.judged[place] for place in like_use],
    )
    tell(f"thresholds: {least}")
    folds = folds_of(len(documents))
    together, others = fit_together(documents, evidence, fitted.judged, least, folds)
    templates = [
        fill(one, other, least, pairs)
        for one, other, pairs in zip(evidence, fitted.judged, others, strict=True)
    ]
    place, places = fit_places(documents, readings, templates, folds)
    filled = [Filled.of(*each) for each in zip(documents, readings, judged, templates, places, strict=True)]
    worth, worths = fit_worth(documents, filled, folds)
    told = measure(documents, [weighed(*each) for each in zip(filled, worths, strict=True)], predictions)
    tell(f"all: {told(documents)}")
    if more:
        tell(f"{also}: {told(more)}")
    beside = learn_beside(documents, readings)
    kept = fitted.kept | {
        "looks": {name: look.linear for name, look in zip(LOOKS, fitted.looks, strict=True)},
        "subjects": beside.subjects,
        "priors": {
            role: {"strings": each.strings, "heads": each.heads} for role, each in beside.priors.items()
        },
        "least": least,
        "choices": beside.values,
        "places": place,
        "worth": worth,
        "together": together,
    }
    save_hashed(beside.words, folder / WORDS)
    save_hashed(beside.clauses, folder / CLAUSES)
    save_forests(fitted.looks, folder / FORESTS)
    save_ranking(_written(kept), folder / RANKING)


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
