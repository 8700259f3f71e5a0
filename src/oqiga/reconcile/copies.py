"""Copies: which reports carry another report's text, so that they are not taken for confirmations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from oqiga.reconcile.comparing_traits import COPY
from oqiga.reconcile.evidence import Header
from oqiga.reconcile.sketch import Sketch, resemblance

_BAND = 2
"""Values of a signature that must agree for two texts to be compared at all."""


def with_roots(headers: Iterable[Header], sketches: Sequence[Sketch]) -> dict[str, Header]:
    """Return the headers by report, near copies pointing at the earliest report of their text.

    sketches: of the same reports, with the signatures of their texts.
    """
    signatures = {sketch.report: sketch.signature for sketch in sketches if sketch.signature}
    by_report = {header.id: header for header in headers}
    bands: dict[tuple[int, tuple[int, ...]], list[str]] = {}
    rooted: dict[str, Header] = {}
    for header in sorted(by_report.values(), key=lambda each: (each.known or "~", each.id)):
        root = _root(header, signatures, bands)
        first = by_report[root] if root is not None else header
        rooted[header.id] = replace(header, root=first.id, root_outlet=first.publisher)
    return rooted


def _root(
    header: Header,
    signatures: dict[str, tuple[int, ...]],
    bands: dict[tuple[int, tuple[int, ...]], list[str]],
) -> str | None:
    """Return the earliest report whose text this one copies, None for a text of its own."""
    signature = signatures.get(header.id, ())
    pieces = [(start, signature[start : start + _BAND]) for start in range(0, len(signature), _BAND)]
    roots = dict.fromkeys(root for piece in pieces for root in bands.get(piece, ()))
    for root in roots:
        if resemblance(signature, signatures[root]) >= COPY:
            return root
    for piece in pieces:
        bands.setdefault(piece, []).append(header.id)
    return None
