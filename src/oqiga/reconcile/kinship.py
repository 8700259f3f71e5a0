"""Which types of event go together, and what each kind of evidence weighs, from the codebook."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from oqiga.codebook.wording import any_of
from oqiga.datafiles import data_file


@cache
def _codebook() -> dict[str, Any]:
    book: dict[str, Any] = data_file("oqiga.codebook", "compatibility")
    return book


@cache
def weight(feature: str, kind: str) -> float:
    """Return the points of one kind of evidence."""
    return float(_codebook()["weights"][feature][kind])


@cache
def threshold() -> float:
    """Return the points from which two sketches mean one incident."""
    return float(_codebook()["weights"]["same"])


@cache
def is_response(event_type: str) -> bool:
    """Tell whether a type only responds to something else, and fits any incident."""
    return event_type in _codebook()["responses"]


@cache
def is_rare(event_type: str) -> bool:
    """Tell whether a type is so seldom that it says much of two reports of one town."""
    return event_type in _codebook()["rare"]


@cache
def is_way(event_type: str) -> bool:
    """Tell whether a type says in which way an attack was made."""
    return event_type in _codebook()["ways"]


def tells_shots(words: str) -> bool:
    """Tell whether words say that shots were fired."""
    return bool(_shots().search(words))


@cache
def _shots() -> re.Pattern[str]:
    return any_of(_codebook()["shots"])


@cache
def lasts(event_type: str) -> bool:
    """Tell whether a type often goes on into the next day, under which other reports then tell it."""
    return event_type in _codebook()["lasting"]


@cache
def akin(one: str, other: str) -> bool:
    """Tell whether reports may use both types for one incident."""
    return one == other or any(
        one in family and other in family for family in _codebook()["families"].values()
    )
