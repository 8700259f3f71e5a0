"""The parts of one attack in a brief: each target with its own figures, and why it is a part."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.codebook.targets import kind_called, target_named
from oqiga.model.incident import Incident
from oqiga.model.terms import Group, PlacePrecision
from oqiga.publish import labels
from oqiga.publish.brief_sections import incident_sections
from oqiga.publish.brief_tolls import figure, people_of, toll_source
from oqiga.publish.notebook import Line, Notebook, Section
from oqiga.publish.phrases import why_of
from oqiga.publish.words import Translate

_BEYOND_LATIN = "\u0250"
"""The first letter behind those of Latin alphabets."""


def sections_of(
    incident: Incident, parts: Sequence[Incident], notebook: Notebook, say: Translate, *, named: bool
) -> list[Section]:
    """Return the sections of one main incident, its parts behind its figures; named: with its name."""
    known, *others = incident_sections(incident, notebook, say, named=named)
    return [known, parts_section(parts, notebook, say), *others]


def parts_section(parts: Sequence[Incident], notebook: Notebook, say: Translate) -> Section:
    """Return the parts of one incident; what they count is counted in its figures already."""
    lines: list[Line] = []
    for part in parts:
        cited = [claim for entry in part.timeline for claim in entry.claims]
        cited = [claim for claim in cited if not any(claim in toll.claims for toll in part.tolls)]
        name = part_name(part, notebook.language, among=parts)
        lines.append(Line(why_of(part, notebook.language), notebook.cite(cited[:1]), figure=name))
        for toll in part.tolls:
            people = "" if toll.group is Group.ALL else people_of(toll, notebook.language)
            shown = " ".join(filter(None, (figure(toll, say, notebook.language), people)))
            outcome = say(labels.OUTCOMES[toll.outcome])
            lines.append(
                Line(toll_source(toll, say, notebook), notebook.cite(toll.claims), outcome, shown, depth=1)
            )
    return Section(say("Parts, counted above"), tuple(lines))


def part_name(part: Incident, language: str, *, among: Sequence[Incident] = ()) -> str:
    """Return what a part is called: its kind in the reader's language, else its name as a report tells it.

    among: all parts of the same whole; kinds that several of them are do not tell them apart.
    """
    own = _kind(part)
    if own is not None and not any(_kind(other) == own for other in among if other.id != part.id):
        return kind_called(own, language)
    names = _names(part)
    return next(
        (name for name in names if all(letter < _BEYOND_LATIN for letter in name)), "".join(names[:1])
    )


def _kind(part: Incident) -> str | None:
    """Return the kind of site that a part is, the most exact that its names tell."""
    kinds = [kind for name in _names(part) if (kind := target_named(name).kind) is not None]
    return min(kinds, key=lambda kind: kind.general is None).id if kinds else None


def _names(part: Incident) -> list[str]:
    sites = [place.name for place in part.places if place.precision is PlacePrecision.SITE]
    return [*(target.name for target in part.targets if target_named(target.name).kind is not None), *sites]
