"""Ids derived from content: the same input gives the same ids, with no counter and no clock."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence

from oqiga.model.span import Span

_PART = re.compile(r"(?P<whole>[a-z]{1,9}-[0-9a-f]{16})-(?P<part>[0-9a-f]{8})")


def _digest(prefix: str, parts: Sequence[str | int | None]) -> str:
    packed = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(packed.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def report_id(*, url: str | None, title: str | None, text: str) -> str:
    """Return the id of a report: from its address when it has one, else from its words."""
    return _digest("r", ["url", url] if url else ["text", title, text])


def revision_id(*, title: str | None, published: str | None, text: str) -> str:
    """Return the id of one version of a report: changes whenever what it says changes."""
    return _digest("v", [title, published, text])


def claim_id(report: str, kind: str, span: Span, *key: str | int | None) -> str:
    """Return the id of a claim.

    key: what tells apart two claims of one kind on the same words (outcome, group, low, high, …).
    """
    return _digest("c", [report, kind, span.start, span.end, *key])


def incident_id(*anchors: str) -> str:
    """Return the id of an incident from the ids of the claims that anchor it, in any order."""
    return _digest("i", sorted(anchors))


def part_id(whole: str, key: str) -> str:
    """Return the id of a part of an incident. key: what tells the part from others of the same whole."""
    return f"{whole}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def whole_and_part(id: str) -> tuple[str, str | None]:
    """Return the id of the whole, and what stands behind it in the id of a part; None for what is no part."""
    match = _PART.fullmatch(id)
    return (match["whole"], match["part"]) if match else (id, None)


def decision_id(*parts: str | int | None) -> str:
    """Return the id of an analyst's decision from everything it says."""
    return _digest("d", list(parts))
