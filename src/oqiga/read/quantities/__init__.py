"""How many: numbers, ranges and hedges of a text as quantities."""

from oqiga.read.quantities.find import find_quantities
from oqiga.read.quantities.hedges import hedged
from oqiga.read.quantities.words import NumberWords, Quantity, number_words

__all__ = ["NumberWords", "Quantity", "find_quantities", "hedged", "number_words"]
