"""How headings join what happened with whom it hit, from headings.yaml."""

from __future__ import annotations

from functools import cache
from typing import Any

from oqiga.datafiles import data_file


@cache
def _codebook() -> dict[str, Any]:
    book: dict[str, Any] = data_file("oqiga.codebook", "headings")
    return book


@cache
def joining(event_type: str, *, site: bool = False) -> str:
    """Return the word between a type of event and its target: "bombing *of* a market", "attack *on* it".

    site: whether the target is a building or spot, at which people are hit: "stabbing *at* a school".
    """
    if site and event_type in _codebook()["at_sites"]:
        return "at"
    return next((word for word, types in _codebook()["words"].items() if event_type in types), "on")


@cache
def takes_people(event_type: str) -> bool:
    """Tell whether the target of a type is those who were taken, and no site or bystander."""
    return event_type in _codebook()["taking"]
