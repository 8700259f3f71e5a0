"""A sketch: what one report says about one incident, reduced to what is compared with other reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from oqiga.model.span import Span

PERMUTATIONS = 48
"""Values in a signature: the resemblance of two texts is known to about 0.07."""
SHINGLE = 4
"""Words that make one shingle of a text."""
_FEWEST_SHINGLES = 12
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of an incident. town: whether it is at least as exact as a town; site: its name if finer.

    district: whether it is a district whose place is known.
    """

    place: int | None
    town: bool
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    site: str | None = None
    district: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What one report says about one incident.

    id: of the incident as far as this report goes; an incident of the book has the id of one of its
    sketches. span: from its first claim to its last. known: when the report counts from. published: the day
    it came out (ordinal), None when unknown. first, last: days (ordinals) the incident may have begun on by
    what the report tells, None when it does not tell; exact when they are one day. counted: whether that is
    only counted from publication ("today"). days: other days it
    tells. figures: "outcome group" and count; least: those of which only the least is told ("dozens").
    groups: those of names that are of organisations who are told to have done it. towns: names of its
    places; mentions: names anywhere in the report; openings: words that open its sentences. people: who is
    named in full, by the skeletons of both names; officials: those of them who speak for a state, whatever
    happens; attackers: those who are told to have done it. sites: kinds of sites that its own claims name;
    kinds: those that the report names anywhere. placed_itself: whether its own words name a town, not only
    words elsewhere in the report. told: days of the calendar that the report names and does not only recall
    ("--06-05"); told_weekdays: those that stand beside a day of the week ("06-05/7"). written: that of its
    dateline, where nothing else says when it came out. recalled: days (ordinals) of what the report recalls
    in the same town. late: whether the report says that it is about something long past, as a trial does;
    commemorates: whether it came out on the day of the year of that, by its opening; caught: whether it
    counts attackers who are held; mourns: whether it names a day of mourning, which comes days after.
    weekday: the one day of the week that its own claims name, 1 to 7. hours: of the day that they may mean,
    0 to 23. night: whether they speak of a night; eve: of one that began on the evening before. feasts:
    those that they or the opening of the report name. site_names: "kind/name" of the sites of its own kinds
    that the report names; streets: that it names; hit: sorts of people that its own claims name; named_too:
    of sites of other kinds that it names. border: the codes of the two lands at whose border it was.
    localities: villages and other small places that it names and the gazetteer lacks.
    signature: of the report's text, empty when it is too short.
    """

    id: str
    report: str
    span: Span
    known: str | None = None
    published: int | None = None
    background: bool = False
    types: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    counted: bool = False
    days: tuple[int, ...] = ()
    spots: tuple[Spot, ...] = ()
    names: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    attackers: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    figures: tuple[tuple[str, int], ...] = ()
    least: tuple[str, ...] = ()
    language: str | None = None
    outlet: str | None = None
    placed_itself: bool = False
    told: tuple[str, ...] = ()
    told_weekdays: tuple[str, ...] = ()
    written: str | None = None
    recalled: tuple[int, ...] = ()
    late: bool = False
    commemorates: bool = False
    mourns: bool = False
    weekday: int | None = None
    hours: tuple[int, ...] = ()
    caught: bool = False
    night: bool = False
    eve: bool = False
    feasts: tuple[str, ...] = ()
    site_names: tuple[str, ...] = ()
    named_too: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    hit: tuple[str, ...] = ()
    border: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    signature: tuple[int, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it tells the day."""
        return self.first is not None and self.first == self.last

    @property
    def timed(self) -> bool:
        """Whether its day or that of its report is known."""
        return self.exact or self.published is not None

    @property
    def placed(self) -> bool:
        """Whether it tells the town."""
        return any(spot.town for spot in self.spots)


@cache
def _empty() -> Any:
    """Return a MinHash of nothing; its permutations, the same in all, take longer to make than to use."""
    from datasketch import MinHash  # brings scipy, half a second that reading one report does without

    return MinHash(num_perm=PERMUTATIONS)


def signature_of(text: str) -> tuple[int, ...]:
    """Return the MinHash signature of a text's runs of words, empty for a text too short to compare."""
    words = _WORD.findall(text.casefold())
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    if len(shingles) < _FEWEST_SHINGLES:
        return ()
    sketch = _empty().copy()
    sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
    return tuple(int(value) for value in sketch.hashvalues)


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the share of runs of words that two texts have in common, 0 when either is too short."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def sketch_to_json(sketch: Sketch) -> str:
    """Return the sketch as one line of JSON."""
    return _SKETCH.dump_json(sketch).decode()


def sketch_from_json(body: str) -> Sketch:
    """Read a sketch back from the index."""
    return _SKETCH.validate_json(body)


_SKETCH: TypeAdapter[Sketch] = TypeAdapter(Sketch)
