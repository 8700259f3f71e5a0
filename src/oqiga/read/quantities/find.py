"""How many: numbers, ranges and hedges of a text as quantities, by the lexicon `numbers` of the language."""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.model.syntax import Document, Token
from oqiga.read.languages import LanguagePack
from oqiga.read.quantities.hedges import with_additional, with_hedges, with_limit, with_range
from oqiga.read.quantities.numerals import core_at
from oqiga.read.quantities.units import continues_list, measures_something_else
from oqiga.read.quantities.words import NumberWords, Quantity, number_words

_COUNTED = 4
"""Words behind a number that name what it counts."""
_NOMINAL = ("NOUN", "PROPN", "ADJ")


def find_quantities(document: Document, pack: LanguagePack) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; numbers with a unit, dates, ages and money are left out."""
    words = number_words(pack.code)
    found: list[Quantity] = []
    for sentence in document.sentences:
        position, apart = sentence.first, -1
        while position < sentence.last:
            quantity = _quantity_at(document.tokens, position, sentence.first, sentence.last, words)
            if quantity is None:
                position += 1
                continue
            position = quantity.last
            other = measures_something_else(document.tokens, quantity, sentence.first, sentence.last, words)
            if not other and _put_aside(document.tokens, quantity, found, sentence.last, words):
                continue
            if other or continues_list(document.tokens, quantity, apart):
                apart = quantity.last
                continue
            if found and quantity.first < found[-1].last:
                found.pop()
            found.append(quantity)
    return tuple(found)


def _put_aside(
    tokens: Sequence[Token], quantity: Quantity, found: Sequence[Quantity], end: int, words: NumberWords
) -> bool:
    """Tell whether a number is said not to be it: "fifteen, *not 12*, people", «*не 12* человек, а 15»."""
    first, last = quantity.first, quantity.last
    if first < 1 or tokens[first - 1].lower not in words.negated:
        return False
    comma = last
    while comma < min(last + _COUNTED, end) and tokens[comma].pos in _NOMINAL:
        comma += 1
    behind = tokens[comma : min(comma + 3, end)]
    if [each.text for each in behind[:1]] == [","] and behind[1:] and behind[1].lower in words.instead:
        return comma == last or behind[-1].pos == "NUM"
    return first > 1 and tokens[first - 2].text == "," and bool(found) and found[-1].last == first - 2


def _quantity_at(
    tokens: Sequence[Token], position: int, start: int, end: int, words: NumberWords
) -> Quantity | None:
    core = core_at(tokens, position, end, words)
    if core is None:
        return None
    core = with_range(tokens, core, start, end, words)
    hedged = with_limit(tokens, with_hedges(tokens, core, start, end, words), end, words)
    return with_additional(tokens, hedged, start, end, words)
