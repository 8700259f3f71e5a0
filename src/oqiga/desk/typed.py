"""What a parameter may hold, as the description of the API tells it to programs.

The description is as exact as a pattern can be; what does not match is answered with words for a person.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import WithJsonSchema

from oqiga.model.claims import IsoDate
from oqiga.reconcile.policies import policy_names

_YEAR = r"(?:[1-8]\d{3}|9[0-8]\d{2}|99[0-8]\d|9990)"
_LEAP = r"(?:(?:[1-8]\d|9[0-8])(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)"
_DAY = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"
_CLOCK = r"T(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?"
_MOMENT = rf"(?:{_YEAR}(?:-(?:0[1-9]|1[0-2]))?|(?:{_YEAR}-(?:{_DAY})|{_LEAP}-02-29)(?:{_CLOCK})?)"
MOMENT = rf"^{_MOMENT}?$"
"""A day of the calendar, or a moment of it, with the precision that is known; what a form left empty."""


def _text(pattern: str, longest: int, *examples: str) -> WithJsonSchema:
    told = {"type": "string", "pattern": pattern, "maxLength": longest, "examples": list(examples)}
    return WithJsonSchema(told)


Moment = Annotated[str, _text(MOMENT, 40, "2016-06-05", "2016-06-05T20:00+05:00")]
SomeMoment = Annotated[str, _text(rf"^{_MOMENT}$", 40, "2016-06-05", "2016-06-05T20:00+05:00")]
Published = Annotated[IsoDate, _text(rf"^{_MOMENT}$", 40, "2016-06-05", "2016-06-05T20:00+05:00")]
Cursor = Annotated[str, _text(r"^[A-Za-z0-9_-]*$", 400, "WzQwXQ")]
Distance = Annotated[str, _text(r"^\d{1,5}(?:\.\d{1,3})?(?:km|m)?$", 12, "50km", "800m")]
PolicyName = Annotated[str, WithJsonSchema({"type": "string", "enum": list(policy_names())})]
