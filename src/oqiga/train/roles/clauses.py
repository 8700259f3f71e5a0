"""Fitting the model of clauses: which nouns of parsed reports head a filler of each role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from oqiga.model.syntax import Document
from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.clauses import BITS, ClauseModel, head_of, rows_of
from oqiga.train.roles.examples import SLOTS, found_in
from oqiga.train.roles.rank import fit_hashed, strings_of


def fit_clauses(documents: Sequence[Mapping[str, Any]], parsed: Sequence[Document]) -> ClauseModel:
    """Fit the model on labelled reports. parsed: the parse of each body."""
    found = [rows_of(each) for each in parsed]
    wanted = np.vstack(
        [
            _labels(document, parse, [noun.index for noun in nouns])
            for document, parse, (nouns, _) in zip(documents, parsed, found, strict=True)
        ]
    )
    return ClauseModel(*fit_hashed((row for _, rows in found for row in rows), wanted, BITS))


def _labels(document: Mapping[str, Any], parse: Document, nouns: Sequence[int]) -> Any:
    """Return (nouns, roles): does the noun head a place where a filler of the role stands."""
    labels = np.zeros((len(nouns), len(ROLES)), bool)
    rows = {index: row for row, index in enumerate(nouns)}
    text, offsets = parse.text.lower(), [each.span for each in parse.tokens]
    for number, role in enumerate(ROLES):
        for string in strings_of(document, (SLOTS[role],)):
            for first, last in found_in(text, string, offsets):
                head = head_of(parse, first, last)
                if head is not None and head.index in rows:
                    labels[rows[head.index], number] = True
    return labels
