"""Putting the weights together: model of words and rankers, fitted beside an exported encoder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from oqiga.model.report import Report
from oqiga.read.encoder.model import Encoder
from oqiga.read.reader import find_claims, make_context
from oqiga.read.templates.evidence import gather_evidence
from oqiga.read.templates.patterns import named_in
from oqiga.read.templates.trained import RANKING, WORDS, load_words, save_words
from oqiga.train.roles import rank
from oqiga.train.roles.counts import body_of, count_fillers
from oqiga.train.roles.thresholds import choose

Document = Mapping[str, Any]
Named = Mapping[str, frozenset[str]]
_HELD_BACK = 9
"""One report in so many is kept from the encoder, for the rankers to learn on."""


def held_back(document: Document) -> bool:
    """Tell whether a report is kept from the encoder."""
    return int(hashlib.sha256(document["docid"].encode()).hexdigest(), 16) % _HELD_BACK == 0


def finish(
    folder: Path,
    documents: Sequence[Document],
    seen: Sequence[Document],
    unseen: Sequence[Document],
    named: Sequence[Named],
    tell: Callable[[str], None],
) -> None:
    """Fit words and rankers beside an exported encoder. named: what patterns find in the unseen reports."""
    save_words(rank.fit_words(seen), folder / WORDS)
    words = load_words(folder / WORDS)
    told_by = rank.fit_subjects(seen)
    priors = count_fillers(seen)
    read = Encoder(folder)
    evidence = [
        gather_evidence(body_of(each), read, words, strings)
        for each, strings in zip(unseen, named, strict=True)
    ]
    tell(f"{len(evidence)} reports encoded")
    fitted, judged = rank.fit_ranking(unseen, evidence, told_by, priors, tell)
    least = choose(unseen, evidence, judged)
    tell(f"thresholds: {least}")
    kept = {
        "subjects": _written(told_by),
        "relevant": _written(fitted["relevant"]),
        "holds": _written(fitted["holds"]),
        "types": _written(fitted["types"]),
        "roles": _written(fitted["roles"]),
        "priors": {role: {"strings": each.strings, "heads": each.heads} for role, each in priors.items()},
        "least": least,
        "choices": {slot: _written(models) for slot, models in rank.fit_values(documents).items()},
    }
    (folder / RANKING).write_text(
        json.dumps(kept, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def patterns_of(document: Document) -> Named:
    """Return what the patterns of the reader find in a report."""
    report = Report(
        id=document["docid"], text=body_of(document), published=document.get("dateline_date"), language="en"
    )
    return named_in(find_claims(make_context(report)), report.text)


def _written(models: Any) -> Any:
    if isinstance(models, dict):
        return {name: _written(each) for name, each in models.items()}
    weights = {name: round(weight, 4) for name, weight in models.weights.items()}
    return asdict(models) | {"weights": weights}
