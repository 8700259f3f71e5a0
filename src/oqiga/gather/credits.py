"""Credit lines: the agencies and outlets a text says it rests on."""

from __future__ import annotations

import re

from oqiga.gather.boilerplate import Boilerplate

_DATELINE = re.compile(r"^.{0,60}?\(([^()]{2,40})\)\s{0,2}[-–—]")
_SLASH = re.compile(r"\s?[/,]\s?")


def named_in_credit(paragraph: str, rules: Boilerplate) -> list[str] | None:
    """Return the names in a credit line, None when the paragraph is no credit line.

    Of a line that credits the people of the desk only agencies known by name are returned.
    """
    line = paragraph.strip()
    lowered = line.lower().lstrip("•*– ")
    if lowered.startswith(rules.staff_openings):
        return [name for name in _names(line.strip("()"), rules) if name in rules.agencies]
    for opening in rules.credit_openings:
        if lowered.startswith(opening):
            start = lowered.index(opening) + len(opening) + len(line) - len(lowered)
            return _names(line[start:], rules)
    return None


def dateline_credits(first: str, rules: Boilerplate) -> list[str]:
    """Return the agencies named in brackets in the dateline of a body's first paragraph."""
    found = _DATELINE.match(first)
    if found is None:
        return []
    return [name for name in _SLASH.split(found.group(1)) if name in rules.agencies]


def _names(text: str, rules: Boilerplate) -> list[str]:
    parts = [text.strip(" .:()")]
    for separator in rules.credit_separators:
        parts = [piece for part in parts for piece in part.split(separator)]
    cleaned = []
    for part in parts:
        name = part.strip(" .:()«»\"'")
        for lead in (
            *rules.credit_leads,
            *(separator.strip() + " " for separator in rules.credit_separators),
        ):
            if name.lower().startswith(lead):
                name = name[len(lead) :]
        if name and any(ch.isalpha() for ch in name):
            cleaned.append(name)
    return cleaned
