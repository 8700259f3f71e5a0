"""Names of houses that are also names of towns far away: "the Olympia shopping mall in Munich"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.gazetteer import Entry
from oqiga.locate.places.lexicon import Words
from oqiga.model.syntax import Document, Token

_KNOWN = 500_000
"""Inhabitants from which a town beside a house is meant itself ("a Nairobi hotel")."""
_REACH = 2
"""Words between a name and the noun for its house, marks of quotation among them."""


def names_of_houses(
    document: Document,
    candidates: Sequence[Candidate],
    chosen: Mapping[int, tuple[Entry, float]],
    lexicon: Words,
) -> frozenset[int]:
    """Return where names stand (their first tokens) that beside a noun for a house are those of the house.

    So it is when a town of that name would be a small one in another country than all else that is named, or
    the church is dedicated to somebody of that name ("Our Lady of *Mount Carmel*").
    """
    countries = Counter(entry.country for entry, _ in chosen.values())
    return frozenset(
        each.first
        for each in candidates
        if _is_dedicated(document, each, lexicon)
        or (
            each.first in chosen
            and _is_small(chosen[each.first][0])
            and countries[chosen[each.first][0].country] == 1 < len(countries)
            and _beside_house(document, each, lexicon)
        )
    )


def _is_dedicated(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a name is a part of that of whom a church is called after, behind one word ("of")."""
    first = document.sentence_of(document.tokens[candidate.first]).first
    index = candidate.first - _REACH
    return index >= first and document.tokens[index].text in lexicon.dedications


def _is_small(entry: Entry) -> bool:
    return entry.is_city and entry.feature != "PPLC" and entry.population < _KNOWN


def _beside_house(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    tokens, sentence = document.tokens, document.sentence_of(document.tokens[candidate.first])
    behind = tokens[candidate.last : min(candidate.last + _REACH, sentence.last)]
    before = tokens[max(candidate.first - _REACH, sentence.first) : candidate.first]
    beside = [*behind, *before] if document.language != "en" else behind
    return any(_is_house(token, lexicon) for token in beside)


def _is_house(token: Token, lexicon: Words) -> bool:
    return any(word in lexicon.buildings or word in lexicon.sites for word in (token.lower, token.lemma))
