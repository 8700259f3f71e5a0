"""The interface's words in English, Russian and Kazakh: gettext catalogues and the calendar's words.

Only our own words are translated; the words of reports stay as they were written.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files

from babel.dates import format_date, format_datetime
from babel.messages.pofile import read_po

from oqiga.errors import UsageError
from oqiga.model.claims import When
from oqiga.model.terms import TimePrecision

INTERFACE_LANGUAGES = ("en", "ru", "kk")
"""Languages the brief and the desk can be shown in; English is the language of the message ids."""

Translate = Callable[[str], str]


def translator(language: str) -> Translate:
    """Return the function from an English phrase to its translation. Raises UsageError when unknown."""
    if language not in INTERFACE_LANGUAGES:
        raise UsageError(f"no interface in {language!r}; there are {', '.join(INTERFACE_LANGUAGES)}")
    phrases = _catalogue(language)
    return lambda phrase: phrases.get(phrase, phrase)


@lru_cache(maxsize=len(INTERFACE_LANGUAGES))
def _catalogue(language: str) -> dict[str, str]:
    if language == "en":
        return {}
    with (files("oqiga.publish") / "locale" / f"{language}.po").open("rb") as opened:
        catalogue = read_po(opened, locale=language)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}


def spoken_time(when: When, language: str) -> str:
    """Write a time no more exactly than it is known; "" when it is not known."""
    if when.start is None:
        return ""
    kept = {TimePrecision.YEAR: 4, TimePrecision.MONTH: 7}.get(when.precision, 10)
    start, end = when.start[:kept], (when.end or when.start)[:kept]
    first = spoken_date(start, language)
    return first if start == end else f"{first} – {spoken_date(end, language)}"


def spoken_date(moment: str, language: str) -> str:
    """Write an ISO 8601 moment, of whatever precision, the way a reader of the language would."""
    if len(moment) == 4:
        return moment
    if len(moment) == 7:
        return str(format_date(date.fromisoformat(f"{moment}-01"), "LLLL y", locale=language))
    if len(moment) == 10:
        return str(format_date(date.fromisoformat(moment), "d MMM y", locale=language))
    when = datetime.fromisoformat(moment)
    written = str(format_datetime(when, "d MMM y, HH:mm", locale=language))
    return f"{written} {when.strftime('%z')}".strip()
