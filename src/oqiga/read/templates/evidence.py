"""Everything known of one report before its templates are filled."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oqiga.model.syntax import Document
from oqiga.read.context import Context
from oqiga.read.encoder.model import Encoded, Encoder, Floats
from oqiga.read.templates.candidates import Candidate, Mention, find_candidates
from oqiga.read.templates.clauses import ClauseModel, NounOpinion
from oqiga.read.templates.words import Opinion, Worded, WordModel, cut

_DAY = len("1990-01-10")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report: its parse, what the trained models say of it, the candidates, and what patterns name.

    kinds: for each candidate, the probabilities of the incident types. named: strings by role, plain letters.
    days, places: where one is told, by the place of its first letter, and which.
    """

    text: str
    document: Document
    encoded: Encoded
    worded: Worded
    opinion: Opinion
    clauses: NounOpinion
    candidates: tuple[Candidate, ...]
    kinds: tuple[Floats, ...]
    named: Mapping[str, frozenset[str]]
    days: Sequence[tuple[int, str]] = ()
    places: Sequence[tuple[int, str]] = ()


def gather_evidence(
    context: Context,
    encoder: Encoder,
    words: WordModel,
    clauses: ClauseModel,
    named: Mapping[str, frozenset[str]],
) -> Evidence:
    """Encode the text of a report and find its candidates.

    context: with its parse, which may have other capitals. named: as `patterns.named_in` gives it.
    """
    text, document = context.report.text, context.document
    encoded = encoder.encode(text)
    worded = cut(text)
    opinion = words.opinion(worded)
    candidates = tuple(find_candidates(text, encoded, worded, opinion))
    kinds = tuple(kinds_of(each, encoded, encoder) for each in candidates)
    judged = clauses.opinion(document)
    days = tuple(
        (each.span.start, each.when.start[:_DAY])
        for each in context.times
        if each.when and each.when.start and each.when.precision.of_one_day and len(each.when.start) >= _DAY
    )
    places = tuple((each.span.start, each.place.name) for each in context.places)
    return Evidence(text, document, encoded, worded, opinion, judged, candidates, kinds, named, days, places)


def score(mention: Mention) -> float:
    """Return the log odds of one mention, from the probabilities of its opening, inside and end."""
    return logit(mention.begin * max(mention.inside, 1e-4) * max(mention.end, 1e-4))


def logit(chance: float) -> float:
    """Return the log odds of a probability, cut off at 0.001 and 0.999."""
    chance = min(max(chance, 0.001), 0.999)
    return math.log(chance / (1 - chance))


def chance(odds: float) -> float:
    """Return the probability that has these log odds."""
    return 1 / (1 + math.exp(-odds))


def kinds_of(candidate: Candidate, encoded: Encoded, encoder: Encoder) -> Floats:
    """Return the probabilities of incident types of a candidate: those of its best mention."""
    best = max(candidate.mentions, key=score)
    return encoder.kinds(encoded, best.first, best.last)
