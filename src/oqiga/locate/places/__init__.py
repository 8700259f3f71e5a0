"""Names of places to places: a gazetteer, candidates in a text, and the choice between namesakes."""

from oqiga.locate.places.finder import find_places

__all__ = ["find_places"]
