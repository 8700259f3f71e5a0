"""What pages say of themselves in JSON-LD: blocks of schema.org, read leniently, and the values in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from oqiga.gather.decode import without_controls

_MOMENT = re.compile(
    r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$"
)
_MAX_DEPTH = 20
_BLOCK = "application/ld+json"


def linked_things(page: str | html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield every thing that the JSON-LD blocks of a page describe; broken blocks tell nothing.

    page: its markup, or its tree where it is parsed already.
    """
    tree = parsed(page) if isinstance(page, str) else page
    for script in tree.iter("script") if tree is not None else ():
        if script.get("type", "").lower() != _BLOCK:
            continue
        try:
            packed = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue  # the page's other metadata may tell what this block does not
        yield from _things(packed, 0)


def parsed(markup: str) -> html.HtmlElement | None:
    """Return the tree of a page, None when it is none."""
    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
        return html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _things(packed: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(packed, list):
        for each in packed:
            yield from _things(each, depth + 1)
    elif isinstance(packed, dict):
        yield packed
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(packed.get(key), depth + 1)


def types_of(thing: dict[str, Any]) -> frozenset[str]:
    """Return the schema.org types of a thing."""
    types = thing.get("@type")
    named = types if isinstance(types, list) else [types]
    return frozenset(each for each in named if isinstance(each, str))


def one_line(value: object) -> str | None:
    """Return a text value on one line, without characters no text needs, None when there is none."""
    return " ".join(without_controls(value).split()) or None if isinstance(value, str) else None


def absolute(address: str | None) -> str | None:
    """Return an address that stands on its own, else None."""
    return address if address and address.startswith(("http://", "https://")) else None


def moment(value: str | None) -> str | None:
    """Return an ISO 8601 moment in the record's form, None when the value is anything else."""
    if value is None or not _MOMENT.match(value.strip()):
        return None
    found = value.strip().replace(" ", "T", 1).replace(" ", "")
    zone = found[-5:]
    if "T" in found and zone[0] in "+-" and ":" not in zone:
        found = f"{found[:-2]}:{found[-2:]}"
    return found
