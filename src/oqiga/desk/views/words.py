"""Words on a page: times people can read, text that cannot do harm, names of terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from oqiga.model.claims import Claim
from oqiga.model.moments import earliest
from oqiga.model.report import Report
from oqiga.model.terms import PlacePrecision, SourceKind
from oqiga.publish.words import spoken_date

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]")
_OFFSET = re.compile(r" ([+-])(\d\d)(\d\d)$")
_CLOCK = re.compile(r"T[\d:.]*([+-])(\d\d):(\d\d)$")
_NO_ZONE = re.compile(r"T[\d:.]+$")
_LONGEST = 300

PRECISIONS = {
    PlacePrecision.SITE: "site; drawn as its town",
    PlacePrecision.NEIGHBOURHOOD: "neighbourhood; drawn as its town",
    PlacePrecision.CITY: "town",
    PlacePrecision.DISTRICT: "district; drawn as a ring",
    PlacePrecision.REGION: "region; drawn as a ring",
    PlacePrecision.COUNTRY: "country",
}
SOURCES = {
    SourceKind.GOVERNMENT: "government",
    SourceKind.POLICE: "police",
    SourceKind.MILITARY: "military",
    SourceKind.JUDICIARY: "judiciary",
    SourceKind.HEALTH: "health service",
    SourceKind.RESCUE: "rescue service",
    SourceKind.ARMED_GROUP: "armed group",
    SourceKind.WITNESS: "witness",
    SourceKind.MEDIA: "media",
    SourceKind.INTERNATIONAL: "international body",
    SourceKind.NGO: "aid organisation",
    SourceKind.FAMILY: "family",
    SourceKind.OFFICIAL: "official",
    SourceKind.OTHER: "other source",
}
KINDS = {
    "event": "event",
    "toll": "toll",
    "blame": "blame",
    "measure": "measure",
    "statement": "statement",
}


def inert(text: str | None) -> str:
    """Return text with characters that would turn its direction or hide in it shown by their numbers."""
    return _CONTROLS.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text or "")


def short(text: str | None, longest: int = _LONGEST) -> str:
    """Return text made inert, cut where it is too long for a heading or a line."""
    made = inert(" ".join((text or "")[: longest * 2].split()))
    return made if len(made) <= longest else made[: longest - 1].rstrip() + "…"


def spoken(moment: str | None, lang: str) -> str:
    """Write a moment as the language does; "" for none, the moment itself when it is no date."""
    if not moment:
        return ""
    try:
        return _OFFSET.sub(_zone, spoken_date(moment, lang))
    except ValueError:
        return moment


def in_its_zone(moment: str) -> str:
    """Return a moment that somebody asks for with the zone that it is taken in: UTC where it names none."""
    return f"{moment}Z" if _NO_ZONE.search(moment) else moment


def _zone(offset: re.Match[str]) -> str:
    """Write "+0530" as "UTC+5:30", as people name the zones they live in."""
    sign, hours, minutes = offset.groups()
    if hours == minutes == "00":
        return " UTC"
    return f" UTC{sign}{int(hours)}" + (f":{minutes}" if minutes != "00" else "")


def clock_of(moments: Iterable[str | None]) -> tuple[int, str]:
    """Return the offset that most moments have, in seconds east of UTC, and the name of that zone."""
    found = (_CLOCK.search(each) for each in moments if each)
    offsets = Counter(each.groups() for each in found if each is not None)
    if not offsets:
        return 0, "UTC"
    sign, hours, minutes = offsets.most_common(1)[0][0]
    seconds = int(hours) * 3_600 + int(minutes) * 60
    name = _OFFSET.sub(_zone, f" {sign}{hours}{minutes}").strip()
    return (-seconds if sign == "-" else seconds), name


def outlets_of(claims: Mapping[str, Claim], report_of: Mapping[str, Report]) -> dict[str, str]:
    """Return who says each claim, by its id: the source it names, else the outlet; left out when unknown."""
    found = {}
    for each, claim in claims.items():
        outlet = report_of[each].publisher if each in report_of else None
        if name := claim.said_by[0].name if claim.said_by else outlet:
            found[each] = short(name, 80)
    return found


def epoch(moment: str | None) -> float | None:
    """Return seconds since 1970 of the first instant a moment may mean, None for none."""
    return None if not moment else earliest(moment).timestamp()
