"""Counting in the training reports: which strings filled which role, and how often they occur at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.candidates import plain, trimmed
from oqiga.read.templates.priors import Priors
from oqiga.train.roles.examples import SLOTS

_LONGEST = 7


def key_strings(document: Mapping[str, Any], role: str) -> set[str]:
    """Return the strings that fill a role anywhere in the key of a report, as candidates are written."""
    return {
        as_candidate(string, role)
        for template in document["templates"]
        for filler in template[SLOTS[role]]
        for string in filler["alts"]
    } - {""}


def count_fillers(documents: Iterable[Mapping[str, Any]]) -> dict[str, Priors]:
    """Return the counts of every role over training reports."""
    kept = [(document, set(_runs(plain(body_of(document)).split()))) for document in documents]
    occurs: Counter[str] = Counter()
    for _, runs in kept:
        occurs.update(runs)
    return {role: _of_role(role, [document for document, _ in kept], occurs) for role in ROLES}


def body_of(document: Mapping[str, Any]) -> str:
    """Return the text of a report without its dateline."""
    return str(document["text"][document["body_start"] :])


def _of_role(role: str, documents: Iterable[Mapping[str, Any]], occurs: Counter[str]) -> Priors:
    strings: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for document in documents:
        found = key_strings(document, role)
        strings.update(found)
        heads.update({string.split(" ")[-1] for string in found})
    return Priors(
        {string: (count, max(count, occurs[string])) for string, count in sorted(strings.items())},
        {head: (count, max(count, occurs[head])) for head, count in sorted(heads.items())},
    )


def as_candidate(string: str, role: str) -> str:
    """Return a string of the key as candidates for a role are written."""
    kept = trimmed(string, Span(0, len(string)), numbers=role != "perpetrator")
    return plain(kept.of(string)) if kept else ""


def _runs(words: list[str]) -> Iterator[str]:
    bare = [word.strip(".,;:!?-") for word in words]
    for length in range(1, _LONGEST + 1):
        for start in range(len(bare) - length + 1):
            yield " ".join(bare[start : start + length])
