"""The interface's words in English, Russian and Kazakh: gettext catalogues and the calendar's words.

Only our own words are translated; the words of reports stay as they were written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import lru_cache
from gettext import c2py
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from oqiga.errors import UsageError
from oqiga.model.claims import Place, When
from oqiga.model.terms import PlacePrecision, TimePrecision

INTERFACE_LANGUAGES = ("en", "ru", "kk")
"""Languages the brief and the desk can be shown in; English is the language of the message ids."""

Translate = Callable[[str], str]


def translator(language: str) -> Translate:
    """Return the function from an English phrase to its translation. Raises UsageError when unknown."""
    if language not in INTERFACE_LANGUAGES:
        raise UsageError(f"no interface in {language!r}; there are {', '.join(INTERFACE_LANGUAGES)}")
    phrases = _catalogue(language)
    return lambda phrase: phrases.get(phrase, phrase)


def counted(one: str, many: str, number: int, language: str) -> str:
    """Return the word that stands behind a number in a language, given the English singular and plural."""
    if language == "en":
        return one if number == 1 else many
    message = _opened(language).get((one, many), context="counted")
    if message is None or not message.string:
        return translator(language)(one if number == 1 else many)
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return str(forms[c2py(_opened(language).plural_expr)(number)])


@lru_cache(maxsize=len(INTERFACE_LANGUAGES))
def _catalogue(language: str) -> dict[str, str]:
    if language == "en":
        return {}
    return {
        str(message.id): str(message.string)
        for message in _opened(language)
        if message.id and message.string and not message.context
    }


@lru_cache(maxsize=len(INTERFACE_LANGUAGES))
def _opened(language: str) -> Catalog:
    with (files("oqiga.publish") / "locale" / f"{language}.po").open("rb") as opened:
        return read_po(opened, locale=language)


def where_named(places: Sequence[Place], language: str) -> list[str]:
    """Return where: the most exact name, the town, the country by its name in a language."""
    names = [place.name for place in places[:1] if place.precision is not PlacePrecision.COUNTRY]
    names += [place.name for place in places if place.precision is PlacePrecision.CITY][:1]
    countries = [country_called(place.country, language) for place in places if place.country]
    return list(dict.fromkeys([*names, *countries[:1]]))


def country_called(code: str, language: str) -> str:
    """Return the name of a country (ISO 3166-1 alpha-2), its code where the language has none."""
    return str(Locale.parse(language).territories.get(code, code))


def place_called(place: Place, language: str) -> str:
    """Return the name of a place: a country's in the reader's language, any other as reports write it."""
    whole = place.precision is PlacePrecision.COUNTRY and place.country
    return country_called(place.country or "", language) if whole else place.name


def spoken_number(number: int, language: str) -> str:
    """Write a whole number with the groups of digits that a reader of the language expects."""
    return str(format_decimal(number, locale=language))


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
