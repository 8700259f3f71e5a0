"""What surrounds a report on a page: lines of furniture, captions, bylines, credits, as data by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from oqiga.datafiles import data_file

_LANGUAGES = ("en", "ru", "kk")


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The lists of all languages together, in lower case: pages mix languages in their furniture.

    Each field is one list of the YAML files in this folder, which say what it holds.
    """

    furniture: frozenset[str]
    caption_openings: tuple[str, ...]
    caption_endings: tuple[str, ...]
    caption_brackets: tuple[str, ...]
    byline_openings: tuple[str, ...]
    published_openings: tuple[str, ...]
    year_words: frozenset[str]
    footer_openings: tuple[str, ...]
    self_description: tuple[str, ...]
    credit_openings: tuple[str, ...]
    staff_openings: tuple[str, ...]
    credit_separators: tuple[str, ...]
    credit_leads: tuple[str, ...]
    agencies: frozenset[str]
    list_heads: frozenset[str]


@lru_cache(maxsize=1)
def boilerplate() -> Boilerplate:
    """Return the lists, read once."""
    merged: dict[str, list[str]] = {}
    for language in _LANGUAGES:
        for name, entries in data_file("oqiga.gather.boilerplate", language).items():
            merged.setdefault(name, []).extend(str(entry) for entry in entries)
    lowered = {name: [entry.lower() for entry in entries] for name, entries in merged.items()}
    longest_first = {
        name: tuple(sorted(set(each), key=lambda entry: (-len(entry), entry)))
        for name, each in lowered.items()
    }
    return Boilerplate(
        furniture=frozenset(lowered["furniture"]),
        caption_openings=longest_first["caption_openings"],
        caption_endings=longest_first["caption_endings"],
        caption_brackets=longest_first["caption_brackets"],
        byline_openings=longest_first["byline_openings"],
        published_openings=longest_first["published_openings"],
        year_words=frozenset(lowered["year_words"]),
        footer_openings=longest_first["footer_openings"],
        self_description=longest_first["self_description"],
        credit_openings=longest_first["credit_openings"],
        staff_openings=longest_first["staff_openings"],
        credit_separators=longest_first["credit_separators"],
        credit_leads=longest_first["credit_leads"],
        agencies=frozenset(merged["agencies"]),
        list_heads=frozenset(lowered["list_heads"]),
    )
