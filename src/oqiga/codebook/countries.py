"""Names and codes of countries, from ISO 3166-1 as pycountry carries it."""

from __future__ import annotations

from functools import lru_cache

import pycountry


@lru_cache(maxsize=300)
def country_name(alpha_2: str) -> str:
    """Return the usual English name of a country; the code itself when ISO has none of that code."""
    found = pycountry.countries.get(alpha_2=alpha_2)
    return str(getattr(found, "common_name", found.name)) if found else alpha_2


@lru_cache(maxsize=300)
def iso_numeric(alpha_2: str) -> int | None:
    """Return the numeric ISO code of a country, None when ISO has none of that code."""
    found = pycountry.countries.get(alpha_2=alpha_2)
    return int(found.numeric) if found else None


@lru_cache(maxsize=300)
def iso_alpha_3(alpha_2: str) -> str | None:
    """Return the three-letter ISO code of a country, None when ISO has none of that code."""
    found = pycountry.countries.get(alpha_2=alpha_2)
    return str(found.alpha_3) if found else None
