"""Whether a toll's figure stands in its quotation, in digits, in words or as people named one by one."""

from __future__ import annotations

from oqiga.read.languages import language_pack
from oqiga.read.one_thread import one_thread
from oqiga.read.quantities import find_quantities, number_words
from oqiga.read.tolls.finding import find_people
from oqiga.read.tolls.lexicon import toll_words

Figure = tuple[int, int | None]
"""Low and high; high None when open."""


def figures_in(quote: str, language: str) -> frozenset[Figure]:
    """Return every number of people that the words of a quotation can be read as.

    Numbers as the language writes them; one for a person described; people described one by one, counted.
    Raises ReadError when the language has no reader.
    """
    pack = language_pack(language)
    with one_thread():
        document = pack.parse(quote)
    quantities = find_quantities(document, pack)
    people = find_people(document, quantities, toll_words(pack.code), number_words(pack.code))
    described = sum(each.single for each in people)
    figures: set[Figure] = {(each.low, each.high) for each in quantities}
    figures |= {(each.low, each.high) for each in people if each.low is not None}
    return frozenset(figures | {(number, number) for number in range(1, described + 1)})
