"""Whether a claim is right by the labels of a public benchmark; None where they cannot tell.

What counts as right is written in docs/confidence.md, word for word what these functions do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from oqiga.model.claims import Blame, Claim, Event, Statement, Toll
from oqiga.model.span import Span
from oqiga.model.terms import Certainty, Counts, Outcome
from oqiga.read.templates.from_claims import TEMPLATE_TYPES

Document = Mapping[str, Any]

_WORD = re.compile(r"\w+")
_HALF = 0.5
_LONG = 3
"""Letters from which a word of a name tells something."""


def of_shooting(claim: Claim, document: Document) -> bool | None:
    """Judge a toll by the number of people killed or injured in the incident that the report is filed under.

    A figure for all must be the number; a part, or a person told of alone, must fit into it.
    """
    if not isinstance(claim, Toll) or claim.background or claim.certainty is Certainty.DENIED:
        return None
    if claim.outcome not in (Outcome.KILLED, Outcome.INJURED, Outcome.HOSPITALIZED):
        return None
    number = document["n_killed" if claim.outcome is Outcome.KILLED else "n_injured"]
    if claim.high == 0:
        return bool(number == 0)
    if _is_part(claim):
        return bool(claim.low <= number)
    return bool(claim.low <= number and (claim.high is None or number <= claim.high))


def _is_part(toll: Toll) -> bool:
    alone = toll.low == toll.high == 1 and toll.counts is Counts.UNKNOWN
    return alone or toll.part_of is not None or toll.counts in (Counts.SUBSET, Counts.ADDITIONAL)


def of_muc(claim: Claim, document: Document) -> bool | None:
    """Judge events and blame by the key of a report that holds an incident.

    An event is right when the key has an incident of its type; blame, when it shares a word with a
    perpetrator or an organisation of the key.
    """
    templates = document["templates"]
    if claim.background or not templates:
        return None
    match claim:
        case Event() if claim.type in TEMPLATE_TYPES:
            types = {
                part.strip().lower()
                for each in _alternatives(templates, "incident_type")
                for part in each.split("/")
            }
            return TEMPLATE_TYPES[claim.type] in types
        case Blame() if claim.perpetrator is not None:
            named = set(_words(" ".join(_alternatives(templates, "perp_ind_id", "perp_org_id"))))
            return bool(named & set(_words(claim.perpetrator)))
        case _:
            return None


def _alternatives(templates: Sequence[Document], *slots: str) -> Iterable[str]:
    return (text for each in templates for slot in slots for filler in each[slot] for text in filler["alts"])


def of_attribution(claim: Claim, document: Document) -> bool | None:
    """Judge a statement by the annotated attributions of a text.

    Right when half of its words or more stand in one annotated content whose source the statement names or
    has in its clause; an annotation without a source asks for none.
    """
    if not isinstance(claim, Statement):
        return None
    spoken = _spoken(claim, document["text"])
    if not spoken:
        return None
    return any(_agrees(claim, spoken, each, document["text"]) for each in document["attributions"])


def _spoken(claim: Statement, text: str) -> list[Span]:
    """Return where the words said stand, each of them, inside the statement's clause."""
    words = set(_words(claim.words))
    found = (match for match in _WORD.finditer(text, claim.span.start, claim.span.end))
    return [Span(*match.span()) for match in found if match.group().lower() in words]


def _agrees(claim: Statement, spoken: Sequence[Span], annotated: Document, text: str) -> bool:
    content = [Span(*each) for each in annotated["content"]]
    inside = sum(any(span.covers(word) for span in content) for word in spoken)
    if inside < _HALF * len(spoken):
        return False
    sources = [Span(*each) for each in annotated["source"]]
    named = set(_words(f"{claim.speaker or ''} {claim.role or ''}"))
    return not sources or any(
        source.overlaps(claim.span) or named & set(_words(source.of(text))) for source in sources
    )


def _words(text: str) -> list[str]:
    return [each.lower() for each in _WORD.findall(text) if len(each) >= _LONG]
