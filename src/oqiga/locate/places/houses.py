"""Names of houses that are also names of towns far away: "the Olympia shopping mall in Munich"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from oqiga.locate.places.candidate import Candidate
from oqiga.locate.places.gazetteer import Entry
from oqiga.locate.places.lexicon import Words
from oqiga.locate.places.reading_features import kilometres
from oqiga.model.syntax import Document, Token

_KNOWN = 500_000
"""Inhabitants from which a town beside a house is meant itself ("a Nairobi hotel")."""
_VILLAGE, _FAR = 20_000, 100
"""Inhabitants below which a town beside a house is none, and kilometres from a large town that is named."""
_QUOTED, _NOMINAL = 3, frozenset(("ADJ", "NOUN", "PROPN", "NUM"))
"""Other words at most in a name in marks of quotation, and what they are."""
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
    a village far from a large town of its country that is named ("*Ataturk* airport" in Istanbul); or the
    church is dedicated to somebody of that name ("Our Lady of *Mount Carmel*"); or the name is a part of
    another in marks of quotation (the newspaper «Вечерний *Ош*»).
    """
    towns = {entry.row: entry for entry, _ in chosen.values()}
    countries = Counter(entry.country for entry in towns.values())
    large = [entry for entry, _ in chosen.values() if entry.is_city and entry.population >= _KNOWN]
    return frozenset(
        each.first
        for each in candidates
        if _is_dedicated(document, each, lexicon)
        or _is_in_quoted_name(document, each)
        or (
            each.first in chosen
            and _is_small(chosen[each.first][0])
            and (
                countries[chosen[each.first][0].country] == 1 < len(countries)
                or _is_far_village(chosen[each.first][0], large)
            )
            and _beside_house(document, each, lexicon)
        )
    )


def _is_dedicated(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    """Tell whether a name is a part of that of whom a church is called after, behind one word ("of")."""
    first = document.sentence_of(document.tokens[candidate.first]).first
    index = candidate.first - _REACH
    return index >= first and document.tokens[index].text in lexicon.dedications


def _is_in_quoted_name(document: Document, candidate: Candidate) -> bool:
    """Tell whether a name stands in marks of quotation beside few other words, none that leads it in."""
    tokens, sentence = document.tokens, document.sentence_of(document.tokens[candidate.first])
    opening = max(candidate.first - _QUOTED - 1, sentence.first)
    before = [each.index for each in tokens[opening : candidate.first] if each.text == "«"]
    behind = tokens[candidate.last : min(candidate.last + _QUOTED + 1, sentence.last)]
    closing = next((each.index for each in behind if each.text == "»"), None)
    if not before or closing is None:
        return False
    inside = tokens[before[-1] + 1 : closing]
    others = [each for each in inside if not candidate.first <= each.index < candidate.last]
    words = 0 < len(others) <= _QUOTED and all(each.pos in _NOMINAL for each in others)
    return words and inside[0].text[:1].isupper()


def _is_small(entry: Entry) -> bool:
    return entry.is_city and entry.feature != "PPLC" and entry.population < _KNOWN


def _is_far_village(entry: Entry, large: Sequence[Entry]) -> bool:
    if entry.population >= _VILLAGE:
        return False
    return any(each.country == entry.country and kilometres(each, entry) > _FAR for each in large)


def _beside_house(document: Document, candidate: Candidate, lexicon: Words) -> bool:
    tokens, sentence = document.tokens, document.sentence_of(document.tokens[candidate.first])
    behind = tokens[candidate.last : min(candidate.last + _REACH, sentence.last)]
    before = tokens[max(candidate.first - _REACH, sentence.first) : candidate.first]
    beside = [*behind, *before] if document.language != "en" else behind
    return any(_is_house(token, lexicon) for token in beside)


def _is_house(token: Token, lexicon: Words) -> bool:
    return any(word in lexicon.buildings or word in lexicon.sites for word in (token.lower, token.lemma))
